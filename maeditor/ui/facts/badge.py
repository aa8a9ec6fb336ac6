"""A state as a pill: icon and word, never colour alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from maeditor.domain.facts import State
from maeditor.ui import fact_text
from maeditor.ui.facts.delegate import STATE_ICONS
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

GROUNDS = {
    State.ACCEPTED: "selected",
    State.CORRECTED: "selected",
    State.REJECTED: "danger_bg",
    State.PROPOSED: "hover",
    State.DEFERRED: "hover",
}


class StateBadge(QWidget):
    """The state of the fact shown."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._icon, self._text = QLabel(self), QLabel(self)
        self.setObjectName("stateBadge")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), theme.px(2), theme.px(9), theme.px(2))
        row.setSpacing(theme.px(5))
        row.addWidget(self._icon)
        row.addWidget(self._text)

    def show_state(self, state: State) -> None:
        """Show a state."""
        theme = self._theme
        name, colour = STATE_ICONS[state]
        ink = getattr(theme.tokens, colour)
        self._icon.setPixmap(theme.pixmap(name, ink, theme.px(15), self.devicePixelRatioF()))
        self._text.setFont(theme.ui_font(12, 600))
        self._text.setText(fact_text.state_text(state, self._words.wording))
        ground = getattr(theme.tokens, GROUNDS[state])
        self._text.setStyleSheet(f"color: {theme.tokens.text};")
        self.setStyleSheet(f"#stateBadge {{ background: {ground}; border-radius: {theme.px(11)}px; }}")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
