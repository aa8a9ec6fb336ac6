"""The passage on the card: the words that say it, dark, in the sentence around them."""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from maeditor.domain.properties import Family
from maeditor.services.review_cards import Place
from maeditor.ui.held_figures import held
from maeditor.ui.review.caps import cap_width, draw_cap
from maeditor.ui.theme import Theme

BAR, INDENT, SIZE, LINE, MOST_LINES, PADDING = 3, 14, 16, 24, 4, 4
REACH = 70
ELLIPSIS = "…"
_END = re.compile(r"(?<=[.!?…؟])\s+|\n+")
_BULLETS = re.compile(r"^(?:[\s•‣▪·*–—\ufe0f-]|[\u2190-\u2bff\ue000-\uf8ff\U0001f000-\U0001faff]\ufe0f?)+")
"""What a list puts before its lines: dots, dashes, pictures."""
_SPACES = re.compile(r"[ \t\r\n\v\f]+")


def around(place: Place, reach: int = REACH) -> tuple[str, str, str]:
    """A passage in its sentence: what stands before it, itself, what follows; … where a sentence is cut."""
    before, after = place.before[-reach:], place.after[:reach]
    begun = len(place.before) <= reach
    starts = [found.end() for found in _END.finditer(before)]
    if starts:
        before, begun = before[starts[-1] :], True
    elif len(place.before) > reach:
        before = ELLIPSIS + before.partition(" ")[2]
    before = _BULLETS.sub("", before) if begun else before
    end = None if place.passage.exact.rstrip().endswith((".", "!", "?", "؟")) else _END.search(after)
    if place.passage.exact.rstrip().endswith((".", "!", "?", "؟")):
        after = ""
    elif end is not None:
        after = after[: end.start()]
    elif len(place.after) > reach:
        after = after.rpartition(" ")[0] + ELLIPSIS
    return held(_line(before)).lstrip(), held(_line(place.passage.exact)).strip(), held(_line(after)).rstrip()


def _line(text: str) -> str:
    return _SPACES.sub(" ", text)


class QuoteView(QWidget):
    """Up to four lines in the reading face, beside a bar in the family's colour; at the end where it stands."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts = ("", "", "")
        self._marks = ("", "")
        self._where = self._key = ""
        self._language, self._family = "", Family.ATTRIBUTE
        self._layout = QTextLayout()
        self._height = self._room = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_quote(
        self,
        parts: tuple[str, str, str],
        marks: tuple[str, str],
        where: str,
        language: str,
        family: Family,
    ) -> None:
        """Show a passage; ``marks`` open and close a quotation; all empty: there is none, which ``where`` says."""
        self._parts, self._marks, self._where = parts, marks, where
        self._language, self._family = language, family
        self.setAccessibleName(f"{self.text}, {where}")
        self._fit()

    def show_key(self, key: str) -> None:
        """Show the key that moves its bounds."""
        self._key = key
        self._fit()

    def restyle(self) -> None:
        """Take colours and sizes anew."""
        self._fit()

    @property
    def text(self) -> str:
        """The quotation with its marks."""
        return f"{self._marks[0]}{''.join(self._parts)}{self._marks[1]}"

    @property
    def _mirrored(self) -> bool:
        """Tell whether it is read from the right: its bar then stands there, its place at the left."""
        return self._language.startswith("ar")

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(self._theme.px(200), max(self._height, self._theme.px(LINE + 2 * PADDING)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw bar, lines and place."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour_of(theme.family(self._family).line))
        bar = self.width() - px(BAR) if self._mirrored else 0
        painter.drawRoundedRect(QRectF(bar, 0, px(BAR), self.height()), px(1.5), px(1.5))
        middle = px(PADDING) + px(LINE) / 2
        font = theme.ui_font(12)
        wide, cap = QFontMetrics(font).horizontalAdvance(self._where), cap_width(theme, self._key)
        if self._mirrored:
            beside = float(px(8) + cap if cap else 0)
            draw_cap(painter, theme, self._key, cap, middle)
        else:
            beside = draw_cap(painter, theme, self._key, self.width(), middle) - px(8) - wide
        painter.setFont(font)
        painter.setPen(theme.colour("text2"))
        box = QRectF(beside, px(PADDING), wide + 1, px(LINE))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._where)
        painter.setPen(theme.colour("text3"))
        start = self.width() - px(INDENT) - self._room if self._mirrored else px(INDENT)
        self._layout.draw(painter, QPointF(start, px(PADDING)))

    def _fit(self) -> None:
        """Set the lines to the width, at most four; the passage itself is never cut before its beginning."""
        theme, px = self._theme, self._theme.px
        right_to_left = self._mirrored
        font: QFont = theme.reading_font(SIZE + 1 if right_to_left else SIZE, 400, self._language or "fr")
        taken = QFontMetrics(theme.ui_font(12)).horizontalAdvance(self._where) + cap_width(theme, self._key) + px(26)
        room = self._room = max(self.width() - px(INDENT) - taken, px(120))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if right_to_left:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        before, exact, _after = self._parts
        self._layout = QTextLayout(self.text, font)
        self._layout.setTextOption(option)
        dark = QTextLayout.FormatRange()
        dark.start = _units(self._marks[0] + before)
        dark.length = _units(exact)
        ink = QTextCharFormat()
        ink.setForeground(theme.colour("text"))
        dark.format = ink
        self._layout.setFormats([dark])
        self._layout.beginLayout()
        line_height, lines = px(LINE + 8 if right_to_left else LINE), 0
        while lines < MOST_LINES:
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(room)
            line.setPosition(QPointF(0, lines * line_height + (line_height - line.height()) / 2))
            lines += 1
        self._layout.endLayout()
        height = max(lines, 1) * line_height + 2 * px(PADDING)
        if height != self._height:
            self._height = height
            self.updateGeometry()
        self.update()


def _units(text: str) -> int:
    """A text's length as Qt counts: a character beyond the first plane is two."""
    return len(text.encode("utf-16-le")) // 2
