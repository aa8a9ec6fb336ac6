"""Where a reading is uncertain: why a person should look, and the other readings of the same characters, ranked.

Only what somebody would look at twice is in doubt: what the rest of the text settles is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from maeditor.domain.doubts import Doubt
from maeditor.extraction.claims.article_view import ArticleView, Claim
from maeditor.extraction.claims.lone_letters import currency, lettered
from maeditor.extraction.claims.shared_money import other_money
from maeditor.extraction.interface import MentionKind, Reading
from maeditor.extraction.mentions import mentions
from maeditor.extraction.numbers.amounts import amount, tidy

THOUSAND, MILLION = Decimal(1000), Decimal(10) ** 6
_GROUP = re.compile(r"(?<![\d.,])([1-9]\d{0,2})([.,])(\d{3})(?!\d|[.,]\d)")
_DECIMALS = re.compile(r"(?<![\d.,])\d{1,3}([.,])\d{1,2}(?!\d|[.,]\d)")
_GROUPS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3}(?!\d)|(?!\1)[.,]\d)")
_DATE = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(?:\d{4}|\d\d)(?!\d)")
_SCALE_WORD = re.compile(r"(?<!\w)(b|tr)illions?(?!\w)")
_LONE_LETTER = re.compile(r"\d(?P<gap> ?)(?P<letter>[mM])(?![\w²³/€$£])")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WHOLE = frozenset({MentionKind.COUNT, MentionKind.RANK, MentionKind.ORDINAL})


class Doubted(NamedTuple):
    """Why to look, and what else the characters may say, the likeliest first; empty where all is plain."""

    reason: str = ""
    readings: tuple[Reading, ...] = ()


class Doubts:
    """What is uncertain in the claims of one article."""

    def __init__(self, view: ArticleView) -> None:
        self._view = view

    def of(self, claim: Claim) -> Doubted:
        """Look at one claim of a sentence or a cell."""
        for reason, others in self._reasons(claim):
            found = [Reading(claim.start, claim.end, value, unit) for value, unit in others]
            if found:
                return Doubted(reason.value, tuple(found))
        return Doubted()

    def of_cell(self, claim: Claim) -> Doubted:
        """Look at a claim of a table's cell: the header's magnitude may be one too many."""
        cell = self._view.text[claim.start : claim.end]
        own = next((each for each in mentions(cell, self._view.language) if isinstance(each.value, Decimal)), None)
        value = claim.value
        if own is None or own.unit or not isinstance(own.value, Decimal) or not isinstance(value, Decimal):
            return self.of(claim)
        lent = value / own.value if own.value else Decimal(1)
        if lent < THOUSAND or claim.value_max is not None:
            return self.of(claim)
        said_in_full = (own.value, claim.unit) in self._said
        if said_in_full or (lent >= MILLION and abs(own.value) >= MILLION):
            return Doubted(Doubt.HEADER_SCALE.value, (Reading(claim.start, claim.end, tidy(own.value), claim.unit),))
        return self.of(claim)

    def _reasons(self, claim: Claim) -> Iterator[tuple[Doubt, list[tuple[Decimal | str, str]]]]:
        written = self._view.lower[claim.start : claim.end]
        if isinstance(claim.value, str):
            if claim.property == "date_event":
                yield Doubt.DAY_MONTH, self._turned(claim.value, written)
            return
        if claim.value_max is not None:
            return
        yield Doubt.LETTER, self._lettered(claim, claim.value)
        if self._view.language == "fr":
            yield Doubt.SCALE_WORD, _worded(claim.value, claim.unit, written)
        yield Doubt.GROUPING, self._regrouped(claim, claim.value, written)
        codes = other_money(self._view, claim.start, claim.unit, written)
        yield Doubt.CURRENCY, [(claim.value, code) for code in codes]

    def _regrouped(self, claim: Claim, value: Decimal, written: str) -> list[tuple[Decimal | str, str]]:
        """The same figures with the mark read the other way, where the text's other numbers do not settle it."""
        match = _GROUP.search(written)
        if match is None:
            return []
        language, mark = self._view.language, match[2]
        grouped = amount(match[0], language) >= THOUSAND
        # Counts of things are whole: "1,200 emplois" can only be thousands.
        counted = claim.kind in _WHOLE or claim.unit in {"", "1"}
        if counted and grouped and match[3] != "000":
            return []
        decimals, groups = self._marks
        other = "," if mark == "." else "."
        for_groups = mark in groups or other in decimals
        for_decimals = mark in decimals or other in groups
        usual = language == "en" and mark == ","
        settled = for_groups is not for_decimals
        # Nobody writes three decimals to end in a nought.
        odd = not grouped and match[3].endswith("0")
        if not odd and ((settled and for_groups is grouped) or (not settled and usual and grouped)):
            return []
        if claim.unit == "%" and not grouped:
            return []
        return [(tidy(value / THOUSAND if grouped else value * THOUSAND), claim.unit)]

    def _turned(self, value: str, written: str) -> list[tuple[Decimal | str, str]]:
        """The date with day and month in each other's place, where the text's other dates do not settle it."""
        match = _DATE.search(written)
        if match is None or _DAY.fullmatch(value) is None:
            return []
        first, second = int(match[1]), int(match[3])
        if first == second or max(first, second) > 12:
            return []
        month_first = self._view.language == "en"
        settled = self._month_first == {month_first} or (not self._month_first and not month_first)
        year, month, day = value.split("-")
        return [] if settled else [(f"{year}-{day}-{month}", "")]

    def _lettered(self, claim: Claim, value: Decimal) -> list[tuple[Decimal | str, str]]:
        """Metres for millions in capitals; millions for metres where the text speaks of money or of things so told."""
        text = self._view.text[claim.start : claim.end]
        match = _LONE_LETTER.search(text)
        if match is None:
            return []
        if claim.unit == "m" and match["letter"] == "M":
            return [(tidy(value * MILLION), currency(self._view, claim.start))]
        bare = any(lettered(self._view, each) for each in self._view.between(claim.start, claim.end))
        if bare and claim.kind is MentionKind.MONEY:
            return [(tidy(value / MILLION), "m")]
        if match["letter"] == "M" and claim.unit in {"", "1"} and value >= MILLION:
            others: list[tuple[Decimal | str, str]] = [(tidy(value / MILLION), "m")]
            return [*others, (value, self._view.currency)] if self._view.currency else others
        if claim.unit == "m" and not match["gap"] and self._view.language == "en" and self._view.currency:
            return [(tidy(value * MILLION), self._view.currency)]
        return []

    @cached_property
    def _said(self) -> frozenset[tuple[Decimal | str | None, str]]:
        """What the text's numbers say, with their units; a table asks for every cell."""
        return frozenset((each.value, each.unit) for each in self._view.mentions)

    @cached_property
    def _marks(self) -> tuple[frozenset[str], frozenset[str]]:
        """The marks that the text's plain numbers use for decimals, and those for thousands."""
        lower = self._view.lower
        decimals = frozenset(match[1] for match in _DECIMALS.finditer(lower))
        return decimals, frozenset(match[1] for match in _GROUPS.finditer(lower))

    @cached_property
    def _month_first(self) -> set[bool]:
        """How the text's plain dates in figures are written: the month first, the day first."""
        pairs = [(int(match[1]), int(match[3])) for match in _DATE.finditer(self._view.lower)]
        return {second > 12 for first, second in pairs if (first > 12) is not (second > 12)}


def _worded(value: Decimal, unit: str, written: str) -> list[tuple[Decimal | str, str]]:
    """What a "billion" of a French text is in English, a "trillion" by the French scale."""
    match = _SCALE_WORD.search(written)
    if match is None:
        return []
    return [(tidy(value / THOUSAND if match[1] == "b" else value * MILLION), unit)]
