"""H: the marked passage becomes a fact without a question, in the family that was used last."""

from __future__ import annotations

from PySide6.QtCore import QObject

from maeditor.domain.anchors import Span
from maeditor.domain.changes import Done
from maeditor.domain.properties import Family
from maeditor.services import highlighting
from maeditor.ui.desk import Desk


class Highlighting(QObject):
    """Remembers the family of the fact recorded last."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.family: Family | None = None
        desk.bulletin.changed.connect(self._remember)

    def highlight(self) -> None:
        """Record the marked passage; the fact is selected, and the notice takes it back."""
        desk = self._desk
        marked, article_id, family = desk.selection.span, desk.selection.article_id, self.family
        if marked is None or not article_id:
            desk.notices.hint(desk.words.say("reader.mark_to_highlight", highlight=desk.words.called("highlight")))
            return
        span = Span(*marked)
        done = desk.act(lambda: highlighting.highlight(desk.runner, article_id, span, family))
        if done is not None:
            desk.selection.show_fact(done.record_ids("facts")[0])

    def _remember(self, done: Done) -> None:
        if self._desk.bulletin.foreign:
            return
        self.family = highlighting.family_of(self._desk.runner, done) or self.family
