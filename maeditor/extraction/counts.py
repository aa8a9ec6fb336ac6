"""Claims from plain numbers: what is counted, numbers whose unit stands elsewhere, values after a label and a colon."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from maeditor.domain.values import Comparator
from maeditor.extraction.article_view import ArticleView, Claim, Said
from maeditor.extraction.interface import Mention, MentionKind
from maeditor.extraction.measures import measure_claims
from maeditor.extraction.rules import by_unit, counted, noun_pattern

_NOUN_UNITS = re.compile(
    r"(?:(?P<km>kilometres?|kilometers?)|(?P<m2>metres? carres?)|(?P<m>metres?|meters?)|(?P<ha>hectares?)|(?P<MW>megawatts?)"
    r"|(?P<GW>gigawatts?)|(?P<t>tonnes?)|(?P<a>ans?|annees?|years?)|(?P<mo>mois|months?)|(?P<d>jours?|journees?|days?)"
    r"|(?P<wk>semaines?|weeks?)|(?P<h>heures?|hours?)|(?P<min>minutes?)|(?P<USD>dollars?)|(?P<EUR>euros?)|(?P<MAD>dirhams?))(?!\w)"
)
_MAGNITUDE = re.compile(r"(?:millions?|milliards?|billions?|trillions?|bn|mds?|mrd|mn)\b")
_OF = re.compile(r"\s(?:d'|de |des |of )")
_WORD = re.compile(r"\s+((?:[dl]')?[a-z][\w'-]*)")
_MINOR = frozenset(
    "nouveau nouveaux nouvel nouvelle nouvelles autre autres grand grands grande grandes petit petits petite petites new other large small big"
    " major working existing additional more principaux principales premiers premieres derniers dernieres prochains prochaines jeunes vastes gros"
    " active operational total local main separate further planned extra futurs futures anciens anciennes full-time permanent skilled direct"
    " temporary public private prefabricated dedicated brand".split()
)
_LOOSE = re.compile(r"(?:(?:^|\W)(?:les|ces|the|these|both|tous les|toutes les)) $")
_EMPLOYED = re.compile(r"emplo[iy]|recrut|embauch|salari|hir(?:e|ing)|job|staff|workforce|effectif|travaill")
_LABEL = re.compile(
    r"(?:^|[/|•·;:\n,(>])\s*[-*•–]?\s*([^/|•·;:\n,()]{2,60}?) ?[:=] ?(?:\w+ de |environ |pres de |[~≈])?$"
)
_TOTALLED = re.compile(
    r"(?:(?:en|y) (?:avons|avez|ont|a|aurons|comptons|exploitons|gerons|operons|compte|comptait|denombre|recense|exploite|possede|gere|opere|totalise|abrite)|au nombre de|sont au nombre de"
    r"|leur nombre (?:a atteint|atteint|est de|passe a)|had|has|totalling|totaling|with) $"
)
_RANK_LABEL = re.compile(r"rang|classement|rank|position|place")
_LINK = re.compile(
    r" ?(?:a|to|et|and|ou|or|-|puis|then|contre|against) ?(?:(?:environ|pres de|quelque|about|around|nearly|over|plus de|more than) )?"
)
_OTHERS = re.compile(r"(?:autres|others)(?!\w)")
_SMALL_CHANGE = re.compile(
    r"(?<!\w)(?:cents?|centimes?|pence|rands?|nairas?|shillings?|roupies|rupees|yuans?|livres)(?!\w)"
)
_PART = re.compile(
    r"(?:dont|including|of which|of whom|parmi lesquels|parmi lesquelles) (?:environ |pres de |quelque |about |some |plus de |over )?$"
)
_NUMBER_OF = re.compile(r"(?:nombre|number) (?:total )?(?:de |d'|des |of )([a-z][\w'-]*(?: [a-z][\w'-]*)?)")
_REACHES = re.compile(
    r"(?:passe\w*|atteint|atteindra|etabli\w*|eleve\w*|est|etait|sera|porte\w*|reach\w*|stands?|stood|rose|fell|grew|was|is|from|de|a|to|at|contre|against)"
    r"(?: (?:de|a|to|at|from|environ|pres de|about|desormais|now))* $"
)
_ADVERBIAL = re.compile(
    r"(?:\w+ment|direct\w*|indirect\w*|permanent\w*|qualifie\w*|locaux|locales|femmes|women|skilled|temporary|saisonni\w*)(?!\w)"
)


def count_claim(view: ArticleView, said: Said, mention: Mention, index: int) -> list[Claim]:
    """Read a plain number: as a count by its noun, or with the unit that the next or an earlier value has."""
    if not isinstance(mention.value, Decimal):
        return []
    value = mention.value
    noun, end = _noun(view, said, mention)
    labelled = _labelled(view, said, mention, noun)
    if labelled:
        return labelled
    scaled = bool(_MAGNITUDE.search(view.soft, mention.start, mention.end))
    if not noun or (scaled and view.language == "fr" and not _OF.match(view.soft, mention.end, said.end)):
        return _elliptic(view, said, mention, index)
    before = view.soft[max(said.start, mention.start - 40) : mention.start]
    if _PART.search(before) and _ADVERBIAL.match(noun):
        return _part(view, said, mention, index) or [_count(mention, counted(noun), end, noun, 0.5)]
    if noun.startswith("point"):
        return _points(view, said, mention, noun)
    unit = _NOUN_UNITS.match(noun)
    if unit:
        return _with_unit(
            view,
            said,
            mention,
            str(unit.lastgroup),
            mention.end + (unit.end() if mention.end + unit.end() <= said.end else 0),
        )
    name = "never" if _SMALL_CHANGE.search(noun) else counted(noun)
    if name == "never" and _OTHERS.match(noun) and value > 1:
        return _others(view, said, mention, end)
    if name == "never" or value <= 0 or value == 1 or (value != value.to_integral_value() and value < 1000):
        return []
    if value <= 3 and _LOOSE.search(view.soft, max(said.start, mention.start - 12), mention.start):
        return []
    if _is_year(mention) and not noun_pattern("jobs").match(noun) and name == "count_other":
        return []
    name = _refined(view, said, mention, noun, name)
    return [_count(mention, name, end, noun)]


def _others(view: ArticleView, said: Said, mention: Mention, end: int) -> list[Claim]:
    """Read "seize autres" by the noun counted before."""
    for other in reversed(view.between(max(0, said.start - 200), mention.start)):
        if other.kind is not MentionKind.COUNT or (
            other.start < said.start and view.text.count("\n", other.start, mention.start)
        ):
            continue
        sentence = Said(max(0, other.start - 1), mention.start, said.label, [], said.moods)
        noun, _ = _noun(view, sentence, other)
        if noun and not _OTHERS.match(noun) and counted(noun) != "never":
            return [_count(mention, counted(noun), end, noun, 0.5)]
    return []


def _points(view: ArticleView, said: Said, mention: Mention, noun: str) -> list[Claim]:
    """Points are of percentage where the sentence tells a rate; "points de vente" are counted, others state nothing."""
    if re.match(r"points? (?:d'|de (?:vente|charge|recharge|service|contact|acces|livraison|presence|controle))", noun):
        return [_count(mention, "count_other", mention.end, noun)]
    if not re.search(
        r"%|pour cent|taux|ratio|coefficient|marge|part |rate|margin|share", view.soft[said.start : said.end]
    ):
        return []
    end = mention.end + len(" points") if noun.startswith("points") else mention.end + len(" point")
    lent = replace(mention, kind=MentionKind.PERCENTAGE, unit="{pp}", end=min(end, said.end))
    return measure_claims(view, said, lent)


def _count(mention: Mention, name: str, end: int, noun: str, strength: float = 1.0) -> Claim:
    top = mention.value2 if isinstance(mention.value2, Decimal) else None
    comparator = Comparator.RANGE if top is not None else mention.comparator
    value = mention.value if isinstance(mention.value, Decimal) else Decimal(0)
    unit = mention.unit if mention.unit.startswith("{") else "1"
    return Claim(
        mention.start, end, name, value, MentionKind.COUNT, f"{name}.count", top, unit, comparator, strength, noun
    )


def _refined(view: ArticleView, said: Said, mention: Mention, noun: str, name: str) -> str:
    """Let the sentence decide where the noun alone does not: "sites", "people"."""
    if name != "count_other":
        return name
    near = slice(max(said.start, mention.start - 70), min(said.end, mention.end + 70))
    if noun_pattern("people").match(noun) and _EMPLOYED.search(view.soft[near]):
        return "jobs"
    if noun_pattern("facility").match(noun) and (
        noun_pattern("count_datacenters").search(view.soft, said.start, said.end)
        or (
            view.about_datacenters
            and not re.match(r"sites? (?:web|internet|industriel|touristique|de production)", noun)
        )
    ):
        return "count_datacenters"
    return name


def _is_year(mention: Mention) -> bool:
    return mention.kind is MentionKind.YEAR or (
        isinstance(mention.value, Decimal) and 1900 <= mention.value <= 2100 and mention.text.isdigit()
    )


def _noun(view: ArticleView, said: Said, mention: Mention) -> tuple[str, int]:
    """Find the noun a number counts and where it ends: "17 working data centres"."""
    soft = view.soft
    position = mention.end
    of = _OF.match(soft, position, said.end)
    if of and (
        _MAGNITUDE.search(soft, mention.start, mention.end)
        or re.match(r"une? ", soft[mention.start : mention.end])
        or soft[mention.end - 4 : mention.end] in {"aine", "iers"}
    ):
        position = of.end() - (view.soft[of.end() - 1] != "'")
    stop = noun_pattern("stop")
    words: list[str] = []
    begin = -1
    ends: list[int] = []
    for _ in range(7):
        match = _WORD.match(soft, position, said.end)
        if match is None and not words and position != mention.end:
            match = re.compile(r"(?:\s|(?<='))([a-z][\w'-]*)").match(soft, position, said.end)
        if match is None:
            break
        word = match.group(1)
        if stop.fullmatch(word):
            if not (
                words
                and word in {"de", "d", "of"}
                and len(words) == 1
                and words[0] in {"centre", "centres", "points", "postes", "fermes"}
            ):
                break
        position = match.end()
        if not words and (word in _MINOR):
            continue
        if begin < 0:
            begin = match.start(1)
        words.append(word)
        ends.append(match.end(1))
        if len(words) == 4:
            break
    if begin < 0:
        return "", mention.end
    noun = soft[begin : ends[-1]]
    for group in ("count_datacenters", "jobs"):
        found = noun_pattern(group).search(noun)
        if found and (group != "jobs" or found.start() == 0):
            return noun[found.start() :], begin + found.end()
    return noun, ends[0] if len(words) < 3 or words[1] not in {"de", "d", "of"} else ends[2]


def _labelled(view: ArticleView, said: Said, mention: Mention, noun: str) -> list[Claim]:
    """Read ``Groupes électrogènes : 3`` or ``PUE de 1,3`` by the words before the number."""
    before = view.soft[max(said.start, mention.start - 70) : mention.start]
    value = mention.value
    if (
        isinstance(value, Decimal)
        and Decimal(1) <= value <= Decimal(3)
        and re.search(r"(?<!\w)pue\W[^.;]{0,40}$|power usage effectiveness[^.;]{0,40}$", before)
    ):
        return [replace(_count(mention, "pue", mention.end, "pue"), rule="pue.label", kind=MentionKind.QUANTITY)]
    if (
        re.search(
            r"(?:headcount|workforce|effectifs?|staff|payroll) (?:is|was|now|to|of|at|stands at|a|de|est de|atteint|s'etablit a|totalise) (?:about |environ |plus de |pres de )?$",
            before,
        )
        and not noun
    ):
        return [_count(mention, "jobs", mention.end, "", 0.7)]
    label = _LABEL.search(before)
    if not label or noun or mention.kind is MentionKind.YEAR:
        return []
    words = label.group(1).strip()
    if _RANK_LABEL.match(words):
        return [replace(_count(mention, "rank", mention.end, words), kind=MentionKind.RANK, rule="rank.label")]
    name = counted(words)
    if (
        name == "never"
        or not re.search(r"[a-z]{4}", words)
        or (name == "count_other" and not re.search(r"(?:s|x|people|staff|capacity)\b|nombre|number|total", words))
    ):
        return []
    return [_count(mention, name, mention.end, words, 0.7)]


def _elliptic(view: ArticleView, said: Said, mention: Mention, index: int) -> list[Claim]:
    """Give a bare number the unit of its neighbour: "de 0,75 à 1,5 MW", "3,5 milliards de dollars … 6,8 milliards"."""
    soft = view.soft
    scaled = bool(_MAGNITUDE.search(soft, mention.start, mention.end))
    following = said.mentions[index + 1] if index + 1 < len(said.mentions) else None
    if following and _LINK.fullmatch(soft[mention.end : following.start]):
        lent = _lent_by_next(view, said, mention, following, scaled)
        if lent:
            return lent
    if scaled:
        return _lent_by_last(view, said, mention, index)
    before = soft[max(said.start, mention.start - 40) : mention.start]
    if _is_year(mention):
        return []
    if _PART.search(before):
        return _part(view, said, mention, index)
    named = _NUMBER_OF.search(soft, said.start, mention.start)
    if named and _REACHES.search(before) and counted(named.group(1)) != "never":
        return [_count(mention, counted(named.group(1)), mention.end, named.group(1), 0.6)]
    if (
        _TOTALLED.search(before)
        and view.about_datacenters
        and isinstance(mention.value, Decimal)
        and 2 <= mention.value < 10_000
    ):
        return [_count(mention, "count_datacenters", mention.end, "", 0.5)]
    return []


def _lent_by_next(view: ArticleView, said: Said, mention: Mention, following: Mention, scaled: bool) -> list[Claim]:
    """Unit or noun of the number that follows: "de 5 à 20 MW", "de 50 à 200 appareils"."""
    if following.unit.startswith("{") and following.kind is MentionKind.COUNT:
        scale = Decimal(1) if scaled else _scale(following)
        return [
            _count(
                replace(mention, unit=following.unit, value=_times(mention.value, scale)),
                "count_other",
                mention.end,
                "",
                0.8,
            )
        ]
    if following.unit and following.kind not in {MentionKind.COUNT, MentionKind.CARDINAL}:
        if scaled and not _MAGNITUDE.search(view.soft, following.start, following.end):
            return []
        scale = Decimal(1) if scaled else _scale(following)
        lent = replace(
            following,
            start=mention.start,
            end=mention.end,
            text=mention.text,
            value=_times(mention.value, scale),
            value2=_times(mention.value2, scale),
            comparator=mention.comparator,
        )
        return [replace(claim, strength=0.8) for claim in measure_claims(view, said, lent)]
    noun, _ = _noun(view, said, following)
    if not noun or _is_year(following) or mention.kind not in {MentionKind.CARDINAL, MentionKind.COUNT}:
        return []
    unit = _NOUN_UNITS.match(noun)
    if unit or counted(noun) == "never":
        return []
    scale = Decimal(1) if scaled else _scale(following)
    lent = replace(mention, value=_times(mention.value, scale))
    return [_count(lent, _refined(view, said, following, noun, counted(noun)), mention.end, noun, 0.7)]


def _lent_by_last(view: ArticleView, said: Said, mention: Mention, index: int) -> list[Claim]:
    """Unit of the last value with a magnitude: "200 millions de m3 … puis 300 millions"; else money told before."""
    for other in reversed(said.mentions[:index]):
        if not _MAGNITUDE.search(view.soft, other.start, other.end):
            continue
        if other.kind in {MentionKind.MONEY, MentionKind.QUANTITY} and other.unit:
            lent = replace(mention, kind=other.kind, unit=other.unit)
            return [replace(claim, strength=0.8) for claim in measure_claims(view, said, lent)]
        noun, _ = _noun(view, said, other)
        if noun and counted(noun) != "never":
            return [_count(mention, counted(noun), mention.end, noun, 0.6)]
    earlier = view.between(0, mention.start)
    for other in reversed(view.between(max(0, said.start - 250), said.start)):
        noun, _ = _noun(view, Said(said.start - 250, said.start, said.label, [], said.moods), other)
        if other.kind is MentionKind.MONEY:
            break
        if noun and _MAGNITUDE.search(view.soft, other.start, other.end) and counted(noun) == "count_other":
            return [_count(mention, "count_other", mention.end, noun, 0.5)]
    previous = next(
        (other for other in reversed(earlier) if other.kind is MentionKind.MONEY and "/" not in other.unit), None
    )
    currency = (previous.unit if previous else view.currency).partition("/")[0]
    if not currency:
        return []
    lent = replace(mention, kind=MentionKind.MONEY, unit=currency)
    return [replace(claim, strength=0.8) for claim in measure_claims(view, said, lent)]


def _part(view: ArticleView, said: Said, mention: Mention, index: int) -> list[Claim]:
    """Read "dont 720 directs" and "dont 120 pour le Maroc" by the value they are a part of."""
    for place in range(index - 1, -1, -1):
        other = said.mentions[place]
        if other.kind in {MentionKind.MONEY, MentionKind.CARDINAL} and _scale(other) > 1:
            scaled = replace(mention, value=_times(mention.value, _scale(other)))
            if other.kind is MentionKind.CARDINAL:
                return _lent_by_last(view, said, scaled, place)
            lent = replace(scaled, kind=MentionKind.MONEY, unit=other.unit)
            return [replace(claim, strength=0.6) for claim in measure_claims(view, said, lent)]
        if other.kind is MentionKind.QUANTITY and by_unit(other.unit) not in {"duration", "length", "area"}:
            lent = replace(mention, kind=MentionKind.QUANTITY, unit=other.unit)
            return [replace(claim, strength=0.6) for claim in measure_claims(view, said, lent)]
        if other.kind in {MentionKind.COUNT, MentionKind.CARDINAL}:
            noun, _ = _noun(view, said, other)
            if noun and counted(noun) != "never":
                return [_count(mention, _refined(view, said, other, noun, counted(noun)), mention.end, noun, 0.6)]
    return []


def _with_unit(view: ArticleView, said: Said, mention: Mention, unit: str, end: int) -> list[Claim]:
    kind = MentionKind.MONEY if len(unit) == 3 and unit.isupper() else MentionKind.QUANTITY
    stop = view.soft.find(" ", mention.end + 4, said.end)
    match = re.compile(r"\s?(?:de |d')?\w+").match(view.soft, mention.end, said.end)
    lent = replace(mention, kind=kind, unit=unit, end=match.end() if match else max(stop, mention.end))
    claims = measure_claims(view, said, lent)
    return claims if by_unit(unit) or kind is MentionKind.MONEY else []


def _scale(mention: Mention) -> Decimal:
    """Magnitude of a value as written: 10**9 for "3 milliards d'euros"."""
    if not re.search(r"[a-zA-Z€$£]", mention.text):
        return Decimal(1)
    digits = re.search(r"\d[\d\s\u202f\u00a0]*(?:[.,]\d+)?", mention.text)
    if not digits or not isinstance(mention.value, Decimal) or not mention.value:
        return Decimal(1)
    for power in (3, 6, 9, 12):
        if (
            mention.value / Decimal(10) ** power
            == Decimal(re.sub(r"\s", "", digits.group()).replace(",", ".")).normalize()
        ):
            return Decimal(10) ** power
    return Decimal(1)


def _times(value: Decimal | str | None, scale: Decimal) -> Decimal | str | None:
    return value * scale if isinstance(value, Decimal) else value
