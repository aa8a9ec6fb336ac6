"""What both text widgets of the reader show, and how it is painted around Qt's own painting."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QTextBlock, QTextCursor

from maeditor.ui.reader.document import LongTextLayout
from maeditor.ui.reader.dots import Dots
from maeditor.ui.reader.found import Found
from maeditor.ui.reader.painting import Painting
from maeditor.ui.reader.shown_text import ShownText
from maeditor.ui.reader.tints import Tints
from maeditor.ui.reader.typography import PAD, Typography
from maeditor.ui.theme import Theme


class Sheet:
    """What a surface shows: shared by the two widgets, which differ only in how Qt lays them out."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.painting = Painting(theme)
        self.dots = Dots(theme, self.painting)
        self.found = Found(theme, self.painting)
        self.tints = Tints(theme, self.painting)
        self.text = ""
        self.shown: ShownText | None = None
        self.typography: Typography | None = None
        self.lit: tuple[int, int] | None = None
        """The stretch of the text that a review is about: the rest is dimmed."""
        self.paint_meta: Callable[[QPainter, QRectF], None] | None = None
        """Paints the line above the text into the room the typography leaves there."""

    def paint_under(self, painter: QPainter, part: QRect, blocks: list[tuple[QTextBlock, QPointF]]) -> None:
        """Paint what lies under the letters: paper, washes."""
        painter.fillRect(part, self.theme.colour("paper"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block, origin in blocks:
            if self.shown is not None and self.typography is not None and self._is_lit(block):
                self.tints.paint(painter, block, origin, self.shown, self.typography)
            self.painting.paint_under(painter, block, origin)
            if self.shown is not None and self.typography is not None:
                self.found.paint(painter, block, origin, self.shown, self.typography)

    def _is_lit(self, block: QTextBlock) -> bool:
        """Dimmed letters are for context, and could not be read on a marker."""
        if self.lit is None or self.shown is None:
            return True
        start, end = self.shown.line_span(block.blockNumber())
        return start < self.lit[1] and self.lit[0] < end

    def paint_over(self, painter: QPainter, blocks: list[tuple[QTextBlock, QPointF]], width: int) -> None:
        """Paint what lies beside and below the letters; above the first line, the meta line."""
        for block, origin in blocks:
            self.painting.paint_over(painter, block, origin)
            if self.shown is not None and self.typography is not None:
                self.dots.paint(painter, block, origin, self.shown, self.typography)
        if self.paint_meta is not None and self.typography is not None and blocks and blocks[0][0].blockNumber() == 0:
            top = blocks[0][1].y() - self._meta_above(blocks[0][0])
            self.paint_meta(painter, QRectF(0, top, width, self.typography.top))

    def _meta_above(self, first: QTextBlock) -> float:
        # In a QTextEdit the room lies in the frame, above the block; in a QPlainTextEdit in the block itself.
        inside = isinstance(first.document().documentLayout(), LongTextLayout)
        return PAD if inside or self.typography is None else self.typography.top

    def copied(self, cursor: QTextCursor) -> QMimeData:
        """What goes to the clipboard: the article's own characters, not Qt's."""
        data = QMimeData()
        if self.shown is not None:
            start = self.shown.text_from_units(cursor.selectionStart())
            data.setText(self.text[start : self.shown.text_from_units(cursor.selectionEnd())])
        return data

    def take(self, text: str, shown: ShownText, typography: Typography) -> None:
        """Take another text, before the widget's document is filled with it."""
        self.text, self.shown, self.typography = text, shown, typography
        self.painting.set_text(shown, typography)
