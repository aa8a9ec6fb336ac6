"""Bare numbers that go on from the value before: "et 110 à un autre", "contre six ailleurs", "seize autres"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from maeditor.extraction.claims.article_view import ArticleView, Claim, Said
from maeditor.extraction.claims.head_nouns import MAGNITUDE, count_of, head_noun, noun_property
from maeditor.extraction.claims.labels import labelled_claims
from maeditor.extraction.claims.magnitude_alone import by_last
from maeditor.extraction.claims.measures import measure_claims
from maeditor.extraction.claims.rules import by_unit, counted
from maeditor.extraction.claims.scales import times, written_scale
from maeditor.extraction.interface import Mention, MentionKind

_ADDED = re.compile(
    r"(?:, |soit |et |and |sur les |port\w+ a |ramen\w+ a |raised to |lifted to |cut to |expanded to "
    r"|extensibles? (?:a|jusqu'a) |expandable to |scalable to |rising to |a hauteur de "
    r"|(?:la barre|le cap|le seuil) des |pouvant (?:monter|aller) (?:a|jusqu'a) "
    r"|(?:with )?(?:an )?options? (?:sur|on|for) "
    r"|out of (?:the )?|en plus des |on top of (?:the )?(?:current |existing )?"
    r"|puis |then |plus |\(|contre |against |ou |or |versus |from )(?:environ |about |pres de "
    r"|quelque |another |encore |a further )?$"
)
# "gros œuvre, 3,2 milliards ; toiture, 1,1 ; accès, 0,9"
_SMALLEST = Decimal("0.2")
_THOUSAND = 1000
_NEXT_ITEM = re.compile(r" ?; [^;.,\d]{2,40}, ")
_DOWN_TO = re.compile(
    r"(?:passe\w* de|from) [^.;,]{0,30} (?:a|to)"
    r"(?: (?:about|around|just|over|under|nearly|roughly|some|only|almost|below|more than|less than|environ"
    r"|pres de))* $"
)
_LEVEL_OF = re.compile(
    r"(?<!\w)(?:from|against|versus|compared with|than) (?:an?|its|their|the)(?: [\w-]+)?"
    r" (?:peak|high|low|trough|record|average|rate) of $"
)
_MORE_OF = re.compile(r"(?<!\w)(?:a further|another) $")
_OF_THE = re.compile(r" of (?:the|its|their|our|those|these)(?= [a-z])")
_SEVERAL = re.compile(r"(?<![su'i])s$|(?:people|men|women|children)$")
_IN_TIME = re.compile(r" (?:a terme|au total|eventually|in time)(?!\w)")
_TOTAL = re.compile(
    r"(?:l'ensemble|le tout|le total|au total|en tout|the whole|the total|in all|in total|all told),?"
    r"(?: (?:un peu|plus de|moins de|pres de|environ|a|about|around|just|over|under|some|to|coutera|cost))* $"
)
_EN = re.compile(
    r"(?<!\w)en (?:a|ont|aura|auront|avait|compte\w*|\w{3,}(?:ra|ront|ait|aient|ent|e))"
    r" (?:(?:environ|pres de|plus de|quelque|deja|desormais|aujourd'hui) )*$"
)
_OF_THEM = re.compile(r" (?:of (?:them|which|whom|those)|d'entre (?:eux|elles))(?!\w)")
_DO = re.compile(r" (?:sont|ont|seront|auront|\w{3,}ront|are|were|have|had|will be)(?!\w)")
_OUT_OF = re.compile(r"(?<!\w)(?:sur|of|parmi)(?: les| the| ses| its)? $")
_AGAINST = re.compile(
    r"(?:contre|against|versus|from|sur les|port\w+ a|ramen\w+ a|(?:raised|lifted|cut|expanded|rising) to"
    r"|out of(?: the)?|(?:extensibles?|expandable|scalable) (?:a|jusqu'a|to)|pouvant (?:monter|aller) (?:a|jusqu'a)) "
)
_LOOSE_END = re.compile(
    r"\)|[,.;»\"]| [»\";]|$| (?:a|aujourd'hui|ensuite|today|afterwards|later|now|prevue?s?|attendue?s?|programmee?s?"
    r"|planned|un an"
    r"|(?:one|two|three|four|five|ten|a|un|deux|trois|quatre|cinq|dix|\d+) (?:years?|months?|ans?|mois)"
    r"|autres|others|au|aux|en|dans|sur|pour|chez|pendant|during"
    r"|in|at|for|by|on"
    r"|to|under|with|from|de plus"
    r"|more|cette|this|l'an|lors|d'ici)(?!\w)"
)
_OTHERS = re.compile(r"(?:autres|others)(?!\w)")


def further_claims(view: ArticleView, said: Said, mention: Mention, index: int, before: str) -> list[Claim]:
    """Read a bare number by the value it goes on from; ``before`` is what stands before it in the sentence."""
    return (
        _those(view, said, mention)
        or _of_the(view, said, mention)
        or _of_them(view, said, mention, index)
        or _as_before(view, mention, before)
        or _whole(view, said, mention, index, before)
        or _further(view, said, mention, index, before)
    )


def other_claims(view: ArticleView, said: Said, mention: Mention, noun: str, end: int) -> list[Claim]:
    """Read "seize autres" by the noun counted before."""
    if not _OTHERS.match(noun) or not isinstance(mention.value, Decimal) or mention.value < 2:
        return []
    last = next(reversed(view.between(said.start, mention.start)), None)
    if last is not None and last.kind is MentionKind.QUANTITY and by_unit(last.unit) in {"area", "capacity_power"}:
        return _weak(measure_claims(view, said, replace(mention, kind=last.kind, unit=last.unit, end=end)))
    for other in reversed(view.between(max(0, said.start - 200), mention.start)):
        apart = other.start < said.start and view.text.count("\n", other.start, mention.start)
        if other.kind is not MentionKind.COUNT or apart:
            continue
        known, _ = head_noun(view, other, mention.start)
        if known and not _OTHERS.match(known) and counted(known) != "never":
            return [count_of(mention, counted(known), end, known, 0.5)]
    return []


def _further(view: ArticleView, said: Said, mention: Mention, index: int, before: str) -> list[Claim]:
    """Read "et 110 à un autre", "plus 3 000 pendant les travaux", "contre six ailleurs" by the value just before."""
    if (
        not index
        or not (_ADDED.search(before) or _DOWN_TO.search(before) or _LEVEL_OF.search(before))
        or not _LOOSE_END.match(view.soft, mention.end, said.end)
    ):
        return []
    for other in reversed(said.mentions[:index]):
        between = view.soft[other.end : mention.start]
        if mention.start - other.end > 120 or (re.search(r"[.;!?] ", between) and not _NEXT_ITEM.fullmatch(between)):
            break
        if _closes_a_list(view, other, mention):
            return []
        bracket = view.soft[other.end : mention.start].partition(")")
        if bracket[1] and "(" not in bracket[0]:
            continue
        scale = written_scale(other)
        if other.kind in {MentionKind.COUNT, MentionKind.CARDINAL} and scale > 1:
            if not MAGNITUDE.search(view.soft, other.start, other.end) or _AGAINST.search(before):
                break
            lent = replace(mention, value=_grown(mention, scale))
            return _weak(by_last(view, said, lent, said.mentions.index(other) + 1))
        if other.kind is MentionKind.COUNT:
            noun, _ = head_noun(view, other, said.end)
            name = noun_property(view, other, noun, said.start, said.end) if noun else "never"
            return [count_of(mention, name, mention.end, noun, 0.4)] if name != "never" else []
        if other.kind is MentionKind.CARDINAL and scale == 1:
            told = [claim for claim in labelled_claims(view, said, other) if claim.property != "rank"]
            return [count_of(mention, claim.property, mention.end, claim.noun, 0.4) for claim in told]
        if (
            other.kind is MentionKind.MONEY
            and scale > 1
            and (not _AGAINST.search(before) or _akin(mention.value, other.value, scale))
        ):
            lent = replace(mention, kind=other.kind, unit=other.unit, value=_grown(mention, scale))
            return [replace(claim, strength=0.5) for claim in measure_claims(view, said, lent)]
        lent_by = _unit_before(view, said, mention, other, before)
        if lent_by:
            return lent_by
    return []


def _unit_before(view: ArticleView, said: Said, mention: Mention, other: Mention, before: str) -> list[Claim]:
    """Read a bare number in the unit of a quantity or a rate before it."""
    if other.kind is MentionKind.PERCENTAGE and _AGAINST.search(before):
        return _rate_before(view, said, mention, other)
    if other.kind is MentionKind.QUANTITY and _lends(view, mention, before):
        return _weak(measure_claims(view, said, replace(mention, kind=other.kind, unit=other.unit)))
    return []


def _rate_before(view: ArticleView, said: Said, mention: Mention, other: Mention) -> list[Claim]:
    """Read "5.2 per cent, from a peak of 7.15": what a rate is set against is of its kind and about its size."""
    told = measure_claims(view, said, other) if _akin(mention.value, other.value, Decimal(1)) else []
    lent = replace(mention, kind=other.kind, unit=other.unit)
    claims = measure_claims(view, said, lent) if told and isinstance(mention.value, Decimal) else []
    return [
        replace(each, property=told[-1].property, rule=told[-1].rule, value=abs(each.value), strength=0.6)
        for each in claims
        if isinstance(each.value, Decimal)
    ]


def _akin(value: Decimal | str | None, other: Decimal | str | None, scale: Decimal) -> bool:
    """Tell whether a bare number is of the size of what it is set against: 798 against 710 millions."""
    if not isinstance(value, Decimal) or not isinstance(other, Decimal) or not value:
        return False
    return _SMALLEST <= other / scale / value <= 1 / _SMALLEST


def _grown(mention: Mention, scale: Decimal) -> Decimal | str | None:
    """Give a number the magnitude told before, unless it has thousands of its own: "1.1 million, 60,000 more"."""
    own = isinstance(mention.value, Decimal) and mention.value >= _THOUSAND
    return mention.value if own else times(mention.value, scale)


def _closes_a_list(view: ArticleView, other: Mention, mention: Mention) -> bool:
    """Tell "Kribi (40 MW) et Limbé (25)": the list gives the unit, not what is counted before."""
    closed = view.soft[mention.start - 1 : mention.start] == "(" and view.soft[mention.end : mention.end + 1] == ")"
    return closed and bool(other.unit) and view.soft[other.start - 1 : other.start] == "("


def _lends(view: ArticleView, mention: Mention, before: str) -> bool:
    """Tell whether a bare number takes the unit before it: "contre 12", "40 MW au Ghana, 30 au Togo"."""
    if _AGAINST.search(before) or _OTHERS.match(view.soft, mention.end + 1):
        return True
    return bool(view.places.within(mention.end, mention.end + 12) or _IN_TIME.match(view.soft, mention.end))


def _those(view: ArticleView, said: Said, mention: Mention) -> list[Claim]:
    """Read "Seules quatre ont abouti", "; deux sont en chantier" by what was counted just before."""
    if not _DO.match(view.soft, mention.end, said.end) or not isinstance(mention.value, Decimal) or mention.value < 2:
        return []
    floor = max(view.paragraph_start(mention.start), mention.start - 250)
    more = _MORE_OF.search(view.soft, max(said.start, mention.start - 12), mention.start) is not None
    for other in reversed(view.between(floor, mention.start)):
        if other.kind is MentionKind.QUANTITY and _OUT_OF.search(view.soft, said.start, other.start):
            return _weak(measure_claims(view, said, replace(mention, kind=other.kind, unit=other.unit)))
        fewer = isinstance(other.value, Decimal) and (other.value > mention.value or more)
        if other.kind is MentionKind.COUNT and fewer:
            noun, _ = head_noun(view, other, mention.start)
            name = noun_property(view, other, noun, floor, mention.start) if noun else "never"
            return [count_of(mention, name, mention.end, noun, 0.5)] if name != "never" else []
    return []


def _of_the(view: ArticleView, said: Said, mention: Mention) -> list[Claim]:
    """Read "leased three of the towers" by the noun after."""
    of = _OF_THE.match(view.soft, mention.end, said.end)
    if of is None or not isinstance(mention.value, Decimal) or mention.value < 2:
        return []
    noun, end = head_noun(view, replace(mention, end=of.end()), said.end)
    if not noun or not _SEVERAL.search(view.soft, of.end(), end):
        return []
    name = noun_property(view, mention, noun, said.start, said.end)
    return [count_of(mention, name, mention.end, noun, 0.5)] if name != "never" else []


def _of_them(view: ArticleView, said: Said, mention: Mention, index: int) -> list[Claim]:
    """Read "eleven stations, four of them underground" by what was counted before in the sentence."""
    if not _OF_THEM.match(view.soft, mention.end, said.end) or not isinstance(mention.value, Decimal):
        return []
    for other in reversed(said.mentions[:index]):
        if other.kind in {MentionKind.COUNT, MentionKind.CARDINAL}:
            noun, _ = head_noun(view, other, mention.start)
            name = noun_property(view, other, noun, said.start, mention.start) if noun else "never"
            if name != "never":
                return [count_of(mention, name, mention.end, noun, 0.6)]
    return []


def _as_before(view: ArticleView, mention: Mention, before: str) -> list[Claim]:
    """Read "l'école en formera 1 500" by the noun last counted: the pronoun stands for it."""
    if not _EN.search(before) or not isinstance(mention.value, Decimal) or mention.value < 2:
        return []
    floor = max(view.paragraph_start(mention.start), mention.start - 250)
    for other in reversed(view.between(floor, mention.start)):
        if other.kind is MentionKind.COUNT:
            noun, _ = head_noun(view, other, mention.start)
            name = noun_property(view, other, noun, floor, mention.start) if noun else "never"
            return [count_of(mention, name, mention.end, noun, 0.5)] if name != "never" else []
    return []


def _whole(view: ArticleView, said: Said, mention: Mention, index: int, before: str) -> list[Claim]:
    """Read "95 M€ ; l'ensemble, un peu plus de 260": the total in the money of the part."""
    if not index or not _TOTAL.search(before) or not _LOOSE_END.match(view.soft, mention.end, said.end):
        return []
    other = said.mentions[index - 1]
    scale = written_scale(other)
    if other.kind is not MentionKind.MONEY or scale == 1:
        return []
    lent = replace(mention, kind=other.kind, unit=other.unit, value=times(mention.value, scale))
    return _weak(measure_claims(view, said, lent))


def _weak(claims: list[Claim]) -> list[Claim]:
    return [replace(claim, strength=0.6) for claim in claims]
