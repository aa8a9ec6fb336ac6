"""Tells a bare year from a number of four figures, and reads "fin 2026", "mi-2027"."""

from __future__ import annotations

import re

from maeditor.domain.values import Comparator
from maeditor.extraction.interface import Mention, MentionKind
from maeditor.extraction.numbers.counted_nouns import counted_noun
from maeditor.extraction.numbers.numerals import Form, Numeral

_PART = re.compile(
    r"(?:\b(?P<end>fin(?: de l'année| de l'an| de)?|late|end of|year-end|end)"
    r"|\b(?P<mid>milieu(?: de l'année| de)?|mi|mid|middle of)"
    r"|\b(?P<start>début(?: de l'année| de)?|early|(?:start|beginning) of))[ -]\Z"
)
_CALLED = re.compile(
    r"(?:\b(?:en|depuis|année|l'an|d'ici|d'ici à|avant|après|dès|jusqu'en|courant|horizon|since|in|by|year|until|before"
    r"|after|during|cy|fy|exercice|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre"
    r"|novembre|décembre)"
    r" |[(\[/])\Z"
)
_MONTHS = {"end": 12, "mid": 6, "start": 1}


def read_year(folded: str, lower: str, numeral: Numeral) -> Mention | None:
    """Read a number in four figures as a year where nothing is counted by it; None where it is a plain number."""
    if numeral.form is not Form.FIGURES or len(numeral.figures) != 4 or not numeral.figures.isdigit():
        return None
    number = int(numeral.value)
    start, end = numeral.start, numeral.end
    if not 1000 <= number <= 2199 or folded[end : end + 1].isalpha():
        return None
    left = max(0, start - 24)
    part = _PART.search(lower, left, start)
    called = _CALLED.search(lower, left, start)
    if part is None and called is None and (number < 1500 or _counts(folded, lower, end)):
        return None
    value = f"{number:04d}"
    if part is None or part.lastgroup is None:
        return Mention(start, end, "", MentionKind.YEAR, value)
    month = _MONTHS[part.lastgroup]
    hedge = (part.start(), part.end(part.lastgroup))
    return Mention(
        part.start(), end, "", MentionKind.YEAR, f"{value}-{month:02d}", comparator=Comparator.ABOUT, hedge=hedge
    )


def _counts(folded: str, lower: str, end: int) -> bool:
    """Tell "2000 emplois" from "2024 marque un tournant": what is counted is a plural."""
    noun = counted_noun(folded, lower, end)
    return noun.islower() and noun.split()[0].endswith(("s", "x", "z", "people", "gens"))
