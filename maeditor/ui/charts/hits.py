"""Which mark is under the mouse: a search in sorted arrays, whatever their number."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from maeditor.ui.charts.layout import REACH, PlacedMark


class HitIndex:
    """The marks of a layout by their height on the chart."""

    def __init__(self, marks: Sequence[PlacedMark], size: float) -> None:
        self._marks = sorted(marks, key=lambda each: each.y)
        self._reach = REACH * size
        self._y = np.array([each.y for each in self._marks])
        covers = [each.covers for each in self._marks]
        self._left = np.array([each[0] for each in covers])
        self._right = np.array([each[1] for each in covers])
        self._middle = np.array([(each.x_low + each.x_high) / 2 for each in self._marks])

    def at(self, x: float, y: float) -> PlacedMark | None:
        """The mark whose drawing or label is at a point, the nearest of several; None where there is none."""
        first, last = np.searchsorted(self._y, (y - self._reach, y + self._reach))
        if first >= last:
            return None
        near = slice(int(first), int(last))
        inside = np.flatnonzero((self._left[near] - 4 <= x) & (x <= self._right[near] + 4))
        if not inside.size:
            return None
        rise = np.abs(self._y[near][inside] - y)
        aside = np.abs(self._middle[near][inside] - x)
        return self._marks[int(first + inside[np.argmin(rise * 1e4 + aside)])]
