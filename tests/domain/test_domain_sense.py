"""A slip of the finger is refused before it is a fact: a power below nothing, a rank of two and a half."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maeditor.catalogue import load_catalogue
from maeditor.domain.errors import ValueTextError
from maeditor.domain.properties import Kind, Property
from maeditor.domain.sense import SIGNED, refuse_nonsense
from maeditor.domain.values import Quantity

MEASURED = [each for each in load_catalogue() if each.kind not in {Kind.TEXT, Kind.DATE}]
RANK = next(each for each in MEASURED if each.kind is Kind.RANK)


@given(definition=st.sampled_from(MEASURED), amount=st.integers(1, 10**9))
def test_a_whole_positive_number_makes_sense_everywhere(definition: Property, amount: int) -> None:
    refuse_nonsense(Quantity.of(Decimal(amount), definition.units[0]), definition, str(amount))


@pytest.mark.parametrize("definition", MEASURED, ids=lambda each: each.key)
def test_below_zero_are_only_changes_losses_and_frost(definition: Property) -> None:
    value = Quantity.between(Decimal(-3), Decimal(3), definition.units[0])
    if definition.dimension in SIGNED:
        refuse_nonsense(value, definition, "-3 à 3")
        return
    with pytest.raises(ValueTextError) as caught:
        refuse_nonsense(value, definition, "-3 à 3")
    assert caught.value.key == ("rank_is_whole" if definition is RANK else "value_negative")
    assert caught.value.details["text"] == "-3 à 3"


@pytest.mark.parametrize("amount", ["0", "2.5", "-1"])
def test_a_rank_counts_from_one(amount: str) -> None:
    with pytest.raises(ValueTextError):
        refuse_nonsense(Quantity.of(Decimal(amount)), RANK, amount)
