"""Proposals as JSON lines: what ``maeditor propose --jsonl`` prints (docs/formats.md)."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

from maeditor.domain.facts import Lifecycle, Modality
from maeditor.domain.values import Comparator
from maeditor.extraction.interface import Extraction, Proposal, Reading

JsonValue: TypeAlias = str | int | float | bool | list["JsonValue"] | dict[str, "JsonValue"] | None

_MODIFIERS = {
    Comparator.EQUAL: "exact",
    Comparator.ABOUT: "approx",
    Comparator.LESS: "less_than",
    Comparator.AT_MOST: "at_most",
    Comparator.MORE: "more_than",
    Comparator.AT_LEAST: "at_least",
    Comparator.RANGE: "range",
}

_PRINTED = {
    "kt": ("t", Decimal(1000)),
    "Mt": ("t", Decimal(10) ** 6),
    "Gt": ("t", Decimal(10) ** 9),
    "t{CO2e}": ("t", Decimal(1)),
    "kg{CO2e}": ("kg", Decimal(1)),
    "kt{CO2e}": ("t", Decimal(1000)),
    "Mt{CO2e}": ("t", Decimal(10) ** 6),
    "Gt{CO2e}": ("t", Decimal(10) ** 9),
    "hm3": ("m3", Decimal(10) ** 6),
    "km3": ("m3", Decimal(10) ** 9),
    "ML": ("m3", Decimal(1000)),
    "hL": ("L", Decimal(100)),
    "Wh": ("kWh", Decimal("0.001")),
    "MBy": ("GBy", Decimal("0.001")),
    "EBy": ("PBy", Decimal(1000)),
    "kbit/s": ("Mbit/s", Decimal("0.001")),
    "VA": ("kVA", Decimal("0.001")),
    "GVA": ("MVA", Decimal(1000)),
    "us": ("ms", Decimal("0.001")),
}
_RATES = {
    "GWh": ("a",),
    "TWh": ("a",),
    "m3": ("a", "d", "s"),
    "t": ("a",),
    "h": ("a", "d"),
    "{TEU}": ("a",),
    "1": ("a",),
    "m": ("s",),
    "km": ("h",),
    "Mbit": ("s",),
    "Gbit": ("s",),
    "Tbit": ("s",),
}
_PRICED = frozenset({"kWh", "MWh", "m3", "kg", "MW", "mo", "a"})
_TIMES = frozenset({"a", "mo", "wk", "d", "h", "min", "s"})


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


def printed_unit(unit: str) -> tuple[str, Decimal]:
    """Give the unit a value is printed in and the factor to it: megatonnes are printed in tonnes.

    The lines keep to the short list of units of docs/formats.md, so that whoever reads them needs no unit table. A time
    that the list does not know for a unit ("GB a month") is left off.
    """
    if unit in _PRINTED:
        return _PRINTED[unit]
    base, slash, per = unit.partition("/")
    known, factor = _PRINTED.get(base, (base, Decimal(1)))
    if slash and len(base) == 3 and base.isupper():
        return (unit if per in _PRICED else base), Decimal(1)
    if not slash:
        return known, factor
    if per in _RATES.get(known, ()):
        return f"{known}/{per}", factor
    if per == "a" and known == "MWh":
        return "GWh/a", Decimal("0.001")
    return (known, factor) if per in _TIMES else (unit, Decimal(1))


def _fact(proposal: Proposal, article: str) -> dict[str, JsonValue]:
    unit, factor = printed_unit(proposal.unit)
    value = proposal.value * factor if isinstance(proposal.value, Decimal) else proposal.value
    value_max = None if proposal.value_max is None else proposal.value_max * factor
    return {
        "article": article,
        "type": "fact",
        "start": proposal.start,
        "end": proposal.end,
        "quote": proposal.quote,
        "property": proposal.property,
        "value": _number(value) if isinstance(value, Decimal) else value,
        "value_max": None if value_max is None else _number(value_max),
        "unit": unit or None,
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
    unit, factor = printed_unit(reading.unit)
    value = reading.value if isinstance(reading.value, str) else _number(reading.value * factor)
    return {"start": reading.start, "end": reading.end, "value": value, "unit": unit or None}


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
