"""Sentences: where they begin and end, safe for decimals, abbreviations and initials."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from maeditor.extraction.text.phrases import lexicon

_LONGEST = 1500
_STOP = re.compile(r"(?<![.!?…؟])[.!?…؟]+(?:[ \u00a0\u202f]?[»”]|[\"’')\]])*[ \u00a0\u202f]*(?=\s|$|[A-ZÀÖØ-Þ«“])")
_CLAUSE = re.compile(
    r"[;:،؛]\s|[,–—]\s|\s[-–—]\s|[()]|\s(?:tandis que|alors que|while|whereas|mais|but)\s", re.IGNORECASE
)
_LAST_WORD = re.compile(r"[\w.&'’°-]*$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of text that says one thing."""

    start: int
    end: int


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Sentence]:
    """Split one line or paragraph, ``text[start:end]``, into sentences."""
    stop = len(text) if end is None else end
    found: list[Sentence] = []
    begin = start
    for match in _STOP.finditer(text, start, stop):
        if match.group()[0] == "." and _not_an_end(text, begin, match.start(), match.end(), stop):
            continue
        if text[begin : match.end()].strip():
            found.append(_trimmed(text, begin, match.end()))
        begin = match.end()
    if text[begin:stop].strip():
        found.append(_trimmed(text, begin, stop))
    return [part for sentence in found for part in _parts(text, sentence)]


def _parts(text: str, sentence: Sentence) -> list[Sentence]:
    """Cut what is too long for a sentence, such as a table on one line, so that reading stays linear."""
    parts: list[Sentence] = []
    start = sentence.start
    while sentence.end - start > _LONGEST:
        cut = max(text.rfind(mark, start + _LONGEST // 2, start + _LONGEST) for mark in ("; ", ", ", " ", "\n"))
        cut = cut + 1 if cut > start else start + _LONGEST
        if text[start:cut].strip():
            parts.append(_trimmed(text, start, cut))
        start = cut
    if text[start : sentence.end].strip():
        parts.append(_trimmed(text, start, sentence.end))
    return parts


def clause(text: str, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Span of the clause of a sentence in which ``start:end`` stands."""
    left, right = sentence.start, sentence.end
    for match in _CLAUSE.finditer(text, sentence.start, sentence.end):
        if match.end() <= start:
            left = match.end()
        elif match.start() >= end:
            right = match.start()
            break
    return left, right


def _trimmed(text: str, start: int, end: int) -> Sentence:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Sentence(start, end)


def _not_an_end(text: str, begin: int, dot: int, after: int, stop: int) -> bool:
    """Tell whether a full stop belongs to an abbreviation, an initial or a number."""
    following = text[after : min(stop, after + 8)].lstrip()[:1]
    if not following:
        return False
    word_match = _LAST_WORD.search(text, max(begin, dot - 30), dot)
    word = word_match.group() if word_match else ""
    if word.lower().lstrip("('’«\"") in _abbreviations() or (len(word) == 1 and word.isupper()):
        return True
    if text[dot + 1].isalnum():
        return word[-1:].isdigit() or text[dot + 1].isdigit() or len(word) <= 2 or "." in word
    return following.islower()


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(lexicon("abbreviations")["words"])
