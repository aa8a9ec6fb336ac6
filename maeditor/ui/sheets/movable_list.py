"""A list whose rows a person puts in order: by dragging them, or with Alt and the arrows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

MIME = "application/x-maeditor-row"
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def row_data(index: QModelIndex, owner: object) -> QMimeData:
    """A row on its way; ``owner`` is the model that it may be dropped in."""
    data = QMimeData()
    data.setData(MIME, f"{id(owner)} {index.row()}".encode("ascii"))
    return data


def row_of(data: QMimeData, owner: object) -> int:
    """The row that is on its way, or -1 for what comes from elsewhere."""
    told = bytes(data.data(MIME).data()).decode("ascii", "replace").split()
    mine = len(told) == 2 and told[0] == str(id(owner)) and told[1].isdigit()
    return int(told[1]) if mine else -1


class MovableList(QListView):
    """It says where a row is wanted and moves nothing itself."""

    moved = Signal(int, int)
    """A row, and the place that it is to have among the others."""

    def __init__(self, parent: QWidget, *, arrows: bool) -> None:
        """``arrows``: Alt with the arrows is this list's own, whatever command has it in the window."""
        super().__init__(parent)
        self._arrows = arrows
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(False)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QListView { background: transparent; border: none; outline: none; }")

    def event(self, event: QEvent) -> bool:
        """Claim Alt and the arrows before a command of the window takes them."""
        if self._arrows and event.type() is QEvent.Type.ShortcutOverride and _step(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow move the row in hand."""
        by, row = _step(event), self.currentIndex().row()
        if not self._arrows or not by:
            super().keyPressEvent(event)
        elif row >= 0 and 0 <= row + by < self.model().rowCount():
            self.moved.emit(row, row + by)

    def dropEvent(self, event: QDropEvent) -> None:
        """Where the line stood that showed it."""
        row = row_of(event.mimeData(), self.model())
        if row < 0:
            event.ignore()
            return
        below = self._row_below(event)
        wanted = below - 1 if below > row else below
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        if wanted != row:
            self.moved.emit(row, wanted)

    def _row_below(self, event: QDropEvent) -> int:
        place = event.position().toPoint()
        index = self.indexAt(place)
        if not index.isValid():
            return self.model().rowCount()
        return index.row() + (place.y() >= self.visualRect(index).center().y())


def _step(event: QEvent) -> int:
    """How far an event moves a row; 0 for any other."""
    if not isinstance(event, QKeyEvent):
        return 0
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return STEPS.get(Qt.Key(event.key()), 0) if held == Qt.KeyboardModifier.AltModifier else 0
