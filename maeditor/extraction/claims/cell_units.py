"""Units and magnitudes that headers, labels and captions of tables give their cells: ``(GW)``, ``en MDH``, ``$m``."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from maeditor.extraction.interface import Mention
from maeditor.extraction.mentions import mentions

_UNIT_HINT = re.compile(
    r"[(\[]\s?(?:en |in )?([^)\]]{1,28})[)\]]|,? (?:en|in) ((?:[mk]?md?h|millions?|milliards?|mds?|m€|k€|dh|%"
    r"|[mgk]w\w*|ha|km|m2|tonnes?|mad|usd|eur|fcfa|billions?)[^,;()]*)$",
    re.IGNORECASE,
)
_CAPTIONED = re.compile(
    r", ?(?P<unit>(?:thousands?|millions?|billions?|'000s?|000s?|%|per ?cent|milliers?|milliards?|pour cent)"
    r"(?: of \w+)?) ?$",
    re.IGNORECASE,
)
_IN = re.compile(r"(?:en|in) (?=\S)", re.IGNORECASE)
_UNIT_ALONE = re.compile(
    r"(?:en |in )?(?:(?:[A-Z]{3}|US\$|[$€£]) ?(?:m|mn|bn|k|million|billion|thousand)s?|[kmMK]?M?DH|[kM]€|Md?s?€"
    r"|(?:milliers|millions|milliards)(?: d[e'’] ?\w+)?|(?:thousands|millions|billions) of \w+|[MGTk]W\w?|GWh|TWh|%)",
    re.IGNORECASE,
)
_SCALE = re.compile(r"(?:en )?(?:milliers|thousands?|millions?|milliards?|billions?|mn|bn|mds?)$", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?:k|000|'000|milliers? d[e']|thousands?(?: of)?) ?", re.IGNORECASE)
_CURRENCY_FIRST = re.compile(r"([A-Z]{3}|US\$|[$€£])\s?(m|mn|bn|k|million|billion|thousand)s?$")


def unit_of(words: str, language: str) -> Mention | None:
    """Read the unit a header or a label gives: ``(GW)``, ``en MDH``, ``(millions d'euros)``."""
    match = _UNIT_HINT.search(words)
    last = None if match else _CAPTIONED.search(words)
    unit = (match.group(1) or match.group(2)).strip() if match else last["unit"] if last else words.strip()
    if match is None and last is None and not _UNIT_ALONE.fullmatch(unit):
        return None
    unit = _IN.sub("", unit)
    first = _CURRENCY_FIRST.match(unit)
    said = f"{first.group(1)} 1{first.group(2)}" if first else f"1 {unit}"
    found = [
        mention for mention in mentions(said, language) if mention.start == 0 and (mention.unit or _SCALE.match(unit))
    ]
    if not found and unit[:1] in "$€£":
        found = [mention for mention in mentions(f"{unit[0]}1{unit[1:]}", language) if mention.unit]
    thousands = _THOUSANDS.match(unit)
    if not found and thousands:
        of = [mention for mention in mentions(f"1000 {unit[thousands.end() :]}", language) if mention.start == 0]
        found = [mention for mention in of if mention.unit and mention.value == 1000]
    return found[0] if found else None


def scaled(mention: Mention, unit: Mention) -> Mention:
    """Multiply a cell by the magnitude of its header: 12 under ``(MDH)`` is 12 000 000."""
    if not isinstance(mention.value, Decimal) or not isinstance(unit.value, Decimal):
        return mention
    top = mention.value2 * unit.value if isinstance(mention.value2, Decimal) else mention.value2
    return replace(mention, value=tidy(mention.value * unit.value), value2=top, kind=unit.kind)


def tidy(value: Decimal) -> Decimal:
    """Leave a whole number without its zeros after the point."""
    return value.to_integral_value() if value == value.to_integral_value() else value
