"""The palette's rows as Qt lists them: a heading above each group, which cannot be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from maeditor.ui.palette.rows import Heading, Row

Index = QModelIndex | QPersistentModelIndex


class PaletteRole(IntEnum):
    """What a row carries."""

    ENTRY = Qt.ItemDataRole.UserRole


class PaletteModel(QAbstractListModel):
    """Headings and rows, replaced whole at each key."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Heading | Row] = []

    def show(self, entries: Sequence[Heading | Row]) -> None:
        """List these."""
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    def entry(self, row: int) -> Heading | Row | None:
        """What stands in a row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def choosable(self) -> list[int]:
        """The numbers of the rows that can be chosen."""
        return [at for at, entry in enumerate(self._entries) if isinstance(entry, Row)]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Headings and rows together."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The entry, and its words for eyes and ears."""
        entry = self.entry(index.row())
        if entry is None:
            return None
        if role == PaletteRole.ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.spoken if isinstance(entry, Row) else entry.title
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are read and passed over."""
        if isinstance(self.entry(index.row()), Row):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags
