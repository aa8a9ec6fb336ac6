"""What the passage panel shows of a fact: its passage inside the paragraphs it stands in. No Qt."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from maeditor.services.library import FactView

MOST = 900
"""Code points of context beyond which it is cut."""
AROUND = 420
BULLETS = frozenset("•·▪◦‣⁃●○■□►▶*")
PICTOGRAMS = frozenset({"So", "Sk", "Mn"})
RIGHT_TO_LEFT = frozenset({"ar", "he", "fa", "ur"})


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A fact with the article it was found in; ``marked`` are spans of ``text``, the value or the whole passage.

    ``start`` and ``end`` are where its first passage stands in the article, in code points.
    """

    view: FactView
    article_id: str = ""
    title: str = ""
    publisher: str = ""
    published: str = ""
    language: str = ""
    text: str = ""
    marked: tuple[tuple[int, int], ...] = ()
    start: int = 0
    end: int = 0

    @property
    def right_to_left(self) -> bool:
        """Tell whether its language is written from right to left."""
        return self.language.split("-", maxsplit=1)[0].lower() in RIGHT_TO_LEFT

    @property
    def found(self) -> bool:
        """Tell whether there is a passage to open."""
        return bool(self.article_id)


def context_of(text: str, start: int, end: int) -> tuple[int, int]:
    """The paragraph (or paragraphs) around a span; cut at words where it is very long."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    if last - first > MOST:
        cut = max(first, start - AROUND)
        first = first if cut == first else _next_word(text, cut, start)
        cut = min(last, max(end, start) + AROUND)
        last = last if cut == last else _previous_word(text, cut, end)
    return first, last


def marked_in(text: str, passages: tuple[tuple[int, int], ...], raw: str) -> tuple[tuple[int, int], ...]:
    """Where the value stands in each passage, or the whole passage where it is worded otherwise; in order, apart."""
    spans = []
    for start, end in passages:
        at = text.find(raw, start, end) if raw else -1
        spans.append((at, at + len(raw)) if at >= 0 else (start, end))
    apart: list[tuple[int, int]] = []
    for start, end in sorted(set(spans)):
        if apart and start <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return tuple(apart)


def excerpt_text(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text around the first span with an ellipsis where it was cut, and the spans that stand in it."""
    start, end = spans[0]
    first, last = context_of(text, start, end)
    cut_before = first > 0 and text[first - 1] != "\n"
    first = _after_marker(text, first, start)
    cut_after = last < len(text) and text[last] != "\n"
    before = "… " if cut_before else ""
    shift = len(before) - first
    shown = before + text[first:last] + (" …" if cut_after else "")
    inside = tuple((a + shift, b + shift) for a, b in spans if first <= a and b <= last)
    return shown, inside


def _after_marker(text: str, at: int, limit: int) -> int:
    """Past what stands before a paragraph's first word: spaces, a bullet, a pictogram."""
    while at < limit and (text[at].isspace() or text[at] in BULLETS or unicodedata.category(text[at]) in PICTOGRAMS):
        at += 1
    return at


def _next_word(text: str, at: int, limit: int) -> int:
    gap = text.find(" ", at, limit)
    return gap + 1 if gap >= 0 else at


def _previous_word(text: str, at: int, limit: int) -> int:
    gap = text.rfind(" ", limit, at)
    return gap if gap >= 0 else at
