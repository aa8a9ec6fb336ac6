"""Paints passages under the text, for visible blocks only, from rectangles kept with each block.

Rectangles are kept in the block's own coordinates, so that scrolling, and blocks above that are laid out late, leave
them valid; width, font and text make them void.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias, cast

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPolygonF, QTextBlock, QTextLine

from maeditor.domain.facts import State
from maeditor.domain.properties import Family
from maeditor.ui.reader.highlight_index import HighlightIndex
from maeditor.ui.reader.lanes import SHOWN_LANES, Lanes
from maeditor.ui.reader.shown_text import LineKind, ShownText
from maeditor.ui.reader.typography import Typography
from maeditor.ui.reader.view import Highlight
from maeditor.ui.theme import Theme

UNDERLINE = 2.0
DASHES = (2.5, 1.6)

Look: TypeAlias = tuple[Family, bool]
"""Family, and whether a person has said yes: what a pen depends on."""
Strokes: TypeAlias = tuple[Look, list[QLineF]]
Row: TypeAlias = tuple[int, int, QTextLine]
"""A line of a block: where it begins and ends in the block's units."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_BIDI_CONTROL = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_OVERRIDES = "\u202d\u202e"
"""They show 12 as 21; the others only keep a foreign word in order."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One passage on one line: from ``left`` to ``right`` at a ``baseline``, in the block's coordinates."""

    highlight: int
    lane: int
    left: float
    right: float
    baseline: float


