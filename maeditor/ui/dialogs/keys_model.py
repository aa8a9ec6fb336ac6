"""The commands and their keys as rows of a table: what a person looks through and changes."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from maeditor.ui.dialogs.cap_delegate import BETWEEN
from maeditor.ui.wording import Words

COMMAND, SCOPE, KEYS = range(3)
Index = QModelIndex | QPersistentModelIndex


def plain(text: str) -> str:
    """A menu's text without its mnemonic."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def folded(text: str) -> str:
    """A text as it is looked for: without accents and case."""
    split = unicodedata.normalize("NFD", text.casefold())
    return "".join(each for each in split if not unicodedata.combining(each))


class KeysModel(QAbstractTableModel):
    """A row a command: its name, where its keys work, its keys."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._sought = ""
        self.names: list[str] = []
        self.look_for("")

    def look_for(self, text: str) -> None:
        """Show the commands whose name, place or keys hold a text."""
        self.beginResetModel()
        self._sought = folded(text.strip())
        self.names = [name for name in self._words.keys.commands if self._sought in folded(self._line(name))]
        self.endResetModel()

    def refresh(self) -> None:
        """Read keys and words again; the rows stay."""
        if self.names:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.names) - 1, KEYS))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, KEYS)

    def title(self, name: str) -> str:
        """What a command is called."""
        return plain(self._words.say(self._words.keys.commands[name].text_key))

    def rowCount(self, parent: Index | None = None) -> int:
        """As many rows as there are commands that are looked for."""
        return 0 if parent is not None and parent.isValid() else len(self.names)

    def columnCount(self, parent: Index | None = None) -> int:
        """Name, place, keys."""
        return 0 if parent is not None and parent.isValid() else KEYS + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows and says."""
        name = self.names[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._line(name)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.title(name), self._scope(name), self._keys(name))[index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The names of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._words.say(("keys.column_command", "keys.column_scope", "keys.column_keys")[section])
        return None

    def _scope(self, name: str) -> str:
        return self._words.say(f"keys.scope_{self._words.keys.commands[name].scope.value}")

    def _keys(self, name: str) -> str:
        return BETWEEN.join(self._words.caps(name))

    def _line(self, name: str) -> str:
        return ", ".join(each for each in (self.title(name), self._keys(name), self._scope(name)) if each)
