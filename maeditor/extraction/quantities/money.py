"""Reads amounts of money: the currency around a number, the magnitude between them, the cents after."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from maeditor.extraction.quantities.rates_ar import is_arabic_at, priced_for
from maeditor.extraction.text.phrases import lexicon
from maeditor.extraction.text.surfaces import Surfaces


class Currencies(NamedTuple):
    """What names a currency after a number, before it, and its hundredth part."""

    after: Surfaces
    before: dict[str, str]
    small: frozenset[str]
    cents: frozenset[str]


@cache
def currencies() -> Currencies:
    """Read the lexicon of currencies, once."""
    data = lexicon("currencies")
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
    return Currencies(after, before, frozenset([*data["small"], "rmb"]), frozenset(cents))


_SIGNS = frozenset("$€£¥￥₹₩₽₺₪₦₫₱฿₿₡₵₮₸৳₾₼")
_SIGN = re.compile(r"(?P<country>(?<![^\W\d_])[A-Za-z]{1,3} ?)?[$€£¥￥₹₩₽₺₪₦₫₱฿₿₡₵₮₸৳₾₼]\Z")
_NAMED_SIGN = re.compile(r"\$ ?(?:US|CAD|HK|AU|NZ)\Z")
_WORD = re.compile(r"[^\W\d_]+\.?\Z")
_TWO_WORDS = re.compile(r"[^\W\d_]+ [^\W\d_]+\Z")
_OF = re.compile(r" ?(?:-(?=[^\W\d_])|de |d'|of |en |d '|من )?")
#: Currencies of one letter, read before scaled amounts only: "R2.5 billion", "N5bn".
_LETTERS = {"R": "ZAR", "N": "NGN"}
_SCALED = re.compile(r"\d[\d.,]* ?(?:m|bn|b|k|million|billion|trillion)\b", re.IGNORECASE)


def currency_before(folded: str, start_of_number: int) -> tuple[str, int] | None:
    """Give the currency that stands before a number, and where it starts: "$", "US$", "MAD", "Rs"."""
    left = max(0, start_of_number - 24)
    window = folded[left:start_of_number]
    close = window.rstrip(" ")
    if not close or len(window) - len(close) > 1:
        return None
    if close[-1] in _SIGNS:
        return _sign_before(close, left)
    if not (close[-1].isalpha() or close[-1] == "."):
        return None
    names = currencies().before
    sign = _NAMED_SIGN.search(close)
    if sign is not None:
        return names.get(sign[0].replace(" ", ""), "USD"), left + sign.start()
    word = _WORD.search(close)
    if word is None:
        return None
    name = word[0]
    if name == "COP" and len(close) == len(window):
        # "COP30" is a conference.
        return None
    if name in _LETTERS and _SCALED.match(folded, start_of_number):
        return _LETTERS[name], left + word.start()
    small = name.islower() and name not in currencies().small
    if name in names and not small and (name.isupper() or len(name) <= 3):
        return names[name], left + word.start()
    if name in currencies().small:
        return names[name], left + word.start()
    two = _TWO_WORDS.search(close)
    if two is not None and two[0].lower() in names:
        return names[two[0].lower()], left + two.start()
    return None


def _sign_before(close: str, left: int) -> tuple[str, int] | None:
    """Read the sign that ends ``close``, with the country's letters before it: "HK$", "mxn$", "c $"."""
    names = currencies().before
    sign = _SIGN.search(close)
    if sign is None:
        return None
    if sign["country"]:
        name = sign[0].replace(" ", "").upper()
        if name in names and (" " not in sign[0] or len(name) > 2 or name == "C$"):
            return names[name], left + sign.start()
    code = names.get(close[-1])
    return (code, left + len(close) - 1) if code is not None else None


def currency_after(folded: str, lower: str, end: int, *, joined: bool) -> tuple[str, int] | None:
    """Give the currency that follows; ``joined`` allows "de", "d'" between, as after "millions"."""
    start = end
    if joined:
        between = _OF.match(lower, end)
        start = between.end() if between else end
    elif folded[end : end + 1] == " " or (folded[end : end + 1] == "-" and folded[end + 1 : end + 2].isalpha()):
        start = end + 1
    if _SIGNED_MARK.match(lower, start) and _SIGN_NEAR.search(folded, max(0, end - 24), end):
        return None
    return currencies().after.at(folded, lower, start)


# "The $5 billion mark" is a level, no German money.
_SIGNED_MARK = re.compile(r"mark(?!\w)")
_SIGN_NEAR = re.compile(r"[$€£¥₹][\d.,]+ ?\w{0,8} ?\Z")
_NAME = re.compile(r" ?([^\W\d_]+|¢)")
_CENTS_OF = re.compile(r" ?(?:centimes?|cents?|cts?|¢) (?:de |d'|of (?:a |an )?)")


def cents_word(lower: str, start: int) -> int | None:
    """Give the end of a name of the hundredth part that starts here."""
    word = _NAME.match(lower, start)
    return word.end() if word is not None and word[1] in currencies().cents else None


def cents_of(folded: str, lower: str, start: int) -> tuple[str, int] | None:
    """Give the currency of "90 centimes de dirham", and where it ends."""
    match = _CENTS_OF.match(lower, start)
    return currencies().after.at(folded, lower, match.end()) if match is not None else None


_PER = re.compile(
    r" ?(?:ht |ttc )?(?:/ ?|par |per |le |la |the |an? )"
    r"(kwh|kilowattheure|kilowatt-heure|kilowatt-hour|mwh|mégawattheure|mégawatt-heure|megawatt-hour|m3|m³|mètre cube"
    r"|cubic metre|cubic meter|kg|kilo|kilogramme|kilogram|mw|mégawatt|megawatt|tonne|ton|mois|month)(?![^\W_])"
)
_PER_CODES = {
    "kwh": "kWh",
    "kil": "kWh",
    "mwh": "MWh",
    "mw": "MW",
    "m3": "m3",
    "m³": "m3",
    "mèt": "m3",
    "cub": "m3",
    "kg": "kg",
    "ton": "t",
    "moi": "mo",
    "mon": "mo",
}


def price_of(lower: str, end: int) -> tuple[str, int] | None:
    """Give what a price is for ("kWh" in "0,9 DH/kWh", "mo" in "149 DH par mois") and where it ends."""
    if is_arabic_at(lower, end):
        return priced_for(lower, end)
    match = _PER.match(lower, end)
    if match is None:
        return None
    name = match[1]
    if name in ("kilo", "kilogramme", "kilogram"):
        return "kg", match.end()
    if name[:2] in ("mé", "me"):
        return ("MWh" if name.endswith(("heure", "hour")) else "MW"), match.end()
    return _PER_CODES.get(name) or _PER_CODES[name[:3]], match.end()
