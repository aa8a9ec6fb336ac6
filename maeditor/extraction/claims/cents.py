"""Money told in hundredths of a currency: "7 US cents per kilowatt-hour", "62 centimes le kWh", "9 cents a share"."""

from __future__ import annotations

import re
from decimal import Decimal

from maeditor.domain.values import Comparator
from maeditor.extraction.claims.article_view import ArticleView, Claim, Said
from maeditor.extraction.interface import MentionKind
from maeditor.extraction.quantities.hedges import hedge_before

_CENTS = re.compile(
    r"(?<![\w.,])(\d+(?:[.,]\d+)?) ?(?:(?P<ZAR>south african|sa) |(?P<USD>us|u\.s\.|american) |(?P<EUR>euro) "
    r"|(?P<KES>kenyan) )?"
    r"(?:cents?|centimes?|c)(?: (?:de|d')(?: ?(?:(?P<euro>euros?)|(?P<dollar>dollars?)|(?P<dirham>dirhams?|dh)))?)?"
    r" ?(?:per|a|le|par|du|/) ?(?:(?P<kWh>kwh|kilowatt ?-?heures?|kilowatt[ -]?hour)|(?P<m3>m3|metre cube"
    r"|cubic metre)|(?P<kg>kg|kilo))(?!\w)"
)
# What a company earns or pays out for each of its shares: "18 cents a share, up from 15".
_SHARE_CENTS = re.compile(
    r"(?<![\w.,])(?P<cents>(?P<first>\d+(?:\.\d+)?) ?(?:(?P<EUR>euro )?cents?|(?P<GBP>pence|p)(?!\w)))(?: each)?"
    r"(?P<share> ?(?:per|a|/) ?share)?"
    r"(?:,? (?P<link>(?:up|down) from|from|to|against|compared with|versus)"
    r" (?P<other>(?P<second>\d+(?:\.\d+)?)(?! ?[\d.,]*\d| ?%| per ?cent|\w)(?: ?(?:cents?|pence)(?!\w))?)"
    r"(?: (?:per|a) share)?)?"
)
_PER_SHARE = re.compile(
    r"(?<!\w)(?:dividends?|earnings|eps|payout|distribution|profits?|loss(?:es)?|a share|per share)(?!\w)"
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


def share_cents(view: ArticleView, said: Said) -> list[Claim]:
    """Read the cents of one share, with what they are set against."""
    if "cent" not in (soft := view.soft[said.start : said.end]) and "pence" not in soft and "p a share" not in soft:
        return []
    claims = []
    for match in _SHARE_CENTS.finditer(view.soft, said.start, said.end):
        if not match["share"] and not _PER_SHARE.search(view.soft, said.start, said.end):
            continue
        currency = "GBP" if match["GBP"] else "EUR" if match["EUR"] else _own_cents(view)
        for name, figure in (("cents", "first"), ("other", "second")):
            if match[name] and currency:
                hedge = hedge_before(view.lower, match.start(name))
                claims.append(
                    Claim(
                        *match.span(name),
                        "money_other",
                        Decimal(match[figure]) / 100,
                        MentionKind.MONEY,
                        "money_other.share",
                        unit=currency,
                        comparator=hedge.comparator if hedge else Comparator.EQUAL,
                        strength=0.8,
                    )
                )
    return claims


def _own_cents(view: ArticleView) -> str:
    """The currency whose hundredths are cents: the article's, else dollars."""
    told = view.currency.partition("/")[0]
    return told if told and told != "GBP" else "USD"
