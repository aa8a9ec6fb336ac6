"""Which lane each passage is underlined in: the shortest next to the text, overlapping ones on lanes of their own."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence

from maeditor.ui.reader.highlight_index import HighlightIndex

SHOWN_LANES = 3
"""Lanes that fit between two lines of text; deeper passages are told by the gutter's count."""


class Lanes:
    """Gives each span a lane such that overlapping spans never share one, shorter ones lying nearer to the text.

    A span keeps its lane over its whole length. Only spans that touch one another, directly or through others, depend
    on each other; such a cluster is packed when one of it is first asked for, so that opening costs nothing.
    """

    def __init__(self, spans: Sequence[tuple[int, int]], index: HighlightIndex) -> None:
        self._spans = spans
        self._index = index
        self._lanes: dict[int, int] = {}

    def __getitem__(self, number: int) -> int:
        """The lane of a span, 0 next to the text."""
        lane = self._lanes.get(number)
        if lane is None:
            self._pack(self._index.cluster_of(number))
            lane = self._lanes[number]
        return lane

    def _pack(self, cluster: Sequence[int]) -> None:
        """Pack spans that touch one another, the shortest first."""
        spans = self._spans
        placed: list[list[tuple[int, int]]] = []
        for number in sorted(cluster, key=lambda each: (spans[each][1] - spans[each][0], spans[each][0])):
            span = spans[number]
            lane = next((at for at, taken in enumerate(placed) if _is_free(taken, span)), len(placed))
            if lane == len(placed):
                placed.append([])
            insort(placed[lane], span)
            self._lanes[number] = lane


def _is_free(taken: list[tuple[int, int]], span: tuple[int, int]) -> bool:
    """Tell whether a lane, sorted and without overlaps, has room for a span."""
    at = bisect_left(taken, span)
    return (at == 0 or taken[at - 1][1] <= span[0]) and (at == len(taken) or taken[at][0] >= span[1])
