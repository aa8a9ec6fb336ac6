"""What programs do to cells that nobody touched, undone: other spaces and line ends, texts made numbers or truths.

What a cell means for its field, say a number typed with a comma, is for whoever merges it: it may have two readings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from maeditor.formats.returned.content import NotCalculated, Returned
from maeditor.formats.workbook.baseline import is_shown_as

DATES = frozenset({"as_of", "target"})
TEXTS = frozenset({"subject", "value", "unit", "text_value", "place", "claim", "object_entity", "reason", "note"})

_BLANKS = re.compile("[ \t\u00a0\u202f\u2007\u2009]+")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_NUMBER = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?")
_EXACT_DIGITS = 15
_EPOCHS = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
_SERIALS = range(10_000, 2_958_466)
"""Whole numbers that are days in a column of dates; smaller ones are years."""

_TRUTHS = {"true": True, "vrai": True, "false": False, "faux": False}


def plain_cell(value: object) -> Returned:
    """A cell as python-calamine gives it: blank is None, whole numbers are ints, line ends are ours."""
    match value:
        case str():
            if "\r" in value:
                value = value.replace("\r\n", "\n").replace("\r", "\n")
            return value if value and not value.isspace() else None
        case None:
            return None
        case bool() | date() | NotCalculated():
            return value
        case float():
            return int(value) if value.is_integer() and abs(value) < 10**_EXACT_DIGITS else value
        case int():
            return value
        case time():
            return value.isoformat()
        case timedelta():
            return value / timedelta(days=1)
        case _:
            return str(value)


def plain_column(cells: Iterable[object]) -> list[Returned]:
    """A column of which nothing else is known; equal texts become one."""
    known: dict[str, Returned] = {}
    plain: list[Returned] = []
    for cell in cells:
        if cell.__class__ is str:
            found = known.get(cell)
            if found is None:
                found = plain_cell(cell)
                known[cell] = found
            plain.append(found)
        else:
            plain.append(plain_cell(cell))
    return plain


def text_column(cells: Iterable[object], base: Iterable[str]) -> list[Returned]:
    """A column of texts, beside what the baseline holds."""
    return [
        before if cell == before and before else _text(cell, before) for cell, before in zip(cells, base, strict=True)
    ]


def day_column(cells: Iterable[object], counts_from_1904: bool) -> list[Returned]:
    """A column of dates."""
    epoch = _EPOCHS[counts_from_1904]
    return [_day(plain_cell(cell), epoch) for cell in cells]


def _text(cell: object, base: str) -> Returned:
    value = plain_cell(cell)
    if value is None or not base:
        return value
    return base if _is_same(value, base) else value


def _is_same(value: Returned, base: str) -> bool:
    match value:
        case str():
            return is_shown_as(base, value) or _spaced(value) == _spaced(base) or _unescaped(value) == _unescaped(base)
        case bool():
            return _TRUTHS.get(base.casefold()) is value
        case int() | float():
            return _NUMBER.fullmatch(base) is not None and Decimal(base) == Decimal(repr(value))
        case datetime():
            return base == (value.date() if value.time() == time() else value).isoformat()
        case date():
            return base == value.isoformat()
        case _:
            return False


def _day(value: Returned, epoch: date) -> Returned:
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value
    if isinstance(value, int | float) and not isinstance(value, bool) and int(value) in _SERIALS:
        days = timedelta(days=int(value))
        return epoch + days if days <= date.max - epoch else value
    return value


def _spaced(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


def _unescaped(text: str) -> str:
    """A text with the characters that programs write by their number, and that others read so where none was meant."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n")
