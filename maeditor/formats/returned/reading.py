"""Reads a workbook that came back, in a process of its own; only plain values leave it."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from maeditor.formats.confined import confined
from maeditor.formats.returned.content import LIMITS, Limits, Remark, Returned, ReturnedRow, ReturnedWorkbook
from maeditor.formats.workbook.baseline import BASE_HEADINGS

_ID = BASE_HEADINGS.index("fact_id")


@dataclass(frozen=True, slots=True)
class Columns:
    """A workbook as it leaves the process that read it: a list a field, which is a third of the bytes of records.

    ``others`` are the cells of rows that are of no fact exported, by their place in the lists.
    """

    meta: dict[str, str]
    base: list[tuple[str, ...]]
    places: list[int]
    fact_ids: list[str]
    numbers: list[str]
    fields: dict[str, list[Returned]]
    same_as: dict[int, str]
    others: dict[int, dict[str, Returned]]
    remarks: tuple[Remark, ...]


def read_workbook(
    path: Path, *, limits: Limits = LIMITS, cancelled: Callable[[], bool] | None = None
) -> ReturnedWorkbook:
    """Read the facts' sheet of a workbook and its baseline.

    Raises UnreadableFileError, WorkbookError, and what ``confined`` raises; nothing else, whatever the file holds.
    """
    read = confined(
        _columns, path, limits, seconds=limits.seconds, megabytes=limits.megabytes, name=path.name, cancelled=cancelled
    )
    return assembled(read)


def assembled(read: Columns) -> ReturnedWorkbook:
    """Make rows of columns."""
    names, same_as, others = tuple(read.fields), read.same_as, read.others
    lines = zip(*read.fields.values(), strict=True) if names else iter([()] * len(read.places))
    rows = [
        ReturnedRow(place, fact_id, number, dict(zip(names, cells, strict=True)))
        for place, fact_id, number, cells in zip(read.places, read.fact_ids, read.numbers, lines, strict=True)
    ]
    for at, beside in others.items():
        row = rows[at]
        rows[at] = ReturnedRow(row.row, row.fact_id, row.number, {**row.cells, **beside}, same_as.get(at, ""))
    base = {row[_ID]: row for row in read.base}
    return ReturnedWorkbook(read.meta, base, tuple(rows), read.meta.get("language", ""), read.remarks)


def _columns(path: Path, limits: Limits) -> Columns:
    # What it needs is loaded where it is needed: in the other process.
    from maeditor.formats.returned.unpacking import unpack

    # Millions of values are made and none goes: looking for rings among them would take a third of the time.
    gc.disable()
    return unpack(path, limits)
