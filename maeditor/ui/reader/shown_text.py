"""What of an article's text is shown, line by line, with the way from each shown position to the text and back.

Hidden noise, blank lines and list markers are left out of what Qt gets; nothing is ever read back from it. Every
shown line is one stretch of the text, so both directions are one bisect.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import accumulate, pairwise

from maeditor.domain.articles import Noise
from maeditor.ui.held_figures import held
from maeditor.ui.text_positions import TextPositions

_HEADING_LENGTH = 90
_TITLE_WITHIN = 6

_MARKER = re.compile(
    r"\s*(?:[•‣◦▪●·∙]\s*(?:[\u2190-\u2bff\U0001f000-\U0001faff][\ufe0f\u200d\U0001f3fb-\U0001f3ff]*\s+)?"
    r"|[-–—*]\s+"
    r"|[\u231a-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff][\ufe0f\u200d\U0001f3fb-\U0001f3ff]*\s+)(?=\S)"
)
_BULLET = re.compile(r"\s*[•‣◦▪●·∙\-–—*]")
_HASHES = re.compile(r"\s{0,3}#{1,6}\s+(?=\S)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\d\d:\d\d")
_LEADING = re.compile(r"[ \t\u00a0\u202f\u3000]+(?=\S)")
# Qt ends a block or draws an object at these; a stand-in of the same length keeps every position.
_QT_SPECIAL = {0x0D: 0x20, 0x2029: 0x2028, 0xFDD0: 0xFFFD, 0xFDD1: 0xFFFD, 0xFFFC: 0xFFFD, 0x00: 0xFFFD}
_BOUND = (("\u00ab ", "\u00ab\u00a0"), *((f" {mark}", f"\u00a0{mark}") for mark in "?!:;»%€"))
"""Where no line may be broken: spaces are shown as no-break ones, one for one."""
_FIGURE_AND_UNIT = re.compile(r"(?<=\d) (?=[^\W\d_])")
_BOUND_UP_TO = 300_000
"""Code points above which this nicety would cost more than setting the text."""
_CELLS = re.compile(r"\t| \| ")
_SENTENCE_END = (".", "!", "?", "…", ":", ";", ",", "»", "”")
_ROW_LENGTH, _ROWS = 110, 3
"""A row's length at most; so many lines without an end of a sentence are rows, though no sign parts their cells."""
_NOT_A_HEADING_END = (".", ",", ";", ":", "…", "»", "”", '"', "،", "؛", ")")


class LineKind(IntEnum):
    """How a line is set."""

    BODY = 0
    TITLE = 1
    HEADING = 2
    ITEM = 3
    NOISE = 4
    TIGHT = 5
    """A body line that follows the one before without a blank line, in a text that has blank lines."""
    ROW = 6
    """A line of a table, however its cells came through."""


