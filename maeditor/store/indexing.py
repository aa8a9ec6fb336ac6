"""Keeps what is searched in step with the records, in the same transaction; brings older projects up to date."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, select, text

from maeditor.domain import search_terms
from maeditor.domain.changes import Change, Row
from maeditor.store import codec, schema
from maeditor.store.records import chunks, read_rows
from maeditor.store.search_index import TABLE, Kind, index_name

BEHIND = "search_behind"
"""In ``meta``: says ``yes`` until an older project's records are all indexed."""
MOST_BYTES = 900_000
"""Of one entry's words: a server keeps no more than a megabyte."""
MANY = 200
"""Changes beyond which a fact that was only decided about keeps its place among the newest."""
_JUDGED = frozenset(
    {"version", "state", "standing", "confidence", "reviewer", "reviewed_at", "duplicate_of", "needs_look"}
)
"""What a fact is not found by."""
BATCH = 20
"""Articles indexed in one transaction."""

CODECS: dict[Kind, codec.Codec[Any]] = {
    Kind.FACTS: codec.FACTS,
    Kind.PASSAGES: codec.PASSAGES,
    Kind.ARTICLES: codec.ARTICLES,
}


def property_word(key: str) -> str:
    """The word that stands for a property: whoever asks for one of its names asks for this."""
    return "pk" + "".join(search_terms.words(key))


def follow(connection: Connection, changes: Sequence[Change], *, of_many: bool = False) -> None:
    """Bring the entries of changed records in line; each becomes the newest.

    ``of_many`` says that they are a part of a large action's.

    Of thousands decided at once none is newer than the others: they keep their places, and are not indexed anew.
    """
    many = of_many or len(changes) > MANY
    latest: dict[tuple[Kind, str], Row | None] = {}
    new: set[tuple[Kind, str]] = set()
    for change in changes:
        if change.table in _KINDS and not (many and _says_the_same(change)):
            key = _KINDS[change.table], change.record_id
            if change.before is None and key not in latest:
                new.add(key)
            latest.pop(key, None)
            latest[key] = change.after
    articles: dict[str, Row] = {}
    for kind in Kind:
        rows = {record_id: row for (each, record_id), row in latest.items() if each is kind}
        if rows:
            _forget(connection, kind, [record_id for record_id in rows if (kind, record_id) not in new])
            shown = {record_id: row for record_id, row in rows.items() if row is not None and not row.get("hidden")}
            if kind is Kind.ARTICLES:
                articles = shown
            else:
                _add(connection, kind, ((record_id, _WORDS[kind](row)) for record_id, row in shown.items()))
    add_articles(connection, articles)


def _says_the_same(change: Change) -> bool:
    before, after = change.before, change.after
    if before is None or after is None:
        return False
    return all(value == before.get(name) for name, value in after.items() if name not in _JUDGED)


_KINDS = {kind.value: kind for kind in Kind}


def is_behind(connection: Connection) -> bool:
    """Tell whether records of an older project wait to be indexed."""
    asked = select(schema.meta.c.value).where(schema.meta.c.key == BEHIND)
    return connection.execute(asked).scalar() == "yes"


def catch_up(connection: Connection) -> bool:
    """Index some records that have no entry; tells whether there are more. The caller commits."""
    for kind in Kind:
        table = CODECS[kind].table
        own, hidden = table.c["id"], table.c.get("hidden")
        there = text(f"NOT EXISTS (SELECT 1 FROM {TABLE} e WHERE e.kind = :kind AND e.record_id = {table.name}.id)")  # noqa: S608
        wanted = select(own).where(there.bindparams(kind=kind.value)).order_by(own)
        if hidden is not None:
            wanted = wanted.where(~hidden)
        count = BATCH if kind is Kind.ARTICLES else BATCH * 10
        missing = list(connection.execute(wanted.limit(count)).scalars())
        if missing:
            rows = read_rows(connection, CODECS[kind], missing)
            _add(connection, kind, words_of(connection, kind, rows))
            return True
    return False


def clear(connection: Connection) -> None:
    """Forget all entries, so that they are made again: the repair of an index that is damaged."""
    connection.execute(text(f"DELETE FROM {TABLE}"))  # noqa: S608
    if connection.dialect.name == "sqlite":
        for kind in Kind:
            index = index_name(kind)
            connection.execute(text(f"INSERT INTO {index}({index}) VALUES ('delete-all')"))  # noqa: S608


def unindexed(connection: Connection) -> Iterator[tuple[Kind, str]]:
    """What cannot be found though it should be."""
    for kind in Kind:
        name = CODECS[kind].table.name
        shown = "" if kind is Kind.PASSAGES else f"NOT {name}.hidden AND "
        lost = (
            f"SELECT id FROM {name} WHERE {shown}NOT EXISTS "  # noqa: S608
            f"(SELECT 1 FROM {TABLE} e WHERE e.kind = :kind AND e.record_id = {name}.id) LIMIT 20"
        )
        yield from ((kind, each) for each in connection.execute(text(lost), {"kind": kind.value}).scalars())


