"""Several facts chosen: one decision about all of them is one action, and one undo takes it back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from maeditor.domain.changes import Done
from maeditor.services import listing, reviewing
from maeditor.services.batching import Watch, is_large
from maeditor.services.reviewing import Seen
from maeditor.services.runner import ActionRunner
from maeditor.ui.desk import Desk
from maeditor.ui.facts.pane import FactsPane

COMPARED = 200
"""Facts of which the inspector says what they share."""


class Decide(Protocol):
    """Decides about several facts."""

    def __call__(self, runner: ActionRunner, facts: Iterable[Seen], *, watch: Watch) -> Done:
        """Do it as one action."""


DECISIONS: Mapping[str, Decide] = MappingProxyType(
    {
        "accept": reviewing.accept_facts,
        "reject": reviewing.reject_facts,
        "defer": reviewing.defer_facts,
        "reopen": reviewing.reopen_facts,
    }
)


class SeveralPresenter(QObject):
    """The rows marked in the list, when they are more than one."""

    def __init__(self, desk: Desk, pane: FactsPane) -> None:
        super().__init__(pane)
        self._desk, self._pane = desk, pane
        # Shift and an arrow held down marks row after row: what they share is read when it stops.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._show)
        pane.several_chosen.connect(self._later.start)
        desk.words.changed.connect(self._later.start)

    @property
    def active(self) -> bool:
        """Tell whether more than one fact is marked, and the list or its panel is where the person is."""
        return self._pane.list.chosen_count > 1

    def decide(self, name: str) -> None:
        """Accept, reject, defer or reopen all marked facts as one action."""
        desk, decide = self._desk, DECISIONS[name]
        facts = listing.versions(desk.runner, self._pane.list.chosen_numbers)
        desk.large.do("facts.deciding", len(facts), lambda watch: decide(desk.runner, facts, watch=watch))

    def merge(self) -> None:
        """Make one of the marked facts: the one that the keyboard stands on stays, and gets the others' passages."""
        desk = self._desk
        keep = self._pane.model.view_at(self._pane.list.currentIndex().row())
        numbers = self._pane.list.chosen_numbers
        if keep is None or keep.fact.number not in numbers or is_large(len(numbers)):
            desk.notices.hint(desk.words.say("facts.merge_tip"))
            return
        views = listing.views(desk.runner, numbers)
        if len({view.fact.property for view in views}) != 1:
            desk.notices.hint(desk.words.say("facts.merge_tip"))
            return
        from maeditor.services import restructuring

        kept, others = keep.fact, [(view.fact.id, view.fact.version) for view in views if view.fact.id != keep.fact.id]
        version = next(view.fact.version for view in views if view.fact.id == kept.id)
        if desk.act(lambda: restructuring.merge_facts(desk.runner, kept.id, others, version)) is not None:
            self._pane.choose(kept.id)

    def _show(self) -> None:
        inspector, numbers = self._pane.inspector, self._pane.list.chosen_numbers
        if len(numbers) <= 1:
            inspector.show_one()
            return
        views = listing.views(self._desk.runner, numbers) if len(numbers) <= COMPARED else ()
        focus = QApplication.focusWidget()
        inside = focus is not None and inspector.isAncestorOf(focus)
        inspector.show_several(len(numbers), views)
        if inside:
            self._pane.list.setFocus()
