"""Taking back and doing again: a revert is a new action with the inverse changes, so it too can be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from maeditor.domain.changes import Action, ActionState, Done, Row
from maeditor.domain.errors import BlockedRevertError, NothingToRevertError, StaleRecordError
from maeditor.services.batching import UNWATCHED, Batches, Watch, apply_in_batches, is_large
from maeditor.services.runner import ActionRunner
from maeditor.services.standing import RETURN, fates

if TYPE_CHECKING:
    from maeditor.store.unit_of_work import UnitOfWork


def undoable(runner: ActionRunner) -> Action | None:
    """What undo takes back next: the editor's last action that still stands, or None.

    What a return to a checkpoint left behind no longer stands: not it, but what came before that checkpoint is next.
    """
    with runner.read() as queries:
        before: int | None = None
        while True:
            found = _newest(queries.journal.last_revertible(name, before) for name in runner.names)
            fate = fates(queries, [found])[found.id] if found is not None else None
            if found is None or fate is None or fate.taken_back_by is None:
                return found
            before = found.seq


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


def undo(runner: ActionRunner, watch: Watch = UNWATCHED) -> Done:
    """Take back this editor's last action. Raises NothingToRevertError, BlockedRevertError."""
    action = undoable(runner)
    if action is None:
        raise NothingToRevertError("nothing_to_undo")
    return revert(runner, action.id, kind="undo", watch=watch)


def redo(runner: ActionRunner, watch: Watch = UNWATCHED) -> Done:
    """Do again what was last taken back. Raises NothingToRevertError, BlockedRevertError."""
    action = redoable(runner)
    if action is None:
        raise NothingToRevertError("nothing_to_redo")
    return revert(runner, action.id, kind="redo", watch=watch)


def take_back(runner: ActionRunner, action_id: str, watch: Watch = UNWATCHED) -> Done:
    """Take back any action that stands, also one that was undone and done again since. Raises as ``revert`` does."""
    return _turn(runner, action_id, watch, stands=True)


def bring_back(runner: ActionRunner, action_id: str, watch: Watch = UNWATCHED) -> Done:
    """Do again any action that was taken back. Raises as ``revert`` does."""
    return _turn(runner, action_id, watch, stands=False)


def _turn(runner: ActionRunner, action_id: str, watch: Watch, *, stands: bool) -> Done:
    last = _turned(runner, action_id, stands=stands)
    with runner.read() as queries:
        # Taking back an undoing is doing again, and is told and offered to Ctrl+Z as such.
        kind = "redo" if queries.journal.is_backward(last.id) else "revert"
    return revert(runner, last.id, kind=kind, watch=watch)


def weight(runner: ActionRunner, action_id: str) -> int:
    """How many changes an action made: what taking it back, or bringing it back, has to write at most."""
    with runner.read() as queries:
        return queries.journal.count_changes(action_id)


def revert(runner: ActionRunner, action_id: str, *, kind: str = "revert", watch: Watch = UNWATCHED) -> Done:
    """Take back any action as a new one; a large one step by step, and whole or not at all.

    Raises BlockedRevertError with the actions that stand on it, NothingToRevertError where it was taken back already,
    StoppedError where ``watch`` stopped it.
    """
    long = is_large(weight(runner, action_id))
    try:
        return _revert_long(runner, action_id, kind, watch) if long else _revert_short(runner, action_id, kind)
    except BlockedRevertError as error:
        if error.key != "revert_blocked":
            raise
        raise BlockedRevertError("revert_blocked", blocking(runner, action_id), action=action_id) from error


def _revert_short(runner: ActionRunner, action_id: str, kind: str) -> Done:
    from maeditor.store.dependents import net

    def work(unit: UnitOfWork) -> Row:
        details = _details(unit.queries.journal.action(action_id))
        changes = net(unit.queries.journal.changes(action_id))
        try:
            unit.apply_changes(change.inverse() for change in reversed(changes))
        except StaleRecordError as error:
            raise BlockedRevertError("revert_blocked", action=action_id) from error
        return details

    return runner.run(kind, work, reverts=action_id)


def _revert_long(runner: ActionRunner, action_id: str, kind: str, watch: Watch) -> Done:
    from maeditor.store.journal import net_changes

    with runner.read() as queries:
        details = _details(queries.journal.action(action_id))
        kept = queries.journal.kept(action_id)
    batches = Batches(runner, kind, watch, reverts=action_id, details=details)
    try:
        apply_in_batches(batches, [change.inverse() for change in reversed(net_changes(kept))])
    except StaleRecordError as error:
        raise BlockedRevertError("revert_blocked", action=action_id) from error
    return batches.close(details)


def _details(action: Action) -> Row:
    """What the journal says of an action that takes this one back. Raises BlockedRevertError while it runs."""
    if action.state is ActionState.OPEN:
        raise BlockedRevertError("revert_while_running", editor=action.editor)
    if action.state is ActionState.GIVEN_UP:
        raise NothingToRevertError("already_reverted", action=action.id)
    return {**action.details, "of": original_kind(action)}


def obstacles(runner: ActionRunner, action_id: str) -> tuple[Action, ...]:
    """What keeps an action from being turned over (taken back, or brought back), newest first; none: nothing does."""
    with runner.read() as queries:
        action = queries.journal.action(action_id)
        stands = fates(queries, [action])[action_id].stands
    try:
        return blocking(runner, _turned(runner, action_id, stands=stands).id)
    except BlockedRevertError as error:
        return error.blocking


def blocking(runner: ActionRunner, action_id: str) -> tuple[Action, ...]:
    """The later actions that stand on one, newest first: none where nothing keeps it from being taken back."""
    from maeditor.store.dependents import net

    with runner.read() as queries:
        action = queries.journal.action(action_id)
        refs = queries.dependents.standing_on(net(queries.journal.changes(action_id)))
        later = {each.id: each for each, _change in queries.dependents.later(refs, action.seq)}
        fate = fates(queries, later.values())
        reverted = {each.reverts: queries.journal.action(each.reverts) for each in later.values() if each.reverts}
    return tuple(
        each
        for each in sorted(later.values(), key=lambda one: one.seq, reverse=True)
        if fate[each.id].stands and not _only_turned_later_ones(each, reverted, action.seq)
    )


def _only_turned_later_ones(action: Action, reverted: Mapping[str, Action], seq: int) -> bool:
    """Tell whether an action only took back, or did again, what came after a place: then that tells more."""
    if action.kind == RETURN:
        return int(action.details.get("after", 0)) >= seq
    return action.reverts in reverted and reverted[action.reverts].seq > seq


def _turned(runner: ActionRunner, action_id: str, *, stands: bool) -> Action:
    """The end of an action's chain of undoing and redoing, to be taken back; it must stand, or be taken back itself."""
    with runner.read() as queries:
        action = queries.journal.action(action_id)
        fate = fates(queries, [action])[action_id]
        ended = fates(queries, [fate.last])[fate.last.id].taken_back_by
    if fate.stands is not stands:
        raise NothingToRevertError("already_reverted" if stands else "already_done", action=action_id)
    if ended is not None:
        # A return to a checkpoint went over it: that is what stands in the way.
        raise BlockedRevertError("revert_blocked", (ended,), action=action_id)
    return fate.last


def original_kind(action: Action) -> str:
    """The kind of the action that a chain of undo and redo is about."""
    return str(action.details.get("of", action.kind))
