"""Values that no property of their kind can have: a rank of 2,5, a power below nothing."""

from __future__ import annotations

from maeditor.domain.errors import ValueTextError
from maeditor.domain.properties import Kind, Property
from maeditor.domain.values import Quantity

SIGNED = frozenset({"percent", "money", "temperature"})
"""What can be below zero: a change, a loss, a frost."""


def refuse_nonsense(value: Quantity, definition: Property, text: str) -> None:
    """Raise ValueTextError where a value, typed as ``text``, cannot be one of the property's."""
    numbers = [each for each in (value.amount, value.lower, value.upper) if each is not None]
    if definition.kind is Kind.RANK:
        if any(each < 1 or each != each.to_integral_value() for each in numbers):
            raise ValueTextError("rank_is_whole", text=text)
    elif definition.dimension not in SIGNED and any(each < 0 for each in numbers):
        raise ValueTextError("value_negative", text=text)
