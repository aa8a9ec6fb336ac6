"""The journal: actions newest first, what each changed, and what Ctrl+Z takes back next."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, exists, func, select

from maeditor.domain.changes import Action, ActionState, Change, Done
from maeditor.domain.errors import MissingRecordError, ProjectError
from maeditor.store import schema
from maeditor.store.codec import CODECS
from maeditor.store.mark import Mark, mark_of
from maeditor.store.records import chunks, content

Kept: TypeAlias = tuple[str, str, str | None, str | None]
"""A change as it is kept: table, record, before, after."""

_NOTHING_TO_REVERT = (ActionState.OPEN.value, ActionState.GIVEN_UP.value)
_actions = schema.actions.c
_changes = schema.changes.c


@dataclass(frozen=True, slots=True)
class About:
    """What a page of the journal is about: one fact (``facts``), or one article and what is in it (``articles``)."""

    table: str
    record_id: str


class Journal:
    """Reads of the journal inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def actions(
        self,
        *,
        before: int | None = None,
        down_to: int | None = None,
        limit: int = 50,
        editor: str | None = None,
        editors: tuple[str, ...] = (),
        kinds: tuple[str, ...] = (),
        about: About | None = None,
    ) -> tuple[Action, ...]:
        """A page of actions, newest first; ``before`` is the ``seq`` of the last one of the page above.

        ``about`` keeps those that changed a fact, or an article and what is in it; ``down_to`` ends at a ``seq``.
        """
        wanted = _select().order_by(_actions.seq.desc()).limit(limit)
        if before is not None:
            wanted = wanted.where(_actions.seq < before)
        if down_to is not None:
            wanted = wanted.where(_actions.seq >= down_to)
        if editor is not None:
            wanted = wanted.where(_actions.editor == editor)
        if editors:
            wanted = wanted.where(_actions.editor.in_(editors))
        if kinds:
            wanted = wanted.where(_actions.kind.in_(kinds))
        if about is not None:
            wanted = wanted.where(_actions.id.in_(_touching(about)))
        return tuple(read_action(cells) for cells in self._connection.execute(wanted).mappings())

    def editors(self) -> tuple[str, ...]:
        """Everyone who ever did something, by name."""
        wanted = select(_actions.editor).distinct().order_by(_actions.editor)
        return tuple(self._connection.execute(wanted).scalars())

    def actions_after(self, seq: int, limit: int = 50) -> tuple[Action, ...]:
        """A page of actions, oldest first; ``seq`` is that of the last one of the page before, 0 for the first."""
        wanted = _select().where(_actions.seq > seq).order_by(_actions.seq).limit(limit)
        return tuple(read_action(cells) for cells in self._connection.execute(wanted).mappings())

    def action(self, action_id: str) -> Action:
        """Read one action. Raises MissingRecordError."""
        found = self.find(action_id)
        if found is None:
            raise MissingRecordError("action_missing", action=action_id)
        return found

    def find(self, action_id: str) -> Action | None:
        """Read one action, or None where there is none."""
        return self._first(_select().where(_actions.id == action_id))

    def changes(self, action_id: str, limit: int | None = None) -> tuple[Change, ...]:
        """What an action changed, in the order it did; the first of it with ``limit``."""
        wanted = _select_changes().where(_changes.action_id == action_id).order_by(_changes.seq).limit(limit)
        return tuple(read_change(*cells) for cells in self._connection.execute(wanted).all())

    def count_changes(self, action_id: str) -> int:
        """How many changes an action made."""
        wanted = select(func.count()).select_from(schema.changes).where(_changes.action_id == action_id)
        count: int = self._connection.execute(wanted).scalar_one()
        return count

    def kept(self, action_id: str) -> tuple[Kept, ...]:
        """What an action changed, to be understood once nobody waits for the store: see ``net_changes``."""
        wanted = _select_changes().where(_changes.action_id == action_id).order_by(_changes.seq)
        return self._kept(wanted)

    def kept_since(self, seq: int) -> tuple[Kept, ...]:
        """What all actions after one changed, likewise."""
        wanted = _select_changes().join(schema.actions, _changes.action_id == _actions.id).where(_actions.seq > seq)
        return self._kept(wanted.order_by(_changes.seq))

    def count_since(self, seq: int) -> int:
        """How many changes all actions after one made."""
        wanted = select(func.count()).select_from(schema.changes.join(schema.actions)).where(_actions.seq > seq)
        count: int = self._connection.execute(wanted).scalar_one()
        return count

    def changed_something(self, seq: int) -> frozenset[str]:
        """The actions after one that changed any record; not those that were given up."""
        wanted = select(_changes.action_id).join(schema.actions, _changes.action_id == _actions.id).distinct()
        later = wanted.where(_actions.seq > seq, _actions.state != ActionState.GIVEN_UP.value)
        return frozenset(self._connection.execute(later).scalars())

    def last_change(self, table: str, record_id: str) -> Change | None:
        """What was last done to a record, or None where the journal does not know it."""
        wanted = (
            _select_changes()
            .where(_changes.table_name == table, _changes.record_id == record_id)
            .order_by(_changes.seq.desc())
            .limit(1)
        )
        cells = self._connection.execute(wanted).first()
        return None if cells is None else read_change(*cells)

    def evidence_changes(self, action_id: str, fact_id: str) -> tuple[Change, ...]:
        """What an action did to the evidence of one fact; others may have been changed by the thousand."""
        wanted = (
            _select_changes()
            .where(_changes.action_id == action_id, _changes.table_name == schema.evidence.name)
            .where(_changes.before.contains(fact_id) | _changes.after.contains(fact_id))
            .order_by(_changes.seq)
        )
        return tuple(read_change(*cells) for cells in self._connection.execute(wanted).all())

    def history(self, table: str, record_id: str) -> tuple[tuple[Action, Change], ...]:
        """All that was done to one record, oldest first."""
        wanted = (
            select(schema.actions, _changes.table_name, _changes.record_id, _changes.before, _changes.after)
            .join(schema.changes, _changes.action_id == _actions.id)
            .where(_changes.table_name == table, _changes.record_id == record_id)
            .order_by(_changes.seq)
        )
        return tuple(
            (read_action(cells), read_change(cells["table_name"], cells["record_id"], cells["before"], cells["after"]))
            for cells in self._connection.execute(wanted).mappings()
        )

    def mark(self) -> Mark:
        """How far the project has come."""
        counters = schema.counters.c
        return mark_of(dict(self._connection.execute(select(counters.name, counters.value)).all()))

    def news(self, mark: Mark, limit: int) -> tuple[Mark, tuple[Done, ...]]:
        """What was done since, action by action in order, and how far that goes; of many changes ``limit`` at a time.

        Of an action that is still under way it is what it did since.
        """
        wanted = (
            select(_changes.seq, _changes.action_id, *_select_changes().selected_columns)
            .where(_changes.seq > mark.change)
            .order_by(_changes.seq)
            .limit(limit)
        )
        rows = self._connection.execute(wanted).all()
        by_action: dict[str, list[Change]] = {}
        for _seq, action_id, *cells in rows:
            by_action.setdefault(action_id, []).append(read_change(*cells))
        if len(rows) == limit:
            reached = Mark(mark.commits, mark.action, rows[-1][0])
        else:
            reached = self.mark()
            for action in self.actions_after(mark.action, limit):
                by_action.setdefault(action.id, [])
        actions = [self.action(action_id) for action_id in by_action]
        ordered = sorted(actions, key=lambda action: action.seq)
        return reached, tuple(Done(action, tuple(by_action[action.id])) for action in ordered)

    def reverted_by(self, action_id: str) -> Action | None:
        """The action that took this one back, or None while it stands."""
        return self._first(_select().where(_actions.reverts == action_id).order_by(_actions.seq.desc()).limit(1))

    def reverters(self, action_ids: Iterable[str]) -> dict[str, Action]:
        """The action that took each of these back, by the id of what it took back; the others are left out."""
        asked = tuple(dict.fromkeys(action_ids))
        found: dict[str, Action] = {}
        for some in chunks(asked):
            rows = self._connection.execute(_select().where(_actions.reverts.in_(some))).mappings()
            found.update((cells["reverts"], read_action(cells)) for cells in rows)
        return found

    def is_backward(self, action_id: str) -> bool:
        """Tell whether an action undid something; doing and redoing are forward."""
        wanted = select(_actions.backward).where(_actions.id == action_id)
        return bool(self._connection.execute(wanted).scalar())

    def last_revertible(self, editor: str, before: int | None = None) -> Action | None:
        """What undo takes back next: the editor's newest action that did (or redid) something and still stands.

        ``before`` leaves out those from a ``seq`` on.
        """
        wanted = _standing(editor, backward=0)
        return self._first(wanted if before is None else wanted.where(_actions.seq < before))

    def last_revert(self, editor: str) -> Action | None:
        """What redo takes back next: the editor's newest undoing that stands, if nothing new was done after it."""
        newest = self._first(_standing(editor, backward=1))
        if newest is None:
            return None
        done_after = (
            _select()
            .where(_actions.editor == editor, _actions.seq > newest.seq, _actions.reverts == "", _changed_something())
            .where(_actions.state != ActionState.GIVEN_UP.value)
            .limit(1)
        )
        return None if self._first(done_after) is not None else newest

    def open_actions(self) -> tuple[tuple[str, str, str], ...]:
        """The actions that are not closed: id, owner, when last written to."""
        wanted = select(_actions.id, _actions.owner, _actions.touched).where(_actions.state == ActionState.OPEN.value)
        return tuple((one, owner, touched) for one, owner, touched in self._connection.execute(wanted).all())

    def _kept(self, wanted: Select[str, str, str | None, str | None]) -> tuple[Kept, ...]:
        rows = self._connection.execute(wanted).all()
        return tuple((table, record_id, before, after) for table, record_id, before, after in rows)

    def _first(self, wanted: Select[Any]) -> Action | None:
        cells = self._connection.execute(wanted).mappings().first()
        return None if cells is None else read_action(cells)


