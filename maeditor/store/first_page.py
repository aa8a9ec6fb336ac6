"""What the first page of a project shows, read with the standard library alone.

Loading SQLAlchemy takes longer than all that a window does until it shows a project. So a file of this version is read
here in the same words as ``queries`` reads it, without it; whatever else is asked goes on to the store itself.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from maeditor.domain.articles import Article, Passage, TextVersion
from maeditor.domain.dismissals import Dismissal
from maeditor.domain.errors import MissingRecordError, ProjectError
from maeditor.domain.facts import Evidence, Fact, State
from maeditor.domain.properties import Property
from maeditor.domain.record import Record
from maeditor.domain.sheets import Sheet
from maeditor.store.blobs import unpacked_text
from maeditor.store.counts import Counts, state_of
from maeditor.store.mark import Mark, mark_of
from maeditor.store.rows import RecordRows

if TYPE_CHECKING:
    from maeditor.store.queries import Queries

R = TypeVar("R", bound=Record)

MOST = 400
"""Parameters of one statement."""
PAIRS = 200
"""Pairs asked for in one statement."""

ARTICLES = RecordRows(Article, "articles")
TEXTS = RecordRows(TextVersion, "texts")
PASSAGES = RecordRows(Passage, "passages")
DISMISSALS = RecordRows(Dismissal, "dismissals")
FACTS = RecordRows(Fact, "facts", optional=("article_id",))
EVIDENCE = RecordRows(Evidence, "evidence")
PROPERTIES = RecordRows(Property, "properties")
SHEETS = RecordRows(Sheet, "sheets")

_VISIBLE = (
    "facts.hidden = 0 AND (facts.article_id IS NULL OR facts.article_id NOT IN (SELECT id FROM articles WHERE hidden))"
)


class FirstQueries:
    """The reads of ``Queries`` that the first page needs; for any other it turns to the ``Queries`` of ``others``."""

    def __init__(self, connection: sqlite3.Connection, others: Callable[[], Queries]) -> None:
        self._connection = connection
        self._others = others

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever it is
        return getattr(self._others(), name)

    @cached_property
    def listing(self) -> FirstListing:
        """Long lists, of which the first page needs the articles."""
        return FirstListing(self)

    def mark(self) -> Mark:
        """How far the project has come."""
        return mark_of(dict(self.run("SELECT name, value FROM counters").fetchall()))

    def meta(self, key: str) -> str | None:
        """What the project says of itself."""
        found = self.run("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return None if found is None else found[0]

    def articles(self, *, include_hidden: bool = False) -> tuple[Article, ...]:
        """All articles by number."""
        return self.all(ARTICLES, f"{'' if include_hidden else 'WHERE hidden = 0'} ORDER BY number")

    def article(self, article_id: str) -> Article:
        """One article. Raises MissingRecordError."""
        return self._one(ARTICLES, article_id)

    def text_version(self, text_id: str) -> TextVersion:
        """One version of a text, without the text. Raises MissingRecordError."""
        return self._one(TEXTS, text_id)

    def text(self, text_id: str) -> str:
        """The text of a version, compared with its SHA-256. Raises ProjectError where it differs."""
        sha256 = self.text_version(text_id).text_sha256
        found = self.run("SELECT size, data FROM blobs WHERE sha256 = ?", (sha256,)).fetchone()
        if found is None:
            raise ProjectError("text_missing", sha256=sha256)
        return unpacked_text(sha256, *found)

    def passages_of(self, article_id: str) -> tuple[Passage, ...]:
        """All passages of an article in text order."""
        return self.all(PASSAGES, 'WHERE article_id = ? ORDER BY start, "end", id', (article_id,))

    def passages(self, passage_ids: Iterable[str]) -> tuple[Passage, ...]:
        """These passages, in the order asked for; those that are gone are left out."""
        return self._several(PASSAGES, passage_ids)

    def dismissals_of(self, article_id: str) -> tuple[Dismissal, ...]:
        """All figures dismissed in an article, in text order."""
        return self.all(DISMISSALS, 'WHERE article_id = ? ORDER BY start, "end", id', (article_id,))

    def sheets(self, *, include_hidden: bool = False) -> tuple[Sheet, ...]:
        """The saved choices of facts, in their order."""
        return self.all(SHEETS, f"{'' if include_hidden else 'WHERE hidden = 0'} ORDER BY position, id")

    def fact(self, fact_id: str) -> Fact:
        """One fact. Raises MissingRecordError."""
        return self._one(FACTS, fact_id)

    def facts_of(self, article_id: str, *, include_hidden: bool = False) -> tuple[Fact, ...]:
        """All facts of an article by number; an empty id asks for those without an article."""
        hidden = "" if include_hidden else " AND hidden = 0"
        if not article_id:
            return self.all(FACTS, f"WHERE article_id IS NULL{hidden} ORDER BY number")
        return self.all(FACTS, f"WHERE article_id = ?{hidden} ORDER BY number", (article_id,))

    def facts_by_id(self, fact_ids: Iterable[str]) -> tuple[Fact, ...]:
        """These facts, in the order asked for; those that are gone are left out."""
        return self._several(FACTS, fact_ids)

    def facts_about(self, what: Iterable[tuple[str, str]]) -> tuple[Fact, ...]:
        """The visible facts that state one of these properties of one of these subjects, by number."""
        asked = tuple(dict.fromkeys(what))
        found: list[Fact] = []
        for at in range(0, len(asked), PAIRS):
            some = frozenset(asked[at : at + PAIRS])
            subjects, stated = (sorted({pair[which] for pair in some}) for which in (0, 1))
            near = f"subject IN ({_marks(subjects)}) AND property IN ({_marks(stated)})"
            facts = self.all(FACTS, f"WHERE {near} AND {_VISIBLE}", (*subjects, *stated))
            found.extend(fact for fact in facts if (fact.subject, fact.property) in some)
        return tuple(sorted(found, key=lambda fact: fact.number))

    def evidence_of(self, fact_ids: Iterable[str]) -> tuple[Evidence, ...]:
        """The evidence of these facts, fact by fact in the order asked for."""
        asked = tuple(dict.fromkeys(fact_ids))
        found: dict[str, list[Evidence]] = {fact_id: [] for fact_id in asked}
        for some in _chunks(asked):
            for one in self.all(EVIDENCE, f"WHERE fact_id IN ({_marks(some)}) ORDER BY id", some):
                found[one.fact_id].append(one)
        return tuple(one for those in found.values() for one in those)

    def evidence_on(self, passage_ids: Iterable[str]) -> tuple[Evidence, ...]:
        """The evidence that rests on these passages."""
        asked = tuple(dict.fromkeys(passage_ids))
        return tuple(
            one for some in _chunks(asked) for one in self.all(EVIDENCE, f"WHERE passage_id IN ({_marks(some)})", some)
        )

    def properties(self, *, include_hidden: bool = False) -> tuple[Property, ...]:
        """The project's catalogue by key."""
        found = self.all(PROPERTIES)
        return tuple(sorted((one for one in found if include_hidden or not one.hidden), key=lambda one: one.key))

    def counts(self) -> Counts:
        """Count articles, facts by state and proposals by article, without what is hidden."""
        how_many: int = self.run("SELECT count(*) FROM articles WHERE hidden = 0").fetchone()[0]
        by_state = self.run(f"SELECT state, count(*) FROM facts WHERE {_VISIBLE} GROUP BY state")  # noqa: S608
        found = {state_of(state): count for state, count in by_state}
        by_article = self.run(
            f"SELECT article_id, count(*) FROM facts WHERE state = ? AND article_id IS NOT NULL AND {_VISIBLE}"  # noqa: S608
            " GROUP BY article_id",
            (State.PROPOSED.value,),
        )
        proposed = {str(article_id): count for article_id, count in by_article}
        return Counts(how_many, {state: found.get(state, 0) for state in State}, proposed)

    def facts_by_article(self) -> dict[str, dict[State, int]]:
        """Count the visible facts of each article by state."""
        counted: dict[str, dict[State, int]] = {}
        for article_id, state, count in self.run(
            f"SELECT article_id, state, count(*) FROM facts WHERE article_id IS NOT NULL AND {_VISIBLE}"  # noqa: S608
            " GROUP BY article_id, state"
        ):
            counted.setdefault(str(article_id), {})[state_of(state)] = count
        return counted

    def run(self, sql: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        """Run one of our own statements."""
        return self._connection.execute(sql, values)

    def all(self, kind: RecordRows[R], which: str = "", values: Sequence[object] = ()) -> tuple[R, ...]:
        """The records of a table that a clause of our own chooses."""
        columns = ", ".join(f'"{name}"' for name in kind.fields)
        rows = self.run(f"SELECT {columns} FROM {kind.name} {which}", values)  # noqa: S608
        return tuple(_records(kind, rows))

    def _one(self, kind: RecordRows[R], record_id: str) -> R:
        found = self.all(kind, "WHERE id = ?", (record_id,))
        if not found:
            raise MissingRecordError("record_missing", table=kind.name, record=record_id)
        return found[0]

    def _several(self, kind: RecordRows[R], record_ids: Iterable[str]) -> tuple[R, ...]:
        asked = tuple(dict.fromkeys(record_ids))
        found: dict[str, R] = {}
        for some in _chunks(asked):
            found.update((one.id, one) for one in self.all(kind, f"WHERE id IN ({_marks(some)})", some))
        return tuple(found[one] for one in asked if one in found)


class FirstListing:
    """Of ``FactListing`` what the first page needs."""

    def __init__(self, queries: FirstQueries) -> None:
        self._queries = queries

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever it is
        return getattr(self._queries._others().listing, name)  # noqa: SLF001 - one module

    def articles(self, article_ids: Iterable[str]) -> dict[str, Article]:
        """These articles by id."""
        asked = list(dict.fromkeys(article_ids))
        return {
            one.id: one
            for some in _chunks(asked)
            for one in self._queries.all(ARTICLES, f"WHERE id IN ({_marks(some)})", some)
        }


def _records(kind: RecordRows[R], rows: Iterable[Sequence[object]]) -> Iterator[R]:
    for row in rows:
        cells = dict(zip(kind.fields, row, strict=True))
        for flag in kind.flags:
            cells[flag] = bool(cells[flag])
        yield kind.to_record(cells)


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[at : at + MOST] for at in range(0, len(ids), MOST))
