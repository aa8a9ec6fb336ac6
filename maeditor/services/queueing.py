"""What waits for a decision, in reading order; what was decided last; what makes a proposal suspicious or familiar."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, localcontext

from maeditor.domain.changes import Action
from maeditor.domain.facts import Fact, Standing, State
from maeditor.domain.units import is_unit, same_value
from maeditor.domain.values import Comparator, Quantity, bounds, room_for
from maeditor.services.library import FactView, views_of
from maeditor.services.runner import ActionRunner
from maeditor.services.standing import fates

DECISIONS = (
    "accept-fact",
    "reject-fact",
    "defer-fact",
    "reopen-fact",
    "correct-fact",
    "split-fact",
    "merge-facts",
    "link-fact",
)
"""The kinds of action that decide about a fact."""

SUSPICIOUS = Decimal(10)
"""So many times the largest value of the project and more is looked at twice."""


_BEYOND = Decimal(10**9)


@dataclass(frozen=True, slots=True)
class Decision:
    """Something that was decided about a fact, and whether it still stands."""

    fact_id: str
    action: Action
    stands: bool


@dataclass(frozen=True, slots=True)
class ScaleSuspicion:
    """By how much a value exceeds the largest other one of its property in the project, and which fact says that."""

    times: Decimal
    largest: Fact


def review_queue(runner: ActionRunner, article_id: str | None) -> tuple[str, ...]:
    """The facts that wait in an article, or in all (None): as they stand in the texts, those put off at the end."""
    with runner.read() as queries:
        return queries.review.waiting(article_id)


def decided(runner: ActionRunner, article_id: str | None, limit: int = 50) -> tuple[Decision, ...]:
    """The last decisions about facts of an article, or of all (None), newest first, also those taken back since."""
    with runner.read() as queries:
        found = queries.review.decisions(DECISIONS, article_id, limit)
        fate = fates(queries, {action.id: action for _fact_id, action in found}.values())
    once = {(fact_id, action.id): Decision(fact_id, action, fate[action.id].stands) for fact_id, action in found}
    return tuple(once.values())


def similar_facts(runner: ActionRunner, fact_id: str) -> tuple[FactView, ...]:
    """Facts that say the same: property, value and sign, of the same subject or of none; the likeliest first.

    Within an article a measure of one place may be told again of something else: "2 GW" of a plan, then of its sites.
    """
    with runner.read() as queries:
        fact = queries.fact(fact_id)
        alike = [
            other
            for other in queries.review.alike(fact)
            if other.state is not State.REJECTED
            and not other.duplicate_of
            and (_agree(fact.subject, other.subject) or _told_again(fact, other))
            and _says_the_same(fact, other)
        ]
        return views_of(queries, sorted(alike, key=lambda other: _unlikeness(fact, other)))


def scale_suspicion(runner: ActionRunner, fact: Fact) -> ScaleSuspicion | None:
    """Tell where a value is ten times the largest other one of its property and more; None where nothing is odd."""
    value = fact.normalised
    end = _size(value)
    if value is None or end is None or value.comparator in {Comparator.MORE, Comparator.AT_LEAST}:
        return None
    with runner.read() as queries:
        largest = queries.review.largest(fact)
    known = _size(largest.normalised) if largest is not None else None
    if largest is None or known is None or known <= 0:
        return None
    with localcontext(room_for(end, known)):
        times = min(end / known, _BEYOND)
        return None if times < SUSPICIOUS else ScaleSuspicion(Decimal(int(times)), largest)


def _size(value: Quantity | None) -> Decimal | None:
    if value is None:
        return None
    return value.amount if value.amount is not None else bounds(value).high


def _says_the_same(fact: Fact, other: Fact) -> bool:
    mine, theirs = fact.normalised or fact.quantity, other.normalised or other.quantity
    if mine is None or theirs is None:
        return mine is theirs and bool(fact.text_value)
    return is_unit(mine.unit) and is_unit(theirs.unit) and same_value(mine, theirs)


def _told_again(fact: Fact, other: Fact) -> bool:
    """Tell whether two facts of an article may be one figure: a measure, not a count, of the same place."""
    measured = fact.norm_unit not in {"", "1"} and fact.norm_unit != "%"
    here = (fact.article_id, fact.place) == (other.article_id, other.place)
    return measured and here and bool(fact.article_id and fact.place)


def _agree(one: str, other: str) -> bool:
    return not one.strip() or not other.strip() or _folded(one) == _folded(other)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


_TRUST = {State.CORRECTED: 0, State.ACCEPTED: 0, State.PROPOSED: 1, State.DEFERRED: 2, State.REJECTED: 3}


def _unlikeness(fact: Fact, other: Fact) -> tuple[int | bool, ...]:
    """What is decided, and what agrees in more than the value, comes first."""
    return (
        _folded(fact.subject) != _folded(other.subject),
        fact.place != other.place,
        other.standing is Standing.SET_ASIDE,
        _TRUST[other.state],
        fact.lifecycle is not other.lifecycle,
        (fact.as_of, fact.target) != (other.as_of, other.target),
        other.number,
    )
