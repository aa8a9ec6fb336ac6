"""Everything written inside one transaction: records, blobs, numbers, and the journal of what was done."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from maeditor.domain.articles import Article, Passage, TextVersion
from maeditor.domain.changes import Action, ActionState, Change, Done, Row
from maeditor.domain.dismissals import Dismissal
from maeditor.domain.errors import NothingToRevertError, StaleRecordError, UnreadableFileError
from maeditor.domain.facts import Entity, Evidence, Fact
from maeditor.domain.properties import Property
from maeditor.domain.record import new_id
from maeditor.domain.sheets import Export, Sheet
from maeditor.store import codec, indexing, schema
from maeditor.store.blobs import MAX_BLOB
from maeditor.store.counters import Counters
from maeditor.store.exports import EXPORT, remember
from maeditor.store.inserting import insert_rows
from maeditor.store.journal import Journal
from maeditor.store.mark import ACTION, CHANGE, COMMIT
from maeditor.store.queries import Queries
from maeditor.store.readings import Reading, keep_readings
from maeditor.store.records import Records, chunks


def now() -> str:
    """The time as the journal writes it: UTC, ISO 8601, milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


class UnitOfWork:
    """One transaction's writes. Every change of a record belongs to the action begun or resumed before it."""

    def __init__(self, connection: Connection, owner: str = "") -> None:
        self._connection = connection
        self._owner = owner
        self._counters = Counters(connection)
        self._action: Action | None = None
        self._backward = 0
        self._reverts = ""
        self._resumed = False
        self._changes: list[Change] = []
        self._wrote = False
        self.of_many = False
        """Whether it is one of many that a large action is written in."""
        self.saved: list[Change] = []
        """What it changed, as far as that is written to the journal."""
        self.queries = Queries(connection)
        self.articles: Records[Article] = Records(codec.ARTICLES, connection, self._note)
        self.texts: Records[TextVersion] = Records(codec.TEXTS, connection, self._note)
        self.passages: Records[Passage] = Records(codec.PASSAGES, connection, self._note)
        self.dismissals: Records[Dismissal] = Records(codec.DISMISSALS, connection, self._note)
        self.facts: Records[Fact] = Records(codec.FACTS, connection, self._note)
        self.evidence: Records[Evidence] = Records(codec.EVIDENCE, connection, self._note)
        self.entities: Records[Entity] = Records(codec.ENTITIES, connection, self._note)
        self.properties: Records[Property] = Records(codec.PROPERTIES, connection, self._note)
        self.sheets: Records[Sheet] = Records(codec.SHEETS, connection, self._note)

    @property
    def commits(self) -> int:
        """How often anything was saved, this time included once it is."""
        return self._counters[COMMIT]

    @property
    def reverts(self) -> str:
        """The action that this transaction takes back, if it does."""
        return self._reverts

    def begin_action(
        self, kind: str, editor: str, details: Row | None = None, reverts: str = "", action_id: str = ""
    ) -> Action:
        """Begin an action, under an id of its own or this one: what is written from here on belongs to it.

        Raises NothingToRevertError where ``reverts`` names an action that was taken back already.
        """
        if self._action is not None:
            message = "one action at a time"
            raise RuntimeError(message)
        self._backward = self._direction(reverts) if reverts else 0
        self._reverts = reverts
        self._action = Action(
            action_id or new_id(),
            self._counters.give(ACTION),
            kind,
            editor,
            now(),
            ActionState.OPEN,
            reverts,
            dict(details or {}),
        )
        self._resumed = False
        return self._action

    def resume_action(self, action_id: str) -> Action:
        """Go on with an action that an earlier transaction left open, as jobs do.

        Raises StaleRecordError where it was closed or found interrupted meanwhile.
        """
        action = Journal(self._connection).action(action_id)
        if action.state is not ActionState.OPEN:
            raise StaleRecordError("action_closed", action=action_id)
        self._action = action
        self._reverts = action.reverts
        self._resumed = True
        return action

    def finish_action(self, details: Row | None = None, earlier: Sequence[Change] | None = None) -> Done:
        """Close the action; ``details``, if given, replace those it began with. Tells all it changed.

        ``earlier`` is what it changed in transactions before, where the caller kept that; else it is read again.
        """
        if self._action is None:
            message = "no action was begun"
            raise RuntimeError(message)
        action = replace(
            self._action,
            state=ActionState.DONE,
            details=self._action.details if details is None else dict(details),
        )
        resumed = self._resumed
        self._touch_facts()
        changes = tuple(self._changes)
        self._save(action)
        self._action = None
        if earlier is not None:
            return Done(action, (*earlier, *changes))
        return Done(action, Journal(self._connection).changes(action.id) if resumed else changes)

    def give_up_action(self) -> None:
        """Close an action whose changes were all taken back under its own name: it did nothing, and reverts nothing."""
        if self._action is None:
            message = "no action was begun"
            raise RuntimeError(message)
        self._reverts = ""
        self._touch_facts()
        self._save(replace(self._action, state=ActionState.GIVEN_UP, reverts=""))
        self._action = None

    def mark_interrupted(self, action_ids: Sequence[str]) -> None:
        """Say of open actions that nobody will close them."""
        table = schema.actions
        for some in chunks(action_ids):
            left = update(table).where(table.c.id.in_(some), table.c.state == ActionState.OPEN.value)
            self._connection.execute(left.values(state=ActionState.INTERRUPTED.value))
        self._wrote = True

    def apply_change(self, change: Change) -> None:
        """Write what a change (usually an inverse) says came after, with a fresh version.

        Raises StaleRecordError where the stored record no longer says what the change has before.
        """
        self._records(change.table).apply(change)

    def apply_changes(self, changes: Iterable[Change]) -> None:
        """Write many changes at once, each of a record of its own; all or none.

        Raises StaleRecordError where a stored record no longer says what its change has before.
        """
        by_table: dict[str, list[Change]] = {}
        for change in changes:
            by_table.setdefault(change.table, []).append(change)
        for table, of_table in by_table.items():
            self._records(table).apply_all(of_table)

    def next_number(self, what: str) -> int:
        """Give the next short number for ``fact``, ``article``…; never one that was given before."""
        return self._counters.give(what)

    def reach_number(self, what: str, least: int) -> None:
        """Give no number up to this one any more: a record that was brought in has it."""
        behind = least - self._counters.give(what, 0)
        if behind > 0:
            self._counters.give(what, behind)

    def add_rows(self, table: str, rows: Sequence[Row]) -> None:
        """Keep new records of a table, given as plain rows, under their own ids and versions.

        Raises ProjectError for a row that is none, StaleRecordError where one with such an id is there.
        """
        self._records(table).add_all([codec.CODECS[table].from_row(row) for row in rows])

    def put_blob(self, sha256: str, data: bytes) -> None:
        """Keep a text or an original file under its SHA-256, once, compressed."""
        if len(data) > MAX_BLOB:
            raise UnreadableFileError("blob_too_large", limit=MAX_BLOB // 1024**2)
        if hashlib.sha256(data).hexdigest() != sha256:
            message = "a blob is named by its own SHA-256"
            raise ValueError(message)
        blobs = schema.blobs
        if self._connection.execute(select(blobs.c.size).where(blobs.c.sha256 == sha256)).first() is None:
            kept = {"sha256": sha256, "size": len(data), "data": zlib.compress(data, 3)}
            self._connection.execute(insert(blobs), kept)
            self._wrote = True

    def keep_readings(self, readings: Sequence[Reading]) -> None:
        """Remember texts in which nothing (more) was found, in place of what was remembered of them."""
        keep_readings(self._connection, readings)
        self._wrote |= bool(readings)

    def remember_export(self, export: Export) -> Export:
        """Remember what was written to a file: which facts in which version. It gets the next number."""
        numbered = replace(export, number=self._counters.give(EXPORT))
        remember(self._connection, numbered)
        self._wrote = True
        return numbered

    def catch_up(self) -> bool:
        """Index some of what an older project holds, or of what ``forget_index`` dropped; tells whether more waits."""
        more = indexing.catch_up(self._connection)
        self.set_meta(indexing.BEHIND, "yes" if more else "")
        return more

    def forget_index(self) -> None:
        """Drop what is searched, to be made again by ``catch_up``: the repair of a damaged index."""
        indexing.clear(self._connection)
        self.set_meta(indexing.BEHIND, "yes")

    def set_meta(self, key: str, value: str) -> None:
        """Say something about the project, such as its name."""
        meta = schema.meta
        changed = self._connection.execute(update(meta).where(meta.c.key == key).values(value=value))
        if changed.rowcount == 0:
            self._connection.execute(insert(meta), {"key": key, "value": value})
        self._wrote = True

    def save(self) -> int:
        """Write what the transaction still holds; the store calls it before it commits. Tells the commit's number."""
        if self._action is not None:
            self._touch_facts()
            self._save(self._action)
        if self._wrote or self._counters.moved:
            self._counters.give(COMMIT)
            self._counters.save()
        return self.commits

    def _records(self, table: str) -> Records[Any]:
        records: Records[Any] = getattr(self, codec.CODECS[table].name)
        return records

    def _note(self, change: Change) -> None:
        if self._action is None:
            message = "a change needs an action"
            raise RuntimeError(message)
        self._changes.append(change)

    def _direction(self, reverts: str) -> int:
        journal = Journal(self._connection)
        if journal.reverted_by(reverts) is not None:
            raise NothingToRevertError("already_reverted", action=reverts)
        journal.action(reverts)
        backward: int = self._connection.execute(
            select(schema.actions.c.backward).where(schema.actions.c.id == reverts)
        ).scalar_one()
        return 1 - backward

    def _touch_facts(self) -> None:
        """Every change of evidence is a change of its fact: whoever holds that fact must hear of it."""
        changed = {change.record_id for change in self._changes if change.table == codec.FACTS.name}
        about: dict[str, None] = {}
        for change in self._changes:
            if change.table == codec.EVIDENCE.name:
                about.update({row["fact_id"]: None for row in (change.before, change.after) if row is not None})
        self.facts.touch_all([fact_id for fact_id in about if fact_id not in changed])

    def _save(self, action: Action) -> None:
        table = schema.actions
        cells = {
            "state": action.state.value,
            "reverts": action.reverts,
            "details": codec.dump(action.details),
            "touched": now(),
        }
        if self._resumed:
            self._connection.execute(update(table).where(table.c.id == action.id).values(cells))
        else:
            cells.update(id=action.id, kind=action.kind, editor=action.editor, at=action.at)
            row = {**cells, "seq": action.seq, "backward": self._backward, "owner": self._owner}
            insert_rows(self._connection, table, [row])
        count = len(self._changes)
        first = self._counters.give(CHANGE, count) - count + 1
        rows = []
        for seq, change in enumerate(self._changes, first):
            to_journal = codec.CODECS[change.table].to_journal
            rows.append(
                {
                    "seq": seq,
                    "action_id": action.id,
                    "table_name": change.table,
                    "record_id": change.record_id,
                    "before": to_journal(change.before),
                    "after": to_journal(change.after),
                }
            )
        insert_rows(self._connection, schema.changes, rows)
        indexing.follow(self._connection, self._changes, of_many=self.of_many)
        self.saved += self._changes
        self._changes = []
        self._wrote = True
