"""Which figures of a text its facts account for.

A fact accounts for the figure in its passage. A passage may hold several, as a whole sentence does: then the fact
accounts for those that it says, and for all only where it says none of them. What else it says of the value is in
its fields: its dates, the name of what it is about, its unit in the head of a table; these are accounted for where
they stand near.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

from maeditor.domain import dates
from maeditor.domain.articles import Passage
from maeditor.domain.errors import ValueTextError
from maeditor.domain.facts import Fact
from maeditor.domain.units import is_unit, unit
from maeditor.extraction.figures import Figure, FigureKind
from maeditor.extraction.text.sentences import sentences

Said: TypeAlias = tuple[Fact, Passage]
"""A fact and a passage of the text in which it is said."""
Amount: TypeAlias = tuple[str, Decimal]
_BLANK_LINE = re.compile(r"\n[ \t\u00a0]*\n")
_LONGEST_LINE = 3000
"""Code points of a line beyond which only this much around a figure is cut into sentences."""


@dataclass(frozen=True, slots=True)
class _Stated:
    """What one fact says, and one place where it says it."""

    start: int
    end: int
    fact: Fact
    amounts: frozenset[Amount]


class Attachments:
    """The passages that facts have in one text, asked about its figures."""

    def __init__(self, text: str, said: Iterable[Said], figures: Sequence[Figure]) -> None:
        self._text = text
        self._figures = figures
        self._stated = sorted(_stated(said), key=lambda each: each.start)
        self._starts = [each.start for each in self._stated]
        self._covered = Cover(figures)
        for stated in self._stated:
            self._account(stated)

    def holds(self, number: int) -> bool:
        """Tell whether a figure is accounted for."""
        return self._covered.holds(self._text, number) or self._said_nearby(self._figures[number])

    def _account(self, stated: _Stated) -> None:
        touched = self._covered.touched(stated.start, stated.end)
        if len(touched) > 1:
            said = [number for number in touched if _says(stated, self._figures[number], self._text)]
            touched = said or touched
        for number in touched:
            self._covered.add(number, stated.start, stated.end)

    def _said_nearby(self, figure: Figure) -> bool:
        if figure.kind is FigureKind.UNIT:
            return any(each.fact.unit == figure.unit for each in self._within(*self._block(figure)))
        written = self._text[figure.start : figure.end]
        return any(
            _is_dated(each.fact, figure) or _names(each.fact, written) for each in self._within(*self._sentence(figure))
        )

    def _within(self, start: int, end: int) -> Sequence[_Stated]:
        return self._stated[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _sentence(self, figure: Figure) -> tuple[int, int]:
        text = self._text
        floor, ceiling = max(0, figure.start - _LONGEST_LINE), figure.end + _LONGEST_LINE
        start = max(text.rfind("\n", floor, figure.start) + 1, floor)
        stop = text.find("\n", figure.end, ceiling)
        stop = min(ceiling, len(text)) if stop == -1 else stop
        if not self._within(start, stop):
            return figure.start, figure.end
        for sentence in sentences(text, start, stop):
            if sentence.start <= figure.start < sentence.end:
                return sentence.start, sentence.end
        return figure.start, figure.end

    def _block(self, figure: Figure) -> tuple[int, int]:
        """The lines around a figure up to blank ones: a paragraph, a table with its head."""
        floor, ceiling = max(0, figure.start - _LONGEST_LINE), figure.end + _LONGEST_LINE
        start, stop = floor, ceiling
        for match in _BLANK_LINE.finditer(self._text, floor, figure.start):
            start = match.end()
        after = _BLANK_LINE.search(self._text, figure.end, ceiling)
        return start, after.start() if after else stop


class Cover:
    """How much of each figure is covered; one is held where all its digits are, a word where any letter is."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self._figures = figures
        self._starts = [each.start for each in figures]
        self._spans: dict[int, list[tuple[int, int]]] = {}

    def touched(self, start: int, end: int) -> Sequence[int]:
        """Numbers of the figures that share a code point with a span."""
        first = bisect_right(self._starts, start)
        if first and self._figures[first - 1].end > start:
            first -= 1
        return range(first, bisect_left(self._starts, end))

    def add(self, number: int, start: int, end: int) -> None:
        """Cover a figure by a span that touches it."""
        self._spans.setdefault(number, []).append((start, end))

    def holds(self, text: str, number: int) -> bool:
        """Tell whether enough of a figure is covered."""
        spans = self._spans.get(number)
        if spans is None:
            return False
        figure = self._figures[number]
        if any(start <= figure.start and figure.end <= end for start, end in spans):
            return True
        digits = [at for at in range(figure.start, figure.end) if text[at].isdigit()]
        return all(any(start <= at < end for start, end in spans) for at in digits)


def _stated(said: Iterable[Said]) -> Iterator[_Stated]:
    amounts: dict[str, frozenset[Amount]] = {}
    for fact, passage in said:
        if fact.id not in amounts:
            amounts[fact.id] = _amounts(fact)
        yield _Stated(passage.start, passage.end, fact, amounts[fact.id])


def _amounts(fact: Fact) -> frozenset[Amount]:
    said = [(each, fact.unit) for each in (fact.amount, fact.lower, fact.upper)]
    said += [(each, fact.norm_unit) for each in (fact.norm_amount, fact.norm_lower, fact.norm_upper)]
    return frozenset(_in_base(value, code) for value, code in said if value is not None)


def _in_base(value: Decimal, code: str) -> Amount:
    if not code or not is_unit(code):
        return code or "1", value.normalize()
    measured = unit(code)
    return measured.base, (value * measured.factor).normalize()


def _says(stated: _Stated, figure: Figure, text: str) -> bool:
    """Tell whether a fact says a figure that stands in its passage."""
    for value in (figure.value, figure.value2):
        if isinstance(value, Decimal) and not stated.amounts.isdisjoint(
            (_in_base(value, figure.unit), _in_base(value, stated.fact.unit))
        ):
            return True
    return _is_dated(stated.fact, figure) or _has(stated.fact.text_value, text[figure.start : figure.end])


def _is_dated(fact: Fact, figure: Figure) -> bool:
    if figure.kind is not FigureKind.DATE or not isinstance(figure.value, str):
        return False
    return any(_same_time(told, figure.value) for told in (fact.as_of, fact.target, fact.text_value) if told)


def _names(fact: Fact, written: str) -> bool:
    """Tell whether the figure is a word of the name of what the fact is about, or of its place."""
    return _has(fact.subject, written) or _has(fact.place, written)


def _has(said: str, written: str) -> bool:
    """Tell whether a text holds a figure as a word of its own."""
    wanted = " ".join(written.split()).casefold()
    folded = said.casefold()
    return wanted in folded and re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", folded) is not None


@lru_cache(maxsize=4096)
def _same_time(told: str, written: str) -> bool:
    """Tell whether a date of a fact can be the one written; of a period, one of its ends."""
    ends = [end for end in told.split("/") if end not in ("", "..")]
    try:
        meant = dates.parse(written)
        return any(dates.parse(end).overlaps(meant) for end in ends)
    except ValueTextError:
        return written in ends
