"""Numbers that only grow: commits, actions, changes, and the short numbers of facts and articles."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select, update

from maeditor.domain.errors import ProjectError
from maeditor.store import schema
from maeditor.store.inserting import insert_rows
from maeditor.store.mark import ACTION, CHANGE, COMMIT

FIRST = ({"name": COMMIT, "value": 0}, {"name": ACTION, "value": 0}, {"name": CHANGE, "value": 0})
"""What a new project begins with; others come with their first number."""

_table = schema.counters
_update = update(_table).where(_table.c.name == bindparam("which")).values(value=bindparam("count"))


class Counters:
    """The counters inside one writing transaction, locked from its beginning.

    Writers on PostgreSQL queue at these rows; SQLite's BEGIN IMMEDIATE has queued them already.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        locked = select(_table.c.name, _table.c.value).order_by(_table.c.name).with_for_update()
        self._stored: dict[str, int] = {name: value for name, value in connection.execute(locked)}  # noqa: C416
        self._values = dict(self._stored)
        if not {COMMIT, ACTION, CHANGE} <= self._stored.keys():
            raise ProjectError("project_damaged", table=_table.name)

    def __getitem__(self, name: str) -> int:
        return self._values[name]

    @property
    def moved(self) -> bool:
        """Tell whether any number was given."""
        return self._values != self._stored

    def give(self, name: str, count: int = 1) -> int:
        """Give the next number; with ``count``, that many, of which this is the last."""
        if name not in self._values:
            # Another writer may have begun it while this one was waiting for its turn.
            found: int | None = self._connection.execute(select(_table.c.value).where(_table.c.name == name)).scalar()
            if found is not None:
                self._stored[name] = found
            self._values[name] = found or 0
        self._values[name] += count
        return self._values[name]

    def save(self) -> None:
        """Write the numbers that were given, among them the commit's."""
        moved = [(name, value) for name, value in self._values.items() if self._stored.get(name) != value]
        known = [{"which": name, "count": value} for name, value in moved if name in self._stored]
        self._connection.execute(_update, known)
        insert_rows(
            self._connection,
            _table,
            [{"name": name, "value": value} for name, value in moved if name not in self._stored],
        )
