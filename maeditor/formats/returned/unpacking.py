"""The whole way from a file's bytes to the columns of its facts, as it is gone in the process that reads."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from operator import itemgetter
from pathlib import Path
from typing import Any

import python_calamine

from maeditor.domain.errors import WorkbookError
from maeditor.domain.merge import MERGED_FIELDS
from maeditor.formats.returned.base_sheet import Baseline, read_baseline
from maeditor.formats.returned.cell_scan import Unspoken, unspoken_cells
from maeditor.formats.returned.content import BESIDE, Limits, NotCalculated, Remark, Returned
from maeditor.formats.returned.fact_rows import identified
from maeditor.formats.returned.guard import open_package, read_file
from maeditor.formats.returned.headings import Headed, beginning, headed, is_titled_facts
from maeditor.formats.returned.reading import Columns
from maeditor.formats.returned.recovering import DATES, TEXTS, day_column, plain_cell, plain_column, text_column
from maeditor.formats.returned.sheet_xml import SheetPart, counts_from_1904, sheet_parts, whole
from maeditor.formats.workbook.baseline import BASE_HEADINGS, BASE_SHEET, LISTS_SHEET

_MOST_SHEETS = 200
_FAULTS = (python_calamine.CalamineError, ValueError, OSError, OverflowError)


def unpack(path: Path, limits: Limits) -> Columns:
    """Read a workbook. Raises UnreadableFileError, WorkbookError."""
    data = read_file(path, limits)
    with open_package(data, path, limits) as package:
        return _Unpacking(package, data, path.name, limits).read()


class _Unpacking:
    def __init__(self, package: zipfile.ZipFile, data: bytes, name: str, limits: Limits) -> None:
        self._package = package
        self._name = name
        self._limits = limits
        self._remarks: list[Remark] = []
        with whole(name):
            self._sheets = sheet_parts(package)[:_MOST_SHEETS]
            self._from_1904 = counts_from_1904(package)
        try:
            self._book = python_calamine.load_workbook(io.BytesIO(data))
        except python_calamine.PasswordError as fault:
            raise WorkbookError("workbook_encrypted", name=name) from fault
        except _FAULTS as fault:
            raise WorkbookError("workbook_damaged", name=name) from fault

    def read(self) -> Columns:
        base_sheet = next((each for each in self._sheets if each.title == BASE_SHEET), None)
        if base_sheet is None:
            raise WorkbookError("workbook_without_baseline", name=self._name)
        self._silent(base_sheet)
        facts = self._facts_sheet()
        # No sheet is given to python-calamine before it was looked at; it lets others work meanwhile.
        with ThreadPoolExecutor(1) as beside:
            looking = beside.submit(self._silent, facts.sheet)
            base = self._baseline(base_sheet)
            silent = looking.result()
        if not {"fact_id", "number"} & facts.columns.keys():
            raise WorkbookError("workbook_without_identities", name=self._name, sheet=facts.sheet.title)
        places, cells = self._cells(facts, silent)
        rows = identified(len(places), cells, base, self._from_1904)
        others = {at: {name: plain_cell(cells[name][at]) for name in BESIDE if name in cells} for at in rows.others}
        fields = self._fields(cells, rows.fact_ids, base)
        told = list(base.rows.values())
        return Columns(
            base.meta, told, places, rows.fact_ids, rows.numbers, fields, rows.same_as, others, tuple(self._remarks)
        )

    def _silent(self, sheet: SheetPart) -> Unspoken:
        return unspoken_cells(self._package, sheet.part, self._name, self._limits)

    def _baseline(self, sheet: SheetPart) -> Baseline:
        rows, left = self._sheet(sheet)
        blank = [""] * left
        return read_baseline((blank + row for row in rows) if left else rows, self._name)

    def _facts_sheet(self) -> Headed:
        found: list[Headed] = []
        for sheet in self._sheets:
            if sheet.title in (BASE_SHEET, LISTS_SHEET):
                continue
            with whole(self._name):
                facts = headed(sheet, beginning(self._package, sheet.part))
            if facts is not None:
                found.append(facts)
        if not found:
            raise WorkbookError("workbook_without_facts", name=self._name)
        best = max(found, key=lambda each: (each.score, is_titled_facts(each.sheet.title)))
        self._remarks += [
            Remark("other_sheet", {"sheet": each.sheet.title, "read": best.sheet.title})
            for each in found
            if each is not best and "fact_id" in each.columns
        ]
        return best

    def _cells(self, facts: Headed, silent: Unspoken) -> tuple[list[int], dict[str, list[object]]]:
        """The rows below the headings that hold anything, and their cells by field."""
        rows, left = self._sheet(facts.sheet)
        names = list(facts.columns)
        columns = [facts.columns[name] for name in names]
        # A column left of everything that is filled, or right of it, is not told.
        pick = _picker([column - left - 1 for column in columns])
        silent = self._covered(facts) | silent
        spoken = {row for row, _column in silent}
        places: list[int] = []
        picked: list[tuple[object, ...]] = []
        for place, row in enumerate(rows, 1):
            if place <= facts.row:
                continue
            values = pick(row)
            if place in spoken:
                pairs = zip(columns, values, strict=True)
                values = tuple([silent.get((place, column), value) for column, value in pairs])
            if any(values) or any(value is not None and value != "" for value in values):
                places.append(place)
                picked.append(values)
        lists = [list(column) for column in zip(*picked, strict=True)] if picked else [[] for _ in names]
        return places, dict(zip(names, lists, strict=True))

    def _covered(self, facts: Headed) -> Unspoken:
        """Cells that others were merged over: they are empty, but nobody cleared them."""
        found: Unspoken = {}
        columns = sorted(facts.columns.values())
        for (top, left), (bottom, right) in self._merged:
            for column in columns:
                if not left < column <= right + 1:
                    continue
                last = min(bottom + 1, self._limits.rows)
                covered = ((row, column) for row in range(max(top + 1, facts.row + 1), last + 1))
                found.update((place, NotCalculated()) for place in covered if place != (top + 1, left + 1))
        return found

    def _sheet(self, sheet: SheetPart) -> tuple[Iterator[list[Any]], int]:
        """The rows of a sheet from its first, and how many columns before their first cell are blank."""
        try:
            page = self._book.get_sheet_by_name(sheet.title)
            self._merged = page.merged_cell_ranges or []
            return iter(page.iter_rows()), page.start[1] if page.start else 0
        except _FAULTS as fault:
            raise WorkbookError("workbook_damaged", name=self._name) from fault

    def _fields(self, cells: dict[str, list[object]], fact_ids: list[str], base: Baseline) -> dict[str, list[Returned]]:
        nothing = ("",) * len(BASE_HEADINGS)
        told = [base.rows.get(fact_id, nothing) for fact_id in fact_ids]
        fields: dict[str, list[Returned]] = {}
        for name in MERGED_FIELDS:
            if name not in cells:
                continue
            if name in TEXTS:
                at = BASE_HEADINGS.index(name)
                fields[name] = text_column(cells[name], [row[at] for row in told])
            elif name in DATES:
                fields[name] = day_column(cells[name], self._from_1904)
            else:
                fields[name] = plain_column(cells[name])
        return fields


def _picker(columns: list[int]) -> Callable[[list[Any]], tuple[object, ...]]:
    """What takes some columns (from 0) of a row; one that it does not have is blank."""

    def pick(row: list[Any]) -> tuple[object, ...]:
        width = len(row)
        return tuple([row[column] if 0 <= column < width else "" for column in columns])

    if min(columns) < 0 or len(columns) == 1:
        return pick
    quick = itemgetter(*columns)
    widest = max(columns)
    return lambda row: quick(row) if len(row) > widest else pick(row)
