"""The project's sheets as rows: what each is called, how much it holds, when it was exported last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from maeditor.domain.sheets import Sheet
from maeditor.ui.fact_text import isolated
from maeditor.ui.sheets.moments import moment_text
from maeditor.ui.sheets.movable_list import MIME, row_data
from maeditor.ui.wording import Words

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class SheetRole(IntEnum):
    """What the list gives besides Qt's own roles."""

    CARD = Role.UserRole + 1


@dataclass(frozen=True, slots=True)
class SheetCard:
    """One row; ``facts`` is None until they are counted, ``exported`` (UTC, ISO 8601) empty for never."""

    sheet: Sheet
    facts: int | None = None
    exported: str = ""


class SheetsModel(QAbstractListModel):
    """The sheets in their order; it never writes."""

    renamed = Signal(str, str)
    """A sheet and the title typed over its own."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._cards: Sequence[SheetCard] = ()

    @property
    def cards(self) -> Sequence[SheetCard]:
        """The rows."""
        return self._cards

    def show(self, cards: Sequence[SheetCard]) -> None:
        """Show these; rows that stay keep their place and selection."""
        if [card.sheet.id for card in cards] == [card.sheet.id for card in self._cards]:
            self._cards = cards
            if cards:
                self.dataChanged.emit(self.index(0), self.index(len(cards) - 1))
            return
        self.beginResetModel()
        self._cards = cards
        self.endResetModel()

    def row_of(self, sheet_id: str) -> int:
        """The row of a sheet, or -1."""
        return next((row for row, card in enumerate(self._cards) if card.sheet.id == sheet_id), -1)

    def sheet_id(self, row: int) -> str:
        """The sheet of a row, or nothing."""
        return self._cards[row].sheet.id if 0 <= row < len(self._cards) else ""

    def about(self, card: SheetCard) -> str:
        """The second line: how many facts, when exported."""
        say = self._words.say
        exported = (
            say("sheets.exported_on", when=moment_text(card.exported, self._words.wording, bare=True))
            if card.exported
            else say("sheets.never_exported")
        )
        return exported if card.facts is None else f"{say('shell.facts', count=card.facts)} · {exported}"

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """How many sheets."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """The card for who paints it, the title for who types over it, a sentence for the rest."""
        if not index.isValid() or not 0 <= index.row() < len(self._cards):
            return None
        card = self._cards[index.row()]
        if role == SheetRole.CARD:
            return card
        if role == Role.EditRole:
            return card.sheet.title
        if role in {Role.DisplayRole, Role.AccessibleTextRole}:
            return f"{isolated(card.sheet.title)}, {self.about(card)}"
        return None

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """A title typed over another is asked for; nothing is changed here."""
        title = str(value).strip()
        card = self.data(index, SheetRole.CARD)
        if role != Role.EditRole or not isinstance(card, SheetCard) or not title or title == card.sheet.title:
            return False
        self.renamed.emit(card.sheet.id, title)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A row can be chosen, typed over and dragged between the others."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        of = Qt.ItemFlag
        return of.ItemIsEnabled | of.ItemIsSelectable | of.ItemIsEditable | of.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows move."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """A row on its way, and nothing else."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The row that is dragged."""
        return row_data(indexes[0], self)
