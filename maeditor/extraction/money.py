"""Reads amounts of money: the currency around a number, the magnitude between them, the cents after."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from maeditor.assets import resource
from maeditor.extraction.surfaces import Surfaces


class Currencies(NamedTuple):
    """What names a currency after a number, before it, and its hundredth part."""

    after: Surfaces
    before: dict[str, str]
    cents: frozenset[str]


@cache
def currencies() -> Currencies:
    """Read the lexicon of currencies, once."""
    with resource("lexicons", "currencies.toml").open("rb") as stream:
        data = tomllib.load(stream)
    after = Surfaces()
    before: dict[str, str] = {}
    cents: set[str] = set()
    for code in data["codes"]:
        after.add(code, (code,), ())
        before[code] = before[code + "$"] = code
    for small in data["small"]:
        code = "XOF" if small == "fcfa" else small.upper()
        after.add(code, (small,), ())
        before[small] = before[small + "$"] = code
    for currency in data["currency"]:
        code = currency["code"]
        symbols, words = currency.get("symbols", ()), currency.get("words", ())
        after.add(code, symbols, words)
        before |= dict.fromkeys(symbols, code) | dict.fromkeys(words, code)
        cents |= set(currency.get("cents", ()))
    after.seal()
    return Currencies(after, before, frozenset(cents))


_SIGN = re.compile(r"(?:[A-Z]{1,4})?[$€£¥￥₹₩₽₺₪₦₫₱฿₿](?:US|CAD|HK|GB)?(?= ?\Z)")
_WORD = re.compile(r"[^\W\d_]+\.?(?= ?\Z)")
_TWO_WORDS = re.compile(r"[^\W\d_]+ [^\W\d_]+(?= ?\Z)")
_OF = re.compile(r" ?(?:-|de |d'|of |en |d ')?")


def currency_before(folded: str, start_of_number: int) -> tuple[str, int] | None:
    """Give the currency that stands before a number, and where it starts: "$", "US$", "MAD", "Rs"."""
    if start_of_number == 0:
        return None
    left = max(0, start_of_number - 24)
    window = folded[left:start_of_number]
    last = window.rstrip(" ")[-1:] if len(window) - len(window.rstrip(" ")) <= 1 else ""
    if not last or last.isdigit():
        return None
    names = currencies().before
    if not last.isalpha() and last not in ".":
        sign = _SIGN.search(window)
        if sign is None:
            return None
        name = sign[0]
        while name and name not in names and name.lower() not in names:
            name = name[1:]
        return (names.get(name) or names[name.lower()], left + sign.end() - len(name)) if name else None
    sign = _SIGN.search(window)
    if sign is not None and sign[0] in names:
        return names[sign[0]], left + sign.start()
    for pattern in (_TWO_WORDS, _WORD):
        word = pattern.search(window)
        if word is None:
            continue
        code = names.get(word[0]) or (names.get(word[0].lower()) if pattern is _TWO_WORDS else None)
        if code is not None and (word[0].isupper() or word[0] in names) and not word[0].islower():
            return code, left + word.start()
        if code is not None and (pattern is _TWO_WORDS or word[0] in _SMALL):
            return code, left + word.start()
    return None


_SMALL = frozenset("usd eur gbp cad aud chf dkk jpy inr nzd mxn hkd sgd cny zar sek nok krw brl thb rub rmb".split())


def currency_after(folded: str, lower: str, end: int, *, joined: bool) -> tuple[str, int] | None:
    """Give the currency that follows; ``joined`` allows "de", "d'" between, as after "millions"."""
    start = end
    if joined:
        between = _OF.match(lower, end)
        start = between.end() if between else end
    elif folded[end : end + 1] in (" ", "-"):
        start = end + 1
    return currencies().after.at(folded, lower, start)


def cents_word(lower: str, start: int) -> int | None:
    """Give the end of a name of the hundredth part that starts here."""
    word = re.compile(r"[^\W\d_]+").match(lower, start)
    if word is not None and word[0] in currencies().cents:
        return word.end()
    return None


#: Magnitudes written as letters; those in capitals only before or after a currency are marked by ``_CLOSE``.
_LETTERS = {
    "Mds": 10**9,
    "Md": 10**9,
    "MDS": 10**9,
    "mds": 10**9,
    "Mrds": 10**9,
    "Mrd": 10**9,
    "Mia": 10**9,
    "MM": 10**9,
    "bn": 10**9,
    "Bn": 10**9,
    "BN": 10**9,
    "bln": 10**9,
    "B": 10**9,
    "b": 10**9,
    "G": 10**9,
    "M": 10**6,
    "Mn": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "m": 10**6,
    "k": 10**3,
    "K": 10**3,
    "tn": 10**12,
    "trn": 10**12,
    "T": 10**12,
}
_CLOSE = frozenset({"m", "mn", "Mn", "T", "G", "MM", "Mia", "mln"})
_LETTER = re.compile(r" ?(Mrds?|Mds|MDS|mds|Md|Mia|MM|Mn|mn|mln|bln|BN|bn|Bn|trn|tn|[MmKkBbGT])")
_WORDS = {
    "mille": 10**3,
    "milliers": 10**3,
    "thousand": 10**3,
    "thousands": 10**3,
    "million": 10**6,
    "millions": 10**6,
    "milliard": 10**9,
    "milliards": 10**9,
    "trillion": 10**12,
    "trillions": 10**12,
    "lakh": 10**5,
    "lakhs": 10**5,
    "crore": 10**7,
    "crores": 10**7,
    "ألف": 10**3,
    "آلاف": 10**3,
    "مليون": 10**6,
    "ملايين": 10**6,
    "مليار": 10**9,
    "مليارات": 10**9,
}
_MAGNITUDE = re.compile(r"[ -]?(?:de |d')?([^\W\d_]{4,9})(?!\w)")


def magnitude_word(lower: str, end: int, language: str) -> tuple[int, int] | None:
    """Give the magnitude word that follows a number, and where it ends."""
    match = _MAGNITUDE.match(lower, end)
    if match is None:
        return None
    word = match[1]
    factor = _WORDS.get(word)
    if word in ("billion", "billions"):
        factor = 10**9 if language == "en" else 10**12
    return (factor, match.end()) if factor is not None else None


def magnitude_letters(folded: str, lower: str, end: int, *, money: bool) -> tuple[int, int, str | None] | None:
    """Give the magnitude letters that follow a number, where all ends, and the currency they lean on.

    "500 MDH" is 1e6 and MAD, "2,5 Md€" is 1e9 and EUR, "$51m" (``money``) is 1e6.
    """
    match = _LETTER.match(folded, end)
    if match is None:
        return None
    letters = match[1]
    factor = _LETTERS[letters]
    after = currency_after(folded, lower, match.end(), joined=True)
    if after is not None:
        code, stop = after
        if letters == "MM" and code != "MAD":
            factor = 10**6
        return factor, stop, code
    nothing = match.end() >= len(folded) or not (folded[match.end()].isalnum() or folded[match.end()] in "'_²³/")
    if not nothing or (letters in _CLOSE and not money):
        return None
    if not money and letters in "Bb" and match[0][0] == " ":
        return None
    return factor, match.end(), None


def with_cents(value: Decimal, cents: Decimal) -> Decimal:
    """Add the hundredth parts to an amount."""
    return value + cents / 100
