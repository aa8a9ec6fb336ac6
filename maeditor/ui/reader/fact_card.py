"""The card beside a passage or a chip under the mouse: the facts it stands for, in a few words each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from maeditor.domain.facts import State
from maeditor.domain.properties import Family
from maeditor.ui.reader.view import Highlight
from maeditor.ui.strokes import inside
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

DWELL_MS = 350
"""How long the mouse rests before the card comes."""
MOST = 5
"""Facts that are told; the others are counted."""
WIDEST, NARROWEST = 380, 200
_PAD, _ROW, _TILE, _GAP, _SHADOW = 10, 42, 24, 6, 8
_STATES: Mapping[State, tuple[str, str]] = MappingProxyType(
    {
        State.PROPOSED: ("proposed", "text2"),
        State.ACCEPTED: ("accepted", "ok"),
        State.CORRECTED: ("corrected", "ok"),
        State.REJECTED: ("rejected", "danger"),
        State.DEFERRED: ("deferred", "text2"),
    }
)


@dataclass(frozen=True, slots=True)
class CardRow:
    """A fact on the card: ``value`` and, small beside it, ``besides``; ``about`` under it; ``state`` in a word.

    ``warning`` says what is wrong with it, in the colour of danger where it is ``grave``.
    """

    family: Family
    value: str
    besides: str = ""
    about: str = ""
    icon: str = ""
    state: str = ""
    warning: str = ""
    grave: bool = False
    tile: str = ""
    """The icon on its tile; its family's where none is given."""


def plain_row(highlight: Highlight) -> CardRow:
    """A fact of which no more is known than its label."""
    return CardRow(highlight.family, highlight.label, icon=highlight.state.value)


