"""Cuts a row's line so that what was found in it stays in sight."""

from __future__ import annotations

from collections.abc import Callable

from maeditor.ui.palette.rows import Spans

CUT = "…"
BEFORE = "… "
Elide = Callable[[str], str]
"""Cuts a text at its end to the room there is, as Qt does."""


def kept_in_sight(text: str, hits: Spans, elide: Elide) -> tuple[str, Spans]:
    """The part of a text that is shown, and where the hits stand in it.

    Cut at its end while every hit stays whole; else words before the first hit go as well.
    """
    shown = elide(text)
    if not hits or _holds(shown, text, hits[-1][1]):
        return shown, _within(hits, shown, text)
    first, (_begin, needed) = hits[0][0], hits[-1]
    fallback = shown, _within(hits, shown, text)
    for start in _word_starts(text, first):
        part = BEFORE + text[start:]
        moved = tuple((begin - start + len(BEFORE), end - start + len(BEFORE)) for begin, end in hits)
        shown = elide(part)
        if _holds(shown, part, needed - start + len(BEFORE)):
            return shown, moved
        fallback = shown, _within(moved, shown, part)
    return fallback


def _holds(shown: str, text: str, end: int) -> bool:
    return shown == text or end <= len(shown) - len(CUT)


def _within(hits: Spans, shown: str, text: str) -> Spans:
    kept = len(shown) if shown == text else len(shown) - len(CUT)
    return tuple((start, min(end, kept)) for start, end in hits if start < kept)


def _word_starts(text: str, most: int) -> list[int]:
    """Where the words after the first one begin, as far as the first hit."""
    return [at + 1 for at, sign in enumerate(text[:most]) if sign == " "] or ([most] if most else [])
