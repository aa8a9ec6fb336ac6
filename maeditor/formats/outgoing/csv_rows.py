"""Facts as CSV: UTF-8 with a byte order mark, so that Excel reads accents, and no text that it would calculate."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

from maeditor.formats.outgoing.content import Course, OutgoingReport
from maeditor.formats.safe_replace import atomic_write
from maeditor.formats.workbook.cell_text import fit, is_too_long
from maeditor.formats.workbook.cells import utc_moment, word_of
from maeditor.formats.workbook.chosen_columns import facts_plan
from maeditor.formats.workbook.columns import Column, Kind
from maeditor.formats.workbook.content import FactRow
from maeditor.wording import Wording

COMMA, SEMICOLON = ",", ";"
DELIMITERS = (COMMA, SEMICOLON)

Value: TypeAlias = str | Decimal | float | tuple[Decimal, str] | None

# Full-width signs too: Excel for Japanese reads them as the narrow ones. A sign alone calculates nothing.
_FORMULA = re.compile(r"[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@＝＋－＠]\s*\S|[\t\r\n]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?")


def usual_delimiter(language: str) -> str:
    """What parts cells where nobody chose: Excel opens by the decimal sign of its country."""
    return SEMICOLON if language.startswith("fr") else COMMA


def write_csv(
    path: Path,
    rows: Sequence[FactRow],
    wording: Wording,
    *,
    delimiter: str = "",
    columns: tuple[str, ...] = (),
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> OutgoingReport:
    """Write the columns of the workbook's facts, all or those chosen.

    Raises ExportError; what stood there stays until all is written.
    """
    delimiter = delimiter or usual_delimiter(wording.language)
    cells = _Cells(wording, comma=delimiter == SEMICOLON and wording.language == "fr")
    plan = facts_plan(columns)
    course = Course(path.name, len(rows), progress, cancelled)
    with atomic_write(path) as file:
        file.write(codecs.BOM_UTF8)
        line = _Line(delimiter)
        file.write(line.of([_heading(column, wording) for column in plan.columns]))
        for row in rows:
            values = zip(plan.columns, plan.read(row), strict=True)
            file.write(line.of([cells.cell(column, value) for column, value in values]))
            course.step()
    return OutgoingReport(len(rows), replaced_characters=cells.replaced, long_texts=cells.long)


def guarded(text: str) -> str:
    """A text that no spreadsheet calculates: with an apostrophe before it if it began like a formula."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def _heading(column: Column, wording: Wording) -> str:
    return column.heading or wording.say(f"workbook.column.{column.name}")


class _Line:
    """Makes one line at a time, its line ends and delimiters quoted."""

    def __init__(self, delimiter: str) -> None:
        self._buffer = io.StringIO(newline="")
        self._writer = csv.writer(self._buffer, delimiter=delimiter, lineterminator="\r\n")

    def of(self, cells: Sequence[str]) -> bytes:
        """One line in UTF-8."""
        self._writer.writerow(cells)
        made = self._buffer.getvalue().encode()
        self._buffer.seek(0)
        self._buffer.truncate()
        return made


class _Cells:
    """Writes values as texts and counts what a cell does not hold as it is."""

    def __init__(self, wording: Wording, *, comma: bool) -> None:
        self._wording, self._comma = wording, comma
        self.replaced = self.long = 0

    def cell(self, column: Column, value: Value) -> str:
        """Write one value the way its column is meant."""
        if value is None or value == "":
            return ""
        match column.kind:
            case Kind.NUMBER | Kind.PERCENT | Kind.MEASURE:
                return self._number(value)
            case Kind.LINK:
                return self._text(f"{column.before}{value}")
            case Kind.MOMENT:
                moment = utc_moment(str(value))
                return f"{moment:%Y-%m-%d %H:%M:%S}" if moment else self._text(str(value))
            case Kind.WORD:
                keys = str(value).split("; ")
                return self._text("; ".join(word_of(column.words, key, self._wording) for key in keys))
            case _:
                return self._text(str(value))

    def _number(self, value: Value) -> str:
        number = value[0] if isinstance(value, tuple) else value
        written = format(number if isinstance(number, Decimal) else Decimal(str(number)), "f")
        return written.replace(".", ",") if self._comma else written

    def _text(self, value: str) -> str:
        text, replaced = fit(value)
        self.replaced += replaced
        self.long += is_too_long(text)
        return guarded(text)
