"""Finds every number-like thing of a text with its exact span, value, unit and comparator."""

from __future__ import annotations

from maeditor.extraction.interface import Mention, MentionKind
from maeditor.extraction.numbers.numerals import numerals
from maeditor.extraction.quantities.reader import MentionReader
from maeditor.extraction.text.folding import fold
from maeditor.extraction.text.language import guess_language
from maeditor.extraction.times.dates import Found, dates
from maeditor.extraction.times.periods import periods


def _apart(found: list[Found]) -> list[Found]:
    """Keep, of overlapping dates, the one that starts first, and of these the longest."""
    found.sort(key=lambda date: (date.start, -date.end))
    kept: list[Found] = []
    for date in found:
        if not kept or date.start >= kept[-1].end:
            kept.append(date)
    return kept


def mentions(text: str, language: str | None = None) -> tuple[Mention, ...]:
    """Find the mentions of a text in text order, none overlapping another; the language is guessed where None.

    A fraction is a cardinal below one. What counts without saying how many ("des milliers"), and a code in figures
    (a version, a telephone number with points), has no value.
    """
    chosen = (language or guess_language(text))[:2].lower()
    if chosen not in ("fr", "en", "ar"):
        chosen = "fr"
    folded = fold(text)
    lower = folded.lower()
    calendar = _apart([*periods(lower, chosen), *dates(folded, lower, chosen)])
    reader = MentionReader(text, folded, lower, chosen)
    return reader.read(numerals(folded, lower, chosen), calendar)


__all__ = ["Mention", "MentionKind", "mentions"]
