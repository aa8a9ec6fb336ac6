"""All decisions that stand, and what is learned from them: the same for the same decisions, however they came in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from maeditor.extraction.learning.counts import Counts, Tally
from maeditor.extraction.learning.decisions import Decision, Traits
from maeditor.extraction.learning.regression import Regression, learned, within
from maeditor.extraction.learning.scoring import counts_unseen, log_loss

Place: TypeAlias = tuple[str, int]
"""Where a decision stands among the others: when it was made, and the number of what was decided."""

FIRST = 50
"""Decisions before which counts are all there is."""
GROWTH = 1.2
"""A regression is learned again once there are so many times the decisions."""
RECENT = 800
"""The last decisions, from which it is learned."""


@dataclass(frozen=True, slots=True)
class Losses:
    """Mean log loss over the decisions of articles left out in turn: of the counts, and of the regression."""

    counts: float
    regression: float


class Ledger:
    """Decisions by the id of what was decided, and the model they make."""

    def __init__(self) -> None:
        self._decisions: dict[str, tuple[Place, Decision]] = {}
        self._counts = Counts()
        self._told: dict[tuple[str, float], float] = {}
        self._regression: Regression | None = None
        self._learned = 0
        self._until: Place = ("", 0)
        self._stale = False
        self.losses: Losses | None = None
        """How counts and regression compare; None while there are too few decisions."""

    def __len__(self) -> int:
        return len(self._decisions)

    def put(self, key: str, place: Place, decision: Decision) -> None:
        """Take in what was decided, in the place of what was decided about it before."""
        if self._decisions.get(key) == (place, decision):
            return
        self.drop(key)
        self._decisions[key] = (place, decision)
        self._counts.count(decision)
        self._told.clear()
        self._stale = self._stale or place <= self._until

    def drop(self, key: str) -> None:
        """Let go of a decision that does not stand any more."""
        known = self._decisions.pop(key, None)
        if known is not None:
            self._counts.count(known[1], -1)
            self._told.clear()
            self._stale = self._stale or known[0] <= self._until

    def learn(self) -> None:
        """Learn anew where what there is to learn from has changed: 60 ms now and then, mostly nothing."""
        wanted = _due(len(self._decisions))
        if wanted == self._learned and not self._stale:
            return
        self._learned, self._until, self._stale = wanted, ("", 0), False
        self._regression, self.losses = None, None
        if not wanted:
            return
        ordered = sorted(self._decisions.values(), key=lambda known: known[0])[:wanted]
        self._until = ordered[-1][0]
        decisions = [each for _place, each in ordered]
        recent = decisions[-RECENT:]
        regression, unseen = learned(recent)
        self.losses = Losses(log_loss(counts_unseen(decisions, recent), recent), log_loss(unseen, recent))
        if self.losses.regression < self.losses.counts:
            self._regression = regression

    def tally(self, rule: str) -> Tally:
        """What became of a rule's proposals; not to be changed."""
        return self._counts.tally(rule)

    def expected(self, traits: Traits) -> float:
        """How likely a proposal is right as it stands: by the regression while it foretells better, else by counts."""
        if self._regression is not None:
            return self._regression.expected(traits)
        return self.by_counts(traits)

    def by_counts(self, traits: Traits) -> float:
        """How likely by counts alone."""
        asked = traits.rule, traits.prior
        if asked not in self._told:
            self._told[asked] = within(self._counts.expected(*asked))
        return self._told[asked]

    @property
    def by_regression(self) -> bool:
        """Tell whether the regression is kept."""
        return self._regression is not None


def _due(count: int) -> int:
    """Of how many decisions a regression is learned while there are ``count``: not at each one anew; 0 for none."""
    due, following = 0, FIRST
    while following <= count:
        due, following = following, int(following * GROWTH) + 1
    return due
