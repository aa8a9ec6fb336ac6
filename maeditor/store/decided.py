"""What was decided about the proposals of rules: what learning asks the store, inside one transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Connection, func, not_, select

from maeditor.domain.changes import Row
from maeditor.domain.errors import ProjectError
from maeditor.domain.facts import State
from maeditor.domain.review import DUPLICATE
from maeditor.store import codec, schema
from maeditor.store.records import chunks

_facts = schema.facts.c
_changes = schema.changes.c

TOLD = (
    "id", "number", "article_id", "version", "state", "reason", "reviewed_at", "origin", "confidence", "property",
    "raw", "comparator", "amount", "lower", "upper", "unit", "text_value", "subject", "place", "lifecycle", "modality",
    "as_of", "target", "qualifiers",
)  # fmt: skip
FETCHED = 10_000
"""Rows taken from the database at a time."""
Cells: TypeAlias = Mapping[str, Any]
"""What columns hold, by their names."""
_PRIOR = '"prior"'
_ORIGIN = "rule:%"
_COLUMNS = [_facts[name] for name in TOLD]


@dataclass(frozen=True, slots=True)
class Touched:
    """Facts that were changed since, and what became of the proposals among them; None where it is all anew."""

    ids: frozenset[str]
    rows: tuple[Cells, ...]


class DecidedReads:
    """Reads for learning."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Cells, ...]:
        """Every proposal of a rule that was accepted, corrected or rejected, also where it was deleted since.

        As plain cells, some of a fact's, and of its qualifiers those with the confidence that its rule gave: 10,000 are
        read at once. Duplicates are not among them: they were not wrong.
        """
        return _cells(self._connection.execute(select(*_COLUMNS).where(*_decided())))

    def every(self) -> Iterator[Cells]:
        """The same cells of every fact that was not deleted, some at a time."""
        result = self._connection.execute(select(*_COLUMNS).where(not_(_facts.hidden)))
        while rows := result.fetchmany(FETCHED):
            yield from _cells(rows)

    def changed(self, since: int, most: int) -> Touched | None:
        """What became of the proposals that were changed after a change's ``seq``; None where more were touched."""
        wanted = select(_changes.record_id).where(_changes.seq > since, _changes.table_name == schema.facts.name)
        ids = frozenset(self._connection.execute(wanted.distinct().limit(most + 1)).scalars())
        if len(ids) > most:
            return None
        rows: list[Cells] = []
        for some in chunks(sorted(ids)):
            rows += _cells(self._connection.execute(select(*_COLUMNS).where(_facts.id.in_(some), *_decided())))
        return Touched(ids, tuple(rows))

    def as_proposed(self, fact_ids: Iterable[str]) -> dict[str, Row]:
        """These facts as they came into the project; those that the journal does not know are left out."""
        found: dict[str, Row] = {}
        for some in chunks(tuple(fact_ids)):
            first = (
                select(func.min(_changes.seq))
                .where(_changes.table_name == schema.facts.name, _changes.record_id.in_(some))
                .where(_changes.before.is_(None))
                .group_by(_changes.record_id)
            )
            wanted = select(_changes.record_id, _changes.after).where(_changes.seq.in_(first))
            for fact_id, after in self._connection.execute(wanted).all():
                found[fact_id] = codec.FACTS.from_journal(after) or {}
        return found


def _cells(rows: Iterable[Sequence[Any]]) -> tuple[Cells, ...]:
    # Of 10,000 documents few are of interest: the others are not read.
    return tuple({**dict(zip(TOLD, row, strict=True)), "qualifiers": _qualifiers(row)} for row in rows)


def _qualifiers(row: Sequence[Any]) -> Row:
    kept: str = row[-1]
    if _PRIOR not in kept:
        return {}
    try:
        return dict(json.loads(kept))
    except (ValueError, TypeError, RecursionError) as error:
        raise ProjectError("project_damaged", table="facts", record=row[0]) from error


def _decided() -> tuple[ColumnElement[bool], ...]:
    states = _facts.state.in_([State.ACCEPTED.value, State.CORRECTED.value, State.REJECTED.value])
    return states, _facts.origin.like(_ORIGIN), not_(_facts.reason == DUPLICATE)
