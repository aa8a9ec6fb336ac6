"""Between the facts pane and the services: shows what changed, calls what the person asks for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from maeditor.domain.changes import Done
from maeditor.domain.facts import State
from maeditor.services import library, reviewing
from maeditor.services.library import FactView
from maeditor.services.runner import ActionRunner
from maeditor.ui.desk import Desk
from maeditor.ui.facts.beside import Beside
from maeditor.ui.facts.draft import Draft
from maeditor.ui.facts.fact_commands import FactCommands
from maeditor.ui.facts.kept_drafts import KeptDrafts
from maeditor.ui.facts.leaving import Leaving
from maeditor.ui.facts.list_presenter import ListPresenter
from maeditor.ui.facts.pane import FactsPane
from maeditor.ui.facts.quoting import REACH
from maeditor.ui.facts.several_presenter import SeveralPresenter
from maeditor.ui.learned import Learned

if TYPE_CHECKING:
    from maeditor.ui.facts.popover_presenter import PopoverPresenter

MOST_EXISTING = 3
STANDING = frozenset({State.ACCEPTED, State.CORRECTED})


class FactsPresenter(QObject):
    """The facts pane's rules: which facts it lists, and which service each gesture calls."""

    def __init__(self, desk: Desk, pane: FactsPane, beside: Beside) -> None:
        """``beside`` is the page: where a passage stands, and what room the popover may take."""
        super().__init__(pane)
        self._desk, self._pane = desk, pane
        self._beside = beside
        self.draft = Draft(desk, pane.inspector)
        self._kept_drafts = KeptDrafts(desk, pane.inspector)
        self._leaving = Leaving(pane.inspector.form, pane.list)
        self.listing = ListPresenter(desk, pane)
        self.several = SeveralPresenter(desk, pane)
        self.more = FactCommands(desk, pane, self.several, self.draft.settle)
        selection = desk.selection
        selection.may_leave = self.draft.settle
        selection.article_changed.connect(self._turn)
        selection.fact_changed.connect(self._follow)
        selection.view_changed.connect(self._come_back)
        self.learned = Learned(desk, pane)
        self._old = False
        desk.bulletin.changed.connect(self._changed)
        desk.words.changed.connect(self._retranslate)
        pane.fact_chosen.connect(self._choose)
        pane.fact_opened.connect(lambda _id: self._open_chosen())
        pane.scope_changed.connect(self._change_scope)
        pane.asked.connect(lambda asked: self.commands()[asked]())
        inspector = pane.inspector
        inspector.statement_committed.connect(self.commit)
        inspector.statement_accepted.connect(self.commit_and_accept)
        inspector.asked.connect(lambda asked: self.commands()[asked]())
        inspector.passage_asked.connect(self._open)
        inspector.evidence_removed.connect(self._remove_evidence)
        pane.inspector.set_properties(library.properties(desk.runner))
        inspector.evidence.surroundings = lambda passages: library.surroundings(desk.runner, passages, REACH)
        self.refresh()

    def commands(self) -> dict[str, Callable[[], None]]:
        """What the keys and menus can ask of this pane."""
        return {
            "new": self.new_fact,
            "link": self.link,
            "accept": self.accept,
            "reject": self.reject,
            "defer": self.defer,
            "reopen": self.reopen,
            "edit": self.edit,
            "next-fact": lambda: self._step(1),
            "previous-fact": lambda: self._step(-1),
            "remove-evidence": self.remove_evidence,
            "merge": self.more.merge,
            "split": self.more.split,
            "clear-filter": self.listing.clear,
            "show-passage": self.show_passage,
        }

    @cached_property
    def making(self) -> PopoverPresenter:
        """Facts on their way; loaded with the first."""
        from maeditor.ui.facts.popover_presenter import PopoverPresenter

        return PopoverPresenter(self._desk, self._pane, self._beside)

    @property
    def _makes(self) -> bool:
        return "making" in self.__dict__

    @property
    def occupied(self) -> bool:
        """Tell whether a fact is being made or changed."""
        return self.draft.begun or (self._makes and self.making.is_open)

    def may_close(self) -> bool:
        """Save what is typed over the fact; what is typed and cannot be saved keeps the project open once."""
        return self.draft.may_close() and (not self._makes or self.making.may_close())

    def popover_has(self, widget: QWidget | None) -> bool:
        """Tell whether a widget, as that which has the keyboard, belongs to the popover."""
        popover = self.making.popover if self._makes else None
        return widget is not None and popover is not None and popover.isAncestorOf(widget)

    def refresh(self) -> None:
        """Read the list again."""
        self.listing.refresh()

    def close(self) -> None:
        """The project is about to be closed."""
        self.listing.close()
        self.learned.finish()

    def new_fact(self) -> None:
        """Open the popover on the marked passage."""
        self.making.open()

    def link(self) -> None:
        """Open the popover at the facts that the marked passage may be linked to."""
        self.making.open(linking=True)

    def accept(self) -> None:
        """Accept the selected fact and go on to the next; one that stands already only goes on. Or all marked."""
        if self._decide_several("accept"):
            return
        settled, view = self.draft.settle(), self._view()
        if settled and view is not None and view.fact.state in STANDING:
            self._step(1)
        elif settled:
            self._decide(reviewing.accept_fact)

    def reject(self) -> None:
        """Reject the selected fact and go on to the next."""
        if not self._decide_several("reject"):
            self._decide(reviewing.reject_fact)

    def defer(self) -> None:
        """Put the selected fact off."""
        if not self._decide_several("defer"):
            self._decide(reviewing.defer_fact)

    def reopen(self) -> None:
        """Put the selected fact back among the proposed."""
        if self._decide_several("reopen"):
            return
        view = self._view() if self.draft.settle() else None
        if view is not None:
            runner, fact = self._desk.runner, view.fact
            self._desk.act(lambda: reviewing.reopen_fact(runner, fact.id, fact.version))

    def edit(self) -> None:
        """Go to the value's field."""
        if self._view() is not None:
            self._leaving.note()
            self._pane.inspector.form.amount.setFocus()
            self._pane.inspector.form.amount.selectAll()

    def commit(self) -> bool:
        """Save what the form says, if it says something else than the fact does."""
        return self.draft.commit()

    def commit_and_accept(self) -> None:
        """Save, accept, go on to the next."""
        if self.commit():
            self.accept()

    def remove_evidence(self, evidence_id: str = "") -> None:
        """Detach the selected fact's passage in this article: the one meant, or the last."""
        view = self._view()
        here = self._desk.selection.article_id
        links = [each for each in view.evidence if each.passage.article_id == here] if view else []
        if links:
            self._remove_evidence(next((each.id for each in links if each.id == evidence_id), links[-1].id))

    def show_passage(self) -> None:
        """Scroll the reader to the selected fact's first passage."""
        view = self._view()
        if view is not None and view.evidence:
            passage = view.evidence[0].passage
            self._open(passage.article_id, passage.start, passage.end)

    def _open_chosen(self) -> None:
        """From its line in the list: change the fact, or where it stands in another article go there first."""
        view, here = self._view(), self._desk.selection.article_id
        elsewhere = view is not None and all(each.passage.article_id != here for each in view.evidence)
        self.show_passage() if elsewhere and view is not None and view.evidence else self.edit()

    def _open(self, article_id: str, start: int, end: int) -> None:
        self._desk.selection.show_passage(article_id, start, end, self._desk.selection.fact_id)

    def _view(self) -> FactView | None:
        return self._pane.inspector.view

    def _choose(self, fact_id: str) -> None:
        if self.draft.begun:
            # Saving sets the list anew: not under the click that the list has not finished with.
            QTimer.singleShot(0, self, lambda: self._leave_for(fact_id))
        else:
            self._desk.selection.show_fact(fact_id)

    def _leave_for(self, fact_id: str) -> None:
        selection = self._desk.selection
        selection.show_fact(fact_id)
        if selection.fact_id != fact_id:
            self._pane.choose(selection.fact_id)

    def _change_scope(self, whole: bool) -> None:
        if self.draft.settle():
            self.refresh()
        else:
            self._pane.show_scope(whole=not whole)

    def _follow(self, fact_id: str) -> None:
        if not self._is_away():
            self._pane.choose(fact_id)

    def _turn(self, _article: str) -> None:
        if not self._is_away():
            self.listing.turn()

    def _is_away(self) -> bool:
        """A review is in front and must not wait for a list that nobody sees: it is read when it comes back."""
        away = self._desk.selection.view == "review"
        self._old = self._old or away
        return away

    def _come_back(self, _view: str) -> None:
        if self._old and not self._is_away():
            self._old = False
            self.refresh()
            self._pane.choose(self._desk.selection.fact_id)

    def _step(self, step: int) -> None:
        self._desk.selection.show_fact(self._pane.neighbour(step))

    def _decide_several(self, name: str) -> bool:
        """One decision about all facts marked in the list, if they are several."""
        if not self.several.active:
            return False
        if self.draft.settle():
            self.several.decide(name)
        return True

    def _decide(self, decide: Callable[[ActionRunner, str, int | None], Done]) -> None:
        view = self._view() if self.draft.settle() else None
        if view is None:
            return
        following, before = self._pane.neighbour(1), self._pane.neighbour(-1)
        desk, fact = self._desk, view.fact
        if desk.act(lambda: decide(desk.runner, fact.id, fact.version)) is not None:
            # The last one may have left a filtered list: then back to the one before it.
            there = following != fact.id or self._pane.model.row_of(following) >= 0
            desk.selection.show_fact(following if there else before)

    def _remove_evidence(self, evidence_id: str) -> None:
        from maeditor.services import annotating

        runner = self._desk.runner
        self._desk.act(lambda: annotating.remove_evidence(runner, evidence_id))

    def _changed(self, done: Done) -> None:
        if done.touches("properties"):
            self._pane.inspector.set_properties(library.properties(self._desk.runner))
        if not self._is_away():
            self.listing.changed(done)

    def _retranslate(self) -> None:
        self._pane.inspector.set_properties(library.properties(self._desk.runner))
        self.refresh()
