"""What stands on a step that cannot be taken back: whose it is, when it was done, and the way there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from maeditor.services.phrasing import worded_moment
from maeditor.services.retracing import Step
from maeditor.ui.theme import Theme
from maeditor.ui.timeline import step_text
from maeditor.ui.wording import Words

MOST = 4
"""Steps that are named; the others are counted."""


class BlockedBox(QFrame):
    """Stays until another step is looked at."""

    wanted = Signal(str)
    """The id of an action to go to."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.setObjectName("blocked")
        self.steps: Sequence[Step] = ()
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self._more = QLabel(self)
        self.ways: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.text)
        self._column.addWidget(self._more)
        self.hide()

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Name what stands in the way; nothing hides the box."""
        self.steps = steps
        self.restyle()
        self.setVisible(bool(steps))

    def restyle(self) -> None:
        """Word and colour everything again."""
        theme, px, tokens, say = self._theme, self._theme.px, self._theme.tokens, self._words.say
        for way in self.ways:
            self._column.removeWidget(way)
            way.hide()
            way.deleteLater()
        self.ways = [self._way(step) for step in self.steps[:MOST]]
        for at, way in enumerate(self.ways, 1):
            self._column.insertWidget(at, way)
        self.text.setText(say("timeline.blocked", count=len(self.steps)))
        self.text.setFont(theme.ui_font(13, 600))
        self.text.setStyleSheet(f"color: {tokens.warn};")
        self._more.setText(say("timeline.blocked_more", count=max(len(self.steps) - MOST, 0)))
        self._more.setFont(theme.ui_font(12))
        self._more.setStyleSheet(f"color: {tokens.text2};")
        self._more.setVisible(len(self.steps) > MOST)
        self._column.setContentsMargins(px(14), px(10), px(14), px(10))
        self._column.setSpacing(px(4))
        self.setStyleSheet(f"#blocked {{ background: {tokens.warn_bg}; border-radius: {px(9)}px; }}")

    def _way(self, step: Step) -> QPushButton:
        theme, px, tokens = self._theme, self._theme.px, self._theme.tokens
        told = self._words.say(
            "timeline.blocked_step",
            what=step_text.told(step),
            editor=step.action.editor,
            at=worded_moment(step.action.at, self._words.wording),
        )
        way = QPushButton(self)
        way.setFont(theme.ui_font(12, 600))
        way.setIcon(theme.icon("external", "accent"))
        way.setIconSize(QSize(px(14), px(14)))
        room = px(306)
        way.setText(way.fontMetrics().elidedText(told, Qt.TextElideMode.ElideRight, room).replace("&", "&&"))
        way.setAccessibleName(self._words.say("timeline.go_to", what=told))
        way.setToolTip(told)
        way.setCursor(Qt.CursorShape.PointingHandCursor)
        way.setAutoDefault(False)
        way.setStyleSheet(
            f"QPushButton {{ text-align: left; background: {tokens.raised}; color: {tokens.accent};"
            f" border: 1px solid {tokens.line2}; border-radius: {px(6)}px; padding: {px(4)}px {px(8)}px; }}"
            f"QPushButton:hover {{ background: {tokens.hover}; }}"
            f"QPushButton:focus {{ border: 2px solid {tokens.focus};"
            f" padding: {px(4) - 1}px {px(8) - 1}px; }}"
        )
        way.clicked.connect(lambda _checked=False, wanted=step.action.id: self.wanted.emit(wanted))
        return way
