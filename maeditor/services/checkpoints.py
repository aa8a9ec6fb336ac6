"""Checkpoints: named places in the journal, and the one action that takes back all that came after one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maeditor.domain.changes import Action, Done, Row
from maeditor.domain.errors import BlockedRevertError, MissingRecordError, NothingToRevertError, ValueTextError
from maeditor.services.batching import UNWATCHED, Batches, Watch, apply_in_batches
from maeditor.services.runner import ActionRunner
from maeditor.services.standing import RETURN, fates_of, went_back_over

if TYPE_CHECKING:
    from maeditor.store.queries import Queries

CHECKPOINT = "checkpoint"
LONGEST_NAME = 80

_PAGE = 5000


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A place that somebody named."""

    action: Action
    name: str


@dataclass(frozen=True, slots=True)
class Reach:
    """What a return would take back: how many actions of which editors, those with most first."""

    checkpoint: Checkpoint
    by_editor: tuple[tuple[str, int], ...]

    @property
    def count(self) -> int:
        """How many in all."""
        return sum(count for _editor, count in self.by_editor)


def set_checkpoint(runner: ActionRunner, name: str) -> Done:
    """Name the place where the journal is now. Raises ValueTextError for no name."""
    name = " ".join(name.split())[:LONGEST_NAME]
    if not name:
        raise ValueTextError("checkpoint_nameless")
    return runner.run(CHECKPOINT, lambda _unit: {"checkpoint": name})


def checkpoints(runner: ActionRunner) -> tuple[Checkpoint, ...]:
    """All named places, newest first."""
    with runner.read() as queries:
        found = queries.journal.actions(kinds=(CHECKPOINT,), limit=_PAGE)
    return tuple(Checkpoint(action, name_of(action)) for action in found)


def name_of(action: Action) -> str:
    """How a checkpoint, or the one that an action went back to, is called."""
    return str(action.details.get("checkpoint", ""))


def reach(runner: ActionRunner, checkpoint_id: str) -> Reach:
    """What returning to a checkpoint would take back. Raises MissingRecordError where there is no such checkpoint."""
    with runner.read() as queries:
        return _reach(queries, _checkpoint(queries, checkpoint_id))


def weight(runner: ActionRunner, checkpoint_id: str) -> int:
    """How many changes came after a checkpoint: what returning has to write at most."""
    with runner.read() as queries:
        return queries.journal.count_since(_checkpoint(queries, checkpoint_id).seq)


def return_to_checkpoint(runner: ActionRunner, checkpoint_id: str, watch: Watch = UNWATCHED) -> Done:
    """Put all back as it was at a checkpoint, as one action that can itself be taken back; step by step.

    Raises NothingToRevertError where nothing changed since, BlockedRevertError while a job of anybody is under way,
    StoppedError where ``watch`` stopped it: then nothing was done.
    """
    from maeditor.store.journal import net_changes

    with runner.read() as queries:
        checkpoint = _checkpoint(queries, checkpoint_id)
        running = [queries.journal.action(action_id) for action_id, _owner, _touched in queries.journal.open_actions()]
        kept = queries.journal.kept_since(checkpoint.seq)
        count = _reach(queries, checkpoint).count
    if running:
        raise BlockedRevertError("return_while_running", editor=running[0].editor)
    name, changes = name_of(checkpoint), net_changes(kept)
    if not changes:
        raise NothingToRevertError("nothing_after_checkpoint", name=name)
    details: Row = {"checkpoint": name, "count": count}
    batches = Batches(runner, RETURN, watch, details=details)
    apply_in_batches(batches, [change.inverse() for change in reversed(changes)])
    # Only from its end on did it go back over all that came after.
    return batches.close({**details, "after": checkpoint.seq})


def _checkpoint(queries: Queries, checkpoint_id: str) -> Action:
    action = queries.journal.action(checkpoint_id)
    if action.kind != CHECKPOINT:
        raise MissingRecordError("action_missing", action=checkpoint_id)
    return action


def _reach(queries: Queries, checkpoint: Action) -> Reach:
    """Count what stands and came after; a redo of something earlier counts, an undo and its redo after it do not."""
    later: list[Action] = []
    while page := queries.journal.actions_after(later[-1].seq if later else checkpoint.seq, _PAGE):
        later += page
    changed = queries.journal.changed_something(checkpoint.seq)
    reverters = {action.reverts: action for action in later if action.reverts}
    returns = [action for action in later if action.kind == RETURN]
    fate = fates_of(later, reverters, returns)
    own = {action.id for action in later}
    counted = Counter(
        action.editor
        for action in later
        if action.id in changed
        and fate[action.id].stands
        and action.reverts not in own
        and not (action.kind == RETURN and not went_back_over(action, checkpoint.seq))
    )
    return Reach(Checkpoint(checkpoint, name_of(checkpoint)), tuple(counted.most_common()))
