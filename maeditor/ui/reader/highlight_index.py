"""Which passages lie under a position or across a stretch of text, in microseconds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

_BUCKET = 64


class HighlightIndex:
    """Spans sorted by start, with the running maximum of their ends and the maximum of each bucket of them.

    The running maximum says where a backward walk may stop; the bucket maxima let it step over what ends before, so
    that one passage around a whole chapter does not make every query walk through the chapter.
    """

    __slots__ = ("_buckets", "_ends", "_order", "_reach", "_spans", "_starts")

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._spans = spans
        self._order = sorted(range(len(spans)), key=spans.__getitem__)
        self._starts = [spans[index][0] for index in self._order]
        self._ends = [spans[index][1] for index in self._order]
        self._reach = list(accumulate(self._ends, max))
        self._buckets = [max(self._ends[at : at + _BUCKET]) for at in range(0, len(self._ends), _BUCKET)]

    def __len__(self) -> int:
        return len(self._order)

    def at(self, position: int) -> list[int]:
        """Numbers of the spans that hold a position, in order of their starts."""
        return self._walk(bisect_right(self._starts, position), position)

    def across(self, start: int, end: int) -> list[int]:
        """Numbers of the spans that share a code point with ``[start, end)``, in order of their starts."""
        return self._walk(bisect_left(self._starts, end), start) if start < end else []

    def starting_in(self, start: int, end: int) -> list[int]:
        """Numbers of the spans that begin in ``[start, end)``, in order."""
        return self._order[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def cluster_of(self, number: int) -> list[int]:
        """Numbers of all spans that touch a span, directly or through others, itself among them."""
        starts, reach = self._starts, self._reach
        first = self._place_of(number)
        last = first + 1
        while first and reach[first - 1] > starts[first]:
            first -= 1
        while last < len(self._order) and reach[last - 1] > starts[last]:
            last += 1
        return self._order[first:last]

    def in_order(self) -> list[int]:
        """Numbers of all spans, in order of their starts."""
        return list(self._order)

    def _place_of(self, number: int) -> int:
        """Where a span stands in the order."""
        return self._order.index(number, bisect_left(self._starts, self._spans[number][0]))

    def _walk(self, at: int, floor: int) -> list[int]:
        """Spans before place ``at`` of the order that end after ``floor``."""
        found: list[int] = []
        while at and self._reach[at - 1] > floor:
            if at % _BUCKET == 0 and self._buckets[at // _BUCKET - 1] <= floor:
                at -= _BUCKET
                continue
            at -= 1
            if self._ends[at] > floor:
                found.append(self._order[at])
        found.reverse()
        return found
