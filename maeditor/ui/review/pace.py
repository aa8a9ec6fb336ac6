"""How fast the review goes: facts decided, and seconds each; a pause does not count."""

from __future__ import annotations

import time
from collections.abc import Callable

PAUSE = 60.0
"""Seconds after which the person was elsewhere."""
LEAST_COUNT, LEAST_SECONDS = 3, 0.5
"""Fewer decisions say nothing of a pace; faster ones nobody read."""


class Pace:
    """Counts the decisions of a sitting."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._last = clock()
        self._spent = 0.0
        self.count = 0

    def decided(self) -> None:
        """Note a decision."""
        now = self._clock()
        self._spent += min(now - self._last, PAUSE)
        self._last = now
        self.count += 1

    def taken_back(self) -> None:
        """A decision was taken back; the time it took was spent."""
        self.count = max(self.count - 1, 0)
        self._last = self._clock()

    def resumed(self) -> None:
        """The person comes back to it."""
        self._last = self._clock()

    @property
    def telling(self) -> bool:
        """Tell whether there is a pace worth a word."""
        return self.count >= LEAST_COUNT and self.seconds >= LEAST_SECONDS

    @property
    def seconds(self) -> float:
        """Seconds a fact."""
        return self._spent / self.count if self.count else 0.0
