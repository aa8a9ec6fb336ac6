"""Where a quote stands in a text: word for word once typography is folded, else where nearly all its words stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from maeditor.extraction.text.folding import fold

LEAST_LIKE = 0.85
"""Below this share of words in common a quote is another sentence."""
LEAST_WORDS = 4
"""Shorter quotes must stand there word for word: too much is like them."""
MOST_PLACES = 40
"""Of one quote so many places are looked at."""
_WORD = re.compile(r"\w+(?:[.,]\w+)*|[%€$£]")
_QUOTE_MARKS = str.maketrans({"«": '"', "»": '"', "…": "."})


class Found(NamedTuple):
    """A place of a quote; ``score`` is 1 where it stands there word for word, else the share of words in common."""

    start: int
    end: int
    score: float


class QuoteFinder:
    """Finds quotes in one text."""

    def __init__(self, text: str) -> None:
        self._words, self._spans = _words(text)
        self._places: dict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(self._words):
            self._places[word].append(at)

    def places(self, quote: str) -> list[Found]:
        """The places of a quote, those word for word in text order; else the likest alone; none where it is not."""
        words = _words(quote)[0]
        if not words:
            return []
        exact = [self._found(at, at + len(words), 1.0) for at in self._exact(words)]
        if exact or len(words) < LEAST_WORDS:
            return exact
        likest = max(self._like(words), key=lambda found: found.score, default=None)
        return [likest] if likest is not None and likest.score >= LEAST_LIKE else []

    def _exact(self, words: Sequence[str]) -> Iterator[int]:
        # The rarest word leads: looking up the first would look at every "la" of a long text.
        lead = min(range(len(words)), key=lambda at: len(self._places.get(words[at], ())))
        found = 0
        for place in self._places.get(words[lead], ()):
            at = place - lead
            if at >= 0 and self._words[at : at + len(words)] == list(words):
                yield at
                found += 1
                if found == MOST_PLACES:
                    return

    def _like(self, words: Sequence[str]) -> Iterator[Found]:
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(words)
        room = 2 + len(words) // 4
        for start in self._starts(words):
            left, right = max(0, start - room), min(len(self._words), start + len(words) + room)
            matcher.set_seq1(self._words[left:right])
            blocks = [block for block in matcher.get_matching_blocks() if block.size]
            if not blocks:
                continue
            first, last = left + blocks[0].a, left + blocks[-1].a + blocks[-1].size
            shared = sum(block.size for block in blocks)
            yield self._found(first, last, round(2 * shared / (len(words) + last - first), 3))

    def _starts(self, words: Sequence[str]) -> list[int]:
        """Where the quote would begin if one of its rarer words stood in its place."""
        known = sorted((len(self._places[word]), at) for at, word in enumerate(words) if word in self._places)
        starts: list[int] = []
        for count, at in known[: max(3, len(words) // 4)]:
            if count <= MOST_PLACES:
                for place in self._places[words[at]]:
                    begin = max(0, place - at)
                    near = bisect_left(starts, begin)
                    if not any(abs(begin - each) <= 1 for each in starts[max(0, near - 1) : near + 1]):
                        starts.insert(near, begin)
        return starts[:MOST_PLACES]

    def _found(self, first: int, last: int, score: float) -> Found:
        return Found(self._spans[first][0], self._spans[last - 1][1], score)


def _words(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """The words of a text as they are compared, with their spans."""
    folded = fold(text).translate(_QUOTE_MARKS).lower()
    matches = list(_WORD.finditer(folded))
    return [match[0] for match in matches], [match.span() for match in matches]
