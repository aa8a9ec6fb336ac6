"""Between Python's code points and Qt's UTF-16 units: a bisect over where a text leaves the basic plane."""

from __future__ import annotations

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class TextPositions:
    """Converts positions in one text, in both directions; O(log n) in the number of emoji and the like."""

    __slots__ = ("_astral", "_units", "length", "unit_length")

    def __init__(self, text: str) -> None:
        self.length = len(text)
        # Encoding is the quickest way to learn that there is nothing to map, which is so for most articles.
        extra = 0 if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2 - len(text)
        self._astral = [match.start() for match in _ASTRAL.finditer(text)] if extra else []
        self._units = [point + before for before, point in enumerate(self._astral)]
        self.unit_length = self.length + extra

    def to_units(self, point: int) -> int:
        """Qt's position of a code point; positions outside the text are brought to its ends."""
        point = min(max(point, 0), self.length)
        return point + bisect_left(self._astral, point) if self._astral else point

    def to_points(self, unit: int) -> int:
        """The code point at one of Qt's positions; the middle of a surrogate pair counts as its start."""
        unit = min(max(unit, 0), self.unit_length)
        if not self._astral:
            return unit
        before = bisect_left(self._units, unit)
        # Between the halves of the pair ``before - 1``: its start is where the cursor can stand.
        if before and unit == self._units[before - 1] + 1:
            return self._astral[before - 1]
        return unit - before
