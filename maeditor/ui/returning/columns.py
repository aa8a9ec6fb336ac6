"""How the width of the list is shared: the same for its rows and for the names above them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

MARGIN = 28
"""Between the list's edge and what stands in it; the ring of the chosen row goes a little beyond."""
TICK, FIELD, STATE, SIGN = 46, 124, 196, 34
LEAST_TEXT = 420
"""Below this, what is left for fact and values is too little: the state stands there without its word."""
SHARES = {"fact": 32, "here": 34, "there": 34}
"""Of a hundred."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Left edge and width of each, in logical pixels."""

    places: dict[str, tuple[int, int]]
    worded: bool
    """Whether the state has room for its word."""

    def __getitem__(self, name: str) -> tuple[int, int]:
        return self.places[name]


def columns(width: int, px: Callable[[float], int]) -> Columns:
    """Share a width."""
    room = width - 2 * px(MARGIN) - px(TICK) - px(FIELD)
    worded = room - px(STATE) >= px(LEAST_TEXT)
    room = max(0, room - px(STATE if worded else SIGN))
    widths = {
        "tick": px(TICK),
        "fact": room * SHARES["fact"] // 100,
        "field": px(FIELD),
        "here": room * SHARES["here"] // 100,
        "there": room * SHARES["there"] // 100,
        "state": px(STATE if worded else SIGN),
    }
    places, left = {}, px(MARGIN)
    for name, wide in widths.items():
        places[name] = (left, wide)
        left += wide
    return Columns(places, worded)
