"""Words that bound a value: "près de", "au moins", "n'excède pas", "or more"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from maeditor.domain.values import Comparator
from maeditor.extraction.quantities.hedges_ar import bound_apart
from maeditor.extraction.text.arabic import is_arabic
from maeditor.extraction.text.phrases import lexicon


class Hedge(NamedTuple):
    """How a value is bounded, and the words that say so."""

    comparator: Comparator
    start: int
    end: int


class _Lexicon(NamedTuple):
    before: dict[str, Comparator]
    dates: dict[str, Comparator]
    after: dict[str, Comparator]
    following: re.Pattern[str]


#: Arabic writes "and", "by", "for" in one with the first word of a hedge.
_JOINED_BEFORE = ("و", "ف", "ب", "ل", "وب", "ول")


@cache
def _lexicon() -> _Lexicon:
    data = lexicon("hedges")

    def by_words(section: str) -> dict[str, Comparator]:
        found: dict[str, Comparator] = {}
        for name, said in data[section].items():
            for words in said:
                found[words] = Comparator[name]
                if words.endswith(" de"):
                    for article in ("des", "du", "d'"):
                        found[words[:-2] + article] = Comparator[name]
                if is_arabic(words):
                    found.update({before + words: Comparator[name] for before in _JOINED_BEFORE})
        return found

    after = by_words("after")
    longest = sorted(after, key=len, reverse=True)
    following = re.compile(rf"[ ]?(?:\+(?![\w])|(?P<w>{'|'.join(map(re.escape, longest))})(?![\w]))")
    return _Lexicon(by_words("before"), by_words("dates"), after, following)


_REACH = 48
_MOST_WORDS = 7
_ARTICLES = frozenset({"les", "le", "la", "l'", "des", "du", "the", "un", "une", "a", "an", "ses", "its", "son", "sa"})
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*\.?'?|[~≈∼±<>≤≥=+]+|&[lg]t;")
_CALENDAR_ARTICLES = frozenset({"the", "la", "le", "l'"})
#: "ne consommera plus que 3 kWh" bounds nothing.
_NE = re.compile(r"(?<!\w)(?:ne |n')[^.;,]{0,40}\Z")
#: "dépasse la barre des 500 MW" says no more than "dépasse".
_THRESHOLD = re.compile(r" (?:la barre|le cap|le seuil|the mark|the threshold) (?:symbolique )?(?:de|des|du|d'|of) ?\Z")


def hedge_before(lower: str, start: int, *, date: bool = False) -> Hedge | None:
    """Read the words just before a value; articles between are stepped over ("plus des deux tiers")."""
    left = max(0, start - _REACH)
    left = max(left, lower.rfind("\n", left, start) + 1)
    threshold = _THRESHOLD.search(lower, left, start)
    stop = threshold.start() if threshold else start
    words = [match.span() for match in _WORDS.finditer(lower, left, stop)][-_MOST_WORDS:]
    if not words or lower[words[-1][1] : stop].strip(" -"):
        return None
    if "\u0621" <= lower[stop - 1 - (lower[stop - 1] == " ")] <= "\u064a" and not date:
        apart = bound_apart(lower, left, stop)
        if apart is not None:
            return Hedge(*apart)
    names = _lexicon().dates if date else _lexicon().before
    for _ in range(3):
        found = _longest(lower, words, names)
        if found is not None:
            only = lower[found.start : found.end] == "plus que" and _NE.search(lower, left, found.start)
            return None if only else found
        last = lower[words[-1][0] : words[-1][1]]
        if last not in (_CALENDAR_ARTICLES if date else _ARTICLES) or len(words) < 2:
            return None
        words.pop()
    return None


def _longest(lower: str, words: list[tuple[int, int]], names: dict[str, Comparator]) -> Hedge | None:
    """Find the longest run of last words that is a hedge."""
    end = words[-1][1]
    for begin, _ in words:
        said = lower[begin:end]
        comparator = names.get(" ".join(said.split()) if "  " in said else said)
        if comparator is not None:
            return Hedge(comparator, begin, end)
    return None


def hedge_after(lower: str, end: int) -> Hedge | None:
    """Read the words just after a value: "80 % au moins", "100 or more", "100+"."""
    match = _lexicon().following.match(lower, end)
    if match is None:
        return None
    words = match["w"]
    comparator = _lexicon().after[words] if words else Comparator.AT_LEAST
    return Hedge(comparator, match.start() + (match[0][0] == " "), match.end())
