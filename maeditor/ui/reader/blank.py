"""What stands where no article is open: one sentence, one action, one key."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words


class Blank(QWidget):
    """An empty page that says how to fill it."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.reword()

    def reword(self) -> None:
        """Take the sentences of another language."""
        self.setAccessibleName(self._words.say("reader.empty"))
        self.setAccessibleDescription(self._words.say("reader.empty_hint", shortcut=self._words.cap("import-files")))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sentence and the way on."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("paper"))
        middle = self.height() * 0.42
        for text, size, weight, colour, top in (
            (self._words.say("reader.empty"), 14, 600, "text2", middle),
            (
                self._words.say("reader.empty_hint", shortcut=self._words.cap("import-files")),
                13,
                400,
                "text3",
                middle + self._theme.px(26),
            ),
        ):
            painter.setFont(self._theme.ui_font(size, weight))
            painter.setPen(self._theme.colour(colour))
            box = QRectF(0, top, self.width(), self._theme.px(24))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
