"""Turns numbers and dates into mentions: looks left and right of each for currency, unit, noun and hedge."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from maeditor.domain.values import Comparator
from maeditor.extraction.counted_nouns import counted_noun
from maeditor.extraction.dates import Found
from maeditor.extraction.hedges import Hedge, hedge_after, hedge_before
from maeditor.extraction.interface import Mention, MentionKind
from maeditor.extraction.money import (
    cents_word,
    currency_after,
    currency_before,
    magnitude_letters,
    magnitude_word,
    with_cents,
)
from maeditor.extraction.numerals import Form, Numeral
from maeditor.extraction.ranges import join_ranges
from maeditor.extraction.unit_words import unit_at
from maeditor.extraction.years import read_year

_PERCENT = re.compile(
    r"(?P<pp>[ -]?(?:points? de pourcentage|percentage[ -]points?|pp(?![\w])))"
    r"|(?P<bp>[ -]?(?:points? de base|basis points?|bps(?![\w])))"
    r"|[ ]?[%]|[ -]?(?:pour[ -]?cents?(?![^\W\d_])|pourcentage(?! de)|p\. ?(?:100|cent)|percents?(?![^\W\d_])"
    r"|per[ -]cents?(?![^\W\d_])|pct(?![^\W\d_])|٪|[بف]?(?:ي )?المئة|بالمائة|في المائة)"
)
_SIGN = re.compile(r"(?:(?<![\w)\].,%])[-+]|\b(?:moins|minus|negative|négatif) )\Z")
_COLLECTIVE_OF = re.compile(r" d(?:e |')(milliers|millions?|milliards?)(?!\w)")
_SCALES = {"millier": 10**3, "million": 10**6, "milliar": 10**9}
_CENTS = re.compile(r"(?: (?:et|and) |,? )")
_BARE_CENTS = re.compile(r" (\d\d)(?![\d.,]\d|\w| ?[%$€£])(?= ?[.!?]| ?\Z)")


class MentionReader:
    """Reads the mentions of one folded text."""

    def __init__(self, text: str, folded: str, lower: str, language: str) -> None:
        self._text = text
        self._folded = folded
        self._lower = lower
        self._language = language

    def read(self, found: Sequence[Numeral], calendar: Sequence[Found]) -> tuple[Mention, ...]:
        """Merge numbers and dates into mentions in text order."""
        result: list[Mention] = []
        end = 0
        position = 0
        for index, numeral in enumerate(found):
            while position < len(calendar) and calendar[position].start <= numeral.start:
                date = calendar[position]
                position += 1
                if date.start >= end:
                    result.append(self._date(date))
                    end = date.end
            if numeral.start < end or (position < len(calendar) and calendar[position].start < numeral.end):
                continue
            mention = self._number(numeral, found[index + 1] if index + 1 < len(found) else None)
            if mention is not None and mention.start >= end:
                result.append(mention)
                end = mention.end
        for date in calendar[position:]:
            if date.start >= end:
                result.append(self._date(date))
                end = date.end
        joined = join_ranges(result, self._text, self._folded, self._lower)
        return tuple(self._hedged(mention) for mention in joined)

    def _mention(
        self, start: int, end: int, kind: MentionKind, value: Decimal | str | None, unit: str = "", noun: str = ""
    ) -> Mention:
        return Mention(start, end, self._text[start:end], kind, value, unit, noun=noun)

    def _date(self, date: Found) -> Mention:
        return self._mention(date.start, date.end, date.kind, date.value)

    def _number(self, numeral: Numeral, following: Numeral | None) -> Mention | None:
        start, value = numeral.start, numeral.value
        glued = start > 0 and (self._folded[start - 1].isalpha() or self._folded[start - 1] == "_")
        if numeral.form is Form.TIER:
            return self._mention(start, numeral.end, MentionKind.TIER, value)
        if numeral.form is Form.ORDINAL:
            return None if glued else self._mention(start, numeral.end, MentionKind.ORDINAL, value)
        before = currency_before(self._folded, start) if numeral.form is not Form.ARTICLE else None
        if glued and before is None:
            return None
        money = self._money(numeral, before, following)
        if money is not None:
            return money
        if numeral.form is Form.VAGUE:
            return None
        return self._measured(numeral)

    def _sign(self, start: int, value: Decimal) -> tuple[int, Decimal]:
        sign = _SIGN.search(self._lower, max(0, start - 9), start)
        if sign is None:
            return start, value
        return sign.start(), value if sign[0] == "+" else -value

    def _scaled(self, numeral: Numeral) -> tuple[Decimal, int]:
        """Apply a magnitude in words: "2,5 milliards", "une dizaine de millions"."""
        value, end = numeral.value, numeral.end
        if numeral.form in (Form.COLLECTIVE, Form.VAGUE):
            of = _COLLECTIVE_OF.match(self._lower, end)
            return (value * _SCALES[of[1][:7]], of.end()) if of else (value, end)
        while (word := magnitude_word(self._lower, end, self._language)) is not None:
            if numeral.form is not Form.FIGURES and self._folded[end : end + 1] != "-":
                break
            value, end = value * word[0], word[1]
        return value, end

    def _money(self, numeral: Numeral, before: tuple[str, int] | None, following: Numeral | None) -> Mention | None:
        value, end = self._scaled(numeral)
        scaled = end > numeral.end
        letters = None
        if numeral.form is Form.FIGURES and not scaled:
            letters = magnitude_letters(self._folded, self._lower, end, money=before is not None)
        if letters is not None:
            factor, stop, code = letters
            value, end = value * factor, stop
            if before is not None:
                return self._mention(before[1], end, MentionKind.MONEY, value, before[0])
            if code is not None:
                return self._money_mention(numeral, value, end, code, following)
            return None if unit_at(self._folded, self._lower, numeral.end) else self._count(numeral, value, end)
        joined = scaled or numeral.form is not Form.FIGURES
        after = currency_after(self._folded, self._lower, end, joined=joined)
        if before is not None:
            if after is not None and (before[0] == after[0] or before[0] == "USD"):
                return self._mention(before[1], after[1], MentionKind.MONEY, value, after[0])
            if not self._elsewhere(before[1]):
                return self._mention(before[1], end, MentionKind.MONEY, value, before[0])
        if after is not None:
            return self._money_mention(numeral, value, after[1], after[0], following)
        return None

    def _elsewhere(self, start: int) -> bool:
        """Tell "10 $ 30 $": the sign before this number belongs to the number before it."""
        left = self._folded[max(0, start - 2) : start].rstrip()
        return left[-1:].isdigit() and self._folded[start - 1 : start] in (" ", *"0123456789")

    def _money_mention(
        self, numeral: Numeral, value: Decimal, end: int, code: str, following: Numeral | None
    ) -> Mention:
        start, value = self._sign(numeral.start, value)
        if following is not None:
            value, end = self._cents(value, end, following)
        return self._mention(start, end, MentionKind.MONEY, value, code)

    def _cents(self, value: Decimal, end: int, following: Numeral) -> tuple[Decimal, int]:
        """Read "… euros et quarante-cinq cents", "20 dollars 43"."""
        between = _CENTS.fullmatch(self._lower, end, following.start)
        if between is None or following.value >= 100 or following.value != int(following.value):
            return value, end
        name = cents_word(self._lower, following.end + 1)
        if name is not None:
            return with_cents(value, following.value), name
        return value, end

    def _measured(self, numeral: Numeral) -> Mention | None:
        value, end = self._scaled(numeral)
        percent = _PERCENT.match(self._lower, end)
        if percent is not None and numeral.form is not Form.VAGUE:
            start, value = self._sign(numeral.start, value)
            unit = "{pp}" if percent["pp"] else "{bp}" if percent["bp"] else "%"
            return self._mention(start, percent.end(), MentionKind.PERCENTAGE, value, unit)
        unit_found = unit_at(self._folded, self._lower, end)
        if unit_found is not None:
            start, value = self._sign(numeral.start, value)
            return self._mention(start, unit_found[1], MentionKind.QUANTITY, value, unit_found[0])
        if numeral.form is Form.ARTICLE:
            whole = self._lower.strip(" .!?\n") == self._lower[numeral.start : numeral.end]
            return self._mention(numeral.start, end, MentionKind.CARDINAL, value) if whole else None
        year = read_year(self._folded, self._lower, numeral) if end == numeral.end else None
        if year is not None:
            return replace(year, text=self._text[year.start : year.end])
        return self._count(numeral, value, end)

    def _count(self, numeral: Numeral, value: Decimal, end: int) -> Mention | None:
        if end < len(self._folded) and (self._folded[end].isalpha() or self._folded[end] == "_"):
            return None
        start, value = self._sign(numeral.start, value)
        noun_from = end
        for between in (" de ", " d'"):
            if (end > numeral.end or numeral.form is Form.COLLECTIVE or value >= 10**6) and self._lower.startswith(
                between, end
            ):
                noun_from = end + len(between) - 1
        noun = counted_noun(self._folded, self._lower, noun_from)
        kind = MentionKind.COUNT if noun else MentionKind.CARDINAL
        mention = self._mention(start, end, kind, value, noun=noun)
        return replace(mention, comparator=Comparator.ABOUT) if numeral.form is Form.COLLECTIVE else mention

    def _hedged(self, mention: Mention) -> Mention:
        """Attach the hedge that stands before or after."""
        if mention.kind is MentionKind.TIME or mention.comparator is Comparator.RANGE:
            return mention
        calendar = mention.kind in (MentionKind.DATE, MentionKind.YEAR, MentionKind.DATERANGE)
        hedge: Hedge | None = hedge_before(self._lower, mention.start, date=calendar)
        if hedge is None and not calendar:
            hedge = hedge_after(self._lower, mention.end)
        if hedge is None or mention.hedge is not None:
            return mention
        return replace(mention, comparator=hedge.comparator, hedge=(hedge.start, hedge.end))
