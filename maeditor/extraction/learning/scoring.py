"""How well probabilities foretold what was decided: the mean log loss, natural logarithm; less is better."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import log

from maeditor.extraction.learning.counts import Counts, Tally, expected
from maeditor.extraction.learning.decisions import Decision


def log_loss(told: Sequence[float], decisions: Sequence[Decision]) -> float:
    """The mean log loss; 0.0 for no decisions."""
    if not decisions:
        return 0.0
    losses = (-log(p if each.as_proposed else 1 - p) for p, each in zip(told, decisions, strict=True))
    return sum(losses) / len(decisions)


def counts_unseen(decisions: Sequence[Decision], asked: Sequence[Decision]) -> list[float]:
    """What the counts foretell of each decision asked about, from the decisions of other articles."""
    whole = Counts(decisions)
    inside: dict[tuple[str, str], Tally] = defaultdict(Tally)
    for each in decisions:
        inside[each.article, each.traits.rule].count(each)
    return [
        expected(each.traits.prior, whole.tally(each.traits.rule).without(inside[each.article, each.traits.rule]))
        for each in asked
    ]
