"""How sure a proposal is: a prior for its kind of rule, moved by what speaks for and against it."""

from __future__ import annotations

from maeditor.extraction.interface import MentionKind

_PRIOR = {
    MentionKind.QUANTITY: 0.9,
    MentionKind.MONEY: 0.85,
    MentionKind.PERCENTAGE: 0.8,
    MentionKind.TIER: 0.92,
    MentionKind.COUNT: 0.78,
    MentionKind.RANK: 0.82,
    MentionKind.ORDINAL: 0.7,
    MentionKind.CARDINAL: 0.5,
    MentionKind.DATE: 0.7,
    MentionKind.YEAR: 0.6,
    MentionKind.DATERANGE: 0.6,
    MentionKind.RANGE: 0.75,
}


def confidence(kind: MentionKind, strength: float = 1.0, *, told: float = 1.0, headline: bool = False) -> float:
    """Combine the prior of a kind with the strength of the rule and how plainly it is told, to 0.05 … 0.99."""
    prior = _PRIOR.get(kind, 0.5)
    score = prior * (0.75 + 0.25 * strength) * told * (0.9 if headline else 1.0)
    return round(min(0.99, max(0.05, score)), 2)
