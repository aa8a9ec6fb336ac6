"""Properties: what can be stated. The catalogue is data (``resources/properties.toml``); a project adds its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from maeditor.domain.units import DIMENSIONS, MONEY, is_unit, unit


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
    ``base_unit`` is the one values are normalised to (for power MW); empty for money, where it is the currency itself.
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


def parse_catalogue(table: Mapping[str, object]) -> tuple[Property, ...]:
    """Read the catalogue's table, in its order. Raises ValueError naming the entry that is wrong: a fault of ours.

    A built-in property's id is ``property:KEY``, so that every project means the same by it.
    """
    return tuple(_property(key, entry) for key, entry in table.items())


def check(candidate: Property) -> None:
    """Raise ValueError unless units, base unit and dimension belong together and to the kind of value."""
    if candidate.kind in (Kind.TEXT, Kind.DATE):
        if candidate.dimension or candidate.base_unit or candidate.units:
            raise ValueError(f"{candidate.key}: texts and dates have no units")
        return
    if candidate.dimension not in DIMENSIONS:
        raise ValueError(f"{candidate.key}: no dimension {candidate.dimension!r}")
    if not candidate.base_unit and candidate.dimension != MONEY:
        raise ValueError(f"{candidate.key}: no base unit")
    if len(set(candidate.units)) != len(candidate.units) or not candidate.units:
        raise ValueError(f"{candidate.key}: each unit once, and at least one")
    for code in filter(None, (candidate.base_unit, *candidate.units)):
        if not is_unit(code) or unit(code).dimension != candidate.dimension:
            raise ValueError(f"{candidate.key}: {code!r} is no unit of {candidate.dimension}")


def _property(key: str, entry: object) -> Property:
    if not isinstance(entry, Mapping):
        raise ValueError(f"{key}: not a table")  # noqa: TRY004 - one kind of error for all that is wrong in the file
    units = entry.get("units", [])
    read = Property(
        id=f"property:{key}",
        version=1,
        key=key,
        label_fr=str(entry.get("fr", "")),
        label_en=str(entry.get("en", "")),
        kind=Kind(str(entry.get("kind"))),
        family=Family(str(entry.get("family"))),
        dimension=str(entry.get("dimension", "")),
        units=tuple(str(code) for code in units) if isinstance(units, list) else (),
        base_unit=str(entry.get("base", "")),
    )
    if not (read.label_fr and read.label_en):
        raise ValueError(f"{key}: a label is missing")
    check(read)
    return read
