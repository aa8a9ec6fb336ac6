"""The readings of a fact in doubt: its own, then the others that its proposal kept, each as a statement of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from maeditor.domain.dates import is_edtf
from maeditor.domain.errors import ValueTextError
from maeditor.domain.facts import Fact
from maeditor.domain.properties import Property
from maeditor.domain.units import is_unit
from maeditor.domain.values import Comparator, Quantity
from maeditor.services.fitting import fits
from maeditor.services.suggesting import property_for

ALTERNATIVES = "alternatives"
"""The qualifier that keeps the other readings of a proposal in doubt until a person chose."""

MOST_READINGS = 4
"""So many have a key each."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read what stands there: a quantity, or a date (EDTF)."""

    quantity: Quantity | None
    date: str = ""
    other: Property | None = None
    """The property that takes it, where the fact's own does not."""

    def times(self, own: Reading) -> Decimal | None:
        """By how much it is more than another in the same unit; None where that is no whole power of ten."""
        mine, theirs = self.quantity, own.quantity
        if mine is None or theirs is None or mine.unit != theirs.unit or not mine.amount or not theirs.amount:
            return None
        ratio = mine.amount / theirs.amount
        digits = (ratio if ratio >= 1 else 1 / ratio).normalize().as_tuple().digits
        return ratio if digits == (1,) and ratio != 1 else None


def others(fact: Fact) -> tuple[Reading, ...]:
    """The other readings that a fact in doubt keeps, the likeliest first; none where nothing is in doubt."""
    kept = fact.qualifiers.get(ALTERNATIVES) if fact.needs_look else None
    read = (_reading(str(each), fact) for each in kept) if isinstance(kept, list) else ()
    return tuple(each for each in read if each is not None)


def readings(fact: Fact, known: Mapping[str, Property]) -> tuple[Reading, ...]:
    """The fact's own reading and its others, as many as have keys; none where there is no other."""
    own = Reading(fact.quantity, "" if fact.quantity else fact.text_value)
    stated = (_taken(each, fact, known) for each in others(fact))
    found = dict.fromkeys([own, *(each for each in stated if each is not None)])
    return tuple(found)[:MOST_READINGS] if len(found) > 1 else ()


def values(found: Sequence[Reading]) -> tuple[Quantity, ...]:
    """The quantities of some readings."""
    return tuple(each.quantity for each in found if each.quantity is not None)


def _reading(text: str, fact: Fact) -> Reading | None:
    if fact.quantity is None:
        return Reading(None, text) if is_edtf(text) else None
    amount, _, unit = text.partition(" ")
    try:
        number = Decimal(amount)
    except InvalidOperation:
        return None
    unit = unit.strip() or "1"
    if not number.is_finite() or not is_unit(unit):
        return None
    sign = fact.quantity.comparator
    # What hedges the value hedges it however it is read.
    return Reading(Quantity.of(number, unit, Comparator.EQUAL if sign is Comparator.RANGE else sign))


def _taken(reading: Reading, fact: Fact, known: Mapping[str, Property]) -> Reading | None:
    """The reading under a property that takes it, the fact's own if that does; None where none does."""
    value, own = reading.quantity, known.get(fact.property)
    if value is None or own is None or fits(value, own):
        return reading
    try:
        return replace(reading, other=property_for(value, None, tuple(known.values())))
    except ValueTextError:
        return None
