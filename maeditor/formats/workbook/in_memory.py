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
    """Save a workbook and return its parts by name."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        _InMemory(book, archive).write_data()
        return {name: archive.read(name) for name in archive.namelist()}


class _InMemory(ExcelWriter):
    """openpyxl's writer puts each sheet through a temporary file first.

    On a full disk that ends in an lxml error or in "no usable temporary directory", neither of which says so.
    """

    def write_worksheet(self, ws: Any) -> None:  # noqa: ANN401
        """Write one sheet as openpyxl does, but through memory."""
        ws._drawing = SpreadsheetDrawing()  # noqa: SLF001
        ws._drawing.charts = ws._charts  # noqa: SLF001
        writer: Any = WorksheetWriter(ws, io.BytesIO())
        writer.write()
        ws._rels = writer._rels  # noqa: SLF001
        parts: Any = self
        parts._archive.writestr(ws.path[1:], writer.out.getvalue())  # noqa: SLF001
        parts.manifest.append(ws)
