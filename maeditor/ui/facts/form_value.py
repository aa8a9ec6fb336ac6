"""What the value's fields say together: sign, amount and unit, read back as a quantity that the property can have."""

from __future__ import annotations

from dataclasses import replace

from maeditor.domain.errors import ValueTextError
from maeditor.domain.properties import Property
from maeditor.domain.sense import refuse_nonsense
from maeditor.domain.values import Comparator, Quantity
from maeditor.services.fitting import refuse_unfit


def read_amount(
    text: str, definition: Property, unit: str, sign: Comparator, language: str, *, sign_chosen: bool, touched: bool
) -> Quantity:
    """Read the amount as typed, in the unit chosen unless it names its own. Raises ValueTextError.

    ``sign_chosen`` tells whether the person chose the sign just now: then it must go with the amount. What is not
    ``touched`` is given back as it is, however odd.
    """
    from maeditor.services.typed_value import read_typed

    read = read_typed(text, language)
    if read is None:
        raise ValueTextError("value_unreadable", text=text)
    value = read.quantity
    if value.unit == "1":
        value = replace(value, unit=unit)
    if value.comparator is Comparator.RANGE:
        if sign_chosen and sign is not Comparator.RANGE:
            raise ValueTextError("range_has_two", text=text)
    elif sign_chosen and sign is Comparator.RANGE:
        raise ValueTextError("range_needs_two", text=text)
    elif value.comparator is Comparator.EQUAL and sign is not Comparator.RANGE:
        value = replace(value, comparator=sign)
    if touched:
        refuse_unfit(value, definition, language, text, ordinal=read.ordinal)
        refuse_nonsense(value, definition, text)
    return value
