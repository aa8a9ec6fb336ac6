"""The things an Arabic text names: a kind with what belongs to it ("محطة نور للطاقة"), a name in quotation marks.

Arabic has no capitals: a thing is named where a name in quotation marks or words with the article follow its kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from maeditor.extraction.text.arabic import LETTER
from maeditor.extraction.text.phrases import alternation, compile_phrases, lexicon

_QUOTED = re.compile(r"[\"«“][ \u00a0]?(?P<name>[^\"«»“”\n]{2,40}?)[ \u00a0]?[\"»”]")
_WORD = re.compile(rf" (?P<word>[{LETTER}]+)(?![^\W_])")
_DEFINITE = re.compile(r"(?:ال|لل)\w{2}")
_LONGEST = 4


class Named(NamedTuple):
    """A thing in the words of the text; ``head`` its kind, ``named`` where it says which one."""

    start: int
    end: int
    head: str
    named: bool


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lists = lexicon("subjects")["arabic"]
    heads = re.compile(rf"(?<!\w)(?P<head>{alternation(lists['heads'])})(?!\w)")
    return heads, compile_phrases(lists["stops"])


def arabic_things(text: str, soft: str, left: int, right: int) -> Iterator[Named]:
    """Find the things named between two offsets, in order; ``soft`` is the comparable text."""
    heads, _ = _patterns()
    position = left
    for match in heads.finditer(soft, left, right):
        if match.start() < position:
            continue
        yield from _quoted(text, position, match.start())
        end, named = _rest(soft, match.end(), right)
        quoted = _QUOTED.match(text, end + 1, right) if soft[end : end + 1] == " " else None
        if quoted is not None:
            end, named = quoted.end(), True
        yield Named(match.start(), end, match["head"], named)
        position = end
    yield from _quoted(text, position, right)


def _quoted(text: str, left: int, right: int) -> Iterator[Named]:
    for match in _QUOTED.finditer(text, left, right):
        if len(match["name"].split()) <= 4:
            yield Named(*match.span("name"), "", True)


def _rest(soft: str, end: int, right: int) -> tuple[int, bool]:
    """Take in the words that belong to a kind: the first, then those with the article."""
    _, stops = _patterns()
    named = False
    for taken in range(_LONGEST):
        match = _WORD.match(soft, end, right)
        if match is None or stops.fullmatch(match["word"]):
            break
        definite = _DEFINITE.match(match["word"]) is not None
        if taken and not definite:
            break
        named = named or definite
        end = match.end()
    return end, named
