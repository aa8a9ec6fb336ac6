"""Does what an action did still stand? It may have been taken back, done again, or left behind by a return."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maeditor.domain.changes import Action

if TYPE_CHECKING:
    from maeditor.store.queries import Queries

RETURN = "return-to-checkpoint"
"""The kind of action that takes back all that came after a checkpoint; its details say after which ``seq``."""

_ALL = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of an action.

    ``taken_back_by`` is what ended it, None while it stands; ``last`` is the end of its chain of undoing and redoing:
    the action to take back in order to turn it over once more.
    """

    taken_back_by: Action | None
    last: Action

    @property
    def stands(self) -> bool:
        """Tell whether what it did still holds."""
        return self.taken_back_by is None


def fates(queries: Queries, actions: Iterable[Action]) -> dict[str, Fate]:
    """What became of each of these actions, by id."""
    asked = tuple(actions)
    returns = queries.journal.actions(kinds=(RETURN,), limit=_ALL)
    return fates_of(asked, _chains(queries, (*asked, *returns)), returns)


def fates_of(actions: Iterable[Action], reverters: Mapping[str, Action], returns: Iterable[Action]) -> dict[str, Fate]:
    """The same, of what was read before: who took back whom, and all returns to checkpoints."""
    asked = tuple(actions)
    left = sorted(returns, key=lambda action: action.seq)
    involved = {action.id: action for action in (*asked, *left, *reverters.values())}
    ended: dict[str, Action | None] = {}
    # What ends an action came after it: from the newest on, each is known before it is asked for.
    for action in sorted(involved.values(), key=lambda each: each.seq, reverse=True):
        own = reverters.get(action.id)
        enders = [own] if own is not None else []
        enders += [each for each in left if went_back_over(each, action.seq)]
        ended[action.id] = next((each for each in enders if ended[each.id] is None), None)
    return {action.id: Fate(ended[action.id], _last(action, reverters)) for action in asked}


def went_back_over(back: Action, seq: int) -> bool:
    """Tell whether a return to a checkpoint took back what was done at a place of the journal."""
    return int(back.details.get("after", back.seq)) < seq < back.seq


def _chains(queries: Queries, actions: Iterable[Action]) -> dict[str, Action]:
    """Who took back whom, followed to the end."""
    found: dict[str, Action] = {}
    open_ends = [action.id for action in actions]
    while open_ends:
        step = queries.journal.reverters(open_ends)
        found.update(step)
        open_ends = [action.id for action in step.values()]
    return found


def _last(action: Action, reverters: Mapping[str, Action]) -> Action:
    while action.id in reverters:
        action = reverters[action.id]
    return action
