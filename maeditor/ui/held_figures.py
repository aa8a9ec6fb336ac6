"""Holds the groups of a number together where a line is read from the right: "300 000" would show as "000 300"."""

from __future__ import annotations

import re

_FROM_THE_RIGHT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_GROUPED = re.compile(r"(?<!\d)(?<!\d[ .,])\d{1,3}(?: \d{3})+(?! ?\d)")


def held(text: str) -> str:
    """The text to show: plain spaces inside numbers are no-break ones, one for one; other texts stay as they are.

    The bidirectional algorithm takes a no-break space between figures for a part of their number (UAX #9, rule W4).
    """
    if _FROM_THE_RIGHT.search(text) is None:
        return text
    return _GROUPED.sub(lambda number: number[0].replace(" ", "\u00a0"), text)
