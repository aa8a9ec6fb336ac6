"""Bounds told by a verb a word or two before the value, and words that only look like a bound."""

from __future__ import annotations

import re
from dataclasses import replace

from maeditor.domain.values import Comparator
from maeditor.extraction.claims.article_view import ArticleView, Said
from maeditor.extraction.interface import Mention

# As in: le coût avoisinerait désormais les 7 milliards, le taux flirte à nouveau avec les 40 %.
_NEARLY = re.compile(
    r"(?<!\w)(?:avoisin|frol|tutoi|flirt)\w* (?:(?:desormais|deja|aujourd'hui|maintenant|a nouveau|encore|ainsi) )?"
    r"(?:avec )?(?:la barre |le cap |le seuil )?(?:des|les|de|d'|la|le)? ?$"
)
# "edged up to 4 %" is no bound, nor is "under a 15-year contract".
_RISEN = re.compile(
    r"(?<!\w)(?:edg|went|mov|tick|ros|ris|creep|crept|climb|shot|jump|inch|pick|gon|ramp|goes)\w* up to $"
)
_UNDER = re.compile(r"(?<!\w)under (?:an?|the|its|this|one) $")
_PASSED = re.compile(
    r"(?<!\w)(?:pass|cross|top|break|broke|breach|surpass|clear)\w*(?: through)? the (?:[a-z]{2,3} ?)?$"
)
_MARK = re.compile(r" ?(?:mark|threshold|barrier|milestone|level|line)(?!\w)")
# "Above the 2% target" tells the target.
_BESIDE = re.compile(r"(?<!\w)(?:above|below|over|under|beyond) (?:the|its|their|an?) $")
_AIM = re.compile(r" (?:target|ceiling|threshold|average|limit|forecast|estimate|goal|norm)s?(?!\w)")


def with_bound(view: ArticleView, said: Said, mention: Mention) -> Mention:
    """Give a value the bound that its sentence tells."""
    before = view.soft[max(said.start, mention.start - 45) : mention.start]
    if mention.comparator is Comparator.EQUAL and _NEARLY.search(before):
        return replace(mention, comparator=Comparator.ABOUT)
    if mention.comparator is Comparator.EQUAL and _PASSED.search(before) and _MARK.match(view.soft, mention.end):
        return replace(mention, comparator=Comparator.MORE)
    if _BESIDE.search(before) and _AIM.match(view.soft, mention.end):
        return replace(mention, comparator=Comparator.EQUAL)
    if _RISEN.search(before) or ("-" in mention.text and _UNDER.search(before)):
        return replace(mention, comparator=Comparator.EQUAL)
    return mention
