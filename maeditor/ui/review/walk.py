"""The walk through the facts of a review: which one is on the table, what was decided, what is left. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from maeditor.domain.facts import State

STANDING = frozenset({State.ACCEPTED, State.CORRECTED})
"""States of what a person took for right."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of this sitting, and the action that it was."""

    fact_id: str
    action_id: str


class Walk:
    """Facts in order, each with its state; one of them is current, or none when all is done.

    It stops at what is proposed, and at what was put off another time: what is put off now is not asked again.
    """

    def __init__(self, states: Mapping[str, State] | None = None, conflicted: Iterable[str] = ()) -> None:
        self._ids = list(states or ())
        self._states = dict(states or {})
        self._conflicted = set(conflicted)
        self._at = 0
        self._places = {fact_id: place for place, fact_id in enumerate(self._ids)}
        self._put_off: set[str] = set()
        self._left = sum(map(self._waits, self._ids))
        self.decisions: list[Decision] = []
        self.over = not self._left

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, fact_id: str) -> bool:
        return fact_id in self._places

    @property
    def ids(self) -> tuple[str, ...]:
        """The facts in their order."""
        return tuple(self._ids)

    @property
    def place(self) -> int:
        """Where the current fact stands, from 0."""
        return self._at

    @property
    def current(self) -> str:
        """The fact on the table; empty where there is none, as when all is done."""
        return "" if self.over or not self._ids else self._ids[self._at]

    @property
    def left(self) -> int:
        """How many facts wait for a decision."""
        return self._left

    def state(self, fact_id: str) -> State:
        """What is known of a fact's state."""
        return self._states[fact_id]

    def states(self) -> tuple[State, ...]:
        """The states in order."""
        return tuple(self._states[each] for each in self._ids)

    def is_conflicted(self, fact_id: str) -> bool:
        """Tell whether another fact contradicts it."""
        return fact_id in self._conflicted

    def conflicts(self) -> tuple[int, ...]:
        """Where the facts in conflict stand."""
        return tuple(sorted(self._places[each] for each in self._conflicted if each in self._places))

    @property
    def torn(self) -> int:
        """How many facts were accepted although another one contradicts them."""
        return sum(self._states[each] in STANDING for each in self._conflicted & self._places.keys())

    def counts(self) -> Counter[State]:
        """How many facts are in each state."""
        return Counter(self._states.values())

    def note(self, fact_id: str, state: State, *, put_off: bool | None = None, conflicted: bool | None = None) -> None:
        """Take note of what became of a fact."""
        if fact_id not in self._places:
            return
        waited = self._waits(fact_id)
        self._states[fact_id] = state
        if put_off is not None:
            (self._put_off.add if put_off else self._put_off.discard)(fact_id)
        self._left += self._waits(fact_id) - waited
        if conflicted is not None:
            (self._conflicted.add if conflicted else self._conflicted.discard)(fact_id)

    def insert_after(self, fact_id: str, new: Iterable[str], state: State) -> None:
        """Put facts that were split from one right behind it."""
        place = self._places[fact_id] + 1
        added = [each for each in new if each not in self._places]
        self._ids[place:place] = added
        self._states.update(dict.fromkeys(added, state))
        self._places = {each: number for number, each in enumerate(self._ids)}
        self._left += sum(map(self._waits, added))

    def remove(self, fact_id: str) -> None:
        """Forget a fact that is there no longer."""
        if fact_id not in self._places:
            return
        self._left -= self._waits(fact_id)
        place = self._places.pop(fact_id)
        del self._states[fact_id]
        self._conflicted.discard(fact_id)
        del self._ids[place]
        self._at = max(0, min(self._at - (place < self._at), len(self._ids) - 1))
        self._places = {each: number for number, each in enumerate(self._ids)}
        self.over = self.over or not self._ids

    def go_to(self, fact_id: str) -> bool:
        """Put a fact on the table; False where it is not in the walk."""
        place = self._places.get(fact_id)
        if place is None:
            return False
        self._at, self.over = place, False
        return True

    def begin(self, wanted: str = "") -> None:
        """Start at a fact that waits, if it does, or else at the first that does."""
        if wanted in self._places and self._waits(wanted):
            self.go_to(wanted)
            return
        first = self._next_waiting(-1)
        self.over = first is None
        self._at = first if first is not None else max(len(self._ids) - 1, 0)

    def step(self, step: int) -> bool:
        """Move on or back without deciding; past the last fact, or back from the end, too."""
        if self.over and step < 0 and self._ids:
            self.over = False
            return True
        wanted = self._at + step
        if wanted >= len(self._ids) and not self.over and self._ids:
            self.over = not self._left
            return self.over
        if self.over or not 0 <= wanted < len(self._ids):
            return False
        self._at = wanted
        return True

    def following(self) -> str:
        """The fact that comes after a decision: the next that waits, from the start again at the end."""
        place = self._next_waiting(self._at)
        return "" if place is None else self._ids[place]

    def advance(self) -> None:
        """Go on to the next fact that waits; none: all is done."""
        following = self.following()
        if following:
            self.go_to(following)
        else:
            self.over = True

    def land(self) -> None:
        """The fact on the table is there no longer: stay where one waits, or go on to the next that does."""
        if self.current and not self._waits(self.current):
            self.advance()

    def ask_again(self) -> None:
        """Ask again about what was put off."""
        self._put_off.clear()
        self._left = sum(map(self._waits, self._ids))

    def _waits(self, fact_id: str) -> bool:
        state = self._states[fact_id]
        return state is State.PROPOSED or (state is State.DEFERRED and fact_id not in self._put_off)

    def _next_waiting(self, after: int) -> int | None:
        """Where the next fact that waits stands: what is proposed comes before what was put off once."""
        if not self._left:
            return None
        count, fallback = len(self._ids), None
        for way in range(1, count + 1):
            place = (after + way) % count
            if place == after or not self._waits(self._ids[place]):
                continue
            if self._states[self._ids[place]] is State.PROPOSED:
                return place
            fallback = place if fallback is None else fallback
        return fallback
