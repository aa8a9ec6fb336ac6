"""A logistic regression learned decision by decision, and what it would have foretold of articles it had not seen.

It starts from the priors: the weights say by how much the odds differ from them. Steps are AdaGrad's (Duchi, Hazan and
Singer, 2011): one pass, in the order of the decisions.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import TYPE_CHECKING

from maeditor.extraction.learning.counts import CERTAIN
from maeditor.extraction.learning.decisions import Decision, Traits
from maeditor.extraction.learning.features import WIDTH, features

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RATE = 0.1
_BEGUN = 0.3
"""What every sum of squared steps begins with, so that the first ones are short."""


class Regression:
    """Weights learned from decisions."""

    def __init__(self, weights: NDArray[np.float64]) -> None:
        self._weights = weights

    def expected(self, traits: Traits) -> float:
        """How likely a proposal is right as it stands."""
        from numpy import exp

        odds = _odds(traits.prior) + float(self._weights[list(features(traits))].sum())
        return within(float(1 / (1 + exp(-odds))))


def learned(decisions: Sequence[Decision]) -> tuple[Regression, list[float]]:
    """Learn from decisions in their order; and tell, of each, how likely it was by the decisions of other articles."""
    import numpy as np

    columns = {article: at for at, article in enumerate(dict.fromkeys(each.article for each in decisions))}
    # One column a regression: the first without the first article, the last without none; all learn at once.
    weights = np.zeros((WIDTH, len(columns) + 1))
    squares = np.full_like(weights, _BEGUN)
    rows = [np.array(features(each.traits)) for each in decisions]
    begin = [_odds(each.traits.prior) for each in decisions]
    for at, decision in enumerate(decisions):
        told = 1 / (1 + np.exp(-begin[at] - weights[rows[at]].sum(axis=0)))
        step = told - decision.as_proposed
        step[columns[decision.article]] = 0.0
        squares[rows[at]] += step * step
        weights[rows[at]] -= RATE * step / np.sqrt(squares[rows[at]])
    unseen = [
        within(float(1 / (1 + np.exp(-begin[at] - weights[rows[at], columns[decision.article]].sum()))))
        for at, decision in enumerate(decisions)
    ]
    return Regression(weights[:, -1].copy()), unseen


def within(probability: float) -> float:
    """Never quite sure."""
    return min(CERTAIN, max(1 - CERTAIN, probability))


def _odds(prior: float) -> float:
    prior = within(prior)
    return log(prior / (1 - prior))
