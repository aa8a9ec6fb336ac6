"""Keycaps beside what they do."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from maeditor.ui.strokes import inside
from maeditor.ui.theme import Theme

HEIGHT, PAD = 18, 10


def cap_width(theme: Theme, key: str) -> int:
    """How wide a key's cap is; nothing where there is no key."""
    if not key:
        return 0
    return max(QFontMetrics(theme.ui_font(11, 500)).horizontalAdvance(key) + theme.px(PAD), theme.px(HEIGHT))


def draw_cap(painter: QPainter, theme: Theme, key: str, right: float, middle: float, ink: str = "text2") -> float:
    """Draw a cap that ends at ``right``; tells where it begins."""
    if not key:
        return right
    width, height = cap_width(theme, key), theme.px(HEIGHT)
    box = QRectF(right - width, middle - height / 2, width, height)
    painter.setPen(QPen(theme.colour("line2"), 1))
    painter.setBrush(theme.colour("raised"))
    painter.drawRoundedRect(inside(box), theme.px(4), theme.px(4))
    painter.setFont(theme.ui_font(11, 500))
    painter.setPen(theme.colour(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
    return box.left()


class Keycap(QWidget):
    """One cap; without a key it takes no room."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.key = theme, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_key(self, key: str) -> None:
        """Show a key."""
        self.key = key
        self.setVisible(bool(key))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the key."""
        return QSize(cap_width(self._theme, self.key), self._theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_cap(painter, self._theme, self.key, self.width(), self.height() / 2)
