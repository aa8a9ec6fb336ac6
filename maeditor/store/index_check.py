"""Does the search find what is there, and nothing else? Compared entry by entry with what the records say now."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, text

from maeditor.store import indexing
from maeditor.store.records import read_rows
from maeditor.store.search_index import TABLE, Kind, index_name

PAGE = 200
"""Entries compared in one transaction: between two, an editor can write."""
MOST_TOLD = 20
"""Of each kind; who makes the index anew makes all of it."""


def missing(connection: Connection) -> Iterator[tuple[Kind, str]]:
    """What cannot be found though it should be; nothing while an older project's records are still being indexed."""
    if not indexing.is_behind(connection):
        yield from indexing.unindexed(connection)


def left_over(connection: Connection) -> Iterator[tuple[Kind, str]]:
    """What is found though it is gone."""
    for kind in Kind:
        shown = "" if kind is Kind.PASSAGES else " AND NOT r.hidden"
        gone = (
            f"SELECT e.record_id FROM {TABLE} e WHERE e.kind = :kind AND NOT EXISTS "  # noqa: S608
            f"(SELECT 1 FROM {kind.value} r WHERE r.id = e.record_id{shown}) LIMIT {MOST_TOLD}"
        )
        yield from ((kind, each) for each in connection.execute(text(gone), {"kind": kind.value}).scalars())


def page(connection: Connection, kind: Kind, after: int) -> tuple[int, list[str]]:
    """The entries of a page that do not say what their record says, or are not found by it; and its last entry's id.

    The last id is ``after`` where there are no more.
    """
    on_sqlite = connection.dialect.name == "sqlite"
    held = "e.words" if on_sqlite else "array_to_string(tsvector_to_array(e.words), ' ')"
    wanted = (
        f"SELECT e.id, e.record_id, {held} FROM {TABLE} e "  # noqa: S608
        f"WHERE e.kind = :kind AND e.id > :after ORDER BY e.id LIMIT {PAGE}"
    )
    entries = connection.execute(text(wanted), {"kind": kind.value, "after": after}).all()
    rows = read_rows(connection, indexing.CODECS[kind], [record_id for _id, record_id, _words in entries])
    due = dict(indexing.words_of(connection, kind, rows))
    wrong = []
    for entry_id, record_id, words in entries:
        said = set(words.split())
        # One that is left over is told apart.
        if record_id in due and (set(due[record_id].split()) != said or not _found(connection, kind, entry_id, said)):
            wrong.append(record_id)
    return (entries[-1][0] if entries else after), wrong


def _found(connection: Connection, kind: Kind, entry_id: int, words: set[str]) -> bool:
    """Tell whether a file's index leads to an entry by its longest word; a server's index is the server's."""
    if connection.dialect.name != "sqlite" or not words:
        return True
    index = index_name(kind)
    asked = f"SELECT 1 FROM {index} WHERE {index} MATCH :word AND rowid = :id"  # noqa: S608
    longest = max(words, key=len)
    return connection.execute(text(asked), {"word": f'"{longest}"', "id": entry_id}).first() is not None
