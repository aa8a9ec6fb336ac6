"""Words tinted on demand: those that bound a value on a wash, those that only announce or suppose it in a frame."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextBlock

from maeditor.services.hedging import HedgeKind, HedgeWords
from maeditor.ui.reader.painting import Painting
from maeditor.ui.reader.shown_text import ShownText
from maeditor.ui.reader.typography import Typography
from maeditor.ui.theme import Theme


class Tints:
    """The tinted words of one article; where they lie on a block is kept until the painting voids it."""

    def __init__(self, theme: Theme, painting: Painting) -> None:
        self._theme, self._painting = theme, painting
        self._words: Sequence[HedgeWords] = ()
        self._starts: list[int] = []
        self._boxes: dict[int, list[tuple[HedgeKind, QRectF]]] = {}
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
        for kind, box in self._boxes_of(block, shown, typography):
            framed = kind is HedgeKind.MOOD
            painter.setPen(QPen(self._theme.colour("warn"), 1) if framed else Qt.PenStyle.NoPen)
            painter.setBrush(Qt.BrushStyle.NoBrush if framed else self._theme.colour("warn_bg"))
            painter.drawRoundedRect(box.translated(QPointF(origin.x(), round(origin.y()))), 4, 4)

    def _boxes_of(self, block: QTextBlock, shown: ShownText, typography: Typography) -> list[tuple[HedgeKind, QRectF]]:
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
            boxes = self._boxes[number] = [
                (
                    each.kind,
                    QRectF(left - 1.5, round(baseline - 0.59 * height) + 0.5, right - left + 3, round(0.78 * height)),
                )
                for each in here
                for left, right, baseline in self._painting.places_of(block, each.start, each.end)
            ]
        return boxes
