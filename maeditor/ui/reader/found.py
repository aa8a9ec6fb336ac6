"""The words found in the open article: a calm wash under each, a strong one under the one gone to."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextBlock

from maeditor.ui.reader.painting import Painting
from maeditor.ui.reader.shown_text import ShownText
from maeditor.ui.reader.typography import Typography
from maeditor.ui.theme import Theme

_MOST = 400
"""Hits on one line of text that are drawn: a single letter may be found thousands of times in it."""


class Found:
    """Hits in order, as code points of the text; where they lie on a block is kept until the painting voids it."""

    def __init__(self, theme: Theme, painting: Painting) -> None:
        self._theme, self._painting = theme, painting
        self.starts, self.ends = array("q"), array("q")
        self.current: tuple[int, int] | None = None
        self._boxes: dict[int, list[tuple[tuple[int, int], QRectF]]] = {}
        self._version = -1

    def __len__(self) -> int:
        return len(self.starts)

    def clear(self) -> None:
        """Nothing is found, or sought."""
        self.starts, self.ends = array("q"), array("q")
        self.current = None
        self._boxes.clear()

    def add(self, start: int, end: int) -> None:
        """Take the next hit of the text."""
        self.starts.append(start)
        self.ends.append(end)

    def changed(self) -> None:
        """Hits were added: what was drawn up is void."""
        self._boxes.clear()

    def number(self, start: int) -> int | None:
        """Which hit begins at a place of the text, from 0."""
        at = bisect_left(self.starts, start)
        return at if at < len(self.starts) and self.starts[at] == start else None

    def paint(
        self, painter: QPainter, block: QTextBlock, origin: QPointF, shown: ShownText, typography: Typography
    ) -> None:
        """Wash the hits of a laid-out block."""
        if not self.starts and self.current is None:
            return
        for span, box in self._boxes_of(block, shown, typography):
            here = span == self.current
            painter.setPen(QPen(self._theme.colour("accent"), 1.5) if here else Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("sel_text" if here else "selected"))
            painter.drawRoundedRect(box.translated(origin), 3, 3)

    def _boxes_of(
        self, block: QTextBlock, shown: ShownText, typography: Typography
    ) -> list[tuple[tuple[int, int], QRectF]]:
        if self._version != self._painting.version:
            self._version = self._painting.version
            self._boxes.clear()
        number = block.blockNumber()
        boxes = self._boxes.get(number)
        if boxes is None:
            first, last = shown.line_span(number)
            begin, stop = bisect_right(self.ends, first), bisect_left(self.starts, last)
            spans = [(self.starts[at], self.ends[at]) for at in range(begin, min(stop, begin + _MOST))]
            if self.current is not None and self.current not in spans and first <= self.current[0] < last:
                spans.append(self.current)
            height = typography.line(shown.kind(number))
            boxes = self._boxes[number] = [
                (span, QRectF(left - 1.5, baseline - 0.61 * height, right - left + 3, 0.81 * height))
                for span in spans
                for left, right, baseline in self._painting.places_of(block, *span)
            ]
        return boxes
