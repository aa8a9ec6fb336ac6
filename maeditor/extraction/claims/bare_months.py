"""Months told without their year: "saisie en janvier", "trenching begins in September"."""

from __future__ import annotations

import re

from maeditor.domain.values import Comparator
from maeditor.extraction.claims.article_view import ArticleView, Said
from maeditor.extraction.interface import Mention, MentionKind

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier january",
            "fevrier february",
            "mars march",
            "avril april",
            "mai may",
            "juin june",
            "juillet july",
            "aout august",
            "septembre september",
            "octobre october",
            "novembre november",
            "decembre december",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = re.compile(
    r"(?<!\w)(?P<led>en|depuis|d'ici(?: a)?|des|a partir de|courant|au mois de|du mois de|in|since|by|from|until)"
    r" (?:la |the )?(?P<part>fin |debut |mi-|late |early |mid-|end of |beginning of )?"
    rf"(?P<month>{'|'.join(_MONTHS)})(?! ?\d|\w)|(?<!\w)(?P<alone>fin|debut|mi|late|early|mid)[ -]"
    rf"(?P<other>{'|'.join(_MONTHS)})(?! ?\d|\w)"
)
_BOUNDS = {
    "des": Comparator.AT_LEAST,
    "a partir de": Comparator.AT_LEAST,
    "from": Comparator.AT_LEAST,
    "d'ici": Comparator.AT_MOST,
    "d'ici a": Comparator.AT_MOST,
    "by": Comparator.AT_MOST,
}


def bare_months(view: ArticleView, said: Said) -> list[Mention]:
    """Find the months of one sentence that have neither day nor year; their value is ``--MM``."""
    if not view.published:
        return []
    found = []
    for match in _MONTH.finditer(view.soft, said.start, said.end):
        name = "month" if match["month"] else "other"
        start = match.start("part") if match["part"] else match.start(name)
        start = match.start("alone") if match["alone"] else start
        if any(mention.start < match.end(name) and start < mention.end for mention in said.mentions):
            continue
        rounded = match["part"] or match["alone"]
        bound = Comparator.ABOUT if rounded else _BOUNDS.get(match["led"] or "", Comparator.EQUAL)
        value = f"--{_MONTHS[match[name]]:02d}"
        text = view.text[start : match.end(name)]
        found.append(Mention(start, match.end(name), text, MentionKind.DATE, value, comparator=bound))
    return found
