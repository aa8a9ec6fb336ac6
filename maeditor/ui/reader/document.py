"""Builds what Qt shows of an article: blocks with their formats, only ever from plain text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextDocumentLayout

from maeditor.ui.reader.shown_text import LineKind, ShownText
from maeditor.ui.reader.typography import PAD, Typography


def fill_short(document: QTextDocument, shown: ShownText, typography: Typography, faint: QColor) -> None:
    """Fill the document of a QTextEdit: block formats carry line heights, gaps and hanging items.

    The text goes in last but in one edit with its formats, so that Qt lays it out once.
    """
    document.clear()
    document.setDocumentMargin(0)
    _prepare(document, typography)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    frame = document.rootFrame().frameFormat()
    frame.setLeftMargin(PAD)
    frame.setRightMargin(PAD)
    # The first block's own top margin is ignored by Qt: the frame's is not.
    frame.setTopMargin(typography.top)
    frame.setBottomMargin(typography.bottom)
    document.rootFrame().setFrameFormat(frame)
    cursor.setBlockFormat(_block_format(typography, LineKind.BODY, LineKind.BODY))
    # Plain text, and blocks that follow take the format of the first.
    cursor.insertText(shown.plain)
    before: LineKind | None = None
    block = document.begin()
    for kind in shown.kinds:
        if before is not LineKind.BODY or kind is not LineKind.BODY:
            QTextCursor(block).setBlockFormat(_block_format(typography, before, kind))
        before = kind
        block = block.next()
    _dress(document, shown, typography, faint)
    cursor.endEditBlock()


def fill_long(document: QTextDocument, shown: ShownText, typography: Typography, faint: QColor) -> None:
    """Fill the document of a QPlainTextEdit, laid out by a LongTextLayout; only the few odd lines have formats."""
    layout = document.documentLayout()
    if isinstance(layout, LongTextLayout):
        layout.dress(shown, typography)
    document.setDocumentMargin(PAD)
    document.clear()
    _prepare(document, typography)
    document.setPlainText(shown.plain)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    _dress(document, shown, typography, faint)
    cursor.endEditBlock()


def _prepare(document: QTextDocument, typography: Typography) -> None:
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(typography.body)
    document.setDefaultTextOption(typography.text_option())


def _dress(document: QTextDocument, shown: ShownText, typography: Typography, faint: QColor) -> None:
    """Give titles and headings their font, shown noise its faint colour."""
    dressed = frozenset((LineKind.TITLE, LineKind.HEADING, LineKind.NOISE, LineKind.ROW))
    for number, kind in enumerate(shown.kinds):
        if kind in dressed:
            look = QTextCharFormat()
            if kind is LineKind.NOISE:
                look.setForeground(faint)
            else:
                look.setFont(typography.font(kind))
            block = document.findBlockByNumber(number)
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(look)


def _block_format(typography: Typography, before: LineKind | None, kind: LineKind) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setLineHeight(typography.line(kind), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    block.setTopMargin(typography.gap(before, kind))
    indent = typography.indent_of(kind)
    if typography.right_to_left:
        block.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        block.setRightMargin(indent)
    else:
        # Set both ways: a block after a right-to-left one would inherit its direction.
        block.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        block.setLeftMargin(indent)
    return block


class LongTextLayout(QPlainTextDocumentLayout):
    """Lays out a QPlainTextEdit's lines as the short reader sets them: fixed heights, gaps, hanging items.

    QPlainTextDocumentLayout ignores block formats; it asks for a block's rectangle only when the block comes into
    view, and whoever answers first lays the block out. That is where we step in.
    """

    def __init__(self, document: QTextDocument, width: Callable[[], int]) -> None:
        super().__init__(document)
        self._width = width
        self._shown: ShownText | None = None
        self._typography: Typography | None = None
        self._boxes: dict[int, QRectF] = {}

    def documentChanged(self, start: int, removed: int, added: int) -> None:
        """Blocks are others now: what was known of their sizes is void."""
        self._boxes.clear()
        super().documentChanged(start, removed, added)

    def forget_boxes(self) -> None:
        """The width changed: Qt lays out anew, and so do we."""
        self._boxes.clear()

    def dress(self, shown: ShownText, typography: Typography) -> None:
        """Take what the blocks to come are, before the document is filled with them."""
        self._shown, self._typography = shown, typography

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """The block's place of its own: at the first question it is laid out."""
        if self._shown is None or self._typography is None or not block.isValid():
            return super().blockBoundingRect(block)
        number, layout = block.blockNumber(), block.layout()
        # Qt asks many times a frame; a block that it forgot has no lines.
        known = self._boxes.get(number)
        if known is not None and layout.lineCount():
            return known
        # Qt itself lays out a lone changed block, flush with its top; ours never begin there.
        if not layout.lineCount() or layout.lineAt(0).y() <= 0:
            self._lay_out(block, self._typography)
        kind = self._kind(number)
        height = self._gap(number, kind) + layout.lineCount() * self._typography.line(kind)
        if not block.next().isValid():
            height += self._typography.bottom
        box = self._boxes[number] = QRectF(0, 0, self._width(), height)
        return box

    def _lay_out(self, block: QTextBlock, typography: Typography) -> None:
        number = block.blockNumber()
        kind = self._kind(number)
        indent = typography.indent_of(kind)
        left = PAD + (0 if typography.right_to_left else indent)
        width = max(self._width() - 2 * PAD - indent, 40)
        top = self._gap(number, kind)
        layout = block.layout()
        layout.setTextOption(typography.text_option())
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(left, top + typography.baseline(kind) - line.ascent()))
            top += typography.line(kind)
        layout.endLayout()
        lines_before = self.document().lineCount()
        block.setLineCount(layout.lineCount())
        if lines_before != self.document().lineCount():
            self.documentSizeChanged.emit(self.documentSize())

    def _kind(self, number: int) -> LineKind:
        return self._shown.kind(number) if self._shown else LineKind.BODY

    def _gap(self, number: int, kind: LineKind) -> float:
        if self._typography is None:
            return 0.0
        if number == 0:
            # Qt leaves the document's margin above the first block by itself.
            return self._typography.top - PAD
        return self._typography.gap(self._kind(number - 1), kind)