def words_of(connection: Connection, kind: Kind, rows: dict[str, Row]) -> Iterator[tuple[str, str]]:
    """By what these records are found, each with its id."""
    if kind is Kind.ARTICLES:
        return _articles(connection, rows)
    return ((record_id, _WORDS[kind](row)) for record_id, row in rows.items())


def add_articles(connection: Connection, rows: dict[str, Row]) -> None:
    """Make the entries of articles that have none."""
    _add(connection, Kind.ARTICLES, _articles(connection, rows))


def _forget(connection: Connection, kind: Kind, record_ids: Iterable[str]) -> None:
    on_sqlite = connection.dialect.name == "sqlite"
    for some in chunks(list(record_ids)):
        names = {f"r{at}": record_id for at, record_id in enumerate(some)}
        which = f"kind = :kind AND record_id IN ({', '.join(f':{name}' for name in names)})"
        asked = {"kind": kind.value, **names}
        if on_sqlite:
            found = connection.execute(text(f"SELECT id, words FROM {TABLE} WHERE {which}"), asked).all()  # noqa: S608
            if found:
                index = index_name(kind)
                connection.exec_driver_sql(
                    f"INSERT INTO {index}({index}, rowid, words) VALUES ('delete', ?, ?)",  # noqa: S608
                    [(row_id, held) for row_id, held in found],
                )
        connection.execute(text(f"DELETE FROM {TABLE} WHERE {which}"), asked)  # noqa: S608


def _add(connection: Connection, kind: Kind, entries: Iterable[tuple[str, str]]) -> None:
    made = list(entries)
    if not made:
        return
    if connection.dialect.name != "sqlite":
        add = (
            f"INSERT INTO {TABLE} (kind, record_id, words) "  # noqa: S608
            "VALUES (:kind, :record, array_to_tsvector(string_to_array(:words, ' ')))"
        )
        rows = [{"kind": kind.value, "record": record_id, "words": held} for record_id, held in made]
        connection.execute(text(add), rows)
        return
    last: int = connection.exec_driver_sql(f"SELECT coalesce(max(id), 0) FROM {TABLE}").scalar_one()  # noqa: S608
    numbered = [(last + at, record_id, held) for at, (record_id, held) in enumerate(made, 1)]
    connection.exec_driver_sql(
        f"INSERT INTO {TABLE} (id, kind, record_id, words) VALUES (?, ?, ?, ?)",  # noqa: S608
        [(row_id, kind.value, record_id, held) for row_id, record_id, held in numbered],
    )
    connection.exec_driver_sql(
        f"INSERT INTO {index_name(kind)} (rowid, words) VALUES (?, ?)",  # noqa: S608
        [(row_id, held) for row_id, _record, held in numbered],
    )


def _articles(connection: Connection, rows: dict[str, Row]) -> Iterator[tuple[str, str]]:
    """The words of articles, those of their present texts included; a damaged text is told by ``check``, not here."""
    if not rows:
        return
    texts, blobs = schema.texts, schema.blobs
    packed: dict[str, bytes] = {}
    for some in chunks([row["text_id"] for row in rows.values()]):
        wanted = select(texts.c.id, blobs.c.data).join(blobs, blobs.c.sha256 == texts.c.text_sha256)
        packed.update((text_id, data) for text_id, data in connection.execute(wanted.where(texts.c.id.in_(some))))
    for record_id, row in rows.items():
        yield record_id, _article_words(row, _unpacked(packed.get(row["text_id"])))


def _unpacked(data: bytes | None) -> str:
    try:
        return "" if data is None else zlib.decompress(data).decode("utf-8")
    except (zlib.error, UnicodeDecodeError, TypeError):
        return ""


def _article_words(row: Row, body: str) -> str:
    told = "\n".join((row["title"], row["publisher"], row["author"], row["file_name"]))
    return _joined([*search_terms.words(told), *search_terms.words(body), *_figures(row["title"]), *_figures(body)])


def _passage_words(row: Row) -> str:
    return _joined([*search_terms.words(row["exact"]), *_figures(row["exact"])])


def _fact_words(row: Row) -> str:
    said = ("subject", "claim", "raw", "text_value", "unit", "place", "note", "reason", "object_entity", "target")
    found = search_terms.words("\n".join(str(row[name]) for name in said))
    found += [property_word(row["property"]), f"f{row['number']}", f"{row['number']:04d}"]
    for name in ("amount", "lower", "upper"):
        for amount, unit in ((row[name], row["unit"]), (row[f"norm_{name}"], row["norm_unit"])):
            if amount is not None:
                found += search_terms.words(str(amount))
                found.append(search_terms.quantity_word(Decimal(amount), unit))
    return _joined([*found, *_figures(row["claim"])])


def _figures(told: str) -> list[str]:
    return [word for _start, _end, word in search_terms.quantities(told)]


def _joined(found: list[str]) -> str:
    words = " ".join(word for word in dict.fromkeys(found) if word)
    if len(words) > MOST_BYTES // 4 and len(words.encode()) > MOST_BYTES:
        return words.encode()[:MOST_BYTES].decode("utf-8", "ignore").rpartition(" ")[0]
    return words


_WORDS: dict[Kind, Callable[[dict[str, Any]], str]] = {Kind.FACTS: _fact_words, Kind.PASSAGES: _passage_words}
