"""A passage in its sentence: enough around a bare value to know what it says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from maeditor.domain.articles import Passage

ELLIPSIS = "…"
REACH = 60
"""Code points shown on each side at most: with its passage a quote fills some three lines."""
_END = re.compile(r"[.!?…]+[»”\"')\]]*\s+|\n+")
"""Where a sentence ends; a point inside a number is followed by no space."""
_BULLETS = re.compile(r"^(?:[\s•‣▪·*–—\ufe0f-]|[\u2190-\u2bff\U0001f000-\U0001faff]\ufe0f?)+")
"""What a list puts before its lines: dots, dashes, pictures."""
_SPACES = re.compile(r"[ \t\r\n\v\f]+")


@dataclass(frozen=True, slots=True)
class Quote:
    """The words before, the passage itself, the words after; each begins or ends with … where it was cut."""

    before: str
    exact: str
    after: str

    @property
    def text(self) -> str:
        """The whole of it on one line."""
        return f"{self.before}{self.exact}{self.after}"


def quote_of(passage: Passage, before: str, after: str, reach: int = REACH) -> Quote:
    """Cut a passage's surroundings at its sentence, or at a word where the sentence is longer than ``reach``."""
    return Quote(_before(before[-reach:], reach), _one_line(passage.exact), _after(after[:reach], passage.exact, reach))


def _before(prefix: str, reach: int) -> str:
    start = max((found.end() for found in _END.finditer(prefix)), default=-1)
    if start >= 0:
        return _one_line(_BULLETS.sub("", prefix[start:]), keep_end=True)
    if len(prefix) < reach:
        return _one_line(_BULLETS.sub("", prefix), keep_end=True)
    # The sentence began earlier: drop the word that the limit may have cut in two.
    whole_words = prefix.split(maxsplit=1)[1:] if not prefix[:1].isspace() else [prefix]
    rest = _one_line(whole_words[0], keep_end=True) if whole_words else ""
    return f"{ELLIPSIS}{rest.lstrip()}"


def _after(suffix: str, exact: str, reach: int) -> str:
    if exact.rstrip()[-1:] in {".", "!", "?"} and suffix[:1].isspace():
        return ""
    end = _END.search(suffix)
    if end is not None:
        return _one_line(suffix[: end.start()] + end.group().split("\n")[0].rstrip(), keep_start=True)
    if len(suffix) < reach:
        return _one_line(suffix, keep_start=True).rstrip()
    whole_words = suffix.rsplit(maxsplit=1)[:-1] if not suffix[-1:].isspace() else [suffix]
    rest = _one_line(whole_words[0], keep_start=True) if whole_words else ""
    return f"{rest.rstrip()}{ELLIPSIS}"


def _one_line(text: str, *, keep_start: bool = False, keep_end: bool = False) -> str:
    """One space for each run of white space, no-break spaces kept; at the ends none but where words would touch."""
    line = _SPACES.sub(" ", text)
    line = line if keep_start else line.lstrip()
    return line if keep_end else line.rstrip()
