"""A view's entry in the sidebar: icon, name, how much waits there."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from maeditor.ui.sidebar.row_button import RowButton
from maeditor.ui.theme import Theme

MOST_IN_RAIL = 9999
COUNT_HEIGHT = 11
"""Of the count under an icon of the rail."""


class ViewButton(RowButton):
    """30 px high; in the rail only the icon, with its name as tooltip."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._icon = icon
        self._count = 0
        self.setCheckable(True)

    def show_count(self, count: int) -> None:
        """Show how much waits; nothing for none."""
        self._count = count
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon, name, count."""
        theme = self._theme
        px = theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.setBrush(theme.colour("selected" if self.isChecked() else "hover"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(self.rect(), px(7), px(7))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(7), px(7))
        side = px(17)
        left = (self.width() - side) // 2 if self._rail else px(11)
        ink = "accent" if self.isChecked() else "text2"
        top = (self.height() - side) // 2 - (px(COUNT_HEIGHT) // 2 if self._rail and self._count else 0)
        box = QRect(left, top, side, side)
        painter.drawPixmap(box, theme.pixmap(self._icon, ink, side, self.devicePixelRatioF()))
        if self._rail:
            self._count_under(painter, box.bottom())
            return
        painter.setFont(theme.ui_font(13, 600 if self.isChecked() else 500))
        painter.setPen(theme.colour("text"))
        text = QRect(left + side + px(10), 0, self.width() - px(80), self.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._count:
            painter.setFont(theme.ui_font(12, tabular=True))
            painter.setPen(theme.colour("text3"))
            count = QRect(self.width() - px(60), 0, px(50), self.height())
            painter.drawText(count, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(self._count))

    def _count_under(self, painter: QPainter, bottom: int) -> None:
        """In the rail the count stands under the icon, which it leaves alone."""
        if not self._count:
            return
        theme = self._theme
        text = str(self._count) if self._count <= MOST_IN_RAIL else f"{MOST_IN_RAIL}+"
        painter.setFont(theme.ui_font(9.5, 600, tabular=True))
        painter.setPen(theme.colour("accent" if self.isChecked() else "text2"))
        row = QRect(0, bottom, self.width(), theme.px(COUNT_HEIGHT))
        painter.drawText(row, Qt.AlignmentFlag.AlignCenter, text)
