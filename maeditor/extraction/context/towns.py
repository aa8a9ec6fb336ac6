"""Towns that no list of places has, told by what stands around them: "à Kerma-les-Bains", "Carhaix (Finistère)"."""

from __future__ import annotations

import re

from maeditor.extraction.context.gazetteer import Gazetteer

_AT_TOWN = re.compile(r"(?<=[\s,])(?:à|À|près de)[ \u00a0]$")
_GIVEN = re.compile(
    r"(?<!\w)(?:attribu|confi|vend|ced|permet|permis|impos|appart|demand|accord|vers|octroy|rachet|fourni|livr|grace|face"
    r"|quant|associ|lie|rapport|contrairement|ajout|donn|propos|rev[ei]|adjug|remi|adress|emprunt|pret|achet|offr|reserv"
    r"|transmi|allou|due?|destin|dedi|profit|conform|succed|oppos|pass|paye?|rend|compar)\w* (?:\w+ ){0,2}a $"
)
"""What is done to a firm as "à" is: sold to it, allowed, thanks to it."""
_OF_DEPARTMENT = re.compile(r"(?<=[\s,])(?:à|À|près de|de|in|near)[ \u00a0]$")
_GLOSSED = re.compile(r"[ \u00a0\u202f]\((?=[A-ZÀ-Þ])")
_TOWN_OF = re.compile(r"(?<![\w’'-])(?:à|À|près de)[ \u00a0]([A-ZÀ-Þ][\w’'-]{2,40})[ \u00a0\u202f]\((?=[A-ZÀ-Þ])")


def towns_of(text: str, places: Gazetteer) -> frozenset[str]:
    """Names that a text calls towns once, by their department: they are no firms further on either."""
    told = (match for match in _TOWN_OF.finditer(text) if places.within(match.end(), match.end() + 1))
    return frozenset(match[1] for match in told)


def put_at(text: str, soft: str, span: tuple[int, int], left: int, places: Gazetteer) -> bool:
    """Tell whether something is put at the name of a span, which is a town then; ``left`` begins its sentence.

    Of one word only, or with its department behind it: who holds a longer name is a firm more often.
    """
    start, end = span
    if _AT_TOWN.search(text, max(left, start - 9), start) and " " not in text[start:end]:
        return not _GIVEN.search(soft, max(left, start - 40), start)
    gloss = _GLOSSED.match(text, end)
    if gloss is None or not places.within(gloss.end(), gloss.end() + 1):
        return False
    return bool(_OF_DEPARTMENT.search(text, max(left, start - 9), start))
