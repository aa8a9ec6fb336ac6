"""Which facts a list shows and in what order: a filter, a sort key, a grouping; plain values that can be kept."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeVar

from maeditor.domain.facts import Lifecycle, State
from maeditor.domain.properties import Family

E = TypeVar("E", bound=StrEnum)


class Sort(StrEnum):
    """By what facts are ordered; ``TEXT`` is the order in which the articles say them."""

    TEXT = "text"
    NUMBER = "number"
    VALUE = "value"
    PROPERTY = "property"
    SUBJECT = "subject"
    STATE = "state"
    CONFIDENCE = "confidence"
    DATE = "date"


class Group(StrEnum):
    """What parts a list into sections."""

    NONE = "none"
    PROPERTY = "property"
    SUBJECT = "subject"
    STATE = "state"
    ARTICLE = "article"


class Origin(StrEnum):
    """Who brought a fact: a person, a rule of the extraction, a file."""

    PERSON = "person"
    RULE = "rule"
    FILE = "file"


class Sureness(StrEnum):
    """Confidence as people are told it: three bars, two, one."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


UNSURE, LIKELY = 0.5, 0.8
"""Confidence below which one bar stands, and from which three do."""


def sureness(confidence: float) -> Sureness:
    """Confidence, from 0 to 1, as people are told it."""
    if confidence < UNSURE:
        return Sureness.LOW
    return Sureness.HIGH if confidence >= LIKELY else Sureness.MEDIUM


def plain(text: str) -> str:
    """A text as a filter compares it: small letters without accents, straight apostrophes, one kind of space."""
    if text.isascii():
        return text.lower()
    bare = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return bare.casefold().replace("\u2019", "'")


@dataclass(frozen=True, slots=True)
class FactFilter:
    """What a fact must be to be listed; an empty set asks for nothing, within a set any will do."""

    states: frozenset[State] = frozenset()
    families: frozenset[Family] = frozenset()
    properties: frozenset[str] = frozenset()
    lifecycles: frozenset[Lifecycle] = frozenset()
    sureness: frozenset[Sureness] = frozenset()
    origins: frozenset[Origin] = frozenset()
    conflict: bool = False
    doubt: bool = False
    without_passage: bool = False
    text: str = ""

    @property
    def count(self) -> int:
        """How many things it asks for, as the chips count them."""
        sets = (self.states, self.families, self.properties, self.lifecycles, self.sureness, self.origins)
        flags = (self.conflict, self.doubt, self.without_passage, bool(self.text.strip()))
        return sum(map(bool, sets)) + sum(flags)

    @property
    def words(self) -> tuple[str, ...]:
        """The words of its text, each of which a fact must say."""
        return tuple(self.text.split())


@dataclass(frozen=True, slots=True)
class Listing:
    """A filter with an order; ``rejected`` tells whether rejected facts are listed without being asked for."""

    filter: FactFilter = field(default_factory=FactFilter)
    sort: Sort = Sort.TEXT
    descending: bool = False
    group: Group = Group.NONE
    rejected: bool = True

    def without_filter(self) -> Listing:
        """The same order of everything."""
        return replace(self, filter=FactFilter())

    def to_row(self) -> dict[str, object]:
        """As plain JSON, to be kept with the project's settings."""
        asked = self.filter
        return {
            "states": sorted(asked.states),
            "families": sorted(asked.families),
            "properties": sorted(asked.properties),
            "lifecycles": sorted(asked.lifecycles),
            "sureness": sorted(asked.sureness),
            "origins": sorted(asked.origins),
            "conflict": asked.conflict,
            "doubt": asked.doubt,
            "without_passage": asked.without_passage,
            "text": asked.text,
            "sort": self.sort.value,
            "descending": self.descending,
            "group": self.group.value,
            "rejected": self.rejected,
        }

    @staticmethod
    def from_row(row: dict[str, object]) -> Listing:
        """Read what was kept; what is unknown or of another kind is left at its usual."""
        return Listing(
            FactFilter(
                _members(State, row.get("states")),
                _members(Family, row.get("families")),
                frozenset(_texts(row.get("properties"))),
                _members(Lifecycle, row.get("lifecycles")),
                _members(Sureness, row.get("sureness")),
                _members(Origin, row.get("origins")),
                row.get("conflict") is True,
                row.get("doubt") is True,
                row.get("without_passage") is True,
                str(row.get("text", "")),
            ),
            next(iter(_members(Sort, [row.get("sort")])), Sort.TEXT),
            row.get("descending") is True,
            next(iter(_members(Group, [row.get("group")])), Group.NONE),
            row.get("rejected") is not False,
        )


def _members(kind: type[E], value: object) -> frozenset[E]:
    known = {member.value: member for member in kind}
    return frozenset(known[each] for each in _texts(value) if each in known)


def _texts(value: object) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []
