"""Turns numbers and dates into mentions: looks right and left of each for currency, unit and noun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from maeditor.domain.values import Comparator
from maeditor.extraction.interface import Mention, MentionKind
from maeditor.extraction.numbers.amounts import amount, tidy
from maeditor.extraction.numbers.counted_nouns import counted_noun
from maeditor.extraction.numbers.model_names import ends_model_name, is_lettered
from maeditor.extraction.numbers.nine import is_new
from maeditor.extraction.numbers.numerals import Form, Numeral
from maeditor.extraction.quantities.bounds import bounded
from maeditor.extraction.quantities.continuations import metres, with_cents, with_rest
from maeditor.extraction.quantities.ellipsis import share_currency
from maeditor.extraction.quantities.francs import francs_after
from maeditor.extraction.quantities.magnitudes import magnitude_letters, magnitude_of_unit, magnitude_word
from maeditor.extraction.quantities.money import cents_of, currency_after, currency_before, price_of
from maeditor.extraction.quantities.pounds import no_money, weight_after
from maeditor.extraction.quantities.ranges import join_ranges
from maeditor.extraction.quantities.unit_powers import with_powers
from maeditor.extraction.quantities.unit_words import unit_at
from maeditor.extraction.times.dates import Found
from maeditor.extraction.times.years import read_year

_PERCENT = re.compile(
    r"(?P<pp> (?:نقطة|نقاط|نقطتان|نقطتين) (?:مئوية|مئويتين)(?!\w)"
    r"|[ -]?(?:points? de pourcentage|percentage[ -]points?|pp(?![\w])))"
    r"|(?P<bp>[ -]?(?:(?:نقطة|نقاط) اساس|points? de base|basis points?|bps(?![\w])))"
    r"| {0,2}(?:%|٪|(?:wt|vol|mol) ?%)|[ -]?(?:pour[ -]?cents?(?![^\W\d_])|p\. ?(?:100|cent|c(?![^\W\d_])\.?)"
    r"|percentages?(?! of)(?![^\W\d_])|pourcentages?(?! de)(?![^\W\d_])|percents?(?![^\W\d_])"
    r"|per[ -]cents?(?![^\W\d_])|pct(?![^\W\d_])|(?:بال|في ال)(?:مئة|مائة|مية|ميه)(?!\w))"
)
_SIGN = re.compile(
    r"(?:(?<![\w)\].,%+/-])[-+]\Z|(?<!au )(?<!du )(?<!en )(?<!ou )(?<!or )(?<!no )\bmoins \Z"
    r"|\b(?:minus|negative|négati(?:f|ve)) \Z)"
)
_MULTIPLE_OF = re.compile(r" d(?:e |')(milliers|millions?|milliards?)(?!\w)")
_HUNDREDS_OF = re.compile(r" (?:of )?(thousands|millions|billions)(?!\w)")
_SCALES = {"milliers": 10**3, "million": 10**6, "milliard": 10**9}
_HOW_MANY = re.compile(r"\b(?:des|quelques|plusieurs|de|several|some|many|few)\s\Z")
#: Arabic writes "and", "by", "for" in one with the number.
_ARABIC_PREFIX = re.compile(r"(?<![^\W\d_])(?:[وبفلك]{0,2}ال|[وبفلك]{1,2})\Z")
_AND_MILLIONS = re.compile(r" و(\d{1,3}) مليونا?(?!\w)")
_SIGN_BEFORE = re.compile(r"% ?\Z")
_AND_THOUSANDS = re.compile(
    r" (?:et |and |و)?(?:(?P<thousands>\d{1,3}) (?:mille|thousand|الفا?)(?!\w)"
    r"|(?P<rest>[1-9]\d{2}[ .,]\d{3})(?!\d|[ .,]\d))"
)
#: "3 millions et demi", "5 and a half"; after a noun the half is the noun's.
_AND_HALF = re.compile(r" (?:et demie?|and a half)(?!\w)")
_PERCENTAGE_OF = re.compile(r"\b(?:pourcentages? de|percents? of|percentages? of) \Z")
_FIRST = re.compile(r"(?:n° ?|nº ?|numéro |number |no\. |#)\Z")
_TOP = re.compile(r"\btop[ -]\Z")
#: "In her late 30s": not seconds.
_AGE = re.compile(r"\b(?:his|her|our|my|your|their|early|late|mid)[ -][2-9]0\Z")
_RELATED = frozenset({MentionKind.MONEY, MentionKind.DATE, MentionKind.YEAR})


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
        end = position = 0
        for index, numeral in enumerate(found):
            while position < len(calendar) and calendar[position].start <= numeral.start:
                date = calendar[position]
                position += 1
                if date.start >= end:
                    result.append(self._mention(date.start, date.end, date.kind, date.value))
                    end = date.end
            if numeral.start < end or (position < len(calendar) and calendar[position].start < numeral.end):
                continue
            mention = self._number(numeral, found[index + 1] if index + 1 < len(found) else None, end)
            if mention is not None and mention.start >= end:
                result.append(mention)
                end = mention.end
        for date in calendar[position:]:
            if date.start >= end:
                result.append(self._mention(date.start, date.end, date.kind, date.value))
                end = date.end
        joined = join_ranges(share_currency(result, self._text), self._text, self._lower)
        return tuple(bounded(mention, self._lower) for mention in joined)

    def _mention(
        self, start: int, end: int, kind: MentionKind, value: Decimal | str | None, unit: str = "", noun: str = ""
    ) -> Mention:
        if isinstance(value, Decimal):
            value = tidy(value)
        return Mention(start, end, self._text[start:end], kind, value, unit, noun=noun)

    def _number(self, numeral: Numeral, following: Numeral | None, after: int) -> Mention | None:
        start = numeral.start
        if numeral.form is Form.TIER:
            return self._mention(start, numeral.end, MentionKind.TIER, numeral.value)
        glued = start > 0 and (self._folded[start - 1].isalpha() or self._folded[start - 1] == "_")
        glued = glued and _ARABIC_PREFIX.search(self._folded, max(0, start - 5), start) is None
        if numeral.form is Form.ORDINAL:
            return None if glued else self._mention(start, numeral.end, MentionKind.ORDINAL, numeral.value)
        before = currency_before(self._folded, start) if numeral.form is not Form.ARTICLE else None
        if before is not None and before[1] < after:
            before = None
        if numeral.form is Form.LABEL:
            return None if glued else self._mention(start, numeral.end, MentionKind.CARDINAL, None)
        if glued and before is None and not self._multiplied(start):
            return None
        if numeral.form is Form.VAGUE:
            return self._vague(numeral)
        if numeral.form is Form.FIGURES and before is None and ends_model_name(self._folded, start):
            return None
        money = self._money(numeral, before, following)
        return money if money is not None else self._measured(numeral)

    def _multiplied(self, start: int) -> bool:
        """Tell the "x2" of "une capacité x2" from a product code."""
        return self._folded[start - 1] in "x×" and not self._folded[max(0, start - 2) : start - 1].isalnum()

    def _signed(self, start: int, value: Decimal) -> tuple[int, Decimal]:
        if start == 0 or self._folded[start - 1] not in "-+ ":
            return start, value
        sign = _SIGN.search(self._lower, max(0, start - 12), start)
        if sign is None:
            return start, value
        return sign.start(), value if sign[0][0] == "+" else -value

    def _vague(self, numeral: Numeral) -> Mention | None:
        """Read "des milliers", "plusieurs dizaines de millions d'euros": a mention whose value nobody said."""
        if not _HOW_MANY.search(self._lower, max(0, numeral.start - 12), numeral.start) and self._language == "fr":
            return None
        of = _MULTIPLE_OF.match(self._lower, numeral.end) or _HUNDREDS_OF.match(self._lower, numeral.end)
        end = of.end() if of else numeral.end
        currency = currency_after(self._folded, self._lower, end, joined=True)
        if currency is not None:
            return self._mention(numeral.start, currency[1], MentionKind.MONEY, None, currency[0])
        unit = self._unit(end, joined=True)
        if unit is not None:
            return self._mention(numeral.start, unit[1], MentionKind.QUANTITY, None, unit[0])
        noun = self._noun(end, joined=True)
        return self._mention(numeral.start, end, MentionKind.COUNT, None, noun=noun)

    def _scaled(self, numeral: Numeral) -> tuple[Decimal, int]:
        """Apply a magnitude in words: "2,5 milliards", "une dizaine de millions"."""
        value, end = numeral.value, numeral.end
        if numeral.form is Form.COLLECTIVE:
            of = _MULTIPLE_OF.match(self._lower, end)
            if of is None:
                return value, end
            return value * (_SCALES.get(of[1]) or _SCALES[of[1].removesuffix("s")]), of.end()
        for _ in range(2):
            word = magnitude_word(self._lower, end, self._language)
            if word is None or (numeral.form is Form.WORDS and self._folded[end : end + 1] != "-"):
                break
            value, end = value * word[0], word[1]
        half = _AND_HALF.match(self._lower, end) if numeral.figures.isdigit() else None
        if half is not None:
            return value + (value / numeral.value if numeral.value else Decimal(1)) / 2, half.end()
        millions = _AND_MILLIONS.match(self._lower, end) if self._language == "ar" and value >= 10**9 else None
        if millions is not None:
            return value + int(millions[1]) * 10**6, millions.end()
        counted = numeral.form is Form.FIGURES or self._language == "ar"
        rest = _AND_THOUSANDS.match(self._lower, end) if value >= 10**6 and counted else None
        if rest is None or value % 10**6 != 0:
            return value, end
        more = int(rest["thousands"]) * 1000 if rest["thousands"] else int(rest["rest"][:-4] + rest["rest"][-3:])
        return value + more, rest.end()

    def _money(self, numeral: Numeral, before: tuple[str, int] | None, following: Numeral | None) -> Mention | None:
        value, end = self._scaled(numeral)
        if numeral.form is Form.FIGURES and end == numeral.end:
            letters = magnitude_letters(self._folded, self._lower, end, money=before is not None)
            if letters is not None:
                factor, stop, code = letters
                if before is not None or code is not None:
                    unit = before[0] if before is not None else code or ""
                    start = before[1] if before is not None else numeral.start
                    return self._amount(start, stop, value * factor, unit, None)
                measured = unit_at(self._folded, self._lower, end) or magnitude_of_unit(self._folded, self._lower, end)
                if measured is None:
                    return self._count(numeral, value * factor, stop)
                return None
        joined = end > numeral.end or numeral.form is not Form.FIGURES or value >= 10**6
        after = currency_after(self._folded, self._lower, end, joined=joined)
        if before is not None:
            if after is not None and (self._folded[end : after[1]].strip(" $€£") and before[0] in (after[0], "USD")):
                return self._amount(before[1], after[1], value, after[0], None)
            return self._amount(before[1], end, value, before[0], None)
        if after is None:
            return self._without_name(numeral, value, end)
        if end == numeral.end and after[0] == "GBP" and no_money(self._lower, numeral.start, end):
            return None
        scale = magnitude_word(self._lower, after[1], self._language) if end == numeral.end else None
        if scale is not None:
            return self._amount(numeral.start, scale[1], value * scale[0], after[0], None)
        return self._amount(numeral.start, after[1], value, after[0], following)

    def _without_name(self, numeral: Numeral, value: Decimal, end: int) -> Mention | None:
        """Read "90 centimes de dirham" and the francs of one letter."""
        francs = francs_after(self._folded, numeral.start, end) if self._language == "fr" else None
        if francs is not None:
            return self._amount(numeral.start, francs.end, value * francs.factor, "FRF", None)
        cents = cents_of(self._folded, self._lower, end)
        return self._amount(numeral.start, cents[1], value / 100, cents[0], None) if cents is not None else None

    def _amount(self, start: int, end: int, value: Decimal, code: str, following: Numeral | None) -> Mention:
        start, value = self._signed(start, value)
        if following is not None:
            value, end = with_cents(self._lower, value, end, following)
        price = price_of(self._lower, end)
        if price is None:
            value, end = with_rest(self._lower, value, end, code)
        else:
            return self._mention(start, price[1], MentionKind.MONEY, value, f"{code}/{price[0]}")
        return self._mention(start, end, MentionKind.MONEY, value, code)

    def _unit(self, end: int, *, joined: bool) -> tuple[str, int] | None:
        """Find the unit after a number; ``joined`` allows "de", "d'" between, as after "millions"."""
        if joined:
            for between in (" de ", " d'", " of "):
                if self._lower.startswith(between, end):
                    return unit_at(self._folded, self._lower, end + len(between))
        more = end > 0 and self._folded.startswith("+ ", end) and self._folded[end - 1].isdigit()
        return unit_at(self._folded, self._lower, end + more)

    def _noun(self, end: int, *, joined: bool) -> str:
        if joined:
            for between in (" de ", " d'", " of "):
                if self._lower.startswith(between, end):
                    end += len(between)
                    break
        return counted_noun(self._folded, self._lower, end)

    def _measured(self, numeral: Numeral) -> Mention | None:
        value, end = self._scaled(numeral)
        percent = _PERCENT.match(self._lower, end)
        if percent is not None:
            start, value = self._signed(numeral.start, value)
            if self._language == "ar" and value >= 1000 and numeral.form is Form.FIGURES and end == numeral.end:
                # "99,982 %" is no thousands, though Arabic groups by commas and points alike.
                value = amount(numeral.figures.replace(".", ","), "fr")
            unit = "{pp}" if percent["pp"] else "{bp}" if percent["bp"] else "%"
            return self._mention(start, percent.end(), MentionKind.PERCENTAGE, value, unit)
        signed = self._language == "ar" and _SIGN_BEFORE.search(self._lower, max(0, numeral.start - 2), numeral.start)
        if signed and numeral.form is Form.FIGURES:
            return self._mention(signed.start(), numeral.end, MentionKind.PERCENTAGE, value, "%")
        joined = numeral.form in (Form.COLLECTIVE, Form.FRACTION) or end > numeral.end or value >= 10**6
        scaled = None
        if numeral.form is Form.FIGURES and end == numeral.end:
            scaled = magnitude_of_unit(self._folded, self._lower, end)
        if scaled is not None:
            return self._mention(numeral.start, scaled[2], MentionKind.QUANTITY, value * scaled[0], scaled[1])
        spelled = self._height_or_weight(numeral, value, end)
        if spelled is not None:
            return spelled
        unit_found = self._unit(end, joined=joined)
        if unit_found is not None and not self._not_a_unit(numeral, end, unit_found):
            start, value = self._signed(numeral.start, value)
            code, end = with_powers(self._folded, *unit_found)
            value, end = with_rest(self._lower, value, end, code)
            mention = self._mention(start, end, MentionKind.QUANTITY, value, code)
            return self._about(numeral, mention)
        if numeral.form is Form.ARTICLE:
            whole = len(self._lower) < 12 and self._lower.strip(" .!?\n") == self._lower[numeral.start : numeral.end]
            if _FIRST.search(self._lower, max(0, numeral.start - 8), numeral.start):
                return self._mention(numeral.start, end, MentionKind.RANK, value)
            return self._mention(numeral.start, end, MentionKind.CARDINAL, value) if whole else None
        year = read_year(self._folded, self._lower, numeral) if end == numeral.end else None
        if year is not None:
            return replace(year, text=self._text[year.start : year.end])
        return self._count(numeral, value, end)

    def _height_or_weight(self, numeral: Numeral, value: Decimal, end: int) -> Mention | None:
        """Read "1m80" and "150 pounds" where they weigh."""
        weighed = weight_after(self._lower, numeral.start, end)
        if weighed is not None:
            return self._mention(numeral.start, weighed, MentionKind.QUANTITY, value, "[lb_av]")
        plain = self._language == "fr" and numeral.figures.isdigit() and end == numeral.end
        rest = metres(self._lower, end) if plain else None
        if rest is None:
            return None
        return self._mention(numeral.start, rest[1], MentionKind.QUANTITY, value + rest[0], "m")

    def _not_a_unit(self, numeral: Numeral, end: int, unit: tuple[str, int]) -> bool:
        """Tell "une seconde opération" and "un T" from measures."""
        if numeral.form is Form.FIGURES:
            if is_lettered(self._folded, numeral.start) or (unit[0] == "dt" and unit[1] == end + 1):
                # "GT-450 kW", "chromosome 19q"
                return True
            if unit[0] == "s" and unit[1] == end + 1 and _AGE.search(self._lower, max(0, end - 16), end):
                return True
            return unit[1] - end <= 2 and len(unit[0]) == 1 and self._hyphened(numeral.start)
        if unit[1] - end <= 2 and unit[0] not in ("ha", "kg", "km", "m2"):
            return True
        if numeral.form is not Form.ARTICLE or unit[0] != "s" or self._language != "fr":
            return False
        masculine = self._lower[numeral.start : numeral.end] == "un"
        return masculine or bool(counted_noun(self._folded, self._lower, unit[1]))

    def _hyphened(self, start: int) -> bool:
        """Tell the number of "SCP-173 m" from a length: it ends a name."""
        return self._folded[max(0, start - 1) : start] == "-" and self._folded[max(0, start - 2) : start - 1].isalpha()

    def _about(self, numeral: Numeral, mention: Mention) -> Mention:
        """Mark "une dizaine" as about ten."""
        rough = numeral.form is Form.COLLECTIVE and "douzaine" not in mention.text and "dozen" not in mention.text
        return replace(mention, comparator=Comparator.ABOUT) if rough else mention

    def _coded(self, numeral: Numeral, end: int) -> bool:
        """Tell the "5" of "5G" from the "398,487" of an unknown unit glued to it."""
        if not (self._folded[end : end + 1].isalpha() or self._folded[end : end + 1] == "_"):
            return False
        if self._folded[end] == "x" and not self._folded[end + 1 : end + 2].isalnum():
            return False
        return len(numeral.figures) < 3 or not self._folded[end : end + 2].isalpha()

    def _count(self, numeral: Numeral, value: Decimal, end: int) -> Mention | None:
        if self._coded(numeral, end):
            return None
        start, value = self._signed(numeral.start, value)
        kind = MentionKind.CARDINAL
        noun = self._noun(end, joined=numeral.form is Form.COLLECTIVE or end > numeral.end or value >= 10**6)
        first = value == 1 and _FIRST.search(self._lower, max(0, start - 8), start)
        if self._lower[start:end] == "neuf" and is_new(self._lower, start, noun):
            return None
        if first or _TOP.search(self._lower, max(0, start - 5), start):
            kind, noun = MentionKind.RANK, ""
        elif not noun and _PERCENTAGE_OF.search(self._lower, max(0, start - 16), start):
            return self._mention(start, end, MentionKind.PERCENTAGE, value, "%")
        elif noun:
            kind = MentionKind.COUNT
            if "," in numeral.figures and end == numeral.end and value != int(value):
                # Nobody counts fractions of people: "1,200 emplois" is grouped as in English.
                value = amount(numeral.figures, "en")
        return self._about(numeral, self._mention(start, end, kind, value, noun=noun))
