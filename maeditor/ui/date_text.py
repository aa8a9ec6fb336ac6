"""EDTF dates as people read them: ``12 mars 2026``, ``mars 2026``, ``2026``; never more than the source says."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale

from maeditor.domain.dates import is_edtf
from maeditor.wording import Wording

_DAY, _MONTH = 10, 7
_FORMATS = {"fr": ("d MMMM yyyy", "MMMM yyyy"), "en": ("d MMMM yyyy", "MMMM yyyy")}
_SHORT = {"fr": ("d MMM yyyy", "MMM yyyy"), "en": ("d MMM yyyy", "MMM yyyy")}


def date_text(edtf: str, words: Wording) -> str:
    """Word a date; what is no plain day or month is shown as it stands, nothing as “sans date”."""
    return _text(edtf, _FORMATS[words.language], words)


def short_date_text(edtf: str, words: Wording) -> str:
    """Word a date with its month cut short, for a narrow place: ``12 nov. 2026``."""
    return _text(edtf, _SHORT[words.language], words)


def _text(edtf: str, formats: tuple[str, str], words: Wording) -> str:
    if not edtf:
        return words.say("shell.no_date")
    if "/" in edtf and is_edtf(edtf):
        return _period_text(edtf, formats, words)
    plain = edtf.rstrip("~?")
    day, month = formats
    try:
        if len(plain) == _DAY:
            return _worded(date.fromisoformat(plain), day, words)
        if len(plain) == _MONTH:
            return _worded(date.fromisoformat(f"{plain}-01"), month, words)
    except ValueError:
        return edtf
    return edtf


def _period_text(edtf: str, formats: tuple[str, str], words: Wording) -> str:
    first, _, last = (_text(each, formats, words) if each.strip(".") else "" for each in edtf.partition("/"))
    if not (first and last):
        return words.say("shell.date_from" if first else "shell.date_until", date=first or last)
    return words.say("shell.date_between", first=first, last=last)


def _worded(day: date, pattern: str, words: Wording) -> str:
    return QLocale(words.language).toString(QDate(day.year, day.month, day.day), pattern)
