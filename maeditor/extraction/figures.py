"""Every figure of a text that could be a fact: numbers in digits and words, ranks, dates, units that stand alone.

Mentions are the most of it. Added is what they leave out: digits glued to a word, words for how many times, Arabic
numbers in words, units without a number. Some figures say nothing by what they are (``Passed``): they are told apart,
never left out. What is asked for and what is not: docs/omissions.md.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import cache

from maeditor.domain.units import is_unit, unit
from maeditor.extraction.context.exclusions import Exclusions
from maeditor.extraction.interface import Mention, MentionKind
from maeditor.extraction.mentions import mentions
from maeditor.extraction.quantities.unit_words import unit_at
from maeditor.extraction.text.folding import fold
from maeditor.extraction.text.language import guess_language
from maeditor.extraction.text.lines import LineLabel, read_lines
from maeditor.extraction.text.phrases import alternation, lexicon
from maeditor.extraction.text.plaintext import plain


class FigureKind(StrEnum):
    """What sort of figure it is."""

    NUMBER = "number"
    RANK = "rank"
    DATE = "date"
    UNIT = "unit"


class Passed(StrEnum):
    """Why a figure is passed over: what it is by itself says no fact."""

    BYLINE = "byline"
    """When the article was published, how long it takes to read."""
    TIME = "time"
    """A time of day."""
    NAME = "name"
    """Part of a name, a list's or a law's number, an address, a phrase: what the extractor never reads."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: ``[start, end)`` in code points; ``value`` and ``unit`` as its mention has them."""

    start: int
    end: int
    kind: FigureKind
    value: Decimal | str | None = None
    value2: Decimal | str | None = None
    unit: str = ""
    passed: Passed | None = None


PIECE = 16_000
"""Code points read at a time: some 40 ms, of which no single search takes more than a few."""

_DATES = frozenset({MentionKind.DATE, MentionKind.YEAR, MentionKind.DATERANGE})
_RANKS = frozenset({MentionKind.ORDINAL, MentionKind.RANK})
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_CODE_BEFORE = re.compile(r"(?<!\w)[A-Z]{1,5}-?$")
_TIMES = re.compile(
    r"(?<![\w-])(?:(?:doubl|tripl|trebl|quadrupl|quintupl|decupl|centupl)(?:e|es|ent|er|era|eront|erait|eraient|ant"
    r"|ait|aient|ement|ee|ees|ed|ing|led|ling)|twice|thrice|(?:two|three|four|five|six|seven|eight|nine|ten)-?fold)(?![\w-])"
)
_NETWORK = re.compile(r"[2-6]G(?!\w)")
_ARABIC = re.compile("[\u0621-\u064a]")
_UNIT_BEFORE = re.compile(r"(?<![^\W\d_])(?:[kcdhm]?m|م|كم|كلم)$")
_LONG, _HEAD_LINES = 20_000, 30
_READING_TIME = frozenset({"min"})


def figures(text: str, language: str | None = None) -> tuple[Figure, ...]:
    """Find the figures of a text in text order, none overlapping another; the language is guessed where None."""
    return tuple(figure for piece in figures_by_piece(text, language) for figure in piece)


def figures_by_piece(text: str, language: str | None = None) -> Iterator[tuple[Figure, ...]]:
    """The same a few pages at a time: who asks for a long text can stop, and others have their turn in between."""
    chosen = language or guess_language(text)
    bylines = _bylines(text)
    start = 0
    while start < len(text):
        end = _piece_end(text, start)
        piece = text[start:end]
        found = [_of(mention) for mention in mentions(piece, chosen)]
        folded, soft = fold(piece), plain(piece)
        for more in (_arabic_words(folded), _multiples(soft), _lone_units(folded)):
            found = _with(found, more)
        told = _told_apart(piece, soft, found, [(first - start, last - start) for first, last in bylines])
        # Glued digits last, for the extractor takes every word with a digit for a name.
        yield tuple(_moved(figure, start) for figure in _with(list(told), _glued_digits(folded)))
        start = end


def _piece_end(text: str, start: int) -> int:
    """The end of the last line that fits; of a longer line, of its last sentence or word."""
    if len(text) - start <= PIECE:
        return len(text)
    for mark in "\n", ". ", " ":
        at = text.rfind(mark, start, start + PIECE)
        if at >= start:
            return at + 1
    return start + PIECE


def _moved(figure: Figure, by: int) -> Figure:
    return replace(figure, start=figure.start + by, end=figure.end + by) if by else figure


def _of(mention: Mention) -> Figure:
    kind = FigureKind.DATE if mention.kind in _DATES else FigureKind.NUMBER
    if mention.kind in _RANKS:
        kind = FigureKind.RANK
    passed = Passed.TIME if mention.kind is MentionKind.TIME else None
    return Figure(mention.start, mention.end, kind, mention.value, mention.value2, mention.unit, passed)


