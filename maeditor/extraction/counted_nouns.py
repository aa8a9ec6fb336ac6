"""Reads the noun that is counted: "quatre nouveaux data centers" counts data centers."""

from __future__ import annotations

import re

_WORD = re.compile(r"[ -]?((?:[dl]')?[^\W\d_]+(?:[-'][^\W\d_]+)*)")
_ADJECTIVES = frozenset(
    "nouveaux nouvelles nouvel nouveau nouvelle grands grandes grand grande autres autre petits petites principaux "
    "principales premiers premières derniers dernières prochains prochaines gros grosses futurs futures différents "
    "différentes anciens anciennes vastes jeunes millions "
    "new additional more other large small big major existing planned further different separate main extra".split()
)
_STOPS = frozenset(
    "de du des d' et ou à a au aux en sur par pour dans avec sans sous est sont était étaient sera seront soit que qui "
    "qu' dont où mais car ni or donc le la les l' un une ce cet cette ces son sa ses leur leurs il elle on nous vous "
    "ils elles se s' ne n' y plus moins contre chez entre vers selon lors puis ainsi alors aussi comme si quand ont "
    "avait avaient aura fois après avant depuis pendant jusqu' dès hors chacun chacune environ été fait peut doit "
    "the of and to in for on at by with from is are was were be been that which who as than an it its this these "
    "those into over under per via not no but will would has have had can could may might all each both out up off "
    "about around when while where there here so then they he she we you i his her their our my your only also just "
    "if because since until during between against among through across after before without within".split()
)


def counted_noun(folded: str, lower: str, end: int) -> str:
    """Give up to three words of the noun counted by the number that ends here, adjectives left off; or nothing."""
    first = last = -1
    position = end
    for _ in range(5):
        match = _WORD.match(lower, position)
        if match is None or (first < 0 and match.start(1) == position == end):
            break
        word = match[1]
        if word in _STOPS or word[:2] in ("d'", "l'", "qu", "n'", "s'") and "'" in word[:3]:
            break
        if first < 0 and word in _ADJECTIVES:
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
