"""Passages of an article in another language than the rest: a release in French with its English version below."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from maeditor.extraction.text.word_lists import word_lists

_WORD = re.compile(r"[^\W\d_]+")
_TELLING = 5
"""Words of one language more than of the other that make a line speak for it."""
_LEAST = 250
"""Characters from which a run of such lines is read as another language; a quotation is not."""


class Passage(NamedTuple):
    """Part of a text in one language."""

    start: int
    end: int
    language: str


def passages(text: str, lines: Iterable[tuple[int, int]], language: str) -> list[Passage]:
    """Cut a French or English text where its language changes; together they are the whole text."""
    if language not in {"fr", "en"}:
        return [Passage(0, len(text), language)]
    runs: list[Passage] = []
    for start, end in lines:
        told = _tongue(text[start:end])
        if runs and (not told or runs[-1].language == told):
            runs[-1] = runs[-1]._replace(end=end)
        else:
            runs.append(Passage(start, end, told or language))
    joined: list[Passage] = []
    for run in runs:
        spoken = run.language if run.end - run.start >= _LEAST else language
        if joined and joined[-1].language == spoken:
            joined[-1] = joined[-1]._replace(end=run.end)
        else:
            joined.append(run._replace(language=spoken))
    edges = [0, *(passage.start for passage in joined[1:]), len(text)]
    return [
        Passage(start, end, passage.language)
        for start, end, passage in zip(edges, edges[1:], joined or [Passage(0, 0, language)], strict=False)
    ]


def _tongue(line: str) -> str:
    """Language that the words of a line speak for; empty where they do not."""
    lists = word_lists("languages")
    words = _WORD.findall(line.lower())
    french = sum(word in lists["fr"] for word in words)
    english = sum(word in lists["en"] for word in words)
    if abs(french - english) < _TELLING:
        return ""
    return "fr" if french > english else "en"
