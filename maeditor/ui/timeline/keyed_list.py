"""A list of the drawer: Enter and the arrows open and go back, Delete turns a step over."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget


class KeyedList(QListView):
    """Rows that are walked with the arrows."""

    entered = Signal()
    """Enter or →."""
    left = Signal()
    """← or Backspace."""
    turned = Signal()
    """Delete: take back, or bring back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def keyboardSearch(self, _search: str) -> None:
        """Do nothing: a letter must not move the selection."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and → open, ← and Backspace go back, Delete turns the step over."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Right:
                self.entered.emit()
            case Qt.Key.Key_Left | Qt.Key.Key_Backspace:
                self.left.emit()
            case Qt.Key.Key_Delete:
                self.turned.emit()
            case _:
                super().keyPressEvent(event)
