"""The values of somebody's workbook, its first sheet alone; read where a file made to do harm does none."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TypeAlias

from maeditor.domain.errors import UnreadableFileError
from maeditor.formats.confined import confined

SheetValue: TypeAlias = str | float | bool | date | None
MOST_ROWS, MOST_COLUMNS = 200_000, 256
SECONDS, MEGABYTES = 60.0, 1500


def first_sheet(path: Path) -> list[list[SheetValue]]:
    """The rows of the first sheet, from its first row on. Raises UnreadableFileError and ConfinedError."""
    rows: list[list[SheetValue]] = confined(_first_sheet, path, seconds=SECONDS, megabytes=MEGABYTES)
    return rows


def _first_sheet(path: Path) -> list[list[SheetValue]]:
    from python_calamine import CalamineError, CalamineWorkbook

    from maeditor.formats.documents.archive import Archive

    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFileError("file_missing", name=path.name) from error
    except OSError as error:
        raise UnreadableFileError("file_unreadable", name=path.name) from error
    # What it declares is weighed before the library sees it.
    Archive(data, path.name)
    try:
        book = CalamineWorkbook.from_path(str(path))
        sheet = book.get_sheet_by_index(0)
        rows: list[list[SheetValue]] = []
        for row in sheet.iter_rows():
            if len(rows) > MOST_ROWS:
                raise UnreadableFileError("facts_file_rows", name=path.name, limit=MOST_ROWS)
            rows.append([_value(cell) for cell in row[:MOST_COLUMNS]])
    except (CalamineError, IndexError, ValueError) as error:
        raise UnreadableFileError("facts_file_broken", name=path.name) from error
    return rows


def _value(cell: object) -> SheetValue:
    if isinstance(cell, time | timedelta):
        return str(cell)
    if isinstance(cell, datetime):
        return cell.date()
    return cell if isinstance(cell, str | float | int | bool | date) else None
