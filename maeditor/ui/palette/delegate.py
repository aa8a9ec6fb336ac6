"""Paints the palette's rows: tile or icon, words with what was found in bold, keys and language at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from maeditor.ui.palette.eliding import kept_in_sight
from maeditor.ui.palette.model import PaletteRole
from maeditor.ui.palette.rows import Group, Heading, Row, Spans
from maeditor.ui.strokes import inside
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

ROW, HEADING, TILE, CAP = 44, 32, 26, 20
SIDE = 8
"""From the card's edge to a chosen row's."""
NOTE_LEAST = 56
"""A note with less room than this tells nothing."""
INKS = {"accepted": "accent", "corrected": "accent", "rejected": "danger"}
ISOLATE, RELEASE = "\u2068", "\u2069"


class PaletteDelegate(QStyledItemDelegate):
    """Rows 44 px high; the chosen one bears the ring and the key that opens it."""

    def __init__(self, theme: Theme, words: Words, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._words, self._list = theme, words, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Headings are lower."""
        is_heading = isinstance(index.data(PaletteRole.ENTRY), Heading)
        return QSize(self._theme.px(200), self._theme.px(HEADING if is_heading else ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a heading or a row."""
        entry, px = index.data(PaletteRole.ENTRY), self._theme.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect.adjusted(px(SIDE), px(1), -px(SIDE), -px(1))
        if isinstance(entry, Heading):
            painter.setFont(self._theme.ui_font(12, 600))
            painter.setPen(self._theme.colour("text2"))
            place = rect.adjusted(px(12), px(4), 0, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, entry.title)
        elif isinstance(entry, Row):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._ground(painter, option, rect, chosen=chosen)
            self._row(painter, entry, rect.adjusted(px(10), 0, -px(12), 0), chosen=chosen)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, *, chosen: bool) -> None:
        theme = self._theme
        if chosen:
            painter.setBrush(theme.colour("selected"))
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(inside(QRectF(rect), 2), theme.px(9), theme.px(9))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.colour("hover"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect, theme.px(9), theme.px(9))

    def _row(self, painter: QPainter, row: Row, rect: QRect, *, chosen: bool) -> None:
        theme, px = self._theme, self._theme.px
        tile = QRect(rect.left(), rect.center().y() - px(TILE) // 2 + 1, px(TILE), px(TILE))
        self._tile(painter, row, tile)
        caps = row.caps[:1] or ((self._words.say("keys.enter"),) if chosen else ())
        right, left = rect.right(), tile.right() + px(12)
        for cap in caps:
            right -= self._cap(painter, cap, right, rect, chosen=chosen) + px(8)
        if row.language:
            right -= self._tag(painter, row.language.upper(), right, rect) + px(8)
        if row.sign:
            right -= self._sign(painter, row.sign, right, rect) + px(8)
        ink = "text3" if row.turned_down else "text"
        arabic = row.language == "ar" and row.group in {Group.PASSAGES, Group.ARTICLES}
        if row.group is Group.PASSAGES:
            fonts = (theme.reading_font(15, 400, row.language), theme.reading_font(15, 700, row.language))
        else:
            weight = 600 if row.group is not Group.COMMANDS else 500
            fonts = (theme.ui_font(14, weight), theme.ui_font(14, 700))
        for font in fonts:
            font.setStrikeOut(row.turned_down)
        small = (theme.ui_font(12), theme.ui_font(12, 700))
        if row.note:
            right -= self._note(painter, row.note, right, rect, self._room_for_note(row, fonts, small, right - left))
        room = right - left
        if row.detail:
            metrics = QFontMetrics(fonts[1])
            room = min(room, max(room * 3 // 5, room - px(160)), metrics.horizontalAdvance(row.title) + px(4))
        place = QRect(left, rect.top(), room, rect.height())
        used = self._line(painter, row.title, row.title_hits, fonts, ink, place, right_to_left=arabic)
        if row.detail:
            left += used + px(10)
            place = QRect(left, rect.top(), max(right - left, 0), rect.height())
            self._line(painter, row.detail, row.detail_hits, small, "text2", place, right_to_left=arabic)

    def _tile(self, painter: QPainter, row: Row, tile: QRect) -> None:
        theme, px = self._theme, self._theme.px
        colour = "text2"
        if row.family is not None:
            colours = theme.family(row.family)
            colour = colours.ink
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour_of(colours.wash))
            painter.drawRoundedRect(tile, px(7), px(7))
        side = px(16)
        place = QRect(tile.center().x() - side // 2 + 1, tile.center().y() - side // 2 + 1, side, side)
        painter.drawPixmap(place, theme.pixmap(row.icon, colour, side, self._list.devicePixelRatioF()))

    def _line(
        self,
        painter: QPainter,
        text: str,
        hits: Spans,
        fonts: tuple[QFont, QFont],
        colour: str,
        place: QRect,
        *,
        right_to_left: bool,
    ) -> int:
        """One line of text, its hits in bold, cut with … where it is too long; gives the width it took."""
        plain, bold = fonts
        metrics = QFontMetrics(bold if hits else plain)
        shown, hits = kept_in_sight(
            text, hits, lambda each: metrics.elidedText(each, Qt.TextElideMode.ElideRight, place.width())
        )
        if not shown:
            return 0
        # The isolates keep it apart from what is beside it.
        layout = QTextLayout(f"{ISOLATE}{shown}{RELEASE}", plain)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
        layout.setTextOption(option)
        units = _units(shown)
        layout.setFormats([_bold(units[start] + 1, units[end] - units[start], bold) for start, end in hits])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(100_000 if not right_to_left else place.width())
        layout.endLayout()
        painter.setPen(self._theme.colour(colour))
        layout.draw(painter, QPointF(place.left(), place.top() + (place.height() - line.height()) / 2))
        return round(line.naturalTextWidth())

    def _tag(self, painter: QPainter, text: str, right: int, row: QRect) -> int:
        theme, px = self._theme, self._theme.px
        font = theme.ui_font(11, 600)
        wide = QFontMetrics(font).horizontalAdvance(text) + px(10)
        tag = QRectF(right - wide, row.center().y() - px(16) / 2 + 1, wide, px(16))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("hover"))
        painter.drawRoundedRect(tag, px(4), px(4))
        self._write(painter, tag, text, font, theme.colour("text2"))
        return wide

    def _note(self, painter: QPainter, text: str, right: int, row: QRect, most: int) -> int:
        """At the right, in at most this width; gives what it took, with the space before it."""
        font = self._theme.ui_font(12, tabular=True)
        if most < min(self._theme.px(NOTE_LEAST), QFontMetrics(font).horizontalAdvance(text)):
            return 0
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, most)
        wide = QFontMetrics(font).horizontalAdvance(shown)
        place = QRectF(right - wide, row.top(), wide, row.height())
        self._write(painter, place, f"{ISOLATE}{shown}{RELEASE}", font, self._theme.colour("text3"))
        return wide + self._theme.px(10)

    def _room_for_note(self, row: Row, fonts: tuple[QFont, QFont], small: tuple[QFont, QFont], room: int) -> int:
        """What title and detail leave to a title's note; a paragraph's number always has its place."""
        if not row.detail:
            return room * 2 // 5
        title = QFontMetrics(fonts[1]).horizontalAdvance(row.title) + self._theme.px(4 + 10)
        detail = QFontMetrics(small[1]).horizontalAdvance(row.detail) + self._theme.px(4 + 10)
        return min(room * 2 // 5, room - title - detail)

    def _sign(self, painter: QPainter, name: str, right: int, row: QRect) -> int:
        """A fact's state, as in the list of facts."""
        theme, side = self._theme, self._theme.px(16)
        place = QRect(right - side, row.center().y() - side // 2 + 1, side, side)
        painter.drawPixmap(place, theme.pixmap(name, INKS.get(name, "text3"), side, self._list.devicePixelRatioF()))
        return side

    def _cap(self, painter: QPainter, text: str, right: int, row: QRect, *, chosen: bool) -> int:
        theme, px = self._theme, self._theme.px
        font = theme.ui_font(11, 500)
        wide = max(QFontMetrics(font).horizontalAdvance(text) + px(10), px(CAP))
        cap = QRectF(right - wide, row.center().y() - px(CAP) // 2 + 1, wide, px(CAP))
        painter.setBrush(theme.colour("raised"))
        painter.setPen(QPen(theme.colour("focus" if chosen else "line2"), 1))
        painter.drawRoundedRect(inside(cap), px(4), px(4))
        self._write(painter, cap, text, font, theme.colour("accent" if chosen else "text2"))
        return wide

    def _write(self, painter: QPainter, place: QRectF, text: str, font: QFont, colour: QColor) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def _units(text: str) -> list[int]:
    """Where each character begins in Qt's count (UTF-16), and where the last one ends."""
    places = [0]
    for character in text:
        places.append(places[-1] + (2 if ord(character) > 0xFFFF else 1))
    return places


def _bold(start: int, length: int, font: QFont) -> QTextLayout.FormatRange:
    shape = QTextCharFormat()
    shape.setFont(font)
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, shape
    return made
