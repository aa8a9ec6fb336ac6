"""The palette's last line: the keys that work there, how much was found and how fast."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from maeditor.ui.strokes import inside
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

CAP = 18


class PaletteFooter(QWidget):
    """Caps with what they do; what there is no room for is left out, never cut."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._told, self._limit = "", ""
        self._runs = False

    @property
    def told(self) -> str:
        """How much was found, in words."""
        return self._told

    def show_told(self, told: str, limit: str) -> None:
        """Say how much was found, and what Tab does."""
        self._told, self._limit = told, limit
        self.update()

    def show_runs(self, runs: bool) -> None:
        """Say that Enter runs what is chosen, rather than opening it."""
        self._runs = runs
        self.update()

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """The keys that work on what is chosen, and what each does."""
        say = self._words.say
        enter, stay = say("keys.enter"), (say("keys.control_enter"), say("palette.open_and_stay"))
        opens = ((enter, say("palette.run")),) if self._runs else ((enter, say("palette.open")), stay)
        return ((say("keys.up_down"), say("palette.choose")), *opens, (say("keys.tab"), self._limit))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw caps at the left, the count at the right."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cap_font, font = theme.ui_font(11, 500), theme.ui_font(12, tabular=True)
        caps, metrics = QFontMetrics(cap_font), QFontMetrics(font)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        told = metrics.horizontalAdvance(self._told)
        right = self.width() - px(20) - told
        painter.setFont(font)
        painter.setPen(theme.colour("text2"))
        painter.drawText(QRect(right, 0, told + 2, self.height()), middle, self._told)
        x = px(20)
        for key, does in self.keys:
            cap = max(caps.horizontalAdvance(key) + px(10), px(CAP))
            wide = cap + px(6) + metrics.horizontalAdvance(does)
            if x + wide > right - px(12):
                return
            painter.setPen(QPen(theme.colour("line2"), 1))
            painter.drawRoundedRect(inside(QRectF(x, (self.height() - px(CAP)) / 2, cap, px(CAP))), px(4), px(4))
            painter.setFont(cap_font)
            painter.setPen(theme.colour("text2"))
            painter.drawText(QRect(x, 0, cap, self.height()), Qt.AlignmentFlag.AlignCenter, key)
            painter.setFont(font)
            painter.drawText(QRect(x + cap + px(6), 0, wide, self.height()), middle, does)
            x += wide + px(14)
