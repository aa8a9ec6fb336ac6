"""Workbooks that came back, for the tests: exported by us, then changed as colleagues and programs change them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
from workbook_samples import FACT, content, written

from maeditor.formats.returned.content import LIMITS, ReturnedWorkbook
from maeditor.formats.returned.reading import assembled
from maeditor.formats.returned.unpacking import unpack
from maeditor.formats.workbook import FactRow
from maeditor.formats.workbook.baseline import BASE_HEADINGS, base_number, base_text

MAIN_URI = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def identity(number: int) -> str:
    return f"7a0d2c5e-0000-4000-8000-{number:012d}"


def numbered(count: int, **changes: Any) -> list[FactRow]:
    """So many facts, each with its own number and identity."""
    return [
        replace(FACT, number=f"F-{at:04d}", fact_id=identity(at), subject=f"Site {at}", **changes)
        for at in range(1, count + 1)
    ]


def base_of(fact: FactRow) -> tuple[str, ...]:
    """What the baseline says of a row."""
    told = {name: getattr(fact, name, "") for name in BASE_HEADINGS} | {
        "property": fact.property_key,
        "unit": fact.shown_unit,
    }
    plain = (base_number(each) if isinstance(each, Decimal | None) else str(each) for each in told.values())
    return tuple(base_text(each) for each in plain)


def exported(path: Path, facts: Iterable[FactRow], language: str = "fr", **changes: Any) -> Path:
    """Export facts with their baseline."""
    told = list(facts)
    meta = {"project": "p-1", "export": "x-1", "sheet": ""}
    written(path, content(facts=told, baseline=[base_of(each) for each in told], meta=meta, **changes), language)
    return path


def edited(path: Path, edit: Callable[[Any], None], sheet: str = "Faits") -> Path:
    """Open a workbook with openpyxl, change one sheet, save it."""
    book = openpyxl.load_workbook(path)
    edit(book[sheet])
    book.save(path)
    return path


def column(page: Any, heading: str) -> int:
    """Where a heading stands."""
    return next(cell.column for cell in page[1] if cell.value == heading)


def put(page: Any, row: int, heading: str, value: Any) -> None:
    """Write a cell under a heading."""
    page.cell(row, column(page, heading)).value = value


def read(path: Path) -> ReturnedWorkbook:
    """Read a workbook here, without a process of its own."""
    return assembled(unpack(path, LIMITS))


def with_part(path: Path, name: str, change: Callable[[str], str]) -> Path:
    """Change one part of a package as text."""
    with zipfile.ZipFile(path) as package:
        parts = {each: package.read(each) for each in package.namelist()}
    parts[name] = change(parts.get(name, b"").decode("utf-8")).encode("utf-8")
    return packed(path, parts)


def packed(path: Path, parts: dict[str, bytes]) -> Path:
    """Write a package."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return path


def parts_of(path: Path) -> dict[str, bytes]:
    """All parts of a package."""
    with zipfile.ZipFile(path) as package:
        return {each: package.read(each) for each in package.namelist()}
