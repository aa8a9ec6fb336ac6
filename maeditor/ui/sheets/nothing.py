"""What stands in the view while the project has no sheet: one sentence, one action, its key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from maeditor.ui.ink_label import InkLabel
from maeditor.ui.keycap import KeycapButton
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words


class NoSheets(QWidget):
    """The way to the first sheet."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._icon, self.sentence = QLabel(self), InkLabel(self)
        self.button = KeycapButton(theme, "add", "", self)
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(14))
        column.addStretch(2)
        for widget in (self._icon, self.sentence, self.button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.retranslate()

    def retranslate(self) -> None:
        """Word and colour everything again."""
        theme, say = self._theme, self._words.say
        self._icon.setPixmap(theme.pixmap("sheets", theme.tokens.disabled, theme.px(40), self.devicePixelRatioF()))
        self.sentence.setText(say("sheets.none"))
        self.sentence.dress(theme.ui_font(14, 500), theme.colour("text2"))
        self.button.setText(say("sheets.none_action"))
        self.button.setAccessibleName(say("sheets.none_action"))
        self.button.set_key(self._words.cap("new-sheet"))
