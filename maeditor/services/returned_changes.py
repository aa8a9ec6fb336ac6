"""What came back in a workbook, compared: the corrections a person looks through before any of them is applied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from maeditor.domain.anchors import Span
from maeditor.domain.changes import Done
from maeditor.domain.errors import MaeditorError
from maeditor.domain.facts import Fact
from maeditor.domain.merge import Correction
from maeditor.formats.workbook.baseline import COLUMN_OF_FIELD
from maeditor.services.returned_cells import CellError
from maeditor.wording import Wording


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row that is of no fact exported, as the fact it would become; ``span`` is where its quote stands, if it does.

    The fact has no number yet. Its id follows from the export and the row's own words, so that the same row is the same
    fact however often the file comes back.
    """

    row: int
    fact: Fact
    text_id: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Corrections:
    """Everything that differs. ``exported_at`` is UTC, ISO 8601; ``rows_read`` and ``unchanged`` count rows.

    ``remarks`` are sentences on the file. ``language`` is that of all sentences. The rest is what applying needs:
    ``versions`` of the facts as they were compared; the whole value of rows where both sides changed it, by fact; the
    new rows by their place; ``gone``, the facts that were deleted here.
    """

    path: Path
    exported_at: str
    rows_read: int
    unchanged: int
    items: tuple[Correction, ...]
    meta: Mapping[str, str]
    remarks: tuple[str, ...] = ()
    language: str = "fr"
    versions: Mapping[str, int] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    new_rows: Mapping[int, NewRow] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What became of the chosen corrections: ``applied`` of them are in the project, ``left`` say why they are not.

    ``beside`` is how many stand beside what is here, as conflicts to be decided. ``done`` is None where nothing was to
    be done.
    """

    done: Done | None
    applied: int
    left: tuple[Correction, ...]
    beside: int = 0


def told_fault(fault: CellError | MaeditorError, wording: Wording) -> str:
    """Say what is wrong with a cell, and what to do."""
    if isinstance(fault, CellError):
        return wording.say(f"corrections.{fault.key}", **fault.details)
    return wording.say(f"error.{fault.key}", **fault.details)


def told_in_cell(number: str, row: int, name: str, fault: CellError | MaeditorError, wording: Wording) -> str:
    """The same, with which cell it is: the fact's number, the row of the sheet, the heading of the column."""
    why = told_fault(fault, wording)
    if not name:
        return wording.say("corrections.in_row", row=str(row), why=why)
    heading = wording.say(f"workbook.column.{COLUMN_OF_FIELD[name]}")
    if not number:
        return wording.say("corrections.in_new_cell", row=str(row), column=heading, why=why)
    return wording.say("corrections.in_cell", fact=number, row=str(row), column=heading, why=why)
