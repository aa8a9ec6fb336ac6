"""All commands with their keys, from the one table: F1."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

Section = tuple[str, list[QAction]]


class KeysDialog(QDialog):
    """A table by menu; the actions themselves tell, so that it is never out of date."""

    def __init__(self, theme: Theme, words: Words, sections: list[Section], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.say("shell.keys_title"))
        self.resize(theme.px(520), theme.px(620))
        self._theme = theme
        self.table = QTableWidget(0, 2, self)
        self.table.setAccessibleName(words.say("shell.keys_title"))
        self.table.setHorizontalHeaderLabels([words.say("shell.keys_command"), words.say("shell.keys_keys")])
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        for title, actions in sections:
            self._head(title)
            for action in actions:
                self._row(action)
        column = QVBoxLayout(self)
        column.addWidget(self.table)

    def _head(self, title: str) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        item = QTableWidgetItem(title)
        item.setFont(self._theme.ui_font(12, 600))
        item.setForeground(self._theme.colour("text3"))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.table.setItem(row, 0, item)
        self.table.setSpan(row, 0, 1, 2)

    def _row(self, action: QAction) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        self.table.setItem(row, 0, QTableWidgetItem(plain(action.text())))
        native = QKeySequence.SequenceFormat.NativeText
        keys = "   ".join(keys.toString(native) for keys in action.shortcuts())
        self.table.setItem(row, 1, QTableWidgetItem(keys))


def plain(text: str) -> str:
    """A menu's text without its mnemonic."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
