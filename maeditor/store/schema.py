"""The tables: SQLAlchemy Core with typed columns, the same on SQLite and PostgreSQL.

Foreign keys are checked at commit, so that changes of one action may be written in any order. Decimals, JSON documents
and enumerations are text; ``norm_value`` is the one float, for sorting and plotting.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Named,
    String,
    Table,
    TypedColumns,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
    }
)

BIG = BigInteger().with_variant(Integer, "sqlite")
"""64 bits on both: an SQLite integer always is, and as INTEGER it can be the row's own key."""


def _reference(target: str) -> ForeignKey:
    return ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")


class RecordColumns(TypedColumns):
    """What every record has."""

    id: Named[str] = Column(String, primary_key=True)
    version: Named[int]


class ArticleColumns(RecordColumns):
    """``domain.articles.Article``."""

    number: Named[int] = Column(unique=True)
    title: Named[str]
    publisher: Named[str]
    author: Named[str]
    published: Named[str]
    url: Named[str]
    language: Named[str]
    file_name: Named[str]
    text_id: Named[str]
    imported_at: Named[str]
    hidden: Named[bool]


class TextColumns(RecordColumns):
    """``domain.articles.TextVersion``; the text itself is a blob."""

    article_id: Named[str] = Column(String, _reference("articles"))
    number: Named[int]
    text_sha256: Named[str]
    original_sha256: Named[str]
    encoding: Named[str]
    reader: Named[str]
    length: Named[int]
    noise: Named[str]


class PassageColumns(RecordColumns):
    """``domain.articles.Passage``; ``start`` and ``end`` are reserved words in SQL, and quoted by SQLAlchemy."""

    article_id: Named[str] = Column(String, _reference("articles"))
    text_id: Named[str] = Column(String, _reference("texts"))
    start: Named[int]
    end: Named[int]
    exact: Named[str]
    prefix: Named[str]
    suffix: Named[str]


class DismissalColumns(PassageColumns):
    """``domain.dismissals.Dismissal``: anchored as a passage is."""

    reason: Named[str]
    note: Named[str]


class FactColumns(RecordColumns):
    """``domain.facts.Fact``; ``norm_value`` is the amount or a range's middle in the base unit, as a float."""

    number: Named[int] = Column(unique=True)
    article_id: Named[str | None] = Column(String, _reference("articles"))
    subject: Named[str]
    property: Named[str]
    raw: Named[str]
    state: Named[str]
    claim: Named[str]
    comparator: Named[str | None]
    amount: Named[str | None]
    lower: Named[str | None]
    upper: Named[str | None]
    unit: Named[str]
    text_value: Named[str]
    norm_amount: Named[str | None]
    norm_lower: Named[str | None]
    norm_upper: Named[str | None]
    norm_unit: Named[str]
    norm_value: Named[float | None] = Column(Float(53))
    place: Named[str]
    lifecycle: Named[str]
    modality: Named[str]
    as_of: Named[str]
    target: Named[str]
    object_entity: Named[str]
    standing: Named[str]
    reason: Named[str]
    confidence: Named[float] = Column(Float(53))
    reviewer: Named[str]
    reviewed_at: Named[str]
    duplicate_of: Named[str]
    note: Named[str]
    origin: Named[str]
    needs_look: Named[str]
    hidden: Named[bool]
    qualifiers: Named[str]


class EvidenceColumns(RecordColumns):
    """``domain.facts.Evidence``."""

    fact_id: Named[str] = Column(String, _reference("facts"))
    passage_id: Named[str] = Column(String, _reference("passages"))
    role: Named[str]
    field: Named[str]


class EntityColumns(RecordColumns):
    """``domain.facts.Entity``."""

    kind: Named[str]
    label_fr: Named[str]
    label_en: Named[str]
    label_ar: Named[str]
    aliases: Named[str]
    iso3166: Named[str]
    wikidata: Named[str]
    hidden: Named[bool]


class PropertyColumns(RecordColumns):
    """``domain.properties.Property``."""

    key: Named[str] = Column(unique=True)
    label_fr: Named[str]
    label_en: Named[str]
    kind: Named[str]
    family: Named[str]
    dimension: Named[str]
    units: Named[str]
    base_unit: Named[str]
    hidden: Named[bool]


class SheetColumns(RecordColumns):
    """``domain.sheets.Sheet``; ``listing``, ``columns`` and ``parts`` are JSON documents."""

    title: Named[str]
    position: Named[int]
    language: Named[str]
    listing: Named[str]
    columns: Named[str]
    parts: Named[str]
    without_passage: Named[bool]
    hidden: Named[bool]


