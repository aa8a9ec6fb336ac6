"""Pages to turn to, side by side on one ground; a number beside a name tells how much is there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget

from maeditor.ui.theme import Theme

HEIGHT, BUTTON = 28, 24


class Segment(QFrame):
    """One of its buttons is always down."""

    turned = Signal(str)

    def __init__(self, theme: Theme, names: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("segment")
        self._group = QButtonGroup(self)
        self.buttons = {name: QPushButton(self) for name in names}
        row = self._row = QHBoxLayout(self)
        row.setSpacing(0)
        for name, button in self.buttons.items():
            button.setCheckable(True)
            button.setAutoDefault(False)
            self._group.addButton(button)
            row.addWidget(button)
            button.clicked.connect(lambda _checked=False, name=name: self.turned.emit(name))
        self.choose(names[0])

    @property
    def chosen(self) -> str:
        """The page in front."""
        return next(name for name, button in self.buttons.items() if button.isChecked())

    def choose(self, name: str) -> None:
        """Press a button without telling anybody."""
        self.buttons[name].setChecked(True)

    def dress(self, texts: Mapping[str, str]) -> None:
        """Word, colour and size it."""
        theme, tokens, px = self._theme, self._theme.tokens, self._theme.px
        for name, button in self.buttons.items():
            button.setText(texts[name])
            button.setAccessibleName(texts[name])
            button.setFont(theme.ui_font(12, 600, tabular=True))
            button.setFixedHeight(px(BUTTON))
            button.setStyleSheet(
                f"QPushButton {{ border: 1px solid transparent; border-radius: {px(6)}px; color: {tokens.text2};"
                f" padding: 0 {px(10)}px; background: transparent; }}"
                f"QPushButton:hover {{ color: {tokens.text}; }}"
                f"QPushButton:checked {{ background: {tokens.raised}; color: {tokens.text};"
                f" border-color: {tokens.line2}; }}"
                f"QPushButton:focus {{ border: 2px solid {tokens.focus}; padding: 0 {px(9)}px; }}"
            )
        self.setFixedHeight(px(HEIGHT))
        self._row.setContentsMargins(px(2), px(2), px(2), px(2))
        self.setStyleSheet(f"#segment {{ background: {tokens.hover}; border-radius: {px(8)}px; }}")
