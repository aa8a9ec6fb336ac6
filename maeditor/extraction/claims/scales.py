"""Magnitudes as written, and values that take the magnitude of the next: "de 40 à 560 millions de m3"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from maeditor.extraction.claims.article_view import ArticleView, Said
from maeditor.extraction.interface import Mention

LINK = re.compile(
    r" ?(?:a|to|et|and|ou|or|-|puis|then|contre|against|des|sur les|de ses|of the|of its|of|out of)"
    r" ?(?:(?:environ|pres de|quelque|about|around|nearly|over|plus de|more than) )?"
)
_SCALES = (Decimal(10) ** 3, Decimal(10) ** 6, Decimal(10) ** 9, Decimal(10) ** 12)


def rescaled(view: ArticleView, said: Said, mention: Mention, index: int) -> Mention:
    """Give the first of two values the magnitude of the second: "de 40 à 560 millions de m3"."""
    following = said.mentions[index + 1] if index + 1 < len(said.mentions) else None
    if (
        following is None
        or following.unit != mention.unit
        or not mention.text.replace(",", "").replace(".", "").isdigit()
    ):
        return mention
    if not LINK.fullmatch(view.soft[mention.end : following.start]):
        return mention
    scale = written_scale(following)
    value = mention.value
    if scale == 1 or not isinstance(value, Decimal) or not isinstance(following.value, Decimal):
        return mention
    return replace(mention, value=value * scale) if value * 1000 < following.value else mention


def written_scale(mention: Mention) -> Decimal:
    """Magnitude of a value as written: 10**9 for "3 milliards d'euros"."""
    value = mention.value
    digits = re.search(r"\d[\d\s\u202f\u00a0]*(?:[.,]\d+)?", mention.text)
    if not digits or not isinstance(value, Decimal) or not value or not re.search(r"[a-zA-Z€$£]", mention.text):
        return Decimal(1)
    if value == Decimal(re.sub(r"[\s.,]", "", digits.group())):
        return Decimal(1)
    written = Decimal(re.sub(r"\s", "", digits.group()).replace(",", "."))
    return next((scale for scale in _SCALES if value == written * scale), Decimal(1))


def times(value: Decimal | str | None, scale: Decimal) -> Decimal | str | None:
    """Multiply a value that may be none or a date."""
    return value * scale if isinstance(value, Decimal) else value
