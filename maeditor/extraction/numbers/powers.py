"""Reads powers of ten after a figure: "3,2 × 10^5", "10⁶", "6,02e23", "1.5 x 10-3"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_RAISED_EXPONENT = r"[⁺⁻-]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}"
_EXPONENT = rf"(?:\^ ?(?:\{{|\()?[-+]?\d{{1,2}}(?:\}}|\))?|{_RAISED_EXPONENT})"
_TIMES_TEN = re.compile(rf" ?[x×·⋅*.] ?10(?P<n>{_EXPONENT}|-\d{{1,2}})(?![\d/])|[eE](?P<e>[-+]?\d{{1,2}})(?!\w)")
_OF_TEN = re.compile(rf"(?P<n>{_EXPONENT})(?!\d)")
_FIGURES = re.compile(r"[-+]?\d+")


class Power(NamedTuple):
    """A power of ten: what the figure before it is multiplied by, and where it ends."""

    factor: Decimal
    end: int


def power_of_ten(folded: str, written: str, end: int) -> Power | None:
    """Read the power of ten that follows the figure ``written``, or that the figure 10 itself opens."""
    following = folded[end : end + 1]
    if not following or following in ",;:\n":
        return None
    match = _TIMES_TEN.match(folded, end)
    if match is not None:
        return _power(match["n"] or match["e"], match.end(), 0)
    match = _OF_TEN.match(folded, end) if written == "10" else None
    return _power(match["n"], match.end(), 1) if match is not None else None


def _power(exponent: str, end: int, less: int) -> Power | None:
    figures = _FIGURES.search(exponent.translate(_RAISED).replace(" ", ""))
    return Power(Decimal(10) ** (int(figures[0]) - less), end) if figures is not None else None
