"""A value with a unit as a claim; "from 5 to 20 MW" is two."""

from __future__ import annotations

import re
from decimal import Decimal

from maeditor.domain.values import Comparator
from maeditor.extraction.claims.article_view import ArticleView, Claim
from maeditor.extraction.claims.rules import Verdict
from maeditor.extraction.interface import Mention

_FROM_TO = re.compile(
    r"(?:\bpass(?:e|er|era|eront|es|ee|ant|ait)\w{0,2} (?:\w+ ){0,3}d[e']|\bportee?s? (?:\w+ )?d[e']"
    r"|(?:grow|grew|grows|rise|rose|rising|jump|jumped|increase[sd]?|expand(?:ed)?|upgraded?|raised?|raising"
    r"|went|go|going|climb(?:ed)?|move[sd]?|lifted|take\w*|up|double[sd]?|doubling|fell|fall|cut|down|dropped)"
    r" (?:[\w' ]{0,30})from) (?:(?:environ|pres de|quelque|about|around|some) )?$"
)
_SEPARATOR = re.compile(r"\s?(?:\bà\b|\bto\b|\ba\b|→|->)\s?", re.IGNORECASE)


def change_claims(
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
    whole = measured_claim(mention, name, rule, unit=unit, negative=negative, strength=strength)
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


def measured_claim(
    mention: Mention, name: str, rule: str, *, unit: str | None = None, negative: bool = False, strength: float = 1.0
) -> Claim:
    """State the value of a mention; ``unit`` where it is not the mention's own."""
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
