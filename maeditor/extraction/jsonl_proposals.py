"""Proposals as JSON lines: what ``maeditor propose --jsonl`` prints (docs/formats.md)."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

from maeditor.domain.facts import Lifecycle, Modality
from maeditor.domain.values import Comparator
from maeditor.extraction.interface import Extraction, Proposal, Reading

JsonValue: TypeAlias = str | int | float | bool | None | list["JsonValue"] | dict[str, "JsonValue"]

_MODIFIERS = {
    Comparator.EQUAL: "exact",
    Comparator.ABOUT: "approx",
    Comparator.LESS: "less_than",
    Comparator.AT_MOST: "at_most",
    Comparator.MORE: "more_than",
    Comparator.AT_LEAST: "at_least",
    Comparator.RANGE: "range",
}


def proposal_lines(extraction: Extraction, article: str) -> list[dict[str, JsonValue]]:
    """One object a proposal and one a block of noise, in text order; ``article`` names the text they are of."""
    facts = [_fact(proposal, article) for proposal in extraction.proposals]
    noise: list[dict[str, JsonValue]] = [
        {"article": article, "type": "boilerplate", "start": block.start, "end": block.end, "kind": block.kind}
        for block in extraction.noise
    ]
    return facts + noise


def status(lifecycle: Lifecycle, modality: Modality) -> str | None:
    """Print a lifecycle: a forecast is estimated, a finished period past, cancelled and unknown nothing."""
    if modality in {Modality.FORECAST, Modality.POSSIBILITY}:
        return "estimated"
    if modality is Modality.PAST:
        return "past"
    return None if lifecycle in {Lifecycle.CANCELLED, Lifecycle.UNKNOWN} else lifecycle.value


def _fact(proposal: Proposal, article: str) -> dict[str, JsonValue]:
    value = proposal.value
    return {
        "article": article,
        "type": "fact",
        "start": proposal.start,
        "end": proposal.end,
        "quote": proposal.quote,
        "property": proposal.property,
        "value": _number(value) if isinstance(value, Decimal) else value,
        "value_max": None if proposal.value_max is None else _number(proposal.value_max),
        "unit": proposal.unit or None,
        "modifier": _MODIFIERS[proposal.comparator],
        "subject": proposal.subject or None,
        "place": proposal.place or None,
        "status": status(proposal.lifecycle, proposal.modality),
        "as_of": proposal.as_of or None,
        "target": proposal.target or None,
        "confidence": proposal.confidence,
        "rule": proposal.rule,
        "extractor": proposal.extractor,
        "evidence": [[start, end] for start, end in proposal.evidence],
        "alternatives": [_reading(reading) for reading in proposal.alternatives],
        "needs_look": proposal.needs_look or None,
    }


def _reading(reading: Reading) -> JsonValue:
    return {"start": reading.start, "end": reading.end, "value": _number(reading.value), "unit": reading.unit or None}


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
