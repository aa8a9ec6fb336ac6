"""Reads on after an amount: its cents, its half, its inches."""

from __future__ import annotations

import re
from decimal import Decimal

from maeditor.extraction.numbers.numerals import Form, Numeral
from maeditor.extraction.quantities.money import cents_word

_INCHES = re.compile(r" ?(\d{1,2}(?:\.\d+)?) ?(?:in|inch|inches|\")(?!\w)")
_SIGNS = frozenset("€$£")
_CENTIMETRES = re.compile(r" ?m ?(\d\d)(?![\w%]|[.,]\d| (?:m|cm|x|×)\b)")
_AND_CENTS = re.compile(r"(?: (?:et|and) |,? )")
_FINISHED = re.compile(r" ?(?:[.,!?;]|\n|\Z)(?!\d)")
_AND_HALF = re.compile(r" (?:et demie?|and a half|ونصف)(?!\w)")
_AND_MINUTES = re.compile(r" و(\d{1,2}) (?:دقيقة|دقائق)(?!\w)")


def with_cents(lower: str, value: Decimal, end: int, following: Numeral) -> tuple[Decimal, int]:
    """Read "… euros et quarante-cinq cents", "20 dollars 43"."""
    if end == following.start and lower[end - 1 : end] in _SIGNS and len(following.figures) == 2:
        # "3€50"
        alone = not lower[following.end : following.end + 1].isalpha()
        return (value + following.value / 100, following.end) if alone else (value, end)
    between = _AND_CENTS.fullmatch(lower, end, following.start)
    cents = following.value
    if between is None or not 0 <= cents < 100 or cents != int(cents) or following.form is Form.ORDINAL:
        return value, end
    name = cents_word(lower, following.end)
    if name is not None:
        return value + cents / 100, name
    finished = _FINISHED.match(lower, following.end)
    listed = finished is not None and finished[0].strip() == "," and between[0] == " "
    if cents >= 10 and value < 1000 and finished and not listed and "," not in between[0]:
        return value + cents / 100, following.end
    return value, end


def metres(lower: str, end: int) -> tuple[Decimal, int] | None:
    """Give what "m80" adds to the metre of "1m80", and where it ends."""
    match = _CENTIMETRES.match(lower, end)
    return (Decimal(match[1]) / 100, match.end()) if match is not None else None


def with_rest(lower: str, value: Decimal, end: int, unit: str) -> tuple[Decimal, int]:
    """Read on after the unit: "deux heures et demie", "un an et demi", "6 ft 2 in"."""
    inches = _INCHES.match(lower, end) if unit == "[ft_i]" else None
    if inches is not None:
        return value + Decimal(inches[1]) / 12, inches.end()
    minutes = _AND_MINUTES.match(lower, end) if unit == "h" else None
    if minutes is not None:
        return round(value + Decimal(minutes[1]) / 60, 4), minutes.end()
    half = _AND_HALF.match(lower, end)
    return (value + Decimal("0.5"), half.end()) if half is not None and value < 1000 else (value, end)
