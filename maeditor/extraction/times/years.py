"""Tells a bare year from a number of four figures, and reads "fin 2026", "mi-2027"."""

from __future__ import annotations

import re

from maeditor.domain.values import Comparator
from maeditor.extraction.interface import Mention, MentionKind
from maeditor.extraction.numbers.counted_nouns import counted_noun
from maeditor.extraction.numbers.numerals import Form, Numeral
from maeditor.extraction.times.periods_ar import called_a_year, part_of_year

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
_JOINED_NUMBER = re.compile(r" و\d[\d.,]*")
_ARABIC = re.compile("[\u0621-\u064a]")
_MONTHS = {"end": 12, "mid": 6, "start": 1}


def read_year(folded: str, lower: str, numeral: Numeral) -> Mention | None:
    """Read a number in four figures as a year where nothing is counted by it; None where it is a plain number."""
    if numeral.form is Form.WORDS:
        return _spelled(folded, lower, numeral)
    if numeral.form is not Form.FIGURES or len(numeral.figures) != 4 or not numeral.figures.isdigit():
        return None
    number = int(numeral.value)
    start, end = numeral.start, numeral.end
    if not 1000 <= number <= 2199 or folded[end : end + 1].isalpha():
        return None
    left = max(0, start - 24)
    if arabic := _ARABIC.search(folded, max(0, start - 3), min(len(folded), end + 3)):
        part = part_of_year(folded, start)
        called = called_a_year(folded, start)
    else:
        part = _PART.search(lower, left, start)
        called = _CALLED.search(lower, left, start) is not None
    if part is None and not called and (number < 1500 or _counts(folded, lower, end, arabic=arabic is not None)):
        return None
    value = f"{number:04d}"
    name = next((name for name in _MONTHS if part[name]), None) if part is not None else None
    if part is None or name is None:
        return Mention(start, end, "", MentionKind.YEAR, value)
    month = _MONTHS[name]
    hedge = (part.start(), part.end(name))
    return Mention(
        part.start(), end, "", MentionKind.YEAR, f"{value}-{month:02d}", comparator=Comparator.ABOUT, hedge=hedge
    )


_SPELLED = re.compile(
    r"(?:\b(?:en|l'an|année|depuis|in|year|since|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre"
    r"|novembre|décembre) )\Z"
)


def _spelled(folded: str, lower: str, numeral: Numeral) -> Mention | None:
    """Read "en mil neuf cent quatorze", "l'an deux mille", "in two thousand and eight"."""
    number = int(numeral.value)
    if not 1000 <= number <= 2199 or not _SPELLED.search(lower, max(0, numeral.start - 12), numeral.start):
        return None
    if counted_noun(folded, lower, numeral.end):
        return None
    return Mention(numeral.start, numeral.end, "", MentionKind.YEAR, f"{number:04d}")


def _counts(folded: str, lower: str, end: int, *, arabic: bool) -> bool:
    """Tell "2000 emplois" from "2024 marque un tournant": what is counted is a plural, in Arabic whatever follows."""
    noun = counted_noun(folded, lower, end)
    if arabic:
        joined = _JOINED_NUMBER.match(folded, end) if not noun else None
        return bool(noun or (joined and counted_noun(folded, lower, joined.end())))
    return noun.islower() and noun.split()[0].endswith(("s", "x", "z", "people", "gens"))
