"""Finds dates: days, months, and dates in figures, as EDTF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from maeditor.extraction.interface import MentionKind
from maeditor.extraction.times.calendar_words import DAY, WEEKDAY, day_number, full_year, month_number, month_pattern


class Found(NamedTuple):
    """A date, period or time of day; ``value`` is EDTF, or None where it names nothing exact."""

    start: int
    end: int
    kind: MentionKind
    value: str | None


_YEAR = r"(?:1[0-9]|20|21)\d\d(?![\d]|[.,]\d)"


def edtf(year: int | None, month: int, day: int | None) -> str:
    """Write a date as EDTF; without its year as ``--MM-DD``."""
    head = f"{year:04d}" if year is not None else "-"
    return f"{head}-{month:02d}" + (f"-{day:02d}" if day is not None else "")


@cache
def _named(language: str) -> re.Pattern[str]:
    """Pattern of dates with a month's name."""
    month, day, weekday = month_pattern(language), DAY[language], WEEKDAY[language]
    lead = rf"(?:{weekday},? (?:le |the )?)?"
    join = r"(?: et | au | - |(?<=[\dr])-| ou | and | to | or |(?<=\d)/)"
    of = {"fr": r"(?:(?: du mois)? (?:de |d')|%s)", "en": r"(?: of)?%s", "ar": "(?: من)?(?: شهر)?%s"}[language]
    gap = r"(?: ?[-/.]? ?)" if language == "en" else r"(?:[ -]|\. |/)"
    year_of = r"(?:,? ?(?:of )?|[-/ ])" if language != "ar" else r"(?:,? ?(?:من )?(?:(?:ال)?(?:سنة|عام) )?|[-/ ])"
    tail = (
        rf"(?:{year_of},? ?(?P<y>{_YEAR})"
        rf"|[ -](?P<yy>'?\d\d)(?![\w:%.,/-]| (?:h|[a-z]))|-(?P<yz>\d\d)(?![\w:%/-]|[.,]\d))?"
    )
    whole = {"fr": r"(?!(?:vingt|trente)[ -]et[ -]une?(?!\w))", "en": "", "ar": ""}[language]
    first = rf"(?:{whole}(?P<d0>{day})(?P<join>{join})(?:le |the )?)?"
    forward = rf"(?<![\w.,])(?<!\d-){lead}{first}(?P<d>{day}){of % gap}(?P<m>{month}){tail}"
    ahead = rf"(?<![\w.,-])(?P<y3>{_YEAR})[-/ ](?P<m3>{month})[-/ ](?P<d3>{day})"
    if language != "en":
        plain = rf"(?<![\w])(?P<m2>{month}) (?P<y2>{_YEAR})"
        if language == "ar":
            plain = rf"(?:(?<!\w)|(?<=(?<!\w)[لبو]))(?P<m2>{month})(?: من)?(?: (?:ال)?(?:سنة|عام))? (?P<y2>{_YEAR})"
        turned = rf"(?<![\w]){lead}(?P<m4>{month}) (?P<d4>{day}),? (?P<y4>{_YEAR})"
        return re.compile(f"{ahead}|{forward}|{plain}|{turned}")
    backward = (
        rf"(?<![\w]){lead}(?P<m1>{month})[ ,./-]*(?:the )?(?P<d1>{day})(?![:%]|(?: ?[ap]m\b))"
        rf"(?:(?: ?- ?| to | and )(?P<dl>{day}))?(?:(?: ?, ?|,? |-|/)(?P<y1>{_YEAR})|[ -](?P<yy1>'\d\d))?"
    )
    plain = rf"(?<![\w])(?P<m2>{month}),? (?:of )?(?P<y2>{_YEAR})"
    return re.compile(f"{ahead}|{forward}|{plain}|{backward}")


