"""Alt+Shift with arrows, Home and End: a passage ends or begins a word sooner or later."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from maeditor.ui.reader.page import Page
from maeditor.ui.reader.view import Highlight

_ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
_MOVES: dict[int, tuple[bool, bool]] = {
    Qt.Key.Key_Left: (True, False),
    Qt.Key.Key_Right: (True, True),
    Qt.Key.Key_Home: (False, False),
    Qt.Key.Key_End: (False, True),
}
"""Which end each key moves (the last, or the first), and whether forward."""


class Bounds(QObject):
    """Of what is chosen; where nothing is, of the selected fact's passage that the caret stands in."""

    moved = Signal(object, bool, bool)
    """Let a passage (Highlight) of a fact end (else begin) a word later (else sooner)."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means; False where it is none of these."""
        # The keys of the arrow block bear a modifier of their own on some systems.
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held != _ALT_SHIFT or event.key() not in _MOVES:
            return False
        last, forward = _MOVES[event.key()]
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
        return True

    def _passage_in_hand(self) -> Highlight | None:
        selected, caret = self._page.surface.sheet.painting.selected, self._page.choosing.caret()
        mine = (each for each in self._page.view.highlights if selected and each.fact_id == selected)
        return next((each for each in mine if caret is None or each.start <= caret <= each.end), None)
