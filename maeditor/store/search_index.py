"""The search index of a file: what can be found, its tables, and how they are made."""

from __future__ import annotations

from enum import StrEnum

TABLE = "search_entries"
"""The words of each entry; in a file FTS5 must be told them again to forget them."""


class Kind(StrEnum):
    """What can be found; the value is the record's table."""

    FACTS = "facts"
    PASSAGES = "passages"
    ARTICLES = "articles"


def index_name(kind: Kind) -> str:
    """The FTS5 table of a kind."""
    return f"search_{kind.value}"


def index_sql(kind: Kind) -> str:
    """How the FTS5 table of a kind is made; a file with another one under its name is refused."""
    options = "content='', columnsize=0, detail=none, tokenize='ascii', prefix='1 2 3 4'"
    return f"CREATE VIRTUAL TABLE {index_name(kind)} USING fts5(words, {options})"


OBJECTS = {index_name(kind): index_sql(kind) for kind in Kind}
"""The virtual tables that are ours."""
"""The virtual tables that are ours."""
