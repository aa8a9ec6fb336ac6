"""Joins the two ends of a span of values: "de 10 à 40 MW", "entre 150 et 200 emplois", "10-20 %"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from maeditor.domain.values import Comparator
from maeditor.extraction.interface import Mention, MentionKind
from maeditor.extraction.numbers.amounts import FIGURES, amount, tidy
from maeditor.extraction.text.folding import fold

_BETWEEN = re.compile(
    r" ?(?:-|~) ?| (?:à|to|until) (?:près de |environ )?| (?:et|and) | الي (?:نحو |حوالي )?| و", re.IGNORECASE
)
_OPEN_BETWEEN = re.compile(r"\b(?:entre|between|بين) (?:les |the |about |approximately |environ |نحو |حوالي )?\Z")
_OPEN_FROM = re.compile(r"\b(?:de|d'|from|allant de|ranging from|من)(?: نحو| حوالي)? \Z")
_CHANGE = re.compile(
    r"\b(?:pass\w+|grimp\w+|augment\w+|mont\w+|évolu\w+|gagn\w+|port(?!ée?s? par\b)\w+|recul\w+|chut\w+|baiss\w+"
    r"|tomb\w+|réduit\w*"
    r"|rise|rises|rose|risen|grew|grow\w*|grown|went|go|goes|going|increas\w+|fell|fall\w*|dropp?\w*|jump\w*|climb\w*"
    r"|expand\w*|rais\w+|up|down)[^.;\n]{0,30}\Z"
)
#: "Une croissance annuelle de 20 à 30 %": the change itself is between the two.
_CHANGE_OF = re.compile(
    r"\b(?:une?|la|le|cette|ce|sa|son|leur|d'une?|en|l'|d'|quelque)[ ']?(?:\w+ )?"
    r"(?:croissance|hausse|augmentation|progression|baisse|diminution|recul|repli|chute|réduction|économies?|gains?"
    r"|remise|rabais|rendement|surcoût)(?: \w{4,}){0,2} (?:de|d')\s?\Z"
)
_ARABIC_CHANGE = re.compile(
    r"(?<!\w)\w{0,4}(?:رتفع|رفع|نتقل|نقل|قفز|زيد|زاد|تطور|تراجع|نخفض|خفض|صعد|هبط|قلص|وسع)\w{0,3} [^.;\n]{0,50}\Z"
)
_PLAIN = frozenset({MentionKind.CARDINAL, MentionKind.COUNT})
_SCALED = frozenset({MentionKind.MONEY, MentionKind.COUNT, MentionKind.CARDINAL, MentionKind.QUANTITY})
_MEASURED = frozenset({MentionKind.QUANTITY, MentionKind.MONEY, MentionKind.PERCENTAGE})


_GOES_ON = re.compile(r"-\d")
_LEADING_ZERO = re.compile(r"0\d")
_EXPLICIT = re.compile(r"\b(?:de|d'|du|from) \Z")
_SPANNING = re.compile(
    r"\b(?:rang\w+|anywhere|span\w*|costs?|costing|allant|vari\w+|compris\w*|situ\w+|oscill\w+|between)"
    r" (?:de|d'|from) \Z"
)
_LISTED = re.compile(r" (?:et|ou|and|or|puis) | ?(?:±|\+/-|\+-) ?")


def _compatible(first: Mention, second: Mention) -> bool:
    """Tell whether two mentions can be two ends: the first may leave its unit to the second."""
    if second.kind in _MEASURED:
        return (first.kind in _PLAIN and not first.noun) or (first.kind is second.kind and first.unit == second.unit)
    if first.kind is MentionKind.MONEY and second.kind in _PLAIN:
        return first.text[:1] in "$€£" or first.text[:3].isupper()
    return second.kind in _PLAIN and first.kind in _PLAIN and not first.noun


def _changes(lower: str, first: Mention, second: Mention) -> bool:
    """Tell "passera de 5 à 20 MW" and "from 10 % to 20 %", two values, from one span of values."""
    opened = _OPEN_FROM.search(lower, max(0, first.start - 14), first.start)
    if opened is None or lower[first.end : second.start].strip() == "-":
        return False
    if second.kind is MentionKind.PERCENTAGE and _CHANGE_OF.search(lower, max(0, first.start - 70), first.start):
        return False
    if _CHANGE.search(lower, max(0, first.start - 44), opened.start()) is not None:
        return True
    if opened[0].startswith("من"):
        return _ARABIC_CHANGE.search(lower, max(0, first.start - 64), opened.start()) is not None
    explicit = _EXPLICIT.search(lower, max(0, first.start - 6), first.start)
    if explicit is None or first.kind not in _MEASURED or first.kind is not second.kind:
        return False
    return _SPANNING.search(lower, max(0, first.start - 24), first.start) is None


def _joins(lower: str, first: Mention, second: Mention) -> bool:
    between = lower[first.end : second.start]
    if not 1 <= len(between) <= 14 or _BETWEEN.fullmatch(between) is None:
        return False
    word = between.strip()
    if word in ("et", "and", "و"):
        return _OPEN_BETWEEN.search(lower, max(0, first.start - 24), first.start) is not None
    return word != "-" or not _numbered(lower, first, second)


def _numbered(lower: str, first: Mention, second: Mention) -> bool:
    """Tell the parts of "loi n° 09-08" and of telephone numbers from the ends of a span."""
    before = lower[max(0, first.start - 3) : first.start]
    if before.endswith("-") or before.strip() in ("n°", "nº") or _GOES_ON.match(lower, second.end):
        return True
    return any(_LEADING_ZERO.match(mention.text) for mention in (first, second))


def join_ranges(found: Sequence[Mention], text: str, lower: str) -> list[Mention]:
    """Join neighbouring mentions that are the two ends of one span; share a unit left out at the first end."""
    result: list[Mention] = []
    for mention in found:
        before = result[-1] if result else None
        if before is not None and before.value2 is None and mention.start - before.end <= 24:
            if _compatible(before, mention) and _joins(lower, before, mention):
                if _changes(lower, before, mention):
                    result[-1] = _sharing(before, mention)
                else:
                    joined = _join(before, mention, text)
                    if joined is not None:
                        result[-1] = joined
                        continue
            elif _lists(lower, before, mention):
                result[-1] = _sharing(before, mention)
        result.append(mention)
    return result


def _lists(lower: str, first: Mention, second: Mention) -> bool:
    """Tell "9,8 et 3,4 %" and "9 ± 6 %": figures that share the unit of the last."""
    if first.kind is not MentionKind.CARDINAL or second.kind not in (MentionKind.PERCENTAGE, MentionKind.QUANTITY):
        return False
    return first.text[-1:].isdigit() and _LISTED.fullmatch(lower, first.end, second.start) is not None


def _sharing(first: Mention, second: Mention) -> Mention:
    """Give the first of two values the unit that only the second spells out."""
    if first.kind not in _PLAIN or not isinstance(second.value, Decimal):
        return first
    if second.kind is MentionKind.MONEY:
        return replace(first, kind=second.kind, unit=second.unit, value=_scaled_like(first, second))
    if second.kind in _MEASURED:
        return replace(first, kind=second.kind, unit=second.unit)
    return replace(first, noun=second.noun, kind=second.kind)


_POWERS = (10**12, 10**9, 10**6, 10**3)
_WRITTEN_SCALE = re.compile(
    r"([أا]لفا?|[آا]لاف|مليون|ملايين|مليارا?|مليارات|ملايير"
    r"|millions?|milliards?|billions?|trillions?|mille|thousand|cents?|hundred|M(?:DH|€|\$)|Md|bn|m\b)"
)


def _scaled_like(first: Mention, second: Mention) -> Decimal | None:
    """Apply the magnitude of the second amount to the first: "de 2 à 3 milliards de dirhams"."""
    low, high = first.value, second.value
    if not isinstance(low, Decimal) or not isinstance(high, Decimal):
        return None
    if low >= 1000 or _WRITTEN_SCALE.search(second.text) is None:
        return low
    figures = FIGURES.search(fold(second.text))
    for power in _POWERS:
        if figures is None:
            if high % power == 0:
                return _spoken_scale(low, high, power)
        elif high in (amount(figures[0], "fr") * power, amount(figures[0], "en") * power):
            return low * power
    return _spoken_scale(low, high, 1) if figures is None else low


def _spoken_scale(low: Decimal, high: Decimal, power: int) -> Decimal:
    """Apply the scale that two spoken numbers share, hundreds too: "deux à trois cents", "two to three hundred"."""
    hundreds = power * 100
    if high % hundreds == 0 and low < high / hundreds < 10:
        return low * hundreds
    return low * power


def _join(first: Mention, second: Mention, text: str) -> Mention | None:
    low, high = first.value, second.value
    if not isinstance(low, Decimal) or not isinstance(high, Decimal):
        return None
    if high < 0 <= low and text[second.start : second.start + 1] != "m":
        high = -high
    kind = second.kind if second.kind in _MEASURED else MentionKind.RANGE
    unit = second.unit
    if first.kind is MentionKind.MONEY and second.kind in _PLAIN:
        kind, unit = MentionKind.MONEY, first.unit
    if second.kind in _SCALED and _WRITTEN_SCALE.search(first.text) is None:
        low = _scaled_like(first, second) or low
    if low >= high:
        return None
    return Mention(
        first.start,
        second.end,
        text[first.start : second.end],
        kind,
        tidy(low),
        unit,
        value2=high,
        comparator=Comparator.RANGE,
        noun=second.noun,
    )
