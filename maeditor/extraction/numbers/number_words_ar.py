"""Arabic words that make numbers, ordinals, halves and duals of units, read from a text in one spelling.

A word may begin with one of و ف ب ل ك, which is no part of the number; inside a number, و joins its parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from maeditor.extraction.text.arabic import one_spelling
from maeditor.extraction.text.word_lists import word_lists


class ArabicForm(Enum):
    """What a number in Arabic words is."""

    NUMBER = auto()
    ONE = auto()
    FRACTION = auto()
    ORDINAL = auto()
    VAGUE = auto()
    DUAL = auto()
    """The two of "ميغاواطين", the one of "سنة ونصف": it stands before the unit and is as long as nothing."""


class ArabicNumber(NamedTuple):
    """A number in words, where it stands and what it is worth."""

    start: int
    end: int
    value: Decimal
    form: ArabicForm


_UNITS = {
    1: "واحد واحدة",
    2: "اثنان اثنين اثنتان اثنتين",
    3: "ثلاث ثلاثة",
    4: "أربع أربعة",
    5: "خمس خمسة",
    6: "ست ستة",
    7: "سبع سبعة",
    8: "ثمان ثماني ثمانية",
    9: "تسع تسعة",
    10: "عشر عشرة",
}
_TENS = {
    20: "عشرون عشرين",
    30: "ثلاثون ثلاثين",
    40: "أربعون أربعين",
    50: "خمسون خمسين",
    60: "ستون ستين",
    70: "سبعون سبعين",
    80: "ثمانون ثمانين",
    90: "تسعون تسعين",
}
_HUNDRED = ("مئة", "مائة", "ميه", "مية")
_TWO_HUNDRED = "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي"
_SCALES = {
    10**3: ("ألف ألفا ألوف", "آلاف", "ألفان ألفين ألفا ألفي"),
    10**6: ("مليون مليونا", "ملايين", "مليونان مليونين مليونا مليوني"),
    10**9: ("مليار مليارا بليون", "مليارات ملايير بلايين", "ملياران مليارين مليارا ملياري"),
    10**12: ("تريليون تريليونا ترليون", "تريليونات ترليونات", "تريليونان تريليونين تريليوني"),
}
#: Written alike, one thousand and two thousand are told by what follows: "ألفا وظيفة" is two, "350 ألفا" one.
_BOTH = ("ألفا", "مليونا", "مليارا")
_FRACTIONS = {
    "نصف": "0.5",
    "ثلث": "1/3",
    "ثلثا": "2/3",
    "ثلثي": "2/3",
    "ربع": "0.25",
    "نصفهم": "0.5",
    "نصفها": "0.5",
    "ثلثهم": "1/3",
    "ثلثها": "1/3",
    "أرباع": "0.25",
    "أخماس": "0.2",
}
_FIRSTS = ("أول", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر")


class _Role(Enum):
    UNIT = auto()
    TEEN = auto()
    TENS = auto()
    HUNDRED = auto()
    HUNDREDS = auto()
    SCALE = auto()
    SCALES = auto()
    TWICE = auto()
    PART = auto()
    MANY = auto()


class _Word(NamedTuple):
    role: _Role
    value: Decimal


def _build() -> dict[str, _Word]:
    words: dict[str, _Word] = {}

    def put(surfaces: str, role: _Role, value: Decimal | int) -> None:
        words.update({one_spelling(surface): _Word(role, Decimal(value)) for surface in surfaces.split()})

    for value, surfaces in _UNITS.items():
        put(surfaces, _Role.UNIT, value)
    for value, surfaces in _TENS.items():
        put(surfaces, _Role.TENS, value)
    put(" ".join(_HUNDRED), _Role.HUNDRED, 100)
    put(_TWO_HUNDRED, _Role.HUNDREDS, 200)
    for value in range(3, 10):
        for unit in _UNITS[value].split():
            put(" ".join(unit + hundred for hundred in _HUNDRED[:2]), _Role.HUNDREDS, value * 100)
    for value, (singular, plural, dual) in _SCALES.items():
        put(dual, _Role.TWICE, value * 2)
        put(plural, _Role.SCALES, value)
        put(singular, _Role.SCALE, value)
    for surface, part in _FRACTIONS.items():
        top, _, bottom = part.partition("/")
        put(surface, _Role.PART, Decimal(top) / Decimal(bottom or 1))
    put("عشرات مئات مئآت", _Role.MANY, 1)
    teens = {11: "أحد عشر|إحدى عشرة|أحد عشرة|إحدى عشر", 12: "اثنا عشر|اثني عشر|اثنتا عشرة|اثنتي عشرة"}
    teens |= {
        10 + n: "|".join(f"{unit} {ten}" for unit in _UNITS[n].split() for ten in ("عشر", "عشرة")) for n in range(3, 10)
    }
    for value, spelled in teens.items():
        words.update({one_spelling(surface): _Word(_Role.TEEN, Decimal(value)) for surface in spelled.split("|")})
    return words


_WORDS = _build()


def _either(names: list[str] | tuple[str, ...]) -> str:
    return "|".join(sorted(map(one_spelling, names), key=len, reverse=True))


_SCALE_NAMES = ("ألف", "مليون", "مليار", "تريليون", "آلاف", "ملايين", "مليارات", "ملايير")
_END = r"(?![^\W\d_])"
_NUMBER = re.compile(
    rf"(?<![^\W\d_])(?P<lead>[وف]?[بلك]?)??(?P<word>{_either(list(_WORDS))}|ال(?P<scale>{_either(_SCALE_NAMES)})){_END}"
)
_ORDINALS = {
    **{one_spelling(name): rank for rank, name in enumerate(_FIRSTS, 1)},
    **{one_spelling(name) + "ة": rank for rank, name in enumerate(_FIRSTS, 1) if rank > 1},
    "اولي": 1,
    "حادي": 1,
    "حادية": 1,
}
_ORDINAL = re.compile(
    rf"(?<![^\W\d_])(?:[وف]?(?:[بلك]?ال|لل)(?P<the>{_either(list(_ORDINALS))})(?P<teen> عشرة?)?"
    rf"|[وفبلك]?(?P<bare>{_either((*_FIRSTS, 'أولى'))})){_END}(?! اكسيد)"
)
_TENS_NAMES = _either(" ".join(_TENS.values()).split())
_RANKED = re.compile(
    rf"(?:المرتبة|الرتبة|المركز|المكانة|الصف) "
    rf"(?P<place>ال(?:(?P<tens>{_TENS_NAMES}){_END}|(?P<figures>\d{{1,3}})(?!\d|[.,]\d)))"
)
#: A second place in a ranking: "المركز الرابع عربيا والخمسين عالميا".
_SECOND_PLACE = re.compile(rf"(?<![^\W\d_])وال(?P<tens>{_TENS_NAMES}) (?=عالميا|عربيا|افريقيا|اقليميا|قاريا|دوليا)")
_ONE_AND_A_HALF = re.compile(
    r"(?<![^\W\d_])[وبفلك]?(?P<unit>سنة|عام|عاما|شهر|شهرا|يوم|ساعة|كيلومتر|هكتار|غيغاواط|جيجاوات) ونصف(?!\w)"
)
#: The dual of what this project counts most.
_TWO_CENTRES = re.compile(r"(?<![^\W\d_])[وبفلك]?(?P<two>مركز(?:ي|ا|ين)) (?=(?:لل)?بيانات)")
#: Months and kings that have an ordinal for a name.
_NAMED = re.compile(r"(?:كانون|تشرين|ربيع|جمادي|الحسن|محمد|فؤاد|عبدالله|فاروق|فيصل)(?: ?[-/] ?)? ?\Z")


class _Hit(NamedTuple):
    start: int
    end: int
    word: str
    role: _Role
    value: Decimal
    joined: bool
    """Whether و stands before it."""
    free: bool
    """Whether nothing but و stands before it."""


def arabic_numbers(folded: str) -> Iterator[ArabicNumber]:
    """Find the numbers in Arabic words of a folded text: amounts first, then duals of units, then ordinals."""
    hits = list(_hits(folded))
    index = 0
    while index < len(hits):
        found, used = _read(folded, hits, index)
        index += used
        if found is not None:
            yield found
    for match in _duals().finditer(folded):
        start = match.start("unit")
        yield ArabicNumber(start, start, Decimal(2), ArabicForm.DUAL)
    for match in _ONE_AND_A_HALF.finditer(folded):
        yield ArabicNumber(match.start("unit"), match.start("unit"), Decimal(1), ArabicForm.DUAL)
    for match in _ORDINAL.finditer(folded):
        if _NAMED.search(folded, max(0, match.start() - 9), match.start()) is None:
            value = _ORDINALS[match["the"] or match["bare"]] + (10 if match["teen"] else 0)
            begin = match.start("the") - 2 if match["the"] else match.start("bare")
            yield ArabicNumber(begin, match.end(), Decimal(value), ArabicForm.ORDINAL)
    for match in _RANKED.finditer(folded):
        rank = Decimal(match["figures"]) if match["figures"] else _WORDS[match["tens"]].value
        yield ArabicNumber(*match.span("place"), rank, ArabicForm.ORDINAL)
    for match in _SECOND_PLACE.finditer(folded):
        yield ArabicNumber(match.start() + 1, match.end("tens"), _WORDS[match["tens"]].value, ArabicForm.ORDINAL)
    for match in _TWO_CENTRES.finditer(folded):
        yield ArabicNumber(*match.span("two"), Decimal(2), ArabicForm.NUMBER)


@cache
def _duals() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])[وفبلك]?(?P<unit>{_either(sorted(word_lists('counting')['duals']))}){_END}")


def _hits(folded: str) -> Iterator[_Hit]:
    for match in _NUMBER.finditer(folded):
        name = match["scale"] or match["word"]
        word, lead = _WORDS[name], match["lead"] or ""
        yield _Hit(match.start("word"), match.end(), name, *word, lead.startswith("و"), lead in ("", "و"))


def _follows(folded: str, before: _Hit, hit: _Hit) -> bool:
    gap = hit.start - before.end - hit.joined
    return hit.free and 1 <= gap <= 2 and not folded[before.end : before.end + gap].strip()


def _read(folded: str, hits: list[_Hit], index: int) -> tuple[ArabicNumber | None, int]:
    """Read the longest number that begins with a hit; and how many hits it takes."""
    first = hits[index]
    if first.role in (_Role.MANY, _Role.SCALES):
        after = hits[index + 1] if index + 1 < len(hits) and _follows(folded, first, hits[index + 1]) else None
        scaled = first.role is _Role.MANY and after is not None and after.role in (_Role.SCALE, _Role.SCALES)
        last = after if scaled and after is not None else first
        return ArabicNumber(first.start, last.end, Decimal(0), ArabicForm.VAGUE), 1 + scaled
    if first.word in _BOTH_FOLDED:
        first = first._replace(role=_Role.TWICE, value=first.value * 2)
    sum_ = _Sum()
    sum_.take(first)
    used, last = 1, first
    while index + used < len(hits) and _follows(folded, last, hits[index + used]) and sum_.take(hits[index + used]):
        last = hits[index + used]
        used += 1
    form = ArabicForm.NUMBER
    if sum_.fraction:
        form = ArabicForm.FRACTION
    elif used == 1 and sum_.value == 1:
        form = ArabicForm.ONE
    return ArabicNumber(first.start, last.end, sum_.value, form), used


_BOTH_FOLDED = frozenset(map(one_spelling, _BOTH))


class _Sum:
    """A number as far as it has been read: what is summed up, and the group below a thousand still open."""

    def __init__(self) -> None:
        self._total = Decimal(0)
        self._group: Decimal | None = None
        self._scale = Decimal(0)
        self.fraction = False
        self._closed = False

    @property
    def value(self) -> Decimal:
        """What has been read so far is worth this."""
        return self._total + (self._group or 0)

    def take(self, hit: _Hit) -> bool:
        """Read one word more; False where it belongs to another number."""
        if self._closed:
            # "مليون ونصف المليون" names the million again.
            self._closed = False
            return not hit.joined and hit.role is _Role.SCALE and hit.value == self._scale
        empty = self._group is None and not self._total and not self.fraction
        if hit.role in (_Role.SCALE, _Role.SCALES, _Role.TWICE):
            return self._take_scale(hit, empty)
        if hit.role is _Role.PART:
            return self._take_part(hit, empty)
        if self.fraction:
            return False
        if hit.role is _Role.HUNDRED and not hit.joined and self._group is not None and 3 <= self._group <= 9:
            self._group *= 100
            return True
        if empty or (hit.joined and self._group is None):
            self._group = hit.value
            return True
        return hit.joined and self._add(hit)

    def _add(self, hit: _Hit) -> bool:
        if self._group is None:
            return False
        rest = self._group % 100
        fits = hit.value < 100 and (rest == 0 or (rest < 10 and hit.role is _Role.TENS))
        self._group += hit.value if fits else 0
        return fits

    def _take_scale(self, hit: _Hit, empty: bool) -> bool:
        if self.fraction and not hit.joined:
            self._total, self._group, self.fraction = self.value * hit.value, None, False
        elif self._group is not None and not hit.joined and hit.role is not _Role.TWICE:
            if self._scale and hit.value >= self._scale:
                return False
            self._total, self._group = self._total + self._group * hit.value, None
        elif empty:
            self._total = hit.value
        elif self._group is None and not hit.joined and hit.role is _Role.SCALE:
            self._total *= hit.value
        elif self._group is None and hit.joined and hit.value < self._scale:
            self._total += hit.value
        else:
            return False
        self._scale = hit.value / 2 if hit.role is _Role.TWICE else hit.value
        return True

    def _take_part(self, hit: _Hit, empty: bool) -> bool:
        if empty:
            self._group, self.fraction = hit.value, True
            return True
        if hit.joined and self._group is None:
            self._total, self._closed = self._total + hit.value * self._scale, True
            return True
        if not hit.joined and self._group is not None and not self._total and 2 <= self._group <= 4:
            self._group, self.fraction = self._group * hit.value, True
            return True
        return False
