"""Below everything: that it is one step, what is left for later, what is applied."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from maeditor.ui.elided_label import ElidedLabel
from maeditor.ui.keycap import KeycapButton
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words


class ReturnFoot(QWidget):
    """Two buttons; they do what Esc and Ctrl+Enter do."""

    later_wanted = Signal()
    apply_wanted = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._count = 0
        self._busy = False
        self._icon, self.hint = QLabel(self), ElidedLabel(self)
        self.later = KeycapButton(theme, "", "", self)
        self.apply = KeycapButton(theme, "accept", "", self, filled=True)
        self.later.clicked.connect(self.later_wanted)
        self.apply.clicked.connect(self.apply_wanted)
        row = self._row = QHBoxLayout(self)
        row.addWidget(self._icon)
        row.addWidget(self.hint, 1)
        row.addWidget(self.later)
        row.addWidget(self.apply)
        self.retranslate()

    def show_count(self, count: int, *, busy: bool) -> None:
        """Say how many would be applied; not while they are."""
        self._count, self._busy = count, busy
        self.apply.setEnabled(count > 0 and not busy)
        self.apply.setText(self._words.say("returning.apply", count=count))
        self.apply.setAccessibleName(self.apply.text())
        self.apply.updateGeometry()

    def retranslate(self) -> None:
        """Word and colour everything again."""
        theme, words, px = self._theme, self._words, self._theme.px
        self._icon.setPixmap(theme.pixmap("history", theme.tokens.text2, px(17), self.devicePixelRatioF()))
        self.hint.setText(words.say("returning.foot", undo=words.cap("undo") or words.say("command.undo")))
        self.hint.setFont(theme.ui_font(12))
        self.hint.setStyleSheet(f"color: {theme.tokens.text2};")
        self.later.setText(words.say("returning.later"))
        self.later.setAccessibleName(self.later.text())
        self.later.set_key(words.say("keys.escape"))
        self.apply.set_key(words.say("keys.control_enter"))
        self._row.setContentsMargins(px(28), px(12), px(28), px(12))
        self._row.setSpacing(px(10))
        self.show_count(self._count, busy=self._busy)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A ground of its own, with a line above."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("panel"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("line"))
