"""Proposals that people have answered: known by where their number stands and what they say, whoever reads again."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from maeditor.domain.facts import Fact
from maeditor.domain.units import in_base, is_unit, unit
from maeditor.domain.values import Quantity
from maeditor.extraction.interface import Proposal
from maeditor.services.proposed_facts import proposed_quantity

_FIGURES = re.compile(r"\d(?:.*\d)?", re.DOTALL)

Place = tuple[int, int]
Said = tuple[str, str | tuple[Decimal | None, ...]]
"""A value without what hedges it: its unit's base and its numbers in that, or its text."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A fact that a person decided: where it was proposed, what shows it, what it said before it was corrected."""

    fact: Fact
    found_at: tuple[Place, ...]
    shown_by: tuple[Place, ...]
    as_proposed: Callable[[], Fact]


def unanswered(proposals: Sequence[Proposal], answered: Iterable[Answered], text: str) -> tuple[Proposal, ...]:
    """The proposals that no decided fact answers.

    A fact answers what says its value where its number stands, of its own property first; else the one of its property
    that is nearest. Other values told by the same words are still to be asked.
    """
    there = _Places(proposals, text)
    passed: set[int] = set()
    for each in answered:
        passed |= _answers(each, there)
    return tuple(proposal for at, proposal in enumerate(proposals) if at not in passed)


class _Places:
    """The proposals by the places of their numbers."""

    def __init__(self, proposals: Sequence[Proposal], text: str) -> None:
        self.proposals, self._text = proposals, text
        self.numbers = [self._number((each.start, each.end)) for each in proposals]
        self._order = sorted(range(len(proposals)), key=lambda at: self.numbers[at])
        self._starts = [self.numbers[at][0] for at in self._order]
        self._longest = max((right - left for left, right in self.numbers), default=0)

    def near(self, places: Iterable[Place]) -> dict[int, int]:
        """The proposals whose numbers share characters with those of some places, and how many."""
        found: dict[int, int] = {}
        for left, right in map(self._number, places):
            for at in self._order[bisect_left(self._starts, left - self._longest) : bisect_left(self._starts, right)]:
                start, end = self.numbers[at]
                if end > left:
                    found[at] = max(found.get(at, 0), min(end, right) - max(start, left))
        return found

    def _number(self, place: Place) -> Place:
        """Where the figures in a place stand; number words have the whole of it."""
        match = _FIGURES.search(self._text, *place)
        return match.span() if match else place


def _answers(answered: Answered, there: _Places) -> set[int]:
    proposals, passed = there.proposals, set[int]()
    fact = answered.fact
    for at in there.near(answered.shown_by):
        proposal = proposals[at]
        exact = (proposal.start, proposal.end) in answered.shown_by
        if proposal.property == fact.property and (exact or _said(proposal) == _stated(fact)):
            passed.add(at)
    near = there.near(answered.found_at)
    if not near:
        return passed
    told = (fact, answered.as_proposed())
    properties = {each.property for each in told}
    alike = {at for at in near if _said(proposals[at]) in [_stated(each) for each in told]}
    own = {at for at in near if proposals[at].property in properties}
    if alike:
        return passed | (alike & own or alike)
    return passed | set(sorted(own, key=lambda at: (-near[at], there.numbers[at]))[:1])


def _stated(fact: Fact) -> Said:
    return _value(fact.quantity) if fact.quantity else ("", fact.text_value)


def _said(proposal: Proposal) -> Said:
    quantity = proposed_quantity(proposal)
    return _value(quantity) if quantity else ("", str(proposal.value))


def _value(quantity: Quantity) -> Said:
    numbers = (quantity.amount, quantity.lower, quantity.upper)
    if not is_unit(quantity.unit):
        return quantity.unit, numbers
    of = unit(quantity.unit)
    return of.base, tuple(None if each is None else in_base(each, of) for each in numbers)
