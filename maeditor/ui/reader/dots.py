"""Dots under the figures that no fact accounts for: round and grey, close to the letters, above every underline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QTextBlock

from maeditor.ui.reader.highlight_index import HighlightIndex
from maeditor.ui.reader.painting import Painting, rows_of
from maeditor.ui.reader.shown_text import ShownText
from maeditor.ui.reader.typography import Typography
from maeditor.ui.theme import Theme

DOT, STEP = 2.2, 4.4
"""Across a dot, and from one to the next."""
ABOVE_LANES = 3.2
"""From the middle of the dots to that of the first underline."""


class Dots:
    """The figures left of one article, drawn where the painting of its passages finds them."""

    def __init__(self, theme: Theme, painting: Painting) -> None:
        self._theme, self._painting = theme, painting
        self._spans: Sequence[tuple[int, int]] = ()
        self._index = HighlightIndex(())
        self._points: dict[int, list[QPointF]] = {}
        self._version = -1
        self.visible = True

    def show(self, spans: Sequence[tuple[int, int]]) -> None:
        """Take the figures left, in code points of the text."""
        self._spans = spans
        self._index = HighlightIndex(spans)
        self._points.clear()

    def paint(
        self, painter: QPainter, block: QTextBlock, origin: QPointF, shown: ShownText, typography: Typography
    ) -> None:
        """Paint the dots of a laid-out block."""
        if not self.visible or not self._spans:
            return
        points = self.points(block, shown, typography)
        if points:
            pen = QPen(self._theme.colour("text3"), DOT * typography.scale)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(pen)
            painter.translate(QPointF(origin.x(), round(origin.y())))
            painter.drawPoints(points)
            painter.restore()

    def points(self, block: QTextBlock, shown: ShownText, typography: Typography) -> list[QPointF]:
        """Where the dots of a block lie, in its own coordinates; kept until the painting voids its places."""
        if self._version != self._painting.version:
            self._version = self._painting.version
            self._points.clear()
        number = block.blockNumber()
        if number not in self._points:
            self._points[number] = list(self._measure(block, shown, typography))
        return self._points[number]

    def _measure(self, block: QTextBlock, shown: ShownText, typography: Typography) -> Iterator[QPointF]:
        found = self._index.across(*shown.line_span(block.blockNumber()))
        rows = rows_of(block) if found else []
        step = STEP * typography.scale
        below = typography.first_lane - ABOVE_LANES * typography.scale
        for number in found:
            for left, right, baseline in self._painting.places_of(block, *self._spans[number], rows):
                count = max(int((right - left) / step), 1)
                first = (left + right - (count - 1) * step) / 2
                y = round(baseline + below) + 0.5
                yield from (QPointF(first + at * step, y) for at in range(count))
