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
    STORED = auto()
    """Texts for programs alone, also where they look like numbers."""
    WORD = auto()
    """Keys (with ``; `` between) that have a word in each language under the column's ``words``."""
    NUMBER = auto()
    PERCENT = auto()
    DATE = auto()
    """EDTF: a full day becomes a date, anything less precise stays text."""
    MOMENT = auto()
    """ISO 8601, written as date and time in UTC."""
    YES_NO = auto()
    MEASURE = auto()
    """A number whose digits depend on its unit: a pair of both."""
    LINK = auto()
    """A cell that opens the address that stands in another column, ``before`` put in front of it."""


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
    address: str = ""
    """Which column of the sheet holds what a link opens."""
    before: str = ""
    hidden: bool = False
    taken_back: bool = False
    """Whether a correction made in the workbook is read when it comes back."""


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """One kind of data sheet: its key, columns, how many stay in sight when scrolling, and the height of its rows."""

    key: str
    columns: tuple[Column, ...]
    read: ReadRow
    frozen: int = 1
    row_height: float = 30
    tab: str = "0B665F"
    printed_at: int = 0
    """At how many percent it is printed, what floats beside its table on pages of its own; 0 fits it to the paper."""
    hidden: bool = False
    """A sheet for programs: without a table, colours or print set-up."""

    def position(self, name: str) -> int:
        """Which column (from 1) holds an attribute."""
        return next(at for at, column in enumerate(self.columns, 1) if column.name == name)


def plan_sheet(key: str, columns: tuple[Column, ...], frozen: int = 1, row_height: float = 30) -> SheetPlan:
    """Plan a sheet whose values are attributes of its rows."""
    return SheetPlan(key, columns, _reader(columns), frozen, row_height)


def _reader(columns: tuple[Column, ...]) -> ReadRow:
    names = [column.name for column in columns]
    measured = [at for at, column in enumerate(columns) if column.kind is Kind.MEASURE]
    plainly = attrgetter(*names)
    if not measured:
        return plainly
    units = attrgetter("unit", "norm_unit")

    def read(row: Any) -> Sequence[Any]:  # noqa: ANN401
        values = list(plainly(row))
        unit, norm_unit = units(row)
        for at in measured:
            if values[at] is not None:
                values[at] = (values[at], norm_unit if names[at].startswith("norm_") else unit)
        return values

    return read


COMPARATORS = ("=", "≈", "<", "≤", ">", "≥", "range")
STATES = ("proposed", "accepted", "corrected", "rejected", "deferred")
STANDINGS = ("preferred", "normal", "set_aside")
LIFECYCLES = ("operational", "under_construction", "planned", "announced", "cancelled", "unknown")
MODALITIES = ("fact", "past", "plan", "forecast", "possibility", "opinion")
ROLES = ("supports", "contradicts", "context")

PRECISIONS = ("day", "month", "season", "quarter", "half", "year", "interval", "yearless")
ENTITY_KINDS = ("country", "city", "operator", "site", "event", "other")

_STATE = Column("state", Kind.WORD, 12, "state", STATES)
_LIFECYCLE = Column("lifecycle", Kind.WORD, 16, "lifecycle", LIFECYCLES)
_OPEN = Column("open", Kind.LINK, 11, address="fact_id", before="maeditor://fact/")
_FACT_ID = Column("fact_id", Kind.FAINT, 38, hidden=True)


def _own(
    name: str, kind: Kind = Kind.TEXT, width: float = 14, words: str = "", choices: tuple[str, ...] = ()
) -> Column:
    return Column(name, kind, width, words, choices, taken_back=True)


