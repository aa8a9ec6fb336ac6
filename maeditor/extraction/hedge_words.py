"""The words of a text that hedge its figures: those that bound a value, and those that only announce or suppose it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import chain

from maeditor.domain.values import Comparator
from maeditor.extraction.interface import Mention, MentionKind
from maeditor.extraction.mentions import mentions
from maeditor.extraction.text.language import guess_language
from maeditor.extraction.text.phrases import alternation, lexicon
from maeditor.extraction.text.sentences import sentences

PIECE = 16_000
"""Code points read at a time: some 40 ms."""
BEFORE, AFTER = 100, 45
"""How far from a figure, in code points of its sentence, what announces or supposes it may stand."""
MARKS = 2
"""Commas between the two at most; behind the figure, none."""
_DATES = frozenset({MentionKind.DATE, MentionKind.YEAR, MentionKind.DATERANGE, MentionKind.TIME})
_BLANK = re.compile(r"\n[^\S\n]*\n")
_PART_OF_YEAR = re.compile(r"(?<!\w)(?:fin|début|mi|milieu|late|early|mid|end|beginning|start|middle)(?!\w)")
"""“Fin 2028” says when, not how surely."""
_THAT_IS = re.compile(r"(?:soit|or|i\.e\.) +")
_CONDITIONAL = (
    r"\w*erai(?:t|ent)|\w+(?:[inru]dr|ttr|îtr|evr|oir|uivr)ai(?:t|ent)"
    r"|(?:\w{0,4}aur|saur|pourr|verr|ir)ai(?:t|ent)"
    r"|(?!(?:\w*t|adm|insp|resp|asp|exp|transp|dés|v|chav)irai(?:t|ent))\w{2,}irai(?:t|ent)"
)


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


@cache
def _moods() -> re.Pattern[str]:
    said = alternation(chain.from_iterable(lexicon("hedges")["moods"].values()))
    return re.compile(rf"(?<!\w)(?:{said}|{_CONDITIONAL})(?!\w)")


def _of(piece: str, language: str) -> list[HedgeWords]:
    lower = _lowered(piece)
    said = [each for start, end in _paragraphs(piece) for each in sentences(piece, start, end)]
    starts = [sentence.start for sentence in said]
    moods: dict[int, list[tuple[int, int]]] = {}
    found: set[HedgeWords] = set()
    for mention in mentions(piece, language):
        if (bound := _bound(lower, mention)) is not None:
            found.add(HedgeWords(*bound, HedgeKind.BOUND))
        at = bisect_right(starts, mention.start) - 1
        if mention.kind in _DATES or at < 0:
            continue
        if at not in moods:
            moods[at] = [match.span() for match in _moods().finditer(lower, said[at].start, said[at].end)]
        if (mood := _nearest(lower, mention, moods[at])) is not None:
            found.add(HedgeWords(*mood, HedgeKind.MOOD))
    apart: list[HedgeWords] = []
    for each in sorted(found):
        if not apart or apart[-1].end <= each.start:
            apart.append(each)
    return apart


def _paragraphs(piece: str) -> Iterator[tuple[int, int]]:
    """Spans between blank lines: no sentence goes on over one, whatever letter follows."""
    start = 0
    for blank in _BLANK.finditer(piece):
        yield start, blank.start()
        start = blank.end()
    yield start, len(piece)


def _bound(lower: str, mention: Mention) -> tuple[int, int] | None:
    """The words that became a figure's comparator, without what only leads up to them."""
    if mention.hedge is None:
        return None
    start, end = mention.hedge
    dated = mention.kind in _DATES and mention.comparator is Comparator.ABOUT
    if dated and _PART_OF_YEAR.search(lower, start, end):
        return None
    led = _THAT_IS.match(lower, start, end)
    return (led.end() if led is not None and led.end() < end else start), end


def _nearest(lower: str, mention: Mention, moods: list[tuple[int, int]]) -> tuple[int, int] | None:
    """What announces or supposes a figure: the nearest such words of its clause, sooner before it than behind."""
    best, least = None, 2.0
    for start, end in moods:
        before = end <= mention.start
        if not before and start < mention.end:
            continue
        between = lower[end : mention.start] if before else lower[mention.end : start]
        if ";" in between or between.count(",") > (MARKS if before else 0):
            continue
        far = len(between) / (BEFORE if before else AFTER) + (not before)
        if far < least and len(between) <= (BEFORE if before else AFTER):
            best, least = (start, end), far
    return best


def _lowered(piece: str) -> str:
    """In small letters and with plain apostrophes, each character in its place."""
    lower = piece.lower().replace("\u2019", "'")
    return lower if len(lower) == len(piece) else piece.replace("\u2019", "'")


def _piece_end(text: str, start: int) -> int:
    """The end of the last line that fits, or of the last word of a longer one."""
    if len(text) - start <= PIECE:
        return len(text)
    at = max(text.rfind("\n", start + 1, start + PIECE), 0) or text.rfind(" ", start + 1, start + PIECE)
    return at + 1 if at > 0 else start + PIECE
