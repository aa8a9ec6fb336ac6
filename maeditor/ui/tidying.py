"""How often Python looks for what can go, in a window that is not to stop under the person's hands.

With Python's own thresholds everything there is gets looked through once for some ten decisions: in a project of 10,000
facts a stop of 0.3 s each time. What goes goes nearly always by itself, or is found while it is young.
"""

from __future__ import annotations

import gc

YOUNG, MIDDLE, OLD = 5_000, 20, 100
"""New objects before the youngest are looked through; so many times that, the next; so many times that, all."""


def tidy_seldom() -> None:
    """From now on look through new objects now and then, and through all of them hardly ever."""
    gc.set_threshold(YOUNG, MIDDLE, OLD)
    gc.enable()
