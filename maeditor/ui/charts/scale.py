"""The log scale: from megawatts to pixels and back, and where its lines stand. No Qt."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

BEFORE, AFTER = 0.42, 0.4
"""Room left of the smallest and right of the largest value, in decades: marks and labels stand there."""
LEAST = 1.6
"""How many decades a chart spans at least."""
MOST = 4.0
"""How many decades a chart spans at most by itself, unless the bulk of its values needs more."""
FEW = 8
"""So many values are needed before any of them can be called an outlier."""
TAIL = 0.05
"""The share of the values at either end that does not stretch the scale."""
CLEAR = 0.2
"""Room between the left edge and the smallest value of the bulk."""
BEYOND = 0.06
"""So far beyond a decade's line a scale goes that was widened to show it."""
CROWDED = 70.0
"""Pixels that two labelled decades need between them."""
AIRY = 46.0
"""Pixels that a decade needs before lines between decades help."""


def log(value: Decimal) -> float:
    """The decimal logarithm of a positive value, however large."""
    return float(value.log10())


def span_of(logs: Iterable[float]) -> tuple[float, float]:
    """From where to where the scale goes to show these logarithms with room at both ends."""
    known = list(logs) or [1.0, 3.0]
    low, high = span_within(min(known) - BEFORE, max(known) + AFTER)
    if math.floor(high) - math.ceil(low) < 1:  # one labelled line is no scale: reach for the nearer decade
        below, above = math.ceil(low) - 1 - BEYOND, math.floor(high) + 1 + BEYOND
        low, high = (below, high) if low - below <= above - high else (low, above)
    return low, high


def bulk_span(logs: Iterable[float]) -> tuple[float, float]:
    """From where to where the scale goes at first: over all values, or over their bulk where few lie far off."""
    known = sorted(logs)
    if len(known) < FEW or known[-1] - known[0] <= MOST:
        return span_of(known)
    cut = math.ceil(TAIL * len(known))
    first, last = known[cut], known[-1 - cut]
    low = min(math.floor(first), first - CLEAR)
    return span_within(low, max(min(known[-1] + AFTER, low + MOST), last + AFTER))


def span_within(low: float, high: float) -> tuple[float, float]:
    """These ends, moved apart where they would show less than a chart needs."""
    lacking = LEAST - (high - low)
    return (low, high) if lacking <= 0 else (low - lacking / 2, high + lacking / 2)


@dataclass(frozen=True, slots=True)
class LogScale:
    """Logarithms ``low`` to ``high`` laid over pixels ``left`` to ``right``."""

    low: float
    high: float
    left: float
    right: float

    @property
    def per_decade(self) -> float:
        """Pixels a decade takes."""
        return (self.right - self.left) / (self.high - self.low)

    def x(self, logarithm: float) -> float:
        """The pixel at which a logarithm stands."""
        return self.left + (logarithm - self.low) * self.per_decade

    def logarithm(self, x: float) -> float:
        """The logarithm that stands at a pixel."""
        return self.low + (x - self.left) / self.per_decade

    def decades(self, size: float = 1.0) -> list[int]:
        """The exponents whose line is drawn and labelled; thinned where type of this size would crowd."""
        step = max(1, math.ceil(CROWDED * size / self.per_decade))
        first = math.ceil(self.low - 1e-9)
        return [each for each in range(first, math.floor(self.high + 1e-9) + 1) if each % step == 0]

    def between(self) -> list[float]:
        """The logarithms of the fainter lines: 2 and 5 of each decade, where there is room."""
        if self.per_decade < AIRY:
            return []
        found = (
            decade + math.log10(digit)
            for decade in range(math.floor(self.low), math.ceil(self.high))
            for digit in (2, 5)
        )
        return [each for each in found if self.low <= each <= self.high]
