"""What stands where the chart would: one sentence, one action, its key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from maeditor.ui.ink_label import InkLabel
from maeditor.ui.keycap import KeycapButton
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words


class NothingToDraw(QWidget):
    """No capacity in the project, or none that passes the filters."""

    articles_asked = Signal()
    unfilter_asked = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._filtered = False
        self._icon, self.sentence = QLabel(self), InkLabel(self)
        self.button = KeycapButton(theme, "", "", self)
        self.button.clicked.connect(self._act)
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(14))
        column.addStretch(2)
        for widget in (self._icon, self.sentence, self.button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.retranslate()

    def show_reason(self, *, filtered: bool) -> None:
        """Say why there is nothing."""
        self._filtered = filtered
        self.retranslate()

    def retranslate(self) -> None:
        """Word and colour everything again."""
        theme, say = self._theme, self._words.say
        self._icon.setPixmap(theme.pixmap("charts", theme.tokens.disabled, theme.px(40), self.devicePixelRatioF()))
        self.sentence.setText(say("charts.filtered_out" if self._filtered else "charts.empty"))
        self.sentence.dress(theme.ui_font(14, 500), theme.colour("text2"))
        self.button.setText(say("charts.clear_filters" if self._filtered else "charts.empty_action"))
        self.button.set_key(say("keys.escape") if self._filtered else "".join(self._words.caps("view-read")[-1:]))

    def _act(self) -> None:
        (self.unfilter_asked if self._filtered else self.articles_asked).emit()
