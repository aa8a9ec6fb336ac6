"""Paints keys in a table as caps, as everywhere else in the window; several keys of a command stand side by side."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from maeditor.ui.strokes import inside
from maeditor.ui.theme import Theme

BETWEEN = "   "
"""What stands between the keys in a cell's text."""
CAP, LEFT, GAP = 20, 8, 6


class CapDelegate(QStyledItemDelegate):
    """A column of keys."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for all caps."""
        px = self._theme.px
        widths = [self._width(each) for each in self._caps(index)]
        return QSize(px(2 * LEFT) + sum(widths) + px(GAP) * max(len(widths) - 1, 0), px(CAP) + px(4))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the caps."""
        theme, px = self._theme, self._theme.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("selected"))
        left = float(option.rect.left() + px(LEFT))
        top = option.rect.top() + (option.rect.height() - px(CAP)) / 2
        painter.setFont(theme.ui_font(11, 500))
        for cap in self._caps(index):
            box = QRectF(left, top, self._width(cap), px(CAP))
            painter.setBrush(theme.colour("raised"))
            painter.setPen(QPen(theme.colour("line2"), 1))
            painter.drawRoundedRect(inside(box), px(4), px(4))
            painter.setPen(theme.colour("text2"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cap)
            left = box.right() + px(GAP)
        painter.restore()

    def _caps(self, index: QModelIndex | QPersistentModelIndex) -> list[str]:
        return [each for each in str(index.data() or "").split(BETWEEN) if each]

    def _width(self, cap: str) -> int:
        metrics = QFontMetrics(self._theme.ui_font(11, 500))
        return max(metrics.horizontalAdvance(cap) + self._theme.px(12), self._theme.px(CAP))
