"""Paints what a step changed: the field at the left, before struck through and after at the right, wrapped."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFontMetrics,
    QPainter,
    QPalette,
    QPen,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from maeditor.services.comparing import FieldChange
from maeditor.ui.strokes import inside
from maeditor.ui.theme import Theme
from maeditor.ui.timeline.trace_model import Heading, LineRole, Remark
from maeditor.ui.wording import Words

SIDE, LABEL, GAP = 18, 112, 10
HEADING, LEAST, ARROW = 38, 22, 18
ABOVE = 6
"""Between a heading and what stands before it."""


class TraceDelegate(QStyledItemDelegate):
    """As high as its words need in the width there is."""

    def __init__(self, theme: Theme, words: Words, view: QListView) -> None:
        super().__init__(view)
        self._list, self._theme, self._words = view, theme, words

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The height of what stands in the row."""
        px, width = self._theme.px, self._list.viewport().width()
        line = index.data(LineRole.LINE)
        if isinstance(line, Heading):
            return QSize(width, px(HEADING))
        if isinstance(line, FieldChange):
            label = QFontMetrics(self._theme.ui_font(12)).boundingRect(
                QRect(0, 0, px(LABEL), 10_000), Qt.TextFlag.TextWordWrap, line.label
            )
            return QSize(width, max(round(self._document(line).size().height()), label.height(), px(LEAST)) + px(6))
        return QSize(width, px(HEADING))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row."""
        theme, px = self._theme, self._theme.px
        line, rect = index.data(LineRole.LINE), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ringed = self._list.hasFocus() and bool(option.state & QStyle.StateFlag.State_Selected)
        if ringed:
            painter.setPen(QPen(theme.colour("focus"), 2))
            top = px(ABOVE) - 1 if isinstance(line, Heading) else 0
            painter.drawRoundedRect(inside(QRectF(rect.adjusted(px(8), top, -px(8), -px(2))), 2), px(7), px(7))
        inner = rect.adjusted(px(SIDE), 0, -px(SIDE), 0)
        match line:
            case Heading():
                self._heading(painter, line, inner, ringed=ringed)
            case FieldChange():
                self._field(painter, line, inner)
            case Remark():
                painter.setFont(theme.ui_font(12))
                painter.setPen(theme.colour("text3"))
                painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, line.text)
        painter.restore()

    def _heading(self, painter: QPainter, line: Heading, rect: QRect, *, ringed: bool) -> None:
        theme = self._theme
        font, small = theme.ui_font(12, 600), theme.ui_font(11)
        arrow = theme.px(ARROW) if line.leads_somewhere else 0
        sort = QFontMetrics(small).horizontalAdvance(line.sort) + arrow
        room = rect.width() - sort - theme.px(GAP)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        low = rect.adjusted(0, theme.px(ABOVE), 0, -theme.px(3))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(low, left, QFontMetrics(font).elidedText(line.title, Qt.TextElideMode.ElideRight, room))
        painter.setFont(small)
        painter.setPen(theme.colour("text3"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(low.adjusted(0, 0, -arrow, 0), right, line.sort)
        if arrow:
            side = theme.px(12)
            place = QRect(low.right() - side, low.center().y() - side // 2 + 1, side, side)
            device = painter.device()
            ratio = device.devicePixelRatioF() if device is not None else 1.0
            painter.drawPixmap(place, theme.pixmap("external", theme.tokens.text3, side, ratio))
        if not ringed:
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line"))

    def _field(self, painter: QPainter, line: FieldChange, rect: QRect) -> None:
        theme, px = self._theme, self._theme.px
        painter.setFont(theme.ui_font(12))
        painter.setPen(theme.colour("text3"))
        label = QRect(rect.left(), rect.top() + px(4), px(LABEL), rect.height())
        painter.drawText(label, Qt.TextFlag.TextWordWrap, line.label)
        painter.translate(QPoint(rect.left() + px(LABEL + GAP), rect.top() + px(3)))
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, theme.colour("text"))
        context.palette = palette
        document = self._document(line)
        document.documentLayout().draw(painter, context)

    def _document(self, line: FieldChange) -> QTextDocument:
        theme, px = self._theme, self._theme.px
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(theme.ui_font(13))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        document.setTextWidth(max(self._list.viewport().width() - px(2 * SIDE + LABEL + GAP), px(60)))
        cursor = QTextCursor(document)
        was, now = QTextCharFormat(), QTextCharFormat()
        was.setForeground(theme.colour("text3"))
        now.setForeground(theme.colour("text"))
        struck = QTextCharFormat(was)
        struck.setFontStrikeOut(True)
        if line.before:
            cursor.insertText(line.before, struck)
            cursor.insertText("  →  ", was)
        if line.after:
            cursor.insertText(line.after, now)
        else:
            cursor.insertText(self._words.say("timeline.nothing"), was)
        return document
