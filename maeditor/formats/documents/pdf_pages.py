"""What lines do on pages: running heads and page numbers are known by coming back, columns by the gutter between."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace

from maeditor.formats.documents.pdf_lines import Line

_EDGE = 3
"""Lines at the top and at the bottom of a page that may be running heads."""
_LEVEL = 4.0
"""Points by which a running head may move from page to page."""
_OFTEN = 4
"""Pages on which a head without a number comes back, of however many: chapters have their own."""
_NUMBERED = re.compile(
    r"(?P<start>\W*(?:page|p\.|صفحة)?\W*)(?P<number>\d{1,4})(?P<total>\W*(?:/|sur|of|de|من)\W*\d{1,4})?(?P<end>\W*)",
    re.IGNORECASE,
)
_COLUMN_LINES = 4
_COLUMN_WORDS = 3.5


def without_running_heads(lines: list[Line]) -> list[Line]:
    """Leave out page numbers and what stands at the same edge of several pages.

    A head stays on the first page, where it says what it is the head of.
    """
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    seen: dict[tuple[str, bool], list[Line]] = defaultdict(list)
    for found in pages.values():
        for line, at_top in _edges(found):
            for key in {_counted(line), line.text.casefold()}:
                seen[key, at_top].append(line)
    needed = max(2, min(_OFTEN, len(pages) // 4))
    left_out: set[int] = set()
    for (key, at_top), found in seen.items():
        said, numbered, _count = key.partition("\x00")
        steady = _steady(found)
        if len({line.page for line in steady}) >= (_least(said) if numbered else needed):
            left_out.update(id(line) for line in steady if line.page or not at_top or bool(numbered))
    if len(pages) == 1:
        left_out.update(id(line) for line in _lone_number(lines))
    return [line for line in lines if id(line) not in left_out]


def reading_order(lines: list[Line]) -> list[Line]:
    """Put columns that were set line by line across the page one after the other."""
    ordered: list[Line] = []
    run: list[Line] = []
    for line in lines:
        if run and not _beside(run[-1], line):
            ordered += _unwoven(run)
            run = []
        run.append(line)
    return ordered + (_unwoven(run) if run else [])


def _least(said: str) -> int:
    """Pages that a number must count with: chapters are numbered too, and begin a page."""
    return 2 if not re.sub(r"\W|page|صفحة|\bp\b", "", said) else 3


def _steady(lines: list[Line]) -> list[Line]:
    """Those that stand at the height where most of them do; a title may say the same as the heads below it."""
    heights = Counter(round(line.bottom / _LEVEL) for line in lines)
    usual = max(heights, key=lambda height: heights[height])
    return [line for line in lines if abs(round(line.bottom / _LEVEL) - usual) <= 1]


def _edges(lines: list[Line]) -> list[tuple[Line, bool]]:
    by_height = sorted(lines, key=lambda line: -line.bottom)
    top, bottom = by_height[:_EDGE], by_height[_EDGE:][-_EDGE:]
    return [(line, True) for line in top] + [(line, False) for line in bottom]


def _counted(line: Line) -> str:
    """What a line says, with a number that counts with the pages taken out of it."""
    text = line.text.casefold()
    for pattern in (rf"\A{_NUMBERED.pattern}", rf"{_NUMBERED.pattern}\Z"):
        found = re.search(pattern, text, re.IGNORECASE) if len(text) < 300 else None
        if found:
            said = text[: found.start("number")] + text[found.end("total") if found["total"] else found.end("number") :]
            return f"{said}\x00{int(found['number']) - line.page}"
    return text


def _lone_number(lines: list[Line]) -> list[Line]:
    lowest = sorted(lines, key=lambda line: line.bottom)[:2]
    if len(lowest) < 2 or not _NUMBERED.fullmatch(lowest[0].text) or lowest[0].text.strip().casefold() not in {
        "1", "- 1 -", "– 1 –", "page 1", "1/1", "1 / 1", "page 1/1", "page 1 / 1", "page 1 sur 1", "page 1 of 1",
    }:  # fmt: skip
        return []
    return lowest[:1] if lowest[1].bottom - lowest[0].top > 1.5 * lowest[0].size else []


def _beside(before: Line, line: Line) -> bool:
    """Tell whether both lines have the same number of parts, with the same gutters between them."""
    if before.page != line.page or len(line.segments) < 2 or len(before.segments) != len(line.segments):
        return False
    if before.from_right != line.from_right or line.bottom > before.bottom:
        return False
    return all(
        abs(_start(left, line) - _start(right, line)) < 2 * line.size
        for left, right in zip(before.segments, line.segments, strict=True)
    )


def _start(segment: object, line: Line) -> float:
    place = segment.right if line.from_right else segment.left  # type: ignore[attr-defined]
    return float(place)


def _unwoven(run: list[Line]) -> list[Line]:
    """Take columns of running text apart: their parts hold words enough, and most lines are full. Tables stay."""
    parts = len(run[0].segments)
    if parts < 2 or len(run) < _COLUMN_LINES:
        return run
    for number in range(parts):
        column = [line.segments[number] for line in run]
        width = max(segment.right for segment in column) - min(segment.left for segment in column)
        full = sum(segment.right - segment.left > 0.8 * width for segment in column)
        words = sum(segment.text.count(" ") + 1 for segment in column)
        if words < _COLUMN_WORDS * len(column) or full * 2 < len(column):
            return run
    return [replace(line, segments=(line.segments[number],)) for number in range(parts) for line in run]
