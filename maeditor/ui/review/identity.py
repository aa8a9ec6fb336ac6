"""What the fact on the table is of: family, property, subject, who proposed it, how sure that is."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from maeditor.domain.facts import State
from maeditor.services.learning import Judged
from maeditor.services.library import FactView
from maeditor.ui import fact_text
from maeditor.ui.fact_icon import icon_of
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

TILE, ICON = 36, 19
STATE_ICONS = {
    State.ACCEPTED: ("accepted", "accent"),
    State.CORRECTED: ("corrected", "accent"),
    State.REJECTED: ("rejected", "danger"),
    State.DEFERRED: ("deferred", "text2"),
}


class Identity(QWidget):
    """A tile, two lines, and at the right the confidence; for a decided fact, what was decided."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._view: FactView | None = None
        self._judged = Judged(0.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_fact(self, view: FactView, judged: Judged) -> None:
        """Show another fact, or how sure the same one is by now."""
        self._view, self._judged = view, judged
        record = self.record()
        told = (view.property.label(self._words.language), self.about(), self.sureness(), record)
        self.setAccessibleName(", ".join(filter(None, told)))
        self.update()

    def about(self) -> str:
        """The line below the property: whom it is about, and who says so or what was decided."""
        view, say = self._view, self._words.say
        if view is None:
            return ""
        fact = view.fact
        parts = [fact_text.isolated(each) for each in dict.fromkeys((fact.subject, fact.place)) if each]
        if fact.state is State.PROPOSED:
            # Whose rule has a record was proposed by it.
            parts += [] if self.record() else [say(f"review.origin_{origin_kind(fact.origin)}")]
        else:
            state = fact_text.state_text(fact.state, self._words.wording).lower()
            parts.append(say("review.decided_by", state=state, name=fact_text.isolated(fact.reviewer or "–")))
        return " · ".join(parts)

    def sureness(self) -> str:
        """The word beside the bars."""
        view = self._view
        return self._words.say(f"review.sure_{fact_text.confidence_bars(self._judged.confidence)}") if view else ""

    def record(self) -> str:
        """What was decided about others of its rule; nothing where that says little, or it is decided itself."""
        view = self._view
        decided = view is None or view.fact.state in STATE_ICONS
        told = "" if decided else fact_text.record_text(self._judged.record, self._words.wording)
        return self._words.say("learned.of_rule", record=told) if told else ""

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self._theme.px(200), self._theme.px(TILE + 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        view = self._view
        if view is None:
            return
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.family(view.property.family)
        tile = QRect(0, (self.height() - px(TILE)) // 2, px(TILE), px(TILE))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour_of(colours.wash))
        painter.drawRoundedRect(QRectF(tile), px(9), px(9))
        self._icon(painter, icon_of(view.property), colours.ink, tile.center().x(), tile.center().y(), px(ICON))
        right = self._judgement(painter, view)
        left = tile.right() + px(13)
        strong, plain = theme.ui_font(14, 600), theme.ui_font(12)
        top, below = QFontMetrics(strong), QFontMetrics(plain)
        height = top.height() + px(2) + below.height()
        y = (self.height() - height) // 2
        room = right - px(12) - left
        self._line(
            painter, strong, "text", QRect(left, y, room, top.height()), view.property.label(self._words.language)
        )
        line = QRect(left, y + top.height() + px(2), room, below.height())
        if view.fact.state not in STATE_ICONS:
            record = self.record()
            wide = below.horizontalAdvance(record) + px(2) if record else 0
            self._line(painter, plain, "text2", QRect(self.width() - wide, line.top(), wide, line.height()), record)
            line.setRight(self.width() - wide - (px(12) if record else 0))
        self._line(painter, plain, "text2", line, self.about())

    def _judgement(self, painter: QPainter, view: FactView) -> int:
        """The bars and their word, or the state's icon; tells where they begin."""
        theme, px = self._theme, self._theme.px
        middle = self.height() // 2 - px(9)
        right = self.width()
        if view.fact.state in STATE_ICONS:
            name, colour = STATE_ICONS[view.fact.state]
            self._icon(painter, name, getattr(theme.tokens, colour), right - px(11), self.height() // 2, px(22))
            return right - px(26)
        bars = fact_text.confidence_bars(self._judged.confidence)
        width, gap = px(3), px(2)
        left = right - 3 * width - 2 * gap
        painter.setPen(Qt.PenStyle.NoPen)
        for bar in range(3):
            painter.setBrush(theme.colour("text2" if bar < bars else "line2"))
            high = px(4 + 3 * bar)
            painter.drawRoundedRect(QRect(left + bar * (width + gap), middle + px(5) - high, width, high), 1, 1)
        font = theme.ui_font(12)
        word = self.sureness()
        wide = QFontMetrics(font).horizontalAdvance(word)
        box = QRect(left - px(7) - wide, middle - px(9), wide + px(2), px(18))
        self._line(painter, font, "text2", box, word)
        return box.left()

    def _line(self, painter: QPainter, font: QFont, ink: str, box: QRect, text: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(ink))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _icon(self, painter: QPainter, name: str, colour: str, x: int, y: int, side: int) -> None:
        pixmap = self._theme.pixmap(name, colour, side, self.devicePixelRatioF())
        painter.drawPixmap(QRect(x - side // 2, y - side // 2, side, side), pixmap)


def origin_kind(origin: str) -> str:
    """Who made a fact: ``person``, ``rule`` or ``file``."""
    kind = origin.partition(":")[0]
    return kind if kind in {"person", "file"} else "rule"
