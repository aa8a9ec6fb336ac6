"""A fact as a row of a workbook states it: what the row says together must be one value that its property takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from maeditor.domain import review
from maeditor.domain.dates import is_edtf
from maeditor.domain.errors import ReviewError, ValueTextError
from maeditor.domain.facts import Fact, Lifecycle, Modality, Standing, State, normalised
from maeditor.domain.merge import ONE_VALUE
from maeditor.domain.properties import Kind, Property
from maeditor.domain.sense import refuse_nonsense
from maeditor.domain.units import is_unit
from maeditor.domain.values import Comparator, Quantity, canonical
from maeditor.services.fitting import refuse_unfit
from maeditor.services.returned_cells import CellError
from maeditor.services.typed_value import read_date, read_typed

VALUED = ONE_VALUE | {"property"}
"""The fields that are judged together."""
_COLUMNS = ONE_VALUE - {"value"}
_WORDED = frozenset({Kind.TEXT, Kind.DATE})


def valued(fact: Fact, changes: Mapping[str, str], known: Mapping[str, Property], language: str) -> Fact:
    """The fact with another value, or of another property; other fields of ``changes`` are passed over.

    A value whose words alone changed is read from them; where its numbers changed too, or alone, they say it. Raises
    CellError or ValueTextError where that is no value, or none that the property takes.
    """
    if not VALUED & changes.keys():
        return fact
    definition = known.get(changes.get("property", fact.property))
    raw = changes.get("value", fact.raw)
    stated = replace(fact, property=changes.get("property", fact.property), raw=raw)
    if "value" in changes and not _COLUMNS & changes.keys():
        stated = _as_worded(stated, definition, language)
    else:
        stated = _as_columned(stated, changes, definition, language)
    if definition is None:
        return replace(stated, norm_amount=None, norm_lower=None, norm_upper=None, norm_unit="")
    return normalised(stated, definition)


def described(fact: Fact, changes: Mapping[str, str]) -> Fact:
    """The fact with what else a row says of it, its value and its state left as they are."""
    said: dict[str, object] = {
        name: changes[name]
        for name in ("subject", "place", "object_entity", "as_of", "target", "claim", "reason", "note")
        if name in changes
    }
    for name, kind in (("lifecycle", Lifecycle), ("modality", Modality), ("standing", Standing)):
        if name in changes:
            said[name] = kind(changes[name])
    return replace(fact, **said)  # type: ignore[arg-type]


def refuse_state(fact: Fact, changes: Mapping[str, str]) -> None:
    """Raise ReviewError where a fact cannot come into the state that a row says."""
    if "state" in changes and not review.may_become(fact, State(changes["state"])):
        raise ReviewError("review_refused", label=fact.label)


def decided(fact: Fact, stated: Fact, changes: Mapping[str, str], editor: str, at: str) -> Fact:
    """The fact as it now states something else, in the state that the row says, or that comes of correcting it.

    What was rejected stays so unless the row says otherwise. Raises ReviewError.
    """
    if stated.needs_look == review.NEEDS_REASON and changes.get("reason"):
        stated = replace(stated, needs_look="")
    if "state" not in changes:
        if fact.state is State.REJECTED or not review.says_otherwise(fact, stated):
            return stated
        return review.corrected(fact, stated, editor, at)
    kept = stated.reason if "reason" in changes or fact.state is not State.REJECTED else ""
    match State(changes["state"]):
        case State.ACCEPTED:
            return review.accepted(stated, editor, at, kept)
        case State.CORRECTED:
            refuse_state(fact, changes)
            return replace(stated, state=State.CORRECTED, reason=kept, reviewer=editor, reviewed_at=at)
        case State.REJECTED:
            return review.rejected(stated, stated.reason, editor, at)
        case State.DEFERRED:
            return replace(review.deferred(stated, editor, at), reason=kept)
        case State.PROPOSED:
            return replace(review.reopened(stated), reason=changes.get("reason", ""))


def _as_worded(fact: Fact, definition: Property | None, language: str) -> Fact:
    """The fact with the value that its words say."""
    if definition is None:
        return fact
    if not fact.raw:
        raise CellError("value_empty")
    if definition.kind in _WORDED:
        text = read_date(fact.raw, language) if definition.kind is Kind.DATE else fact.raw
        if not text:
            raise ValueTextError("date_unreadable", text=fact.raw)
        return _with_value(fact, None, text)
    read = read_typed(fact.raw, language)
    if read is None:
        raise ValueTextError("value_unreadable", text=fact.raw)
    refuse_unfit(read.quantity, definition, language, fact.raw, ordinal=read.ordinal)
    refuse_nonsense(read.quantity, definition, fact.raw)
    return _with_value(fact, read.quantity, "")


def _as_columned(fact: Fact, changes: Mapping[str, str], definition: Property | None, language: str) -> Fact:
    """The fact with the value that its columns say."""
    sign = changes.get("comparator", fact.comparator.value if fact.comparator else "")
    amount, lower, upper = (_number(changes, name, getattr(fact, name)) for name in ("amount", "lower", "upper"))
    unit = changes.get("unit", fact.unit)
    text = changes.get("text_value", fact.text_value)
    value = _quantity(sign, amount, lower, upper, unit or "1")
    if definition is None:
        if value is not None and not is_unit(value.unit):
            raise ValueTextError("unit_unknown", unit=value.unit)
        return _with_value(fact, value, text)
    if definition.kind in _WORDED:
        _refuse_text(value, text, definition, language)
    elif value is None:
        # Where the project holds words in place of a number already, they may be mended.
        if fact.comparator is not None or not text:
            raise CellError("value_empty")
    else:
        if text and "text_value" in changes:
            raise CellError("text_beside_number", property=definition.label(language))
        touched = bool({"unit", "property"} & changes.keys())
        refuse_unfit(value, definition, language, canonical(value), touched=touched)
        refuse_nonsense(value, definition, canonical(value))
    return _with_value(fact, value, text)


def _refuse_text(value: Quantity | None, text: str, definition: Property, language: str) -> None:
    if value is not None:
        raise CellError("number_not_here", property=definition.label(language))
    if not text:
        raise CellError("value_empty")
    if definition.kind is Kind.DATE and not is_edtf(text):
        raise ValueTextError("date_unreadable", text=text)


def _quantity(
    sign: str, amount: Decimal | None, lower: Decimal | None, upper: Decimal | None, unit: str
) -> Quantity | None:
    """The quantity that a sign and numbers make; None without any of them."""
    if sign == Comparator.RANGE.value:
        if amount is not None:
            raise CellError("amount_with_range")
        if lower is None or upper is None:
            raise CellError("range_without_ends")
        if lower > upper:
            raise CellError("range_turned")
        return Quantity(Comparator.RANGE, None, lower, upper, unit)
    if lower is not None or upper is not None:
        raise CellError("ends_without_range")
    if not sign and amount is None:
        return None
    if amount is None:
        raise CellError("amount_empty")
    return Quantity.of(amount, unit, Comparator(sign or Comparator.EQUAL))


def _number(changes: Mapping[str, str], name: str, before: Decimal | None) -> Decimal | None:
    if name not in changes:
        return before
    return Decimal(changes[name]) if changes[name] else None


def _with_value(fact: Fact, value: Quantity | None, text: str) -> Fact:
    return replace(
        fact,
        comparator=value.comparator if value else None,
        amount=value.amount if value else None,
        lower=value.lower if value else None,
        upper=value.upper if value else None,
        unit=value.unit if value else "",
        text_value=text,
    )