FACTS = plan_sheet(
    "facts",
    (
        Column("number", width=10),
        _OPEN,
        _own("subject", Kind.PROSE, 26),
        _own("property_label", Kind.PROSE, 24),
        _own("value", Kind.PROSE, 22),
        _own("comparator", Kind.WORD, 11, "comparator", COMPARATORS),
        _own("amount", Kind.MEASURE, 18),
        _own("lower", Kind.MEASURE, 15),
        _own("upper", Kind.MEASURE, 15),
        _own("shown_unit", width=9),
        _own("text_value", Kind.PROSE, 18),
        _own("place", width=18),
        _own("lifecycle", Kind.WORD, 16, "lifecycle", LIFECYCLES),
        _own("modality", Kind.WORD, 13, "modality", MODALITIES),
        _own("as_of", Kind.DATE, 12),
        _own("target", Kind.DATE, 12),
        _own("state", Kind.WORD, 12, "state", STATES),
        _own("standing", Kind.WORD, 12, "standing", STANDINGS),
        Column("confidence", Kind.PERCENT, 11),
        Column("looks", Kind.WORD, 24, "look"),
        Column("quote", Kind.PROSE, 60),
        Column("evidence_count", Kind.NUMBER, 10),
        Column("source_number", width=10),
        Column("source_title", Kind.PROSE, 40),
        Column("source_publisher", width=20),
        Column("source_date", Kind.DATE, 12),
        Column("source_url", width=30),
        Column("link", Kind.LINK, 8, address="source_url"),
        _own("claim", Kind.PROSE, 44),
        Column("norm_amount", Kind.MEASURE, 18),
        Column("norm_lower", Kind.MEASURE, 15),
        Column("norm_upper", Kind.MEASURE, 15),
        Column("shown_norm_unit", width=11),
        _own("object_entity", width=18),
        _own("reason", Kind.PROSE, 26),
        Column("reviewer", width=16),
        Column("reviewed_at", Kind.MOMENT, 19),
        Column("duplicate_of", width=12),
        _own("note", Kind.PROSE, 36),
        Column("qualifiers", Kind.PROSE, 30),
        Column("origin", Kind.WORD, 22, "origin"),
        Column("property_key", Kind.FAINT, 22),
        _FACT_ID,
        Column("version", Kind.NUMBER, 9, hidden=True),
    ),
)

EVIDENCE = plan_sheet(
    "evidence",
    (
        Column("fact_number", width=10),
        _OPEN,
        Column("subject", Kind.PROSE, 26),
        Column("property_label", Kind.PROSE, 24),
        Column("value", width=20),
        Column("role", Kind.WORD, 14, "role", ROLES),
        Column("field", Kind.WORD, 14, "field"),
        Column("quote", Kind.PROSE, 70),
        Column("looks", Kind.WORD, 24, "look"),
        Column("prefix", Kind.PROSE, 26),
        Column("suffix", Kind.PROSE, 26),
        Column("source_number", width=10),
        Column("source_title", Kind.PROSE, 40),
        Column("source_publisher", width=20),
        Column("source_date", Kind.DATE, 12),
        Column("source_url", width=30),
        Column("link", Kind.LINK, 8, address="source_url"),
        Column("start", Kind.NUMBER, 10),
        Column("end", Kind.NUMBER, 10),
        Column("evidence_id", Kind.FAINT, 38, hidden=True),
        _FACT_ID,
        Column("passage_id", Kind.FAINT, 38, hidden=True),
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
        Column("link", Kind.LINK, 8, address="url"),
        Column("facts", Kind.NUMBER, 8),
        Column("accepted", Kind.NUMBER, 10),
        Column("characters", Kind.NUMBER, 12),
        Column("file_name", width=28),
        Column("imported_at", Kind.MOMENT, 19),
        Column("sha256", Kind.FAINT, 30),
        Column("article_id", Kind.FAINT, 38, hidden=True),
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
        Column("action_id", Kind.FAINT, 38, hidden=True),
    ),
)

CHRONOLOGY = plan_sheet(
    "chronology",
    (
        Column("date", Kind.DATE, 15),
        Column("precision", Kind.WORD, 13, "precision", PRECISIONS),
        Column("earliest", Kind.DATE, 12),
        Column("latest", Kind.DATE, 12),
        Column("what", Kind.WORD, 18, "what", ("event", "as_of", "target")),
        Column("told", Kind.WORD, 11, "told", ("stated", "planned")),
        Column("fact_number", width=10),
        _OPEN,
        Column("subject", Kind.PROSE, 26),
        Column("property_label", Kind.PROSE, 24),
        Column("value", Kind.PROSE, 24),
        Column("place", width=18),
        _LIFECYCLE,
        _STATE,
        Column("source_title", Kind.PROSE, 40),
        _FACT_ID,
    ),
)

ENTITIES = plan_sheet(
    "entities",
    (
        Column("name", Kind.PROSE, 34),
        Column("kind", Kind.WORD, 12, "kind", ENTITY_KINDS),
        Column("facts", Kind.NUMBER, 9),
        Column("accepted", Kind.NUMBER, 10),
        Column("articles", Kind.NUMBER, 10),
        Column("as_subject", Kind.NUMBER, 11),
        Column("as_place", Kind.NUMBER, 11),
        Column("as_object", Kind.NUMBER, 11),
        Column("label_fr", width=24),
        Column("label_en", width=24),
        Column("label_ar", width=24),
        Column("iso3166", width=9),
        Column("wikidata", width=12),
        Column("link", Kind.LINK, 9, address="wikidata", before="https://www.wikidata.org/wiki/"),
    ),
    row_height=18,
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
