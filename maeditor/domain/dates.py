"""Dates as sources give them: to the year, month or day, about, uncertain, as a period (EDTF).

Read are EDTF's levels 0 and 1 as far as articles need them, its seasons, quarters and half-years (``2026-33``), what
people write for these (``2026-Q1``), and a day or month without its year (``--05-08``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from maeditor.domain.errors import ValueTextError

SortKey: TypeAlias = tuple[int, int, int]

_POINT = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?:[Qq](?P<quarter>[1-4])|(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?))?(?P<mark>[~?%]?)"
)
_YEARLESS = re.compile(r"--(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?")
_OPEN = ("", "..")

_SEASONS = {  # code → first month, months; spring to winter as EDTF numbers them, then quarters and half-years
    **{21 + place: (3 + 3 * place, 3) for place in range(4)},
    **{33 + place: (1 + 3 * place, 3) for place in range(4)},
    **{40 + place: (1 + 6 * place, 6) for place in range(2)},
}


class Precision(StrEnum):
    """How finely a date is told; also how to write it."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    INTERVAL = "interval"
    YEARLESS = "yearless"


@dataclass(frozen=True, slots=True)
class Period:
    """What a date covers: every day from ``first`` to ``last``; None where that end is open or the year is not told.

    ``month`` and ``day`` are told apart only for a date without its year, 0 where there is none.
    """

    text: str
    precision: Precision
    first: date | None
    last: date | None
    approximate: bool = False
    uncertain: bool = False
    month: int = 0
    day: int = 0

    def overlaps(self, other: Period) -> bool:
        """Tell whether the two can mean the same day; one without its year matches only another like it."""
        if Precision.YEARLESS in (self.precision, other.precision):
            return (
                self.precision is other.precision
                and self.month == other.month
                and (self.day == other.day or 0 in (self.day, other.day))
            )
        return not (_before(self.last, other.first) or _before(other.last, self.first))


def parse(text: str) -> Period:
    """Read a date. Raises ValueTextError where it is none."""
    period = _read(text)
    if period is None:
        raise ValueTextError("date_unreadable", text=text)
    return period


def is_edtf(text: str) -> bool:
    """Tell whether ``parse`` would read it."""
    return _read(text) is not None


def precision(text: str) -> Precision:
    """How finely a date is told. Raises ValueTextError where it is none."""
    return parse(text).precision


def earliest(text: str) -> date | None:
    """The first day it can mean; None for an open beginning or a date without its year. Raises like ``parse``."""
    return parse(text).first


def latest(text: str) -> date | None:
    """The last day it can mean; None for an open end or a date without its year. Raises like ``parse``."""
    return parse(text).last


def sort_key(text: str) -> SortKey:
    """A key that puts dates in order: by beginning, then the shorter first; without a year, then unreadable, last."""
    period = _read(text)
    if period is None:
        return (2, 0, 0)
    if period.precision is Precision.YEARLESS:
        return (1, period.month, period.day)
    first = period.first.toordinal() if period.first else 0
    return (0, first, period.last.toordinal() if period.last else date.max.toordinal() + 1)


def _before(last: date | None, first: date | None) -> bool:
    return last is not None and first is not None and last < first


def _read(text: str) -> Period | None:
    start, slash, end = text.partition("/")
    return _interval(text, start, end) if slash else _point(text) or _yearless(text)


def _interval(text: str, start: str, end: str) -> Period | None:
    ends = [None if side in _OPEN else _point(side) for side in (start, end)]
    if all(side is None for side in ends):
        return None
    if any(side is None and told not in _OPEN for side, told in zip(ends, (start, end), strict=True)):
        return None
    first = ends[0].first if ends[0] else None
    last = ends[1].last if ends[1] else None
    if _before(last, first):
        return None
    told = [side for side in ends if side]
    return Period(
        text,
        Precision.INTERVAL,
        first,
        last,
        any(side.approximate for side in told),
        any(side.uncertain for side in told),
    )


def _point(text: str) -> Period | None:
    found = _POINT.fullmatch(text)
    if found is None or found["year"] == "0000":
        return None
    year, mark = int(found["year"]), found["mark"]
    covered = _covered(year, found["quarter"], found["month"], found["day"])
    if covered is None:
        return None
    precision_, first, last = covered
    return Period(text, precision_, first, last, mark in ("~", "%"), mark in ("?", "%"))


def _covered(year: int, quarter: str | None, month: str | None, day: str | None) -> tuple[Precision, date, date] | None:
    if quarter is None and month is None:
        return Precision.YEAR, date(year, 1, 1), date(year, 12, 31)
    number = 32 + int(quarter) if quarter else int(month or 0)
    if number in _SEASONS:
        # A season has no days; and winter of the last year we can count would end after it.
        if day is not None:
            return None
        begins, months = _SEASONS[number]
        return _season_precision(number), date(year, begins, 1), _month_end(year, begins + months - 1)
    if not 1 <= number <= 12:
        return None
    days = _days(year, number)
    if day is None:
        return Precision.MONTH, date(year, number, 1), date(year, number, days)
    if not 1 <= int(day) <= days:
        return None
    return Precision.DAY, date(year, number, int(day)), date(year, number, int(day))


def _season_precision(number: int) -> Precision:
    if number >= 40:
        return Precision.HALF
    return Precision.QUARTER if number >= 33 else Precision.SEASON


def _month_end(year: int, month: int) -> date:
    # Winter begins in December and runs into the next year; after 9999 nothing can be counted.
    if month > 12:
        year, month = (year + 1, month - 12) if year < date.max.year else (year, 12)
    return date(year, month, _days(year, month))


def _days(year: int, month: int) -> int:
    """How many days a month has, in the calendar that EDTF counts in."""
    if month == _FEBRUARY:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in _SHORT else 31


_FEBRUARY = 2
_SHORT = frozenset({4, 6, 9, 11})


def _yearless(text: str) -> Period | None:
    found = _YEARLESS.fullmatch(text)
    if found is None:
        return None
    month, day = int(found["month"]), int(found["day"] or 0)
    # 2000 was a leap year: the 29th of February is a day that exists.
    if not 1 <= month <= 12 or (found["day"] is not None and not 1 <= day <= _days(2000, month)):
        return None
    return Period(text, Precision.YEARLESS, None, None, month=month, day=day)
