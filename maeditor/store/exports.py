"""What was exported: which file, when, which facts in which version; outside the journal, as files are."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, func, insert, select, update

from maeditor.domain.changes import Change
from maeditor.domain.errors import ProjectError
from maeditor.domain.sheets import Export
from maeditor.store import schema
from maeditor.store.journal import Kept, net_changes
from maeditor.store.records import chunks

EXPORT = "export"
"""The counter that numbers exports."""

_exports = schema.exports.c
_changes = schema.changes.c
_told = (_exports.id, _exports.sheet_id, _exports.path, _exports.at, _exports.change_seq, _exports.number)


class Exports:
    """Reads of them inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_sheet(self, sheet_id: str) -> tuple[Export, ...]:
        """A sheet's exports, newest first, without their facts."""
        wanted = select(*_told).where(_exports.sheet_id == sheet_id).order_by(_exports.number.desc())
        return tuple(_read(cells) for cells in self._connection.execute(wanted).mappings())

    def last_of_each(self) -> dict[str, Export]:
        """The last export of every sheet that has one, by the sheet's id, without their facts."""
        last = select(func.max(_exports.number)).group_by(_exports.sheet_id)
        wanted = select(*_told).where(_exports.number.in_(last))
        return {cells["sheet_id"]: _read(cells) for cells in self._connection.execute(wanted).mappings()}

    def last(self, sheet_id: str) -> Export | None:
        """A sheet's last export with its facts; None where there was none. Raises ProjectError where it is damaged."""
        wanted = select(*_told, _exports.facts).where(_exports.sheet_id == sheet_id).order_by(_exports.number.desc())
        cells = self._connection.execute(wanted.limit(1)).mappings().first()
        if cells is None:
            return None
        try:
            facts = {str(fact_id): int(version) for fact_id, version in json.loads(cells["facts"]).items()}
        except (ValueError, TypeError, AttributeError, RecursionError) as error:
            raise ProjectError("project_damaged", table="exports", record=cells["id"]) from error
        return _read(cells, facts)

    def net_since(self, fact_ids: Sequence[str], seq: int) -> tuple[Change, ...]:
        """What of these facts, and of what they rest on, is another than it was after a change of the journal."""
        kept: list[Kept] = []
        later = select(_changes.table_name, _changes.record_id, _changes.before, _changes.after)
        later = later.where(_changes.seq > seq).order_by(_changes.seq)
        for some in chunks(fact_ids):
            of_facts = later.where(_changes.table_name == schema.facts.name, _changes.record_id.in_(some))
            kept += self._kept(of_facts)
        if kept:
            # Whatever became of its evidence is noted as a change of the fact as well.
            of_evidence = later.where(_changes.table_name == schema.evidence.name)
            kept += self._kept(of_evidence)
        asked = frozenset(fact_ids)
        return tuple(change for change in net_changes(kept) if _fact_of(change) in asked)

    def paths(self) -> tuple[str, ...]:
        """The files that were written, each once, the one written last first."""
        last = func.max(_exports.number)
        wanted = select(_exports.path).group_by(_exports.path).order_by(last.desc())
        return tuple(self._connection.execute(wanted).scalars())

    def _kept(self, wanted: Select[str, str, str | None, str | None]) -> list[Kept]:
        rows = self._connection.execute(wanted).all()
        return [(table, record_id, before, after) for table, record_id, before, after in rows]


def remember(connection: Connection, export: Export) -> None:
    """Keep an export. Of earlier ones of the same sheet the facts are forgotten: they are long, and never asked for."""
    table = schema.exports
    earlier = (_exports.sheet_id == export.sheet_id, _exports.facts != "")
    connection.execute(update(table).where(*earlier).values(facts=""))
    cells: dict[str, Any] = {name: getattr(export, name) for name in (column.name for column in _told)}
    cells["facts"] = json.dumps(dict(export.facts), separators=(",", ":"))
    connection.execute(insert(table), cells)


def _fact_of(change: Change) -> str:
    row = change.after or change.before or {}
    return str(row.get("fact_id", change.record_id))


def _read(cells: RowMapping, facts: Mapping[str, int] | None = None) -> Export:
    told: dict[str, Any] = {column.name: cells[column.name] for column in _told}
    return Export(**told) if facts is None else Export(**told, facts=facts)
