"""How many of the chosen facts are in each state: icon and words, never colour alone; wrapped where it is narrow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from maeditor.domain.facts import State
from maeditor.ui import fact_text
from maeditor.ui.facts.delegate import STATE_ICONS
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

LINE, ICON, GAP, BETWEEN = 24, 15, 6, 18


class StateCounts(QWidget):
    """One state after the other, in the order in which a fact passes through them."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._counted: Mapping[State, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def text(self) -> str:
        """What it says."""
        return " · ".join(f"{word}\u00a0{count}" for _state, word, count in self._entries())

    def show_counts(self, counted: Counter[State]) -> None:
        """Show them; none: there is nothing to count."""
        self._counted = counted
        self.setAccessibleName(self.text)
        self.setVisible(bool(counted))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """More lines where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as it takes."""
        return (max((line for line, *_rest in self._placed(width)), default=0) + 1) * self._theme.px(LINE)

    def sizeHint(self) -> QSize:
        """One line is what it likes."""
        return QSize(self._theme.px(200), self._theme.px(LINE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them from the left."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        side = px(ICON)
        painter.setFont(theme.ui_font(13, tabular=True))
        painter.setPen(theme.colour("text"))
        for line, x, state, told in self._placed(self.width()):
            top = line * px(LINE)
            icon, colour = STATE_ICONS[state]
            at = QRect(x, top + (px(LINE) - side) // 2, side, side)
            painter.drawPixmap(at, theme.pixmap(icon, colour, side, self.devicePixelRatioF()))
            left = at.right() + px(GAP)
            painter.drawText(QRect(left, top, self.width() - left, px(LINE)), Qt.AlignmentFlag.AlignVCenter, told)

    def _entries(self) -> list[tuple[State, str, str]]:
        words = self._words
        return [
            (state, fact_text.state_text(state, words.wording), words.number(self._counted[state]))
            for state in State
            if self._counted.get(state)
        ]

    def _placed(self, width: int) -> list[tuple[int, int, State, str]]:
        px, metrics = self._theme.px, QFontMetrics(self._theme.ui_font(13, tabular=True))
        placed, line, x = [], 0, 0
        for state, word, count in self._entries():
            told = f"{word}\u00a0{count}"
            wide = px(ICON) + px(GAP) + metrics.horizontalAdvance(told)
            if x and x + wide > width:
                line, x = line + 1, 0
            placed.append((line, x, state, told))
            x += wide + px(BETWEEN)
        return placed
