"""Bare numbers that take unit or noun of a value near by: "de 12 à 18 hectares", "3 des 10 bâtiments"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from maeditor.extraction.claims.article_view import ArticleView, Claim, Said
from maeditor.extraction.claims.further_values import further_claims
from maeditor.extraction.claims.head_nouns import MAGNITUDE, count_of, head_noun, is_year, noun_property
from maeditor.extraction.claims.magnitude_alone import by_last, subject_count
from maeditor.extraction.claims.measures import measure_claims
from maeditor.extraction.claims.parts import is_part, part_of
from maeditor.extraction.claims.rules import by_unit, counted
from maeditor.extraction.claims.scales import LINK, times, written_scale
from maeditor.extraction.interface import Mention, MentionKind

_NUMBER_OF = re.compile(r"(?:nombre|number) (?:total )?(?:de |d'|des |of )([a-z][\w'-]*(?: [a-z][\w'-]*)?)")
_REACHES = re.compile(
    r"(?:passe\w*|atteint|atteindra|etabli\w*|eleve\w*|est|etait|sera|porte\w*|reach\w*|stands?|stood|rose"
    r"|fell|grew|was|is"
    r"|from|de|a|to|at|contre|against)(?: (?:de|a|to|at|from|environ|pres de|about|desormais|now))* $"
)
_TOTALLED = re.compile(
    r"(?:(?:en|y) (?:avons|avez|ont|a|aurons|comptons|exploitons|gerons|operons|compte|comptait|denombre"
    r"|recense|exploite"
    r"|possede|gere|opere|totalise|abrite)|au nombre de|sont au nombre de|leur nombre (?:a atteint|atteint"
    r"|est de|passe a)"
    r"|had|has|totalling|totaling|with) $"
)


def borrowed_claims(view: ArticleView, said: Said, mention: Mention, index: int) -> list[Claim]:
    """Read a number without unit or noun by its neighbours; nothing where none fits."""
    soft = view.soft
    scaled = bool(MAGNITUDE.search(soft, mention.start, mention.end))
    following = said.mentions[index + 1] if index + 1 < len(said.mentions) else None
    if following and LINK.fullmatch(soft[mention.end : following.start]):
        lent = _by_next(view, said, mention, following, scaled)
        if lent:
            return lent
    if following and soft[mention.end : following.start] == " " and by_unit(following.unit) not in {None, "duration"}:
        noun, end = head_noun(view, following, said.end)
        if noun and counted(noun) == "count_other" and not scaled:
            return [count_of(mention, "count_other", end, noun, 0.7)]
    if scaled:
        return by_last(view, said, mention, index)
    if is_year(mention):
        return []
    before = soft[max(said.start, mention.start - 40) : mention.start]
    if is_part(before):
        return part_of(view, said, mention, index)
    subject = (
        subject_count(view, said, mention) if isinstance(mention.value, Decimal) and mention.value >= 100 else None
    )
    if subject is not None:
        return subject
    lent = further_claims(view, said, mention, index, before)
    if lent:
        return lent
    named = _NUMBER_OF.search(soft, said.start, mention.start)
    if named and _REACHES.search(before) and counted(named.group(1)) != "never":
        return [count_of(mention, counted(named.group(1)), mention.end, named.group(1), 0.6)]
    value = mention.value
    if _TOTALLED.search(before) and view.about_datacenters and isinstance(value, Decimal) and 2 <= value < 10_000:
        return [count_of(mention, "count_datacenters", mention.end, "", 0.5)]
    return []


def _by_next(view: ArticleView, said: Said, mention: Mention, following: Mention, scaled: bool) -> list[Claim]:
    """Unit or noun of the number that follows: "de 5 à 20 MW", "de 50 à 200 appareils"."""
    scale = Decimal(1) if scaled else written_scale(following)
    value = times(mention.value, scale)
    if following.unit.startswith("{") and following.kind is MentionKind.COUNT:
        return [count_of(replace(mention, unit=following.unit, value=value), "count_other", mention.end, "", 0.8)]
    if following.unit and following.kind not in {MentionKind.COUNT, MentionKind.CARDINAL}:
        if scaled and not MAGNITUDE.search(view.soft, following.start, following.end):
            return []
        unit, kind = following.unit, following.kind
        lent = replace(mention, kind=kind, unit=unit, value=value, value2=times(mention.value2, scale))
        return [replace(claim, strength=0.8) for claim in measure_claims(view, said, lent)]
    noun, _ = head_noun(view, following, said.end)
    if not noun or is_year(following) or mention.kind not in {MentionKind.CARDINAL, MentionKind.COUNT}:
        return []
    name = noun_property(view, following, noun, said.start, said.end)
    return [] if name == "never" else [count_of(replace(mention, value=value), name, mention.end, noun, 0.7)]
