"""Tells pounds that are money from pounds of weight and from books: "five pounds of flour", "trois livres de poche"."""

from __future__ import annotations

import re

_LIVRE = re.compile(r" livres?(?!\w)(?! sterling)")
_BOOK_AFTER = re.compile(
    r" (?:de (?:poche|cuisine|chevet|classe|photos?|recettes|bibliothèque)|pour |sur |audio|numériques?|anciens?|neufs?"
    r"|d'occasion|d'art|illustrés?|scolaires?|jeunesse|rares?|par (?:an|mois)|du même|et (?:revues|articles|films))"
)
_BOOK_BEFORE = re.compile(
    r"\b(?:l[uis]t?|lire|lisent|lisait|écri\w+|publi\w+|rédig\w+|paru\w*|auteure?s?|autrices?|bibliothèques?|librair\w+"
    r"|romans?|édit\w+|ouvrages?|rayons?|lectures?|lecteurs?|lectrices?|emprunt\w+|prêt\w*|feuillet\w+)\b[^.!?\n]{0,60}\Z"
)


def _are_books(lower: str, start: int, end: int) -> bool:
    """Tell "trois livres de poche" and "il a lu trois livres" from pounds."""
    livre = _LIVRE.match(lower, end)
    if livre is None:
        return False
    return bool(_BOOK_AFTER.match(lower, livre.end()) or _BOOK_BEFORE.search(lower, max(0, start - 80), start))


_POUND = re.compile(r"[ -]pounds?(?!\w)(?! sterling)")
_WEIGHT_AFTER = re.compile(
    r" (?:heavier|lighter|overweight|underweight|in weight|per square|of (?!the |debts?|savings|cash|funding|funds"
    r"|money|public|private|taxpayers?|capital|aid|sales|revenues?|profits?|losses|loss|lending|new|additional|extra"
    r"|investments?|spending|income|tax|taxes|cuts|damage|loans?|credit|assets|equity|shares|government|british|support"
    r"|grants?)[a-z])"
)
_WEIGHT_BEFORE = re.compile(
    r"\b(?:weigh\w*|weight|lbs?|gain(?:ed|ing)|los(?:t|e|ing) (?:about |over |around |almost |nearly |more than )?)"
    r"[^.!?\n$£€]{0,24}\Z"
)


def weight_after(lower: str, start: int, end: int) -> int | None:
    """Give where "150 pounds" ends in "weighs 150 pounds"; None where pounds are money or none stand there."""
    pound = _POUND.match(lower, end)
    if pound is None:
        return None
    if _WEIGHT_AFTER.match(lower, pound.end()) or _WEIGHT_BEFORE.search(lower, max(0, start - 40), start):
        return pound.end()
    return None


def no_money(lower: str, start: int, end: int) -> bool:
    """Tell whether the pounds after the number from ``start`` to ``end`` are books or a weight."""
    return _are_books(lower, start, end) or weight_after(lower, start, end) is not None
