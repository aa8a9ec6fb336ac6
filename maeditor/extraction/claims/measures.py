"""Claims from measures: quantities with a unit, money, percentages, tiers."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from maeditor.domain.values import Comparator
from maeditor.extraction.claims.article_view import ArticleView, Claim, Said
from maeditor.extraction.claims.francs import local_francs
from maeditor.extraction.claims.headlines import money_of_headline
from maeditor.extraction.claims.rules import Verdict, by_unit, decide
from maeditor.extraction.interface import Mention, MentionKind

_PER = re.compile(
    r"(?P<kWh>kwh|kilowatt ?-?heures?|kilowatt[ -]hours?)|(?P<MWh>mwh|megawatt ?-?heures?|megawatt[ -]hours?)"
    r"|(?P<m3>m3|m³|metres? cubes?|cubic met(?:re|er)s?)|(?P<kg>kg|kilos?|kilogram\w*)|(?P<MW>mw|megawatts?)"
    r"|(?P<kW>kw|kilowatts?)|(?P<mo>mois|months?|mensuel\w*|monthly)|(?P<t>tonnes?|tons?)|(?P<m2>m2|m²"
    r"|metres? carres?|sq\.? ?m|square met\w+)"
    r"|(?P<GBy>go|gb|gigaoctets?|gigabytes?)"
)
_PER_AFTER = re.compile(
    rf"\W{{0,2}}(?:[a-z]{{2,3}} )?(?:le |la |l'|par |du |/ ?|per |an? |the )(?:{_PER.pattern})(?!\w)"
)
_PER_RANGE = re.compile(rf" ?(?:a|to|et|and|-) [$€£]?[\d.,]+ ?(?:\w{{1,9}} ){{0,3}}?{_PER_AFTER.pattern}")
_ONE_OF = re.compile(rf"(?<!\w)(?:le |la |du |de la |au |a la |par |per |the |an? |/ ?)(?:{_PER.pattern})(?!\w)")
_HOUR_OF = re.compile(r"(?:une?|an?) [a-z]+ (?:de |of )")
_EVERY_YEAR = re.compile(r" (?:a|per|each|every|par|chaque|l')[ ]?(?:an|year|annee)(?!\w)")
_SPENT_ON_WORKS = ("invest", "reinvest", "capex", "capital", "programme", "program", "construi", "build", "budget")
_LISTED = re.compile(r"(?<!\w)(?:shares?|l'action|par action|per share|en bourse|cours de bourse|closed at)(?!\w)")
_SMALL = 1000
# "Un hectare d'orangers consomme", "a megawatt of solar costs": what is told is not that there is one.
_AMOUNTS = frozenset({"mass", "volume", "energy", "area", "capacity_power"})
_DAILY = re.compile(
    r" (?:(?:a|per|each|every) (?:day|night|week)|(?:par|la) (?:jour|nuit|nuitee|journee|semaine))(?!\w)"
)
_WAGES = re.compile(r"(?<!\w)(?:wages?|salar\w+|earn\w*|gagn\w+|smic|remuner\w+|paye?e?s? (?:a|un)|pensions?)(?!\w)")
_BESIDE = re.compile(r"(?:above|below|au-dessus|au-dessous|en dessous|superieur|inferieur|under|over)")
_ARTICLE = re.compile(r"(?:une?|an?|one) ")
_AGE = re.compile(r"(?:age\w* de|aged|agee?s?,?) $")
_AGO = re.compile(r"(?:il y a|voici|voila|cela fait) (?:\w+ ){0,2}$")
_LATER = re.compile(r"\s?(?:ago|plus tot|plus tard|earlier|later|auparavant|de lecture|read\b|d'age|old\b)")
_ONE_YEAR = re.compile(r"(?:sur|en|par|il y a|over|in|per|for|within the|within) $")
_LATER_YEAR = re.compile(r" (?:plus tot|plus tard|avant|auparavant|apres|earlier|before|later|ago|on year)")
_OLD = re.compile(r"(?:^|[.!?»\n] ?)a $")
_WORTHY = re.compile(
    r"renouvel|renewable|solair|solar|eolien|wind|vert|green|aliment|power|couvr|cover|detenu|owned|capital|filiale"
    r"|part |share|taux|electri|energ|recycl|hydro|financ|uptime|disponib|availab|satisf|propre|clean|local|capacit"
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
_FROM_TO = re.compile(
    r"(?:\bpass(?:e|er|era|eront|es|ee|ant|ait)\w{0,2} (?:\w+ ){0,3}d[e']|\bportee?s? (?:\w+ )?d[e']"
    r"|(?:grow|grew|grows|rise|rose|rising|jump|jumped|increase[sd]?|expand(?:ed)?|upgraded?|raised?|raising"
    r"|went|go|going|climb(?:ed)?|move[sd]?|lifted|take\w*|up|double[sd]?|doubling|fell|fall|cut|down|dropped)"
    r" (?:[\w' ]{0,30})from) (?:(?:environ|pres de|quelque|about|around|some) )?$"
)
_SEPARATOR = re.compile(r"\s?(?:\bà\b|\bto\b|\ba\b|→|->)\s?", re.IGNORECASE)


def measure_claims(view: ArticleView, said: Said, mention: Mention) -> list[Claim]:
    """Read one mention with a unit as what it states: usually one claim, two for "from 5 to 20 MW"."""
    if mention.kind is MentionKind.TIER and isinstance(mention.value, Decimal):
        return [_claim(mention, "tier", "tier.level")]
    if mention.kind is MentionKind.PERCENTAGE and mention.unit in {"%", ""}:
        return _percent(view, said, mention)
    if mention.kind is MentionKind.MONEY:
        return _money(view, said, local_francs(view, mention))
    if mention.unit.startswith("[ston_av]") and view.places.dominant != "US":
        # Outside the United States "tons" are tonnes to the press.
        return measure_claims(view, said, replace(mention, unit=mention.unit.replace("[ston_av]", "t")))
    if mention.unit.startswith("{TEU}"):
        return _change(view, mention, "count_other", "count_other.quantity")
    name = by_unit(mention.unit)
    if name is None or not isinstance(mention.value, Decimal):
        return []
    if name == "duration" and _is_no_span(view, mention):
        return []
    if mention.value == 1 and name in _AMOUNTS and _ARTICLE.match(view.soft, mention.start):
        return []
    if name == "duration" and mention.value == 1 and _HOUR_OF.fullmatch(view.soft[mention.start : mention.end + 4]):
        return []
    if name == "growth_percent":
        verdict = decide("percent", view.soft, mention.start, mention.end, said.start, said.end)
        if verdict.property == "share_percent" and verdict.words.startswith(
            ("cout du risque", "cost of risk", "marge")
        ):
            return _change(view, mention, "share_percent", "share_percent.points")
        return _change(view, mention, name, f"{name}.points", negative=verdict.property == "growth_down")
    return _change(view, mention, name, f"{name}.quantity")


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
    return _change(
        view, mention, name, f"{name}.percent", negative=negative and name == "growth_percent", verdict=verdict
    )


def _adverbial(verdict: Verdict) -> bool:
    return verdict.words.startswith(("croissance", "hausse", "growth", "baisse", "par an", "cagr", "saving"))


def _money(view: ArticleView, said: Said, mention: Mention) -> list[Claim]:
    unit, slash, per = mention.unit.partition("/")
    if not isinstance(mention.value, Decimal):
        return []
    if slash and per not in {"a", "d"}:
        return [_claim(mention, "price", "price.rate")]
    after = _PER_AFTER.match(view.soft, mention.end, said.end) or _PER_RANGE.match(view.soft, mention.end, said.end)
    if after:
        return [_claim(mention, "price", "price.money", unit=f"{unit}/{after.lastgroup}")]
    verdict = decide("money", view.soft, mention.start, mention.end, said.start, said.end)
    if mention.value < _SMALL * 10 and _DAILY.match(view.soft, mention.end, said.end) and not _is_wage(view, said):
        return [_claim(mention, "price", "price.daily", unit=unit, strength=0.6)]
    if not verdict.words and mention.value >= _SMALL and money_of_headline(view) == "money_other":
        return _change(view, mention, "money_other", "money_other.headline", unit=unit, verdict=verdict)
    if verdict.property == "investment" and verdict.strength < 0.9 and mention.value < _SMALL:
        return _small_money(view, said, mention, unit)
    yearly = verdict.property == "investment" and _EVERY_YEAR.match(view.soft, mention.end, said.end)
    if yearly and not verdict.words.startswith(_SPENT_ON_WORKS):
        verdict = Verdict("money_other", 0.4, "money_other.money")
    if verdict.property == "price":
        if mention.value >= 1_000_000:
            verdict = Verdict("investment", 0.3, "investment.money")
        else:
            per = _told_for(view, said, mention)
            return [_claim(mention, "price", "price.money", unit=unit + per, strength=verdict.strength)]
    return _change(view, mention, verdict.property, verdict.rule, unit=unit, verdict=verdict)


def _is_wage(view: ArticleView, said: Said) -> bool:
    return bool(_WAGES.search(view.soft, said.start, said.end))


def _small_money(view: ArticleView, said: Said, mention: Mention, unit: str) -> list[Claim]:
    """Read an amount too small for works and told without a word of its own: of a share, else a price."""
    if _LISTED.search(view.soft, max(said.start, mention.start - 120), min(said.end, mention.end + 30)):
        return [_claim(mention, "money_other", "money_other.listed", unit=unit, strength=0.3)]
    per = _told_for(view, said, mention)
    return [_claim(mention, "price", "price.small", unit=unit + per, strength=0.3)]


def _told_for(view: ArticleView, said: Said, mention: Mention) -> str:
    """Find what one of is sold at a price: "Le kilo d'hydrogène descendrait sous 3 dollars"."""
    return sold_by(view.soft[max(said.start, mention.start - 90) : min(said.end, mention.end + 60)])


def sold_by(soft: str) -> str:
    """The unit after a slash that words tell a price for: ``/kWh`` for "prix du kWh"; empty where none."""
    near = _ONE_OF.search(soft)
    return f"/{near.lastgroup}" if near else ""


def _change(
    view: ArticleView,
    mention: Mention,
    name: str,
    rule: str,
    *,
    unit: str | None = None,
    negative: bool = False,
    verdict: Verdict | None = None,
) -> list[Claim]:
    """Split "from 5 to 20 MW" into its two ends; leave a span of possible values as it is."""
    strength = verdict.strength if verdict else 1.0
    whole = _claim(mention, name, rule, unit=unit, negative=negative, strength=strength)
    if whole.value_max is None or not _FROM_TO.search(view.soft, max(0, mention.start - 60), mention.start):
        return [whole]
    cut = _SEPARATOR.search(mention.text)
    if cut is None or not isinstance(whole.value, Decimal):
        return [whole]
    middle = mention.start + cut.start(), mention.start + cut.end()
    first = Claim(mention.start, middle[0], name, whole.value, mention.kind, rule, None, whole.unit, strength=strength)
    second = Claim(
        middle[1], mention.end, name, whole.value_max, mention.kind, rule, None, whole.unit, strength=strength
    )
    return [first, second]


def _claim(
    mention: Mention, name: str, rule: str, *, unit: str | None = None, negative: bool = False, strength: float = 1.0
) -> Claim:
    value = mention.value if isinstance(mention.value, Decimal) else Decimal(0)
    top = mention.value2 if isinstance(mention.value2, Decimal) else None
    if negative:
        value, top = -abs(value), -abs(top) if top is not None else None
    comparator = Comparator.RANGE if top is not None else mention.comparator
    return Claim(
        mention.start,
        mention.end,
        name,
        value,
        mention.kind,
        rule,
        top,
        mention.unit if unit is None else unit,
        comparator,
        strength,
    )


def _is_no_span(view: ArticleView, mention: Mention) -> bool:
    """Tell ages and "three years ago" from periods that are stated."""
    before = view.soft[max(0, mention.start - 25) : mention.start]
    if (
        mention.unit == "a"
        and mention.value == 1
        and (_ONE_YEAR.search(before) or _LATER_YEAR.match(view.soft, mention.end))
    ):
        return True
    return bool(
        _AGE.search(before)
        or (mention.unit == "a" and _OLD.search(before))
        or _AGO.search(before)
        or _LATER.match(view.soft, mention.end)
    )
