"""Names of months, days and parts of the year, as fragments of patterns and as numbers."""

from __future__ import annotations

import re
from functools import cache

from maeditor.extraction.text.phrases import lexicon

_FR = (
    ("janvier", r"janv\.?", r"jan\.?"),
    ("février", "fevrier", r"févr\.?", r"fevr\.?", r"fév\.?", r"fev\.?"),
    ("mars", r"mar\.?"),
    ("avril", r"avr\.?"),
    ("mai",),
    ("juin",),
    ("juillet", r"juill\.?", r"juil\.?"),
    ("août", "aout", r"aou\.?"),
    ("septembre", r"(?<=\d )sept\.?", r"(?<=er )sept\.?", r"(?<=\d-)sept\.?", r"sept\.", r"sep\.?"),
    ("octobre", r"oct\.?"),
    ("novembre", r"nov\.?"),
    ("décembre", "decembre", r"déc\.?", r"dec\.?"),
)
_EN = (
    ("january", r"jan\.?"),
    ("february", r"feb\.?"),
    ("march", r"mar\.?"),
    ("april", r"apr\.?"),
    ("may",),
    ("june", r"jun\.?"),
    ("july", r"jul\.?"),
    ("august", r"aug\.?"),
    ("september", r"sept\.?", r"sep\.?"),
    ("october", r"oct\.?"),
    ("november", r"nov\.?"),
    ("december", r"dec\.?"),
)


@cache
def _months(language: str) -> tuple[tuple[str, ...], ...]:
    """Names of each month as patterns."""
    return {"fr": _FR, "en": _EN}.get(language) or tuple(tuple(names) for names in lexicon("calendar")["months"])


def _pattern(months: tuple[tuple[str, ...], ...]) -> str:
    names = sorted((name for month in months for name in month), key=len, reverse=True)
    return "(?:" + "|".join(names) + r")(?![^\W\d_])"


#: What a pattern says beyond the letters of a name.
_ABBREVIATED = re.compile(r"\(\?<=[^)]*\)|\\\.\??")


@cache
def _numbers(language: str) -> dict[str, int]:
    return {_ABBREVIATED.sub("", name): number for number, month in enumerate(_months(language), 1) for name in month}


def _both_names(month: str) -> str:
    """A month under one name, or under two: "كانون الثاني/يناير", "حزيران (يونيو)"."""
    return rf"{month}(?: ?[/(-] ?{month}\)?)?"


def month_pattern(language: str) -> str:
    """A month's name as a pattern without a group."""
    names = _pattern(_months(language))
    return _both_names(names) if language == "ar" else names


WEEKDAY = {
    "fr": r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun\.|mar\.|mer\.|jeu\.|ven\.|sam\.|dim\.)",
    "en": r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?"
    r"|sun(?:day)?)\.?(?![^\W\d_])",
    "ar": r"(?:الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعة|السبت|الاحد)",
}
_DAY_WORDS = {
    "fr": [
        "un",
        "deux",
        "trois",
        "quatre",
        "cinq",
        "six",
        "sept",
        "huit",
        "neuf",
        "dix",
        "onze",
        "douze",
        "treize",
        "quatorze",
        "quinze",
        "seize",
        "dix-sept",
        "dix-huit",
        "dix-neuf",
        "vingt",
        "vingt-et-un",
        "vingt-deux",
        "vingt-trois",
        "vingt-quatre",
        "vingt-cinq",
        "vingt-six",
        "vingt-sept",
        "vingt-huit",
        "vingt-neuf",
        "trente",
        "trente-et-un",
    ],
    "en": [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
        "twenty-first",
        "twenty-second",
        "twenty-third",
        "twenty-fourth",
        "twenty-fifth",
        "twenty-sixth",
        "twenty-seventh",
        "twenty-eighth",
        "twenty-ninth",
        "thirtieth",
        "thirty-first",
    ],
    "ar": ["فاتح"],
}
_DAY_NUMBERS = {language: {word: day for day, word in enumerate(words, 1)} for language, words in _DAY_WORDS.items()}
_DAY_NUMBERS["fr"]["premier"] = 1


def _day_pattern(language: str) -> str:
    words = sorted(_DAY_NUMBERS[language], key=len, reverse=True)
    spelled = "|".join(word.replace("-", "[ -]") for word in words)
    suffix = {"fr": "(?: ?er)?", "en": "(?: ?(?:st|nd|rd|th))?", "ar": ""}[language]
    figures = rf"(?:3[01]|[12]\d|0?[1-9]){suffix}(?![.,]\d(?!\d{{3}}(?!\d))|\d)"
    return f"(?:{figures}|{spelled})" if spelled else figures


#: A day of the month in figures or words, per language, as a pattern without a group.
DAY = {language: _day_pattern(language) for language in ("fr", "en", "ar")}

_FIGURES = re.compile(r"\d+")
_TWO_NAMES = re.compile(r" ?[/(-]")


def month_number(name: str, language: str) -> int:
    """Number of a month that ``month_pattern`` matched."""
    if language == "ar":
        name = _TWO_NAMES.split(name)[0]
    return _numbers(language)[name.lower().rstrip(".")]


def day_number(name: str, language: str) -> int:
    """Number of a day that ``DAY`` matched."""
    figures = _FIGURES.match(name)
    if figures:
        return int(figures[0])
    return _DAY_NUMBERS[language][name.lower().replace(" ", "-")]


def full_year(figures: str) -> int:
    """Year of four figures, or of two: 00 to 39 is this century ("8 mai 45" and "juin 40" are not)."""
    year = int(figures)
    if len(figures) > 2:
        return year
    return 2000 + year if year < 40 else 1900 + year
