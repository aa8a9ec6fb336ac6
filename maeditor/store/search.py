"""Search by words: FTS5 in a file, ``tsvector`` on a server, behind one function; newest first.

Each searchable record has one entry: its words, each once, already folded (``domain.search_terms``). So the ``ascii``
tokenizer suffices (it takes every character beyond ASCII for a letter), no word of ours is ever more than one token,
and ``detail=none`` keeps the index small: there is no ranking, for the newest are wanted first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from sqlalchemy import Connection, text

from maeditor.store.search_index import TABLE, Kind, index_name

INDEXED = 4
"""Letters up to which the index knows how words begin."""
LOOKED_THROUGH = 10
"""Rows looked through for each that is wanted, before everything that begins so is gathered."""

Term: TypeAlias = tuple[str, bool]
"""A word, and whether it is only how the word begins."""
Asked: TypeAlias = Sequence[Sequence[Sequence[Term]]]
"""All of these must hold; each is a choice; each choice is words that must all be there."""


def search(connection: Connection, kind: Kind, asked: Asked, limit: int) -> list[str]:
    """The ids of the records of a kind that hold what is asked, newest first; nothing asked gives the newest."""
    asked = [group for group in asked if group]
    if not asked:
        newest = f"SELECT record_id FROM {TABLE} WHERE kind = :kind ORDER BY id DESC LIMIT :limit"  # noqa: S608
        return list(connection.execute(text(newest), {"kind": kind.value, "limit": limit}).scalars())
    whole = [[[(word, False) for word, _begins in choice] for choice in group] for group in asked]
    # A word that is only begun costs as much as all that begin so: 26 ms of 100,000 articles, against 0.1 for a whole
    # one. Where whole words fill the list nobody sees the others.
    found = _matching(connection, kind, whole, limit)
    begun = any(begins for group in asked for choice in group for _word, begins in choice)
    if not begun or len(found) >= limit:
        return found
    found = _among_the_newest(connection, kind, asked, limit)
    return found if len(found) >= limit else _matching(connection, kind, asked, limit)


def _among_the_newest(connection: Connection, kind: Kind, asked: Asked, limit: int) -> list[str]:
    """What is found by looking through the newest that begin with the same letters: these the index streams."""
    if connection.dialect.name != "sqlite":
        return []
    index = index_name(kind)
    short = [[[(word[:INDEXED] if begins else word, begins) for word, begins in one] for one in each] for each in asked]
    wanted = (
        f"SELECT e.record_id, e.words FROM (SELECT rowid AS id FROM {index} WHERE {index} MATCH :asked "  # noqa: S608
        f"ORDER BY rowid DESC LIMIT :limit) f JOIN {TABLE} e ON e.id = f.id ORDER BY e.id DESC"
    )
    rows = connection.execute(text(wanted), {"asked": _match(short), "limit": limit * LOOKED_THROUGH})
    return [record_id for record_id, held in rows if _holds(f" {held} ", asked)][:limit]


def _holds(held: str, asked: Asked) -> bool:
    return all(
        any(all((f" {word}" if begins else f" {word} ") in held for word, begins in choice) for choice in group)
        for group in asked
    )


def _matching(connection: Connection, kind: Kind, asked: Asked, limit: int) -> list[str]:
    if connection.dialect.name == "sqlite":
        index = index_name(kind)
        found = (
            f"SELECT e.record_id FROM (SELECT rowid AS id FROM {index} WHERE {index} MATCH :asked "  # noqa: S608
            f"ORDER BY rowid DESC LIMIT :limit) f JOIN {TABLE} e ON e.id = f.id ORDER BY e.id DESC"
        )
        parameters = {"asked": _match(asked), "limit": limit}
    else:
        found = (
            f"SELECT record_id FROM {TABLE} WHERE kind = :kind AND words @@ CAST(:asked AS tsquery) "  # noqa: S608
            "ORDER BY id DESC LIMIT :limit"
        )
        parameters = {"kind": kind.value, "asked": _tsquery(asked), "limit": limit}
    return list(connection.execute(text(found), parameters).scalars())


def _match(asked: Asked) -> str:
    return " AND ".join(_any(group, '"{}"', '"{}"*', " AND ", " OR ") for group in asked)


def _tsquery(asked: Asked) -> str:
    return " & ".join(_any(group, "'{}'", "'{}':*", " & ", " | ") for group in asked)


def _any(group: Sequence[Sequence[Term]], whole: str, begun: str, both: str, either: str) -> str:
    # Words hold letters and digits alone: there is nothing in them to escape.
    choices = (both.join((begun if begins else whole).format(word) for word, begins in choice) for choice in group)
    return f"({either.join(f'({choice})' for choice in choices)})"
