"""Bounds in Arabic that stand apart from their number: "لا تقل نسبة المكون المحلي عن 40%"."""

from __future__ import annotations

import re

from maeditor.domain.values import Comparator

_APART = re.compile(
    r"(?<!\w)(?:[وف]?(?P<no>لا|لم|لن|الا) )?(?:(?P<less>[يت]قل)|(?P<more>[يت]زيد|[يت]زد))(?: [^\s.,;\d]{1,14}){0,6}"
    r" (?:عن|علي)(?: نحو| حوالي)? ?\Z"
)
_NOT_BEYOND = re.compile(
    r"(?<!\w)[وف]?(?:لا|لم|لن) (?:[يت]تجاوز|[يت]تعدي?|[يت]فوق|[يت]تخطي?)(?: [^\s.,;\d]{1,14}){1,6} ?\Z"
)


def bound_apart(folded: str, left: int, start: int) -> tuple[Comparator, int, int] | None:
    """Give the bound of the number at ``start`` and the words that say so; looks back to ``left``."""
    match = _NOT_BEYOND.search(folded, left, start)
    if match is not None:
        return Comparator.AT_MOST, match.start(), start - (folded[start - 1] == " ")
    match = _APART.search(folded, left, start)
    if match is None:
        return None
    if match["less"]:
        comparator = Comparator.AT_LEAST if match["no"] else Comparator.LESS
    else:
        comparator = Comparator.AT_MOST if match["no"] else Comparator.MORE
    return comparator, match.start(), start - (folded[start - 1] == " ")
