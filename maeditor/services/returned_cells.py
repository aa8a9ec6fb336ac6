"""What a cell that came back from a spreadsheet says of a field, in the one form in which it is compared.

Spreadsheets change types: a year becomes a number, a number a text with a comma, a date a count of days. Nothing of
that is a correction. Labels are read in every language, whichever the workbook was written in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from math import isfinite
from typing import TypeAlias

from maeditor.domain.errors import ValueTextError
from maeditor.domain.facts import Lifecycle, Modality, Standing, State
from maeditor.domain.listing import plain
from maeditor.domain.plain_text import one_line, some_lines
from maeditor.domain.properties import Kind, Property
from maeditor.domain.units import is_unit, symbol
from maeditor.domain.values import Comparator
from maeditor.formats.returned import NotCalculated, Returned
from maeditor.formats.workbook.baseline import base_number, is_shown_as
from maeditor.services.typed_value import read_date, read_typed, symbol_at
from maeditor.wording import LANGUAGES, Wording

NUMBERS = frozenset({"amount", "lower", "upper"})
DATES = frozenset({"as_of", "target"})
LINES = frozenset({"subject", "place", "object_entity"})
"""Names: one line each. What is in no list here is a text of several."""

CHOICES: Mapping[str, tuple[str, ...]] = {
    "comparator": tuple(Comparator),
    "lifecycle": tuple(Lifecycle),
    "modality": tuple(Modality),
    "state": tuple(State),
    "standing": tuple(Standing),
}
_REPEATED = frozenset({*CHOICES, "property", "unit"})
"""The fields of which thousands of rows say the same few words."""
_WHEN_EMPTY = {"comparator": "", "lifecycle": Lifecycle.UNKNOWN.value, "standing": Standing.NORMAL.value}
_ALSO = {"<=": "≤", "=<": "≤", ">=": "≥", "=>": "≥", "~": "≈", "≃": "≈", "==": "=", "↔": "range", "…": "range"}

Plain: TypeAlias = str | int | float | bool | date | datetime | None
"""A cell with a value of its own, or none."""

_EPOCH = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 10_000, 2_958_465
"""Below it a whole number in a column of dates is a year: nothing that articles tell of happened before May 1927 to the
day. The last is the last day of 9999."""
_YEARS_AS_DAYS = range(1800, 2101)
"""As days counted these are some of 1904 and 1905."""
_MOST_CHARACTERS = 400

_SPACE = "[ \u00a0\u202f\u2009'\u2019\u066c]"
_PLAIN = re.compile(r"([+-]?)(\d*)(?:([.,])(\d+))?(?:[eE]([+-]?\d{1,3}))?")
_SPACED = re.compile(rf"[+-]?\d{{1,3}}(?:{_SPACE}\d{{3}})+(?:[.,]\d+)?")
_POINTS = re.compile(r"[+-]?\d{1,3}(?:(?:\.\d{3}){2,}|(?:\.\d{3})+(?=,))(?:,\d+)?")
_COMMAS = re.compile(r"[+-]?\d{1,3}(?:(?:,\d{3}){2,}|(?:,\d{3})+(?=\.))(?:\.\d+)?")


class CellError(ValueError):
    """A cell that says nothing its field takes; ``key`` has a sentence under ``corrections.``, filled by details."""

    def __init__(self, key: str, **details: object) -> None:
        super().__init__(key)
        self.key = key
        self.details = details


class CellReader:
    """Reads cells of one workbook, which was written in a language, into the fields of one project's facts."""

    def __init__(self, known: Mapping[str, Property], language: str) -> None:
        self._known, self._language = known, language
        self._properties: dict[str, list[str]] = {}
        self._alike: set[tuple[str, str, str]] = set()
        for key, each in known.items():
            for label in (key, each.label_fr, each.label_en):
                keys = self._properties.setdefault(plain(label).strip(), [])
                if label and key not in keys:
                    keys.append(key)

    def changed(
        self, cells: Mapping[str, Returned], base: Mapping[str, str]
    ) -> tuple[dict[str, str], dict[str, CellError | ValueTextError]]:
        """The fields that say something else than ``base``, in their canonical form, and those that say nothing.

        A field without a cell did not change: its column was taken out.
        """
        there: dict[str, str] = {}
        wrong: dict[str, CellError | ValueTextError] = {}
        for name, before in base.items():
            cell = cells.get(name) if name in cells else before
            if cell == before or (cell is None and not before):
                continue
            if isinstance(cell, str) and (name, cell, before) in self._alike:
                continue
            dated = name == "text_value" and self._is_dated(there.get("property", base["property"]))
            try:
                said = self.read(name, cell, before, dated=dated)
            except (CellError, ValueTextError) as error:
                wrong[name] = error
            else:
                if said != settled(name, before):
                    there[name] = said
                elif isinstance(cell, str) and name in _REPEATED:
                    self._alike.add((name, cell, before))
        self._infer_sign(there, wrong, base)
        return there, wrong

    def read(self, name: str, cell: Returned, before: str = "", *, dated: bool = False) -> str:
        """What a cell says of a field. Raises CellError, and ValueTextError for a date.

        ``before`` is what stood there: of two readings that one is meant. ``dated``: the text is a date.
        """
        if isinstance(cell, NotCalculated):
            raise CellError("formula_failed", text=cell.error) if cell.error else CellError("not_calculated")
        if name in CHOICES:
            return self._choice(name, cell)
        if name in NUMBERS:
            return self._number(cell, before)
        if name in DATES or dated:
            return self._date(cell, before)
        if name == "property":
            return self._property(cell, before)
        if name == "unit":
            return self._unit(cell, before)
        return self._text(name, cell, before)

    def _is_dated(self, key: str) -> bool:
        definition = self._known.get(key)
        return definition is not None and definition.kind is Kind.DATE

    def _infer_sign(self, there: dict[str, str], wrong: Mapping[str, object], base: Mapping[str, str]) -> None:
        """A sign that is missing beside numbers is the one that they need."""
        comparator = there.get("comparator", base.get("comparator", ""))
        if comparator or NUMBERS & wrong.keys() or "comparator" in wrong:
            return
        amount, lower, upper = (there.get(name, base.get(name, "")) for name in ("amount", "lower", "upper"))
        sign = Comparator.EQUAL.value if amount else Comparator.RANGE.value if lower and upper else ""
        there["comparator"] = sign
        if sign == base.get("comparator", ""):
            del there["comparator"]

    def _choice(self, name: str, cell: Returned) -> str:
        written = _as_text(cell, self._language)
        if not written:
            if name in _WHEN_EMPTY:
                return _WHEN_EMPTY[name]
            raise CellError("choice_empty", choices=self._offered(name))
        found = _words(name).get(plain(written).strip()) or _words(name).get(written)
        if found is None:
            raise CellError("choice_unknown", text=short(written), choices=self._offered(name))
        return found

    def _offered(self, name: str) -> str:
        wording = Wording(self._language)
        return ", ".join(_word(name, key, wording) for key in CHOICES[name])

    def _number(self, cell: Plain, before: str) -> str:
        if cell is None:
            return ""
        if isinstance(cell, bool):
            raise CellError("not_a_number", text=str(cell).upper())
        if isinstance(cell, date):
            raise CellError("date_not_number", text=_day(cell))
        if isinstance(cell, int | float):
            if not isfinite(cell):
                raise CellError("not_a_number", text=str(cell))
            digits = repr(cell)
            return digits if digits == before else base_number(Decimal(digits))
        text = cell.strip()
        if not text or (before and is_shown_as(before, text)):
            return before if text else ""
        readings = _readings(text, self._language)
        if not readings:
            raise CellError("not_a_number", text=short(text))
        if len(readings) > 1 and before not in readings:
            raise CellError("number_of_two_readings", text=short(text), one=readings[0], other=readings[1])
        return before if before in readings else readings[0]

    def _date(self, cell: Plain, before: str) -> str:
        if cell is None:
            return ""
        if isinstance(cell, date):
            return self._dated_day(_day(cell), before)
        if isinstance(cell, bool):
            raise ValueTextError("date_unreadable", text=str(cell).upper())
        if isinstance(cell, int | float):
            return self._dated_number(cell)
        text = unicodedata.normalize("NFC", cell).strip()
        # A date that a project holds unreadable is not the colleague's mistake.
        said = before if text == before.strip() else read_date(text, self._language) if text else ""
        if text and not said:
            raise ValueTextError("date_unreadable", text=text)
        return said

    def _dated_day(self, day: str, before: str) -> str:
        """A day, or the year that somebody typed into a cell that shows days: 2031 is shown there as one of 1905."""
        count = (date.fromisoformat(day) - _EPOCH).days
        return str(count) if count in _YEARS_AS_DAYS and day != before else day

    def _dated_number(self, number: float) -> str:
        if not isfinite(number) or not 1000 <= number <= _LAST_SERIAL:
            raise ValueTextError("date_unreadable", text=str(number))
        if number >= _FIRST_SERIAL:
            return (_EPOCH + timedelta(days=int(number))).isoformat()
        if number != int(number):
            raise ValueTextError("date_unreadable", text=str(number))
        return str(int(number))

    def _property(self, cell: Returned, before: str) -> str:
        written = _as_text(cell, self._language)
        if not written:
            raise CellError("property_empty")
        if written in self._known or written == before:
            return written
        keys = self._properties.get(plain(written).strip(), [])
        if not keys:
            raise CellError("property_unknown", text=short(written))
        return before if before in keys else keys[0]

    def _unit(self, cell: Returned, before: str) -> str:
        written = _as_text(cell, self._language)
        if is_unit(before) and written in [symbol(before, language) for language in LANGUAGES]:
            return before
        code = _code(written, self._language) if written else ""
        if written and not code:
            raise ValueTextError("unit_unknown", unit=written)
        return "" if code == "1" else code

    def _text(self, name: str, cell: Returned, before: str) -> str:
        if isinstance(cell, str) and is_shown_as(before, cell):
            return settled(name, before)
        if isinstance(cell, int | float) and not isinstance(cell, bool) and _is_number(before, Decimal(repr(cell))):
            return settled(name, before)
        return settled(name, _as_text(cell, self._language))


