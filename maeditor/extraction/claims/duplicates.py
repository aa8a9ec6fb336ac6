"""The same figure told again, in the headline, the summary or a table, is one proposal with several passages."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from maeditor.domain.values import Comparator
from maeditor.extraction.interface import Proposal

_NEAR = 100
"""Of the same value said of so many things, those told last are compared with: a text may say it of thousands."""
_SMALL = Decimal(12)
_LARGE = Decimal(1000)
_TOTALS = frozenset({"count_datacenters", "capacity_power", "energy", "investment", "jobs", "area"})
_VAGUE = frozenset({Comparator.EQUAL, Comparator.ABOUT})


def merge(proposals: list[tuple[Proposal, bool]]) -> list[Proposal]:
    """Join repeats. Each proposal comes with whether it stands in a headline or a table row told from the body.

    The first mention in the body stays; what repeats it becomes further evidence of it.
    """
    kept: list[Proposal] = []
    further: list[list[tuple[int, int]]] = []
    places: dict[tuple[str, Decimal | str, Decimal | None, str], list[int]] = {}
    for proposal, secondary in sorted(proposals, key=lambda pair: (pair[1], pair[0].start)):
        key = (proposal.property, proposal.value, proposal.value_max, proposal.unit)
        near = places.get(key, [])[-_NEAR:]
        twin = next((index for index in near if _same(kept[index], proposal, secondary)), None)
        if twin is None:
            places.setdefault(key, []).append(len(kept))
            kept.append(proposal)
            further.append([])
            continue
        known = kept[twin]
        if known.needs_look and not proposal.needs_look:
            # The text says the same again, and plainly.
            kept[twin] = replace(known, needs_look="", alternatives=())
        further[twin].append((proposal.start, proposal.end))
    told = [
        replace(proposal, evidence=(*proposal.evidence, *again)) if again else proposal
        for proposal, again in zip(kept, further, strict=True)
    ]
    return sorted(told, key=lambda proposal: (proposal.start, proposal.end))


def _same(known: Proposal, again: Proposal, secondary: bool) -> bool:
    alike = _subject(known) in _subject(again) or _subject(again) in _subject(known)
    if alike and known.subject != again.subject and not (known.subject and again.subject):
        # Nobody says of whom one of the two is told: their places must not speak against it.
        alike = _fits(known.place, again.place)
    tabled = again.rule.startswith("table.")
    # The head of a cell names the place that the body's value holds for.
    alike = alike or (tabled and bool(again.subject) and again.subject == known.place)
    if tabled and again.property == "rank" and again.rule != "table.glued":
        return False
    if secondary and (not tabled or alike or _striking(again)):
        return again.property != "rank" or alike or again.rule == "table.glued"
    if known.property == "multiplier":
        return False
    if known.property in {"rank", "tier", "duration", "date_event"} or not isinstance(known.value, Decimal):
        return known.subject == again.subject and known.evidence[:1] != again.evidence[:1]
    bounds = known.comparator is again.comparator or {known.comparator, again.comparator} <= _VAGUE
    if known.evidence[:1] == again.evidence[:1] or not bounds:
        return False
    if _telling(known) and (alike or _exact(known)):
        return known.as_of == again.as_of
    if known.subject == again.subject:
        return True
    scoped = _fits(known.as_of, again.as_of) and _fits(known.place, again.place)
    return scoped and known.property in _TOTALS and (alike or known.property == "count_datacenters")


def _fits(one: str, other: str) -> bool:
    return one == other or not one or not other


def _telling(proposal: Proposal) -> bool:
    """Tell whether a value is unlikely to occur twice by chance."""
    value = proposal.value
    return isinstance(value, Decimal) and (abs(value) > _SMALL or value != value.to_integral_value())


def _exact(proposal: Proposal) -> bool:
    """Tell 214 and 1,350 from 30, 200 and 5,000, which are also said of other things."""
    value = proposal.value
    return isinstance(value, Decimal) and len(value.normalize().as_tuple().digits) >= 2 + (abs(value) >= 100)


def _striking(proposal: Proposal) -> bool:
    value = proposal.value
    return isinstance(value, Decimal) and (abs(value) >= _LARGE or value != value.to_integral_value())


def _subject(proposal: Proposal) -> str:
    return proposal.subject.lower().removeprefix("le ").removeprefix("la ").removeprefix("the ")
