"""Finds every number-like thing of a text with its exact span, value, unit and comparator."""

from __future__ import annotations

from dataclasses import replace

from maeditor.extraction.interface import Mention, MentionKind
from maeditor.extraction.numbers.numerals import numerals
from maeditor.extraction.quantities.reader import MentionReader
from maeditor.extraction.text.entities import Decoded
from maeditor.extraction.text.folding import fold
from maeditor.extraction.text.language import guess_language
from maeditor.extraction.times.dates import Found, dates
from maeditor.extraction.times.periods import periods
from maeditor.extraction.times.periods_ar import arabic_periods


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
    bare = Decoded(text, entities=False)
    found = _read(bare.text, chosen)
    return found if bare.text is text else tuple(_in_original(mention, text, bare) for mention in found)


def _read(text: str, chosen: str) -> tuple[Mention, ...]:
    folded = fold(text)
    lower = folded.lower()
    found = [*periods(lower, chosen), *dates(folded, lower, chosen)]
    if chosen == "ar":
        found += arabic_periods(folded)
    calendar = _apart(found)
    reader = MentionReader(text, folded, lower, chosen)
    return reader.read(numerals(folded, lower, chosen), calendar)


def _in_original(mention: Mention, text: str, bare: Decoded) -> Mention:
    """Move spans to the text as given, where vowel signs and tatweel take room."""
    start, end = bare.span(mention.start, mention.end)
    hedge = bare.span(*mention.hedge) if mention.hedge is not None else None
    return replace(mention, start=start, end=end, text=text[start:end], hedge=hedge)


__all__ = ["Mention", "MentionKind", "mentions"]
