"""What a person decided about a proposal: whether it states something there, and which of its fields were wrong."""

from __future__ import annotations

from dataclasses import dataclass

FIELDS = ("property", "value", "unit", "comparator", "subject", "place", "status", "date")
"""What a correction can be about; ``status`` is lifecycle and modality, ``date`` as-of and target."""


@dataclass(frozen=True, slots=True)
class Traits:
    """A proposal as learning sees it, before anybody changed it; ``prior`` is the confidence its rule gave it."""

    rule: str
    prior: float
    property: str = ""
    unit: str = ""
    comparator: str = ""
    lifecycle: str = ""
    modality: str = ""
    raw: str = ""
    has_subject: bool = False
    has_place: bool = False
    is_dated: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision that stands, about a proposal of an article.

    ``stated`` tells whether the text states something there: the proposal was accepted or corrected, not rejected.
    ``wrong`` names the fields that had to be corrected.
    """

    traits: Traits
    article: str
    stated: bool
    wrong: frozenset[str] = frozenset()

    @property
    def as_proposed(self) -> bool:
        """Tell whether the proposal was right as it stood: what its confidence foretells."""
        return self.stated and not self.wrong
