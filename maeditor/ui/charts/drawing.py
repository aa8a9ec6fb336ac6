"""Draws a laid-out chart: grid, row names, marks with labels, axis. The window and saved pictures share it."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from maeditor.ui.charts.glyphs import draw_flag, draw_mark
from maeditor.ui.charts.inks import Inks
from maeditor.ui.charts.layout import FLAG, ChartLayout, PlacedMark
from maeditor.ui.charts.scale import LogScale
from maeditor.wording import Wording

NAMES = 166.0
"""Room for the rows' names, left of the scale."""
AXIS = 30.0
"""Room for the labelled decades, below the rows."""
HALO, ASIDE = 12.0, 5.0
"""How far a mark's ground reaches above and below its middle, and beside its drawing."""
HALF_LINE = 10.0
"""How far a mark and the type beside it reach above and below its middle."""
BADGE, BEFORE_BADGE = 11.0, 5.0
ROUNDING = 0.5


def draw_grid(painter: QPainter, layout: ChartLayout, inks: Inks, bottom: float, wide: QRectF) -> None:
    """Draw the decades' lines down to ``bottom`` and a hairline below each row across ``wide``."""
    scale = layout.scale
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(_hair(inks.grid_faint, painter))
    for each in scale.between():
        painter.drawLine(QLineF(round(scale.x(each)), 0, round(scale.x(each)), bottom))
    painter.setPen(_hair(inks.grid, painter))
    for exponent in scale.decades(inks.size):
        painter.drawLine(QLineF(round(scale.x(exponent)), 0, round(scale.x(exponent)), bottom))
    for row in layout.rows:
        y = round(row.top + row.height)
        if wide.top() <= y <= wide.bottom():
            painter.drawLine(QLineF(wide.left(), y, wide.right(), y))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def draw_names(painter: QPainter, layout: ChartLayout, inks: Inks, top: float, bottom: float) -> None:
    """Name the rows that stand between ``top`` and ``bottom``, right-aligned before the scale.

    A row that is in sight in part bears its name in that part, and none where there is no room for it.
    """
    painter.setFont(inks.row)
    painter.setPen(inks.text)
    metrics = QFontMetricsF(inks.row)
    right = layout.scale.left - 14 * layout.size
    for row in layout.rows:
        begin, end = max(row.top, top), min(row.top + row.height, bottom)
        lines = _folded(row.name, metrics, right - 6 * layout.size)
        tall = metrics.height() * len(lines)
        if end - begin < tall:
            continue
        for at, line in enumerate(lines):
            box = QRectF(4 * layout.size, (begin + end - tall) / 2 + at * metrics.height(), right - 4 * layout.size, 0)
            box.setHeight(metrics.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, line)


def draw_marks(
    painter: QPainter, layout: ChartLayout, inks: Inks, top: float, bottom: float, chosen: str = "", hovered: str = ""
) -> None:
    """Draw the marks between ``top`` and ``bottom`` with their labels; the chosen one on a washed ground.

    One that would be cut by an edge is not drawn: half a line of type cannot be read.
    """
    shown = [each for each in layout.marks if is_whole(each, top, bottom)]
    for placed in shown:
        if placed.mark.fact_id in {chosen, hovered}:
            draw_halo(painter, placed, inks, strong=placed.mark.fact_id == chosen)
    for placed in shown:
        draw_mark(painter, placed, inks)
    for placed in shown:
        draw_label(painter, placed, inks, chosen=placed.mark.fact_id == chosen)


