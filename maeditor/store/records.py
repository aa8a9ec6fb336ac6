"""``Records[R]``: every stored kind of record through one class, each change noted for the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace as with_fields
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, delete
from sqlalchemy.exc import IntegrityError

from maeditor.domain.changes import Change, Row
from maeditor.domain.errors import MissingRecordError, StaleRecordError
from maeditor.domain.record import Record
from maeditor.store.codec import Codec
from maeditor.store.failures import is_taken
from maeditor.store.inserting import insert_rows

R = TypeVar("R", bound=Record)

CHUNK = 500
"""Ids asked for in one statement."""


def chunks(ids: Sequence[str]) -> Iterable[Sequence[str]]:
    """Cut a list of ids into what one statement takes."""
    return (ids[at : at + CHUNK] for at in range(0, len(ids), CHUNK))


class Records(Generic[R]):
    """The records of one table, inside one transaction; ``note`` hears of every change."""

    def __init__(self, codec: Codec[R], connection: Connection, note: Callable[[Change], None]) -> None:
        self._codec = codec
        self._connection = connection
        self._note = note
        self._id = codec.table.c["id"]

    def get(self, record_id: str) -> R:
        """Read one record. Raises MissingRecordError."""
        found = self.find(record_id)
        if found is None:
            raise self._missing(record_id)
        return found

    def find(self, record_id: str) -> R | None:
        """Read one record, or None where it is not there."""
        row = self.rows((record_id,)).get(record_id)
        return None if row is None else self._codec.from_row(row)

    def find_all(self, record_ids: Iterable[str]) -> dict[str, R]:
        """Read those of these records that are there, by id."""
        rows = self.rows(tuple(dict.fromkeys(record_ids)))
        return {record_id: self._codec.from_row(row) for record_id, row in rows.items()}

    def add(self, record: R) -> R:
        """Keep a new record. Raises StaleRecordError where one with its id is there."""
        self.add_all((record,))
        return record

    def add_all(self, records: Iterable[R]) -> None:
        """Keep many new records with one statement. Raises StaleRecordError where one with such an id is there."""
        self._insert([self._codec.to_row(record) for record in records])

    def replace(self, record: R) -> R:
        """Keep a changed record and return it as stored, its version one higher.

        Raises MissingRecordError where it is gone and StaleRecordError (with ``stored``, what is there now) where it
        was changed meanwhile. A record equal to the stored one is no change.
        """
        return self.replace_all((record,))[0]

    def replace_all(self, records: Iterable[R]) -> tuple[R, ...]:
        """Keep many changed records, each under the same check as ``replace``; all or none."""
        changed = list(records)
        before = self.rows([record.id for record in changed])
        kept: list[R] = []
        pairs: list[tuple[Row, Row]] = []
        for record in changed:
            stored = before.get(record.id)
            if stored is None:
                raise self._missing(record.id)
            if stored["version"] != record.version:
                raise self._stale(stored)
            row = self._codec.to_row(record)
            if row == stored:
                kept.append(record)
                continue
            row["version"] = record.version + 1
            before[record.id] = row
            pairs.append((stored, row))
            kept.append(with_fields(record, version=record.version + 1))  # type: ignore[type-var]
        self._write(pairs)
        return tuple(kept)

    def remove(self, record: R) -> None:
        """Delete a record, under the same check as ``replace``."""
        stored = self.rows((record.id,)).get(record.id)
        if stored is None:
            raise self._missing(record.id)
        if stored["version"] != record.version:
            raise self._stale(stored)
        self._delete(stored)

    def remove_all(self, records: Iterable[R]) -> None:
        """Delete many records, each under the same check as ``replace``; all or none."""
        gone = list(records)
        stored = self.rows([record.id for record in gone])
        for record in gone:
            row = stored.get(record.id)
            if row is None:
                raise self._missing(record.id)
            if row["version"] != record.version:
                raise self._stale(row)
        self._delete_all([stored[record.id] for record in gone])

    def apply(self, change: Change) -> None:
        """Write what a change says came after, with a fresh version.

        The stored row must say what the change has before, whatever its version: else StaleRecordError.
        """
        stored = self.rows((change.record_id,)).get(change.record_id)
        if content(stored) != content(change.before):
            raise StaleRecordError("record_changed", table=self._codec.name, record=change.record_id)
        latest = max((row["version"] for row in (stored, change.before, change.after) if row is not None), default=0)
        if change.after is None:
            if stored is not None:
                self._delete(stored)
        elif stored is None:
            self._insert([{**change.after, "version": latest + 1}])
        else:
            self._write([(stored, {**change.after, "version": latest + 1})])

    def apply_all(self, changes: Sequence[Change]) -> None:
        """Write what many changes say came after, a record once; under the same check as ``apply``, all or none."""
        stored = self.rows([change.record_id for change in changes])
        added: list[Row] = []
        pairs: list[tuple[Row, Row]] = []
        removed: list[Row] = []
        for change in changes:
            row = stored.get(change.record_id)
            if content(row) != content(change.before):
                raise StaleRecordError("record_changed", table=self._codec.name, record=change.record_id)
            known = (each["version"] for each in (row, change.before, change.after) if each is not None)
            latest = max(known, default=0)
            if change.after is not None:
                after = {**change.after, "version": latest + 1}
                if row is None:
                    added.append(after)
                else:
                    pairs.append((row, after))
            elif row is not None:
                removed.append(row)
        self._delete_all(removed)
        self._write(pairs)
        if added:
            self._insert(added)

    def touch_all(self, record_ids: Sequence[str]) -> None:
        """Count a change of something that belongs to each of these records, as far as they are there."""
        stored = self.rows(record_ids).values()
        self._write([(row, {**row, "version": row["version"] + 1}) for row in stored])

    def rows(self, record_ids: Sequence[str]) -> dict[str, Row]:
        """Read records as plain rows, by id."""
        return read_rows(self._connection, self._codec, record_ids)

    def _insert(self, rows: list[Row]) -> None:
        try:
            insert_rows(self._connection, self._codec.table, [self._codec.to_cells(row) for row in rows])
        except IntegrityError as error:
            if not is_taken(error):
                raise
            raise StaleRecordError("record_exists", table=self._codec.name, reason=str(error.orig)) from error
        for row in rows:
            self._note(Change(self._codec.name, row["id"], None, row))

    def _write(self, pairs: list[tuple[Row, Row]]) -> None:
        if pairs:
            cells: list[dict[str, Any]] = [{**self._codec.to_cells(row), "record_id": row["id"]} for _, row in pairs]
            self._connection.execute(self._codec.update, cells)
        for stored, row in pairs:
            self._note(Change(self._codec.name, row["id"], stored, row))

    def _delete(self, stored: Row) -> None:
        self._connection.execute(delete(self._codec.table).where(self._id == stored["id"]))
        self._note(Change(self._codec.name, stored["id"], stored, None))

    def _delete_all(self, rows: list[Row]) -> None:
        for some in chunks([row["id"] for row in rows]):
            self._connection.execute(delete(self._codec.table).where(self._id.in_(some)))
        for row in rows:
            self._note(Change(self._codec.name, row["id"], row, None))

    def _missing(self, record_id: str) -> MissingRecordError:
        return MissingRecordError("record_missing", table=self._codec.name, record=record_id)

    def _stale(self, stored: Row) -> StaleRecordError:
        return StaleRecordError(
            "record_changed", table=self._codec.name, record=stored["id"], stored=self._codec.from_row(stored)
        )


def read_rows(connection: Connection, codec: Codec[Any], record_ids: Sequence[str]) -> dict[str, Row]:
    """Read records of a table as plain rows, by id."""
    own_id = codec.table.c["id"]
    found: dict[str, Row] = {}
    for some in chunks(record_ids):
        # One id is by far the most frequent, and compared the fastest.
        chosen = own_id == some[0] if len(some) == 1 else own_id.in_(some)
        for cells in connection.execute(codec.select.where(chosen)).mappings():
            found[cells["id"]] = codec.from_cells(cells)
    return found


def content(row: Row | None) -> Row | None:
    """What a row says, without how often it was written."""
    return None if row is None else {name: value for name, value in row.items() if name != "version"}
