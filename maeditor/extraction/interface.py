"""What extraction promises to the rest: mentions, line labels, proposals, and who makes them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from maeditor.domain.articles import Noise
from maeditor.domain.facts import Lifecycle, Modality
from maeditor.domain.values import Comparator


class MentionKind(StrEnum):
    """The kinds of number-like things; docs/formats.md describes each."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    PERCENTAGE = "percentage"
    MONEY = "money"
    QUANTITY = "quantity"
    DATE = "date"
    YEAR = "year"
    RANGE = "range"
    COUNT = "count"
    RANK = "rank"
    TIME = "time"
    DATERANGE = "daterange"
    TIER = "tier"


@dataclass(frozen=True, slots=True)
class Mention:
    """One number-like thing; ``value`` is a decimal, for dates an EDTF text.

    ``comparator`` comes from the hedge, whose span is ``hedge`` (None without one). Spans are code points of the text
    as given, end exclusive. ``noun`` is the counted head noun ("data centers") of a count.
    """

    start: int
    end: int
    text: str
    kind: MentionKind
    value: Decimal | str | None
    unit: str = ""
    value2: Decimal | str | None = None
    comparator: Comparator = Comparator.EQUAL
    hedge: tuple[int, int] | None = None
    noun: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """Another way to read the same characters, e.g. one half of glued table cells; a date's value is EDTF."""

    start: int
    end: int
    value: Decimal | str
    unit: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A mention that states something, with its exact span.

    ``value``/``value_max`` are decimals for numeric properties (full amount for money, 12 for 12 %), a text for text
    properties, EDTF for dates. ``evidence`` holds the spans that show it, the first the words that say it. ``rule``
    names what proposed it; ``needs_look`` is a ``Doubt``, why a person should look, or empty; ``alternatives`` are the
    other readings, the likeliest first.
    """

    start: int
    end: int
    quote: str
    property: str
    value: Decimal | str
    value_max: Decimal | None = None
    unit: str = ""
    comparator: Comparator = Comparator.EQUAL
    subject: str = ""
    place: str = ""
    lifecycle: Lifecycle = Lifecycle.UNKNOWN
    modality: Modality = Modality.FACT
    as_of: str = ""
    target: str = ""
    confidence: float = 0.5
    rule: str = ""
    extractor: str = ""
    evidence: tuple[tuple[int, int], ...] = ()
    alternatives: tuple[Reading, ...] = ()
    needs_look: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one text: proposals in text order, and what is noise."""

    proposals: tuple[Proposal, ...]
    noise: tuple[Noise, ...]
    language: str


class Extractor(Protocol):
    """Whatever reads texts into proposals: our grammar, a file of somebody's facts, later a model."""

    @property
    def name(self) -> str:
        """Name and version, as ``grammar@1.0``."""
        ...

    def extract(self, text: str, language: str | None = None) -> Extraction:
        """Read one text; the language is guessed where None."""
        ...
