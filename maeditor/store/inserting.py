"""Inserts, one row or a hundred thousand, with the statement compiled once a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, insert

from maeditor.domain.changes import Row

_statements: dict[tuple[str, str], tuple[str, Callable[[Row], Any]]] = {}
"""By dialect and table: the statement, and what makes its parameters of a row."""


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows that have a plain value for every column; none is nothing."""
    if not rows:
        return
    dialect = connection.dialect
    known = _statements.get((dialect.name, table.name))
    if known is None:
        compiled = insert(table).compile(dialect=dialect)
        # Every table has more than one column, so that the getter gives a tuple.
        known = (str(compiled), itemgetter(*compiled.positiontup) if compiled.positiontup else dict)
        _statements[dialect.name, table.name] = known
    statement, parameters = known
    connection.exec_driver_sql(statement, [parameters(row) for row in rows])
