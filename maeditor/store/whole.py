"""All records of a table as plain rows, a page at a time: what a copy in another form is made from."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from maeditor.domain.changes import Row
from maeditor.store import codec


class Whole:
    """All that a project holds, deleted records included."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rows(self, table: str, after: str, limit: int) -> list[Row]:
        """The next records of a table, by id; ``after`` is the last id read, empty at the beginning."""
        kind: codec.Codec[Any] = codec.CODECS[table]
        own_id = kind.table.c["id"]
        wanted = kind.select.where(own_id > after).order_by(own_id).limit(limit)
        return [kind.from_cells(cells) for cells in self._connection.execute(wanted).mappings()]
