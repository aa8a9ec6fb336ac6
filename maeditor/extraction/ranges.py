"""Joins the two ends of a span of values: "de 10 à 40 MW", "entre 150 et 200 emplois", "10-20 %"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from maeditor.domain.values import Comparator
from maeditor.extraction.interface import Mention, MentionKind

_BETWEEN = re.compile(r" ?(?:-|~) ?| (?:à|to|until) (?:près de |environ )?| (?:et|and) ", re.IGNORECASE)
_OPEN_BETWEEN = re.compile(r"\b(?:entre|between) (?:les |the |about |approximately |environ )?\Z")
_OPEN_FROM = re.compile(r"\b(?:de|d'|from|allant de|ranging from) \Z")
_CHANGE = re.compile(
    r"\b(?:pass\w+|grimp\w+|augment\w+|mont\w+|évolu\w+|gagn\w+|port\w+|recul\w+|chut\w+|baiss\w+|tomb\w+|réduit\w*"
    r"|rise|rises|rose|risen|grew|grow\w*|grown|went|go|goes|going|increas\w+|fell|fall\w*|dropp?\w*|jump\w*|climb\w*"
    r"|expand\w*|rais\w+|up|down)[^.;\n]{0,30}\Z"
)
_PLAIN = frozenset({MentionKind.CARDINAL, MentionKind.COUNT})
_MEASURED = frozenset({MentionKind.QUANTITY, MentionKind.MONEY, MentionKind.PERCENTAGE})


def _compatible(first: Mention, second: Mention) -> bool:
    """Tell whether two mentions can be two ends: the first may leave its unit to the second."""
    if second.kind in _MEASURED:
        return first.kind in _PLAIN or (first.kind is second.kind and first.unit == second.unit)
    if first.kind is MentionKind.MONEY and second.kind in _PLAIN:
        return True
    return second.kind in _PLAIN and first.kind in _PLAIN and not first.noun


def _joins(lower: str, first: Mention, second: Mention) -> bool:
    between = lower[first.end : second.start]
    if not 1 <= len(between) <= 14 or _BETWEEN.fullmatch(between) is None:
        return False
    word = between.strip()
    if word in ("et", "and"):
        return _OPEN_BETWEEN.search(lower, max(0, first.start - 24), first.start) is not None
    if word in ("-", "~"):
        return first.value is not None and second.value is not None
    opened = _OPEN_FROM.search(lower, max(0, first.start - 14), first.start)
    if opened is None:
        return True
    return _CHANGE.search(lower, max(0, first.start - 44), opened.start()) is None


def join_ranges(found: Sequence[Mention], text: str, folded: str, lower: str) -> list[Mention]:
    """Join neighbouring mentions that are the two ends of one span; share a unit left out at the first end."""
    result: list[Mention] = []
    for mention in found:
        before = result[-1] if result else None
        if (
            before is not None
            and before.value2 is None
            and _compatible(before, mention)
            and _joins(lower, before, mention)
        ):
            joined = _join(before, mention, text)
            if joined is not None:
                result[-1] = joined
                continue
        result.append(mention)
    return result


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
    if low >= high:
        return None
    return Mention(
        first.start,
        second.end,
        text[first.start : second.end],
        kind,
        low,
        unit,
        value2=high,
        comparator=Comparator.RANGE,
        noun=second.noun,
    )
