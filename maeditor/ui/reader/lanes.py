"""Which lane each passage is underlined in: the shortest next to the text, overlapping ones on lanes of their own."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence

SHOWN_LANES = 3
"""Lanes that fit between two lines of text; deeper passages are told by the gutter's count."""


def pack_lanes(spans: Sequence[tuple[int, int]]) -> list[int]:
    """Give each span a lane such that overlapping spans never share one, shorter ones lying nearer to the text.

    A span keeps its lane over its whole length. Spans that stand alone, nearly all, cost one comparison.
    """
    lanes = [0] * len(spans)
    order = sorted(range(len(spans)), key=spans.__getitem__)
    cluster: list[int] = []
    reach = -1
    for index in order:
        start, end = spans[index]
        if start >= reach and cluster:
            if len(cluster) > 1:
                _pack_cluster(spans, cluster, lanes)
            cluster = []
        cluster.append(index)
        reach = max(reach, end)
    if len(cluster) > 1:
        _pack_cluster(spans, cluster, lanes)
    return lanes


def _pack_cluster(spans: Sequence[tuple[int, int]], cluster: list[int], lanes: list[int]) -> None:
    """Pack spans that touch one another directly or through others, the shortest first."""
    placed: list[list[tuple[int, int]]] = []
    for index in sorted(cluster, key=lambda each: (spans[each][1] - spans[each][0], spans[each][0])):
        span = spans[index]
        lane = next((number for number, taken in enumerate(placed) if _is_free(taken, span)), len(placed))
        if lane == len(placed):
            placed.append([])
        insort(placed[lane], span)
        lanes[index] = lane


def _is_free(taken: list[tuple[int, int]], span: tuple[int, int]) -> bool:
    """Tell whether a lane, sorted and without overlaps, has room for a span."""
    at = bisect_left(taken, span)
    return (at == 0 or taken[at - 1][1] <= span[0]) and (at == len(taken) or taken[at][0] >= span[1])
