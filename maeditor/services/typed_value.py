"""A value as people type it: the grammar of articles, and every unit as the program itself writes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from maeditor.catalogue import load_catalogue
from maeditor.domain.dates import is_edtf
from maeditor.domain.unit_table import PER_TIME, SINGULAR, TABLE
from maeditor.domain.units import is_unit, unit
from maeditor.domain.values import Comparator, Quantity
from maeditor.extraction.interface import MentionKind

LONGEST = 200
"""What is longer was not typed as a value."""
DATED = frozenset({MentionKind.DATE, MentionKind.YEAR, MentionKind.DATERANGE})
"""The mentions that say when."""
_ARTICLE = r"(?:(?:le|la|l'|les|au|en|à|the|in|on|end of)(?:\s+|(?<=')))*"
_UNTIL = re.compile(
    rf"(?:avant|d'ici(?:\s+à)?|jusqu'(?:à|en|au)|au plus tard|by|before|until|till|up to|no later than)\s+{_ARTICLE}",
    re.IGNORECASE,
)
"""What stands before the last day of a period whose beginning nobody tells."""
_FROM = re.compile(
    rf"(?:après|depuis|dès|à (?:partir|compter) (?:de|du)|au plus tôt|after|since|from|no earlier than|as from)\s+"
    rf"{_ARTICLE}",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"(.+?)\s+(?:(?P<until>at the latest|au plus tard)|at the earliest|au plus tôt)", re.IGNORECASE)
_BETWEEN = re.compile(
    r"(?:(?:de|du|entre|from|between)\s+(?:le\s+)?(.+?)\s+(?:et(?:\s+le)?|and|à|au|to|until)|(.+?)\s+(?:à|au|to|until))\s+(.+)",
    re.IGNORECASE,
)
_ORDERED = frozenset({MentionKind.RANK, MentionKind.ORDINAL})
_ENDS = re.compile(r"(\d[\d.,\u00a0\u202f]*)(\s*(?:à|to|-|–)\s*)(?!0\d)(\d[\d.,\u00a0\u202f]*)(\s*[^\d\s].*|)")
_BOUNDARY = re.compile(r"[\s\d)+]")


@dataclass(frozen=True, slots=True)
class TypedValue:
    """A quantity; ``ordinal`` where it was typed as a place in an order (``1er``, ``5th``)."""

    quantity: Quantity
    ordinal: bool = False


def read_typed(text: str, language: str) -> TypedValue | None:
    """Read a text that is one value and nothing else; None where it is none, or more than one."""
    text = text.strip()
    if not text or len(text) > LONGEST:
        return None
    other = _other(language)
    return _read(text, language) or _read(text, other) or _turned(text, language) or _turned(text, other)


def read_date(text: str, language: str) -> str:
    """Read a date as EDTF, written so or as people write it ("mars 2028", "before 2030"); empty where it is none."""
    text = text.strip()
    if is_edtf(text) or len(text) > LONGEST:
        return text if is_edtf(text) else ""
    readings = (_period(text, each) or _day(text, each) for each in (language, _other(language)))
    return next(filter(None, readings), "")


def _period(text: str, language: str) -> str:
    """A period open to one side, or with both ends told."""
    soft = text.replace("’", "'")
    for pattern in (_UNTIL, _FROM):
        lead = pattern.match(soft)
        found = _day(text[lead.end() :].strip(), language) if lead is not None else ""
        if found:
            return opened(found, until=pattern is _UNTIL)
    behind = _BEHIND.fullmatch(soft)
    found = _day(behind[1], language) if behind is not None else ""
    if behind is not None and found:
        return opened(found, until=behind["until"] is not None)
    both = _BETWEEN.fullmatch(soft)
    ends = [_day(each.strip(), language) for each in both.groups() if each] if both is not None else [""]
    return said if all(ends) and is_edtf(said := "/".join(ends)) else ""


def opened(date: str, *, until: bool) -> str:
    """A date as the last, or the first, day of a period open to the other side; nothing for one without its year."""
    first, _, last = date.partition("/")
    said = f"../{last or first}" if until else f"{first}/.."
    return said if is_edtf(said) else ""


def opening(text: str, start: int) -> tuple[int, bool] | None:
    """Where the words before a date begin that leave it open, and whether it is the last day; None without such."""
    soft = text[:start].replace("’", "'")
    for pattern in (_UNTIL, _FROM):
        for lead in pattern.finditer(soft):
            if lead.end() == start and not soft[: lead.start()][-1:].isalpha():
                return lead.start(), pattern is _UNTIL
    return None


def _day(text: str, language: str) -> str:
    if is_edtf(text):
        return text
    from maeditor.extraction.mentions import mentions

    found = mentions(text, language)
    if len(found) != 1 or found[0].kind not in DATED or text[: found[0].start].strip() or text[found[0].end :].strip():
        return ""
    ends = [str(each) for each in (found[0].value, found[0].value2) if each is not None]
    return date if ends and is_edtf(date := "/".join(ends)) else ""


def _other(language: str) -> str:
    return "fr" if language.startswith("en") else "en"


def symbol_at(text: str, start: int, language: str) -> tuple[str, int] | None:
    """The unit whose symbol stands at a place of a text, with where it ends; the longest of several."""
    after = re.compile(r"[ \u00a0\u202f]?").match(text, start)
    begin = after.end() if after else start
    for end in range(min(len(text), begin + 24), begin, -1):
        code = _code(text[begin:end], language)
        if code and (end == len(text) or not (text[end].isalnum() or text[end] in "/²³")):
            return code, end
    return None


def _read(text: str, language: str) -> TypedValue | None:
    # The lexer is loaded at the first value typed: its patterns take longer to make than the first page.
    from maeditor.extraction.mentions import mentions
    from maeditor.extraction.reading import read_value

    read = read_value(text, language)
    if read is not None and read.unit != "1" and is_unit(read.unit):
        return TypedValue(read)
    found = mentions(text, language)
    # All of it is a number: the M of 12 M is a million, not a unit.
    if read is None or read.unit != "1" or found[0].end < len(text):
        written = _with_symbol(text, language)
        if written is not None:
            return TypedValue(written)
    if read is None or not is_unit(read.unit):
        return None
    return TypedValue(read, len(found) == 1 and found[0].kind in _ORDERED)


def _turned(text: str, language: str) -> TypedValue | None:
    """A range that was typed with its greater end first (``386 à 40 MW``)."""
    ends = _ENDS.fullmatch(text)
    if ends is None:
        return None
    first, between, second, rest = ends.groups()
    found = _read(f"{second}{between}{first}{rest}", language)
    return found if found is not None and found.quantity.comparator is Comparator.RANGE else None


def _with_symbol(text: str, language: str) -> Quantity | None:
    from maeditor.extraction.reading import read_value

    for start in range(1, len(text)):
        before = text[start - 1]
        code = _code(text[start:], language) if _BOUNDARY.match(before) else ""
        if code:
            number = read_value(text[:start], language)
            return replace(number, unit=code) if number is not None and number.unit == "1" else None
    return None


def _code(written: str, language: str) -> str:
    own, other = ("en", "fr") if language.startswith("en") else ("fr", "en")
    return _symbols(own).get(written) or _symbols(other).get(written) or _loosely(own).get(written.casefold(), "")


@cache
def _loosely(language: str) -> dict[str, str]:
    """The units that properties offer, whatever the case they are typed in, where that leaves no doubt: ``gw``."""
    meant: dict[str, set[str]] = {}
    offered = {code for each in load_catalogue() for code in each.units}
    for written, code in _symbols(language).items():
        if code in offered and len(written) > 1:
            meant.setdefault(written.casefold(), set()).add(code)
    return {written: codes.pop() for written, codes in meant.items() if len(codes) == 1}


@cache
def _symbols(language: str) -> dict[str, str]:
    """Every unit's symbol, exactly as written: case tells milli from mega."""
    found: dict[str, str] = {}
    for code in _codes():
        known = unit(code)
        for written in (known.symbol_fr if language == "fr" else known.symbol_en, code):
            if written and not written[0].isdigit():
                found.setdefault(written, code)
                found.setdefault(SINGULAR.get(written, written), code)
    return found


def _codes() -> Iterator[str]:
    yield from (code for each in load_catalogue() for code in each.units)
    listed = [code for _dimension, _base, rows in TABLE for code, *_ in rows]
    yield from listed
    yield from (rate for code in listed for rate in (f"{code}/{time}" for time in PER_TIME) if is_unit(rate))