def _with(found: list[Figure], more: Iterable[Figure]) -> list[Figure]:
    """Add figures that overlap neither those found nor each other."""
    starts = [each.start for each in found]
    free: list[Figure] = []
    for each in sorted(more, key=lambda figure: (figure.start, -figure.end)):
        at = bisect_right(starts, each.start)
        before_ends = (at == 0 or found[at - 1].end <= each.start) and (not free or free[-1].end <= each.start)
        if before_ends and (at == len(found) or each.end <= found[at].start):
            free.append(each)
    return sorted([*found, *free], key=lambda figure: figure.start) if free else found


def _told_apart(text: str, soft: str, found: list[Figure], bylines: list[tuple[int, int]]) -> Iterator[Figure]:
    if not found:
        return
    never = Exclusions(text, soft)
    for each in found:
        passed = each.passed
        if passed is None and any(start <= each.start < end for start, end in bylines) and _is_of_byline(each):
            passed = Passed.BYLINE
        elif passed is None and each.kind is not FigureKind.UNIT and never.covers(each.start, each.end):
            passed = Passed.NAME
        yield each if passed is each.passed else replace(each, passed=passed)


def _bylines(text: str) -> list[tuple[int, int]]:
    """Lines that say who wrote when. In a long text they stand at its head, and what is cut off there is no end."""
    head = text if len(text) <= _LONG else text[:_LONG]
    lines = read_lines(head, plain(head))[0]
    certain = lines if head is text else lines[:_HEAD_LINES]
    return [(line.start, line.end) for line in certain if line.label is LineLabel.BYLINE]


def _is_of_byline(figure: Figure) -> bool:
    return figure.kind is FigureKind.DATE or figure.unit in _READING_TIME


def _glued_digits(folded: str) -> Iterator[Figure]:
    """Digits that no number begins with: a cell glued to the word before, as tables lose their borders."""
    for match in _DIGITS.finditer(folded):
        before = folded[max(0, match.start() - 8) : match.start()]
        # The 2 of m2 is no figure: what is measured in it has one of its own.
        if not _UNIT_BEFORE.search(before):
            named = _CODE_BEFORE.search(before) or _NETWORK.match(folded, match.start())
            passed = Passed.NAME if named else None
            yield Figure(match.start(), match.end(), FigureKind.NUMBER, passed=passed)


def _lone_units(folded: str) -> Iterator[Figure]:
    symbols, words, codes = _unit_patterns()
    for pattern, text in ((words, folded.lower()), (symbols, folded)):
        for match in pattern.finditer(text):
            yield Figure(match.start(), match.end(), FigureKind.UNIT, unit=codes[_key(match[0])])


def _multiples(soft: str) -> Iterator[Figure]:
    """Words that say how many times: "la capacité triple", "tenfold"."""
    for match in _TIMES.finditer(soft):
        yield Figure(match.start(), match.end(), FigureKind.NUMBER)


def _arabic_words(folded: str) -> Iterator[Figure]:
    if not _ARABIC.search(folded):
        return
    lower = folded.lower()
    for match in _arabic_pattern().finditer(folded):
        if match["number"] is not None:
            code, end = unit_at(folded, lower, match.end()) or ("", match.end())
            yield Figure(match.start(), end, FigureKind.NUMBER, unit=code)
        elif match["rank"] is not None:
            yield Figure(match.start(), match.end(), FigureKind.RANK)


@cache
def _unit_patterns() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """Units as symbols and as words, each standing alone, and the code of either."""
    lists = lexicon("figures")
    measured, unfit = frozenset(lists["dimensions"].split()), frozenset(lists["not_units"].split())
    symbols: dict[str, str] = {}
    words: dict[str, str] = {}
    for entry in lexicon("units")["unit"]:
        code = entry["code"]
        if is_unit(code) and unit(code).dimension in measured:
            symbols.update((each, code) for each in entry.get("symbols", ()) if each not in unfit and len(each) > 1)
            words.update((each, code) for each in entry.get("words", ()))
    codes = {_key(name): code for name, code in (*words.items(), *symbols.items())}
    symbol_pattern, word_pattern = (
        re.compile(rf"(?<![\w/]){alternation(names)}(?![\w/])") for names in (symbols, words)
    )
    return symbol_pattern, word_pattern, codes


def _key(name: str) -> str:
    return re.sub("[ -]+", " ", name)


@cache
def _arabic_pattern() -> re.Pattern[str]:
    words = lexicon("figures")
    numbers, ranks, kings = (
        "|".join(sorted(words[name].split(), key=len, reverse=True))
        for name in ("arabic_numbers", "arabic_ranks", "arabic_kings")
    )
    vowel = "[\u064b-\u0652]*"
    number = rf"[وفبلك]?(?:ال)?(?:{numbers}){vowel}(?!\w)"
    rank = rf"(?<!\w)[وفبلك]?(?:{ranks}){vowel}(?!\w)"
    king = rf"(?<!\w)(?:{kings}) (?:{ranks})(?!\w)"
    return re.compile(rf"{king}|(?P<rank>{rank})|(?<!\w)(?P<number>{number}(?: {number})*)")
