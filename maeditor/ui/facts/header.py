"""The facts pane's header: how many, of the article or the project, the funnel, a new fact."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from maeditor.ui.filter_menu import FilterMenu
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

HEIGHT = 44
SEGMENT, SEGMENT_BUTTON = 28, 24


class FactsHeader(QWidget):
    """One line, 44 px."""

    scope_changed = Signal(bool)
    """True: the whole project."""
    new_asked = Signal()
    menu_opening = Signal()
    """The funnel's menu is about to open: fill it."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._title, self._count = QLabel(self), QLabel(self)
        self.article, self.project = QPushButton(self), QPushButton(self)
        self.segment = QFrame(self)
        self.segment.setObjectName("scope")
        self.funnel, self._new = QToolButton(self), QToolButton(self)
        self.menu = FilterMenu(words, self)
        self._scope = QButtonGroup(self)
        self._filtered = False
        self._lay_out()
        self._scope.buttonClicked.connect(lambda _button: self.scope_changed.emit(self.project.isChecked()))
        self._new.clicked.connect(self.new_asked)
        self.funnel.clicked.connect(self.open_menu)

    def show_count(self, count: int, *, complete: bool = True, of: int | None = None) -> None:
        """Tell how many facts are listed; ``of`` how many, where some are left out; ``+`` while not all are known."""
        number = self._words.number(count)
        told = number if complete else f"{number}+"
        if of is not None and of != count:
            told = self._words.say("facts.count_of", count=told, all=self._words.number(of))
        self._count.setText(told)

    def show_filtered(self, filtered: bool) -> None:
        """Mark the funnel while something is filtered out."""
        self._filtered = filtered
        self._draw_funnel()

    def open_menu(self) -> None:
        """Open the funnel's menu below it."""
        self.menu_opening.emit()
        wanted = self.menu.sizeHint().width()
        self.menu.popup(self.funnel.mapToGlobal(QPoint(self.funnel.width() - wanted, self.funnel.height())))

    def retranslate(self) -> None:
        """Word, colour and size everything again."""
        theme, say, tokens = self._theme, self._words.say, self._theme.tokens
        px = theme.px
        self._title.setText(say("facts.title"))
        self._title.setFont(theme.ui_font(13, 600))
        self._count.setFont(theme.ui_font(12))
        self._count.setStyleSheet(f"color: {tokens.text3};")
        self.article.setText(say("facts.scope_article"))
        self.project.setText(say("facts.scope_project"))
        for button in (self.article, self.project):
            button.setFont(theme.ui_font(12, 600))
            button.setFixedHeight(px(SEGMENT_BUTTON))
            button.setStyleSheet(
                f"QPushButton {{ border: 1px solid transparent; border-radius: {px(6)}px; color: {tokens.text2};"
                f" padding: 0 {px(10)}px; background: transparent; }}"
                f"QPushButton:checked {{ background: {tokens.raised}; color: {tokens.text};"
                f" border-color: {tokens.line2}; }}"
                f"QPushButton:focus {{ border: 2px solid {tokens.focus}; padding: 0 {px(9)}px; }}"
            )
        self.segment.setFixedHeight(px(SEGMENT))
        self.segment.setStyleSheet(f"#scope {{ background: {tokens.hover}; border-radius: {px(8)}px; }}")
        self._new.setIcon(theme.icon("add", "text2"))
        for tool in (self._new, self.funnel):
            tool.setIconSize(QSize(px(18), px(18)))
        self._new.setToolTip(self._words.tip("facts.new_fact_tip", "new-fact"))
        self._new.setAccessibleName(say("facts.new_fact"))
        self.setFixedHeight(px(HEIGHT))
        self._row.setContentsMargins(px(18), 0, px(12), 0)
        self._row.setSpacing(px(8))
        self._segment_row.setContentsMargins(px(2), px(2), px(2), px(2))
        self._draw_funnel()

    def _draw_funnel(self) -> None:
        say = self._words.say
        told = say("facts.funnel_on" if self._filtered else "facts.funnel")
        ground = f"QToolButton {{ background: {self._theme.tokens.selected}; }}" if self._filtered else ""
        self.funnel.setStyleSheet(ground)
        self.funnel.setIcon(self._theme.icon("filter", "accent" if self._filtered else "text2"))
        self.funnel.setToolTip(told)
        self.funnel.setAccessibleName(told)

    def _lay_out(self) -> None:
        segment = self._segment_row = QHBoxLayout(self.segment)
        segment.setSpacing(0)
        for button in (self.article, self.project):
            button.setCheckable(True)
            self._scope.addButton(button)
            segment.addWidget(button)
        self.article.setChecked(True)
        for tool in (self._new, self.funnel):
            tool.setAutoRaise(True)
            tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = self._row = QHBoxLayout(self)
        row.addWidget(self._title)
        row.addWidget(self._count)
        row.addStretch(1)
        parts: tuple[QWidget, ...] = (self.segment, self.funnel, self._new)
        for part in parts:
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
