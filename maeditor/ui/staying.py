"""Whether the person is still where they were when something began behind the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from maeditor.ui.selection import Selection

MOVES = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress})


class Staying(QObject):
    """Looks on until it is asked: what was begun then must not come over what is done by now."""

    def __init__(self, window: QWidget, selection: Selection) -> None:
        super().__init__(window)
        self._selection, self._moved = selection, False
        self._place, self._fact = (selection.view, selection.article_id), selection.fact_id
        self._focus = QApplication.focusWidget()
        # All keys and clicks of the window come by there, before any widget has them.
        self._handle = window.window().windowHandle()
        if self._handle is not None:
            self._handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note of the first key or click, which is enough."""
        if event.type() in MOVES:
            self._moved = True
            watched.removeEventFilter(self)
        return super().eventFilter(watched, event)

    def ended(self) -> bool:
        """Stop looking on; tell whether the person stayed. A fact that is gone since, or a field, left by itself."""
        if self._handle is not None and isValid(self._handle):
            self._handle.removeEventFilter(self)
        self.deleteLater()
        here = (self._selection.view, self._selection.article_id) == self._place
        return here and self._selection.fact_id in {self._fact, ""} and not self._moved and self._has_keyboard()

    def _has_keyboard(self) -> bool:
        focus, before = QApplication.focusWidget(), self._focus
        gone = before is None or not isValid(before) or not before.isVisible()
        return gone or focus is None or focus is before
