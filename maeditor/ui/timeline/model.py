"""The history's rows: steps newest first, days between them; a page is read when the end comes into sight."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum
from typing import TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from maeditor.services.retracing import Step
from maeditor.ui.timeline import step_text
from maeditor.wording import Wording

AROUND = 40
"""Rows before and behind one that is drawn, whose facts are read with its own."""
Index: TypeAlias = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Said:
    """A notice of this session: no action, only a sentence and when it was shown."""

    text: str
    at: datetime
    error: bool


Row: TypeAlias = Step | Said | date


class StepRole(IntEnum):
    """What the list gives besides Qt's own roles."""

    STEP = Qt.ItemDataRole.UserRole + 1
    DAY = Qt.ItemDataRole.UserRole + 2
    SAID = Qt.ItemDataRole.UserRole + 3
    UNDER = Qt.ItemDataRole.UserRole + 4


class TimelineModel(QAbstractListModel):
    """Steps as they were read; rows of days can be seen and not chosen."""

    def __init__(self, words: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._rows: list[Row] = []
        self._complete = True
        self.read_more: Callable[[Step], Sequence[Step]] = lambda _last: ()
        """Reads the page below a step; none where the history ends."""
        self.describe: Callable[[Sequence[int]], Mapping[int, str]] = lambda _numbers: {}
        """Says of facts by their numbers what they are; those that are gone are left out."""
        self.describe_several: Callable[[Sequence[int]], str] = lambda _numbers: ""
        """Says of several facts what they have in common: their article."""
        self._about: dict[int, str] = {}
        self._about_several: dict[str, str] = {}

    @property
    def steps(self) -> list[Step]:
        """The steps read so far."""
        return [row for row in self._rows if isinstance(row, Step)]

    def show(self, steps: Sequence[Step], words: Wording, *, complete: bool) -> None:
        """Show these steps; unless ``complete`` there are more to be read."""
        self.beginResetModel()
        self._words = words
        self._complete = complete
        self._rows = _with_days(steps, None)
        self._about, self._about_several = {}, {}
        self.endResetModel()

    def show_said(self, said: Sequence[Said], words: Wording) -> None:
        """Show what was said in this session instead."""
        self.beginResetModel()
        self._words = words
        self._complete = True
        self._rows = _with_days(said, None)
        self.endResetModel()

    def step_at(self, row: int) -> Step | None:
        """The step in a row; None for a day, or no row."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Step) else None

    def row_of(self, action_id: str) -> int:
        """The row of an action, or -1 where it is not read yet."""
        rows = enumerate(self._rows)
        return next((at for at, row in rows if isinstance(row, Step) and row.action.id == action_id), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows are read."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether there is more below."""
        return not parent.isValid() and not self._complete

    def fetchMore(self, _parent: Index) -> None:
        """Read the next page, as the list asks when its end comes into sight."""
        steps = self.steps
        self.append(self.read_more(steps[-1]) if steps else ())

    def append(self, page: Sequence[Step]) -> None:
        """Add a page below; an empty one ends the list."""
        if not page:
            self._complete = True
            return
        steps = self.steps
        rows = _with_days(page, step_text.day_of(steps[-1]) if steps else None)
        self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
        self._rows.extend(rows)
        self.endInsertRows()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Days cannot be chosen."""
        if not 0 <= index.row() < len(self._rows) or isinstance(self._rows[index.row()], date):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row in words for screen readers, and as it is for the delegate."""
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if isinstance(row, date):
            if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
                return step_text.day_text(row, self._words)
            return row if role == StepRole.DAY else None
        if isinstance(row, Said):
            if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
                return f"{row.text}, {row.at:%H:%M}"
            return row.text if role == Qt.ItemDataRole.ToolTipRole else row if role == StepRole.SAID else None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return step_text.spoken(row, self._words, self._about_row(index.row()))
        if role == StepRole.UNDER:
            above = self.step_at(index.row() - 1)
            by = above is None or above.action.editor != row.action.editor
            return step_text.under_text(row, self._words, self._about_row(index.row()), by=by)
        if role == Qt.ItemDataRole.ToolTipRole:
            return step_text.told(row)
        return row if role == StepRole.STEP else None

    def _about_row(self, row: int) -> str:
        """What the fact of a row says; facts are read where they are looked at, those of the rows around with them."""
        step = self.step_at(row)
        number = step_text.fact_number(step) if step is not None else None
        if step is None:
            return ""
        if number is None:
            several, known = step_text.fact_numbers(step), self._about_several
            if several and step.action.id not in known:
                known[step.action.id] = self.describe_several(several)
            return known.get(step.action.id, "") or step_text.articles_text(step, self._words)
        if number not in self._about:
            around = self._rows[max(row - AROUND, 0) : row + AROUND]
            asked = {step_text.fact_number(each) for each in around if isinstance(each, Step)}
            wanted = sorted(each for each in asked if each is not None and each not in self._about)
            self._about.update(dict.fromkeys(wanted, ""))
            self._about.update(self.describe(wanted))
        return self._about[number]


def _with_days(steps: Sequence[Step | Said], above: date | None) -> list[Row]:
    rows: list[Row] = []
    for step in steps:
        day = step.at.date() if isinstance(step, Said) else step_text.day_of(step)
        if day != above:
            rows.append(day)
            above = day
        rows.append(step)
    return rows
