"""What an amount or a price is told for in Arabic: "يوميا", "في السنة", "درهم للكيلوواط ساعة"."""

from __future__ import annotations

import re

_TIMES = {
    "يوم": "d",
    "سنة": "a",
    "عام": "a",
    "شهر": "mo",
    "ساعة": "h",
    "ثانية": "s",
    "سنوي": "a",
    "يومي": "d",
    "شهري": "mo",
}
_PER = re.compile(
    r" ?/ ?(?:ال)?(?P<slash>يوم|سنة|عام|شهر|ساعة|ثانية)(?!\w)"
    r"| (?:في ال|كل |لكل )(?P<each>يوم|سنة|عام|شهر|ساعة|ثانية)(?!\w)"
    r"| (?P<by>سنوي|يومي|شهري)ا(?!\w)"
)
_PRICED = {
    "MWh": r"(?:ميغا|ميجا) ?وا[طت][ /]ساع[ةي]",
    "kWh": r"كيلو ?وا[طت][ /]ساع[ةي]",
    "MW": r"(?:ميغا|ميجا) ?وا[طت]",
    "kW": r"كيلو ?وا[طت]",
    "m3": r"متر ال?مكعب|م3|م³",
    "m2": r"متر ال?مربع|م2|م²",
    "kg": r"كيلو ?[غج]رام|كيلو|كلغ",
    "t": r"طن",
    "mo": r"شهر",
}
_PRICE = re.compile(
    r"(?: ?/ ?| لل| لكل | في ال| عن كل )(?:ال)?(?:"
    + "|".join(f"(?P<{code}>{words})" for code, words in _PRICED.items())
    + r")(?!\w)"
)


def is_arabic_at(text: str, position: int) -> bool:
    """Tell whether an Arabic letter stands at a position, past a blank or two or a slash."""
    return any("\u0621" <= character <= "\u064a" for character in text[position : position + 4])


def rate_after(lower: str, end: int) -> tuple[str, int] | None:
    """Give the time that an amount is told for ("d", "a") and where it ends."""
    match = _PER.match(lower, end)
    return (_TIMES[match["slash"] or match["each"] or match["by"]], match.end()) if match is not None else None


def priced_for(lower: str, end: int) -> tuple[str, int] | None:
    """Give what a price is for ("kWh", "mo") and where it ends."""
    match = _PRICE.match(lower, end)
    return (str(match.lastgroup), match.end()) if match is not None else None
