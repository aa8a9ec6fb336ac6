"""Where everything of the chart stands, in pixels: rows, lanes inside a row, marks, labels. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from heapq import heappush, heapreplace

from maeditor.domain.values import Comparator
from maeditor.ui.charts.marks import LOWER, UPPER, Mark, MarkRow
from maeditor.ui.charts.scale import LogScale

LANE = 24.0
"""Marks of a row that would meet stand this far apart: two of them at ±12."""
ROW_LEAST, ROW_MOST = 46.0, 84.0
MARGIN = ROW_LEAST - LANE
"""Room above and below the lanes of a row."""
RADIUS = 6.0
HALF_TICK = 2.5
FADE = 86.0
WAVE = 15.0
GAP = 7.0
FLAG = 17.0
"""Room that a warning triangle takes at a label's far end."""
EDGE = 5.0
APART = 24.0
"""Least room between what two marks of a lane show, so that no label is read as its neighbour's."""
FOOT = 7.0
"""How far the brackets of a strict limit reach away from its value."""
OUTSIDE = 19.0
"""From the plot's edge to the mark of a value outside it: an arrowhead stands between."""
LONE = 3
"""So many marks of a row each get a lane of their own; more of them share lanes where they do not meet."""
NEARLY = 0.01
"""What pixels a value may seem to be off the scale by rounding alone."""
REACH = 12.0
"""How far from a lane's middle the mouse still means it."""


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A mark with its place: its value says ``x_low`` to ``x_high``, its drawing covers ``left`` to ``right``.

    Where the value, or an end of it, lies outside the scale, ``beyond_low`` or ``beyond_high`` says so and the drawing
    stands at the plot's edge.
    """

    mark: Mark
    x_low: float
    x_high: float
    y: float
    left: float
    right: float
    label_left: float
    label_right: float
    size: float = 1.0
    beyond_low: bool = False
    beyond_high: bool = False

    @property
    def outside(self) -> bool:
        """Tell whether nothing of its value is on the scale."""
        return (self.beyond_low or self.beyond_high) and self.x_low == self.x_high

    @property
    def covers(self) -> tuple[float, float]:
        """From where to where mark and label reach."""
        return min(self.left, self.label_left), max(self.right, self.label_right)

    @property
    def labelled_inside(self) -> bool:
        """Tell whether its label stands on its own bar."""
        return self.left < self.label_left < self.label_right < self.right


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row with its place; ``lanes`` is how many marks stand below each other in it."""

    name: str
    top: float
    height: float
    lanes: int

    @property
    def middle(self) -> float:
        """Where its name stands."""
        return self.top + self.height / 2


@dataclass(frozen=True, slots=True)
class ChartLayout:
    """The whole chart; the y of rows and marks counts from the top of the first row."""

    scale: LogScale
    rows: tuple[PlacedRow, ...]
    marks: tuple[PlacedMark, ...]
    height: float
    size: float


def arrange(
    rows: Sequence[MarkRow], scale: LogScale, height: float, measure: Callable[[str], float], size: float = 1.0
) -> ChartLayout:
    """Place rows over ``height`` pixels (more where they need it); ``size`` scales all sizes of the drawing."""
    spots = [[_spot(mark, scale, measure, size) for mark in row.marks] for row in rows]
    lanes = [_lanes(each, size) for each in spots]
    needs = [((max(each, default=0) + 1) * LANE + MARGIN) * size for each in lanes]
    base = _fair_share(needs, height, size)
    placed_rows: list[PlacedRow] = []
    placed: list[PlacedMark] = []
    top = 0.0
    for at, row in enumerate(rows):
        count = max(lanes[at], default=0) + 1
        tall = max(base, needs[at])
        middle = top + tall / 2
        for spot, lane in zip(spots[at], lanes[at], strict=True):
            placed.append(replace(spot, y=middle + (lane - (count - 1) / 2) * LANE * size))
        placed_rows.append(PlacedRow(row.name, top, tall, count))
        top += tall
    return ChartLayout(scale, tuple(placed_rows), tuple(placed), top, size)


def _fair_share(needs: Sequence[float], height: float, size: float) -> float:
    """How tall a row is that needs no more than others: what the taller ones leave, within what looks right."""
    share, left, others = ROW_MOST * size, height, len(needs)
    for need in sorted(needs, reverse=True):
        share = left / others
        if need <= share:
            break
        left, others = left - need, others - 1
    return min(max(share, ROW_LEAST * size), ROW_MOST * size)


def extent(mark: Mark, x_low: float, x_high: float, size: float) -> tuple[float, float]:
    """From where to where a mark itself is drawn."""
    away = (FOOT if mark.comparator in {Comparator.LESS, Comparator.MORE} else HALF_TICK) * size
    if mark.comparator in UPPER:
        return x_high - FADE * size, x_high + away
    if mark.comparator in LOWER:
        return x_low - away, x_low + FADE * size
    around = (WAVE if mark.comparator is Comparator.ABOUT else RADIUS + 1) * size
    return x_low - around, x_high + around


def _spot(mark: Mark, scale: LogScale, measure: Callable[[str], float], size: float) -> PlacedMark:
    x_low, x_high = scale.x(mark.low), scale.x(mark.high)
    beyond_low, beyond_high = x_low < scale.left - NEARLY, x_high > scale.right + NEARLY
    inset = OUTSIDE * size
    if x_high < scale.left - NEARLY:
        x_low = x_high = scale.left + inset
        left, right = scale.left, x_high + (RADIUS + 1) * size
    elif x_low > scale.right + NEARLY:
        x_low = x_high = scale.right - inset
        left, right = x_low - (RADIUS + 1) * size, scale.right
    else:
        x_low, x_high = max(x_low, scale.left), min(x_high, scale.right)
        left, right = extent(mark, x_low, x_high, size)
        left, right = max(left, scale.left), min(right, scale.right)
    width = measure(mark.label) + (FLAG * size if mark.flagged else 0.0)
    gap, edge = GAP * size, EDGE * size
    room_left, room_right = left - gap - scale.left - edge, scale.right - edge - right - gap
    on_left = room_left >= width if mark.comparator in LOWER else room_right < width and room_left > room_right
    within = min(x_high, scale.right) - max(x_low, scale.left) - 2 * (RADIUS + GAP) * size
    if max(room_left, room_right) < width <= within:  # a range over the whole plot: its label stands on its bar
        start = (max(x_low, scale.left) + min(x_high, scale.right) - width) / 2
        end = start + width
    elif on_left and room_left > 0:
        end = left - gap
        start = end - min(width, room_left)
    elif room_right > 0:
        start = right + gap
        end = start + min(width, room_right)
    else:  # there is no room at all, or it stands outside what is seen: without a label
        start = end = min(max(x_high, scale.left), scale.right)
    return PlacedMark(mark, x_low, x_high, 0.0, left, right, start, end, size, beyond_low, beyond_high)


def _lanes(spots: Sequence[PlacedMark], size: float) -> list[int]:
    """A lane for each mark: their own where they are few, else as few lanes as keep all that is shown apart."""
    if len(spots) <= LONE:
        return list(range(len(spots)))
    lanes = [0] * len(spots)
    free: list[tuple[float, int]] = []  # from where on, leftwards, a lane is free: the roomiest first
    for at in sorted(range(len(spots)), key=lambda each: -spots[each].covers[1]):
        start, end = spots[at].covers
        if free and end + APART * size <= -free[0][0]:
            lanes[at] = free[0][1]
            heapreplace(free, (-start, lanes[at]))
        else:
            lanes[at] = len(free)
            heappush(free, (-start, lanes[at]))
    return lanes
