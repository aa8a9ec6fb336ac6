"""Plain numbers told by the words before them: ``Groupes électrogènes : 3``, "PUE de 1,3", "headcount rose to 75"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from maeditor.extraction.claims.article_view import ArticleView, Claim, Said
from maeditor.extraction.claims.head_nouns import count_of
from maeditor.extraction.claims.rules import counted
from maeditor.extraction.interface import Mention, MentionKind

_LABEL = re.compile(
    r"(?:^|[/|•·;:\n,(>])\s*[^\w(\s]{0,3}\s*([^/|•·;:\n,()]{2,60}?) ?[:=\n] "
    r"?(?:\w+ de |environ |pres de |[~≈<>]|[+-] de )?$"
)
_HEADING = re.compile(r"(?:nombre|number) (?:de |d'|des |of )([a-z][\w'-]*(?: [a-z][\w'-]*)?)[^.\n]{0,30}\n")
_RANK_LABEL = re.compile(r"rang|classement|rank|position|place")
_PLURAL_LABEL = re.compile(r"(?:s|x|people|staff|capacity)\b|nombre|number|total|عدد|مجموع|اجمالي")
_PUE = re.compile(r"(?:(?<!\w)pue\W|power usage effectiveness)[^.;]{0,85}$")
_HEADCOUNT = re.compile(
    r"(?:(?:headcount|workforce|effectifs?|staff|payroll|equipe),?(?: (?:is|was|now|to|of|at|from|go|going|numbers"
    r"|stands at|a|de|est de"
    r"|atteint|s'etablit a|totalise|compte|will|would|grow|grown|risen|fallen|climbed|swelled|doubled|trebled|tripled"
    r"|has|have|had|rise|increase|by|passera|passee?|est|double|triple|actuel|total|desormais|just|only|a peine))+"
    r"|(?:nous|on) (?:sommes|serons|etions|est|sera|etait)(?: (?:aujourd'hui|desormais|deja|actuellement|maintenant))?"
    r"|(?:emploi(?:e|ent|era|eront|erait|eraient)|employ|employs|employed|employing|employant)"
    r"|we (?:are|were|will be)(?: (?:now|already|currently|today))?)"
    r" (?:(?:just |well |only )?(?:about|over|under|above|environ|plus de|pres de|some|nearly|quelque) )?$"
)
_IN_NUMBER = re.compile(r"(?<!\w)([a-z][a-z'-]{2,}),? (?:qui sont |sont |etaient )?au nombre de $")


def pue_claims(view: ArticleView, said: Said, mention: Mention) -> list[Claim]:
    """Read a number between 1 and 3 after "PUE"."""
    before = view.soft[max(said.start, mention.start - 95) : mention.start]
    if not isinstance(mention.value, Decimal) or not 1 <= mention.value <= 3 or not _PUE.search(before):
        return []
    return [replace(count_of(mention, "pue", mention.end, "pue"), rule="pue.label", kind=MentionKind.QUANTITY)]


def _numbering(view: ArticleView, said: Said, mention: Mention) -> list[Claim]:
    """Read "les loges, au nombre de 128" by the noun before."""
    told = _IN_NUMBER.search(view.soft, max(said.start, mention.start - 70), mention.start)
    name = counted(told.group(1)) if told else "never"
    return [count_of(mention, name, mention.end, told.group(1), 0.7)] if told and name != "never" else []


def labelled_claims(view: ArticleView, said: Said, mention: Mention) -> list[Claim]:
    """Read a number by the words before it."""
    return _by_label(view, said, mention) or _numbering(view, said, mention)


def _by_label(view: ArticleView, said: Said, mention: Mention) -> list[Claim]:
    """Read ``Groupes électrogènes : 3`` or ``PUE de 1,3``."""
    pue = pue_claims(view, said, mention)
    if pue:
        return pue
    before = view.soft[max(said.start, mention.start - 70) : mention.start]
    if _HEADCOUNT.search(before):
        return [count_of(mention, "jobs", mention.end, "", 0.7)]
    label = _LABEL.search(before)
    billions = re.search(r"milliard|billion|md|bn", view.soft[mention.start : mention.end])
    if not label or billions or mention.kind is MentionKind.YEAR:
        return []
    words = label.group(1).strip().removeprefix("عدد ")
    if _RANK_LABEL.match(words):
        return [replace(count_of(mention, "rank", mention.end, words), kind=MentionKind.RANK, rule="rank.label")]
    name = counted(words)
    if name == "never" or not re.search(r"[a-zء-ي]{4}", words):
        return []
    heading = list(_HEADING.finditer(view.soft, max(0, said.start - 400), said.start))
    if heading and name == "count_other" and mention.end == said.end:
        return [count_of(mention, counted(heading[-1].group(1)), mention.end, heading[-1].group(1), 0.6)]
    if name == "count_other" and not _PLURAL_LABEL.search(label.group(1)):
        return []
    return [count_of(mention, name, mention.end, words, 0.7)]
