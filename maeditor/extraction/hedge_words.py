"""The words of a text that hedge its figures: those that bound a value, and those that only announce or suppose it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from maeditor.domain.facts import Modality
from maeditor.extraction.interface import MentionKind
from maeditor.extraction.language import guess_language
from maeditor.extraction.lifecycle import Moods
from maeditor.extraction.mentions import mentions
from maeditor.extraction.plaintext import plain
from maeditor.extraction.sentences import sentences

PIECE = 16_000
"""Code points read at a time: some 40 ms."""
_UNCERTAIN = frozenset({Modality.PLAN, Modality.FORECAST, Modality.POSSIBILITY, Modality.OPINION})
_DATES = frozenset({MentionKind.DATE, MentionKind.YEAR, MentionKind.DATERANGE, MentionKind.TIME})


class HedgeKind(StrEnum):
    """What a hedge does to a value."""

    BOUND = "bound"
    """It says more, less, about: it becomes the comparator."""
    MOOD = "mood"
    """It says planned, estimated, possible: it becomes modality and lifecycle."""


@dataclass(frozen=True, slots=True, order=True)
class HedgeWords:
    """Some words that hedge a figure, in code points of the text."""

    start: int
    end: int
    kind: HedgeKind


def hedge_words(text: str, language: str | None = None) -> Iterator[tuple[HedgeWords, ...]]:
    """Find them in text order, a few pages at a time; the language is guessed where None."""
    chosen = language or guess_language(text)
    start = 0
    while start < len(text):
        end = _piece_end(text, start)
        yield tuple(
            HedgeWords(each.start + start, each.end + start, each.kind) for each in _of(text[start:end], chosen)
        )
        start = end


def _of(piece: str, language: str) -> list[HedgeWords]:
    soft = plain(piece)
    said = sentences(piece)
    starts = [sentence.start for sentence in said]
    moods: dict[int, Moods] = {}
    found: dict[tuple[int, int], HedgeWords] = {}
    for mention in mentions(piece, language):
        if mention.hedge is not None:
            found.setdefault(mention.hedge, HedgeWords(*mention.hedge, HedgeKind.BOUND))
        at = bisect_right(starts, mention.start) - 1
        if mention.kind in _DATES or at < 0:
            continue
        if at not in moods:
            moods[at] = Moods(soft, said[at].start, said[at].end)
        words = moods[at].words_near(mention.start, mention.end)
        if words is not None and moods[at].near(mention.start, mention.end)[1] in _UNCERTAIN:
            found.setdefault(words, HedgeWords(*words, HedgeKind.MOOD))
    apart: list[HedgeWords] = []
    for each in sorted(found.values()):
        if not apart or apart[-1].end <= each.start:
            apart.append(each)
    return apart


def _piece_end(text: str, start: int) -> int:
    """The end of the last line that fits, or of the last word of a longer one."""
    if len(text) - start <= PIECE:
        return len(text)
    at = max(text.rfind("\n", start + 1, start + PIECE), 0) or text.rfind(" ", start + 1, start + PIECE)
    return at + 1 if at > 0 else start + PIECE
