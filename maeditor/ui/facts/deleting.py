"""Deleting facts from the window: no question, one undoable action, and the place in the list is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from maeditor.domain.changes import Done
from maeditor.services import deleting, listing
from maeditor.services.batching import is_large
from maeditor.services.reviewing import Seen
from maeditor.services.telling import TAKEN_BACK
from maeditor.services.undoing import original_kind
from maeditor.ui.desk import Desk
from maeditor.ui.facts.pane import MOST_KEPT, FactsPane
from maeditor.ui.staying import Staying

KINDS = frozenset({deleting.DELETE_FACT, deleting.DELETE_MERGED})


class FactDeleting(QObject):
    """Takes the selected fact out of the project, or all that are marked; brought back, it is selected again."""

    def __init__(self, desk: Desk, pane: FactsPane, settle: Callable[[], bool]) -> None:
        """``settle`` saves what is typed over the fact; False keeps everything as it is."""
        super().__init__(pane)
        self._desk, self._pane, self._settle = desk, pane, settle
        desk.bulletin.changed.connect(self._changed)

    def delete(self) -> None:
        """Delete what is selected; without anything, say so."""
        desk, pane = self._desk, self._pane
        if not self._settle():
            return
        numbers = pane.list.chosen_numbers
        view = pane.inspector.view
        if len(numbers) > 1:
            self._delete(listing.versions(desk.runner, numbers), self._after(numbers))
        elif view is not None:
            beside = (pane.neighbour(1), pane.neighbour(-1))
            following = next((each for each in beside if each and each != view.fact.id), "")
            self._delete([(view.fact.id, view.fact.version)], following)
        else:
            desk.notices.hint(desk.words.say("facts.none_chosen"))

    def _delete(self, facts: Sequence[Seen], following: str) -> None:
        desk = self._desk

        staying = Staying(self._pane, desk.selection) if is_large(len(facts)) else None

        def follow(_done: Done) -> None:
            stayed = staying is None or staying.ended()
            if following and stayed:
                desk.selection.show_fact(following)

        desk.large.do(
            "facts.deleting", len(facts), lambda watch: deleting.delete_facts(desk.runner, facts, watch), follow
        )

    def _after(self, numbers: Sequence[int]) -> str:
        """The fact after the last one marked, or before the first."""
        model = self._pane.model
        rows = sorted(map(model.row_of_number, numbers))
        for row, step in ((rows[-1], 1), (rows[0], -1)):
            view = model.view_at(model.step(row, step))
            if view is not None and view.fact.number not in numbers:
                return view.fact.id
        return ""

    def _changed(self, done: Done) -> None:
        if self._desk.bulletin.foreign:
            return
        if done.action.kind in TAKEN_BACK and original_kind(done.action) in KINDS:
            model = self._pane.model
            rows = [row for each in done.record_ids("facts") if (row := model.row_of(each)) >= 0]
            views = [view for row in rows[:MOST_KEPT] if (view := model.view_at(row)) is not None]
            if views:
                self._desk.selection.show_fact(views[0].fact.id)
                self._pane.choose(views[0].fact.id, [view.fact.number for view in views])
