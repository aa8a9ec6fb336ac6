"""The marks' shapes: how far a thing is by its fill and outline, what bounds it by strokes around."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF

from maeditor.domain.facts import Lifecycle
from maeditor.domain.values import Comparator
from maeditor.ui.charts.inks import Inks
from maeditor.ui.charts.layout import HALF_TICK, RADIUS, WAVE, PlacedMark
from maeditor.ui.charts.marks import LOWER, UPPER, Mark

STROKE = 2.0
DASHES = [1.9, 1.35]
"""In widths of the pen: seven dashes go round a circle."""
SQUARE = 0.88
TICK = 10.0
ARROW = 5.0


def draw_mark(painter: QPainter, placed: PlacedMark, inks: Inks) -> None:
    """Draw a mark at its place."""
    mark, size = placed.mark, placed.size
    if placed.outside:
        _outside(painter, placed, inks)
    elif mark.comparator is Comparator.RANGE:
        _range(painter, placed, inks)
    elif mark.comparator in UPPER:
        _limit(painter, QPointF(placed.x_high, placed.y), placed.left, mark, inks, size)
    elif mark.comparator in LOWER:
        _limit(painter, QPointF(placed.x_low, placed.y), placed.right, mark, inks, size)
    else:
        if mark.comparator is Comparator.ABOUT:
            _wave(painter, QPointF(placed.x_low, placed.y), mark, inks, size)
        draw_point(painter, QPointF(placed.x_low, placed.y), mark.lifecycle, mark.reviewed, inks, size)


def draw_point(
    painter: QPainter,
    at: QPointF,
    lifecycle: Lifecycle,
    reviewed: bool,
    inks: Inks,
    size: float,
    radius: float = RADIUS,
) -> None:
    """Draw one value: a disc operational, a ring planned, half a disc under construction, others by their outline."""
    colour = inks.of_lifecycle(lifecycle)
    r = radius * size
    outline = _outline(lifecycle, at, r)
    pen = _pen(colour, size, reviewed)
    if lifecycle is Lifecycle.UNKNOWN and not reviewed:  # a dash round each corner, one along each side
        side = 2 * r * SQUARE / (STROKE * size)
        pen.setDashPattern([side * 0.29, side * 0.21])
        pen.setDashOffset(side * 0.145)
    painter.setPen(pen)
    painter.setBrush(inks.paper)
    if lifecycle is Lifecycle.OPERATIONAL and reviewed:
        painter.setBrush(colour)
    painter.drawPath(outline)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if lifecycle is Lifecycle.OPERATIONAL and not reviewed:
        painter.drawEllipse(at, r * 0.42, r * 0.42)
    elif lifecycle is Lifecycle.UNDER_CONSTRUCTION:
        painter.drawPie(QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r), 180 * 16, 180 * 16)
    elif lifecycle is Lifecycle.CANCELLED:
        painter.setPen(QPen(colour, 1.6 * size, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        d = r * 0.42
        painter.drawLine(QLineF(at.x() - d, at.y() - d, at.x() + d, at.y() + d))
        painter.drawLine(QLineF(at.x() - d, at.y() + d, at.x() + d, at.y() - d))


def draw_flag(painter: QPainter, box: QRectF, colour: QColor, paper: QColor) -> None:
    """Draw the warning triangle; drawn, not an icon, so that it stays sharp in every picture."""
    unit = box.width() / 14.0
    triangle = QPolygonF(
        [
            QPointF(box.center().x(), box.top() + 1.4 * unit),
            QPointF(box.right() - 0.9 * unit, box.bottom() - 1.6 * unit),
            QPointF(box.left() + 0.9 * unit, box.bottom() - 1.6 * unit),
        ]
    )
    pen = QPen(colour, 1.4 * unit)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(paper)
    painter.drawPolygon(triangle)
    x = box.center().x()
    painter.drawLine(QLineF(x, box.top() + 5.4 * unit, x, box.top() + 8.2 * unit))
    painter.drawLine(QLineF(x, box.top() + 10.3 * unit, x, box.top() + 10.35 * unit))


def _outline(lifecycle: Lifecycle, at: QPointF, r: float) -> QPainterPath:
    path = QPainterPath()
    if lifecycle is Lifecycle.ANNOUNCED:
        d = r * 1.15
        path.addPolygon(QPolygonF([at + QPointF(0, -d), at + QPointF(d, 0), at + QPointF(0, d), at + QPointF(-d, 0)]))
        path.closeSubpath()
    elif lifecycle is Lifecycle.UNKNOWN:
        d = r * SQUARE
        path.addRect(QRectF(at.x() - d, at.y() - d, 2 * d, 2 * d))
    else:
        path.addEllipse(at, r, r)
    return path


def _pen(colour: QColor, size: float, reviewed: bool) -> QPen:
    pen = QPen(colour, STROKE * size)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if not reviewed:
        pen.setDashPattern(DASHES)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _range(painter: QPainter, placed: PlacedMark, inks: Inks) -> None:
    mark, size = placed.mark, placed.size
    colour = inks.of_lifecycle(mark.lifecycle)
    bar = QRectF(placed.x_low, placed.y - 4 * size, placed.x_high - placed.x_low, 8 * size)
    ground = QColor(colour)
    ground.setAlphaF(inks.bar)
    painter.setPen(Qt.PenStyle.NoPen)
    if mark.reviewed:
        painter.fillRect(bar, ground)
    else:
        edge = QPen(colour, 1.4 * size)
        edge.setDashPattern([4, 3])
        painter.setPen(edge)
        for y in (bar.top(), bar.bottom()):
            painter.drawLine(QLineF(bar.left(), y, bar.right(), y))
    ends = ((placed.x_low, placed.beyond_low, -1), (placed.x_high, placed.beyond_high, 1))
    for x, beyond, towards in ends:
        if beyond:  # no ring: that end of the range is elsewhere
            _arrowhead(painter, QPointF(x - towards * ARROW * size, placed.y), towards, colour, size)
        else:
            draw_point(painter, QPointF(x, placed.y), mark.lifecycle, mark.reviewed, inks, size, RADIUS - 0.5)


def _outside(painter: QPainter, placed: PlacedMark, inks: Inks) -> None:
    """A value off the scale: an arrowhead towards it at the plot's edge, then its point."""
    mark, size = placed.mark, placed.size
    towards = -1 if placed.beyond_low else 1
    tip = (placed.left if towards < 0 else placed.right) - towards * 2 * size
    _arrowhead(painter, QPointF(tip, placed.y), towards, inks.of_lifecycle(mark.lifecycle), size)
    draw_point(painter, QPointF(placed.x_low, placed.y), mark.lifecycle, mark.reviewed, inks, size)


