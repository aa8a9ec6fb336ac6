"""What stands where the corrections would: one sentence, what leads to some, its key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from maeditor.ui.keycap import KeycapButton
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words


class NothingReturned(QWidget):
    """No workbook was read, or it says what the project says."""

    choose_wanted = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._same = ""
        self._icon, self.sentence, self.hint = QLabel(self), QLabel(self), QLabel(self)
        self.button = KeycapButton(theme, "", "", self)
        self.button.clicked.connect(self.choose_wanted)
        column = QVBoxLayout(self)
        column.addStretch(2)
        for widget in (self._icon, self.sentence, self.hint, self.button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        for label in (self.sentence, self.hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            label.setMinimumWidth(360)
        self._column = column
        self.retranslate()

    def tell(self, same: str) -> None:
        """Name the file that says the same as the project; empty where none was read."""
        self._same = same
        self.retranslate()

    def retranslate(self) -> None:
        """Word and colour everything again."""
        theme, words, px = self._theme, self._words, self._theme.px
        self._column.setSpacing(px(12))
        self._icon.setPixmap(theme.pixmap("excel", theme.tokens.disabled, px(40), self.devicePixelRatioF()))
        same = words.say("returning.all_same", name=self._same) if self._same else words.say("returning.nothing")
        self.sentence.setText(same)
        self.sentence.setFont(theme.ui_font(14, 500))
        self.sentence.setStyleSheet(f"color: {theme.tokens.text2};")
        self.hint.setText(words.say("returning.nothing_hint"))
        self.hint.setFont(theme.ui_font(12))
        self.hint.setStyleSheet(f"color: {theme.tokens.text3};")
        self.button.setText(words.say("returning.choose"))
        self.button.setAccessibleName(self.button.text())
        self.button.set_key(words.cap("corrections"))
