"""Conflicts: facts that state the same thing of the same subject and cannot both be right."""

from __future__ import annotations

import builtins  # a conflict has a field named property, which hides the decorator
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from types import MappingProxyType

from maeditor.domain import dates
from maeditor.domain.facts import Fact, Lifecycle, Modality, Standing, State
from maeditor.domain.values import Bounds, bounds

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

_ANYTHING = ("",) * len(SCOPE)

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


@dataclass(frozen=True, slots=True)
class _Claim:
    """What a fact says and of what, ready to be compared; facts with equal claims agree."""

    bounds: Bounds
    unit: str
    mood: str
    lifecycle: Lifecycle
    place: str
    as_of: str
    target: str
    scope: tuple[str, ...]


def conflicting(facts: Iterable[Fact]) -> tuple[Conflict, ...]:
    """Find the conflicts among facts, in the order of their lowest numbers.

    Left out is what was rejected, set aside, hidden, marked a duplicate or denied by its source.
    """
    groups: defaultdict[tuple[str, str], defaultdict[_Claim, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        claim = _claim(fact)
        if claim is not None:
            groups[fact.subject, fact.property][claim].append(fact)
    found = [
        Conflict(subject, stated, tuple(sorted(members, key=lambda fact: fact.number)))
        for (subject, stated), group in groups.items()
        for members in _clusters(group)
    ]
    return tuple(sorted(found, key=lambda conflict: conflict.facts[0].number))


def contradict(one: Fact, other: Fact) -> bool:
    """Tell whether two facts are about the same thing and their values cannot both hold."""
    mine, theirs = _claim(one), _claim(other)
    if mine is None or theirs is None or (one.subject, one.property) != (other.subject, other.property):
        return False
    return _disagree(mine, theirs)


def _claim(fact: Fact) -> _Claim | None:
    """What a fact has to say here; None where it is out of play or has nothing that can be compared."""
    value, qualifiers = fact.normalised, fact.qualifiers
    away = fact.hidden or fact.duplicate_of or fact.state is State.REJECTED or fact.standing is Standing.SET_ASIDE
    if away or value is None or not fact.subject or qualifiers.get("polarity") == "negated":
        return None
    if fact.property in UNLIKE and not qualifiers.get("counts"):
        return None
    return _Claim(
        bounds(value),
        value.unit,
        _MOODS[fact.modality],
        fact.lifecycle,
        fact.place,
        fact.as_of,
        fact.target,
        tuple(str(qualifiers.get(key) or "") for key in SCOPE) if qualifiers else _ANYTHING,
    )


def _disagree(one: _Claim, other: _Claim) -> bool:
    # What cannot be compared (euros and dirhams) contradicts nothing.
    if one.unit != other.unit or one.mood != other.mood or one.bounds.meet(other.bounds):
        return False
    unknown = Lifecycle.UNKNOWN
    return (
        (one.lifecycle is other.lifecycle or unknown in (one.lifecycle, other.lifecycle))
        and _compatible(one.place, other.place)
        and _same_time(one.as_of, other.as_of)
        and _same_time(one.target, other.target)
        and all(map(_compatible, one.scope, other.scope))
    )


def _compatible(one: str, other: str) -> bool:
    # What a source does not say may be the same as what the other says.
    return not one or not other or one == other


@lru_cache(maxsize=4096)
def _same_time(one: str, other: str) -> bool:
    if _compatible(one, other):
        return True
    return dates.is_edtf(one) and dates.is_edtf(other) and dates.parse(one).overlaps(dates.parse(other))


def _clusters(group: Mapping[_Claim, list[Fact]]) -> list[list[Fact]]:
    """The facts that contradict each other, directly or through a third; whoever contradicts nobody is left out."""
    cluster_of: dict[_Claim, list[_Claim]] = {}
    for one, other in combinations(group, 2):
        if _disagree(one, other):
            mine, theirs = cluster_of.get(one, [one]), cluster_of.get(other, [other])
            if mine is not theirs:
                merged = mine + theirs
                cluster_of.update(dict.fromkeys(merged, merged))
    clusters = {id(cluster): cluster for cluster in cluster_of.values()}
    return [[fact for claim in cluster for fact in group[claim]] for cluster in clusters.values()]
