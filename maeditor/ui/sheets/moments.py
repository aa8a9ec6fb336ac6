"""Moments of the journal (UTC, ISO 8601) as people say them where they are."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QLocale

from maeditor.wording import Wording


def moment_text(at: str, words: Wording, *, bare: bool = False) -> str:
    """Today's with its hour, else the day; what is no moment stands as it is. ``bare``: where there is little room."""
    try:
        moment = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return at
    now = datetime.now().astimezone()
    if moment.date() == now.date():
        return f"{moment:%H:%M}" if bare else words.say("sheets.today_at", time=f"{moment:%H:%M}")
    pattern = "d MMM" if moment.year == now.year else "d MMM yyyy"
    day = QLocale(words.language).toString(QDate(moment.year, moment.month, moment.day), pattern)
    return day if bare else words.say("sheets.on_day", day=day)
