"""The drawer's first line: back to the list, what is shown, close; below it whose and about what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QWidget

from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

HEIGHT = 44


class TimelineHeader(QWidget):
    """One line, 44 px, with a hairline below it that the pane draws."""

    back_asked = Signal()
    close_asked = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.back, self.close_button = QToolButton(self), QToolButton(self)
        self._title = QLabel(self)
        for tool in (self.back, self.close_button):
            tool.setAutoRaise(True)
        self.back.clicked.connect(self.back_asked)
        self.close_button.clicked.connect(self.close_asked)
        row = self._row = QHBoxLayout(self)
        row.addWidget(self.back)
        row.addWidget(self._title, 1)
        row.addWidget(self.close_button)
        self.back.hide()

    def restyle(self) -> None:
        """Word, colour and size everything again."""
        theme, px, say = self._theme, self._theme.px, self._words.say
        self._title.setText(say("timeline.title"))
        self._title.setFont(theme.ui_font(13, 600))
        tools = (
            (self.back, "back", "timeline.back"),
            (self.close_button, "close", "timeline.close"),
        )
        for tool, icon, text in tools:
            tool.setIcon(theme.icon(icon, "text2"))
            tool.setIconSize(QSize(px(16), px(16)))
            tool.setAccessibleName(say(text))
            tool.setToolTip(say(text))
        self.setFixedHeight(px(HEIGHT))
        self._row.setContentsMargins(px(18), 0, px(10), 0)
        self._row.setSpacing(px(6))


class ScopeRow(QWidget):
    """Whose actions are listed, and about what."""

    changed = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.who, self.about = QComboBox(self), QComboBox(self)
        self._row = QHBoxLayout(self)
        for box in (self.who, self.about):
            # A long name must not widen the drawer.
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(6)
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            box.activated.connect(lambda _at: self.changed.emit())
            self._row.addWidget(box, 1)

    def offer(self, who: Sequence[tuple[str, str]], about: Sequence[tuple[str, str]]) -> None:
        """Offer keys with their texts; what was chosen stays so where it is still offered."""
        for box, choices in ((self.who, who), (self.about, about)):
            chosen = box.currentData()
            box.clear()
            for key, text in choices:
                box.addItem(text, key)
            box.setCurrentIndex(max(box.findData(chosen), 0))

    def choose_about(self, key: str) -> None:
        """Choose about what."""
        self.about.setCurrentIndex(max(self.about.findData(key), 0))

    def restyle(self) -> None:
        """Word and size everything again."""
        px, say = self._theme.px, self._words.say
        self.who.setAccessibleName(say("timeline.who"))
        self.about.setAccessibleName(say("timeline.about"))
        for box in (self.who, self.about):
            box.setFont(self._theme.ui_font(13))
        self._row.setContentsMargins(px(18), px(10), px(18), px(8))
        self._row.setSpacing(px(8))
