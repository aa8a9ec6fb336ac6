"""No fact chosen: one sentence, the keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words


class Nothing(QWidget):
    """What the inspector shows without a fact."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._title, self._hint = QLabel(self), QLabel(self)
        column = QVBoxLayout(self)
        column.addStretch(1)
        for label in (self._title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(1)
        words.changed.connect(self._retranslate)
        theme.changed.connect(self._retranslate)
        self._retranslate()

    def _retranslate(self) -> None:
        self._title.setFont(self._theme.ui_font(13, 600))
        self._hint.setFont(self._theme.ui_font(12))
        self._hint.setStyleSheet(f"color: {self._theme.tokens.text3};")
        self._title.setText(self._words.say("facts.none_chosen"))
        keys = {name: self._words.called(name.replace("_", "-")) for name in ("next_fact", "previous_fact", "new_fact")}
        self._hint.setText(self._words.say("facts.none_chosen_hint", **keys))
