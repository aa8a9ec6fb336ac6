"""All keys as they now are, by where they work: F1."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from maeditor.ui.command_table import Scope
from maeditor.ui.dialogs.cap_delegate import BETWEEN, CapDelegate
from maeditor.ui.dialogs.keys_model import folded, plain
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

SIZE, MARGIN, ROW = QSize(560, 620), 24, 28
PANES = {
    "text": (("keys.escape", "status.key_drop"),),
    "field": (
        ("keys.enter", "status.key_commit"),
        ("keys.control_enter", "status.key_commit_accept"),
        ("keys.escape", "status.key_revert"),
    ),
    "popover": (
        ("keys.enter", "status.key_record"),
        ("keys.tab", "status.key_family"),
        ("keys.down", "status.key_link"),
        ("keys.escape", "status.key_close"),
    ),
    "review": (
        ("keys.tab", "status.key_field"),
        ("keys.up_down", "status.key_choose"),
        ("keys.enter", "status.key_commit"),
        ("keys.escape", "status.key_cancel"),
    ),
    "facts": (("keys.escape", "keys.do_unfilter"),),
    "history": (
        ("keys.up_down", "status.key_choose"),
        ("keys.enter", "status.key_changes"),
        ("keys.delete", "status.key_turn"),
        ("keys.escape", "status.key_close"),
    ),
    "reasons": (
        ("keys.up_down", "status.key_choose"),
        ("keys.enter", "status.key_dismiss"),
        ("keys.escape", "status.key_close"),
    ),
    "aside": (
        ("keys.enter", "status.key_shown"),
        ("keys.delete", "status.key_recall"),
        ("keys.escape", "status.key_close"),
    ),
    "sheets": (
        ("keys.enter", "status.key_shown"),
        ("keys.space", "status.key_tick"),
        ("keys.escape", "status.key_revert"),
    ),
    "corrections": (
        ("keys.space", "returning.key_tick"),
        ("keys.left_right", "returning.key_decide"),
        ("keys.letter_c", "returning.key_conflict"),
        ("keys.control_enter", "returning.key_apply"),
        ("keys.enter", "returning.key_show"),
        ("keys.escape", "status.key_close"),
    ),
    "chart": (
        ("keys.up_down", "status.key_point"),
        ("keys.enter", "status.key_passage"),
    ),
}
"""What panes do with keys that no command has: those serve whatever has the keyboard, and stay."""


class KeysDialog(QDialog):
    """A table that the keys themselves fill, so that it is never out of date; looked through by typing."""

    def __init__(self, theme: Theme, words: Words, there: Collection[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words, self._there = theme, words, there
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.search, self.table = QLineEdit(self), QTableWidget(0, 2, self)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.hide()
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setItemDelegateForColumn(1, CapDelegate(theme, self.table))
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.search)
        self._column.addWidget(self.table)
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        theme.changed.connect(self._rescale)
        words.changed.connect(self._reword)
        self._rescale()
        self._reword()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the search to the table."""
        pressed = event.key() if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress else None
        if watched is self.search and pressed == Qt.Key.Key_Down:
            self.table.setFocus()
            return True
        return super().eventFilter(watched, event)

    def rows(self, sought: str = "") -> Iterator[tuple[str, list[tuple[str, str]]]]:
        """The sections that hold a text, each with its lines of what is done and by which keys."""
        say, wanted = self._words.say, folded(sought.strip())
        for title, lines in self._sections():
            found = [line for line in lines if wanted in folded(f"{say(title)} {line[0]} {line[1]}")]
            if found:
                yield say(title), found

    def _sections(self) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        say, keys = self._words.say, self._words.keys
        for scope in Scope:
            names = [each.id for each in keys.commands.values() if each.scope is scope and each.id in self._there]
            lines = [(plain(say(f"command.{name}")), BETWEEN.join(self._words.caps(name))) for name in names]
            yield f"keys.scope_{scope.value}", [line for line in lines if line[1]]
        for pane, rows in PANES.items():
            done = [(say(text), say(key)) for key, text in rows]
            yield f"keys.pane_{pane}", [(f"{text[:1].upper()}{text[1:]}", key) for text, key in done]

    def _fill(self) -> None:
        self.table.clearSpans()
        self.table.setRowCount(0)
        for title, lines in self.rows(self.search.text()):
            self._head(title)
            for line in lines:
                self._row(*line)

    def _head(self, title: str) -> None:
        row = self._add(title)
        item = self.table.item(row, 0)
        if item is not None:
            item.setFont(self._theme.ui_font(12, 600))
            item.setForeground(self._theme.colour("text3"))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.table.setSpan(row, 0, 1, 2)

    def _row(self, text: str, keys: str) -> None:
        row = self._add(text)
        self.table.setItem(row, 1, QTableWidgetItem(keys))
        item = self.table.item(row, 0)
        if item is not None:
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{text}, {keys}")

    def _add(self, text: str) -> int:
        row = self.table.rowCount()
        self.table.insertRow(row)
        self.table.setItem(row, 0, QTableWidgetItem(text))
        return row

    def _rescale(self) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        self._column.setContentsMargins(px(16), px(16), px(16), px(16))
        self._column.setSpacing(px(10))
        self.table.verticalHeader().setDefaultSectionSize(px(ROW))
        self.table.setFont(self._theme.ui_font(13))
        self.table.setStyleSheet(
            f"QTableWidget {{ background: {tokens.raised}; border: 1px solid {tokens.line2}; outline: none;"
            f" border-radius: {px(9)}px; padding: {px(3)}px;"
            f" selection-background-color: {tokens.selected}; selection-color: {tokens.text}; }}"
            f"QTableWidget:focus {{ border: 2px solid {tokens.focus}; }}"
            f"QTableWidget::item {{ padding: 0 {px(8)}px; }}"
        )
        window = self.parentWidget()
        room = window.size() - QSize(MARGIN * 2, MARGIN * 2) if window is not None else SIZE * 2
        self.resize(QSize(px(SIZE.width()), px(SIZE.height())).boundedTo(room))
        self._fill()

    def _reword(self) -> None:
        say = self._words.say
        self.setWindowTitle(say("shell.keys_title"))
        self.table.setAccessibleName(say("shell.keys_title"))
        self.search.setPlaceholderText(say("settings.keys_search"))
        self.search.setAccessibleName(say("settings.keys_search"))
        self._fill()
