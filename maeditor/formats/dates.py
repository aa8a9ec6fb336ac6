"""Dates as articles write them, to EDTF; what is ambiguous stays unread."""

from __future__ import annotations

import datetime as dt
import re

_MONTHS = {
    1: "janvier janv january jan يناير جانفي",
    2: "février fevrier févr fév fev february feb فبراير فيفري",
    3: "mars march mar مارس",
    4: "avril avr april apr أبريل ابريل إبريل أفريل",
    5: "mai may ماي مايو",
    6: "juin june jun يونيو يونيه جوان",
    7: "juillet juil july jul يوليو يوليوز يوليه جويلية",
    8: "août aout august aug غشت أغسطس اغسطس أوت",
    9: "septembre sept september sep شتنبر سبتمبر",
    10: "octobre oct october أكتوبر اكتوبر",
    11: "novembre nov november نونبر نوفمبر",
    12: "décembre decembre déc dec december دجنبر ديسمبر",
}
_NUMBER_OF = {name: number for number, names in _MONTHS.items() for name in names.split()}
_MONTH = "(?P<month>" + "|".join(sorted(_NUMBER_OF, key=len, reverse=True)) + r")\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_DAY = r"(?<!\d)(?P<day>[0-3]?\d)(?:er|st|nd|rd|th)?"
_GAP = r"[ \u00a0\u202f]{1,3}"
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")

_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){_YEAR}-(?P<number>[01]\d)-(?P<day>[0-3]\d)(?!\d)",
        rf"{_DAY}{_GAP}{_MONTH},?{_GAP}{_YEAR}",
        rf"\b{_MONTH}{_GAP}{_DAY},?{_GAP}{_YEAR}",
        rf"(?<![\d/.-])(?P<day>[0-3]?\d)(?P<bar>[/.-])(?P<number>[01]?\d)(?P=bar){_YEAR}",
        rf"\b{_MONTH}{_GAP}{_YEAR}",
    )
)
_BARRED = 3
WRITTEN_DATE = "|".join(re.sub(r"\(\?P<\w+>", "(?:", form.pattern).replace("(?P=bar)", "[/.-]") for form in _FORMS)
"""A pattern, without groups, for any date that ``written_date`` may know."""


def edtf_date(stamp: str) -> str:
    """Take the date of an ISO 8601 stamp (``2026-03-12T09:00:00+01:00``, ``2026-03``, ``2026``), or nothing."""
    found = re.match(r"\s*(\d{4})(?:-?(\d\d)(?:-?(\d\d)(?!\d))?)?(?![\d])", stamp)
    return _checked(found[1], found[2] or "", found[3] or "") if found else ""


def written_date(text: str, *, day_first: bool = True) -> str:
    """Read the first date that a text writes, as EDTF, or nothing.

    ``day_first`` says how to take ``03/12/2026``; where it is False such a date counts only if one part is above 12.
    """
    plain = text.translate(_DIGITS)
    matches = [(found, number) for number, form in enumerate(_FORMS) if (found := form.search(plain))]
    if not matches:
        return ""
    found, form = min(matches, key=lambda match: (match[0].start(), -len(match[0][0])))
    parts = found.groupdict()
    month = str(_NUMBER_OF[parts["month"].lower()]) if parts.get("month") else parts["number"]
    day = parts.get("day") or ""
    if form == _BARRED and not day_first and int(day) <= 12 and day != month:
        return ""
    return _checked(parts["year"], month, day)


def _checked(year: str, month: str, day: str) -> str:
    try:
        date = dt.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return ""
    written = date.isoformat()
    return written if day else written[:7] if month else written[:4]
