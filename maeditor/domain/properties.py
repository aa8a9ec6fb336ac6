"""Properties: what can be stated. The catalogue is data (``resources/properties.toml``); a project adds its own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of value a property takes."""

    QUANTITY = "quantity"
    COUNT = "count"
    RANK = "rank"
    TEXT = "text"
    DATE = "date"


class Family(StrEnum):
    """The six groups that colour and icon tell apart."""

    CAPACITY = "capacity"
    COUNT = "count"
    RANK = "rank"
    PLACE = "place"
    ACTOR = "actor"
    ATTRIBUTE = "attribute"


@dataclass(frozen=True, slots=True)
class Property:
    """One thing that can be stated, e.g. installed power.

    ``dimension`` is one of ``units.DIMENSIONS`` or empty for texts and dates; ``units`` are offered in this order;
    ``base_unit`` is the one values are normalised to (for power MW).
    """

    id: str
    version: int
    key: str
    label_fr: str
    label_en: str
    kind: Kind
    family: Family
    dimension: str = ""
    units: tuple[str, ...] = ()
    base_unit: str = ""
    hidden: bool = False

    def label(self, language: str) -> str:
        """Name it in a language; French where there is no other."""
        return self.label_en if language.startswith("en") else self.label_fr
