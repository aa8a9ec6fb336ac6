"""What a step changed, as rows: a record, then its fields before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from maeditor.services.comparing import FieldChange
from maeditor.services.retracing import RecordChange, Trace
from maeditor.wording import Wording

Index: TypeAlias = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Heading:
    """Which record the fields below are of, and whether it was added, changed or removed."""

    title: str
    sort: str
    record: RecordChange

    @property
    def leads_somewhere(self) -> bool:
        """Tell whether it is of a fact or an article that can be shown."""
        return bool(self.record.fact_id or self.record.article_id)


@dataclass(frozen=True, slots=True)
class Remark:
    """A line that is of no record: that nothing changed, or that more did."""

    text: str


Line: TypeAlias = Heading | FieldChange | Remark


class LineRole(IntEnum):
    """What the list gives besides Qt's own roles."""

    LINE = Qt.ItemDataRole.UserRole + 1


class TraceModel(QAbstractListModel):
    """Lines to be read, not to be chosen from; the keyboard walks them all the same."""

    def __init__(self, words: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.lines: Sequence[Line] = ()

    def show(self, trace: Trace, words: Wording) -> None:
        """Show what a step changed."""
        self.beginResetModel()
        self._words = words
        self.lines = _lines(trace, words)
        self.endResetModel()

    def record_at(self, row: int) -> RecordChange | None:
        """The record that a line is of; None for a remark."""
        above = (self.lines[at] for at in range(min(row, len(self.lines) - 1), -1, -1))
        line = self.lines[row] if 0 <= row < len(self.lines) else None
        if line is None or isinstance(line, Remark):
            return None
        return next((each.record for each in above if isinstance(each, Heading)), None)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """All can be walked through."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line in words for screen readers, and as it is for the delegate."""
        if not 0 <= index.row() < len(self.lines):
            return None
        line = self.lines[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._spoken(line)
        return line if role == LineRole.LINE else None

    def _spoken(self, line: Line) -> str:
        say = self._words.say
        match line:
            case Heading():
                return f"{line.title}, {line.sort}"
            case Remark():
                return line.text
            case _:
                nothing = say("timeline.nothing")
                return say(
                    "timeline.spoken_change",
                    field=line.label,
                    before=line.before or nothing,
                    after=line.after or nothing,
                )


def _lines(trace: Trace, words: Wording) -> list[Line]:
    lines: list[Line] = []
    for record in trace.records:
        lines.append(Heading(_title(record, words), words.say(f"timeline.sort_{record.sort.value}"), record))
        lines.extend(record.fields)
    if trace.more:
        lines.append(Remark(words.say("timeline.more", count=trace.more)))
    return lines or [Remark(words.say("timeline.nothing_changed"))]


def _title(record: RecordChange, words: Wording) -> str:
    kind = words.say(f"timeline.record_{record.table}")
    return f"{kind} {record.about}" if record.about else kind
