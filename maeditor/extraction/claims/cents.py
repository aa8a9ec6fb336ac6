"""Prices told in hundredths of a currency: "7 US cents per kilowatt-hour", "62 centimes le kWh"."""

from __future__ import annotations

import re
from decimal import Decimal

from maeditor.extraction.claims.article_view import ArticleView, Claim, Said
from maeditor.extraction.interface import MentionKind

_CENTS = re.compile(
    r"(?<![\w.,])(\d+(?:[.,]\d+)?) ?(?:(?P<ZAR>south african|sa) |(?P<USD>us|u\.s\.|american) |(?P<EUR>euro) "
    r"|(?P<KES>kenyan) )?"
    r"(?:cents?|centimes?|c)(?: (?:de|d')(?: ?(?:(?P<euro>euros?)|(?P<dollar>dollars?)|(?P<dirham>dirhams?|dh)))?)?"
    r" ?(?:per|a|le|par|du|/) ?(?:(?P<kWh>kwh|kilowatt ?-?heures?|kilowatt[ -]?hour)|(?P<m3>m3|metre cube"
    r"|cubic metre)|(?P<kg>kg|kilo))(?!\w)"
)
_CURRENCIES = {"euro": "EUR", "dollar": "USD", "dirham": "MAD"}


def cent_prices(view: ArticleView, said: Said) -> list[Claim]:
    """Read such prices of one sentence, in the currency told or, failing that, the article's."""
    if "c" not in view.soft[said.start : said.end]:
        return []
    claims = []
    for match in _CENTS.finditer(view.soft, said.start, said.end):
        named = next(
            (name for name in ("ZAR", "USD", "EUR", "KES", "euro", "dollar", "dirham") if match.group(name)), ""
        )
        currency = _CURRENCIES.get(named, named) or view.currency.partition("/")[0]
        per = next(name for name in ("kWh", "m3", "kg") if match.group(name))
        if currency:
            value = Decimal(match.group(1).replace(",", ".")) / 100
            unit = f"{currency}/{per}"
            claims.append(
                Claim(match.start(), match.end(), "price", value, MentionKind.MONEY, "price.cents", unit=unit)
            )
    return claims
