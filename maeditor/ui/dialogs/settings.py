"""Ctrl+,: what the person chooses, put to work at once; no OK, Escape closes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QScrollArea, QStackedWidget, QWidget

from maeditor.ui.choices import Choices
from maeditor.ui.dialogs.keys_page import KeysPage
from maeditor.ui.dialogs.settings_pages import GeneralPage, ReadingPage, ReviewPage

SIZE = QSize(780, 540)
LIST_WIDTH, MARGIN = 168, 24
PAGES = ("general", "reading", "review", "keys")


class SettingsDialog(QDialog):
    """Pages at the left, the chosen one at the right; both follow theme, language and text size while open."""

    def __init__(self, choices: Choices, parent: QWidget) -> None:
        super().__init__(parent)
        self._choices = choices
        theme, words = choices.theme, choices.words
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pages = QListWidget(self)
        self.pages.addItems(list(PAGES))
        self.pages.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.keys = KeysPage(choices, self)
        self._forms = (GeneralPage(choices, self), ReadingPage(choices, self), ReviewPage(choices, self))
        self._stack = QStackedWidget(self)
        for form in self._forms:
            scroll = QScrollArea(self)
            scroll.setWidgetResizable(True)
            scroll.setFrameShape(QScrollArea.Shape.NoFrame)
            scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            scroll.setWidget(form)
            self._stack.addWidget(scroll)
        self._stack.addWidget(self.keys)
        row = self._row = QHBoxLayout(self)
        row.setSpacing(0)
        row.addWidget(self.pages)
        row.addWidget(self._stack, 1)
        self.pages.currentRowChanged.connect(self._turn)
        self.pages.setCurrentRow(0)
        theme.changed.connect(self._rescale)
        words.changed.connect(self._reword)
        self._rescale()
        self._reword()
        self.pages.setFocus()

    def show_page(self, name: str) -> None:
        """Turn to a page."""
        self.pages.setCurrentRow(PAGES.index(name))

    def _turn(self, page: int) -> None:
        self._stack.setCurrentIndex(page)

    def _rescale(self) -> None:
        """As large as it likes to be, but within its window."""
        theme = self._choices.theme
        px, tokens = theme.px, theme.tokens
        self._row.setContentsMargins(0, 0, 0, 0)
        self.pages.setFixedWidth(px(LIST_WIDTH))
        self.pages.setFont(theme.ui_font(13))
        self.pages.setStyleSheet(
            f"QListWidget {{ background: {tokens.panel}; border: none; border-right: 1px solid {tokens.line};"
            f" padding: {px(10)}px {px(8)}px; outline: none; }}"
            f"QListWidget::item {{ height: {px(32)}px; padding-left: {px(8)}px; border-radius: {px(7)}px;"
            f" border: 2px solid transparent; color: {tokens.text}; }}"
            f"QListWidget::item:selected {{ background: {tokens.selected}; color: {tokens.text}; }}"
            f"QListWidget::item:selected:focus {{ border-color: {tokens.focus}; }}"
        )
        self._stack.setStyleSheet(
            f"QStackedWidget, QScrollArea, QScrollArea > QWidget > QWidget {{ background: {tokens.paper}; }}"
        )
        window = self.parentWidget()
        room = window.size() - QSize(MARGIN * 2, MARGIN * 2) if window is not None else SIZE * 2
        self.setFixedSize(QSize(px(SIZE.width()), px(SIZE.height())).boundedTo(room))

    def _reword(self) -> None:
        say = self._choices.words.say
        self.setWindowTitle(say("settings.title"))
        self.pages.setAccessibleName(say("settings.pages"))
        for at, name in enumerate(PAGES):
            item = self.pages.item(at)
            if item is not None:
                item.setText(say(f"settings.page_{name}"))
