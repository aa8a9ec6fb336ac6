"""Words as they are searched: one spelling for accents, case, ligatures, Arabic letter forms, digits and quantities."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from maeditor.domain.errors import ValueTextError
from maeditor.domain.units import unit
from maeditor.domain.values import plain

LONGEST = 64
"""Characters of a word that count; what is longer is cut."""

_LETTERS = {
    **{0x0660 + digit: str(digit) for digit in range(10)},
    **{0x06F0 + digit: str(digit) for digit in range(10)},
    **dict.fromkeys((0x0671, 0x0672, 0x0673, 0x0675), "ا"),
    **dict.fromkeys((0x0649, 0x06CC), "ي"),
    **{ord(given): told for given, told in (("ة", "ه"), ("ک", "ك"), ("œ", "oe"), ("æ", "ae"), ("ø", "o"), ("ł", "l"))},
    **{ord(given): told for given, told in (("đ", "d"), ("ð", "d"), ("þ", "th"), ("ı", "i"))},
}
# Marks above and below letters, Arabic vowels and tatweel, and what is not seen at all.
_MARKS = re.compile(
    "[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u00ad\u200b-\u200f\u2060\ufeff]+"
)
_WORD = re.compile(r"[^\W_]+")
_GROUPED = re.compile("(?<=\\d)[\u00a0\u2009\u202f](?=\\d{3}(?!\\d))")


def folded(text: str) -> str:
    """Bring a text to the one spelling that is searched."""
    if text.isascii():
        return text.lower()
    joined = _GROUPED.sub("", text)
    # Twice: what a case is folded to can be made of a letter and a mark again.
    opened = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", joined).casefold())
    return _MARKS.sub("", opened).translate(_LETTERS)


def words(text: str) -> list[str]:
    """The words of a text as they are searched, in their order."""
    return [word[:LONGEST] for word in _WORD.findall(folded(text))]


def quantity_word(amount: Decimal, code: str) -> str:
    """One word for a quantity whatever its unit: 500 MW and 0.5 GW give the same; empty for what has no unit."""
    try:
        known = unit(code)
        if code == "1" or known.dimension == "number" or not amount.is_finite():
            return ""
        number = format(plain(amount * known.factor), "f")
    except (ValueTextError, ArithmeticError, ValueError):
        return ""
    spelt = number.replace("-", "m").replace(".", "p")
    base = "".join(words(known.base.replace("%", "percent")))
    return f"q{spelt}u{base}"[:LONGEST]


_PREFIXES = {"k": ("kilo", "كيلو"), "M": ("mega", "ميغا"), "G": ("giga", "غيغا", "جيغا"), "T": ("tera", "تيرا")}


def _unit_names() -> dict[str, str]:
    """The units that texts of this trade write, by folded name: code."""
    names = {"watt": "W", "watts": "W", "واط": "W", "%": "%", "km2": "km2", "m2": "m2", "ha": "har", "hectares": "har"}
    names |= {"hectare": "har", "km": "km", "kilometres": "km", "kilometers": "km", "pour cent": "%", "percent": "%"}
    for letter, spellings in _PREFIXES.items():
        names[f"{letter}w".lower()] = f"{letter}W"
        names[f"{letter}wh".lower()] = f"{letter}Wh"
        for spelling in spellings:
            for whole, code in (("watt", "W"), ("watts", "W"), ("واط", "W"), ("وات", "W")):
                names[folded(f"{spelling}{whole}")] = f"{letter}{code}"
            for whole in ("wattheure", "wattheures", "watt-hour", "watt-hours", "wattheure"):
                names[folded(f"{spelling}{whole}")] = f"{letter}Wh"
    return {name: code for name, code in names.items() if _is_known(code)}


def _is_known(code: str) -> bool:
    try:
        unit(code)
    except ValueTextError:
        return False
    return True


_NAMES = _unit_names()
_FIGURE = re.compile(
    "([0-9\u0660-\u0669\u06f0-\u06f9]+(?:[ \u00a0\u2009\u202f.,\u066b\u066c][0-9\u0660-\u0669\u06f0-\u06f9]+)*)"
    "[ \u00a0\u2009\u202f-]?([^\\W\\d_]+[²2]?|%)"
)


def quantities(text: str) -> Iterator[tuple[int, int, str]]:
    """The figures with a unit in a text: where each stands, and its word.

    A light reading, thousands of articles a minute: what it misses is still found by its words.
    """
    for found in _FIGURE.finditer(text):
        code = _NAMES.get(folded(found.group(2)))
        if code is not None:
            for amount in _numbers(folded(found.group(1))):
                word = quantity_word(amount, code)
                if word:
                    yield found.start(), found.end(), word


def _numbers(written: str) -> Iterator[Decimal]:
    """The numbers a figure can stand for: 1,200 is twelve hundred for one, one and a fifth for another."""
    joined = re.sub(r"\s+", "", written).replace("\u066b", ".").replace("\u066c", "")
    parts = re.split(r"[.,]", joined)
    if len(parts) > 1 and all(len(part) == 3 for part in parts[1:]) and parts[0].strip("0"):
        yield Decimal("".join(parts))
    yield Decimal(f"{''.join(parts[:-1])}.{parts[-1]}" if len(parts) > 1 else joined)
