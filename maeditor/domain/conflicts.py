"""Conflicts: facts that state the same thing of the same subject and cannot both be right."""

from __future__ import annotations

import builtins  # a conflict has a field named property, which hides the decorator
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType

from maeditor.domain import dates
from maeditor.domain.facts import Fact, Lifecycle, Modality, Standing, State
from maeditor.domain.values import bounds

SCOPE = (
    "counts",
    "aggregate",
    "basis",
    "currency_year",
    "rank_of",
    "rank_scope",
    "rank_criterion",
    "region",
    "city",
    "site",
    "operator",
    "owner",
)
"""Qualifiers that say of what exactly a value holds: facts that name different ones do not contradict each other."""

UNLIKE = frozenset({"count_other", "money_other"})
"""Properties that gather unlike things: two facts can only disagree where both say what they count (``counts``)."""

_MOODS: Mapping[Modality, str] = MappingProxyType(
    {
        Modality.FACT: "now",
        Modality.PAST: "past",
        Modality.PLAN: "expected",
        Modality.FORECAST: "expected",
        Modality.POSSIBILITY: "expected",
        Modality.OPINION: "opinion",
    }
)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Facts of one subject and property, each of which cannot hold together with at least one other; by number."""

    subject: str
    property: str
    facts: tuple[Fact, ...]

    @builtins.property
    def fact_ids(self) -> tuple[str, ...]:
        """Who is in it."""
        return tuple(fact.id for fact in self.facts)


def conflicting(facts: Iterable[Fact]) -> tuple[Conflict, ...]:
    """Find the conflicts among facts, in the order of their lowest numbers.

    Left out is what was rejected, set aside, hidden, marked a duplicate or denied by its source.
    """
    groups: defaultdict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        if _counts(fact):
            groups[fact.subject, fact.property].append(fact)
    found = [
        Conflict(subject, stated, tuple(members))
        for (subject, stated), group in groups.items()
        if len(group) > 1
        for members in _clusters(sorted(group, key=lambda fact: fact.number))
    ]
    return tuple(sorted(found, key=lambda conflict: conflict.facts[0].number))


def contradict(one: Fact, other: Fact) -> bool:
    """Tell whether two facts are about the same thing and their values cannot both hold."""
    return (
        _counts(one)
        and _counts(other)
        and (one.subject, one.property) == (other.subject, other.property)
        and _same_scope(one, other)
        and not _both_hold(one, other)
    )


def _counts(fact: Fact) -> bool:
    shown = not fact.hidden and not fact.duplicate_of and bool(fact.subject)
    standing = fact.state is not State.REJECTED and fact.standing is not Standing.SET_ASIDE
    return shown and standing and fact.qualifiers.get("polarity") != "negated" and fact.normalised is not None


def _same_scope(one: Fact, other: Fact) -> bool:
    if one.property in UNLIKE and not (one.qualifiers.get("counts") and other.qualifiers.get("counts")):
        return False
    unknown = Lifecycle.UNKNOWN
    return (
        _MOODS[one.modality] == _MOODS[other.modality]
        and (one.lifecycle is other.lifecycle or unknown in (one.lifecycle, other.lifecycle))
        and _compatible(one.place, other.place)
        and _same_time(one.as_of, other.as_of)
        and _same_time(one.target, other.target)
        and all(_compatible(one.qualifiers.get(key), other.qualifiers.get(key)) for key in SCOPE)
    )


def _compatible(one: object, other: object) -> bool:
    # What a source does not say may be the same as what the other says.
    return not one or not other or one == other


def _same_time(one: str, other: str) -> bool:
    if _compatible(one, other):
        return True
    return dates.is_edtf(one) and dates.is_edtf(other) and dates.parse(one).overlaps(dates.parse(other))


def _both_hold(one: Fact, other: Fact) -> bool:
    left, right = one.normalised, other.normalised
    if left is None or right is None or left.unit != right.unit:
        return True  # what cannot be compared (euros and dirhams) contradicts nothing
    return bounds(left).meet(bounds(right))


def _clusters(group: list[Fact]) -> list[list[Fact]]:
    """Those of a group that contradict each other, directly or through a third; who contradicts nobody is left out."""
    cluster_of: dict[str, list[Fact]] = {}
    for one, other in combinations(group, 2):
        if not contradict(one, other):
            continue
        mine, theirs = cluster_of.get(one.id, [one]), cluster_of.get(other.id, [other])
        merged = mine if mine is theirs else sorted(mine + theirs, key=lambda fact: fact.number)
        for fact in merged:
            cluster_of[fact.id] = merged
    return list({id(cluster): cluster for cluster in cluster_of.values()}.values())
