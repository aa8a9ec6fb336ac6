"""At the right: the choices of a sheet, its columns, and what changed since it was exported."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from maeditor.domain.properties import Property
from maeditor.domain.sheets import Sheet
from maeditor.ui.ink_label import InkLabel
from maeditor.ui.sheets import columns_of
from maeditor.ui.sheets.changes_page import ChangesPage, SheetChange
from maeditor.ui.sheets.choices_page import ChoicesPage
from maeditor.ui.sheets.column_list import ColumnList
from maeditor.ui.sheets.segment import Segment
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

HEADER = 44
PAGES = ("choices", "columns", "changes")


class SheetSide(QWidget):
    """Three pages; it asks for the sheet as it is wanted."""

    columns_wanted = Signal(tuple)
    refused = Signal(str)
    """The key of a sentence: why a column cannot go or move."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._sheet: Sheet | None = None
        self._changed = 0
        self.segment = Segment(theme, PAGES, self)
        self.choices, self.changes = ChoicesPage(theme, words, self), ChangesPage(theme, words, self)
        self._columns_page = QWidget(self)
        self.columns = ColumnList(theme, self._columns_page)
        self._columns_note = InkLabel(self._columns_page, wraps=True)
        self.usual = QPushButton(self._columns_page)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.segment.turned.connect(self.turn_to)
        self.columns.ticked.connect(self._tick)
        self.columns.moved.connect(self._move)
        self.usual.clicked.connect(lambda: self.columns_wanted.emit(()))
        self.retranslate()

    @property
    def page(self) -> str:
        """The page in front."""
        return self.segment.chosen

    def turn_to(self, page: str) -> None:
        """Bring a page to the front."""
        self.segment.choose(page)
        self._stack.setCurrentIndex(PAGES.index(page))

    def show_sheet(self, sheet: Sheet, properties: tuple[Property, ...]) -> None:
        """Show a sheet's choices and columns; the row in hand stays with its column."""
        self._sheet = sheet
        self.choices.show_sheet(sheet, properties)
        self._show_columns()

    def show_changes(self, told: str, changes: list[SheetChange]) -> None:
        """Show what changed since the last export, and on its button how much."""
        self._changed = len(changes)
        self.changes.show_changes(told, changes)
        self._dress_segment()

    def retranslate(self) -> None:
        """Word, colour and size everything again."""
        theme, tokens, px, say = self._theme, self._theme.tokens, self._theme.px, self._words.say
        self.choices.retranslate()
        self.changes.retranslate()
        self._columns_note.setText(say("sheets.columns_note"))
        self._columns_note.dress(theme.ui_font(12), theme.colour("text2"))
        self._columns_note.setContentsMargins(px(18), 0, px(18), px(6))
        self.columns.setAccessibleName(say("sheets.page_columns"))
        self.columns.doItemsLayout()
        self.usual.setText(say("sheets.columns_usual"))
        self.usual.setFont(theme.ui_font(12, 600))
        self.usual.setStyleSheet(
            f"QPushButton {{ border: 2px solid transparent; border-radius: {px(6)}px; background: transparent;"
            f" color: {tokens.accent}; padding: {px(2)}px {px(4)}px; text-align: left; }}"
            f"QPushButton:hover {{ background: {tokens.hover}; }}"
            f"QPushButton:disabled {{ color: {tokens.text3}; }}"
            f"QPushButton:focus {{ border-color: {tokens.focus}; }}"
        )
        self._columns_column.setContentsMargins(0, px(14), 0, px(10))
        self._foot.setContentsMargins(px(12), px(6), px(12), 0)
        self._head.setContentsMargins(px(12), 0, px(12), 0)
        self._header.setFixedHeight(px(HEADER))
        self._dress_segment()
        if self._sheet is not None:
            self._show_columns()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the header's hairline and the one at the left."""
        painter, line = QPainter(self), self._theme.colour("line")
        painter.fillRect(self.rect(), self._theme.colour("panel"))
        painter.fillRect(0, self._theme.px(HEADER) - 1, self.width(), 1, line)
        painter.fillRect(0, 0, 1, self.height(), line)

    def _show_columns(self) -> None:
        if self._sheet is None:
            return
        model, row = self.columns.columns, self.columns.currentIndex().row()
        held = model.choices[row].key if 0 <= row < len(model.choices) else ""
        model.show(columns_of.choices_of(self._sheet.columns, self._words.wording))
        self.usual.setEnabled(bool(self._sheet.columns))
        at = next((at for at, each in enumerate(model.choices) if each.key == held), 0)
        self.columns.setCurrentIndex(model.index(at))
        self._dress_segment()

    def _dress_segment(self) -> None:
        words = self._words
        on = sum(each.on for each in self.columns.columns.choices)
        counts = {"choices": "", "columns": words.number(on) if on else "",
                  "changes": words.number(self._changed) if self._changed else ""}  # fmt: skip
        self.segment.dress({page: f"{words.say(f'sheets.page_{page}')}  {counts[page]}".rstrip() for page in PAGES})

    def _tick(self, row: int) -> None:
        columns = columns_of.ticked(self.columns.columns.choices, row)
        if columns is None:
            self.refused.emit("sheets.last_column")
        else:
            self.columns_wanted.emit(columns)

    def _move(self, row: int, place: int) -> None:
        columns = columns_of.moved(self.columns.columns.choices, row, place)
        if columns is None:
            self.refused.emit("sheets.left_out_column")
        else:
            self.columns_wanted.emit(columns)

    def _lay_out(self) -> None:
        self._header = QWidget(self)
        self.segment.setParent(self._header)
        head = self._head = QHBoxLayout(self._header)
        head.addWidget(self.segment)
        head.addStretch(1)
        columns = self._columns_column = QVBoxLayout(self._columns_page)
        columns.setSpacing(0)
        columns.addWidget(self._columns_note)
        columns.addWidget(self.columns, 1)
        foot = self._foot = QHBoxLayout()
        foot.addWidget(self.usual)
        foot.addStretch(1)
        columns.addLayout(foot)
        for page in (self.choices, self._columns_page, self.changes):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._stack, 1)
