"""Several facts chosen: how many, what they share, and what can be done with all of them at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from maeditor.domain.facts import State
from maeditor.services.library import FactView
from maeditor.ui import fact_text
from maeditor.ui.elided_label import ElidedLabel
from maeditor.ui.keycap import KeycapButton
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

BUTTONS = (
    ("accept", "accept", "accept-fact"),
    ("reject", "reject", "reject-fact"),
    ("defer", "deferred", ""),
    ("reopen", "proposed", ""),
    ("merge", "merge", ""),
)
ROWS = ("property", "subject", "value", "status", "article")
ABREAST = 2


class SeveralPanel(QWidget):
    """What the inspector shows while more than one row is marked."""

    asked = Signal(str)
    """``accept``, ``reject``, ``defer``, ``reopen``, ``merge``."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._count = 0
        self._views: Sequence[FactView] = ()
        self._title, self._states, self._hint = QLabel(self), QLabel(self), QLabel(self)
        self._names = {name: QLabel(self) for name in ROWS}
        self._said = {name: ElidedLabel(self) for name in ROWS}
        for label in (self._title, self._states, self._hint, *self._said.values()):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._states.setWordWrap(True)
        self._hint.setWordWrap(True)
        self.buttons = {name: KeycapButton(theme, icon, "", self, tight=True) for name, icon, _ in BUTTONS}
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, name=name: self.asked.emit(name))
        self._lay_out()

    @property
    def text(self) -> str:
        """What it says first."""
        return self._title.text()

    def show_facts(self, count: int, views: Sequence[FactView]) -> None:
        """Show how many are chosen; ``views`` are all of them, or nothing where they are too many to compare."""
        self._count, self._views = count, views
        self.retranslate()

    def retranslate(self) -> None:
        """Word and colour everything again."""
        theme, say, px = self._theme, self._words.say, self._theme.px
        views = self._views
        for name, _icon, command in BUTTONS:
            self.buttons[name].set_key(self._words.cap(command) if command else "")
        self._title.setFont(theme.ui_font(14, 600))
        self._title.setText(say("facts.several", count=self._count))
        for label in (self._states, self._hint):
            label.setFont(theme.ui_font(12))
            label.setStyleSheet(f"color: {theme.tokens.text2};")
        self._states.setText(self._told_states())
        shared = self._shared()
        for name in ROWS:
            shown = bool(shared.get(name))
            self._names[name].setVisible(shown)
            self._said[name].setVisible(shown)
            key = "facts.group_article" if name == "article" else f"facts.field_{name}"
            self._names[name].setText(say(key).replace("&", ""))
            self._names[name].setFont(theme.ui_font(13))
            self._names[name].setStyleSheet(f"color: {theme.tokens.text2};")
            self._said[name].setFont(theme.ui_font(13, 600 if name == "value" else 400))
            self._said[name].setText(shared.get(name, ""))
        self._hint.setText(say("facts.several_share_nothing") if views and not shared else "")
        self._hint.setVisible(bool(self._hint.text()))
        for name, button in self.buttons.items():
            button.setText(say(f"facts.{name}"))
        self.buttons["merge"].setEnabled(len({view.fact.property for view in views}) == 1)
        self.buttons["merge"].setToolTip(say("facts.merge_tip"))
        self._column.setContentsMargins(px(18), px(14), px(18), px(12))
        self._column.setSpacing(px(8))
        self._grid.setVerticalSpacing(px(6))
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setColumnMinimumWidth(0, px(72))
        for row in self._rows:
            row.setSpacing(px(6))
        self._line.setStyleSheet(f"background: {theme.tokens.line};")

    def _told_states(self) -> str:
        counted = Counter(view.fact.state for view in self._views)
        words = self._words
        return " · ".join(
            f"{fact_text.state_text(state, words.wording)}\u00a0{words.number(counted[state])}"
            for state in State
            if counted[state]
        )

    def _shared(self) -> dict[str, str]:
        """What all the chosen facts say alike, by row."""
        words = self._words.wording
        said: dict[str, Callable[[FactView], str]] = {
            "property": lambda view: view.property.label(words.language),
            "subject": lambda view: view.fact.subject,
            "value": lambda view: fact_text.value_text(view, words),
            "status": lambda view: words.say(f"facts.lifecycle_{view.fact.lifecycle.value}"),
            "article": lambda view: next((each.article_title for each in view.evidence), ""),
        }
        found = {name: {tell(view) for view in self._views} for name, tell in said.items()}
        return {
            name: fact_text.isolated(texts.pop())
            for name, texts in found.items()
            if len(texts) == 1 and "" not in texts
        }

    def _lay_out(self) -> None:
        grid = self._grid = QGridLayout()
        for at, name in enumerate(ROWS):
            grid.addWidget(self._names[name], at, 0)
            grid.addWidget(self._said[name], at, 1)
        grid.setColumnStretch(1, 1)
        column = self._column = QVBoxLayout(self)
        column.addWidget(self._title)
        column.addWidget(self._states)
        column.addWidget(self._hint)
        column.addLayout(grid)
        column.addStretch(1)
        line = self._line = QFrame(self)
        line.setFixedHeight(1)
        column.addWidget(line)
        self._rows: list[QHBoxLayout] = []
        buttons = list(self.buttons.values())
        for at in range(0, len(buttons), ABREAST):
            row = QHBoxLayout()
            for button in buttons[at : at + ABREAST]:
                row.addWidget(button, 1)
            self._rows.append(row)
            column.addLayout(row)
