"""An article cut into lines and pieces for a copy with numbered passages: what HTML and DOCX both write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from maeditor.domain.articles import Noise
from maeditor.domain.properties import Family
from maeditor.formats.outgoing.content import CopyContent, NotedFact

LONGEST_HEADING = 90
_ITEM = re.compile(r"\s*[•‣◦▪●·∙]|\s*[-–—*]\s")
_HEADING_END = re.compile(r"[.,;:…»”\"،؛)!?]\s*$")


class LineKind(Enum):
    """How a line is set."""

    TITLE = auto()
    HEADING = auto()
    BODY = auto()
    ITEM = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line: under which passages it stands, and which of them end with it (numbers from 1)."""

    text: str
    under: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank."""

    kind: LineKind
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """What a passage carries: facts told in full, and those that an earlier note tells (with its number)."""

    number: int
    facts: tuple[NotedFact, ...]
    earlier: tuple[tuple[NotedFact, int], ...]

    @property
    def family(self) -> Family:
        """Whose colour the passage has."""
        return self.facts[0].family if self.facts else self.earlier[0][0].family


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """The lines with the notes in the order in which their passages end."""

    lines: tuple[Line, ...]
    notes: tuple[Note, ...]


def annotate(content: CopyContent) -> AnnotatedText:
    """Cut the text; noise is left out unless a passage stands in it, as on screen."""
    spans = _spans(content)
    numbered = [(start, end) for start, end, _facts in spans]
    lines = list(_lines(content, numbered))
    told = "".join(piece.text for piece in lines[0].pieces) if lines else ""
    if content.title and _alike(told) != _alike(content.title):
        lines.insert(0, Line(LineKind.TITLE, (Piece(content.title),)))
    return AnnotatedText(tuple(lines), tuple(_notes(content, spans)))


def _spans(content: CopyContent) -> list[tuple[int, int, tuple[str, ...]]]:
    """The passages without the spaces at their ends, one for each place, in the order in which they end."""
    places: dict[tuple[int, int], list[str]] = {}
    for start, end, facts in content.passages:
        words = content.text[start:end]
        inner = words.strip()
        if inner:
            begin = start + len(words) - len(words.lstrip())
            places.setdefault((begin, begin + len(inner)), []).extend(facts)
    ordered = sorted(places.items(), key=lambda each: (each[0][1], each[0][0]))
    return [(start, end, tuple(dict.fromkeys(facts))) for (start, end), facts in ordered]


def _notes(content: CopyContent, spans: Sequence[tuple[int, int, tuple[str, ...]]]) -> Iterator[Note]:
    first: dict[str, int] = {}
    for number, (_start, _end, facts) in enumerate(spans, 1):
        new = tuple(content.facts[each] for each in facts if each not in first)
        old = tuple((content.facts[each], first[each]) for each in facts if each in first)
        for each in facts:
            first.setdefault(each, number)
        yield Note(number, new, old)


def _lines(content: CopyContent, spans: Sequence[tuple[int, int]]) -> Iterator[Line]:
    at, blank_before = 0, True
    rows = content.text.splitlines(keepends=True)
    for place, raw in enumerate(rows):
        start, line = at, raw.rstrip()
        at += len(raw)
        if not line or _is_noise(start, start + len(line), content.noise, spans):
            blank_before = True
            continue
        start += len(line) - len(line.lstrip())
        alone = blank_before and _prose_follows(rows, place + 1)
        kind = _kind(content, line, start, alone=alone)
        yield Line(kind, tuple(_pieces(content.text, start, start + len(line.lstrip()), spans)))
        blank_before = False


def _kind(content: CopyContent, line: str, start: int, *, alone: bool) -> LineKind:
    if content.title and _alike(line) == _alike(content.title) and not content.text[:start].strip():
        return LineKind.TITLE
    if _ITEM.match(line):
        return LineKind.ITEM
    short = len(line) <= LONGEST_HEADING and not _HEADING_END.search(line)
    return LineKind.HEADING if short and alone else LineKind.BODY


def _prose_follows(rows: Sequence[str], place: int) -> bool:
    """Tell whether a blank line comes, and then one too long for a heading: else it is a byline or a row."""
    if place >= len(rows) or rows[place].strip():
        return False
    following = next((row for row in rows[place:] if row.strip()), "")
    return len(following.strip()) > LONGEST_HEADING


def _is_noise(start: int, end: int, noise: Sequence[Noise], spans: Sequence[tuple[int, int]]) -> bool:
    if not any(each.start <= start and end <= each.end for each in noise):
        return False
    return not any(a < end and start < b for a, b in spans)


def _pieces(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    here = [(number, a, b) for number, (a, b) in enumerate(spans, 1) if a < end and start < b]
    cuts = {start, end} | {each for _number, a, b in here for each in (a, b) if start < each < end}
    for first, last in pairwise(sorted(cuts)):
        under = tuple(number for number, a, b in here if a <= first and last <= b)
        yield Piece(text[first:last], under, tuple(number for number, _a, b in here if b == last))


def _alike(text: str) -> str:
    return " ".join(text.lstrip("# \t").split()).casefold()
