"""Which property of the family is meant: a quiet choice that page keys turn while the keyboard stays in the field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from maeditor.ui.choice import Choice
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words


class PropertyChoice(QWidget):
    """The property's name, a list of its family, and the keys that turn it."""

    chosen = Signal(str)
    """The person chose a property, by its key."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.list = Choice(theme, self)
        # The field keeps the keyboard: page keys turn the list from there.
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMaxVisibleItems(16)
        self._hint = QLabel(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.list)
        self._row.addWidget(self._hint)
        self._row.addStretch(1)
        self.list.activated.connect(lambda _row: self.chosen.emit(str(self.list.currentData())))

    @property
    def key(self) -> str:
        """The property shown."""
        return str(self.list.currentData() or "")

    def show_choices(self, properties: Sequence[tuple[str, str]], key: str) -> None:
        """Offer a family's properties, one of them chosen."""
        shown = [(str(self.list.itemData(row)), self.list.itemText(row)) for row in range(self.list.count())]
        if shown != list(properties):
            self.list.clear()
            for each, name in properties:
                self.list.addItem(name, each)
        self.list.setCurrentIndex(max(self.list.findData(key), 0))
        self._hint.setVisible(len(properties) > 1)

    def turn(self, step: int) -> None:
        """Go on to the family's next property, or back."""
        if self.list.count() > 1:
            self.list.setCurrentIndex((self.list.currentIndex() + step) % self.list.count())
            self.chosen.emit(self.key)

    def restyle(self) -> None:
        """Take colours, sizes and words anew."""
        theme, px = self._theme, self._theme.px
        tokens = theme.tokens
        self._row.setSpacing(px(8))
        self.list.setFont(theme.ui_font(12, 500))
        self.list.setAccessibleName(self._words.say("facts.field_property").replace("&", ""))
        self.list.setStyleSheet(f"QComboBox {{ min-height: {px(24)}px; max-height: {px(24)}px; }}")
        self._hint.setText(self._words.say("facts.turn_property"))
        self._hint.setFont(theme.ui_font(11))
        self._hint.setStyleSheet(f"color: {tokens.text3};")
