"""The card that lies over the window, with a soft shadow around it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from maeditor.ui.strokes import inside
from maeditor.ui.theme import Theme

MARGIN = 12
"""Room for the shadow around the card."""


def draw_card(widget: QWidget, theme: Theme) -> None:
    """Draw the card of a widget that is larger than it by the margin on every side."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    card = QRectF(widget.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    radius = theme.px(12)
    shadow = theme.colour_of("#000000")
    shadow.setAlpha(16 if theme.dark else 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shadow)
    for spread in range(MARGIN - 2, 0, -1):
        around = card.adjusted(-spread, 2 - spread, spread, 2 + spread)
        painter.drawRoundedRect(around, radius + spread, radius + spread)
    painter.setBrush(theme.colour("raised"))
    painter.setPen(QPen(theme.colour("line2"), 1))
    painter.drawRoundedRect(inside(card), radius, radius)
    painter.end()
