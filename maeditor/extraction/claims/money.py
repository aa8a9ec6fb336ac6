"""Claims from money: what was invested, earned, lent, or what one of something costs."""

from __future__ import annotations

import re
from decimal import Decimal

from maeditor.extraction.claims.article_view import ArticleView, Claim, Said
from maeditor.extraction.claims.headlines import money_of_headline
from maeditor.extraction.claims.measured import change_claims, measured_claim
from maeditor.extraction.claims.rules import Verdict, decide
from maeditor.extraction.interface import Mention

_PER = re.compile(
    r"(?P<kWh>kwh|kilowatt ?-?heures?|kilowatt[ -]hours?)|(?P<MWh>mwh|megawatt ?-?heures?|megawatt[ -]hours?)"
    r"|(?P<m3>m3|m³|metres? cubes?|cubic met(?:re|er)s?)|(?P<kg>kg|kilos?|kilogram\w*)|(?P<MW>mw|megawatts?)"
    r"|(?P<kW>kw|kilowatts?)|(?P<mo>mois|months?|mensuel\w*|monthly)|(?P<t>tonnes?|tons?)|(?P<m2>m2|m²"
    r"|metres? carres?|sq\.? ?m|square met\w+)"
    r"|(?P<GBy>go|gb|gigaoctets?|gigabytes?)|(?P<oz>troy ounces?|ounces?|oz|onces?)"
    r"|(?P<sft>sq\.? ?ft|square (?:foot|feet))"
)
# Units whose code is no name of a group.
_CODES = {"oz": "[oz_tr]", "sft": "[sft_i]"}
_PER_AFTER = re.compile(
    rf"\W{{0,2}}(?:[a-z]{{2,3}} )?(?:le |la |l'|par |du |/ ?|per |an? |the )(?:{_PER.pattern})(?!\w)"
)
_PER_RANGE = re.compile(rf" ?(?:a|to|et|and|-) [$€£]?[\d.,]+ ?(?:\w{{1,9}} ){{0,3}}?{_PER_AFTER.pattern}")
_ONE_OF = re.compile(rf"(?<!\w)(?:le |la |du |de la |au |a la |par |per |the |an? |/ ?)(?:{_PER.pattern})(?!\w)")
_COSTS = re.compile(
    rf"(?:^|[.;:,]|(?:^|\W)(?:le|la|un|une|l'|each|every|an?|one|chaque)) ?(?:{_PER.pattern})(?: [\w'-]+){{0,3}}?"
    r" (?:revien\w+|revenait|cout\w+|vau\w+|se (?:vend|negoci)\w*|s'echange\w*|sor\w+|costs?|sells?|fetch\w*|trades?)"
    r" (?:[a-z' ]{0,24} )?(?:a|at|for|autour de|environ|about)? ?$"
)
_EVERY_YEAR = re.compile(r" (?:a|per|each|every|par|chaque|l')[ ]?(?:an|year|annee)(?!\w)")
_SPENT_ON_WORKS = ("invest", "reinvest", "capex", "capital", "programme", "program", "construi", "build", "budget")
_LISTED = re.compile(r"(?<!\w)(?:shares?|l'action|par action|per share|en bourse|cours de bourse|closed at)(?!\w)")
_SMALL = 1000
_DAILY = re.compile(
    r" (?:(?:a|per|each|every) (?:day|night|week)|(?:par|la) (?:jour|nuit|nuitee|journee|semaine)"
    r"|(?:la |l'|le |par )(?:chambre|place|unite|piece|billet|ticket|repas|course|bouteille|sac|quintal|litre|hectare)"
    r"|piece|pieces|apiece|each|a (?:head|ticket|seat|bottle|bag|litre|barrel)"
    r"|per (?:head|ticket|seat|bag|litre|barrel))(?!\w)"
)
_WAGES = re.compile(r"(?<!\w)(?:wages?|salar\w+|earn\w*|gagn\w+|smic|remuner\w+|paye?e?s? (?:a|un)|pensions?)(?!\w)")


# "A évolué de 2 % à 3 milliards": the level of something measured before, which nobody invests.
_AFTER_CHANGE = re.compile(r"%,? (?:a|to) (?:(?:environ|pres de|plus de|about|around|nearly|over) )?$")
_APIECE = re.compile(r" (?:apiece|a piece)(?!\w)")
_OFF_BUDGET = re.compile(r" (?:under|over|below|above|inside) (?:its |the )?(?:original )?budget(?!\w)")
_SAVED = ("save", "saves", "saving")
# "Riders pay 40 shillings a trip": what one of something costs.
_CHARGED = re.compile(
    r"(?<!\w)(?:pay|pays|paid|paying|charges?|charged|charging"
    r"|fares? (?:is|are|of)|goes for|go for|sold at|sells? (?:at|for))"
    r"(?: (?:[a-z]+ ){0,2}(?:about|around|just|only|some|up to|nearly|over|under))? (?:[a-z]{2,4} ?)?$"
)
_FOR_ONE = re.compile(r" (?:an?|per) (?!(?:year|quarter|month|week|share|total|bonus|fine|dividend)(?!\w))[a-z]{3,}")


