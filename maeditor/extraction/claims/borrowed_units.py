"""Bare numbers that take unit or noun of another value: "de 0,75 à 1,5 MW", "dont 720 directs", "puis 300 millions"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from maeditor.extraction.claims.article_view import ArticleView, Claim, Said
from maeditor.extraction.claims.head_nouns import MAGNITUDE, count_of, head_noun, is_year, noun_property
from maeditor.extraction.claims.measures import measure_claims
from maeditor.extraction.claims.rules import by_unit, counted, decide, noun_pattern
from maeditor.extraction.claims.scales import LINK, times, written_scale
from maeditor.extraction.interface import Mention, MentionKind

_BACK = 20_000
_PART = re.compile(
    r"(?:dont|including|of which|of whom|parmi lesquels|parmi lesquelles)"
    r" (?:environ |pres de |quelque |about |some |plus de |over )?$"
)
_ADVERBIAL = re.compile(
    r"(?:\w+ment|direct\w*|indirect\w*|permanent\w*|qualifie\w*|locaux|locales|femmes|women|skilled|temporary"
    r"|saisonni\w*)(?!\w)"
)
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
_COUNTING = re.compile(
    r"(?:number\w*|hit|reach\w*|pass\w*|total\w*|atteint|atteignent|depass\w*|s'elev\w* a|stands? at|stood at"
    r"|to|at|exceed\w*|top\w*"
    r"|franchi\w*|compte\w*|sont|were|a|is|of)(?: (?:about|environ|pres de|some|nearly|over|more than|plus de"
    r"|now|quelque|les|de|le cap des))* $"
)
_MONEYED = re.compile(
    r"revenue|capex|profit|chiffre d'affaires|cout|cost|invest|montant|credit|depot|encours|deposit|loan"
    r"|facture|valeur|value|worth|prix"
)
_SHILLINGS = {"KE": "KES", "UG": "UGX", "TZ": "TZS", "SO": "SOS"}
_ENDS_CLAUSE = re.compile(r" [a-z'-]{4,}(?: ?[,.;:)]| et | and |$)")
_ADDED = re.compile(
    r"(?:, |et |and |sur les |port\w+ a |ramen\w+ a |raised to |lifted to |cut to |expanded to "
    r"|out of (?:the )?|en plus des |on top of (?:the )?(?:current |existing )?"
    r"|puis |then |plus |\(|contre |against |ou |or |versus |from )(?:environ |about |pres de "
    r"|quelque |another |encore |a further )?$"
)
_DOWN_TO = re.compile(r"(?:passe\w* de|from) [^.;,]{0,30} (?:a|to) $")
_IN_TIME = re.compile(r" (?:a terme|au total|eventually|in time)(?!\w)")
_TOTAL = re.compile(
    r"(?:l'ensemble|le tout|le total|au total|en tout|the whole|the total|in all|in total|all told),?"
    r"(?: (?:un peu|plus de|moins de|pres de|environ|a|about|around|just|over|under|some|to|coutera|cost))* $"
)
_DO = re.compile(r" (?:sont|ont|seront|auront|are|were|have|had|will be)(?!\w)")
_LENT_TO = re.compile(r" [^\W\d_]+(?:é|ée|és|ées) (?:par|à|au|aux|en|pour|sur|dans)(?!\w)")
_LENT = re.compile(
    r" (?:pret|emprunt|de dette|en dette|de prets|de subvention|de dons|lent|in loans|in debt|of debt|in grants|borrow)"
)
_AGAINST = re.compile(
    r"(?:contre|against|versus|from|sur les|port\w+ a|ramen\w+ a|(?:raised|lifted|cut|expanded) to|out of(?: the)?) "
)
_LOOSE_END = re.compile(
    r"\)|[,.;»\"]| [»\"]|$| (?:a|aujourd'hui|today|now|prevue?s?|attendue?s?|programmee?s?|planned|un an"
    r"|autres|others|au|aux|en|dans|sur|pour|chez|pendant|during"
    r"|in|at|for|by|on"
    r"|to|under|with|from|de plus"
    r"|more|cette|this|l'an|lors|d'ici)(?!\w)"
)
_OTHERS = re.compile(r"(?:autres|others)(?!\w)")
_EXTENTS = frozenset({"duration", "length", "area"})


def borrowed_claims(view: ArticleView, said: Said, mention: Mention, index: int) -> list[Claim]:
    """Read a number without unit or noun by its neighbours; nothing where none fits."""
    soft = view.soft
    scaled = bool(MAGNITUDE.search(soft, mention.start, mention.end))
    following = said.mentions[index + 1] if index + 1 < len(said.mentions) else None
    if following and LINK.fullmatch(soft[mention.end : following.start]):
        lent = _by_next(view, said, mention, following, scaled)
        if lent:
            return lent
    if following and soft[mention.end : following.start] == " " and by_unit(following.unit):
        noun, end = head_noun(view, following, said.end)
        if noun and counted(noun) == "count_other" and not scaled:
            return [count_of(mention, "count_other", end, noun, 0.7)]
    if scaled:
        return _by_last(view, said, mention, index)
    if is_year(mention):
        return []
    before = soft[max(said.start, mention.start - 40) : mention.start]
    if _PART.search(before):
        return _part(view, said, mention, index)
    subject = (
        _subject_count(view, said, mention) if isinstance(mention.value, Decimal) and mention.value >= 100 else None
    )
    if subject is not None:
        return subject
    lent = (
        _those(view, said, mention)
        or _whole(view, said, mention, index, before)
        or _further(view, said, mention, index, before)
    )
    if lent:
        return lent
    named = _NUMBER_OF.search(soft, said.start, mention.start)
    if named and _REACHES.search(before) and counted(named.group(1)) != "never":
        return [count_of(mention, counted(named.group(1)), mention.end, named.group(1), 0.6)]
    value = mention.value
    if _TOTALLED.search(before) and view.about_datacenters and isinstance(value, Decimal) and 2 <= value < 10_000:
        return [count_of(mention, "count_datacenters", mention.end, "", 0.5)]
    return []


def part_claims(view: ArticleView, said: Said, mention: Mention, index: int, noun: str) -> list[Claim]:
    """Read "dont 2 300 hautement qualifiés": the words after only describe what was counted before."""
    before = view.soft[max(said.start, mention.start - 40) : mention.start]
    lent = _LENT_TO.match(view.text, mention.end)
    if not _PART.search(before) or not (lent or _ADVERBIAL.match(noun) or _ENDS_CLAUSE.match(view.soft, mention.end)):
        return []
    if counted(noun) not in {"count_other", "jobs"}:
        return []
    return _part(view, said, mention, index)


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


def _by_last(view: ArticleView, said: Said, mention: Mention, index: int) -> list[Claim]:
    """Unit of the last value with a magnitude: "200 millions de m3 … puis 300 millions"; else money told before."""
    for other in reversed(said.mentions[:index]):
        if not MAGNITUDE.search(view.soft, other.start, other.end):
            continue
        if other.kind in {MentionKind.MONEY, MentionKind.QUANTITY} and other.unit:
            lent = replace(mention, kind=other.kind, unit=other.unit)
            return [replace(claim, strength=0.8) for claim in measure_claims(view, said, lent)]
        noun, _ = head_noun(view, other, said.end)
        if noun and counted(noun) != "never":
            return [count_of(mention, counted(noun), mention.end, noun, 0.6)]
    for other in reversed(view.between(max(0, said.start - 250), said.start)):
        if other.kind is MentionKind.MONEY:
            break
        noun, _ = head_noun(view, other, said.start)
        if noun and MAGNITUDE.search(view.soft, other.start, other.end) and counted(noun) == "count_other":
            return [count_of(mention, "count_other", mention.end, noun, 0.5)]
    subject = _subject_count(view, said, mention)
    if subject is not None:
        return subject
    currency = _local_currency(view, mention) or _last_currency(view, mention.start)
    verdict = decide("money", view.soft, mention.start, mention.end, said.start, said.end)
    near = any(other.kind is MentionKind.MONEY for other in view.between(max(0, mention.start - 600), mention.start))
    if not currency or not (verdict.words or near):
        return []
    lent = replace(mention, kind=MentionKind.MONEY, unit=currency)
    return [replace(claim, strength=0.8) for claim in measure_claims(view, said, lent)]


def _subject_count(view: ArticleView, said: Said, mention: Mention) -> list[Claim] | None:
    """Read "subscribers rose 12 % to 22 million": the subject is counted, not money. None where it is not so."""
    before = re.split(r"[;:]", view.soft[max(said.start, mention.start - 90) : mention.start])[-1]
    if not _COUNTING.search(before) or re.search(r"[$€£] ?$", before):
        return None
    named = list(noun_pattern("subjects").finditer(before))
    money = list(_MONEYED.finditer(before))
    if not named or (money and money[-1].end() > named[-1].start()):
        return None
    return [count_of(mention, "count_other", mention.end, named[-1].group(), 0.6)]


def _local_currency(view: ArticleView, mention: Mention) -> str:
    """Shillings are those of the country the article is about."""
    if not re.search(r"(?<!\w)(?:[kut]?shs?\.?) ?$", view.soft[max(0, mention.start - 6) : mention.start]):
        return ""
    return _SHILLINGS.get(view.places.dominant, "")


def _last_currency(view: ArticleView, offset: int) -> str:
    for other in reversed(view.between(max(0, offset - _BACK), offset)):
        if other.kind is MentionKind.MONEY and "/" not in other.unit:
            return other.unit
    return view.currency.partition("/")[0]


def _part(view: ArticleView, said: Said, mention: Mention, index: int) -> list[Claim]:
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
                return _by_last(view, said, scaled, place)
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


def _lends(view: ArticleView, mention: Mention, before: str) -> bool:
    """Tell whether a bare number takes the unit before it: "contre 12", "40 MW au Ghana, 30 au Togo"."""
    if _AGAINST.search(before) or _OTHERS.match(view.soft, mention.end + 1):
        return True
    return bool(view.places.within(mention.end, mention.end + 12) or _IN_TIME.match(view.soft, mention.end))


def _share_of(view: ArticleView, said: Said, part: Mention, whole: Mention) -> list[Claim]:
    """State a part of an amount as what the amount is, unless it is lent or given."""
    parents = measure_claims(view, said, whole)
    claims = _weak(measure_claims(view, said, part))
    if not parents or _LENT.match(view.soft, part.end, said.end):
        return claims
    return [replace(claim, property=parents[0].property, rule=f"{parents[0].property}.part") for claim in claims]


def _further(view: ArticleView, said: Said, mention: Mention, index: int, before: str) -> list[Claim]:
    """Read "et 110 à un autre", "plus 3 000 pendant les travaux", "contre six ailleurs" by the value just before."""
    if (
        not index
        or not (_ADDED.search(before) or _DOWN_TO.search(before))
        or not _LOOSE_END.match(view.soft, mention.end, said.end)
    ):
        return []
    for other in reversed(said.mentions[:index]):
        if mention.start - other.end > 120 or re.search(r"[.;!?] ", view.soft[other.end : mention.start]):
            break
        bracket = view.soft[other.end : mention.start].partition(")")
        if bracket[1] and "(" not in bracket[0]:
            continue
        scale = written_scale(other)
        if other.kind in {MentionKind.COUNT, MentionKind.CARDINAL} and scale > 1:
            if not MAGNITUDE.search(view.soft, other.start, other.end) or _AGAINST.search(before):
                break
            lent = replace(mention, value=times(mention.value, scale))
            return _weak(_by_last(view, said, lent, said.mentions.index(other) + 1))
        if other.kind is MentionKind.COUNT:
            noun, _ = head_noun(view, other, said.end)
            name = noun_property(view, other, noun, said.start, said.end) if noun else "never"
            return [count_of(mention, name, mention.end, noun, 0.4)] if name != "never" else []
        if other.kind is MentionKind.MONEY and scale > 1 and not _AGAINST.search(before):
            lent = replace(mention, kind=other.kind, unit=other.unit, value=times(mention.value, scale))
            return _weak(measure_claims(view, said, lent))
        if _lends(view, mention, before) and other.kind is MentionKind.QUANTITY:
            return _weak(measure_claims(view, said, replace(mention, kind=other.kind, unit=other.unit)))
    return []


def _those(view: ArticleView, said: Said, mention: Mention) -> list[Claim]:
    """Read "Seules quatre ont abouti", "; deux sont en chantier" by what was counted just before."""
    if not _DO.match(view.soft, mention.end, said.end) or not isinstance(mention.value, Decimal) or mention.value < 2:
        return []
    floor = max(view.paragraph_start(mention.start), mention.start - 250)
    for other in reversed(view.between(floor, mention.start)):
        if other.kind is MentionKind.COUNT and isinstance(other.value, Decimal) and other.value > mention.value:
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
