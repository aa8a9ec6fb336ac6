"""Above the chart: what it shows, by what, as drawing or table, and saving it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from maeditor.services.figures import Grouping
from maeditor.ui.ink_label import LineLabel
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words


class ChartHeader(QWidget):
    """Title and note at the left, choices at the right."""

    grouping_chosen = Signal(object)  # Grouping
    table_toggled = Signal()
    save_asked = Signal(str)
    """``png`` or ``svg``."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.title, self.note = LineLabel(self), LineLabel(self)
        self._segment = QFrame(self)
        self._group = QButtonGroup(self)
        self.buttons = {each: QPushButton(self._segment) for each in Grouping}
        self.table_button, self.save_button = QToolButton(self), QToolButton(self)
        self._as_table = False
        self._counts = (0, 0)
        self._menu = QMenu(self)
        self._png = self._menu.addAction("", lambda: self.save_asked.emit("png"))
        self._svg = self._menu.addAction("", lambda: self.save_asked.emit("svg"))
        self._lay_out()
        self.retranslate()

    @property
    def grouping(self) -> Grouping:
        """What a row stands for."""
        return next(each for each, button in self.buttons.items() if button.isChecked())

    def show_counts(self, facts: int, articles: int) -> None:
        """Say how much is drawn."""
        self._counts = (facts, articles)
        for tool in (self.table_button, self.save_button):
            tool.setEnabled(facts > 0)
        self.retranslate()

    def show_as_table(self, as_table: bool) -> None:
        """Show which of the two the button leads to."""
        self._as_table = as_table
        self.retranslate()

    def retranslate(self) -> None:
        """Word and colour everything again."""
        theme, say, tokens, px = self._theme, self._words.say, self._theme.tokens, self._theme.px
        facts = say("charts.facts_count", count=self._counts[0])
        articles = say("charts.articles_count", count=self._counts[1])
        self.title.setText(say(f"charts.{self.grouping.value}_title"))
        self.title.dress(theme.ui_font(18, 600), theme.colour("text"))
        self.note.setText(say("charts.note", facts=facts, articles=articles))
        self.note.setToolTip(self.note.text())
        self.note.dress(theme.ui_font(12), theme.colour("text2"))
        for grouping, button in self.buttons.items():
            button.setText(say(f"charts.by_{grouping.value}"))
            button.setAccessibleName(say("charts.grouping", name=button.text().lower()))
            button.setFont(theme.ui_font(12, 600))
            button.setStyleSheet(
                f"QPushButton {{ border: 1px solid transparent; border-radius: {px(6)}px; color: {tokens.text2};"
                f" padding: {px(4)}px {px(11)}px; background: transparent; }}"
                f"QPushButton:hover {{ color: {tokens.text}; }}"
                f"QPushButton:checked {{ background: {tokens.raised}; color: {tokens.text};"
                f" border-color: {tokens.line2}; }}"
                f"QPushButton:focus {{ border: 2px solid {tokens.focus};"
                f" padding: {px(4) - 1}px {px(11) - 1}px; }}"
            )
        self._segment.setStyleSheet(f"#grouping {{ background: {tokens.hover}; border-radius: {px(8)}px; }}")
        for tool in (self.table_button, self.save_button):
            tool.setIconSize(QSize(px(18), px(18)))
        other = "chart" if self._as_table else "table"
        self.table_button.setIcon(theme.icon("charts" if self._as_table else "table", "text2"))
        self.table_button.setToolTip(say(f"charts.show_{other}_tip"))
        self.table_button.setAccessibleName(say(f"charts.show_{other}"))
        self.save_button.setIcon(theme.icon("export", "text2"))
        self.save_button.setToolTip(say("charts.save"))
        self.save_button.setAccessibleName(say("charts.save"))
        self._png.setText(say("charts.save_png"))
        self._svg.setText(say("charts.save_svg"))

    def _lay_out(self) -> None:
        px = self._theme.px
        for label in (self.title, self.note):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._segment.setObjectName("grouping")
        segment = QHBoxLayout(self._segment)
        segment.setContentsMargins(px(2), px(2), px(2), px(2))
        segment.setSpacing(0)
        for button in self.buttons.values():
            button.setCheckable(True)
            button.setAutoDefault(False)
            self._group.addButton(button)
            segment.addWidget(button)
        self.buttons[Grouping.PLACE].setChecked(True)
        self._group.buttonClicked.connect(self._grouped)
        for tool in (self.table_button, self.save_button):
            tool.setAutoRaise(True)
            tool.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.save_button.setMenu(self._menu)
        self.save_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.save_button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.table_button.clicked.connect(self.table_toggled)
        words = QVBoxLayout()
        words.setSpacing(px(3))
        words.addWidget(self.title)
        words.addWidget(self.note)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(28), px(20), px(16), px(22))
        row.setSpacing(px(8))
        row.addLayout(words, 1)
        row.addWidget(self._segment, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.table_button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _grouped(self) -> None:
        self.retranslate()
        self.grouping_chosen.emit(self.grouping)
