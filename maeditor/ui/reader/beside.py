"""The page as something opens beside a passage: where it stands, room for it, lines under its words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from maeditor.domain.anchors import Span
from maeditor.ui.reader.pane import ReaderPane
from maeditor.ui.reader.typography import PAD

CLEAR = 12
"""Left free above a passage that was scrolled up, and below one scrolled down."""
UNDER, THICK = 3.5, 2.5


class PassagePlace(QObject):
    """Answers for one reader."""

    moved = Signal()

    def __init__(self, reader: ReaderPane) -> None:
        super().__init__(reader)
        self._reader = reader
        self._lines = WordLines(reader)
        reader.page.moved.connect(self.moved)

    def where(self, span: Span) -> tuple[QRect, QRect]:
        """Where a passage stands on the screen, as wide as its column, and the room around it."""
        surface = self._reader.page.surface
        words = self._reader.page.span_box(span.start, span.end)
        words.setLeft(surface.viewport().mapToGlobal(QPoint(PAD, 0)).x())
        words.setRight(surface.viewport().mapToGlobal(QPoint(surface.viewport().width() - PAD, 0)).x())
        return words, QRect(surface.mapToGlobal(QPoint(0, 0)), surface.size())

    def make_room(self, span: Span, height: int) -> None:
        """Scroll so that a passage is seen with so much room below it; at the article's end, above it."""
        words, room = self.where(span)
        if words.top() >= room.top() and words.bottom() <= room.bottom() and self._free(span) >= height:
            return
        page, restore = room.height(), self._reader.page.restore
        restore(span.start, max(page - height - words.height(), CLEAR))
        below = self._free(span)
        if below < height:
            restore(span.start, max(page - words.height() - CLEAR, CLEAR))
            if self._free(span) < below:
                restore(span.start, CLEAR)

    def _free(self, span: Span) -> int:
        """How much room there is below a passage or above it, whichever is more."""
        words, room = self.where(span)
        return max(room.bottom() - words.bottom(), words.top() - room.top())

    def underline(self, words: Sequence[tuple[Span, str]]) -> None:
        """Draw a line in a colour under each of these words; none takes all away."""
        self._lines.show_words(words)


class WordLines(QWidget):
    """Lies over the page, lets everything through, and draws lines under some words."""

    def __init__(self, reader: ReaderPane) -> None:
        super().__init__(reader.page)
        self._reader = reader
        self._words: tuple[tuple[Span, str], ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        reader.page.moved.connect(self.update)
        reader.page.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> tuple[tuple[Span, str], ...]:
        """What is underlined, each with its colour."""
        return self._words

    def show_words(self, words: Sequence[tuple[Span, str]]) -> None:
        """Underline these words, each in its colour."""
        self._words = tuple(words)
        self.setVisible(bool(words))
        if words:
            self._cover()
            self.raise_()
            self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the page."""
        if event.type() is QEvent.Type.Resize and self._words:
            self._cover()
        return super().eventFilter(watched, event)

    def _cover(self) -> None:
        page = self._reader.page
        viewport = page.surface.viewport()
        self.setGeometry(QRect(viewport.mapTo(page, QPoint(0, 0)), viewport.size()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines of what is in view."""
        surface = self._reader.page.surface
        typography = surface.sheet.typography
        if typography is None:
            return
        painter = QPainter(self)
        painting, scale = surface.sheet.painting, typography.scale
        for block, origin in surface.visible_blocks():
            for span, colour in self._words:
                painter.setPen(QPen(QColor(colour), THICK * scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
                for left, right, baseline in painting.places_of(block, span.start, span.end):
                    y = origin.y() + baseline + UNDER * scale
                    painter.drawLine(QPointF(origin.x() + left, y), QPointF(origin.x() + right, y))
