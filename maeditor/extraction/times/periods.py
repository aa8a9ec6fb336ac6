"""Finds periods and times: quarters, half-years, seasons, spans of years, decades, times of day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from maeditor.extraction.interface import MentionKind
from maeditor.extraction.times.calendar_words import full_year, month_number, month_pattern
from maeditor.extraction.times.dates import Found
from maeditor.extraction.times.spoken_years import spoken_years

_YEAR = r"(?:1[5-9]|20|21)\d\d(?![\d]|[.,]\d| ?%)"
_PARTS = {
    "fr": r"(?P<n>premier|1er|première|1ère|1re|deuxième|second|seconde|2e|2ème|2nd|troisième|3e|3ème|quatrième|4e|4ème"
    r"|dernier) (?P<u>trimestre|semestre|moitié)(?: de l'année| de l'an| de| d'| en)? (?P<py>%Y)",
    "en": r"(?P<n>first|1st|second|2nd|third|3rd|fourth|4th|last|final)[ -](?P<u>quarter|half)(?: of| in)?"
    r"(?: the year)?,? (?P<py>%Y)",
    "ar": r"(?P<n>(?!))(?P<u>)(?P<py>)",
}
_ORDER = {
    "pre": 1, "1er": 1, "1èr": 1, "1re": 1, "fir": 1, "1st": 1,
    "deu": 2, "sec": 2, "2e": 2, "2èm": 2, "2nd": 2,
    "tro": 3, "3e": 3, "3èm": 3, "thi": 3, "3rd": 3,
    "qua": 4, "4e": 4, "4èm": 4, "fou": 4, "4th": 4, "der": 4, "las": 4, "fin": 4,
}  # fmt: skip
#: Letters of the parts of a year after their number: "3T25", "1H25" ("1h25" is a time in French).
_LETTERS = {"fr": "ts", "en": "qh", "ar": "ts"}
_SEASONS = {
    "printemps": ("03", "05"),
    "spring": ("03", "05"),
    "été": ("06", "08"),
    "summer": ("06", "08"),
    "automne": ("09", "11"),
    "autumn": ("09", "11"),
    "hiver": ("12", "02"),
    "winter": ("12", "02"),
}
_TIME = re.compile(
    r"(?<![\w.,:/-])(?:"
    r"(?:[01]?\d|2[0-4]) ?h(?: ?[0-5]\d)?(?: ?/ ?(?:24|7))(?!\w)|24 heures (?:sur|/) (?:24|vingt-quatre)(?!\w)"
    r"|7 ?j(?:ours)? ?(?:/|sur) ?7(?!\w)|24/7(?!\w)"
    r"|(?P<h>[01]?\d|2[0-4]) ?h ?(?P<m>[0-5]\d)(?!\d)(?: ?min)?"
    r"|(?P<ch>[01]?\d|2[0-4]):(?P<cm>[0-5]\d)(?::[0-5]\d)?(?![\d:])(?: ?(?P<cp>[ap])\.?m\b\.?)?"
    r"|(?P<ah>1[0-2]|0?\d)(?:[:.](?P<am>[0-5]\d))? ?(?P<ap>[ap])\.?m\b\.?"
    r"|(?P<oh>1[0-2]|[1-9]) o'clock"
    r")"
)
_AT_HOUR = re.compile(
    r"(?:\bà|\bvers|\bdès|\baprès|\bavant|\bjusqu'à|\bde|\bentre) (?P<h>[01]?\d|2[0-4]) ?h(?! ?\d|\w)"
)


#: Decades by their tens: "les années 80", "the late 80s"; "in her late 30s" is an age.
_SHORT_DECADE = {
    "fr": r"années '?(?P<dec3>[3-9]0)(?![\w%]|[.,]\d)|années (?P<decw>%s)(?![\w-])",
    "en": r"(?<!his )(?<!her )(?<!our )(?<!my )(?<!your )(?<!their )(?:the|early|late|mid)[ -](?:early |late |mid-? ?)?"
    r"(?:'?(?P<dec3>[3-9]0)'?s(?!\w)|(?P<decw>%s)(?![\w-]))",
    "ar": r"(?P<dec3>(?!))(?P<decw>)",
}
_DECADE_WORDS = {
    "fr": {
        "trente": 30,
        "quarante": 40,
        "cinquante": 50,
        "soixante": 60,
        "soixante-dix": 70,
        "quatre-vingt": 80,
        "quatre-vingts": 80,
        "quatre-vingt-dix": 90,
    },
    "en": {
        "twenties": 20,
        "thirties": 30,
        "forties": 40,
        "fifties": 50,
        "sixties": 60,
        "seventies": 70,
        "eighties": 80,
        "nineties": 90,
    },
    "ar": {},
}


@cache
def _period(language: str) -> re.Pattern[str]:
    parts = _PARTS[language].replace("%Y", _YEAR)
    month = month_pattern(language)
    months = rf"(?P<ma>{month})(?: à | - |-| au mois de | to | et | and )(?P<mb>{month})(?: de)? (?P<my>{_YEAR})"
    letters = (
        rf"(?P<l>[tqsh])(?P<ln>[1-4])(?:[ -]?(?:de |of )?(?P<ly>{_YEAR})|[-'/ ](?P<lz>\d\d)(?![\w%]|[.,]\d| ?[a-z%]))"
        rf"|(?P<n5>[1-4])(?P<l5>[{_LETTERS[language]}])[ -]?(?P<y5>{_YEAR}|\d\d(?![\w%]))"
        rf"|(?P<y4>{_YEAR})[ -](?P<l4>[tqsh])(?P<n4>[1-4])(?!\w)"
    )
    seasons = rf"(?P<se>{'|'.join(_SEASONS)})(?: de| of)? (?P<sy>{_YEAR})"
    years = rf"(?P<ya>{_YEAR}) ?[-/] ?(?P<yb>{_YEAR}|\d\d(?![\d/-]))(?![-/]\d)"
    spoken = (
        rf"(?:(?:entre |between )(?:l'année )?(?P<sa>{_YEAR})(?: et | and )(?P<sb>{_YEAR})"
        rf"|(?:de |du |from )(?:l'année )?(?P<ta>{_YEAR})(?: à | to | until | till )(?P<tb>{_YEAR}))"
    )
    decade = r"(?:années |the )?(?P<dec>(?:1[5-9]|20)\d0)'?s(?!\w)|années (?P<dec2>(?:1[5-9]|20)\d0)(?!\d)"
    decade += "|" + _SHORT_DECADE[language].replace("%s", "|".join(sorted(_DECADE_WORDS[language], key=len)[::-1]))
    return re.compile(rf"(?<![\w.,/-])(?:{parts}|{months}|{letters}|{seasons}|{years}|{spoken}|{decade})")


def _interval(year: int, first: int, last: int) -> str:
    return f"{year}-{first:02d}/{year}-{last:02d}"


def _part_of_year(year: int, order: int, unit: str) -> str | None:
    if unit in ("t", "q", "trimestre", "quarter"):
        return _interval(year, order * 3 - 2, order * 3)
    if order == 4:
        order = 2
    return _interval(year, 1, 6) if order == 1 else _interval(year, 7, 12) if order == 2 else None


def _read_period(match: re.Match[str], language: str) -> Found | None:
    part = match.groupdict()
    value: str | None = None
    if part["n"]:
        value = _part_of_year(int(part["py"]), _ORDER[part["n"][:3]], part["u"])
    elif part["l"] or part["l4"] or part["l5"]:
        year = full_year(part["ly"] or part["lz"] or part["y4"] or part["y5"])
        order = int(part["ln"] or part["n4"] or part["n5"])
        value = _part_of_year(year, order, part["l"] or part["l4"] or part["l5"])
    elif part["ma"]:
        value = _interval(int(part["my"]), month_number(part["ma"], language), month_number(part["mb"], language))
    elif part["se"]:
        first, last = _SEASONS[part["se"]]
        year = int(part["sy"])
        value = f"{year}-{first}/{year + (last < first)}-{last}"
    elif part["dec"] or part["dec2"]:
        decade = int(part["dec"] or part["dec2"])
        value = f"{decade}/{decade + 9}"
    elif part["dec3"] or part["decw"]:
        decade = 1900 + (int(part["dec3"]) if part["dec3"] else _DECADE_WORDS[language][part["decw"]])
        value = f"{decade}/{decade + 9}"
    else:
        a, b = part["ya"] or part["sa"] or part["ta"], part["yb"] or part["sb"] or part["tb"]
        last_year = int(b) if len(b) == 4 else int(a[:2] + b)
        if last_year <= int(a):
            return None
        value = f"{a}/{last_year}"
    if value is None:
        return None
    start = match.start("sa") if part["sa"] else match.start("ta") if part["ta"] else match.start()
    return Found(start, match.end(), MentionKind.DATERANGE, value)


def _clock(match: re.Match[str]) -> str | None:
    part = match.groupdict()
    if part["h"] is not None:
        return f"{int(part['h']):02d}:{part['m']}"
    if part["ch"] is not None:
        hour = int(part["ch"])
        if part["cp"] and 1 <= hour <= 12:
            hour = hour % 12 + (12 if part["cp"] == "p" else 0)
        return f"{hour:02d}:{part['cm']}"
    if part["ah"] is not None:
        hour = int(part["ah"]) % 12 + (12 if part["ap"] == "p" else 0)
        return f"{hour:02d}:{part['am'] or '00'}"
    return f"{int(part['oh']):02d}:00" if part["oh"] is not None else None


def periods(lower: str, language: str) -> Iterator[Found]:
    """Find periods and times of day in a folded lower-case text."""
    for match in _period(language).finditer(lower):
        found = _read_period(match, language)
        if found is not None:
            yield found
    if language == "en":
        yield from spoken_years(lower)
    for match in _TIME.finditer(lower):
        if language == "fr" and match["ap"] and not match["am"]:
            # "12 pm" is a length there.
            continue
        yield Found(match.start(), match.end(), MentionKind.TIME, _clock(match))
    if language == "fr":
        for match in _AT_HOUR.finditer(lower):
            yield Found(match.start("h"), match.end(), MentionKind.TIME, f"{int(match['h']):02d}:00")