def _valid(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31


def _read_named(match: re.Match[str], language: str) -> Iterator[Found]:
    part = match.groupdict()
    date = MentionKind.DATE
    if part["m2"]:
        yield Found(match.start(), match.end(), date, edtf(int(part["y2"]), month_number(part["m2"], language), None))
        return
    for y, m, d in (("y3", "m3", "d3"), ("y4", "m4", "d4")):
        if part.get(m):
            value = edtf(int(part[y]), month_number(part[m], language), day_number(part[d], language))
            yield Found(match.start(), match.end(), date, value)
            return
    if part.get("m1"):
        month, day = month_number(part["m1"], language), day_number(part["d1"], language)
        written = part["y1"] or (part["yy1"] or "").lstrip("'")
        year = full_year(written) if written else None
        if part["dl"]:
            yield Found(match.start(), match.end("d1"), date, edtf(year, month, day))
            last = day_number(part["dl"], language)
            yield Found(match.start("dl"), match.end(), date, edtf(year, month, last))
        else:
            yield Found(match.start(), match.end(), date, edtf(year, month, day))
        return
    month, day = month_number(part["m"], language), day_number(part["d"], language)
    written = part["y"] or (part["yy"] or part["yz"] or "").lstrip("'")
    year = full_year(written) if written else None
    start = match.start()
    if part["d0"]:
        yield Found(start, match.end("d0"), date, edtf(year, month, day_number(part["d0"], language)))
        start = match.start("d")
    yield Found(start, match.end(), date, edtf(year, month, day))


_NUMERIC = re.compile(
    r"(?<![^\W_]|[/.,:+])(?<!\d-)(?:"
    r"(?P<y>\d{4})(?P<s1>[-/.])(?P<m>\d{1,2})(?P=s1)(?P<d>\d{1,2})"
    r"(?:t\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:z|[+-]\d\d:?\d\d)?)?"
    r"|(?P<a>\d{1,2})(?P<s2>[-/.])(?P<b>\d{1,2})(?:(?P=s2)|[,/])(?P<z>\d{4}|\d{2})"
    r"|(?P<mm>0?[1-9]|1[0-2])/(?P<yyyy>(?:19|20)\d\d)"
    r"|(?P<u>\d{1,2})(?P<s3>[-/.])(?P<v>\d{1,2})"
    r")(?![\d/%]|[-.,:]\d| ?(?:%|€|\$))"
)
_ASKED = {
    "fr": re.compile(r"(?:\ble|\bdu|\bau|\bjusqu'au|jour|\bsur|\bprochain|" + WEEKDAY["fr"] + r") +\Z"),
    "en": re.compile(r"(?:\bon|\bnext|\bthis|\bby|\buntil|\bsince|" + WEEKDAY["en"] + r") +\Z"),
    "ar": re.compile(r"(?:يوم|في|بتاريخ) +\Z"),
}


_WEEKDAY = {language: re.compile(names) for language, names in WEEKDAY.items()}
#: After a day of the month the clause ends or goes on; after a decimal number comes what it measures.
_AFTER_DAY = re.compile(
    r" ?(?:[.,;:!?)\n]|\Z)| (?:avec|à|a|et|ou|pour|au|avant|après|prochain|dernier|si|je|que|chez|dans la|vers)(?!\w)"
)


def _said_of_day(asked: str, lower: str, end: int, language: str) -> bool:
    """Tell "vendredi 7.6" and "le 4.12 à midi" from "sur 9.8 km" and "by 2.5 points"."""
    if language == "ar" or _WEEKDAY[language].match(asked):
        return True
    return language == "fr" and _AFTER_DAY.match(lower, end) is not None


#: "Loi n° 12/2001", "dossier 9/2014": not a month.
_NUMBERED = re.compile(
    r"(?:n[°o]s?|no\.|numéro|loi|décret|arrêté|dossier|affaire|case|law|directive|règlement|rapport) ?\Z"
)
_LIST = re.compile(r", | or | and | et | ou | - ")


_LED_BY = {language: re.compile(rf"(?<!\w){names},? (?:le |the )?\Z") for language, names in WEEKDAY.items()}


def _with_weekday(match: re.Match[str], lower: str, language: str) -> int:
    """Give where "vendredi 12/05" starts: at its weekday, as where the month has its name."""
    start = match.start()
    lead = _LED_BY[language].search(lower, max(0, start - 18), start)
    return lead.start() if lead is not None else start


def _read_numeric(match: re.Match[str], lower: str, language: str, *, listed: bool) -> Found | None:
    part = match.groupdict()
    if part["y"]:
        year, month, day = int(part["y"]), int(part["m"]), int(part["d"])
        known = 1000 <= year <= 2199 and _valid(month, day)
        start = _with_weekday(match, lower, language)
        return Found(start, match.end(), MentionKind.DATE, edtf(year, month, day)) if known else None
    if part["mm"]:
        numbered = _NUMBERED.search(lower, max(0, match.start() - 10), match.start())
        value = edtf(int(part["yyyy"]), int(part["mm"]), None)
        return Found(match.start(), match.end(), MentionKind.DATE, value) if numbered is None else None
    first, second = int(part["a"] or part["u"]), int(part["b"] or part["v"])
    month, day = (first, second) if language == "en" else (second, first)
    if month > 12:
        month, day = day, month
    if not _valid(month, day):
        return None
    if part["z"]:
        year = full_year(part["z"])
        if not 1000 <= year <= 2199 or (len(part["z"]) == 2 and part["s2"] == "." and len(match[0]) < 8):
            return None
        return Found(_with_weekday(match, lower, language), match.end(), MentionKind.DATE, edtf(year, month, day))
    asked = _ASKED[language].search(lower, max(0, match.start() - 14), match.start())
    if part["s3"] == "." and asked is not None and not _said_of_day(asked[0], lower, match.end(), language):
        return None
    if asked is None and not listed and not (match.start() == 0 and match.end() == len(lower) and part["s3"] == "/"):
        return None
    return Found(_with_weekday(match, lower, language), match.end(), MentionKind.DATE, edtf(None, month, day))


#: Names of months that are words too: "it may 20 times", "they march 3 miles".
_WORDS = frozenset({"may", "march", "mar", "sun", "sep", "dec"})


def _is_word(match: re.Match[str], folded: str, lower: str) -> bool:
    """Tell the verb from the month: a month has a capital, a day before it, or its year."""
    if match["m1"] is None or match["m1"] not in _WORDS or match["y1"] or folded is lower or folded == lower:
        return False
    return folded[match.start("m1")].islower()


def dates(folded: str, lower: str, language: str) -> Iterator[Found]:
    """Find the dates of a folded text: with a month's name first, then in figures."""
    for match in _named(language).finditer(lower):
        if language == "en" and _is_word(match, folded, lower):
            continue
        yield from _read_named(match, language)
    listed = -1
    for match in _NUMERIC.finditer(lower):
        goes_on = listed >= 0 and _LIST.fullmatch(lower, listed, match.start()) is not None
        found = _read_numeric(match, lower, language, listed=goes_on)
        listed = -1
        if found is not None:
            yield found
            if str(found.value).startswith("--"):
                listed = found.end
