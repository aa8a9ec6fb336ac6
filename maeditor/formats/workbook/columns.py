"""Which columns each data sheet has, in which order, what kind of value they hold and how wide they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from operator import attrgetter
from typing import Any, TypeAlias

ReadRow: TypeAlias = Callable[[Any], Sequence[Any]]


class Kind(Enum):
    """How a column's values are written."""

    TEXT = auto()
    PROSE = auto()
    """Long text, wrapped."""
    FAINT = auto()
    """Identities that programs need and people do not read."""
    WORD = auto()
    """Keys (with ``; `` between) that have a word in each language under the column's ``words``."""
    NUMBER = auto()
    PERCENT = auto()
    DATE = auto()
    """EDTF: a full day becomes a date, anything less precise stays text."""
    MOMENT = auto()
    """ISO 8601, written as date and time in UTC."""
    YES_NO = auto()
    LINK = auto()
    """A cell that opens the address that stands in the column before it."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``name`` is the attribute it is read from and, in its sheet, the key of its heading."""

    name: str
    kind: Kind = Kind.TEXT
    width: float = 14
    words: str = ""
    choices: tuple[str, ...] = ()
    heading: str = ""
    """The heading where it does not come from the translations."""


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """One kind of data sheet: its key, columns, how many stay in sight when scrolling, and the height of its rows."""

    key: str
    columns: tuple[Column, ...]
    read: ReadRow
    frozen: int = 1
    row_height: float = 30
    tab: str = "0B665F"

    def position(self, name: str) -> int:
        """Which column (from 1) holds an attribute."""
        return next(at for at, column in enumerate(self.columns, 1) if column.name == name)


def plan_sheet(key: str, columns: tuple[Column, ...], frozen: int = 1, row_height: float = 30) -> SheetPlan:
    """Plan a sheet whose values are attributes of its rows."""
    return SheetPlan(key, columns, attrgetter(*(column.name for column in columns)), frozen, row_height)


COMPARATORS = ("=", "≈", "<", "≤", ">", "≥", "range")
STATES = ("proposed", "accepted", "corrected", "rejected", "deferred")
STANDINGS = ("preferred", "normal", "set_aside")
LIFECYCLES = ("operational", "under_construction", "planned", "announced", "cancelled", "unknown")
MODALITIES = ("fact", "past", "plan", "forecast", "possibility", "opinion")
ROLES = ("supports", "contradicts", "context")

_STATE = Column("state", Kind.WORD, 12, "state", STATES)
_COMPARATOR = Column("comparator", Kind.WORD, 11, "comparator", COMPARATORS)
_LIFECYCLE = Column("lifecycle", Kind.WORD, 16, "lifecycle", LIFECYCLES)

FACTS = plan_sheet(
    "facts",
    (
        Column("number", width=10),
        Column("subject", Kind.PROSE, 26),
        Column("property_label", width=22),
        Column("value", width=20),
        _COMPARATOR,
        Column("amount", Kind.NUMBER, 12),
        Column("lower", Kind.NUMBER, 11),
        Column("upper", Kind.NUMBER, 11),
        Column("shown_unit", width=9),
        Column("text_value", Kind.PROSE, 18),
        Column("place", width=18),
        _LIFECYCLE,
        Column("modality", Kind.WORD, 13, "modality", MODALITIES),
        Column("as_of", Kind.DATE, 12),
        Column("target", Kind.DATE, 12),
        _STATE,
        Column("standing", Kind.WORD, 12, "standing", STANDINGS),
        Column("confidence", Kind.PERCENT, 11),
        Column("looks", Kind.WORD, 24, "look"),
        Column("quote", Kind.PROSE, 60),
        Column("evidence_count", Kind.NUMBER, 10),
        Column("source_number", width=10),
        Column("source_title", Kind.PROSE, 40),
        Column("source_publisher", width=20),
        Column("source_date", Kind.DATE, 12),
        Column("source_url", width=30),
        Column("link", Kind.LINK, 8),
        Column("claim", Kind.PROSE, 44),
        Column("norm_amount", Kind.NUMBER, 13),
        Column("norm_lower", Kind.NUMBER, 13),
        Column("norm_upper", Kind.NUMBER, 13),
        Column("shown_norm_unit", width=11),
        Column("object_entity", width=18),
        Column("reason", Kind.PROSE, 26),
        Column("reviewer", width=16),
        Column("reviewed_at", Kind.MOMENT, 19),
        Column("duplicate_of", width=12),
        Column("note", Kind.PROSE, 36),
        Column("qualifiers", Kind.PROSE, 30),
        Column("origin", Kind.WORD, 22, "origin"),
        Column("property_key", Kind.FAINT, 22),
        Column("fact_id", Kind.FAINT, 38),
        Column("version", Kind.NUMBER, 9),
    ),
)

EVIDENCE = plan_sheet(
    "evidence",
    (
        Column("fact_number", width=10),
        Column("subject", Kind.PROSE, 26),
        Column("property_label", width=22),
        Column("value", width=20),
        Column("role", Kind.WORD, 14, "role", ROLES),
        Column("field", Kind.WORD, 14, "field"),
        Column("quote", Kind.PROSE, 70),
        Column("prefix", Kind.PROSE, 26),
        Column("suffix", Kind.PROSE, 26),
        Column("source_number", width=10),
        Column("source_title", Kind.PROSE, 40),
        Column("source_publisher", width=20),
        Column("source_date", Kind.DATE, 12),
        Column("source_url", width=30),
        Column("link", Kind.LINK, 8),
        Column("start", Kind.NUMBER, 10),
        Column("end", Kind.NUMBER, 10),
        Column("evidence_id", Kind.FAINT, 38),
        Column("fact_id", Kind.FAINT, 38),
        Column("passage_id", Kind.FAINT, 38),
    ),
    row_height=45,
)

SOURCES = plan_sheet(
    "sources",
    (
        Column("number", width=10),
        Column("title", Kind.PROSE, 52),
        Column("publisher", width=22),
        Column("author", width=20),
        Column("published", Kind.DATE, 12),
        Column("language", width=9),
        Column("url", width=40),
        Column("link", Kind.LINK, 8),
        Column("facts", Kind.NUMBER, 8),
        Column("accepted", Kind.NUMBER, 10),
        Column("characters", Kind.NUMBER, 12),
        Column("file_name", width=28),
        Column("imported_at", Kind.MOMENT, 19),
        Column("sha256", Kind.FAINT, 30),
        Column("article_id", Kind.FAINT, 38),
    ),
)

JOURNAL = plan_sheet(
    "journal",
    (
        Column("number", Kind.NUMBER, 9),
        Column("at", Kind.MOMENT, 19),
        Column("editor", width=18),
        Column("what", Kind.PROSE, 44),
        Column("about", width=18),
        Column("field", Kind.WORD, 18, "field"),
        Column("before", Kind.PROSE, 36),
        Column("after", Kind.PROSE, 36),
        Column("reverts", Kind.NUMBER, 10),
        Column("interrupted", Kind.YES_NO, 13),
        Column("action_id", Kind.FAINT, 38),
    ),
)

LONG_TEXTS = plan_sheet(
    "long_texts",
    (
        Column("sheet", width=14),
        Column("cell", width=10),
        Column("heading", width=24),
        Column("row_name", width=38),
        Column("part", Kind.NUMBER, 8),
        Column("parts", Kind.NUMBER, 8),
        Column("text", Kind.PROSE, 100),
    ),
    row_height=60,
)
