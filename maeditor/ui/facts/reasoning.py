"""Why a value counts that its passage does not say: asked under the value, while reading as in a review."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from maeditor.domain.changes import Done
from maeditor.domain.facts import Fact
from maeditor.domain.review import NEEDS_REASON, STANDING
from maeditor.services import annotating, review_cards, reviewing
from maeditor.ui import fact_text
from maeditor.ui.desk import Desk
from maeditor.ui.facts.before import Before
from maeditor.ui.facts.pane import FactsPane

CORRECTED = "correct-fact"


class Reasoning(QObject):
    """Asks for the reason of the fact selected, and says when one is owed."""

    def __init__(self, desk: Desk, pane: FactsPane, settle: Callable[[], bool]) -> None:
        """``settle`` saves what is typed over the fact; False keeps everything as it is."""
        super().__init__(pane)
        self._desk, self._pane, self._settle = desk, pane, settle
        row = pane.inspector.reason
        self._before = Before(pane.list, row.isAncestorOf)
        row.given.connect(self._record)
        row.given_and_on.connect(self._record_and_go_on)
        row.left.connect(self._leave)
        pane.inspector.why.clicked.connect(self.give)
        desk.bulletin.changed.connect(self._changed)

    def give(self) -> None:
        """Ask why the value counts; where nothing of the kind is owed, say so."""
        desk, inspector = self._desk, self._pane.inspector
        if not self._settle():
            return
        fact = self._owing()
        if fact is None or not inspector.isVisible():
            desk.notices.info(desk.words.say("review.no_reason_owed"))
            return
        inspector.close_history()
        self._before.note()
        inspector.reason.ask(desk.words.say("review.why", value=self._told(fact)), desk.words.say("review.why_hint"))

    def _owing(self) -> Fact | None:
        view = self._pane.inspector.view
        return view.fact if view is not None and view.fact.needs_look == NEEDS_REASON else None

    def _told(self, fact: Fact) -> str:
        return fact_text.quantity_text(fact.quantity, self._desk.words.wording) if fact.quantity is not None else ""

    def _record(self, reason: str) -> None:
        """Keep the reason; without one the doubt stays."""
        desk, fact = self._desk, self._owing()
        self._leave()
        if fact is None or not reason:
            return
        if fact.state in STANDING:
            said = review_cards.statement_of(fact)
            desk.act(lambda: annotating.correct_fact(desk.runner, fact.id, fact.version, said, reason))
        else:
            desk.act(lambda: reviewing.accept_fact(desk.runner, fact.id, fact.version, reason))

    def _record_and_go_on(self, reason: str) -> None:
        following = self._pane.neighbour(1)
        self._record(reason)
        if following:
            self._desk.selection.show_fact(following)

    def _leave(self) -> None:
        self._pane.inspector.reason.hide()
        self._before.give_back()

    def _changed(self, done: Done) -> None:
        """Something was saved: what it means is said once that itself is told."""
        desk = self._desk
        if not desk.bulletin.foreign and desk.selection.view == "read" and done.action.kind == CORRECTED:
            changed = done.record_ids("facts")
            QTimer.singleShot(0, self, lambda: self._tell_owed(changed))

    def _tell_owed(self, changed: Sequence[str]) -> None:
        """A value was saved that its passage does not say: the reason may be given now, or never."""
        desk, fact = self._desk, self._owing()
        if fact is not None and fact.id in changed:
            say, cap = desk.words.say, desk.words.cap("review-reason")
            label = say("review.give_reason", cap=cap) if cap else say("review.give_reason_plain")
            desk.notices.info(say("review.differs", label=fact.label), label, self.give)
