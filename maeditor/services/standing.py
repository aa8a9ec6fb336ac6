"""Does what an action did still stand? It may have been taken back, done again, or left behind by a return."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from maeditor.domain.changes import Action
from maeditor.store.queries import Queries

RETURN = "return-to-checkpoint"
"""The kind of action that takes back all that came after a checkpoint; its details name that place: ``after``."""


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
    reverters = _chains(queries, asked)
    returns = queries.journal.actions(kinds=(RETURN,), limit=_ALL)
    reverters.update(_chains(queries, returns))
    newest_first = sorted(returns, key=lambda action: action.seq, reverse=True)
    known: dict[str, Action | None] = {}

    def ended(action: Action) -> Action | None:
        """What took an action back and is in force itself: always something later, so this comes to an end."""
        if action.id not in known:
            known[action.id] = next((each for each in _enders(action) if ended(each) is None), None)
        return known[action.id]

    def _enders(action: Action) -> list[Action]:
        own = reverters.get(action.id)
        leaving = [each for each in newest_first if each.details.get("after", each.seq) < action.seq < each.seq]
        return ([own] if own is not None else []) + leaving

    return {action.id: Fate(ended(action), _last(action, reverters)) for action in asked}


def _chains(queries: Queries, actions: Iterable[Action]) -> dict[str, Action]:
    """Who took back whom, followed to the end."""
    found: dict[str, Action] = {}
    open_ends = [action.id for action in actions]
    while open_ends:
        step = queries.journal.reverters(open_ends)
        found.update(step)
        open_ends = [action.id for action in step.values()]
    return found


def _last(action: Action, reverters: dict[str, Action]) -> Action:
    while action.id in reverters:
        action = reverters[action.id]
    return action


_ALL = 2**31 - 1