class FactCard(QWidget):
    """Lies over the reader, lets the mouse through and never takes the keyboard."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words, self._over = theme, words, parent
        self.describe: Callable[[Highlight], CardRow] = plain_row
        """Says what stands on the card of a fact."""
        self._facts: tuple[str, ...] = ()
        self._wanted: tuple[tuple[Highlight, ...], QRect] = ((), QRect())
        self._rows: list[CardRow] = []
        self._more = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._dwell = QTimer(self, interval=DWELL_MS, singleShot=True)
        self._dwell.timeout.connect(self._come)
        self.hide()

    @property
    def rows(self) -> list[CardRow]:
        """What is told now; nothing while the card is away."""
        return self._rows if self.isVisible() else []

    def over(self, highlights: Sequence[Highlight], box: QRect, *, at_once: bool = False) -> None:
        """The mouse is over these passages, in this box of the screen; over none the card goes."""
        by_fact = {each.fact_id: each for each in highlights}
        facts = tuple(by_fact)
        if not facts:
            self.leave()
        elif facts != self._facts or at_once:
            came = self.isVisible()
            self.leave()
            self._facts, self._wanted = facts, (tuple(by_fact.values()), box)
            if at_once or came:
                self._come()
            else:
                self._dwell.start()

    def leave(self) -> None:
        """The mouse is elsewhere, or the page has moved."""
        self._dwell.stop()
        self._facts = ()
        self.hide()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Go where the mouse leaves, a button is pressed or a key."""
        if event.type() in (QEvent.Type.Leave, QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.Wheel):
            self.leave()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card, its soft shadow and the facts."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card, radius = self._card(), theme.px(10)
        shadow = theme.colour_of("#000000")
        shadow.setAlpha(16 if theme.dark else 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shadow)
        for spread in range(_SHADOW - 1, 0, -1):
            painter.drawRoundedRect(
                card.adjusted(-spread, 1 - spread, spread, 1 + spread), radius + spread, radius + spread
            )
        painter.setBrush(theme.colour("raised"))
        painter.setPen(QPen(theme.colour("line2"), 1))
        painter.drawRoundedRect(inside(card), radius, radius)
        row = QRect(card.toRect().adjusted(px(_PAD), px(_PAD) - px(2), -px(_PAD), 0))
        row.setHeight(px(_ROW))
        for each in self._rows:
            self._paint_row(painter, each, row)
            row.translate(0, px(_ROW))
        if self._more:
            row.setHeight(px(20))
            painter.setFont(theme.ui_font(11))
            painter.setPen(theme.colour("text3"))
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, self._words.say("reader.card_more", count=self._more))
        painter.end()

    def _paint_row(self, painter: QPainter, row: CardRow, box: QRect) -> None:
        theme, px = self._theme, self._theme.px
        colours = theme.family(row.family)
        tile = QRect(box.left(), box.top() + (box.height() - px(_TILE)) // 2, px(_TILE), px(_TILE))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour_of(colours.wash))
        painter.drawRoundedRect(tile, px(6), px(6))
        self._icon(painter, row.tile or row.family.value, colours.ink, tile.center(), 15)
        left = tile.right() + px(10)
        top, bottom = QRect(box), QRect(box)
        top.setLeft(left)
        top.setBottom(box.center().y() + px(1))
        bottom.setLeft(left)
        bottom.setTop(box.center().y() + px(1))
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        icon, colour = _STATES.get(State(row.icon), ("", "")) if row.icon else ("", "")
        taken = self._text(painter, row.state, 11, 500, "text2", top, Qt.AlignmentFlag.AlignRight) if row.state else 0
        if icon:
            at = QPoint(top.right() - taken - (px(9) if row.state else px(7)), top.center().y() + 1)
            self._icon(painter, icon, theme.tokens.text2 if not colour else getattr(theme.tokens, colour), at, 14)
            taken += px(22)
        top.setRight(top.right() - taken)
        used = self._text(painter, row.value, 13, 600, "text", top, middle)
        if row.besides:
            top.setLeft(top.left() + used + px(8))
            self._text(painter, row.besides, 11, 400, "text3", top, middle)
        if row.warning:
            tone = "danger" if row.grave else "warn"
            width = self._text(painter, row.warning, 11, 500, tone, bottom, Qt.AlignmentFlag.AlignRight)
            bottom.setRight(bottom.right() - width - px(8))
        self._text(painter, row.about, 12, 400, "text2", bottom, middle)

    def _text(
        self, painter: QPainter, text: str, size: int, weight: int, colour: str, box: QRect, side: Qt.AlignmentFlag
    ) -> int:
        """Draw a text cut to its box; tells how wide it came out."""
        font = self._theme.ui_font(size, weight)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(box.width(), 0))
        painter.setFont(font)
        painter.setPen(self._theme.colour(colour))
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)

    def _icon(self, painter: QPainter, name: str, colour: str, middle: QPoint, size: int) -> None:
        side = self._theme.px(size)
        painter.drawPixmap(
            QRect(middle.x() - side // 2, middle.y() - side // 2, side, side),
            self._theme.pixmap(name, colour, side, self.devicePixelRatioF()),
        )

    def _card(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)

    def _come(self) -> None:
        highlights, box = self._wanted
        self._rows = [self.describe(each) for each in highlights[:MOST]]
        self._more = max(len(highlights) - MOST, 0)
        self.resize(self._wanted_size())
        room, px = self._over.rect(), self._theme.px
        spot = QRect(self._over.mapFromGlobal(box.topLeft()), box.size())
        left = min(max(spot.left() - _SHADOW - px(_PAD), room.left()), max(room.right() - self.width(), 0))
        top = spot.bottom() + px(_GAP) - _SHADOW
        if top + self.height() > room.bottom():
            top = max(spot.top() - px(_GAP) - self.height() + _SHADOW, room.top())
        self.move(left, top)
        self.show()
        self.raise_()

    def _wanted_size(self) -> QSize:
        theme, px = self._theme, self._theme.px
        strong, plain, small = theme.ui_font(13, 600), theme.ui_font(12), theme.ui_font(11, 500)
        widest = 0
        for row in self._rows:
            first = QFontMetrics(strong).horizontalAdvance(row.value)
            for text in (row.besides, row.state):
                first += QFontMetrics(small).horizontalAdvance(text) + px(30) if text else 0
            second = QFontMetrics(plain).horizontalAdvance(row.about)
            if row.warning:
                second += QFontMetrics(small).horizontalAdvance(row.warning) + px(16)
            widest = max(widest, first, second)
        width = min(max(widest + px(_TILE) + px(12) + 2 * px(_PAD), px(NARROWEST)), px(WIDEST), self._over.width())
        height = len(self._rows) * px(_ROW) + 2 * px(_PAD) - px(4) + (px(20) if self._more else 0)
        return QSize(width + 2 * _SHADOW, height + 2 * _SHADOW)