def settled(name: str, text: str) -> str:
    """A field's text as it is compared: composed characters, one kind of line end, nothing around it."""
    if name in LINES:
        return one_line(unicodedata.normalize("NFC", text))
    if name == "note":
        return some_lines(unicodedata.normalize("NFC", text))
    if text.isascii() and "\r" not in text:
        return text.strip()
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").strip()


def short(text: str, longest: int = 60) -> str:
    """As much of what was written as a sentence repeats, in one line."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def _as_text(cell: Returned, language: str) -> str:
    if cell is None or isinstance(cell, NotCalculated):
        return ""
    if isinstance(cell, str):
        return unicodedata.normalize("NFC", cell).strip()
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, date):
        return _day(cell)
    digits = base_number(Decimal(repr(cell))) if isfinite(cell) else str(cell)
    return digits.replace(".", ",") if language.startswith("fr") else digits


def _day(cell: date) -> str:
    """A day; with its hour only where there is one."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat()


def _is_number(text: str, number: Decimal) -> bool:
    return any(Decimal(each) == number for language in LANGUAGES for each in _readings(text.strip(), language))


def _readings(text: str, language: str) -> list[str]:
    """The numbers that a text may be: none, one, or two where a mark may part thousands or decimals."""
    if len(text) > _MOST_CHARACTERS:
        return []
    text = text.replace("\u2212", "-").replace("\u066b", ",")
    if _SPACED.fullmatch(text):
        return [_digits(re.sub(_SPACE, "", text).replace(",", "."))]
    if _POINTS.fullmatch(text):
        return [_digits(text.replace(".", "").replace(",", "."))]
    if _COMMAS.fullmatch(text):
        return [_digits(text.replace(",", ""))]
    found = _PLAIN.fullmatch(text)
    if found is None or not (found[2] or found[4]):
        return []
    decimal = _digits(text.replace(",", "."))
    own = "," if language.startswith("fr") else "."
    parts_thousands = found[3] not in (None, own) and len(found[4]) == 3 and 1 <= len(found[2]) <= 3
    if parts_thousands and found[2].strip("0") and not found[5]:
        return [decimal, _digits(text.replace(found[3], ""))]
    return [decimal]


def _digits(text: str) -> str:
    return base_number(Decimal(text))


@cache
def _words(name: str) -> dict[str, str]:
    """Every word that names a choice: its key, its label in each language, and for signs how else people type them."""
    words = dict(_ALSO) if name == "comparator" else {}
    for key in CHOICES[name]:
        words[plain(key)] = words[key] = str(key)
        for language in LANGUAGES:
            words[plain(_word(name, key, Wording(language))).strip()] = str(key)
    return words


def _word(name: str, key: str, wording: Wording) -> str:
    named = f"workbook.{name}.{key}"
    return wording.say(named) if wording.knows(named) else str(key)


@cache
def _code(written: str, language: str) -> str:
    """The code of a unit written as a code, a symbol or a word; empty where it is none."""
    if is_unit(written):
        return written
    if len(written) > _MOST_CHARACTERS:
        return ""
    at = symbol_at(written, 0, language)
    if at is not None and at[1] == len(written):
        return at[0]
    read = read_typed(f"2 {written}", language)
    said = read.quantity if read is not None and not read.ordinal else None
    return said.unit if said is not None and said.amount == 2 and said.unit != "1" else ""
