"""The line above the title: who published it, when, in which language, how long, and how much is hidden."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from maeditor.ui.reader.view import ArticleView
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

_DAY = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?$")


@dataclass(frozen=True, slots=True)
class MetaPart:
    """One thing said of the article; ``missing`` is set in italics, ``action`` can be clicked."""

    text: str
    missing: bool = False
    action: bool = False


def meta_parts(
    view: ArticleView, words: Words, *, word_count: int | None, hidden: int, showing: bool
) -> list[MetaPart]:
    """What the line says; what the source does not tell is named, never left blank."""
    publisher = view.publisher.strip()
    parts = [MetaPart(publisher) if publisher else MetaPart(words.say("reader.no_source"), missing=True)]
    published = view.published.strip()
    if published:
        parts.append(MetaPart(written_date(published, words)))
    else:
        parts.append(MetaPart(words.say("reader.no_date"), missing=True))
    if view.language:
        parts.append(MetaPart(view.language))
    if word_count is not None:
        parts.append(MetaPart(words.say("reader.words", count=word_count)))
    if hidden:
        parts.append(MetaPart(words.say("reader.hidden", count=hidden), action=True))
    elif showing:
        parts.append(MetaPart(words.say("reader.hide_noise"), action=True))
    return parts


def written_date(edtf: str, words: Words) -> str:
    """An EDTF date as people write it, to the precision it has; what is no plain date stays as it is."""
    match = _DAY.match(edtf)
    if match is None:
        return edtf
    year, month, day = match.groups()
    if not 1 <= int(month) <= 12:
        return edtf
    name = words.say(f"reader.month.m{month}")
    if day is None:
        return words.say("reader.date_month", month=name, year=year)
    if day == "01":
        return words.say("reader.date_first", month=name, year=year)
    return words.say("reader.date_day", day=day.lstrip("0"), month=name, year=year)


class MetaLine:
    """Paints the parts into the room above the text and knows which of them was clicked."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._parts: list[MetaPart] = []
        self._scale = 1.0
        self._right_to_left = False
        self.action_box = QRectF()
        """Where the part that can be clicked was painted, in viewport coordinates; empty if out of view."""

    def tell(self, parts: list[MetaPart], scale: float, *, right_to_left: bool) -> None:
        """Take what to say."""
        self._parts, self._scale, self._right_to_left = parts, scale, right_to_left
        self.action_box = QRectF()

    @property
    def spoken(self) -> str:
        """The line for a screen reader."""
        return ", ".join(part.text for part in self._parts)

    def paint(self, painter: QPainter, room: QRectF) -> None:
        """Paint the parts; those that would run over the edge are cut short."""
        font = self._theme.ui_font(12 * self._scale / self._theme.scale, 500)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.35 * self._scale)
        slanted = QFont(font)
        slanted.setItalic(True)
        self.action_box = QRectF()
        gap, baseline = 12 * self._scale, room.top() + 0.56 * room.height()
        x = room.right() - 6 if self._right_to_left else room.left() + 6
        for number, part in enumerate(self._parts):
            if number:
                x = self._put(painter, "·", font, x, baseline, "text3", gap)
            text = part.text.upper()
            colour = "accent" if part.action else "text3"
            before = x
            x = self._put(painter, text, slanted if part.missing else font, x, baseline, colour, gap)
            if part.action:
                left, right = sorted((before, x))
                self.action_box = QRectF(left, room.top() + 0.2 * room.height(), right - left, 0.5 * room.height())

    def _put(
        self, painter: QPainter, text: str, font: QFont, x: float, baseline: float, colour: str, gap: float
    ) -> float:
        width = QFontMetricsF(font).horizontalAdvance(text)
        left = x - width if self._right_to_left else x
        painter.setFont(font)
        painter.setPen(self._theme.colour(colour))
        painter.drawText(QPointF(left, baseline), text)
        return left - gap if self._right_to_left else left + width + gap
