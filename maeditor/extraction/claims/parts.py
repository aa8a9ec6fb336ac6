"""Numbers that are a part of the value before: "dont 720 directs", "including 120 for Morocco"."""

from __future__ import annotations

import re
from dataclasses import replace

from maeditor.extraction.claims.article_view import ArticleView, Claim, Said
from maeditor.extraction.claims.head_nouns import count_of, head_noun, noun_property
from maeditor.extraction.claims.magnitude_alone import by_last
from maeditor.extraction.claims.measures import measure_claims
from maeditor.extraction.claims.rules import by_unit, counted
from maeditor.extraction.claims.scales import times, written_scale
from maeditor.extraction.interface import Mention, MentionKind

_PART = re.compile(
    r"(?:dont|including|of which|of whom|parmi lesquels|parmi lesquelles)"
    r" (?:environ |pres de |quelque |about |some |plus de |over )?$"
)
_ADVERBIAL = re.compile(
    r"(?:\w+ment|direct\w*|indirect\w*|permanent\w*|qualifie\w*|locaux|locales|femmes|women|skilled|temporary"
    r"|saisonni\w*)(?!\w)"
)
_ENDS_CLAUSE = re.compile(r" [a-z'-]{4,}(?: ?[,.;:)]| et | and |$)")
_LENT_TO = re.compile(r" [^\W\d_]+(?:é|ée|és|ées) (?:par|à|au|aux|en|pour|sur|dans)(?!\w)")
_LENT = re.compile(
    r" (?:pret|emprunt|de dette|en dette|de prets|de subvention|de dons|lent|in loans|in debt|of debt|in grants|borrow)"
)
_EXTENTS = frozenset({"duration", "length", "area"})


def is_part(before: str) -> bool:
    """Tell whether the words before a number make it a part of the value before."""
    return bool(_PART.search(before))


def part_claims(view: ArticleView, said: Said, mention: Mention, index: int, noun: str) -> list[Claim]:
    """Read "dont 2 300 hautement qualifiés": the words after only describe what was counted before."""
    before = view.soft[max(said.start, mention.start - 40) : mention.start]
    lent = _LENT_TO.match(view.text, mention.end)
    if not is_part(before) or not (lent or _ADVERBIAL.match(noun) or _ENDS_CLAUSE.match(view.soft, mention.end)):
        return []
    if counted(noun) not in {"count_other", "jobs"}:
        return []
    return part_of(view, said, mention, index)


def part_of(view: ArticleView, said: Said, mention: Mention, index: int) -> list[Claim]:
    """Read "dont 720" and "dont 120 pour le Maroc" by the value they are a part of."""
    nearest = said.mentions[index - 1] if index else None
    if nearest is not None and mention.start - nearest.end <= 8 and by_unit(nearest.unit) in _EXTENTS:
        return _weak(measure_claims(view, said, replace(mention, kind=MentionKind.QUANTITY, unit=nearest.unit)))
    for place in range(index - 1, -1, -1):
        other = said.mentions[place]
        scale = written_scale(other)
        if other.kind in {MentionKind.MONEY, MentionKind.CARDINAL} and scale > 1:
            scaled = replace(mention, value=times(mention.value, scale))
            if other.kind is MentionKind.CARDINAL:
                return by_last(view, said, scaled, place)
            return _share_of(view, said, replace(scaled, kind=MentionKind.MONEY, unit=other.unit), other)
        if other.kind is MentionKind.QUANTITY and by_unit(other.unit) not in _EXTENTS:
            return _weak(measure_claims(view, said, replace(mention, kind=MentionKind.QUANTITY, unit=other.unit)))
        if other.kind in {MentionKind.COUNT, MentionKind.CARDINAL}:
            noun, _ = head_noun(view, other, said.end)
            name = noun_property(view, other, noun, said.start, said.end) if noun else "never"
            if not noun and view.soft[max(0, other.start - 2) : other.start] == ": ":
                return [count_of(mention, "count_other", mention.end, "", 0.5)]
            if name != "never":
                return [count_of(mention, name, mention.end, noun, 0.6)]
    last = said.mentions[index - 1] if index else None
    if last is not None and last.unit and by_unit(last.unit) in _EXTENTS:
        return _weak(measure_claims(view, said, replace(mention, kind=MentionKind.QUANTITY, unit=last.unit)))
    return []


def _share_of(view: ArticleView, said: Said, part: Mention, whole: Mention) -> list[Claim]:
    """State a part of an amount as what the amount is, unless it is lent or given."""
    parents = measure_claims(view, said, whole)
    claims = _weak(measure_claims(view, said, part))
    if not parents or _LENT.match(view.soft, part.end, said.end):
        return claims
    return [replace(claim, property=parents[0].property, rule=f"{parents[0].property}.part") for claim in claims]


def _weak(claims: list[Claim]) -> list[Claim]:
    return [replace(claim, strength=0.6) for claim in claims]
