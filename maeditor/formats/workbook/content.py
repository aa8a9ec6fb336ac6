"""What a workbook holds, as plain values that a service fills in, and what the writer tells about it.

Enumerations come as their keys (``accepted``, ``at_most`` is ``≤``) and are worded by the writer; dates are EDTF, times
ISO 8601 in UTC, addresses as they stand in the source. Empty text means: not said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from maeditor.domain.sheets import ALL_PARTS

_ITEM = re.compile("Q[0-9]{1,12}")


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact with its first quote and that quote's source; ``number`` reads F-0042."""

    number: str
    subject: str
    property_label: str
    property_key: str
    value: str
    state: str
    fact_id: str
    version: int
    claim: str = ""
    comparator: str = ""
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
    object_entity: str = ""
    lifecycle: str = "unknown"
    modality: str = "fact"
    as_of: str = ""
    target: str = ""
    standing: str = "normal"
    reason: str = ""
    confidence: Decimal | float | None = None
    needs_look: str = ""
    quote: str = ""
    source_number: str = ""
    source_title: str = ""
    source_publisher: str = ""
    source_date: str = ""
    source_url: str = ""
    evidence_count: int = 0
    reviewer: str = ""
    reviewed_at: str = ""
    duplicate_of: str = ""
    note: str = ""
    qualifiers: str = ""
    origin: str = "person"

    @property
    def looks(self) -> str:
        """Why a person should look, as keys with ``; `` between; a fact without a passage says so everywhere."""
        without = "" if self.evidence_count else "without_passage"
        return "; ".join(filter(None, (self.needs_look, without)))

    @property
    def shown_unit(self) -> str:
        """The unit for people: plain numbers have none."""
        return "" if self.unit == "1" else self.unit

    @property
    def shown_norm_unit(self) -> str:
        """The normalised unit for people: plain numbers have none."""
        return "" if self.norm_unit == "1" else self.norm_unit

    @property
    def link(self) -> str:
        """The address that the cell beside it opens."""
        return self.source_url

    @property
    def open(self) -> str:
        """Which fact the cell opens in the program."""
        return self.fact_id


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One passage attached to one fact; ``start`` and ``end`` are code points of the source's text."""

    fact_number: str
    subject: str
    property_label: str
    value: str
    role: str
    quote: str
    start: int
    end: int
    evidence_id: str
    fact_id: str
    passage_id: str
    field: str = ""
    prefix: str = ""
    suffix: str = ""
    source_number: str = ""
    source_title: str = ""
    source_publisher: str = ""
    source_date: str = ""
    source_url: str = ""
    looks: str = ""

    @property
    def link(self) -> str:
        """The address that the cell beside it opens."""
        return self.source_url

    @property
    def open(self) -> str:
        """Which fact the cell opens in the program."""
        return self.fact_id


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One article with what came of it."""

    number: str
    title: str
    article_id: str
    publisher: str = ""
    author: str = ""
    published: str = ""
    language: str = ""
    url: str = ""
    file_name: str = ""
    imported_at: str = ""
    characters: int = 0
    facts: int = 0
    accepted: int = 0
    sha256: str = ""

    @property
    def link(self) -> str:
        """The address that the cell beside it opens."""
        return self.url


@dataclass(frozen=True, slots=True)
class CapacityRow:
    """One power fact in megawatts: one amount, or two ends for a range."""

    fact_number: str
    place: str
    subject: str
    value: str
    comparator: str = "="
    amount: Decimal | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None
    lifecycle: str = "unknown"
    state: str = "proposed"
    as_of: str = ""
    target: str = ""
    source_title: str = ""


@dataclass(frozen=True, slots=True)
class JournalRow:
    """One change that an action made; ``what`` is the action's sentence in the person's language."""

    number: int
    at: str
    editor: str
    what: str
    about: str = ""
    field: str = ""
    before: str = ""
    after: str = ""
    reverts: int | None = None
    interrupted: bool = False
    action_id: str = ""


@dataclass(frozen=True, slots=True)
class ChronologyRow:
    """One date that a fact names: ``what`` is ``event``, ``as_of`` or ``target``, ``told`` ``stated`` or ``planned``.

    ``earliest`` and ``latest`` are the first and last day that the date covers, empty where that end is open.
    ``precision`` is a key of ``domain.dates.Precision``.
    """

    date: str
    what: str
    told: str
    fact_number: str
    subject: str
    property_label: str
    value: str
    fact_id: str
    earliest: str = ""
    latest: str = ""
    precision: str = ""
    place: str = ""
    lifecycle: str = "unknown"
    state: str = "proposed"
    source_title: str = ""

    @property
    def open(self) -> str:
        """Which fact the cell opens in the program."""
        return self.fact_id


@dataclass(frozen=True, slots=True)
class EntityRow:
    """One thing that facts name, with how many name it as what; ``kind`` is a key of ``EntityKind`` where known."""

    name: str
    kind: str = ""
    as_subject: int = 0
    as_place: int = 0
    as_object: int = 0
    facts: int = 0
    accepted: int = 0
    articles: int = 0
    label_fr: str = ""
    label_en: str = ""
    label_ar: str = ""
    iso3166: str = ""
    wikidata: str = ""

    @property
    def link(self) -> str:
        """Which item the cell beside it opens; what is no item's name opens nothing."""
        return self.wikidata if _ITEM.fullmatch(self.wikidata) else ""


@dataclass(frozen=True, slots=True)
class WorkbookContent:
    """Everything that goes into one workbook; the journal and the baseline may be read as they are written.

    ``title`` and ``filters`` (in words) say what was chosen; no filter means all but what was rejected. ``columns`` are
    those of the facts' sheet in their order, named as in ``columns.FACTS`` or as the fields they show; none means all.
    ``parts`` are values of ``domain.sheets.Part``. ``baseline`` are rows of ``baseline.base_row``; ``meta`` goes with
    them (``project``, ``export``, ``sheet``). ``choices`` offers values beyond those that the facts hold, by column.
    ``program`` names what wrote the workbook.
    """

    project: str
    exported_at: str
    editor: str
    facts: Sequence[FactRow]
    evidence: Sequence[EvidenceRow]
    sources: Sequence[SourceRow]
    capacities: Sequence[CapacityRow]
    journal: Iterable[JournalRow]
    chronology: Sequence[ChronologyRow] = ()
    entities: Sequence[EntityRow] = ()
    title: str = ""
    filters: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    parts: frozenset[str] = frozenset(ALL_PARTS)
    baseline: Iterable[tuple[str, ...]] = ()
    meta: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, Sequence[str]] = field(default_factory=dict)
    program: str = ""


@dataclass(frozen=True, slots=True)
class LongText:
    """A text that does not fit into a cell: where its beginning stands, and in which rows of which sheet the rest."""

    sheet: str
    cell: str
    length: int
    kept_in: str
    first_row: int
    last_row: int


@dataclass(frozen=True, slots=True)
class WorkbookReport:
    """What was written: rows a sheet (by its name), texts continued elsewhere, characters no cell can hold."""

    rows: Mapping[str, int]
    long_texts: tuple[LongText, ...]
    replaced_characters: int