def read_change(table: str, record_id: str, before: str | None, after: str | None) -> Change:
    """Read a change as the journal keeps it."""
    codec = CODECS.get(table)
    if codec is None:
        raise ProjectError("project_damaged", table="changes", record=record_id)
    return Change(table, record_id, codec.from_journal(before), codec.from_journal(after))


def net_changes(kept: Iterable[Kept]) -> tuple[Change, ...]:
    """One change a record: as it was before the first of these and after the last; what is as it was is left out."""
    first: dict[tuple[str, str], str | None] = {}
    last: dict[tuple[str, str], str | None] = {}
    for table, record_id, before, after in kept:
        first.setdefault((table, record_id), before)
        last[table, record_id] = after
    changes = (read_change(*key, before, last[key]) for key, before in first.items())
    return tuple(each for each in changes if content(each.before) != content(each.after))


def _select() -> Select[Any]:
    return select(schema.actions)


def _select_changes() -> Select[str, str, str | None, str | None]:
    return select(_changes.table_name, _changes.record_id, _changes.before, _changes.after)


def _touching(about: About) -> Select[Any]:
    """The actions that changed a fact, or an article and what is in it."""
    changed = _changes.table_name, _changes.record_id
    what = (changed[0] == about.table) & (changed[1] == about.record_id)
    if about.table == schema.articles.name:
        for table in (schema.facts, schema.passages, schema.dismissals, schema.texts):
            inside = select(table.c["id"]).where(table.c["article_id"] == about.record_id)
            what |= (changed[0] == table.name) & changed[1].in_(inside)
    touching: Select[Any] = select(_changes.action_id).where(what)
    return touching


def _changed_something() -> ColumnElement[bool]:
    return exists().where(_changes.action_id == _actions.id)


def _standing(editor: str, backward: int) -> Select[Any]:
    later = schema.actions.alias("later")
    return (
        _select()
        .where(
            _actions.editor == editor,
            _actions.backward == backward,
            _actions.state.not_in(_NOTHING_TO_REVERT),
            ~exists().where(later.c.reverts == _actions.id),
            _changed_something(),
        )
        .order_by(_actions.seq.desc())
        .limit(1)
    )


def read_action(cells: RowMapping) -> Action:
    """Read an action as the journal keeps it. Raises ProjectError where it is damaged."""
    try:
        return Action(
            id=cells["id"],
            seq=cells["seq"],
            kind=cells["kind"],
            editor=cells["editor"],
            at=cells["at"],
            state=ActionState(cells["state"]),
            reverts=cells["reverts"],
            details=json.loads(cells["details"]),
        )
    except (ValueError, TypeError, RecursionError) as error:
        raise ProjectError("project_damaged", table="actions", record=cells["id"]) from error
