"""Reads inside one transaction: frozen records and rows, by index, in pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, func, not_, or_, select

from maeditor.domain.articles import Article, Passage, TextVersion
from maeditor.domain.dismissals import Dismissal
from maeditor.domain.errors import MissingRecordError, ProjectError
from maeditor.domain.facts import Entity, Evidence, Fact, State
from maeditor.domain.properties import Property
from maeditor.domain.record import Record
from maeditor.domain.sheets import Sheet
from maeditor.store import codec, schema
from maeditor.store.blobs import unpacked, unpacked_text
from maeditor.store.codec import Codec
from maeditor.store.counts import Counts, state_of
from maeditor.store.decided import DecidedReads
from maeditor.store.dependents import Dependents
from maeditor.store.exports import Exports
from maeditor.store.journal import Journal
from maeditor.store.listing import FactListing
from maeditor.store.mark import COMMIT, Mark
from maeditor.store.readings import Readings
from maeditor.store.records import chunks
from maeditor.store.review_reads import ReviewReads
from maeditor.store.search import Asked, search
from maeditor.store.search_index import Kind
from maeditor.store.whole import Whole

R = TypeVar("R", bound=Record)

PAIRS = 200
"""Pairs asked for in one statement."""

_articles = schema.articles.c
_texts = schema.texts.c
_passages = schema.passages.c
_dismissals = schema.dismissals.c
_facts = schema.facts.c
_evidence = schema.evidence.c


class Queries:
    """What the store can be asked, inside one short transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def journal(self) -> Journal:
        """The actions and their changes."""
        return Journal(self._connection)

    @property
    def review(self) -> ReviewReads:
        """What waits, what is alike, what was decided."""
        return ReviewReads(self._connection)

    @property
    def decided(self) -> DecidedReads:
        """What became of the proposals of rules."""
        return DecidedReads(self._connection)

    @property
    def listing(self) -> FactListing:
        """Long lists of facts, filtered and in order."""
        return FactListing(self._connection)

    @property
    def readings(self) -> Readings:
        """What an extractor has read already."""
        return Readings(self._connection)

    @property
    def exports(self) -> Exports:
        """What was exported."""
        return Exports(self._connection)

    @property
    def whole(self) -> Whole:
        """All that a project holds, for a copy in another form."""
        return Whole(self._connection)

    @property
    def dependents(self) -> Dependents:
        """What stands on what an action did."""
        return Dependents(self._connection)

    def meta(self, key: str) -> str | None:
        """What the project says of itself: ``name``, ``project_id``, ``created_with``, ``created_at``."""
        wanted = select(schema.meta.c.value).where(schema.meta.c.key == key)
        found: str | None = self._connection.execute(wanted).scalar()
        return found

    def search(self, kind: Kind, asked: Asked, limit: int) -> list[str]:
        """The ids of the records of a kind that hold what is asked, newest first."""
        return search(self._connection, kind, asked, limit)

    def mark(self) -> Mark:
        """How far the project has come."""
        return self.journal.mark()

    def commits(self) -> int:
        """How often anything was saved: another number than before means somebody saved since."""
        counters = schema.counters.c
        wanted = select(counters.value).where(counters.name == COMMIT)
        count: int = self._connection.execute(wanted).scalar_one()
        return count

    def articles(self, *, include_hidden: bool = False) -> tuple[Article, ...]:
        """All articles by number."""
        wanted = codec.ARTICLES.select.order_by(_articles.number)
        return self._all(codec.ARTICLES, wanted if include_hidden else wanted.where(not_(_articles.hidden)))

    def article(self, article_id: str) -> Article:
        """One article. Raises MissingRecordError."""
        return self._one(codec.ARTICLES, article_id)

    def article_by_original(self, sha256: str, *, include_hidden: bool = False) -> Article | None:
        """The first article read from exactly these bytes."""
        return self._article_where(_texts.original_sha256 == sha256, include_hidden)

    def article_by_text(self, sha256: str, *, include_hidden: bool = False) -> Article | None:
        """The first article with exactly this text in any of its versions."""
        return self._article_where(_texts.text_sha256 == sha256, include_hidden)

    def text_version(self, text_id: str) -> TextVersion:
        """One version of a text, without the text. Raises MissingRecordError."""
        return self._one(codec.TEXTS, text_id)

    def text_versions(self, article_id: str) -> tuple[TextVersion, ...]:
        """All versions of an article's text, oldest first."""
        wanted = codec.TEXTS.select.where(_texts.article_id == article_id).order_by(_texts.number)
        return self._all(codec.TEXTS, wanted)

    def text(self, text_id: str) -> str:
        """The text of a version, compared with its SHA-256. Raises ProjectError where it differs."""
        sha256 = self.text_version(text_id).text_sha256
        return unpacked_text(sha256, *self._packed(sha256))

    def original(self, text_id: str) -> bytes:
        """The bytes of the file a version was read from."""
        return self.blob(self.text_version(text_id).original_sha256)

    def blob(self, sha256: str) -> bytes:
        """What is kept under a SHA-256, compared with it."""
        return unpacked(sha256, *self._packed(sha256))

    def passages_of(self, article_id: str) -> tuple[Passage, ...]:
        """All passages of an article in text order."""
        wanted = codec.PASSAGES.select.where(_passages.article_id == article_id)
        return self._all(codec.PASSAGES, wanted.order_by(_passages.start, _passages.end, _passages.id))

    def passage_on(self, article: Article, start: int, end: int) -> Passage | None:
        """The passage on exactly this stretch of an article's present text, if there is one."""
        stands = (_passages.article_id == article.id, _passages.start == start, _passages.end == end)
        # Asked for the text as well, SQLite reads all passages of the article in place of the few that stand here.
        found = self._all(codec.PASSAGES, codec.PASSAGES.select.where(*stands).order_by(_passages.id))
        return next((each for each in found if each.text_id == article.text_id), None)

    def passages(self, passage_ids: Iterable[str]) -> tuple[Passage, ...]:
        """These passages, in the order asked for; those that are gone are left out."""
        return self._several(codec.PASSAGES, passage_ids)

    def dismissals_of(self, article_id: str) -> tuple[Dismissal, ...]:
        """All figures dismissed in an article, in text order."""
        wanted = codec.DISMISSALS.select.where(_dismissals.article_id == article_id)
        return self._all(codec.DISMISSALS, wanted.order_by(_dismissals.start, _dismissals.end, _dismissals.id))

    def fact(self, fact_id: str) -> Fact:
        """One fact. Raises MissingRecordError."""
        return self._one(codec.FACTS, fact_id)

    def fact_by_number(self, number: int) -> Fact | None:
        """The fact people call F-number, or None."""
        found = self._all(codec.FACTS, codec.FACTS.select.where(_facts.number == number))
        return found[0] if found else None

    def facts_of(self, article_id: str, *, include_hidden: bool = False) -> tuple[Fact, ...]:
        """All facts of an article by number; an empty id asks for those without an article."""
        wanted = codec.FACTS.select.where(
            _facts.article_id == article_id if article_id else _facts.article_id.is_(None)
        )
        if not include_hidden:
            wanted = wanted.where(not_(_facts.hidden))
        return self._all(codec.FACTS, wanted.order_by(_facts.number))

    def facts(
        self,
        *,
        after: int | None = None,
        limit: int | None = None,
        states: Iterable[State] | None = None,
        properties: Iterable[str] | None = None,
        include_hidden: bool = False,
    ) -> tuple[Fact, ...]:
        """A page of facts by number; ``after`` is the number of the last one of the page before."""
        wanted = codec.FACTS.select.order_by(_facts.number).limit(limit)
        if after is not None:
            wanted = wanted.where(_facts.number > after)
        if states is not None:
            wanted = wanted.where(_facts.state.in_([state.value for state in states]))
        if properties is not None:
            wanted = wanted.where(_facts.property.in_(list(properties)))
        return self._all(codec.FACTS, wanted if include_hidden else wanted.where(_VISIBLE))

    def facts_by_id(self, fact_ids: Iterable[str]) -> tuple[Fact, ...]:
        """These facts, in the order asked for; those that are gone are left out."""
        return self._several(codec.FACTS, fact_ids)

    def facts_about(self, what: Iterable[tuple[str, str]]) -> tuple[Fact, ...]:
        """The visible facts that state one of these properties of one of these subjects, by number.

        Pairs of subject and property: the facts that can contradict each other, found without reading the others.
        """
        asked = tuple(dict.fromkeys(what))
        found: list[Fact] = []
        for at in range(0, len(asked), PAIRS):
            some = frozenset(asked[at : at + PAIRS])
            # Pairs compared as pairs make SQLite read every fact; two lists go by the index, and find a few too many.
            subjects, stated = ({pair[which] for pair in some} for which in (0, 1))
            near = _facts.subject.in_(sorted(subjects)), _facts.property.in_(sorted(stated))
            rows = self._connection.execute(codec.FACTS.select.where(*near, _VISIBLE)).mappings()
            found.extend(codec.FACTS.to_record(row) for row in rows if (row["subject"], row["property"]) in some)
        return tuple(sorted(found, key=lambda fact: fact.number))

    def evidence_of(self, fact_ids: Iterable[str]) -> tuple[Evidence, ...]:
        """The evidence of these facts, fact by fact in the order asked for."""
        asked = tuple(dict.fromkeys(fact_ids))
        found: dict[str, list[Evidence]] = {fact_id: [] for fact_id in asked}
        for some in chunks(asked):
            wanted = codec.EVIDENCE.select.where(_evidence.fact_id.in_(some)).order_by(_evidence.id)
            for one in self._all(codec.EVIDENCE, wanted):
                found[one.fact_id].append(one)
        return tuple(one for those in found.values() for one in those)

    def evidence_on(self, passage_ids: Iterable[str]) -> tuple[Evidence, ...]:
        """The evidence that rests on these passages."""
        asked = tuple(dict.fromkeys(passage_ids))
        return tuple(
            one
            for some in chunks(asked)
            for one in self._all(codec.EVIDENCE, codec.EVIDENCE.select.where(_evidence.passage_id.in_(some)))
        )

    def evidence_from_outside(self, article_id: str) -> tuple[Evidence, ...]:
        """The evidence on an article's passages of facts that are not this article's."""
        wanted = (
            codec.EVIDENCE.select.join(schema.passages, _evidence.passage_id == _passages.id)
            .join(schema.facts, _evidence.fact_id == _facts.id)
            .where(_passages.article_id == article_id)
            .where(or_(_facts.article_id.is_(None), _facts.article_id != article_id))
        )
        return self._all(codec.EVIDENCE, wanted)

    def properties(self, *, include_hidden: bool = False) -> tuple[Property, ...]:
        """The project's catalogue by key."""
        found = self._all(codec.PROPERTIES, codec.PROPERTIES.select)
        return tuple(sorted((one for one in found if include_hidden or not one.hidden), key=lambda one: one.key))

    def entities(self, *, include_hidden: bool = False) -> tuple[Entity, ...]:
        """The things facts are about, by kind and French name."""
        found = self._all(codec.ENTITIES, codec.ENTITIES.select)
        shown = (one for one in found if include_hidden or not one.hidden)
        return tuple(sorted(shown, key=lambda one: (one.kind, one.label_fr, one.id)))

    def sheets(self, *, include_hidden: bool = False) -> tuple[Sheet, ...]:
        """The saved choices of facts, in their order."""
        found = self._all(codec.SHEETS, codec.SHEETS.select)
        shown = (one for one in found if include_hidden or not one.hidden)
        return tuple(sorted(shown, key=lambda one: (one.position, one.id)))

    def sheet(self, sheet_id: str) -> Sheet:
        """One sheet. Raises MissingRecordError."""
        return self._one(codec.SHEETS, sheet_id)

    def counts(self) -> Counts:
        """Count articles, facts by state and proposals by article, without what is hidden."""
        run = self._connection.execute
        how_many: int = run(
            select(func.count()).select_from(schema.articles).where(not_(_articles.hidden))
        ).scalar_one()
        by_state = run(select(_facts.state, func.count()).where(_VISIBLE).group_by(_facts.state)).all()
        proposed = run(
            select(_facts.article_id, func.count())
            .where(_facts.state == State.PROPOSED.value, _facts.article_id.is_not(None), _VISIBLE)
            .group_by(_facts.article_id)
        ).all()
        found = {state_of(state): count for state, count in by_state}
        return Counts(
            how_many,
            {state: found.get(state, 0) for state in State},
            {str(article_id): count for article_id, count in proposed},
        )

    def facts_by_article(self) -> dict[str, dict[State, int]]:
        """Count the visible facts of each article by state."""
        counted: dict[str, dict[State, int]] = {}
        rows = self._connection.execute(
            select(_facts.article_id, _facts.state, func.count())
            .where(_facts.article_id.is_not(None), _VISIBLE)
            .group_by(_facts.article_id, _facts.state)
        )
        for article_id, state, count in rows.all():
            counted.setdefault(str(article_id), {})[state_of(state)] = count
        return counted

    def _article_where(self, matches: ColumnElement[bool], include_hidden: bool) -> Article | None:
        wanted = (
            codec.ARTICLES.select.join(schema.texts, _texts.article_id == _articles.id)
            .where(matches)
            .order_by(_articles.number)
            .limit(1)
        )
        found = self._all(codec.ARTICLES, wanted if include_hidden else wanted.where(not_(_articles.hidden)))
        return found[0] if found else None

    def _packed(self, sha256: str) -> tuple[int, bytes]:
        table = schema.blobs.c
        found = self._connection.execute(select(table.size, table.data).where(table.sha256 == sha256)).first()
        if found is None:
            raise ProjectError("text_missing", sha256=sha256)
        return found[0], found[1]

    def _all(self, kind: Codec[R], wanted: Select[Any]) -> tuple[R, ...]:
        return tuple(kind.to_record(cells) for cells in self._connection.execute(wanted).mappings())

    def _one(self, kind: Codec[R], record_id: str) -> R:
        found = self._all(kind, kind.select.where(kind.table.c["id"] == record_id))
        if not found:
            raise MissingRecordError("record_missing", table=kind.name, record=record_id)
        return found[0]

    def _several(self, kind: Codec[R], record_ids: Iterable[str]) -> tuple[R, ...]:
        asked = tuple(dict.fromkeys(record_ids))
        found: dict[str, R] = {}
        for some in chunks(asked):
            found.update((one.id, one) for one in self._all(kind, kind.select.where(kind.table.c["id"].in_(some))))
        return tuple(found[one] for one in asked if one in found)


_VISIBLE = not_(_facts.hidden) & or_(
    _facts.article_id.is_(None), _facts.article_id.not_in(select(_articles.id).where(_articles.hidden))
)