def money_claims(view: ArticleView, said: Said, mention: Mention) -> list[Claim]:
    """Read one amount of money as what it states."""
    unit, slash, per = mention.unit.partition("/")
    if not isinstance(mention.value, Decimal):
        return []
    if slash and per not in {"a", "d"} and not (per == "mo" and mention.value >= _SMALL * 1000):
        return [measured_claim(mention, "price", "price.rate")]
    after = _PER_AFTER.match(view.soft, mention.end, said.end) or _PER_RANGE.match(view.soft, mention.end, said.end)
    if after:
        return [measured_claim(mention, "price", "price.money", unit=f"{unit}/{_per(after)}")]
    costs = _COSTS.search(view.soft[max(said.start, mention.start - 90) : mention.start])
    if costs:
        return [measured_claim(mention, "price", "price.costs", unit=f"{unit}/{_per(costs)}", strength=0.8)]
    verdict = decide("money", view.soft, mention.start, mention.end, said.start, said.end)
    small = _of_one(view, said, mention, unit, verdict)
    if small:
        return small
    changed = _AFTER_CHANGE.search(view.soft, max(said.start, mention.start - 40), mention.start)
    if changed and not verdict.words:
        return change_claims(view, mention, "money_other", "money_other.level", unit=unit, verdict=verdict)
    if not verdict.words and mention.value >= _SMALL and money_of_headline(view) == "money_other":
        return change_claims(view, mention, "money_other", "money_other.headline", unit=unit, verdict=verdict)
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
            return [measured_claim(mention, "price", "price.money", unit=unit + per, strength=verdict.strength)]
    return change_claims(view, mention, verdict.property, verdict.rule, unit=unit, verdict=verdict)


def _is_charged(view: ArticleView, said: Said, mention: Mention) -> bool:
    """Tell "pay 40 shillings a trip", the price of one, from what is paid in all."""
    if not isinstance(mention.value, Decimal) or mention.value >= _SMALL * 10:
        return False
    before = view.soft[max(said.start, mention.start - 40) : mention.start]
    return bool(_CHARGED.search(before) and _FOR_ONE.match(view.soft, mention.end, said.end))


def _per(found: re.Match[str]) -> str:
    name = str(found.lastgroup)
    return _CODES.get(name, name)


def _of_one(view: ArticleView, said: Said, mention: Mention, unit: str, verdict: Verdict) -> list[Claim]:
    """Read what one of something costs a day or a piece, and what is saved."""
    value = mention.value if isinstance(mention.value, Decimal) else Decimal(0)
    if _OFF_BUDGET.match(view.soft, mention.end, said.end):
        return [measured_claim(mention, "money_other", "money_other.budget", unit=unit, strength=0.7)]
    if _APIECE.match(view.soft, mention.end, said.end) or _is_charged(view, said, mention):
        return [measured_claim(mention, "price", "price.apiece", unit=unit, strength=0.7)]
    if value >= _SMALL * 10:
        return []
    if verdict.words.startswith(_SAVED):
        return [measured_claim(mention, "money_other", verdict.rule, unit=unit, strength=verdict.strength)]
    if _DAILY.match(view.soft, mention.end, said.end) and not _is_wage(view, said):
        return [measured_claim(mention, "price", "price.daily", unit=unit, strength=0.6)]
    return []


def _is_wage(view: ArticleView, said: Said) -> bool:
    return bool(_WAGES.search(view.soft, said.start, said.end))


def _small_money(view: ArticleView, said: Said, mention: Mention, unit: str) -> list[Claim]:
    """Read an amount too small for works and told without a word of its own: of a share, else a price."""
    if _LISTED.search(view.soft, max(said.start, mention.start - 120), min(said.end, mention.end + 30)):
        return [measured_claim(mention, "money_other", "money_other.listed", unit=unit, strength=0.3)]
    per = _told_for(view, said, mention)
    return [measured_claim(mention, "price", "price.small", unit=unit + per, strength=0.3)]


def _told_for(view: ArticleView, said: Said, mention: Mention) -> str:
    """Find what one of is sold at a price: "La tonne de liège se vend 900 euros"."""
    return sold_by(view.soft[max(said.start, mention.start - 90) : min(said.end, mention.end + 60)])


def sold_by(soft: str) -> str:
    """The unit after a slash that words tell a price for: ``/kWh`` for "prix du kWh"; empty where none."""
    near = _ONE_OF.search(soft)
    return f"/{_per(near)}" if near else ""