@dataclass(slots=True)
class ShownText:
    """The shown lines of one text: ``plain`` joined by line feeds, ``kinds`` of each.

    Where the text does not begin with the article's title, the title is put before it: ``lead`` counts such lines (0 or
    1); they stand for no part of the text.
    """

    plain: str
    kinds: list[LineKind]
    lead: int
    hidden: int
    """How many lines that are not blank were left out as noise."""
    text_length: int
    starts: list[int]
    lengths: list[int]
    shown_starts: list[int] = field(default_factory=list)
    positions: TextPositions = field(init=False)
    _words: int | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.positions = TextPositions(self.plain)

    @property
    def counted(self) -> bool:
        """Tell whether the words are counted; in a book that takes as long as a frame."""
        return self._words is not None

    @property
    def word_count(self) -> int:
        """How many words are shown: what stands between spaces, of which our punctuation has no-break ones."""
        if self._words is None:
            self._words = self.plain.count(" ") + len(self.starts)
        return self._words

    def text_position(self, shown: int) -> int:
        """The place in the text of a shown position (code points); between lines the end of the line before."""
        if not self.starts:
            return 0
        line = bisect_right(self.shown_starts, shown) - 1
        if line < 0:
            return self.starts[0]
        return self.starts[line] + min(shown - self.shown_starts[line], self.lengths[line])

    def shown_start(self, position: int) -> int:
        """Where a span that starts at a place of the text begins to be seen: forward over what is left out."""
        if not self.starts:
            return 0
        line = bisect_right(self.starts, position) - 1
        if line < 0:
            return self.shown_starts[0]
        offset = position - self.starts[line]
        # Past the end of a shown line, in what is left out: the next line begins it.
        if offset > self.lengths[line] and line + 1 < len(self.starts):
            return self.shown_starts[line + 1]
        return self.shown_starts[line] + min(offset, self.lengths[line])

    def shown_end(self, position: int) -> int:
        """Where a span that ends at a place of the text ceases to be seen: back over what is left out."""
        if not self.starts:
            return 0
        line = bisect_right(self.starts, max(position - 1, 0)) - 1
        if line < 0:
            return self.shown_starts[0]
        return self.shown_starts[line] + min(position - self.starts[line], self.lengths[line])

    def is_shown(self, start: int, end: int) -> bool:
        """Tell whether any code point of a span of the text is shown."""
        return self.shown_start(start) < self.shown_end(end)

    def kind(self, block: int) -> LineKind:
        """How a shown line (a Qt block) is set; an empty text has a block and no lines."""
        return self.kinds[block] if 0 <= block < len(self.kinds) else LineKind.BODY

    def line_span(self, block: int) -> tuple[int, int]:
        """The stretch of the text that a shown line (a Qt block) stands for; empty for a title put before it."""
        line = block - self.lead
        if not 0 <= line < len(self.starts):
            return (0, 0)
        return (self.starts[line], self.starts[line] + self.lengths[line])

    def line_start(self, block: int) -> int:
        """Where the hidden stretch before a shown line begins: passages that start in it are seen on the line."""
        line = block - self.lead
        if not 0 < line < len(self.starts):
            return 0
        return self.starts[line - 1] + self.lengths[line - 1] + 1

    def block_of(self, position: int) -> int:
        """The shown line (a Qt block) in which, or after which, a place of the text lies."""
        return max(bisect_right(self.starts, position) - 1, 0) + self.lead

    def text_from_units(self, unit: int) -> int:
        """The place in the text of a Qt position."""
        return self.text_position(self.positions.to_points(unit))


def show_text(
    text: str,
    title: str,
    noise: Sequence[Noise] = (),
    *,
    show_noise: bool = False,
    is_held: Callable[[int, int], bool] | None = None,
) -> ShownText:
    """Choose what is shown of a text; a noise line that ``is_held``, for it holds a passage, is never hidden."""
    # Whole lists at a time: a book has a hundred thousand lines, of which nearly all are plain paragraphs.
    lines = text.split("\n")
    line_starts = list(accumulate([len(line) + 1 for line in lines], initial=0))
    kept = [number for number, line in enumerate(lines) if line and not line.isspace()]
    faint: set[int] = set()
    if noise:
        noisy = _noise_lines(lines, line_starts, noise)
        faint = {n for n in noisy if not (is_held and is_held(line_starts[n], line_starts[n] + len(lines[n])))}
    hidden = 0 if show_noise else len(faint)
    if hidden:
        kept = [number for number in kept if number not in faint]
    pieces = [lines[number].rstrip() for number in kept]
    starts = [line_starts[number] for number in kept]
    kinds = [LineKind.BODY] * len(kept)
    wanted_title = _folded(title)
    titles = (at for at, number in enumerate(kept[:_TITLE_WITHIN]) if number not in faint)
    title_at = next((at for at in titles if _folded(pieces[at]) == wanted_title), None) if wanted_title else None
    for at in [at for at, piece in enumerate(pieces) if not piece[0].isalpha() and kept[at] not in faint]:
        if at != title_at:
            kinds[at], skipped = _kind_of(pieces[at])
            pieces[at], starts[at] = pieces[at][skipped:], starts[at] + skipped
    _free_lone_signs(lines, kept, kinds)
    if "\n\n" in text:
        _mark_tight(kept, kinds, faint)
    if title_at is not None:
        kinds[title_at] = LineKind.TITLE
        # What a page prints over its title, a picture's caption or a rubric, is not where reading begins.
        kinds[:title_at] = [LineKind.NOISE] * title_at
    for at in [at for at, number in enumerate(kept) if number in faint] if faint else ():
        kinds[at] = LineKind.NOISE
    _mark_headings(pieces, kinds)
    _mark_rows(pieces, kinds)
    lead = 0
    shown = pieces
    if wanted_title and title_at is None:
        lead, shown, kinds = 1, [" ".join(title.split()), *pieces], [LineKind.TITLE, *kinds]
    plain = "\n".join(shown)
    if len(plain) <= _BOUND_UP_TO:
        for loose, bound in _BOUND:
            plain = plain.replace(loose, bound)
        plain = held(_FIGURE_AND_UNIT.sub("\u00a0", plain))
    if any(chr(special) in plain for special in _QT_SPECIAL):
        plain = plain.translate(_QT_SPECIAL)
    first = len(shown[0]) + 1 if lead else 0
    lengths = [len(piece) for piece in pieces]
    shown_starts = list(accumulate([length + 1 for length in lengths[:-1]], initial=first)) if pieces else []
    return ShownText(plain, kinds, lead, hidden, len(text), starts, lengths, shown_starts)


