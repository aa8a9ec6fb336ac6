"""Is everything as it was saved? Quotes at their spans, texts with their digests, no orphan, a journal that adds up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from sqlalchemy import exists, select

from maeditor.domain.articles import text_digest
from maeditor.domain.changes import Row
from maeditor.domain.errors import ProjectError
from maeditor.store import index_check, schema
from maeditor.store.codec import CODECS, Codec
from maeditor.store.engine import Store
from maeditor.store.journal import read_change
from maeditor.store.queries import Queries
from maeditor.store.records import read_rows
from maeditor.store.search_index import Kind

NOT_FOUND, FOUND_WRONG = "not_searchable", "search_differs"
"""The kinds of problems that making the search's index anew puts right."""
PAGE = 1000
"""Rows looked at in one transaction: between two, an editor can write."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not as it should be; ``kind`` has a sentence under ``error.problem``."""

    kind: str
    record: str
    details: Row = field(default_factory=dict)


def check(store: Store) -> Iterable[Problem]:
    """Look at everything, in short transactions; yields what is wrong, nothing where all is well."""
    try:
        yield from _pages(store)
        yield from _texts(store)
        yield from _orphans(store)
        yield from _journal(store)
        yield from _index(store)
    except ProjectError as error:
        if error.key not in ("project_damaged", "text_damaged"):
            raise
        yield Problem("damaged", str(error.details.get("record") or ""), {"reason": str(error)})


def _pages(store: Store) -> Iterator[Problem]:
    """SQLite's own opinion of the file; a PostgreSQL server looks after its own."""
    if store.path is None:
        return
    with store.connect_to_read() as connection:
        verdicts = connection.exec_driver_sql("PRAGMA integrity_check(20)").all()
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    yield from (Problem("damaged", "", {"reason": verdict[0]}) for verdict in verdicts if verdict[0] != "ok")
    yield from (Problem("orphan", str(row[1]), {"table": row[0], "refers_to": row[2]}) for row in broken)


def _texts(store: Store) -> Iterator[Problem]:
    with store.read() as queries:
        articles = queries.articles(include_hidden=True)
    for article in articles:
        with store.read() as queries:
            found = list(_article(queries, article.id, article.text_id))
        yield from found


def _article(queries: Queries, article_id: str, current: str) -> Iterator[Problem]:
    texts: dict[str, str] = {}
    for version in queries.text_versions(article_id):
        try:
            texts[version.id] = text = queries.text(version.id)
            if version.length != len(text) or version.text_sha256 != text_digest(text):
                yield Problem("text_differs", version.id, {"article": article_id})
            queries.original(version.id)
        except ProjectError as error:
            yield Problem(error.key, version.id, {"article": article_id})
        except UnicodeDecodeError:
            yield Problem("text_damaged", version.id, {"article": article_id})
    if current not in texts:
        yield Problem("orphan", article_id, {"table": "articles", "refers_to": "texts"})
    for passage in queries.passages_of(article_id):
        text_of = texts.get(passage.text_id)
        if text_of is not None and text_of[passage.start : passage.end] != passage.exact:
            yield Problem("quote_differs", passage.id, {"article": article_id, "quote": passage.exact})
    for dismissal in queries.dismissals_of(article_id):
        text_of = texts.get(dismissal.text_id)
        if text_of is not None and not dismissal.anchor.holds_in(text_of):
            yield Problem("quote_differs", dismissal.id, {"article": article_id, "quote": dismissal.exact})


def _orphans(store: Store) -> Iterator[Problem]:
    """What the foreign keys do not say: whom a duplicate repeats, what an action takes back."""
    for table, name in ((schema.facts, "duplicate_of"), (schema.actions, "reverts")):
        other = table.alias("other")
        names = table.c[name]
        lost = select(table.c["id"]).where(names != "", ~exists().where(other.c["id"] == names))
        with store.connect_to_read() as connection:
            found = connection.execute(lost).all()
        yield from (Problem("orphan", row[0], {"table": table.name, "refers_to": table.name}) for row in found)


def _journal(store: Store) -> Iterator[Problem]:
    """Replay every change: each must begin where the one before it ended, and the last must be what is there now."""
    for codec in CODECS.values():
        yield from _replay(store, codec)
        yield from _unjournaled(store, codec)


def _replay(store: Store, codec: Codec[Any]) -> Iterator[Problem]:
    c = schema.changes.c
    record_id, seq = "", 0
    state: Row | None = None
    while True:
        wanted = (
            select(c.record_id, c.seq, c.before, c.after)
            .where(
                c.table_name == codec.name,
                (c.record_id > record_id) | ((c.record_id == record_id) & (c.seq > seq)),
            )
            .order_by(c.record_id, c.seq)
            .limit(PAGE)
        )
        found: list[Problem] = []
        with store.connect_to_read() as connection:
            rows = connection.execute(wanted).all()
            ended: dict[str, Row | None] = {}
            for row_id, row_seq, before, after in rows:
                change = read_change(codec.name, row_id, before, after)
                if row_id != record_id:
                    if record_id:
                        ended[record_id] = state
                    record_id, state = row_id, None
                if change.before != state:
                    found.append(Problem("journal_broken", row_id, {"table": codec.name, "seq": row_seq}))
                state, seq = change.after, row_seq
            if len(rows) < PAGE and record_id:
                ended[record_id] = state
            there = read_rows(connection, codec, tuple(ended))
        found.extend(
            Problem("journal_differs", one, {"table": codec.name})
            for one, last in ended.items()
            if there.get(one) != last
        )
        yield from found
        if len(rows) < PAGE:
            return


def _index(store: Store) -> Iterator[Problem]:
    """Where search and records disagree: what is not found, what is found by other words, what is gone."""
    with store.connect_to_read() as connection:
        lost = list(index_check.missing(connection))
        gone = list(index_check.left_over(connection))
    yield from (Problem(NOT_FOUND, record_id, {"table": kind.value}) for kind, record_id in lost)
    yield from (Problem(FOUND_WRONG, record_id, {"table": kind.value}) for kind, record_id in gone)
    for kind in Kind:
        yield from islice(_wrong_entries(store, kind), index_check.MOST_TOLD)


def _wrong_entries(store: Store, kind: Kind) -> Iterator[Problem]:
    last = -1
    while True:
        with store.connect_to_read() as connection:
            reached, wrong = index_check.page(connection, kind, last)
        yield from (Problem(FOUND_WRONG, record_id, {"table": kind.value}) for record_id in wrong)
        if reached == last:
            return
        last = reached


def _unjournaled(store: Store, codec: Codec[Any]) -> Iterator[Problem]:
    """Records that no change ever made."""
    c = schema.changes.c
    own_id = codec.table.c["id"]
    last = ""
    while True:
        wanted = (
            select(own_id, exists().where(c.table_name == codec.name, c.record_id == own_id))
            .where(own_id > last)
            .order_by(own_id)
            .limit(PAGE)
        )
        with store.connect_to_read() as connection:
            rows = connection.execute(wanted).all()
        yield from (Problem("journal_differs", row[0], {"table": codec.name}) for row in rows if not row[1])
        if len(rows) < PAGE:
            return
        last = rows[-1][0]