def _arrowhead(painter: QPainter, tip: QPointF, towards: int, colour: QColor, size: float) -> None:
    pen = QPen(colour, STROKE * size)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    wide, tall = 4.5 * size, 5 * size
    back = tip.x() - towards * wide
    painter.drawPolyline(QPolygonF([QPointF(back, tip.y() - tall), tip, QPointF(back, tip.y() + tall)]))


def _limit(painter: QPainter, at: QPointF, far: float, mark: Mark, inks: Inks, size: float) -> None:
    """A tick where the limit is, a line that fades towards where the value may lie, and arrowheads along it."""
    colour = inks.of_lifecycle(mark.lifecycle)
    towards = 1 if far > at.x() else -1
    fade = QLinearGradient(at, QPointF(far, at.y()))
    clear = QColor(colour)
    clear.setAlphaF(0.0)
    fade.setColorAt(0.0, colour)
    fade.setColorAt(0.25, colour)
    fade.setColorAt(1.0, clear)
    near = at.x() + towards * HALF_TICK * size
    # Boxes, not a line: in SVG a stroke takes no gradient.
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(fade))
    for start, end in _dashes(near, far, (4.8 * size, 3.6 * size)) if not mark.reviewed else ((near, far),):
        painter.drawRect(QRectF(QPointF(start, at.y() - size), QPointF(end, at.y() + size)).normalized())
    heads = QPen(colour, 1.8 * size)
    heads.setCapStyle(Qt.PenCapStyle.RoundCap)
    heads.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(heads)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    a = ARROW * size
    for step in (8.0, 17.0):
        x = at.x() + towards * step * size
        tip = x + towards * a * 1.15
        painter.drawPolyline(QPolygonF([QPointF(x, at.y() - a), QPointF(tip, at.y()), QPointF(x, at.y() + a)]))
    _tick(painter, at, towards, mark, inks, size)


