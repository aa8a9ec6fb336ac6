"""What python-calamine does not tell of a sheet: cells beyond what is read, formulas without a value, error values.

A part that is written as spreadsheets write it is searched as bytes, in a tenth of the time; each stretch is first
proved to be such (docs/adr/0011). Every other part is parsed.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator

from maeditor.domain.errors import WorkbookError
from maeditor.formats.returned.content import LIMITS, Limits, NotCalculated
from maeditor.formats.returned.sheet_xml import Cell, CellTarget, blocks, parse, place_of, whole

Unspoken = dict[tuple[int, int], NotCalculated]
"""Cells without a value of their own, by row and column."""

_CELL = b'<c r="'
_END = b"</worksheet>"
# A cell that does not begin with its place, or whose place is beyond 200,000 rows or 256 columns.
_ODD_CELL = re.compile(rb'<c(?![a-zA-Z])(?! r="(?:[A-Z]|[A-H][A-Z]|I[A-V])(?:[1-9][0-9]{0,4}|1[0-9]{5}|200000)")')
_NAMESPACE = re.compile(rb"xmlns:[\w.-]+\s*=\s*[\"']([^\"']*)")
_OF_SHEETS = (b"openxmlformats.org/spreadsheetml/2006/main", b"purl.oclc.org/ooxml/spreadsheetml/main")
_UNVALUED = re.compile(rb"<f(?![a-zA-Z])[^>]*(?:/>|>[^<]*</f>)(?!<v(?: [^>]*)?>[^<])")
_ERROR = re.compile(rb'<c r="([A-Z]+[0-9]+)"[^>]* t="e"[^>]*>(?:<f(?![a-zA-Z])[^>]*(?:/>|>[^<]*</f>))?<v>([^<]*)</v>')
_ENCODING = re.compile(rb"<\?xml[^>]*encoding=[\"']([^\"']*)")
_LONGEST_CELL = 1 << 20


class _OddError(Exception):
    """The part is not written as spreadsheets write it."""


def unspoken_cells(package: zipfile.ZipFile, part: str, name: str, limits: Limits) -> Unspoken:
    """List the cells that say nothing. Raises WorkbookError ``workbook_beyond``, ``workbook_damaged``."""
    with whole(name):
        if (limits.rows, limits.columns) == (LIMITS.rows, LIMITS.columns):
            try:
                return searched(package, part)
            except _OddError:
                pass
        return parsed(package, part, name, limits)


def searched(package: zipfile.ZipFile, part: str) -> Unspoken:
    """Search the part as bytes. Raises _OddError where that would not be sure."""
    found: Unspoken = {}
    stretch = b""
    for stretch in _stretches(package, part):
        if _ODD_CELL.search(stretch) or (b"!" in stretch and b"<!" in stretch):
            raise _OddError
        if b"xmlns:" in stretch and any(uri.endswith(_OF_SHEETS) for uri in _NAMESPACE.findall(stretch)):
            raise _OddError
        for formula in _UNVALUED.finditer(stretch):
            begin = stretch.rfind(_CELL, 0, formula.start())
            if begin < 0:
                raise _OddError
            begin += len(_CELL)
            found[place_of(stretch[begin : stretch.index(b'"', begin)].decode("ascii"))] = NotCalculated()
        if b't="e"' in stretch:
            for error in _ERROR.finditer(stretch):
                found[place_of(error[1].decode("ascii"))] = NotCalculated(error[2].decode("utf-8"))
    if _END not in stretch:
        raise _OddError
    return found


def parsed(package: zipfile.ZipFile, part: str, name: str, limits: Limits) -> Unspoken:
    """Parse the part."""
    found: Unspoken = {}

    def hear(cell: Cell) -> None:
        if cell.kind == "e" and cell.value:
            found[cell.row, cell.column] = NotCalculated(cell.value)
        elif cell.formula and not cell.value:
            found[cell.row, cell.column] = NotCalculated()
        # What holds nothing takes no room: a whole column that was once coloured is no harm.
        if cell.value and not (0 < cell.row <= limits.rows and 0 < cell.column <= limits.columns):
            # It loads openpyxl, which nothing else here needs.
            from maeditor.formats.workbook.row_stream import letter_of

            place = f"{letter_of(cell.column)}{cell.row}"
            raise WorkbookError("workbook_beyond", name=name, cell=place, rows=limits.rows, columns=limits.columns)

    parse(package, part, CellTarget(hear))
    return found


def _stretches(package: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """The part in pieces that end before a cell begins."""
    rest = b""
    for block in blocks(package, part):
        if not rest and not _is_utf8(block):
            raise _OddError
        whole_block = rest + block
        cut = whole_block.rfind(_CELL, max(0, len(rest) - len(_CELL)))
        if cut <= 0:
            rest = whole_block
            if len(rest) > len(block) + _LONGEST_CELL:
                raise _OddError
            continue
        yield whole_block[:cut]
        rest = whole_block[cut:]
    yield rest


def _is_utf8(beginning: bytes) -> bool:
    said = _ENCODING.search(beginning[:200])
    return b"\0" not in beginning[:4] and (said is None or said[1].lower() in {b"utf-8", b"us-ascii"})
