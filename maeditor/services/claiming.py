"""A row of somebody's file as a claimed fact: its property, value, unit and stage in our words, or why it has none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from maeditor.domain.dates import is_edtf
from maeditor.domain.facts import Lifecycle, Modality
from maeditor.domain.listing import plain
from maeditor.domain.plain_text import one_line
from maeditor.domain.properties import Kind, Property
from maeditor.domain.units import is_unit
from maeditor.domain.values import Quantity
from maeditor.extraction.outside import ClaimedFact
from maeditor.formats.claimed_rows import ClaimedRow
from maeditor.services.typed_value import read_date, read_typed

UNREADABLE, NO_PROPERTY, NO_VALUE, NO_QUOTE = "row_unreadable", "property_unknown", "value_missing", "quote_missing"
"""Why a row is no claim."""

_PLAIN = re.compile(r"-?[0-9]{1,40}(?:\.[0-9]{1,40})?(?:[eE][+-]?[0-9]{1,2})?")
_WORDED = frozenset({Kind.TEXT, Kind.DATE})
_MODALITIES = {
    "past": Modality.PAST,
    "estimated": Modality.FORECAST,
    "plan": Modality.PLAN,
    "forecast": Modality.FORECAST,
}


def claimed_fact(row: ClaimedRow, known: Mapping[str, Property], language: str) -> ClaimedFact | str:
    """What a row claims, or the reason why it claims nothing."""
    said = row.values
    if row.unreadable:
        return UNREADABLE
    if not said.get("quote", "").strip():
        return NO_QUOTE
    definition = _property(said.get("property", ""), known)
    if definition is None:
        return NO_PROPERTY
    status = plain(said.get("status", "")).strip().replace(" ", "_")
    stages = {stage.value: stage for stage in Lifecycle}
    value: Decimal | str = one_line(said.get("value", ""))
    unit, top = "", None
    if definition.kind not in _WORDED:
        read = _quantity(said, language, counted="1" in definition.units)
        if read is None:
            return NO_VALUE
        low = read.amount if read.amount is not None else read.lower
        value, top, unit = low or Decimal(0), read.upper, "" if read.unit == "1" else read.unit
    elif definition.kind is Kind.DATE:
        value = _date(str(value), language)
    if value == "":
        return NO_VALUE
    return ClaimedFact(
        said["quote"],
        definition.key,
        value,
        unit,
        top,
        one_line(said.get("subject", "")),
        one_line(said.get("place", "")),
        _date(said.get("as_of", ""), language),
        _date(said.get("target", ""), language),
        stages.get(status, Lifecycle.UNKNOWN),
        _MODALITIES.get(status, Modality.FACT),
    )


def _property(said: str, known: Mapping[str, Property]) -> Property | None:
    """By its key, or by its name in any language."""
    if said in known:
        return known[said]
    wanted = plain(said).strip()
    names = ((plain(name), each) for each in known.values() for name in (each.key, each.label_fr, each.label_en))
    return next((each for name, each in names if name == wanted), None) if wanted else None


def _quantity(said: Mapping[str, str], language: str, *, counted: bool) -> Quantity | None:
    unit, top = said.get("unit", ""), said.get("value_max", "")
    low = _amount(said.get("value", ""), unit, language, counted=counted)
    if low is None or not top:
        return low
    high = _amount(top, unit, language, counted=counted)
    if high is None or high.amount is None or low.amount is None:
        return None
    return Quantity.between(low.amount, high.amount, low.unit)


def _amount(number: str, unit: str, language: str, *, counted: bool) -> Quantity | None:
    unit = unit.strip() or "1"
    if _PLAIN.fullmatch(number) and is_unit(unit):
        # As machines write numbers: the point is never a thousand's.
        return Quantity.of(Decimal(number), unit)
    read = read_typed(f"{number} {'' if unit == '1' else unit}", language)
    if read is None:
        return None
    # "131 éoliennes" counts; of what measures something else, a unit that is not known is not passed over.
    unread = read.quantity.unit == "1" and unit != "1" and not counted
    return replace(read.quantity, unit=unit) if unread else read.quantity


def _date(said: str, language: str) -> str:
    """EDTF as it stands, or a date as people write it; what is neither is no date."""
    said = said.strip()
    return said if not said or is_edtf(said) else read_date(said, language)
