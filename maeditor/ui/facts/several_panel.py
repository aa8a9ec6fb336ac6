"""Several facts chosen: how many, what they share, and what can be done with all of them at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from maeditor.services.library import FactView
from maeditor.ui import fact_text
from maeditor.ui.elided_label import ElidedLabel
from maeditor.ui.facts.action_row import ActionRow
from maeditor.ui.facts.state_counts import StateCounts
from maeditor.ui.keycap import KeycapButton
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

BUTTONS = (
    ("accept", "accept", "accept-fact"),
    ("reject", "reject", "reject-fact"),
    ("defer", "deferred", "defer-fact"),
)
"""What is decided, in the one row at the foot: icons, and the commands whose keys they show."""
ACTIONS = (("reopen", "proposed"), ("merge", "merge"))
"""What else can be done with all of them."""
ROWS = ("property", "subject", "value", "status", "article")
TOLD_APART = frozenset({"property", "subject", "status"})
"""Rows that also say what the facts say differently."""


class SeveralPanel(QWidget):
    """What the inspector shows while more than one row is marked."""

    asked = Signal(str)
    """``accept``, ``reject``, ``defer``, ``reopen``, ``merge``."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._count = 0
        self._views: Sequence[FactView] = ()
        self._title, self._hint = QLabel(self), QLabel(self)
        self.states = StateCounts(theme, words, self)
        self._names = {name: QLabel(self) for name in ROWS}
        self._said = {name: ElidedLabel(self) for name in ROWS}
        for label in (self._title, self._hint, *self._said.values()):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        self.offers = {name: ActionRow(theme, icon, self) for name, icon in ACTIONS}
        self.buttons = {name: KeycapButton(theme, icon, "", self, tight=True) for name, icon, _ in BUTTONS}
        for name, button in (*self.offers.items(), *self.buttons.items()):
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
            self.buttons[name].setText(say(f"facts.{name}"))
            self.buttons[name].setAccessibleName(say(f"facts.{name}"))
            self.buttons[name].set_key(self._words.cap(command))
        self._title.setFont(theme.ui_font(14, 600))
        self._title.setText(say("facts.several", count=self._count))
        self._hint.setFont(theme.ui_font(12))
        self._hint.setStyleSheet(f"color: {theme.tokens.text2};")
        self._hint.setText(
            say("facts.several_hint", undo=self._words.called("undo"), delete=self._words.called("delete-fact"))
        )
        self.states.show_counts(Counter(view.fact.state for view in views))
        said = self._told()
        for name in ROWS:
            texts = said.get(name, ())
            shown = len(texts) == 1 or (len(texts) > 1 and name in TOLD_APART)
            self._names[name].setVisible(shown)
            self._said[name].setVisible(shown)
            key = "facts.group_article" if name == "article" else f"facts.field_{name}"
            self._names[name].setText(say(key).replace("&", ""))
            self._names[name].setFont(theme.ui_font(13))
            self._names[name].setStyleSheet(f"color: {theme.tokens.text2};")
            self._said[name].setFont(theme.ui_font(13, 600 if name == "value" else 400))
            # What differs is quieter than what is shared.
            self._said[name].setStyleSheet(f"color: {theme.tokens.text if len(texts) == 1 else theme.tokens.text3};")
            self._said[name].setText(", ".join(texts) if shown else "")
        alike = len({view.fact.property for view in views}) == 1
        self.offers["reopen"].show_action(say("facts.reopen"), "")
        self.offers["merge"].show_action(say("facts.merge"), "" if alike else say("facts.merge_takes"))
        self.offers["merge"].setEnabled(alike)
        self.offers["merge"].setToolTip(say("facts.merge_tip"))
        self._column.setContentsMargins(0, px(12), 0, 0)
        self._column.setSpacing(px(8))
        self._body.setContentsMargins(px(18), 0, px(18), 0)
        self._body.setSpacing(px(8))
        self._doing.setContentsMargins(px(10), 0, px(10), 0)
        self._doing.setSpacing(0)
        self._foot.setContentsMargins(px(18), px(7), px(18), px(7))
        self._foot.setSpacing(px(6))
        self._grid.setVerticalSpacing(px(5))
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setColumnMinimumWidth(0, px(72))
        self._line.setStyleSheet(f"background: {theme.tokens.line};")

    def _told(self) -> dict[str, tuple[str, ...]]:
        """What the chosen facts say, by row: one text where they say it alike; nothing where one says nothing."""
        words = self._words.wording
        said: dict[str, Callable[[FactView], str]] = {
            "property": lambda view: view.property.label(words.language),
            "subject": lambda view: view.fact.subject,
            "value": lambda view: fact_text.value_text(view, words),
            "status": lambda view: words.say(f"facts.lifecycle_{view.fact.lifecycle.value}"),
            "article": lambda view: next((each.article_title for each in view.evidence), ""),
        }
        found = {name: dict.fromkeys(tell(view) for view in self._views) for name, tell in said.items()}
        return {name: tuple(map(fact_text.isolated, texts)) for name, texts in found.items() if "" not in texts}

    def _lay_out(self) -> None:
        grid = self._grid = QGridLayout()
        for at, name in enumerate(ROWS):
            grid.addWidget(self._names[name], at, 0)
            grid.addWidget(self._said[name], at, 1)
        grid.setColumnStretch(1, 1)
        body, doing, foot = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        self._body, self._doing, self._foot = body, doing, foot
        body.addWidget(self._title)
        body.addWidget(self.states)
        body.addLayout(grid)
        body.addWidget(self._hint)
        for action in self.offers.values():
            doing.addWidget(action)
        line = self._line = QFrame(self)
        line.setFixedHeight(1)
        for button in self.buttons.values():
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            foot.addWidget(button)
        column = self._column = QVBoxLayout(self)
        column.addLayout(body)
        column.addLayout(doing)
        column.addStretch(1)
        column.addWidget(line)
        column.addLayout(foot)
