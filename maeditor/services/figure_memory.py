"""The figures of texts read before, for whoever asks again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from itertools import chain
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maeditor.extraction.figures import Figure

MOST_KEPT = 200_000
"""Figures kept of texts read before: some 40 MB."""


class FigureMemory:
    """The figures of texts read before: a text never changes, so they never do."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[str, str], tuple[Figure, ...]] = OrderedDict()
        self._lock = Lock()
        self._kept = 0

    @property
    def fresh(self) -> bool:
        """Tell whether nothing was sought yet: the first time word lists are read and patterns made, 0.1 s and more."""
        with self._lock:
            return not self._known

    def knows(self, text_id: str, language: str) -> bool:
        """Tell whether asking costs nothing."""
        with self._lock:
            return (text_id, language) in self._known

    def figures(
        self, text_id: str, text: str, language: str, cancelled: Callable[[], bool] = lambda: False
    ) -> tuple[Figure, ...]:
        """The figures of a text; from any thread. Cancelled, those found so far, which are not remembered."""
        key = (text_id, language)
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key]
        # Word lists and patterns without end: loaded when the first text is read, not with the window.
        from maeditor.extraction.figures import figures_by_piece

        pieces: list[tuple[Figure, ...]] = []
        for piece in figures_by_piece(text, language or None):
            if cancelled():
                return tuple(chain.from_iterable(pieces))
            pieces.append(piece)
        found = tuple(chain.from_iterable(pieces))
        with self._lock:
            if key not in self._known:
                self._known[key] = found
                self._kept += len(found)
            while self._kept > MOST_KEPT and len(self._known) > 1:
                self._kept -= len(self._known.popitem(last=False)[1])
        return found
