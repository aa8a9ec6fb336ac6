"""Joins the lines of a PDF into paragraphs, list items and table rows, as they were before they were set."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import pairwise

from maeditor.formats.documents.pdf_lines import SOFT, Line

_BULLET = re.compile(r"[•▪◦‣·●■○►➤➢✓✔\uf0a7\uf0b7\uf0d8\uf0fc–—-]\s+(?=\S)")
_NUMBER = re.compile(r"(?P<number>\d{1,2})[.)]\s+(?=\S)")
_STOPS = tuple('.!?:;…»”")]|؟۔')
_BROKEN = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]\Z")
_SPAN = re.compile(r"\d[-\u2010\u2013]\Z")
_HALVES = """
    vingt trente quarante cinquante soixante quatre dix demi semi mi non sous sur avant après arrière contre vice ex
    nord sud est ouest grand grande petit petite outre presque quasi twenty thirty forty fifty sixty seventy eighty
    ninety well self half two three four five six seven eight nine ten long short high low full part first second
    north south east west post pre anti co
"""
_KEPT_BEFORE = frozenset(_HALVES.split())
_KEPT_AFTER = re.compile(r"(?:il|ils|elle|elles|on|nous|vous|je|tu|ce|ci|là|même|mêmes|t|y|en|le|la|les|moi|lui)\b")
_EVEN = 0.4
"""Ems by which the beginnings of lines may differ."""
_DEEPEST = 5.0
"""Ems of the deepest indent; what begins further in is set against the other edge."""
_MOST = 0.6
_RUN_ON = re.compile(r"[^\W\d_A-ZÀ-ÖØ-Þ]|\d|[(«“]")


class Kind(Enum):
    """What a block is."""

    PARAGRAPH = auto()
    ITEM = auto()
    ROW = auto()


@dataclass(slots=True)
class Block:
    """A paragraph, an item without its bullet, or a row of cells."""

    kind: Kind
    page: int
    size: float
    text: str = ""
    number: int | None = None
    """Of a numbered item."""
    start: float = 0.0
    """Where its first line begins: from the left, or negative from the right."""
    cells: list[str] = field(default_factory=list)


def blocks_of(lines: list[Line]) -> list[Block]:
    """Join lines into blocks."""
    words = _words(lines)
    blocks: list[Block] = []
    open_line: Line | None = None
    for run in _runs(lines):
        margins = _Margins(run)
        for line in run:
            before = open_line
            open_line = line
            if len(line.segments) > 1:
                blocks.append(Block(Kind.ROW, line.page, line.size, cells=[each.text for each in line.segments]))
                continue
            row = bool(blocks) and blocks[-1].kind is Kind.ROW
            goes_on = before is not None and not row and _goes_on(before, line, margins, blocks[-1])
            if goes_on and not _begins_item(
                line, blocks[-1], full=before is not None and margins.is_full(before, line)
            ):
                blocks[-1].text = _joined(blocks[-1].text, line.text, words)
            else:
                blocks.append(_begun(line))
    for block in blocks:
        block.text = block.text.replace(SOFT, "")
        block.cells = [cell.replace(SOFT, "") for cell in block.cells]
    return blocks


class _Margins:
    """A run of lines set alike below one another: its edges and its leading."""

    def __init__(self, run: list[Line]) -> None:
        self._lines = {id(line) for line in run}
        self.left = min(line.left for line in run)
        self.right = max(line.right for line in run)
        steps = sorted(upper.bottom - lower.bottom for upper, lower in pairwise(run))
        starts = sum(self._indent(line) < _EVEN * line.size for line in run)
        self._even = 2 * starts >= len(run)
        self.leading = steps[len(steps) // 4] if steps else 0.0

    def __contains__(self, line: Line) -> bool:
        return id(line) in self._lines

    def is_full(self, line: Line, following: Line) -> bool:
        """Tell whether the next line's first word found no room on this one: the break was no choice."""
        room = line.left - self.left if line.from_right else self.right - line.right
        if not self._even:
            room = (self.right - self.left) - (line.right - line.left)
        if room < following.segments[0].first_width + 0.2 * line.size:
            return True
        # Programs that count letters leave room at the end of lines.
        long = line.right - line.left > _MOST * (self.right - self.left)
        return long and not line.text.endswith(_STOPS) and bool(_RUN_ON.match(following.text))

    def is_indented(self, line: Line, before: Line) -> bool:
        """Tell whether a line begins further in than the one before, as the first of a paragraph may."""
        if not self._even:
            return False
        indent = self._indent(line) / line.size
        return 2 * _EVEN < indent < _DEEPEST and self._indent(before) < _EVEN * line.size

    def _indent(self, line: Line) -> float:
        return self.right - line.right if line.from_right else line.left - self.left


