"""A state as a pill: icon and word, never colour alone."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from maeditor.domain.facts import State
from maeditor.ui import fact_text
from maeditor.ui.facts.delegate import STATE_ICONS
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

GROUNDS = {
    State.ACCEPTED: "selected",
    State.CORRECTED: "selected",
    State.REJECTED: "danger_bg",
    State.PROPOSED: "hover",
    State.DEFERRED: "hover",
}
HEIGHT, ICON, PAD, GAP = 23, 15, 8, 5


class StateBadge(QWidget):
    """The state of the fact shown."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._state = State.PROPOSED
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """The word it shows."""
        return fact_text.state_text(self._state, self._words.wording)

    def show_state(self, state: State) -> None:
        """Show a state."""
        self._state = state
        self.setAccessibleName(self.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Icon, word and the room around them."""
        px = self._theme.px
        word = QFontMetrics(self._theme.ui_font(12, 600)).horizontalAdvance(self.text)
        return QSize(word + px(ICON) + px(GAP) + 2 * px(PAD) + px(2), px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill."""
        theme = self._theme
        px = theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(GROUNDS[self._state]))
        radius = self.height() / 2
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        name, colour = STATE_ICONS[self._state]
        side = px(ICON)
        icon = QRect(px(PAD), (self.height() - side) // 2, side, side)
        painter.drawPixmap(icon, theme.pixmap(name, colour, side, self.devicePixelRatioF()))
        painter.setFont(theme.ui_font(12, 600))
        painter.setPen(theme.colour("text"))
        left = icon.right() + 1 + px(GAP)
        painter.drawText(QRect(left, 0, self.width() - left, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text)