def _dashes(start: float, end: float, pattern: tuple[float, float]) -> list[tuple[float, float]]:
    towards = 1 if end > start else -1
    period = sum(pattern)
    firsts = [start + towards * period * turn for turn in range(math.ceil(abs(end - start) / period))]
    return [(first, first + towards * pattern[0]) for first in firsts]


def _tick(painter: QPainter, at: QPointF, towards: int, mark: Mark, inks: Inks, size: float) -> None:
    """The limit itself: full operational, hollow planned, half under construction; turned-away brackets are strict."""
    colour = inks.of_lifecycle(mark.lifecycle)
    half, tall = HALF_TICK * size, TICK * size
    box = QRectF(at.x() - half, at.y() - tall, 2 * half, 2 * tall)
    solid = mark.lifecycle is Lifecycle.OPERATIONAL
    pen = QPen(colour, 1.5 * size)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if not mark.reviewed:
        pen.setDashPattern([2.2, 1.4])
    inner = box.adjusted(0.75 * size, 0.75 * size, -0.75 * size, -0.75 * size)
    painter.setPen(pen)
    painter.setBrush(colour if solid and mark.reviewed else inks.paper)
    if mark.lifecycle is Lifecycle.ANNOUNCED:
        x, y = at.x(), at.y()
        painter.drawPolygon(
            QPolygonF([QPointF(x, y - tall), QPointF(x + half, y), QPointF(x, y + tall), QPointF(x - half, y)])
        )
    else:
        painter.drawRect(inner)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if solid and not mark.reviewed:
        painter.drawRect(QRectF(at.x() - half, at.y() - 2 * size, 2 * half, 4 * size))
    elif mark.lifecycle is Lifecycle.UNDER_CONSTRUCTION:
        painter.drawRect(QRectF(box.left(), at.y(), box.width(), tall))
    elif mark.lifecycle in {Lifecycle.UNKNOWN, Lifecycle.CANCELLED}:
        painter.setPen(QPen(colour, 1.5 * size))
        painter.drawLine(QLineF(box.left(), at.y(), box.right(), at.y()))
        if mark.lifecycle is Lifecycle.CANCELLED:
            painter.drawLine(QLineF(box.left(), at.y() - 3 * size, box.right(), at.y() - 3 * size))
    if mark.comparator in {Comparator.LESS, Comparator.MORE}:
        painter.setPen(QPen(colour, 1.5 * size))
        for y in (box.top() + 0.75 * size, box.bottom() - 0.75 * size):
            painter.drawLine(QLineF(at.x(), y, at.x() - towards * 6 * size, y))


def _wave(painter: QPainter, at: QPointF, mark: Mark, inks: Inks, size: float) -> None:
    reach, high = WAVE * size, 3.6 * size
    steps = 24
    wave = [
        at + QPointF(reach * turn / steps, high * math.sin(math.pi * 1.15 * turn / steps))
        for turn in range(-steps, steps + 1)
    ]
    pen = QPen(inks.of_lifecycle(mark.lifecycle), STROKE * size)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if mark.reviewed else Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if not mark.reviewed:
        pen.setDashPattern(DASHES)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(wave))
