"""Taking back and doing again: a revert is a new action with the inverse changes, so it too can be taken back."""

from __future__ import annotations

from collections.abc import Iterable

from maeditor.domain.changes import Action, Done, Row
from maeditor.domain.errors import BlockedRevertError, NothingToRevertError, StaleRecordError
from maeditor.services.runner import ActionRunner
from maeditor.store.unit_of_work import UnitOfWork


def undoable(runner: ActionRunner) -> Action | None:
    """What undo takes back next: the editor's last action that still stands, or None."""
    with runner.read() as queries:
        return _newest(queries.journal.last_revertible(name) for name in runner.names)


def redoable(runner: ActionRunner) -> Action | None:
    """The revert that a redo would take back, or None once something new was done."""
    with runner.read() as queries:
        newest = _newest(queries.journal.last_revert(name) for name in runner.names)
    last = undoable(runner)
    # Something new under another of the editor's names ends what redo offers, too.
    if newest is not None and last is not None and not last.reverts and last.seq > newest.seq:
        return None
    return newest


def _newest(actions: Iterable[Action | None]) -> Action | None:
    return max((action for action in actions if action is not None), key=lambda action: action.seq, default=None)


def undo(runner: ActionRunner) -> Done:
    """Take back this editor's last action. Raises NothingToRevertError, BlockedRevertError."""
    action = undoable(runner)
    if action is None:
        raise NothingToRevertError("nothing_to_undo")
    return revert(runner, action.id, kind="undo")


def redo(runner: ActionRunner) -> Done:
    """Do again what was last taken back. Raises NothingToRevertError, BlockedRevertError."""
    action = redoable(runner)
    if action is None:
        raise NothingToRevertError("nothing_to_redo")
    return revert(runner, action.id, kind="redo")


def revert(runner: ActionRunner, action_id: str, *, kind: str = "revert") -> Done:
    """Take back any action as a new one. Raises BlockedRevertError where something later stands on it."""

    def work(unit: UnitOfWork) -> Row:
        action = unit.queries.journal.action(action_id)
        for change in reversed(unit.queries.journal.changes(action_id)):
            try:
                unit.apply_change(change.inverse())
            except StaleRecordError as error:
                raise BlockedRevertError("revert_blocked", action=action_id) from error
        return {**action.details, "of": original_kind(action)}

    return runner.run(kind, work, reverts=action_id)


def original_kind(action: Action) -> str:
    """The kind of the action that a chain of undo and redo is about."""
    return str(action.details.get("of", action.kind))
