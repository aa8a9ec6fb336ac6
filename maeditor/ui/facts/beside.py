"""What the popover needs of the reader: where a passage stands, room beside it, lines under its words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QRect, SignalInstance

from maeditor.domain.anchors import Span


class Beside(Protocol):
    """The page that holds the marked passage. Boxes are of the screen."""

    @property
    def moved(self) -> SignalInstance:
        """The page was scrolled, or its lines broke elsewhere."""
        ...

    def where(self, span: Span) -> tuple[QRect, QRect]:
        """Where a passage stands, as wide as its column, and the room that may be covered around it."""
        ...

    def make_room(self, span: Span, height: int) -> None:
        """Scroll so that a passage is seen with so much room below it or above it."""
        ...

    def underline(self, words: Sequence[tuple[Span, str]]) -> None:
        """Draw a line in a colour under each of these words; none takes all away."""
        ...
