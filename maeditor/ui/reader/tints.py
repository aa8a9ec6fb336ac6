"""Words marked on demand: a tinted frame where they bound a value, a bare one where they announce or suppose it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextBlock

from maeditor.ui.reader.painting import Painting
from maeditor.ui.reader.shown_text import ShownText
from maeditor.ui.reader.typography import Typography
from maeditor.ui.theme import Theme

if TYPE_CHECKING:
    from maeditor.services.hedging import HedgeWords

TOP, FOOT = 0.55, 0.2
"""How far over the baseline and under it the marker reaches, as shares of the line's height."""
DASHES = (2.0, 1.6)


def draw_mark(painter: QPainter, theme: Theme, box: QRectF, *, whole: bool) -> None:
    """Draw one mark: filled within a firm frame, or a dashed frame alone; the frame is no fact's, which has none."""
    pen = QPen(theme.colour("warn"), 1)
    if not whole:
        pen.setDashPattern(DASHES)
    painter.setPen(pen)
    painter.setBrush(theme.colour("warn_bg") if whole else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)


class Tints:
    """The tinted words of one article; where they lie on a block is kept until the painting voids it."""

    def __init__(self, theme: Theme, painting: Painting) -> None:
        self._theme, self._painting = theme, painting
        self._words: Sequence[HedgeWords] = ()
        self._starts: list[int] = []
        self._boxes: dict[int, list[tuple[QRectF, bool]]] = {}
        self._version = -1

    def show(self, words: Sequence[HedgeWords]) -> None:
        """Tint these words, in text order; none takes all away."""
        self._words = words
        self._starts = [each.start for each in words]
        self._boxes.clear()

    def paint(
        self, painter: QPainter, block: QTextBlock, origin: QPointF, shown: ShownText, typography: Typography
    ) -> None:
        """Tint the words of a laid-out block."""
        if not self._words:
            return
        for box, whole in self.boxes(block, shown, typography):
            # Beside the letters, not over them.
            beside = box.adjusted(-1, 0, 1, 0)
            draw_mark(painter, self._theme, beside.translated(QPointF(origin.x(), round(origin.y()))), whole=whole)

    def boxes(self, block: QTextBlock, shown: ShownText, typography: Typography) -> list[tuple[QRectF, bool]]:
        """Where words of a block are, in its own coordinates, and whether they bound: from first letter to last."""
        if self._version != self._painting.version:
            self._version = self._painting.version
            self._boxes.clear()
        number = block.blockNumber()
        boxes = self._boxes.get(number)
        if boxes is None:
            first, last = shown.line_span(number)
            begin = max(bisect_right(self._starts, first) - 1, 0)
            here = self._words[begin : bisect_left(self._starts, last)]
            height = typography.line(shown.kind(number))
            boxes = self._boxes[number] = []
            if here:
                from maeditor.services.hedging import HedgeKind
            for each in here:
                for left, right, baseline in self._painting.places_of(block, each.start, each.end):
                    over, under = round(baseline - TOP * height), round(baseline + FOOT * height)
                    boxes.append((QRectF(left, over, right - left, under - over), each.kind is HedgeKind.BOUND))
        return boxes
