"""Claims from measures: quantities with a unit, money, percentages, tiers."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from maeditor.extraction.claims.article_view import ArticleView, Claim, Said
from maeditor.extraction.claims.bounds_told import with_bound
from maeditor.extraction.claims.changes_named import change_named
from maeditor.extraction.claims.francs import local_francs
from maeditor.extraction.claims.measured import change_claims, measured_claim
from maeditor.extraction.claims.money import money_claims
from maeditor.extraction.claims.percent_told import percent_told
from maeditor.extraction.claims.rules import Verdict, by_unit, decide, noun_pattern
from maeditor.extraction.interface import Mention, MentionKind
from maeditor.extraction.numbers.amounts import tidy

_HOUR_OF = re.compile(r"(?:une?|an?) [a-z]+ (?:de |of )")
# "Un hectare d'orangers consomme", "a megawatt of solar costs": what is told is not that there is one.
_AMOUNTS = frozenset({"mass", "volume", "energy", "area", "capacity_power"})
_BESIDE = re.compile(r"(?:above|below|au-dessus|au-dessous|en dessous|superieur|inferieur|under|over|(?:up|down)$)")
_ARTICLE = re.compile(r"(?:une?|an?|one) ")
_AGE = re.compile(
    r"(?:age\w* de|aged|agee?s?,?|(?<!\w)d?'?age(?: \w+)? (?:est |etait )?(?:de|a)) $"
    r"|(?:%|jeunes|personnes|enfants|femmes|hommes|gens|habitants|salaries|actifs|chomeurs|eleves) (?:agee?s? )?de"
    r" (?:moins|plus) de $|(?<!\w)(?:les|aux|chez les) (?:moins|plus) de $|(?:العمر|عمره|عمرها) $"
)
_AGO = re.compile(r"(?:il y a|voici|voila|cela fait|(?<!\w)[وف]?قبل) (?:\w+ ){0,2}$")
_LATER = re.compile(r"\s?(?:ago|plus tot|plus tard|earlier|later|auparavant|de lecture|read\b|d'age|old\b|سجن|حبس)")
_ONE_YEAR = re.compile(r"(?:sur|en|par|il y a|over|in|per|for|within the|within) $")
_LATER_YEAR = re.compile(r" (?:plus tot|plus tard|avant|auparavant|apres|earlier|before|later|ago|on year)")
_OR_LONGER = re.compile(r" or (?:more|longer|over)(?!\w)")
_OLD = re.compile(r"(?:^|[.!?»\n] ?)a $")
_WORTHY = re.compile(
    r"renouvel|renewable|solair|solar|eolien|wind|vert|green|aliment|power|couvr|cover|detenu|owned|capital|filiale"
    r"|part |share|taux|electri|energ|recycl|hydro|financ|uptime|disponib|availab|satisf|propre|clean|local|capacit"
    r"|طاق|كهرب|متجدد|شمسي|رياح|ريحي|تغط|غطي|مملوك|تمويل|ممول|محلي|خضرا|نظيف"
)
_STUCK_M = re.compile(r"\d+(?:\.\d+)?m")
_EXTENT = re.compile(
    r"(?<!\w)(?:long|wide|tall|deep|high|height|width|depth|diameter|draught|draft|metres?|meters?|k?m2|quay|waves?|sea"
    r"|above|below|altitude|km|elevation|distance)(?!\w)"
)
_SIGNED = re.compile(r"[+±]\s?$")
_MINUS = re.compile(r"(?:^|[\s(])[-−–]\s?$")
_UP_OR_DOWN = re.compile(
    r"(?<!\w)(?P<way>up|down|plus|moins)(?: (?:by|about|around|some|nearly|almost|roughly|over|more than|an?|just))* $"
)
_LEVEL = re.compile(
    r"(?<!\w)(?:a|to|at|sous|jusqu'a|vers|from|against|contre|versus|vs)(?: (?:environ|pres de|quelque|plus de"
    r"|moins de|about|around|nearly|some|over|more than|under|just|only|la barre|le seuil|les|des"
    r"|de la barre))*(?: des| de)? $|(?<!\w)(?:الي|عند)(?: (?:نحو|حوالي|اكثر من|اقل من|ما يقارب))? $"
)


def measure_claims(view: ArticleView, said: Said, mention: Mention) -> list[Claim]:
    """Read one mention with a unit as what it states: usually one claim, two for "from 5 to 20 MW"."""
    mention = with_bound(view, said, mention)
    if mention.kind is MentionKind.TIER and isinstance(mention.value, Decimal):
        return [measured_claim(mention, "tier", "tier.level")]
    if mention.kind is MentionKind.PERCENTAGE and mention.unit in {"%", ""}:
        return _percent(view, said, mention)
    if mention.kind is MentionKind.MONEY:
        return money_claims(view, said, local_francs(view, mention))
    if mention.unit.startswith("[ston_av]") and view.places.dominant != "US":
        # Outside the United States "tons" are tonnes to the press.
        return measure_claims(view, said, replace(mention, unit=mention.unit.replace("[ston_av]", "t")))
    if _are_millions(view, said, mention):
        return [
            replace(measured_claim(mention, "count_other", "count_other.millions", unit="1"), value=_million(mention))
        ]
    if mention.unit.startswith("{TEU}"):
        return change_claims(view, mention, "count_other", "count_other.quantity")
    name = by_unit(mention.unit)
    if name is None or not isinstance(mention.value, Decimal) or _says_nothing(view, mention, name):
        return []
    if name == "growth_percent":
        verdict = decide("percent", view.soft, mention.start, mention.end, said.start, said.end)
        if verdict.property == "share_percent" and verdict.words.startswith(
            ("cout du risque", "cost of risk", "marge")
        ):
            return change_claims(view, mention, "share_percent", "share_percent.points")
        return change_claims(view, mention, name, f"{name}.points", negative=verdict.property == "growth_down")
    return change_claims(view, mention, name, f"{name}.quantity")


def _are_millions(view: ArticleView, said: Said, mention: Mention) -> bool:
    """Tell "passenger numbers hit 4.6m" from metres: the sentence counts people or things, and measures nothing."""
    if mention.unit != "m" or not _STUCK_M.fullmatch(mention.text) or view.language_at(mention.start) != "en":
        return False
    counted = noun_pattern("subjects").search(view.soft, said.start, mention.start) or noun_pattern("subjects").match(
        view.soft, mention.end + 1, said.end
    )
    return counted is not None and not _EXTENT.search(view.soft, said.start, said.end)


def _million(mention: Mention) -> Decimal:
    return tidy(mention.value * 10**6) if isinstance(mention.value, Decimal) else Decimal(0)


def _says_nothing(view: ArticleView, mention: Mention, name: str) -> bool:
    """Tell ages and "two years ago" from spans, and "un hectare d'orangers" from an area."""
    if name == "duration" and _is_no_span(view, mention):
        return True
    if mention.value != 1:
        return False
    if name == "duration":
        return _HOUR_OF.fullmatch(view.soft[mention.start : mention.end + 4]) is not None
    return name in _AMOUNTS and _ARTICLE.match(view.soft, mention.start) is not None


def _percent(view: ArticleView, said: Said, mention: Mention) -> list[Claim]:
    soft = view.soft
    before = soft[max(said.start, mention.start - 40) : mention.start]
    if mention.value == 100 and not _WORTHY.search(
        soft, max(said.start, mention.start - 60), min(said.end, mention.end + 45)
    ):
        return []
    verdict = decide("percent", soft, mention.start, mention.end, said.start, said.end)
    signed = bool(_SIGNED.search(before) or _MINUS.search(before) or (mention.text[:1] in "+-−"))
    name = verdict.property
    told = percent_told(soft, said.start, mention.start, mention.end, said.end)
    if told == "share":
        return change_claims(view, mention, "share_percent", "share_percent.ends", verdict=verdict)
    named = told or (change_named(soft, said.start, mention.start) if name == "share_percent" else None)
    if named is not None:
        return change_claims(view, mention, "growth_percent", "growth_percent.named", negative=named == "down")
    way = _UP_OR_DOWN.search(before)
    negative = name == "growth_down" or bool(_MINUS.search(before) or (way and way["way"] in {"down", "moins"}))
    if name in {"growth_percent", "growth_down"}:
        level = (
            _LEVEL.search(before) and verdict.words and not re.match(r"de (?:plus|moins)|higher|lower", verdict.words)
        )
        beside = _BESIDE.match(verdict.words.lstrip(", (")) and soft[mention.end : mention.end + 1] == ","
        level = level and (verdict.strength < 1.0 or beside)
        name = "share_percent" if level and not _adverbial(verdict) else "growth_percent"
    elif name == "share_percent" and (signed or way):
        name = "growth_percent"
    return change_claims(
        view, mention, name, f"{name}.percent", negative=negative and name == "growth_percent", verdict=verdict
    )


def _adverbial(verdict: Verdict) -> bool:
    return verdict.words.startswith(("croissance", "hausse", "growth", "baisse", "par an", "cagr", "saving"))


def _is_no_span(view: ArticleView, mention: Mention) -> bool:
    """Tell ages and "three years ago" from periods that are stated."""
    before = view.soft[max(0, mention.start - 25) : mention.start]
    if (
        mention.unit == "a"
        and mention.value == 1
        and not _OR_LONGER.match(view.soft, mention.end)
        and (_ONE_YEAR.search(before) or _LATER_YEAR.match(view.soft, mention.end))
    ):
        return True
    return bool(
        _AGE.search(before)
        or (mention.unit == "a" and view.language_at(mention.start) == "fr" and _OLD.search(before))
        or _AGO.search(before)
        or _LATER.match(view.soft, mention.end)
    )
