"""A passage ends or begins a word sooner or later: what the commands for its bounds do in the text."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from maeditor.ui.reader.page import Page
from maeditor.ui.reader.view import Highlight


class Bounds(QObject):
    """Of what is chosen; where nothing is, of the selected fact's passage that the caret stands in."""

    moved = Signal(object, bool, bool)
    """Let a passage (Highlight) of a fact end (else begin) a word later (else sooner)."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    def move(self, last: bool, forward: bool) -> None:
        """Move the end (``last``), by the arrow that means right or left, or the start."""
        if last and self._page.view.right_to_left:
            # The arrows go where they point: in Arabic the end of a passage is at its left.
            forward = not forward
        choosing = self._page.choosing
        passage = self._passage_in_hand() if choosing.span() is None else None
        if passage is not None:
            self.moved.emit(passage, last, forward)
        elif last:
            choosing.move_end(forward=forward)
        else:
            choosing.move_start(forward=forward)

    def passage_under_caret(self) -> Highlight | None:
        """The selected fact's passage that the person brought the caret into."""
        return self._passage_in_hand() if self._page.choosing.caret() is not None else None

    def _passage_in_hand(self) -> Highlight | None:
        selected, caret = self._page.surface.sheet.painting.selected, self._page.choosing.caret()
        mine = (each for each in self._page.view.highlights if selected and each.fact_id == selected)
        return next((each for each in mine if caret is None or each.start <= caret <= each.end), None)
