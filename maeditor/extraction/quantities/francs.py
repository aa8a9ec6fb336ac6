"""French amounts whose currency is one letter or a word of other uses: "3 500 F", "10 MF", "trois livres"."""

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


_POUND = re.compile(r" livres?(?!\w)(?! sterling)")
_BOOK_AFTER = re.compile(
    r" (?:de (?:poche|cuisine|chevet|classe|photos?|recettes|bibliothèque)|pour |sur |audio|numériques?|anciens?|neufs?"
    r"|d'occasion|d'art|illustrés?|scolaires?|jeunesse|rares?|par (?:an|mois)|du même|et (?:revues|articles|films))"
)
_BOOK_BEFORE = re.compile(
    r"\b(?:l[uis]t?|lire|lisent|lisait|écri\w+|publi\w+|rédig\w+|paru\w*|auteure?s?|autrices?|bibliothèques?|librair\w+"
    r"|romans?|édit\w+|ouvrages?|rayons?|lectures?|lecteurs?|lectrices?|emprunt\w+|prêt\w*|feuillet\w+)\b[^.!?\n]{0,60}\Z"
)


def are_books(lower: str, start: int, end: int) -> bool:
    """Tell "trois livres de poche" and "il a lu trois livres" from pounds."""
    if not _POUND.match(lower, end):
        return False
    if _BOOK_AFTER.match(lower, end + len(" livre") + lower.startswith("s", end + len(" livre"))):
        return True
    return _BOOK_BEFORE.search(lower, max(0, start - 80), start) is not None