class Painting:
    """The passages of one article and where they lie on the lines as they are laid out now."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._shown: ShownText | None = None
        self._typography: Typography | None = None
        self.highlights: tuple[Highlight, ...] = ()
        self.index = HighlightIndex(())
        self.version = 0
        """Counts how often rectangles were voided: who keeps places of his own looks here."""
        self._lanes = Lanes((), self.index)
        self._seen: Sequence[int] = ()
        self._selected = ""
        self._washed: list[Highlight] = []
        self._pieces: dict[int, list[Piece]] = {}
        self._strokes: dict[int, list[Strokes]] = {}
        self._flags: dict[int, list[tuple[QPointF, bool]]] = {}
        self._pens: dict[tuple[Family, bool], QPen] = {}
        self._washes: dict[Family, QBrush] = {}

    def set_highlights(self, highlights: tuple[Highlight, ...]) -> None:
        """Take the article's passages; rejected ones are kept only to be found, not drawn."""
        self.highlights = highlights
        rejected = State.REJECTED
        spans = [(each.start, each.end) for each in highlights if each.state is not rejected]
        self._seen = range(len(spans))
        if len(spans) < len(highlights):
            self._seen = [number for number, each in enumerate(highlights) if each.state is not rejected]
        self.index = HighlightIndex(spans)
        self._lanes = Lanes(spans, self.index)
        self.select(self._selected)
        self.forget_places()

    def set_text(self, shown: ShownText, typography: Typography) -> None:
        """Take the lines that are shown and how they are set."""
        self._shown, self._typography = shown, typography
        self.forget_places()

    def forget_places(self) -> None:
        """Void all rectangles: width, font, text or passages changed."""
        self.version += 1
        self._pieces.clear()
        self._strokes.clear()
        self._flags.clear()

    def forget_colours(self) -> None:
        """Void pens and brushes: the theme changed."""
        self._pens.clear()
        self._washes.clear()

    @property
    def selected(self) -> str:
        """The fact whose passages have a wash; empty for none."""
        return self._selected

    def select(self, fact_id: str) -> None:
        """Give one fact's passages the wash, be it rejected or not."""
        self._selected = fact_id
        self._washed = [each for each in self.highlights if each.fact_id == fact_id] if fact_id else []

    def seen(self, number: int) -> Highlight:
        """The passage behind a number that ``index`` gave."""
        return self.highlights[self._seen[number]]

    def at(self, position: int) -> list[Highlight]:
        """The passages that hold a place of the text, those nearest to it first."""
        found = sorted(self.index.at(position), key=lambda number: self._lanes[number])
        return [self.seen(number) for number in found]

    def pieces(self, block: QTextBlock) -> list[Piece]:
        """Where passages lie on the lines of a laid-out block."""
        number = block.blockNumber()
        known = self._pieces.get(number)
        if known is None:
            known = self._pieces[number] = list(self._measure(block, number))
        return known

    def places_of(
        self, block: QTextBlock, start: int, end: int, rows: list[Row] | None = None
    ) -> Iterator[tuple[float, float, float]]:
        """``(left, right, baseline)`` of a span of the text on each line of a block that it crosses."""
        shown = self._shown
        if shown is None:
            return
        first = shown.positions.to_units(shown.shown_start(start)) - block.position()
        last = shown.positions.to_units(shown.shown_end(end)) - block.position()
        first, last = max(first, 0), min(last, block.length() - 1)
        if first >= last:
            return
        mixed = self._is_mixed(block)
        for line_start, line_end, line in rows if rows is not None else rows_of(block):
            begin, stop = max(first, line_start), min(last, line_end)
            if begin < stop:
                baseline = line.y() + line.ascent()
                for left, right in _extents(line, begin, stop, mixed=mixed):
                    yield left, right, baseline

    def paint_under(self, painter: QPainter, block: QTextBlock, origin: QPointF) -> None:
        """Paint what lies under the letters: the wash of the selected fact."""
        if not self._washed or self._typography is None or self._shown is None:
            return
        start, end = self._shown.line_span(block.blockNumber())
        scale = self._typography.scale
        kind = self._shown.kind(block.blockNumber())
        height = self._typography.line(kind)
        for each in self._washed:
            if each.end <= start or each.start >= end:
                continue
            painter.setBrush(self._wash(each.family))
            painter.setPen(Qt.PenStyle.NoPen)
            for left, right, baseline in self.places_of(block, each.start, each.end):
                box = QRectF(left - 2, baseline - 0.61 * height, right - left + 4, 0.81 * height)
                painter.drawRoundedRect(box.translated(origin), 4 * scale, 4 * scale)

    def paint_over(self, painter: QPainter, block: QTextBlock, origin: QPointF) -> None:
        """Paint what lies on the paper beside the letters: underlines, list marks, bidi controls."""
        if self._typography is None or self._shown is None:
            return
        number = block.blockNumber()
        strokes = self._strokes.get(number)
        if strokes is None:
            strokes = self._strokes[number] = self._draw_up(block)
        if strokes:
            whole = QPointF(origin.x(), round(origin.y()))
            painter.translate(whole)
            for look, lines in strokes:
                painter.setPen(self._pen(*look, self._thick))
                painter.drawLines(lines)
            painter.translate(-whole)
        flags = self._flags.get(number, ())
        is_item = self._shown.kind(number) is LineKind.ITEM
        if flags or is_item:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if is_item:
                self._paint_bullet(painter, block, origin)
            for flag, turning in flags:
                self._paint_flag(painter, flag + origin, turning=turning)
            painter.restore()

    @property
    def _thick(self) -> int:
        return max(round(UNDERLINE * self._typography.scale), 1) if self._typography else 1

    def _draw_up(self, block: QTextBlock) -> list[Strokes]:
        """A block's underlines by the pen that they want, on whole pixels: drawing them is then a call a pen."""
        found: dict[Look, list[QLineF]] = {}
        thick = self._thick
        for piece in self.pieces(block):
            if piece.lane < SHOWN_LANES:
                highlight = self.seen(piece.highlight)
                y = round(piece.baseline + self.lane_offset(piece.lane) - thick / 2) + thick / 2
                line = QLineF(piece.left, y, piece.right, y)
                found.setdefault((highlight.family, highlight.settled), []).append(line)
        return list(found.items())

    def lane_offset(self, lane: int) -> float:
        """How far under the baseline the middle of a lane lies."""
        if self._typography is None:
            return 0.0
        return self._typography.first_lane + self._typography.lane_step * lane

    def _measure(self, block: QTextBlock, number: int) -> Iterator[Piece]:
        if self._shown is None:
            return
        start, end = self._shown.line_span(number)
        numbers = self.index.across(start, end)
        rows = rows_of(block) if numbers else []
        for found in numbers:
            highlight = self.seen(found)
            for left, right, baseline in self.places_of(block, highlight.start, highlight.end, rows):
                yield Piece(found, self._lanes[found], left, right, baseline)
        controls = list(_BIDI_CONTROL.finditer(block.text()))
        if controls:
            flags = [(_place_of(block, match.start()), match.group() in _OVERRIDES) for match in controls]
            self._flags[number] = flags

    def _is_mixed(self, block: QTextBlock) -> bool:
        """Tell whether positions on a line may run in both directions."""
        if self._typography is not None and self._typography.right_to_left:
            return True
        return _RIGHT_TO_LEFT.search(block.text()) is not None

    def _pen(self, family: Family, settled: bool, thick: int) -> QPen:
        pen = self._pens.get((family, settled))
        if pen is None or pen.widthF() != thick:
            pen = QPen(self._theme.colour_of(self._theme.family(family).line), thick)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if not settled:
                pen.setDashPattern(DASHES)
            self._pens[(family, settled)] = pen
        return pen

    def _wash(self, family: Family) -> QBrush:
        if family not in self._washes:
            self._washes[family] = QBrush(self._theme.colour_of(self._theme.family(family).wash))
        return self._washes[family]

    def _paint_bullet(self, painter: QPainter, block: QTextBlock, origin: QPointF) -> None:
        line = block.layout().lineAt(0)
        typography = self._typography
        if typography is None or not line.isValid():
            return
        # x() is where the line may begin; naturalTextRect knows where reading begins, from the right or the left.
        away = typography.indent * 0.72
        edge = line.x() + line.width() + away if typography.right_to_left else line.x() - away
        radius = 2.2 * typography.scale
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("text3"))
        painter.drawEllipse(origin + QPointF(edge, line.y() + line.ascent() - 5.5 * typography.scale), radius, radius)

    def _paint_flag(self, painter: QPainter, at: QPointF, *, turning: bool) -> None:
        """A small flag where an invisible character sets the direction; a warning where it turns letters around."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("warn" if turning else "line2"))
        at = QPointF(round(at.x()), round(at.y()))
        painter.drawRect(QRectF(at.x() - 1, at.y() - 16, 1, 18))
        painter.drawPolygon(QPolygonF([at + QPointF(0, -16), at + QPointF(5, -13.5), at + QPointF(0, -11)]))


def rows_of(block: QTextBlock) -> list[Row]:
    """The lines of a laid-out block, asked of Qt once for all passages on them."""
    layout = block.layout()
    lines = [layout.lineAt(at) for at in range(layout.lineCount())]
    return [(start := line.textStart(), start + line.textLength(), line) for line in lines]


def _extents(line: QTextLine, start: int, end: int, *, mixed: bool) -> list[tuple[float, float]]:
    """Left and right edges of the characters ``[start, end)`` of a line; several where directions mix."""
    if not mixed:
        # The space at which a line was broken hangs over its end: nobody sees it, so nothing is drawn under it.
        return [(_x(line, start), min(_x(line, end), line.x() + line.naturalTextWidth()))]
    edges: list[tuple[float, float]] = []
    for run in line.glyphRuns(start, end - start):
        box = run.boundingRect()
        edges.append((box.left(), box.right()))
    edges.sort()
    joined: list[tuple[float, float]] = []
    for left, right in edges:
        if joined and left <= joined[-1][1] + 0.75:
            joined[-1] = (joined[-1][0], max(right, joined[-1][1]))
        else:
            joined.append((left, right))
    return joined


def _x(line: QTextLine, position: int) -> float:
    # PySide gives the place and the position it belongs to; its stub says object.
    x, _ = cast("tuple[float, int]", line.cursorToX(position))
    return x


def _place_of(block: QTextBlock, position: int) -> QPointF:
    line = block.layout().lineForTextPosition(position)
    return QPointF(_x(line, position), line.y() + line.ascent())