def _runs(lines: list[Line]) -> list[list[Line]]:
    runs: list[list[Line]] = []
    for line in lines:
        if runs and _below(runs[-1][-1], line):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _below(before: Line, line: Line) -> bool:
    alike = 0.9 < before.size / line.size < 1.1 and before.from_right == line.from_right
    over = min(before.right, line.right) - max(before.left, line.left)
    rows = len(before.segments) > 1, len(line.segments) > 1
    return (
        before.page == line.page
        and alike
        and before.bottom > line.bottom
        and over > 0
        and not any(rows)
        and before.bottom - line.bottom < 4 * line.size
    )


def _goes_on(before: Line, line: Line, margins: _Margins, block: Block) -> bool:
    broken = before.text.endswith(SOFT) or bool(_BROKEN.search(before.text) or _SPAN.search(before.text))
    if before not in margins:
        # A new column or page: only a sentence that is not over goes on there.
        moved = before.page != line.page or line.bottom > before.bottom
        alike = 0.93 < before.size / line.size < 1.07
        return moved and alike and bool(_RUN_ON.match(line.text)) and (broken or not before.text.endswith(_STOPS))
    step = before.bottom - line.bottom
    if step > max(1.3 * margins.leading, 0.9 * line.size) or step > 2.6 * line.size:
        return False
    if block.kind is Kind.ITEM:
        indented = _start(line) < block.start - _EVEN * line.size
    else:
        indented = margins.is_indented(line, before)
    return broken or (margins.is_full(before, line) and not indented)


def _start(line: Line) -> float:
    return -line.right if line.from_right else line.left


def _begins_item(line: Line, block: Block, *, full: bool) -> bool:
    if _BULLET.match(line.text):
        return line.text[0] not in "–—-" or not full or block.kind is Kind.ITEM
    number = _NUMBER.match(line.text)
    return number is not None and (not full or int(number["number"]) == (block.number or 0) + 1)


def _begun(line: Line) -> Block:
    mark = _BULLET.match(line.text)
    number = _NUMBER.match(line.text) if mark is None else None
    text = line.text[mark.end() :] if mark else line.text[number.end() :] if number else line.text
    kind = Kind.ITEM if mark or number else Kind.PARAGRAPH
    return Block(kind, line.page, line.size, text, int(number["number"]) if number else None, _start(line))


def _joined(text: str, more: str, words: frozenset[str]) -> str:
    broken = _BROKEN.search(text)
    if _SPAN.search(text) and more[0].isdecimal():
        return text + more
    if broken is None:
        return f"{text} {more}"
    soft = text.endswith(SOFT)
    following = re.match(r"[^\W\d_]+", more)
    if following is None or following[0][0].isupper():
        return f"{text.rstrip(SOFT)}-{more}" if soft else text + more
    half, rest = broken[1].casefold(), following[0].casefold()
    whole = text[:-1] + more
    if half + rest in words:
        return whole
    if f"{half}-{rest}" in words or half in _KEPT_BEFORE or _KEPT_AFTER.match(more):
        return f"{text[:-1]}-{more}"
    return whole


def _words(lines: list[Line]) -> frozenset[str]:
    """All words of the document, and those with a hyphen inside: they tell how one that is broken is written."""
    found: set[str] = set()
    for line in lines:
        found.update(word.casefold() for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.text))
    return frozenset(found)
