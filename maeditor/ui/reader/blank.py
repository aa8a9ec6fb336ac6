"""What stands where no article is open: one sentence, one action, its key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from maeditor.ui.keycap import KeycapButton
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

ICON, GAP = 40, 14


class Blank(QWidget):
    """An empty page that says how to fill it."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._icon, self._sentence = QLabel(self), QLabel(self)
        self.button = KeycapButton(theme, "", "", self)
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)
        for widget in (self._icon, self._sentence, self.button):
            self._column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(3)
        theme.changed.connect(self.reword)
        self.reword()

    def reword(self) -> None:
        """Take the sentences of another language, the key as it now is, and the theme's colours and sizes."""
        theme, say = self._theme, self._words.say
        self._column.setSpacing(theme.px(GAP))
        self._icon.setPixmap(theme.pixmap("import", theme.tokens.disabled, theme.px(ICON), self.devicePixelRatioF()))
        self._sentence.setText(say("reader.empty"))
        self._sentence.setFont(theme.ui_font(14, 500))
        palette = QPalette(self._sentence.palette())
        palette.setColor(QPalette.ColorRole.WindowText, theme.colour("text2"))
        self._sentence.setPalette(palette)
        self.button.setText(say("reader.empty_action"))
        self.button.setAccessibleName(say("reader.empty_action"))
        self.button.set_key(self._words.cap("import-files"))
        self.setAccessibleName(say("reader.empty"))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("paper"))
        painter.end()
