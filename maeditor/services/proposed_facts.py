"""What a proposal says as a fact in state proposed: its value, its qualifiers, the passages that show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from maeditor.domain.doubts import Doubt
from maeditor.domain.errors import ValueTextError
from maeditor.domain.facts import Fact, Qualifiers, State, normalised
from maeditor.domain.properties import Property
from maeditor.domain.record import new_id
from maeditor.domain.values import Comparator, Quantity
from maeditor.extraction.interface import Proposal

FOUND_AT = "found_at"
"""The qualifier that keeps where a proposal stood."""
LONGEST_CLAIM = 160
"""Characters: evidence longer than this is the sentence around a value, not the words that say it."""


def fact_of(proposal: Proposal, number: int, article_id: str, extractor: str, known: Mapping[str, Property]) -> Fact:
    """Make the fact that a proposal states, normalised to its property's base unit."""
    value = proposed_quantity(proposal)
    fact = Fact(
        new_id(),
        1,
        number,
        article_id,
        proposal.subject,
        proposal.property,
        proposal.quote,
        State.PROPOSED,
        comparator=value.comparator if value else None,
        amount=value.amount if value else None,
        lower=value.lower if value else None,
        upper=value.upper if value else None,
        unit=value.unit if value else "",
        text_value="" if value else str(proposal.value),
        place=proposal.place,
        lifecycle=proposal.lifecycle,
        modality=proposal.modality,
        as_of=proposal.as_of,
        target=proposal.target,
        confidence=proposal.confidence,
        origin=f"rule:{proposal.rule}:{extractor}" if proposal.rule else f"rule:{extractor}",
        needs_look=proposal.needs_look,
        qualifiers=_qualifiers(proposal, dated=value is None),
    )
    definition = known.get(proposal.property)
    if definition is None:
        return fact
    try:
        return normalised(fact, definition)
    except ValueTextError:
        # An unlikely unit for what it seems to state: a person must look, nothing is dropped.
        return replace(fact, needs_look=fact.needs_look or Doubt.UNIT_NOT_OF_PROPERTY.value)


def proposed_quantity(proposal: Proposal) -> Quantity | None:
    """The value of a proposal as a quantity; None for texts and dates."""
    if not isinstance(proposal.value, Decimal):
        return None
    unit = proposal.unit or "1"
    if proposal.value_max is not None:
        return Quantity.between(proposal.value, proposal.value_max, unit)
    comparator = proposal.comparator if proposal.comparator is not Comparator.RANGE else Comparator.EQUAL
    return Quantity.of(proposal.value, unit, comparator)


def _qualifiers(proposal: Proposal, *, dated: bool) -> Qualifiers:
    qualifiers: Qualifiers = {FOUND_AT: [[proposal.start, proposal.end]]}
    if proposal.alternatives:
        qualifiers["alternatives"] = [f"{each.value} {each.unit}".strip() for each in proposal.alternatives]
    if dated and proposal.comparator is not Comparator.EQUAL:
        qualifiers["date_comparator"] = proposal.comparator.value
    return qualifiers


def spans_of(proposal: Proposal) -> list[tuple[int, int]]:
    """The spans that show the value: the words that say it, then its repeats; the row of a table is context."""
    own = (proposal.start, proposal.end)
    said = next((span for span in proposal.evidence[:1] if span[0] <= own[0] and own[1] <= span[1]), own)
    first = own if proposal.rule.startswith("table.") or said[1] - said[0] > LONGEST_CLAIM else said
    repeats = [span for span in proposal.evidence if not (span[0] <= own[0] and own[1] <= span[1])]
    return list(dict.fromkeys([first, *repeats]))
