"""Rows as XML, one after the other: the same way for every data sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from maeditor.formats.workbook.cells import CellWriter, Encode, Shorten
from maeditor.formats.workbook.columns import Column, Kind, SheetPlan

Encoders: TypeAlias = list[tuple[str, Encode, str]]
"""For each column the beginning of its cells, what writes the rest, and the rest of those without a value."""


def letter_of(position: int) -> str:
    """Name a column (from 1) as spreadsheets do."""
    letters = ""
    while position:
        position, digit = divmod(position - 1, 26)
        letters = chr(65 + digit) + letters
    return letters


def row_encoders(plan: SheetPlan, cells: CellWriter, shorten_for: Callable[[Column], Shorten]) -> Encoders:
    """Make the encoders of a sheet's columns."""
    encoders: Encoders = []
    for at, column in enumerate(plan.columns, 1):
        address = letter_of(plan.position(column.address)) if column.kind is Kind.LINK else ""
        encode = cells.encoder(column, shorten_for(column), address)
        encoders.append((f'<c r="{letter_of(at)}', encode, cells.blank(column)))
    return encoders


def row_xml(number: int, encoders: Encoders, values: Sequence[Any]) -> str:
    """Write one row; what is not said gets a cell without a value."""
    row = str(number)
    written = [
        start + row + (encode(value, row) if value or (value is not None and value != "") else blank)
        for (start, encode, blank), value in zip(encoders, values, strict=True)
    ]
    return f'<row r="{row}">{"".join(written)}</row>'


def sparse_row_xml(number: int, encoders: Encoders, values: Sequence[Any]) -> str:
    """Write one row without cells where nothing is said: nobody looks at it."""
    row = str(number)
    cells = zip(encoders, values, strict=True)
    written = [start + row + encode(value, row) for (start, encode, _), value in cells if value]
    return f'<row r="{row}">{"".join(written)}</row>'
