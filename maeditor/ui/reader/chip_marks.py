"""How a chip in the margin looks: drawn once for each look, then only copied to where it stands."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QPolygonF

from maeditor.ui.reader.view import Highlight
from maeditor.ui.theme import Theme

_DASHES = (2.5, 1.6)


class ChipMarks:
    """Pictures of chips by family, state and choice; a page full of them is painted anew at each step of a scroll."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._drawn: dict[tuple[object, ...], QPixmap] = {}

    def chip(self, of: Highlight, selected: bool, size: QSizeF, ratio: float) -> QPixmap:
        """A chip: filled if a person said yes to the fact, else dashed; a firm edge if it is the selected one."""
        look = of.family, of.shown_icon, of.settled, selected
        key = (*look, size.width(), size.height(), ratio, self._theme.dark, self._theme.scale)
        if key not in self._drawn:
            self._drawn[key] = self._draw(of, selected, size, ratio)
        return self._drawn[key]

    def corner(self, painter: QPainter, box: QRectF, colour: str) -> None:
        """A warning triangle over the corner, with a rim of paper that lifts it off the chip."""
        side = self._theme.px(10)
        at = QPointF(box.right() - 0.35 * side, box.top() - 0.45 * side)
        triangle = QPolygonF([at + QPointF(0, side), at + QPointF(side / 2, 0), at + QPointF(side, side)])
        for name, width in (("paper", 2), (colour, 1)):
            pen = QPen(self._theme.colour(name), width)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.setBrush(self._theme.colour(name))
            painter.drawPolygon(triangle)
        painter.setPen(QPen(self._theme.colour("paper"), 1.2))
        painter.drawLine(at + QPointF(side / 2, 0.36 * side), at + QPointF(side / 2, 0.64 * side))
        painter.drawPoint(at + QPointF(side / 2, 0.84 * side))

    def _draw(self, of: Highlight, selected: bool, size: QSizeF, ratio: float) -> QPixmap:
        drawn = QPixmap((size * ratio).toSize())
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        box = QRectF(QPointF(0, 0), size)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.family(of.family)
        border, wash = self._theme.colour_of(colours.line), self._theme.colour_of(colours.wash)
        if of.settled:
            painter.setPen(QPen(border, 1.5) if selected else Qt.PenStyle.NoPen)
            painter.setBrush(wash)
        else:
            pen = QPen(border, 1.5 if selected else 1)
            pen.setDashPattern(_DASHES)
            painter.setPen(pen)
            painter.setBrush(wash if selected else Qt.BrushStyle.NoBrush)
        inset = 0.75 if selected else 0.5
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 6, 6)
        side = self._theme.px(15)
        icon = self._theme.pixmap(of.shown_icon, colours.ink, side, ratio)
        at = (box.center() - QPointF(side / 2, side / 2)).toPoint()
        painter.drawPixmap(QRect(at, QSize(side, side)), icon)
        painter.end()
        return drawn
