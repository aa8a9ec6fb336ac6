"""French amounts whose currency is one letter: "3 500 F", "10 MF"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple


class Francs(NamedTuple):
    """An amount in francs: what the number before is multiplied by, and where the letters end."""

    factor: Decimal
    end: int


_LETTERS = re.compile(r" ?(?P<scale>[kKM])?F(?![\w'°/-]| CFP)(?!\. ?[A-ZÀ-Ý])")
_SCALES = {"k": Decimal(1000), "K": Decimal(1000), "M": Decimal(10**6)}
#: "50 F et 20 H" are women and men, "F 25, M 30" a table of both.
_PEOPLE = re.compile(r"[ ,;/]+(?:et )?\d+ ?[HM](?!\w)|[ ,;/]+[HM](?!\w)")
_MEN = re.compile(r"\d ?[HM][ ,;/]+(?:et )?\Z")


def francs_after(folded: str, start: int, end: int) -> Francs | None:
    """Read the francs that follow the number from ``start`` to ``end``."""
    letters = _LETTERS.match(folded, end)
    if letters is None or _PEOPLE.match(folded, letters.end()) or _MEN.search(folded, max(0, start - 8), start):
        return None
    return Francs(_SCALES.get(letters["scale"], Decimal(1)), letters.end())