def _kind_of(line: str) -> tuple[LineKind, int]:
    """How a line is set by its first characters, and how many of them are only a sign of that."""
    if marker := _MARKER.match(line):
        return LineKind.ITEM, marker.end()
    if hashes := _HASHES.match(line):
        return LineKind.HEADING, hashes.end()
    if leading := _LEADING.match(line):
        return LineKind.BODY, leading.end()
    return LineKind.BODY, 0


def _free_lone_signs(lines: Sequence[str], kept: Sequence[int], kinds: list[LineKind]) -> None:
    """A pictogram before a single line, such as a clock before the reading time, makes no list of it."""
    item = LineKind.ITEM
    alone = [
        at
        for at, kind in enumerate(kinds)
        if kind is item and item not in (*kinds[max(at - 1, 0) : at], *kinds[at + 1 : at + 2])
    ]
    for at in alone:
        if not _BULLET.match(lines[kept[at]]):
            kinds[at] = LineKind.BODY


def _mark_tight(kept: Sequence[int], kinds: list[LineKind], hidden: set[int]) -> None:
    """A body line is tight where no blank line stands between it and the one shown before."""
    near = [at for at, (above, here) in enumerate(pairwise(kept), 1) if here - above == 1 or above + 1 in hidden]
    for at in near:
        if kinds[at] is LineKind.BODY and all(number in hidden for number in range(kept[at - 1] + 1, kept[at])):
            kinds[at] = LineKind.TIGHT


def _mark_headings(pieces: list[str], kinds: list[LineKind]) -> None:
    """A short line without a full stop, standing alone before text, a list or the caption of a table, is a heading."""
    like = {
        number
        for number, line in enumerate(pieces)
        if len(line) <= _HEADING_LENGTH
        and kinds[number] is LineKind.BODY
        and line[-1] not in _NOT_A_HEADING_END
        and _opens(line)
    }
    for number in sorted(like):
        if kinds[number + 1 : number + 2] not in ([LineKind.BODY], [LineKind.ITEM]):
            continue
        is_caption = number + 1 in like and kinds[number + 2 : number + 3] == [LineKind.TIGHT]
        if number + 1 not in like or is_caption:
            kinds[number] = LineKind.HEADING


def _mark_rows(pieces: Sequence[str], kinds: list[LineKind]) -> None:
    """Lines that stand close together and are no sentences are a table's, the first of them its head."""
    close = [at for at, kind in enumerate(kinds) if kind is LineKind.TIGHT]
    beyond = 0
    for first in close:
        if first < beyond:
            continue
        beyond = first + 1
        while beyond < len(kinds) and kinds[beyond] is LineKind.TIGHT:
            beyond += 1
        # The head stands apart from what is before it; a caption over the head is a heading.
        begin = first - 1 if first and kinds[first - 1] is LineKind.BODY else first
        rows = pieces[begin:beyond]
        parted = len(rows) > 1 and all(map(_CELLS.search, rows))
        if parted or (len(rows) >= _ROWS and not any(map(_is_prose, rows))):
            kinds[begin:beyond] = [LineKind.ROW] * len(rows)


def _is_prose(line: str) -> bool:
    return line.endswith(_SENTENCE_END) or len(line) > _ROW_LENGTH


def _opens(line: str) -> bool:
    """Tell whether a heading may begin so: a capital, a figure that is no date, a letter of a script without them."""
    first = line[0]
    if first.isdigit():
        return _YEAR.search(line) is None
    return (first.isalpha() and not first.islower()) or first in '«“"'


def _noise_lines(lines: Sequence[str], line_starts: Sequence[int], noise: Sequence[Noise]) -> set[int]:
    """Numbers of the lines that lie wholly in noise, spaces aside."""
    found: set[int] = set()
    for each in noise:
        number = bisect_right(line_starts, each.start) - 1
        while number < len(lines) and line_starts[number] < each.end:
            line = lines[number]
            stripped = line.strip()
            begin = line_starts[number] + len(line) - len(line.lstrip())
            if stripped and each.start <= begin and begin + len(stripped) <= each.end:
                found.add(number)
            number += 1
    return found


def _folded(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'").split()).casefold()
