"""Python's own tidying: with its usual thresholds the window of a large project stops every few decisions."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from maeditor.ui.tidying import MIDDLE, OLD, YOUNG, tidy_seldom


class Ring:
    """Something that only looking for it finds to be gone."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def as_before() -> Iterator[None]:
    """Give Python its own thresholds again."""
    kept, on = gc.get_threshold(), gc.isenabled()
    yield
    gc.set_threshold(*kept)
    (gc.enable if on else gc.disable)()


@pytest.mark.usefixtures("as_before")
def test_what_can_go_goes_without_looking_through_everything() -> None:
    gc.disable()
    tidy_seldom()
    assert gc.isenabled()
    gc.collect()
    looked_through = gc.get_stats()[2]["collections"]
    rings = [weakref.ref(Ring()) for _number in range(2 * YOUNG)]
    kept = [[number] for number in range(2 * YOUNG)]
    assert any(ring() is None for ring in rings)
    assert gc.get_stats()[2]["collections"] == looked_through
    assert len(kept) == 2 * YOUNG
    assert YOUNG * MIDDLE * OLD > 1_000_000
