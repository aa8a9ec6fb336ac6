"""Reads fractions: "un tiers des sites", "les trois quarts", "10 1/2 miles", "two-thirds", "½"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from maeditor.extraction.numbers.number_words import plain

_TOPS = {
    name: value
    for names in (
        ("un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"),
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    )
    for value, name in enumerate(names, 1)
} | {"une": 1, "a": 1, "an": 1}
_BOTTOMS = {
    "fr": {
        "demi": 2,
        "moitie": 2,
        "tiers": 3,
        "quart": 4,
        "cinquieme": 5,
        "sixieme": 6,
        "septieme": 7,
        "huitieme": 8,
        "neuvieme": 9,
        "dixieme": 10,
        "centieme": 100,
    },
    "en": {
        "half": 2,
        "third": 3,
        "quarter": 4,
        "fourth": 4,
        "fifth": 5,
        "sixth": 6,
        "seventh": 7,
        "eighth": 8,
        "ninth": 9,
        "tenth": 10,
        "hundredth": 100,
    },
}
#: What English halves with an article between: "half a mile", "three quarters of an hour", "half a percent".
_MEASURE = (
    r"(?:miles?|kilomet(?:er|re)s?|met(?:er|re)s?|hours?|minutes?|seconds?|days?|years?|acres?|hectares?|tons?|tonnes?"
    r"|pounds?|inch|foot|yard|gallons?|pints?|lit(?:er|re)s?|degrees?|percent|per cent|percentage points?)(?!\w)"
)
_SPOKEN = {
    "fr": re.compile(
        r"\b(?:(?P<top>une?|deux|trois|quatre|cinq|six|sept|huit|neuf|[1-9])[ -]"
        r"(?P<bottom>tiers|quarts?|cinqui[eè]mes?|sixi[eè]mes?|septi[eè]mes?|huiti[eè]mes?|neuvi[eè]mes?"
        r"|dixi[eè]mes?|centi[eè]mes?)|(?P<the>(?:la|une) moitié|(?:le|du|au) (?:tiers|quart)))(?![\w-])"
        r"|\b(?:un|une) (?P<half>demi)"
        r"(?=-(?:heure|hectare|tonne|kilomètre|litre|gigawatt|mégawatt|journée|point|degré)\b| pour[ -]cent\b)"
    ),
    "en": re.compile(
        r"\b(?P<top>an?|one|two|three|four|five|six|seven|eight|nine|[1-9])(?P<gap>[ -])(?P<bottom>half|halves|thirds?"
        r"|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?)(?![\w-])"
        rf"(?P<of> of (?:an?|one)(?= {_MEASURE}))?|\bhalf (?P<a>an?)(?= {_MEASURE})"
        r"|(?<!first )(?<!second )(?<!other )(?<!latter )\b(?P<half>half)(?= of\b| the\b| its\b| their\b)"
    ),
}
_OF = {
    "fr": re.compile(r" d(?:e|u|es)\b| d'| seulement| environ|[.,;)]"),
    "en": re.compile(r" (?:of|the|a|an|million|billion|trillion|share|mile|as|more|less)\b"),
}
_CLOSED = re.compile(r" ?(?:[.,;:!?)]|\Z)")
_HEDGED = ("nearly ", "almost ", "about ", "over ", "than ", "roughly ", "around ")
_NOT_AFTER = re.compile(r" de finale| d'horloge|-monde")
_WRITTEN = re.compile(
    r"(?<![\w/.,])(?:(?P<whole>\d{1,3})[ -])?(?P<top>[1-9])/(?P<bottom>[2-9]|1[06])(?:e(?= d))?(?![\w/]|[.,]\d)"
)
_SIGNS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "1/3", "⅔": "2/3", "⅛": "0.125"}
_SIGN = re.compile(r"(?:(?<![\w.,])(\d{1,3}) ?)?([½¼¾⅓⅔⅛])")


def _is_share(part: dict[str, str | None], lower: str, start: int) -> bool:
    """Tell "one-third" and "nearly a third" from "a third site"."""
    return "gap" in part and (part["gap"] == "-" or lower.endswith(_HEDGED, 0, start))


def _spoken(lower: str, language: str) -> Iterator[tuple[int, int, Decimal]]:
    for match in _SPOKEN[language].finditer(lower):
        if _NOT_AFTER.match(lower, match.end()):
            continue
        part = match.groupdict()
        if part.get("half") or part.get("a"):
            yield match.start(), match.end(), Decimal("0.5")
            continue
        if part.get("the"):
            word = part["the"].split()[1]
            if word != "moitié" and not _OF["fr"].match(lower, match.end()):
                continue
            yield match.start() + len(part["the"]) - len(word), match.end(), Decimal(1) / _BOTTOMS["fr"][plain(word)]
            continue
        top, written = part["top"], part["bottom"]
        count = int(top) if top.isdigit() else _TOPS[top]
        name = plain(written)
        bottoms = _BOTTOMS[language]
        if name == "halves":
            name = "half"
        bottom = bottoms.get(name) or bottoms[name.removesuffix("s")]
        single = count == 1
        if single and not (
            part.get("of")
            or (top in ("one", "1") and name != "hundredth" and _CLOSED.match(lower, match.end()))
            or _OF[language].match(lower, match.end())
            or _is_share(part, lower, match.start())
        ):
            continue
        if not single and name in bottoms and name != "tiers":
            continue
        yield match.start(), match.end(), Decimal(count) / bottom


def _is_fraction(match: re.Match[str], folded: str, lower: str) -> bool:
    """Tell "1/2 verre", "3/4 des sièges" and "8/10e de seconde" from the first of two pages and from a day."""
    end = match.end()
    if match[0][-1] == "e" or _LETTER.match(folded, end) or _PART.match(lower, end):
        return True
    if match[0] not in _COMMON or not _THING.match(lower, end):
        return False
    return _ONE_OF_SO_MANY.search(lower, max(0, match.start() - 14), match.start()) is None


def fractions(folded: str, lower: str, language: str) -> Iterator[tuple[int, int, Decimal]]:
    """Find fractions: where each starts and ends, and its value."""
    if language in _SPOKEN:
        yield from _spoken(lower, language)
    if "/" in folded:
        for match in _WRITTEN.finditer(folded):
            top, bottom = int(match["top"]), int(match["bottom"])
            if match["whole"] or (top < bottom and _is_fraction(match, folded, lower)):
                yield match.start(), match.end(), int(match["whole"] or 0) + Decimal(top) / bottom
    for match in _SIGN.finditer(folded):
        text = _SIGNS[match[2]]
        value = Decimal(text[0]) / Decimal(text[2]) if "/" in text else Decimal(text)
        yield match.start(), match.end(), int(match[1] or 0) + value


_COMMON = frozenset({"1/2", "1/3", "2/3", "1/4", "3/4"})
_THING = re.compile(r"[ -][^\W\d_]{3,}")
_ONE_OF_SO_MANY = re.compile(
    r"\b(?:pages?|parties?|parts?|épisodes?|episodes?|chapitres?|volets?|étapes?|tomes?|slides?|sections?|fiches?|n°|le|du"
    r"|au|on|by|score|set)[ :]{1,2}\Z"
)
_PART = re.compile(r" d(?:es|u|e|e la|e l'|e nos|e ses)(?!\w)| d'| of ")
_LETTER = re.compile(
    r" ?(?:cups?|bricks?|teaspoons?|tablespoons?|majority|share|the|miles?|inch|foot|feet|ft|mi|litres?|tonnes?|heures?"
    r"|hours?|page|in)\b"
)
