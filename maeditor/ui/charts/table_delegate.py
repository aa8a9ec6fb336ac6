"""Paints the table's cells: the review as its sign, Arabic names and titles from the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from maeditor.domain.facts import State
from maeditor.ui.reading_side import begins_at_the_right
from maeditor.ui.theme import Theme

STATE = Qt.ItemDataRole.UserRole + 1
"""Of a cell that is a sign: which state."""
INKS = {State.ACCEPTED: "accent", State.CORRECTED: "accent", State.REJECTED: "danger"}
SIGN = 17


class FigureDelegate(QStyledItemDelegate):
    """As Qt paints cells, but for signs, and for the direction in which a text is cut."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """A sign stands without its word; what reads from the right is cut at its left."""
        super().initStyleOption(option, index)
        if index.data(STATE) is not None:
            option.text = ""
        elif begins_at_the_right(option.text):
            option.direction = Qt.LayoutDirection.RightToLeft

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the cell, then its sign."""
        super().paint(painter, option, index)
        state = index.data(STATE)
        if state is None:
            return
        side, device = self._theme.px(SIGN), painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        place = QRect(0, 0, side, side)
        place.moveCenter(option.rect.center())
        painter.drawPixmap(place, self._theme.pixmap(State(state).value, INKS.get(State(state), "text3"), side, ratio))
