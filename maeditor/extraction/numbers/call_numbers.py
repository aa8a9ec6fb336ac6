"""Tells the telephone number from the numbers it is written with: "01 42 53 12 30", "(713) 555-0142"."""

from __future__ import annotations

import re

_INTERNATIONAL = re.compile(r"\+\d{1,3}(?:[ ./-]?\(0\))?(?:[ ./-]\(?\d{1,4}\)?){2,6}(?![\w%]|[.,]\d)")
_NATIONAL = re.compile(r"0[1-9]\d{0,3}(?P<gap>[ ./-])\d{2,8}(?:(?P=gap)\d{2,8}){0,4}(?![\w%]|[.,/-]\d)")
_AMERICAN = re.compile(r"(?:1[-. ])?\d{3}(?:(?P<gap>[-. ])\d{3}(?P=gap)|/\d{3}-)\d{4}(?![\w%]|[.,/-]\d)")
#: What follows an area code in brackets, which is a number by itself.
_LOCAL = re.compile(r"\d{3}[-. ]\d{4}(?![\w%]|[.,/-]\d)")
#: Figures in a telephone number: the fewest, and the most that the world's numbering plan allows.
_FEWEST, _MOST = 9, 15


def call_number(folded: str, start: int, end: int) -> int | None:
    """Give where the telephone number ends that the figure from ``start`` to ``end`` opens; None where it opens none.

    A number grouped by thousands ("+12 500 000") opens none.
    """
    if folded[start - 1 : start] == "+":
        match = _INTERNATIONAL.match(folded, start - 1)
    elif folded[start] == "0":
        match = _NATIONAL.match(folded, start)
    elif folded.endswith((")", ") "), 0, start) and (local := _LOCAL.match(folded, start)) is not None:
        return local.end()
    elif folded[start + 3 : start + 4] in "-. /" or folded[start + 1 : start + 2] in "-. ":
        match = _AMERICAN.match(folded, start)
    else:
        return None
    if match is None or match.end() <= end:
        return None
    return match.end() if _FEWEST <= sum(letter.isdigit() for letter in match[0]) <= _MOST else None
