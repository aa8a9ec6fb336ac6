"""Finds English years as they are spoken: "nineteen eighty-four", "twenty twenty-six", "the eighties"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from maeditor.extraction.interface import MentionKind
from maeditor.extraction.times.calendar_words import full_year
from maeditor.extraction.times.dates import Found

_CENTURIES = {"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}
_TENS = {
    name: 10 * tens
    for tens, name in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_UNITS = {
    name: unit for unit, name in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], 1)
}
_TEENS = {
    name: 10 + teen
    for teen, name in enumerate(
        ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
    )
}
_YEAR = re.compile(
    rf"\b(?P<century>{'|'.join(_CENTURIES)})[ -](?:(?:oh|hundred and)[ -](?P<first>{'|'.join(_UNITS)})"
    rf"|(?P<tens>{'|'.join(_TENS)})(?:[ -](?P<unit>{'|'.join(_UNITS)}))?|(?P<teen>{'|'.join(_TEENS)}))"
    r"(?![ -](?:hundred|thousand|million|billion|point|percent|per cent|dollars?|euros?|pounds?)|[\w-])"
)
#: Who says "twenty" may count; a year of this century is asked for.
_ASKED = re.compile(
    r"(?:\b(?:in|since|by|until|till|year|of|before|after|from|around|late|early|mid|spring|summer|autumn|fall|winter)"
    r"[ -]|\A)\Z"
)


#: "The summer of '67"; a quotation that opens with a number has no such word before it.
_SHORT = re.compile(
    r"\b(?:in|of|since|by|until|till|from|to|before|after|around|circa|early|late|mid|spring|summer|autumn|fall|winter"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)[ -]"
    r"(?P<short>'(?P<yy>\d\d))(?![\w'\"%]|[.,]\d)"
)


_FISCAL = re.compile(r"\b[cf]y(?P<year>(?:19|20)\d\d)(?!\w)")


def spoken_years(lower: str) -> Iterator[Found]:
    """Find the years that a folded lower-case English text spells as two numbers, or shortens: "'67", "FY2025"."""
    for match in _YEAR.finditer(lower):
        part = match.groupdict()
        if part["century"] == "twenty" and not _ASKED.search(lower, max(0, match.start() - 10), match.start()):
            continue
        rest = (
            _UNITS[part["first"]]
            if part["first"]
            else _TEENS[part["teen"]]
            if part["teen"]
            else _TENS[part["tens"]] + _UNITS.get(part["unit"] or "", 0)
        )
        year = _CENTURIES[part["century"]] * 100 + rest
        yield Found(match.start(), match.end(), MentionKind.YEAR, f"{year:04d}")
    for match in _FISCAL.finditer(lower):
        yield Found(match.start("year"), match.end(), MentionKind.YEAR, match["year"])
    for match in _SHORT.finditer(lower):
        yield Found(match.start("short"), match.end(), MentionKind.YEAR, f"{full_year(match['yy']):04d}")
