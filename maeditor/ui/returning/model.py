"""The rows that came back: filtered by their state, ordered by a column, ticked or not. A hundred thousand are one."""

from __future__ import annotations

from collections import Counter
from enum import IntEnum
from typing import TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from maeditor.domain.merge import CLEAN, MergeState
from maeditor.ui.returning.row_text import RowText
from maeditor.ui.returning.rows import Choice, Returned, Row, RowKey
from maeditor.wording import Wording

Index: TypeAlias = QModelIndex | QPersistentModelIndex
NOTHING = Returned("", "", "", 0, 0, ())
COLUMNS = ("fact", "field", "here", "there", "state")
"""What rows can be ordered by."""


class DiffRole(IntEnum):
    """What the list gives besides Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1
    CHOICE = Qt.ItemDataRole.UserRole + 2
    FIRST = Qt.ItemDataRole.UserRole + 3
    """Whether the row above is of another fact."""
    LAST = Qt.ItemDataRole.UserRole + 4
    """Whether the row below is of another fact."""


class ReturnedModel(QAbstractListModel):
    """Rows as they were read; a tick is a decision to take what the workbook says."""

    decided = Signal()
    """Something was ticked or left."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.returned = NOTHING
        self._wording = wording
        self.text = RowText(NOTHING, wording)
        self._order: list[int] = []
        self._choices: dict[RowKey, Choice] = {}
        self._taken = self._beside = 0
        self.only: MergeState | None = None
        self.sorted_by, self.descending = "", False

    @property
    def empty(self) -> str:
        """What stands where there is nothing."""
        return self._wording.say("returning.empty")

    @property
    def gone(self) -> str:
        """What stands for a row that was deleted."""
        return self._wording.say("returning.deleted_row")

    @property
    def taken(self) -> list[RowKey]:
        """What would be applied, in the order of the workbook."""
        chosen = self._choices
        return [row.key for row in self.returned.rows if chosen.get(row.key) is Choice.TAKE]

    @property
    def beside(self) -> list[RowKey]:
        """What would be opened as a conflict, in the order of the workbook."""
        chosen = self._choices
        return [row.key for row in self.returned.rows if chosen.get(row.key) is Choice.BESIDE]

    @property
    def chosen_count(self) -> int:
        """How many would be applied or opened."""
        return self._taken + self._beside

    @property
    def taken_count(self) -> int:
        """How many would be applied."""
        return self._taken

    def show(self, returned: Returned, wording: Wording) -> None:
        """Show what came back; what is clean is ticked, what was decided of the same row before stays."""
        self.beginResetModel()
        before = self._choices if returned.name == self.returned.name else {}
        was = {row.key: row.correction for row in self.returned.rows} if before else {}
        self.returned = returned
        self._choices = {
            row.key: before[row.key]
            if row.key in before and was[row.key] == row.correction
            else Choice.TAKE
            if row.state in CLEAN and row.applicable
            else Choice.OPEN
            for row in returned.rows
        }
        decisions = Counter(self._choices.values())
        self._taken, self._beside = decisions[Choice.TAKE], decisions[Choice.BESIDE]
        if self.only is not None and not returned.counts.get(self.only, 0):
            self.only = None
        self._word(wording)
        self._arrange()
        self.endResetModel()
        self.decided.emit()

    def retranslate(self, wording: Wording) -> None:
        """Word everything in another language."""
        self.beginResetModel()
        self._word(wording)
        self._arrange()
        self.endResetModel()

    def show_only(self, state: MergeState | None) -> None:
        """Show the rows in one state, or all that there is something to decide of."""
        self.beginResetModel()
        self.only = state
        self._arrange()
        self.endResetModel()

    def sort_by(self, column: str) -> None:
        """Order by a column, then the other way round, then as in the workbook again."""
        self.beginResetModel()
        if column != self.sorted_by:
            self.sorted_by, self.descending = column, False
        elif not self.descending:
            self.descending = True
        else:
            self.sorted_by, self.descending = "", False
        self._arrange()
        self.endResetModel()

    def row(self, at: int) -> Row | None:
        """The row shown at a place."""
        return self.returned.rows[self._order[at]] if 0 <= at < len(self._order) else None

    def place_of(self, key: RowKey) -> int:
        """Where a row is shown, or -1."""
        rows = self.returned.rows
        return next((at for at, number in enumerate(self._order) if rows[number].key == key), -1)

    def choice(self, row: Row) -> Choice:
        """What was decided of a row."""
        return self._choices.get(row.key, Choice.OPEN)

    def decide(self, at: int, choice: Choice) -> bool:
        """Decide of the row at a place; tells whether that could be."""
        row = self.row(at)
        if row is None or not row.applicable or (choice is Choice.BESIDE and not row.openable):
            return False
        before = self._choices[row.key]
        self._choices[row.key] = choice
        self._taken += (choice is Choice.TAKE) - (before is Choice.TAKE)
        self._beside += (choice is Choice.BESIDE) - (before is Choice.BESIDE)
        self.dataChanged.emit(self.index(at), self.index(at))
        self.decided.emit()
        return True

    def opened(self) -> None:
        """What was to be opened as a conflict is one now; what is here was kept."""
        self._choices.update(dict.fromkeys(self.beside, Choice.KEEP))
        self._beside = 0
        if self._order:
            self.dataChanged.emit(self.index(0), self.index(len(self._order) - 1))
        self.decided.emit()

    def toggle(self, at: int) -> bool:
        """Tick the row at a place, or take its tick away; tells whether that could be."""
        row = self.row(at)
        if row is None:
            return False
        kept = Choice.KEEP if row.state is MergeState.BOTH else Choice.OPEN
        return self.decide(at, kept if self.choice(row) is Choice.TAKE else Choice.TAKE)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._order)

    def flags(self, _index: Index) -> Qt.ItemFlag:
        """Every row can be gone to; the invalid ones say why."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row in words for screen readers, and as it is for the delegate."""
        row = self.row(index.row())
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                choice = self.choice(row)
                ticked = choice is Choice.TAKE
                return self.text.spoken(row, choice, ticked=ticked)
            case Qt.ItemDataRole.ToolTipRole:
                return row.correction.reason or None
            case Qt.ItemDataRole.CheckStateRole:
                ticked = self.choice(row) is Choice.TAKE
                return (Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked) if row.applicable else None
            case DiffRole.ROW:
                return row
            case DiffRole.CHOICE:
                return self.choice(row)
            case DiffRole.FIRST:
                return not self._of_one_fact(index.row() - 1, index.row())
            case DiffRole.LAST:
                return not self._of_one_fact(index.row(), index.row() + 1)
        return None

    def _of_one_fact(self, above: int, below: int) -> bool:
        one, other = self.row(above), self.row(below)
        if one is None or other is None or not one.correction.fact_id:
            return False
        return one.correction.fact_id == other.correction.fact_id

    def _word(self, wording: Wording) -> None:
        self._wording = wording
        self.text = RowText(self.returned, wording)

    def _arrange(self) -> None:
        rows, only = self.returned.rows, self.only
        hidden = MergeState.CHANGED_HERE
        self._order = [
            at for at, row in enumerate(rows) if (row.state is only if only is not None else row.state is not hidden)
        ]
        if not self._order and only is None:
            # Nothing to decide: what changed here alone is better than an empty page.
            self._order = list(range(len(rows)))
        if self.sorted_by:
            self._order.sort(key=lambda at: self._sorting(rows[at]), reverse=self.descending)

    def _sorting(self, row: Row) -> tuple[str, ...]:
        text = self.text
        match self.sorted_by:
            case "fact":
                return (text.subject(row).casefold(), text.property(row), row.correction.number)
            case "field":
                return (text.field(row).casefold(),)
            case "here":
                return (text.here(row).casefold(),)
            case "there":
                return (text.there(row).casefold(),)
        return (text.state(row, self.choice(row)),)
