"""Saves an openpyxl workbook without touching the disk."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter


def saved_parts(book: Workbook) -> dict[str, bytes]:
    """Save a workbook and return its parts by name.

    openpyxl puts each sheet through a temporary file first; on a full disk that ends in an lxml error or in "no usable
    temporary directory", neither of which says so. Here a sheet goes through memory instead.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        saving: Any = ExcelWriter(book, archive)

        def write_worksheet(sheet: Any) -> None:  # noqa: ANN401
            archive.writestr(sheet.path[1:], _sheet_part(sheet))
            saving.manifest.append(sheet)

        saving.write_worksheet = write_worksheet
        saving.write_data()
        return {name: archive.read(name) for name in archive.namelist()}


def _sheet_part(sheet: Any) -> bytes:  # noqa: ANN401
    """Serialise a sheet and leave in it what the saving of its drawing and relations needs, as openpyxl does."""
    drawing = SpreadsheetDrawing()
    drawing.charts = sheet._charts  # noqa: SLF001
    sheet._drawing = drawing  # noqa: SLF001
    writer: Any = WorksheetWriter(sheet, io.BytesIO())
    writer.write()
    sheet._rels = writer._rels  # noqa: SLF001
    part: bytes = writer.out.getvalue()
    return part