def draw_halo(painter: QPainter, placed: PlacedMark, inks: Inks, *, strong: bool) -> None:
    """Wash the ground of a mark."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.wash if strong else inks.hover)
    painter.drawRoundedRect(halo_of(placed), HALO * placed.size, HALO * placed.size)


def halo_of(placed: PlacedMark) -> QRectF:
    """The ground of a mark with its label."""
    high, aside = HALO * placed.size, ASIDE * placed.size
    left, right = placed.covers
    return QRectF(left - aside, placed.y - high, right - left + 2 * aside, 2 * high)


def is_whole(placed: PlacedMark, top: float, bottom: float) -> bool:
    """Tell whether a mark and its label stand wholly between two heights."""
    half = HALF_LINE * placed.size
    return top <= placed.y - half and placed.y + half <= bottom


def draw_label(painter: QPainter, placed: PlacedMark, inks: Inks, *, chosen: bool) -> None:
    """Write what a mark says; at the label's end that is away from the mark, a triangle where one should look."""
    mark, size = placed.mark, placed.size
    left, right = placed.label_left, placed.label_right
    if placed.labelled_inside:
        ground = QRectF(left - 6 * size, placed.y - 9 * size, right - left + 12 * size, 18 * size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks.paper)
        painter.drawRoundedRect(ground, 9 * size, 9 * size)
    if mark.flagged and right - left < FLAG * size:
        return
    strong = inks.label_strong if mark.reviewed or chosen else inks.label
    ink = inks.text if mark.reviewed or chosen else inks.text2
    room = right - left - (FLAG * size if mark.flagged else 0.0)
    value = _elided(mark.value, strong, room)
    wide = QFontMetricsF(strong).horizontalAdvance(value)
    remark = _elided(mark.remark, inks.note, room - wide) if value == mark.value else ""
    whole = wide + QFontMetricsF(inks.note).horizontalAdvance(remark)
    on_left = right <= placed.left
    start = right - whole if on_left else left
    _write(painter, start, placed.y, value, strong, ink)
    _write(painter, start + wide, placed.y, remark, inks.note, inks.text3)
    if mark.flagged:
        side, before = BADGE * size, BEFORE_BADGE * size
        x = start - before - side if on_left else start + whole + before
        colour = inks.danger if mark.conflicted and not mark.suspect else inks.warn
        draw_flag(painter, QRectF(x, placed.y - side / 2, side, side), colour, inks.paper)


def _elided(text: str, font: QFont, room: float) -> str:
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room + ROUNDING) if text else ""


def _write(painter: QPainter, x: float, y: float, text: str, font: QFont, ink: QColor) -> None:
    if not text:
        return
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(QPointF(x, y + (metrics.ascent() - metrics.descent()) / 2), text)


def draw_axis(
    painter: QPainter, scale: LogScale, inks: Inks, wording: Wording, unit: str, y: float, right: float
) -> None:
    """Draw the axis line at ``y`` as far as ``right`` and label the decades."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(_hair(inks.axis, painter))
    painter.drawLine(QLineF(scale.left, y, right, y))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setFont(inks.tick)
    metrics = QFontMetricsF(inks.tick)
    for exponent in scale.decades(inks.size):
        x = scale.x(exponent)
        text = (
            f"{wording.number(_power(exponent))}\u00a0{unit}"
            if abs(exponent) <= MOST_ZEROS
            else f"10^{exponent}\u00a0{unit}"
        )
        width = metrics.horizontalAdvance(text)
        at = min(max(x - width / 2, scale.left - 20 * inks.size), scale.right - width)
        painter.setPen(inks.text2)
        painter.drawText(QPointF(at, y + 9 * inks.size + metrics.ascent()), text)


MOST_ZEROS = 9


def _power(exponent: int) -> Decimal:
    return Decimal(1).scaleb(exponent)


def _hair(colour: QColor, painter: QPainter) -> QPen:
    pen = QPen(colour, 1)
    pen.setCosmetic(True)
    ratio = painter.device().devicePixelRatio() if painter.device() is not None else 1
    pen.setWidthF(max(1.0, ratio))
    return pen


def _folded(name: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """A name on one line or two, the second elided."""
    if metrics.horizontalAdvance(name) <= width:
        return [name]
    words = name.split()
    first = ""
    while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= width:
        first = f"{first} {words.pop(0)}".strip()
    if not first:
        return [metrics.elidedText(name, Qt.TextElideMode.ElideRight, width)]
    return [first, metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, width)]
