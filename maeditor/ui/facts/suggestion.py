"""How a passage reads, as the popover shows it."""

from __future__ import annotations

from dataclasses import dataclass

from maeditor.domain.properties import Family
from maeditor.ui.facts.legend import LegendItem
from maeditor.ui.facts.quote_view import Underlined


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The value, and behind it what it is of; then the passage and where each field was read.

    ``properties`` are those of the family, each with its name; ``property`` is the one meant.
    """

    value: str
    about: str
    family: Family
    counted: str
    property: str = ""
    properties: tuple[tuple[str, str], ...] = ()
    quote: str = ""
    marks: tuple[Underlined, ...] = ()
    legend: tuple[LegendItem, ...] = ()
    right_to_left: bool = False
