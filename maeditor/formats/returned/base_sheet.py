"""The hidden sheet of a returned workbook that says how each fact was exported."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from maeditor.domain.errors import WorkbookError
from maeditor.formats.workbook.baseline import BASE_HEADINGS, FORMAT, META

_WIDTH = len(BASE_HEADINGS)
_ID, _NUMBER = BASE_HEADINGS.index("fact_id"), BASE_HEADINGS.index("number")


class Baseline:
    """Its rows by fact, and what it says of the export."""

    def __init__(self, meta: dict[str, str], rows: dict[str, tuple[str, ...]]) -> None:
        self.meta = meta
        self.rows = rows

    def numbers(self) -> dict[str, str]:
        """Facts by the number that people see; one that two facts have tells nothing."""
        by_number: dict[str, str] = {}
        twice: set[str] = set()
        for fact_id, row in self.rows.items():
            if by_number.setdefault(row[_NUMBER], fact_id) != fact_id:
                twice.add(row[_NUMBER])
        return {number: fact_id for number, fact_id in by_number.items() if number not in twice}


def read_baseline(rows: Iterable[list[Any]], name: str) -> Baseline:
    """Read the sheet's rows, from the first. Raises WorkbookError."""
    meta: dict[str, str] | None = None
    base: dict[str, tuple[str, ...]] = {}
    order: list[int] | None = None
    plain = list(range(_WIDTH))
    for cells in rows:
        if cells and cells[0] == META:
            meta = _meta(cells, name)
        if order is None:
            # Another version may head it otherwise: its mark, which says so, comes below.
            order = _order(cells)
            if meta is not None:
                raise WorkbookError("workbook_baseline_damaged", name=name)
            continue
        if cells[0] == META:
            continue
        picked = cells[:_WIDTH] if order == plain and len(cells) >= _WIDTH else _picked(cells, order)
        row = tuple([each if each.__class__ is str and "\r" not in each else _text(each) for each in picked])
        if not any(row):
            continue
        if not row[_ID] or row[_ID] in base:
            raise WorkbookError("workbook_baseline_damaged", name=name)
        base[row[_ID]] = row
    if meta is None:
        raise WorkbookError("workbook_baseline_damaged", name=name)
    return Baseline(meta, base)


def _order(cells: list[Any]) -> list[int] | None:
    """Where each heading stands; None where one is missing."""
    places = {_text(cell): at for at, cell in reversed(list(enumerate(cells)))}
    found = [places.get(heading, -1) for heading in BASE_HEADINGS]
    return None if -1 in found else found


def _picked(cells: list[Any], order: list[int]) -> list[Any]:
    return [cells[at] if at < len(cells) else "" for at in order]


def _meta(cells: list[Any], name: str) -> dict[str, str]:
    try:
        told = json.loads(_text(cells[1]) if len(cells) > 1 else "")
        known = int(told["format"])
    except (ValueError, KeyError, TypeError, RecursionError) as fault:
        raise WorkbookError("workbook_baseline_damaged", name=name) from fault
    if known > FORMAT:
        raise WorkbookError("workbook_newer", name=name, found=known, known=FORMAT)
    return {str(key): str(value) for key, value in told.items()}


def _text(cell: object) -> str:
    """A cell of the baseline as the text it was, should a program have taken it for something else."""
    match cell:
        case str():
            return cell.replace("\r\n", "\n").replace("\r", "\n")
        case None:
            return ""
        case bool():
            return str(int(cell))
        case float():
            return str(int(cell)) if cell.is_integer() else repr(cell)
        case datetime():
            return cell.date().isoformat() if cell.time() == time() else cell.isoformat()
        case date():
            return cell.isoformat()
        case _:
            return str(cell)
