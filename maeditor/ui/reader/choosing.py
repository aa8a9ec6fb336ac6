"""The chosen stretch of text: read from the widget's cursor in code points, grown and moved by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from maeditor.ui.reader.selecting import moved, widen
from maeditor.ui.reader.surfaces import Surface


class Choosing:
    """Reads and sets one surface's selection; remembers from what it grew."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self._grown: list[tuple[int, int]] = []
        self._reached: tuple[int, int] | None = None

    def span(self) -> tuple[int, int] | None:
        """The chosen stretch in code points of the article's text, or None."""
        cursor, shown = self._surface.textCursor(), self._surface.sheet.shown
        if shown is None or not cursor.hasSelection():
            return None
        start, end = shown.text_from_units(cursor.selectionStart()), shown.text_from_units(cursor.selectionEnd())
        return (start, end) if start < end else None

    def choose(self, start: int, end: int) -> None:
        """Choose a stretch; an empty one only moves the caret."""
        shown = self._surface.sheet.shown
        if shown is None:
            return
        cursor = self._surface.textCursor()
        cursor.setPosition(shown.positions.to_units(shown.shown_start(start)))
        if end > start:
            cursor.setPosition(shown.positions.to_units(shown.shown_end(end)), QTextCursor.MoveMode.KeepAnchor)
        self._surface.setTextCursor(cursor)

    def drop(self) -> None:
        """Choose nothing; the caret stays at the end of what was chosen."""
        cursor = self._surface.textCursor()
        cursor.clearSelection()
        self._surface.setTextCursor(cursor)
        self._grown.clear()

    def grow(self) -> None:
        """From the caret or a word to its sentence, then to its paragraph."""
        span = self._span_or_caret()
        if span is None:
            return
        if span != self._reached:
            self._grown.clear()
        shown = self._surface.sheet.shown
        lines = None
        if shown is not None and shown.is_shown(span[0], span[0] + 1):
            first, last = shown.block_of(span[0]), shown.block_of(max(span[1] - 1, span[0]))
            lines = (shown.line_span(first)[0], shown.line_span(last)[1])
        wider = widen(self._surface.sheet.text, *span, lines)
        if wider != span:
            self._grown.append(span)
            self._reached = wider
            self.choose(*wider)

    def shrink(self) -> None:
        """Back to what was chosen before it grew."""
        if self._grown and self.span() == self._reached:
            before = self._grown.pop()
            self._reached = before
            self.choose(*before)

    def move_end(self, *, forward: bool) -> None:
        """Move the end by a word, never before the start."""
        self._move(last=True, forward=forward)

    def move_start(self, *, forward: bool) -> None:
        """Move the start by a word, never past the end."""
        self._move(last=False, forward=forward)

    def caret(self) -> int | None:
        """Where the caret stands in the article's text, if the person has brought it."""
        shown, keyboard = self._surface.sheet.shown, Qt.TextInteractionFlag.TextSelectableByKeyboard
        if shown is None or not self._surface.textInteractionFlags() & keyboard:
            return None
        return shown.text_from_units(self._surface.textCursor().position())

    def _move(self, *, last: bool, forward: bool) -> None:
        span = self._span_or_caret()
        if span is not None:
            wanted = moved(self._surface.sheet.text, *span, last=last, forward=forward)
            if wanted != span:
                self.choose(*wanted)

    def _span_or_caret(self) -> tuple[int, int] | None:
        span, shown = self.span(), self._surface.sheet.shown
        if span is None and shown is not None:
            caret = shown.text_from_units(self._surface.textCursor().position())
            return (caret, caret)
        return span