class ExportColumns(TypedColumns):
    """What was exported where: which facts, each with its version, and how far the journal was then.

    No record: a file that was written stays written, whatever is taken back in the project. ``sheet_id`` is empty for
    an export of everything; ``facts`` is a JSON document, empty once a later export of the same sheet is remembered.
    """

    id: Named[str] = Column(String, primary_key=True)
    number: Named[int] = Column(BIG)
    sheet_id: Named[str]
    path: Named[str]
    at: Named[str]
    change_seq: Named[int] = Column(BIG)
    facts: Named[str]


class MetaColumns(TypedColumns):
    """What the project is: its name, its identity, what made it."""

    key: Named[str] = Column(String, primary_key=True)
    value: Named[str]


class CounterColumns(TypedColumns):
    """Numbers that only grow; writers lock ``commit`` first, so that there is one at a time on PostgreSQL too."""

    name: Named[str] = Column(String, primary_key=True)
    value: Named[int] = Column(BIG)


class BlobColumns(TypedColumns):
    """Texts and original files, once each, compressed; ``size`` counts the bytes before that."""

    sha256: Named[str] = Column(String, primary_key=True)
    size: Named[int]
    data: Named[bytes] = Column(LargeBinary)


class ReadingColumns(TypedColumns):
    """Texts in which an extractor found nothing (more) to propose, so that they are not read again.

    No record: it holds as long as the action in which it was read does, and belongs to no journal. That action may
    never have begun, where nothing at all was found.
    """

    text_id: Named[str] = Column(String, primary_key=True)
    language: Named[str]
    extractor: Named[str]
    action_id: Named[str]


class ActionColumns(TypedColumns):
    """The journal's actions.

    ``backward`` is 1 for undoing, 0 for doing and redoing; ``owner`` and ``touched`` tell a running job from one whose
    process died.
    """

    id: Named[str] = Column(String, primary_key=True)
    seq: Named[int] = Column(BIG, unique=True)
    kind: Named[str]
    editor: Named[str]
    at: Named[str]
    state: Named[str]
    reverts: Named[str]
    backward: Named[int]
    details: Named[str]
    owner: Named[str]
    touched: Named[str]


class ChangeColumns(TypedColumns):
    """The journal's changes, in the order they were made across all actions."""

    seq: Named[int] = Column(BIG, primary_key=True, autoincrement=False)
    action_id: Named[str] = Column(String, _reference("actions"))
    table_name: Named[str]
    record_id: Named[str]
    before: Named[str | None]
    after: Named[str | None]


articles = Table("articles", metadata, ArticleColumns)
texts = Table(
    "texts",
    metadata,
    TextColumns,
    Index("ix_texts_article", "article_id", "number"),
    Index("ix_texts_text_sha256", "text_sha256"),
    Index("ix_texts_original_sha256", "original_sha256"),
)
passages = Table(
    "passages",
    metadata,
    PassageColumns,
    Index("ix_passages_article_start", "article_id", "start"),
    Index("ix_passages_text", "text_id"),
)
dismissals = Table(
    "dismissals", metadata, DismissalColumns, Index("ix_dismissals_article_start", "article_id", "start")
)
facts = Table(
    "facts",
    metadata,
    FactColumns,
    Index("ix_facts_article_state", "article_id", "state"),
    Index("ix_facts_property_state", "property", "state"),
    Index("ix_facts_state_number", "state", "number"),
    Index("ix_facts_subject_property", "subject", "property"),
    Index("ix_facts_norm_value", "norm_value", "id"),
)
evidence = Table(
    "evidence",
    metadata,
    EvidenceColumns,
    Index("ix_evidence_fact", "fact_id"),
    Index("ix_evidence_passage", "passage_id"),
)
entities = Table("entities", metadata, EntityColumns, Index("ix_entities_kind_label", "kind", "label_fr"))
properties = Table("properties", metadata, PropertyColumns)
sheets = Table("sheets", metadata, SheetColumns)
exports = Table("exports", metadata, ExportColumns, Index("ix_exports_sheet_number", "sheet_id", "number"))
meta = Table("meta", metadata, MetaColumns)
counters = Table("counters", metadata, CounterColumns)
blobs = Table("blobs", metadata, BlobColumns)
readings = Table("readings", metadata, ReadingColumns)
actions = Table(
    "actions",
    metadata,
    ActionColumns,
    Index("ix_actions_editor_seq", "editor", "seq"),
    Index("ix_actions_reverts", "reverts"),
    Index("ix_actions_state", "state"),
)
changes = Table(
    "changes",
    metadata,
    ChangeColumns,
    Index("ix_changes_action", "action_id", "seq"),
    Index("ix_changes_record", "table_name", "record_id", "seq"),
)
