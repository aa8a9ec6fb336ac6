"""Cells that stand so close that the gap between them might be a no-break space: the rows around tell."""

from __future__ import annotations

from dataclasses import replace

from maeditor.formats.documents.pdf_lines import Line, Segment

_ALIGNED = 0.5
"""Ems by which cells of a column may differ."""


def parted_rows(lines: list[Line]) -> list[Line]:
    """Part the segments of rows where their parts begin or end as cells of the rows around do."""
    parted: list[Line] = []
    table: list[Line] = []
    for line in lines:
        if table and (len(line.segments) < 2 or line.page != table[-1].page):
            parted += _parted(table)
            table = []
        if len(line.segments) < 2:
            parted.append(line)
        else:
            table.append(line)
    return parted + _parted(table)


def _parted(table: list[Line]) -> list[Line]:
    if len(table) < 2 or not any(segment.parts for line in table for segment in line.segments):
        return table
    edges = [
        frozenset(_place(edge, line.size) for segment in line.segments[1:] for edge in (segment.left, segment.right))
        for line in table
    ]
    shared: dict[int, int] = {}
    for found in edges:
        for place in found:
            shared[place] = shared.get(place, 0) + 1
    rows: list[Line] = []
    for line, own in zip(table, edges, strict=True):
        others = {place for place, count in shared.items() if count > (place in own)}
        segments = tuple(each for segment in line.segments for each in _cells(segment, others, line.size))
        rows.append(replace(line, segments=segments))
    return rows


def _place(edge: float, size: float) -> int:
    return round(edge / (_ALIGNED * size))


def _is_edge(edge: float, places: set[int], size: float) -> bool:
    place = edge / (_ALIGNED * size)
    return round(place) in places or int(place) in places or int(place) + 1 in places


def _cells(segment: Segment, places: set[int], size: float) -> list[Segment]:
    cells: list[Segment] = []
    for part in segment.parts or (segment,):
        if cells and not (_is_edge(part.left, places, size) or _is_edge(part.right, places, size)):
            before = cells[-1]
            cells[-1] = Segment(
                f"{before.text} {part.text}",
                min(before.left, part.left),
                max(before.right, part.right),
                before.first_width,
            )
        else:
            cells.append(part)
    return cells
