"""What became of the proposals of each rule, and what to expect of the next: beta priors, moved by counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import prod

from maeditor.extraction.learning.decisions import FIELDS, Decision

WORTH = 4.0
"""How many decisions a prior is worth."""
CERTAIN = 0.99
"""No prior is surer than this, nor surer of the contrary."""
_OF_STATING = 0.5
"""The share of a prior's doubt that is about whether anything is stated there at all; the fields share the rest."""
_OF_A_FIELD = (1 - _OF_STATING) / len(FIELDS)


@dataclass(slots=True)
class Tally:
    """What became of some proposals; ``wrong`` counts by field what had to be corrected."""

    accepted: int = 0
    corrected: int = 0
    rejected: int = 0
    wrong: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        """All that were decided."""
        return self.accepted + self.corrected + self.rejected

    def count(self, decision: Decision, times: int = 1) -> None:
        """Take a decision in; with ``times`` -1, out again."""
        if decision.as_proposed:
            self.accepted += times
        elif decision.stated:
            self.corrected += times
            for name in decision.wrong:
                self.wrong[name] += times
        else:
            self.rejected += times

    def without(self, other: Tally) -> Tally:
        """What is left of it without what is counted in another, too."""
        wrong = Counter({name: count - other.wrong[name] for name, count in self.wrong.items()})
        return Tally(
            self.accepted - other.accepted, self.corrected - other.corrected, self.rejected - other.rejected, wrong
        )


def expected(prior: float, tally: Tally) -> float:
    """How likely the next proposal is right as it stands: that something is stated there, and that each field fits.

    A correction counts for the first and against the fields it changed. Without decisions it is the prior.
    """
    prior = min(CERTAIN, max(1 - CERTAIN, prior))
    stated = tally.accepted + tally.corrected
    states = _mean(prior**_OF_STATING, stated, tally.total)
    fits = prior**_OF_A_FIELD
    return states * prod(_mean(fits, stated - tally.wrong[name], stated) for name in FIELDS)


def _mean(prior: float, right: int, of: int) -> float:
    return (WORTH * prior + right) / (WORTH + of)


class Counts:
    """A tally a rule."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._rules: dict[str, Tally] = {}
        for decision in decisions:
            self.count(decision)

    def count(self, decision: Decision, times: int = 1) -> None:
        """Take a decision in; with ``times`` -1, out again."""
        rule = decision.traits.rule
        if rule not in self._rules:
            self._rules[rule] = Tally()
        self._rules[rule].count(decision, times)

    def tally(self, rule: str) -> Tally:
        """What became of a rule's proposals; not to be changed."""
        return self._rules.get(rule) or Tally()

    def expected(self, rule: str, prior: float) -> float:
        """How likely a rule's proposal is right as it stands."""
        return expected(prior, self.tally(rule))
