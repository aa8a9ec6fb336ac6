"""How far down the page each line of an article stands, by the lengths of its lines: nothing is laid out for it."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from maeditor.ui.reader.shown_text import LineKind, ShownText
from maeditor.ui.reader.surfaces import Surface
from maeditor.ui.reader.typography import PAD, Typography

LANE = 16
"""Across the lane beside the scroll bar in which places of the article are marked."""
MEASURED = 3000
"""Lines up to which each is measured by its kind."""
LETTER = 0.466
"""A letter's mean width, as a share of the size of the type."""


class Heights:
    """Shares go from 0 at the page's top to 1 at its end; places are code points of the text."""

    def __init__(self, shown: ShownText, typography: Typography, width: float) -> None:
        self._shown = shown
        self._heights = _heights(shown, typography, width)
        before = typography.top + sum(self._heights[: shown.lead])
        self._heights = self._heights[shown.lead :]
        self._tops = list(accumulate(self._heights, initial=before))
        self._whole = self._tops[-1] + typography.bottom

    @classmethod
    def of(cls, surface: Surface) -> Heights | None:
        """Those of the article that a surface shows; None without one."""
        shown, typography = surface.sheet.shown, surface.sheet.typography
        if shown is None or typography is None or not shown.starts:
            return None
        return cls(shown, typography, surface.viewport().width() - 2 * PAD)

    def share(self, place: int) -> float:
        """How far down a place of the text stands."""
        starts, lengths = self._shown.starts, self._shown.lengths
        line = max(bisect_right(starts, place) - 1, 0)
        inside = min(max(place - starts[line], 0) / max(lengths[line], 1), 1.0)
        return (self._tops[line] + inside * self._heights[line]) / self._whole

    def place(self, share: float) -> int:
        """Which place of the text stands so far down."""
        starts, lengths = self._shown.starts, self._shown.lengths
        height = share * self._whole
        line = min(max(bisect_right(self._tops, height) - 1, 0), len(starts) - 1)
        inside = min(max((height - self._tops[line]) / self._heights[line], 0.0), 1.0)
        return starts[line] + round(inside * lengths[line])


def _heights(shown: ShownText, typography: Typography, width: float) -> list[float]:
    """What each line takes on the page, with the room above it."""
    letters = {
        kind: max(width / (LETTER * max(typography.font(kind).pixelSize(), 1)), 1.0)
        for kind in (LineKind.BODY, LineKind.TITLE, LineKind.HEADING)
    }
    body = letters[LineKind.BODY]
    lead = [len(shown.plain.split("\n", 1)[0])] if shown.lead else []
    lengths = [*lead, *shown.lengths]
    if len(lengths) > MEASURED:
        gap = typography.gap(LineKind.BODY, LineKind.BODY)
        return [typography.body_line * (1 + length // body) + gap for length in lengths]
    heights: list[float] = []
    above: LineKind | None = None
    for kind, length in zip(shown.kinds, lengths, strict=True):
        lines = 1 + max(length - 1, 0) // letters.get(kind, body)
        heights.append(typography.line(kind) * lines + typography.gap(above, kind))
        above = kind
    return heights
