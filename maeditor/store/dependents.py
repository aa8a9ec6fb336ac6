"""What stands on what an action did: records that moved on since, that refer to what it added, or lost their parent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from sqlalchemy import Connection, select

from maeditor.domain.changes import Action, Change
from maeditor.store import schema
from maeditor.store.codec import CODECS
from maeditor.store.journal import read_action, read_change
from maeditor.store.records import chunks, content, read_rows

Ref: TypeAlias = tuple[str, str]
"""A table and the id of a record in it."""

_actions = schema.actions.c
_changes = schema.changes.c

REFERENCES: dict[str, list[tuple[str, str]]] = defaultdict(list)
"""By table, the tables and columns that refer to it."""
PARENTS: dict[str, list[tuple[str, str]]] = defaultdict(list)
"""By table, its columns that refer to others, and to which."""
for _table in schema.metadata.sorted_tables:
    for _key in _table.foreign_keys:
        if _table.name in CODECS:
            REFERENCES[_key.column.table.name].append((_table.name, _key.parent.name))
            PARENTS[_table.name].append((_key.parent.name, _key.column.table.name))


_RANKS = {table.name: rank for rank, table in enumerate(schema.metadata.sorted_tables)}
"""Higher than those of what a table refers to."""


def in_parts(changes: Iterable[Change]) -> list[Change]:
    """Order (net) changes so that each part of them can be saved by itself: nothing refers to what is not there.

    A fact and its evidence stay together, so that it is not counted as changed twice.
    """
    places: dict[str, int] = {}

    def key(change: Change) -> tuple[int, int, int, int]:
        row = change.after or change.before or {}
        of_fact = change.table in (schema.facts.name, schema.evidence.name)
        rank = _RANKS[schema.evidence.name if of_fact else change.table]
        place = places.setdefault(str(row.get("fact_id", change.record_id)), len(places))
        if change.before is None:
            return 0, rank, place, _RANKS[change.table]
        if change.after is None:
            return 2, -rank, place, -_RANKS[change.table]
        return 1, rank, place, 0

    return sorted(changes, key=key)


def net(changes: Iterable[Change]) -> tuple[Change, ...]:
    """One change a record: as it was before the first of them and after the last; what came and went is left out."""
    merged: dict[Ref, Change] = {}
    for change in changes:
        key = (change.table, change.record_id)
        first = merged.get(key)
        before = change.before if first is None else first.before
        merged[key] = Change(change.table, change.record_id, before, change.after)
    return tuple(each for each in merged.values() if content(each.before) != content(each.after))


class Dependents:
    """Reads of what depends on a set of changes, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def standing_on(self, changes: Sequence[Change]) -> tuple[Ref, ...]:
        """The records that keep these (net) changes from being taken back."""
        return tuple(dict.fromkeys((*self._moved_on(changes), *self._referring(changes), *self._parents_gone(changes))))

    def later(self, refs: Iterable[Ref], seq: int) -> tuple[tuple[Action, Change], ...]:
        """What was done to these records after an action, oldest first; not what only counted their versions."""
        by_table: dict[str, list[str]] = defaultdict(list)
        for table, record_id in refs:
            by_table[table].append(record_id)
        found = []
        for table, ids in by_table.items():
            for some in chunks(ids):
                wanted = (
                    select(schema.actions, _changes.record_id, _changes.before, _changes.after)
                    .join(schema.changes, _changes.action_id == _actions.id)
                    .where(_changes.table_name == table, _changes.record_id.in_(some), _actions.seq > seq)
                    .order_by(_changes.seq)
                )
                for cells in self._connection.execute(wanted).mappings():
                    change = read_change(table, cells["record_id"], cells["before"], cells["after"])
                    if content(change.before) != content(change.after):
                        found.append((read_action(cells), change))
        return tuple(sorted(found, key=lambda pair: pair[0].seq))

    def _moved_on(self, changes: Sequence[Change]) -> list[Ref]:
        moved = []
        for table, of_table in _by_table(changes).items():
            stored = read_rows(self._connection, CODECS[table], [change.record_id for change in of_table])
            moved += [
                (table, change.record_id)
                for change in of_table
                if content(stored.get(change.record_id)) != content(change.after)
            ]
        return moved

    def _referring(self, changes: Sequence[Change]) -> list[Ref]:
        """Records that refer to what was added, and were not added with it."""
        added = {(change.table, change.record_id) for change in changes if change.before is None}
        found = []
        for table, of_table in _by_table([change for change in changes if change.before is None]).items():
            for child, column in REFERENCES[table]:
                columns = schema.metadata.tables[child].c
                for some in chunks([change.record_id for change in of_table]):
                    ids = self._connection.execute(select(columns["id"]).where(columns[column].in_(some))).scalars()
                    found += [(child, str(each)) for each in ids if (child, str(each)) not in added]
        return found

    def _parents_gone(self, changes: Sequence[Change]) -> list[Ref]:
        """What removed records belonged to, where that is gone as well."""
        removed = {(change.table, change.record_id) for change in changes if change.after is None}
        wanted: dict[str, dict[str, None]] = defaultdict(dict)
        for change in changes:
            if change.after is None and change.before is not None:
                for column, parent in PARENTS[change.table]:
                    if change.before.get(column):
                        wanted[parent][str(change.before[column])] = None
        gone = []
        for parent, ids in wanted.items():
            stored = read_rows(self._connection, CODECS[parent], list(ids))
            gone += [(parent, each) for each in ids if each not in stored and (parent, each) not in removed]
        return gone


def _by_table(changes: Iterable[Change]) -> dict[str, list[Change]]:
    found: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        found[change.table].append(change)
    return found
