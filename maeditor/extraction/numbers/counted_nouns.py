"""Reads the noun that is counted: "quatre nouveaux data centers" counts data centers."""

from __future__ import annotations

import re

from maeditor.extraction.text.word_lists import word_lists

_WORD = re.compile(r"[ -]?((?:[dl]')?[^\W\d_]+(?:[-'][^\W\d_]+)*)")


#: No noun is longer, and a row of letters without end is not read again from each of them.
_LONGEST = 80
_DEFINITE = ("ال", "لل", "وال", "بال", "فال", "كال")


def _ends_arabic(word: str, begun: bool) -> bool:
    """Tell what counted nouns are without: the article, and a second noun joined by و."""
    return word.startswith(_DEFINITE) or (begun and word[0] == "و")


def counted_noun(folded: str, lower: str, end: int) -> str:
    """Give up to three words of the noun counted by the number that ends here, adjectives left off; or nothing."""
    lists = word_lists("counting")
    adjectives, stops = lists["adjectives"], lists["stops"]
    first = last = -1
    position = end
    for _ in range(5):
        match = _WORD.match(lower, position, position + _LONGEST)
        if match is None or (match.start(1) == position and lower[position - 1 : position] not in (" ", "'")):
            break
        word = match[1]
        if word in stops or (word[:2] in ("d'", "l'", "qu", "n'", "s'") and "'" in word[:3]):
            break
        if "\u0621" <= word[0] <= "\u064a" and _ends_arabic(word, first >= 0):
            break
        if first < 0 and word in adjectives:
            position = match.end()
            continue
        if first < 0:
            first = match.start(1)
        last = position = match.end()
        if len(lower[first:last].split()) == 3:
            break
    if first < 0 or len(lower[first:last]) < 2:
        return ""
    return folded[first:last]
