"""Facts, their evidence, and the entities they are about."""

from __future__ import annotations

import builtins  # a fact has a field named property, which hides the decorator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from maeditor.domain.errors import ValueTextError
from maeditor.domain.properties import Property
from maeditor.domain.units import Unit, is_unit, normalise, unit
from maeditor.domain.values import Comparator, Quantity

Qualifier: TypeAlias = str | int | float | bool | list[str] | list[list[int]] | None
Qualifiers: TypeAlias = dict[str, Qualifier]


class State(StrEnum):
    """Where a fact stands in review; every change of it is an action."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    DEFERRED = "deferred"


class Standing(StrEnum):
    """Which of several facts counts (Wikidata's statement rank)."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    SET_ASIDE = "set_aside"


class Lifecycle(StrEnum):
    """How far the thing is; never summed across."""

    ANNOUNCED = "announced"
    PLANNED = "planned"
    UNDER_CONSTRUCTION = "under_construction"
    OPERATIONAL = "operational"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


COMING = frozenset({Lifecycle.ANNOUNCED, Lifecycle.PLANNED, Lifecycle.UNDER_CONSTRUCTION})
"""For these the date that matters is the target; for the others it is when the value holds."""


class Modality(StrEnum):
    """In which mood the text says it; a forecast is printed as ``estimated``."""

    FACT = "fact"
    PAST = "past"
    PLAN = "plan"
    FORECAST = "forecast"
    POSSIBILITY = "possibility"
    OPINION = "opinion"


class Role(StrEnum):
    """What a passage does for a fact."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    CONTEXT = "context"


class EntityKind(StrEnum):
    """What sort of thing a fact is about."""

    COUNTRY = "country"
    CITY = "city"
    OPERATOR = "operator"
    SITE = "site"
    EVENT = "event"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement with its judgement: the columns are what is filtered, sorted or compared.

    A value is a quantity (``comparator`` with amount or lower/upper, ``unit``), or a text, or an EDTF date (both in
    ``text_value``). ``norm_*`` is the same in the property's base unit. ``raw`` is the value as the source writes it.
    ``needs_look`` is a ``Doubt``, why a person should look, or empty.
    What is rarely set lives in ``qualifiers`` (keys: docs/formats.md). ``origin`` reads ``person``,
    ``rule:NAME@VERSION`` or ``file:NAME``. ``hidden`` is what deleting it sets.
    """

    id: str
    version: int
    number: int
    article_id: str
    subject: str
    property: str
    raw: str
    state: State
    claim: str = ""
    comparator: Comparator | None = None
    amount: Decimal | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None
    unit: str = ""
    text_value: str = ""
    norm_amount: Decimal | None = None
    norm_lower: Decimal | None = None
    norm_upper: Decimal | None = None
    norm_unit: str = ""
    place: str = ""
    lifecycle: Lifecycle = Lifecycle.UNKNOWN
    modality: Modality = Modality.FACT
    as_of: str = ""
    target: str = ""
    object_entity: str = ""
    standing: Standing = Standing.NORMAL
    reason: str = ""
    confidence: float = 0.0
    reviewer: str = ""
    reviewed_at: str = ""
    duplicate_of: str = ""
    note: str = ""
    origin: str = "person"
    needs_look: str = ""
    hidden: bool = False
    qualifiers: Qualifiers = field(default_factory=dict)

    @builtins.property
    def label(self) -> str:
        """The short number shown to people: F-0042."""
        return f"F-{self.number:04d}"

    @builtins.property
    def quantity(self) -> Quantity | None:
        """The value as a quantity, or None for texts and dates."""
        if self.comparator is None:
            return None
        return Quantity(self.comparator, self.amount, self.lower, self.upper, self.unit)

    @builtins.property
    def normalised(self) -> Quantity | None:
        """The value in the property's base unit, or None where it has none."""
        if self.comparator is None or not self.norm_unit:
            return None
        return Quantity(self.comparator, self.norm_amount, self.norm_lower, self.norm_upper, self.norm_unit)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage attached to a fact; ``field`` optionally names the one field it speaks for."""

    id: str
    version: int
    fact_id: str
    passage_id: str
    role: Role = Role.SUPPORTS
    field: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing facts are about, with its names in each language."""

    id: str
    version: int
    kind: EntityKind
    label_fr: str
    label_en: str = ""
    label_ar: str = ""
    aliases: tuple[str, ...] = ()
    iso3166: str = ""
    wikidata: str = ""
    hidden: bool = False


def normalised(fact: Fact, definition: Property) -> Fact:
    """The fact with its value also in its property's base unit; without one where the value is a text or a date.

    A unit that its property takes but that never converts to the base unit (volt-amperes, tonnes a year, a currency)
    is said in the nearest that it converts to. Raises ValueTextError for a unit that is unknown or measures something
    else.
    """
    said = fact.quantity
    if said is None or not definition.dimension:
        return replace(fact, norm_amount=None, norm_lower=None, norm_upper=None, norm_unit="")
    written = unit(said.unit)
    if written.dimension != definition.dimension:
        raise ValueTextError("unit_not_of_property", unit=said.unit, property=definition.key)
    norm = normalise(said, _norm_unit(written, definition.base_unit))
    return replace(fact, norm_amount=norm.amount, norm_lower=norm.lower, norm_upper=norm.upper, norm_unit=norm.unit)


def _norm_unit(written: Unit, wanted: str) -> str:
    # A property counted in MWh counts what is a year in MWh a year.
    per_time = f"{wanted}/{written.base.rpartition('/')[2]}"
    fitting = (code for code in (wanted, per_time) if is_unit(code) and unit(code).base == written.base)
    return next(fitting, written.base)
