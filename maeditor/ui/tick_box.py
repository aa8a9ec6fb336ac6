"""A box to tick, as clear in the dark as in the light: an edge one sees, filled with the accent when ticked."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from maeditor.ui.theme import Theme

SIDE, GAP, HEIGHT = 16, 10, 28
TICK = ((0.24, 0.53), (0.43, 0.72), (0.77, 0.30))
"""Where the tick turns, in shares of the box."""


class TickBox(QCheckBox):
    """Box and word; the whole of it can be pressed, a ring shows where the keyboard is."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Room for box and word."""
        px = self._theme.px
        text = QFontMetrics(self.font()).size(Qt.TextFlag.TextShowMnemonic, self.text()).width()
        return QSize(px(SIDE + GAP) + text + px(GAP), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def hitButton(self, _position: object) -> bool:
        """The word belongs to the box."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, on = px(SIDE), self.isChecked()
        box = QRectF(2.5, (self.height() - side) / 2 + 0.5, side - 1, side - 1)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(6), px(6))
            box.translate(px(3), 0)
        edge = "accent" if on else "text2" if self.underMouse() else "control"
        painter.setPen(QPen(theme.colour(edge), 1 if on else 1.4))
        painter.setBrush(theme.colour("accent" if on else "raised"))
        painter.drawRoundedRect(box, px(4), px(4))
        if on:
            pen = QPen(theme.colour("on_accent"), 1.9 * theme.scale)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline([box.topLeft() + QPointF(x * box.width(), y * box.height()) for x, y in TICK])
        painter.setFont(self.font())
        painter.setPen(theme.colour("text" if self.isEnabled() else "disabled"))
        place = QRect(round(box.right()) + px(GAP), 0, self.width(), self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic, self.text())
