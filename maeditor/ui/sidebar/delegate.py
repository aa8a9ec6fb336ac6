"""Paints an article's row: title on two lines, language, source and date, and a ring of what remains."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from maeditor.services.library import ArticleCard
from maeditor.ui.held_figures import held
from maeditor.ui.sidebar.model import ArticleRole, ArticlesModel, fits_whole, fitted_source
from maeditor.ui.strokes import inside
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

_STRONG = frozenset({"L", "R", "AL"})
ROW, ROW_SHORT = 80, 62
RING, DOTS = 18, 14
FULL_TURN = 5760
"""Qt counts sixteenths of a degree."""


class ArticleDelegate(QStyledItemDelegate):
    """One article; in a low window titles take one line."""

    def __init__(self, theme: Theme, words: Words, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._theme, self._words = theme, words
        self.short = False
        self._asked: tuple[object, ...] = ()
        self._short_dates = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Every row is equally high."""
        return QSize(100, self._theme.px(ROW_SHORT if self.short else ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row from its card."""
        card = index.data(ArticleRole.CARD)
        if not isinstance(card, ArticleCard):
            return
        px = self._theme.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Rows keep their right edge where a scroll bar takes room beside them.
        bar = self._view.verticalScrollBar()
        taken = bar.width() if bar.isVisible() else 0
        rect = option.rect.adjusted(px(8), px(1), -max(px(8) - taken, 0), -px(1))
        self._ground(painter, option, rect)
        ring = QRectF(rect.right() - px(10) - px(RING), rect.top() + px(11), px(RING), px(RING))
        title = QRect(
            rect.left() + px(12),
            rect.top() + px(8),
            int(ring.left()) - rect.left() - px(20),
            px(20 if self.short else 40),
        )
        self._title(painter, card.title, title)
        self._source(painter, card, QRect(title.left(), title.bottom() + px(3), rect.width() - px(24), px(18)))
        self._ring(painter, card, ring)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        theme = self._theme
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(theme.colour("raised"))
            focused = option.state & QStyle.StateFlag.State_HasFocus
            painter.setPen(QPen(theme.colour("focus" if focused else "line2"), 2 if focused else 1))
            painter.drawRoundedRect(inside(QRectF(rect), 2 if focused else 1), theme.px(8), theme.px(8))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(
                QRect(rect.left(), rect.top() + theme.px(9), theme.px(3), rect.height() - theme.px(18)), 1, 1
            )
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.colour("hover"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect, theme.px(8), theme.px(8))

    def _title(self, painter: QPainter, title: str, rect: QRect) -> None:
        theme = self._theme
        font = theme.ui_font(13, 500)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        lines = wrapped(held(title) or self._words.say("facts.untitled"), font, rect.width(), 1 if self.short else 2)
        height = theme.px(19)
        side = (
            Qt.AlignmentFlag.AlignRight
            if title_direction(title) is Qt.LayoutDirection.RightToLeft
            else Qt.AlignmentFlag.AlignLeft
        )
        for number, line in enumerate(lines):
            row = QRect(rect.left(), rect.top() + number * height, rect.width(), height)
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | side | Qt.AlignmentFlag.AlignAbsolute, line)

    def _source(self, painter: QPainter, card: ArticleCard, rect: QRect) -> None:
        theme = self._theme
        font = theme.ui_font(11)
        x = rect.left()
        if card.language:
            tag_font = theme.ui_font(10, 600)
            tag = card.language[:2].upper()
            width = self._tag_width(card)
            box = QRect(x, rect.top() + theme.px(1), width, theme.px(16))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(box, theme.px(4), theme.px(4))
            painter.setPen(theme.colour("text2"))
            painter.setFont(tag_font)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tag)
            x += width + theme.px(7)
        short = self._dates_are_short(rect.width())
        font.setItalic(not (card.publisher or card.author))
        painter.setFont(font)
        painter.setPen(theme.colour("text3"))
        text = fitted_source(card, self._words.wording, QFontMetrics(font), rect.right() - x, short=short)
        painter.drawText(QRect(x, rect.top(), rect.right() - x, rect.height()), Qt.AlignmentFlag.AlignVCenter, text)

    def _tag_width(self, card: ArticleCard) -> int:
        tag = card.language[:2].upper()
        return QFontMetrics(self._theme.ui_font(10, 600)).horizontalAdvance(tag) + self._theme.px(8) if tag else 0

    def _dates_are_short(self, width: int) -> bool:
        """One form for the whole list: whole months only where every row has room for its own."""
        model, px, words = self._view.model(), self._theme.px, self._words.wording
        if not isinstance(model, ArticlesModel):
            return False
        asked = (model.cards, width, px(100), words.language)
        if len(self._asked) != len(asked) or self._asked[0] is not asked[0] or self._asked[1:] != asked[1:]:
            metrics = QFontMetrics(self._theme.ui_font(11))
            self._asked = asked
            self._short_dates = not all(
                fits_whole(card, words, metrics, width - self._tag_width(card) - (px(7) if card.language else 0))
                for card in model.cards
            )
        return self._short_dates

    def _ring(self, painter: QPainter, card: ArticleCard, ring: QRectF) -> None:
        theme = self._theme
        if card.done:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(ring)
            side = theme.px(11)
            at = QRect(int(ring.center().x()) - side // 2, int(ring.center().y()) - side // 2, side, side)
            device = painter.device()
            ratio = device.devicePixelRatioF() if device is not None else 1.0
            painter.drawPixmap(at, theme.pixmap("check", "on_accent", side, ratio))
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if card.unattached and not card.remaining:
            self._dotted_ring(painter, card.unattached, ring)
            return
        painter.setPen(QPen(theme.colour("line2"), theme.px(2)))
        painter.drawEllipse(ring)
        if card.total:
            share = (card.total - card.remaining) / card.total
            painter.setPen(QPen(theme.colour("accent"), theme.px(2)))
            painter.drawArc(ring, FULL_TURN // 4, -round(FULL_TURN * share))
            self._number(painter, card.remaining, ring)

    def _dotted_ring(self, painter: QPainter, unattached: int, ring: QRectF) -> None:
        """No fact waits, but figures are left: dotted as they are in the text."""
        pen = QPen(self._theme.colour("text3"), self._theme.px(2))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        around = 3.1416 * ring.width() / pen.widthF()
        pen.setDashPattern([0.01, around / DOTS - 0.01])
        painter.setPen(pen)
        painter.drawEllipse(ring)
        self._number(painter, unattached, ring)

    def _number(self, painter: QPainter, number: int, ring: QRectF) -> None:
        painter.setFont(self._theme.ui_font(9, 600, tabular=True))
        painter.setPen(self._theme.colour("text2"))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(number))


def title_direction(title: str) -> Qt.LayoutDirection:
    """Which way a title runs: that of its first strong letter."""
    first = next((unicodedata.bidirectional(each) for each in title if unicodedata.bidirectional(each) in _STRONG), "L")
    return Qt.LayoutDirection.LeftToRight if first == "L" else Qt.LayoutDirection.RightToLeft


def wrapped(text: str, font: QFont, width: int, lines: int) -> list[str]:
    """Break a text into at most so many lines; the last one is elided."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    found: list[tuple[int, int]] = []
    while len(found) < lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        found.append((line.textStart(), line.textLength()))
    layout.endLayout()
    # Qt counts UTF-16 units, as its own strings do: slice in those.
    units = text.encode("utf-16-le")
    shown = [units[2 * start : 2 * (start + length)].decode("utf-16-le") for start, length in found]
    if found:
        rest = units[2 * found[-1][0] :].decode("utf-16-le")
        shown[-1] = QFontMetrics(font).elidedText(rest.rstrip(), Qt.TextElideMode.ElideRight, width)
    return [line.strip() for line in shown]
