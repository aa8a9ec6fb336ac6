"""The two text widgets of the reader, one behaviour: read-only text with passages painted on it.

QTextEdit scrolls by pixels but lays out the whole text in the background: for articles of ordinary length.
QPlainTextEdit lays out what is seen: for long ones. Which is which nobody should notice.
"""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from maeditor.ui.reader.document import LongTextLayout, fill_long, fill_short
from maeditor.ui.reader.painted_text import PaintedText, set_up
from maeditor.ui.reader.sheet import Sheet
from maeditor.ui.theme import Theme

Surface: TypeAlias = "ShortTextEdit | LongTextEdit"

LONG_TEXT = 300_000
"""Code points from which a text is laid out only where it is seen."""


class ShortTextEdit(PaintedText, QTextEdit):
    """The reader of articles of ordinary length."""

    selection_settled = Signal()
    pressed_on = Signal(QPointF)
    """A click that selected nothing, in viewport coordinates."""
    hovered = Signal(QPointF)
    menu_asked = Signal(QPoint)
    laid_out = Signal()
    """Lines have moved: the gutter must look again."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = Sheet(theme)
        set_up(self)
        self.laid_out.connect(self.forget_blocks)
        self.setAcceptRichText(False)
        self._made: QTextDocument | None = None

    def show_sheet(self) -> None:
        """Set what the sheet has taken; what was shown before is forgotten."""
        shown, typography = self.sheet.shown, self.sheet.typography
        if shown is not None and typography is not None:
            # A document that nobody shows yet is not laid out; once shown, Qt lays out what is seen, the rest behind.
            before, document = self._made, QTextDocument(self)
            fill_short(document, shown, typography, self.sheet.theme.colour("text3"))
            self.setDocument(document)
            self.forget_blocks()
            document.documentLayout().documentSizeChanged.connect(self.laid_out)
            self._made = document
            if before is not None:
                before.deleteLater()

    def walk_blocks(self) -> tuple[list[tuple[QTextBlock, QPointF]], bool]:
        """Blocks in view with their origins, and whether Qt has laid all of them out."""
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        found: list[tuple[QTextBlock, QPointF]] = []
        layout = self.document().documentLayout()
        position = layout.hitTest(QPointF(0, top), Qt.HitTestAccuracy.FuzzyHit)
        block = self.document().findBlock(max(position, 0))
        if block.previous().isValid():
            block = block.previous()
        while block.isValid():
            origin = block.layout().position()
            if not block.layout().lineCount():
                return found, False
            if origin.y() > top + height:
                break
            found.append((block, QPointF(origin.x(), origin.y() - top)))
            block = block.next()
        return found, True

    def place(self, unit: int, y: float) -> None:
        """Scroll so that the line of a Qt position begins ``y`` pixels under the viewport's top."""
        self._lay_out_to(unit)
        block = self.document().findBlock(unit)
        top = self.document().documentLayout().blockBoundingRect(block).top()
        line = block.layout().lineForTextPosition(unit - block.position())
        self.verticalScrollBar().setValue(round(top + (line.y() if line.isValid() else 0) - y))

    def _lay_out_to(self, unit: int) -> None:
        """Have the lines down to a position laid out and the range follow; only a cursor makes Qt do both."""
        kept, signalled = self.textCursor(), self.blockSignals(True)
        there = QTextCursor(self.document())
        there.setPosition(unit)
        self.setTextCursor(there)
        self.ensureCursorVisible()
        self.setTextCursor(kept)
        self.blockSignals(signalled)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere: rectangles are void."""
        self.sheet.painting.forget_places()
        super().resizeEvent(event)
        self.laid_out.emit()


class LongTextEdit(PaintedText, QPlainTextEdit):
    """The reader of long articles."""

    selection_settled = Signal()
    pressed_on = Signal(QPointF)
    hovered = Signal(QPointF)
    menu_asked = Signal(QPoint)
    laid_out = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = Sheet(theme)
        document = QTextDocument(self)
        self._layout = LongTextLayout(document, self._text_width)
        document.setDocumentLayout(self._layout)
        self.setDocument(document)
        set_up(self)
        self.laid_out.connect(self.forget_blocks)

    def _text_width(self) -> int:
        return self.viewport().width()

    def show_sheet(self) -> None:
        """Set what the sheet has taken; what was shown before is forgotten."""
        shown, typography = self.sheet.shown, self.sheet.typography
        if shown is not None and typography is not None:
            fill_long(self.document(), shown, typography, self.sheet.theme.colour("text3"))
            self.forget_blocks()

    def walk_blocks(self) -> tuple[list[tuple[QTextBlock, QPointF]], bool]:
        """Blocks in view with their origins, and whether all of them are laid out, as here they always are."""
        height = self.viewport().height()
        found: list[tuple[QTextBlock, QPointF]] = []
        block = self.firstVisibleBlock()
        if not block.isValid():
            return found, True
        origin = self.blockBoundingGeometry(block).translated(self.contentOffset()).topLeft()
        while block.isValid() and origin.y() <= height:
            box = self._layout.blockBoundingRect(block)
            found.append((block, origin))
            origin = QPointF(origin.x(), origin.y() + box.height())
            block = block.next()
        return found, True

    def place(self, unit: int, y: float) -> None:
        """Scroll by whole lines so that the line of a Qt position begins about ``y`` pixels under the top."""
        block = self.document().findBlock(unit)
        self._layout.blockBoundingRect(block)
        line = block.layout().lineForTextPosition(unit - block.position())
        above = line.lineNumber() if line.isValid() else 0
        room = y - (line.y() if line.isValid() else 0)
        # What stands above is laid out as far as it will be seen, for only then are its lines counted.
        while room > 0 and block.previous().isValid():
            block = block.previous()
            height = self._layout.blockBoundingRect(block).height()
            above = max(round(block.lineCount() * (1 - room / height)), 0)
            room -= height
        self.verticalScrollBar().setValue(block.firstLineNumber() + above)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere: rectangles are void."""
        self._layout.forget_boxes()
        self.sheet.painting.forget_places()
        super().resizeEvent(event)
        self.laid_out.emit()


def line_top(edit: Surface, unit: int) -> float | None:
    """Where the line of a Qt position begins, in viewport coordinates; None if it is out of view."""
    for block, origin in edit.visible_blocks():
        if block.position() <= unit < block.position() + block.length():
            line = block.layout().lineForTextPosition(unit - block.position())
            top = origin.y() + (line.y() if line.isValid() else 0)
            return top if 0 <= top <= edit.viewport().height() - 40 else None
    return None


def top_unit(edit: Surface) -> tuple[int, float]:
    """A Qt position at the viewport's top, and where its line begins: what a refresh keeps in place."""
    for block, origin in edit.visible_blocks():
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            if origin.y() + line.y() >= 0:
                return block.position() + line.textStart(), origin.y() + line.y()
    return 0, 0.0
