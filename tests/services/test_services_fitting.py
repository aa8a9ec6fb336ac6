"""One rule says which values a property takes, wherever they are typed: else the review refuses what Read records."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from maeditor.catalogue import load_catalogue
from maeditor.domain.errors import ValueTextError
from maeditor.domain.values import Comparator, Quantity
from maeditor.services import suggesting
from maeditor.services.fitting import MOST_NAMED, fits, refuse_unfit
from maeditor.ui.facts.form_value import read_amount

KNOWN = load_catalogue()
POWER = next(each for each in KNOWN if each.key == "capacity_power")
RANK = next(each for each in KNOWN if each.key == "rank")
TEXT = next(each for each in KNOWN if not each.dimension)


def value(unit: str) -> Quantity:
    return Quantity.of(Decimal(50), unit)


@pytest.mark.parametrize(
    ("unit", "does"), [("MW", True), ("MW/a", True), ("MW/h", False), ("MWh", False), ("x", False)]
)
def test_a_capacity_takes_a_power_and_no_power_per_hour(unit: str, does: bool) -> None:
    assert fits(value(unit), POWER) is does
    if does:
        refuse_unfit(value(unit), POWER, "fr")
        return
    with pytest.raises(ValueTextError) as refused:
        refuse_unfit(value(unit), POWER, "fr")
    assert refused.value.key == "unit_not_here"
    assert refused.value.details["property"] == POWER.label_fr
    units = str(refused.value.details["units"])
    assert "MW" in units
    assert len(units.split(", ")) <= MOST_NAMED, "a sentence is no list"


def test_a_property_that_offers_a_unit_takes_it_whatever_it_is() -> None:
    assert fits(value("MW/h"), replace(POWER, units=(*POWER.units, "MW/h")))


def test_the_field_of_the_inspector_and_the_popover_refuse_what_the_review_refuses() -> None:
    with pytest.raises(ValueTextError) as refused:
        read_amount("50 MW/h", POWER, "MW", Comparator.EQUAL, "fr", sign_chosen=False, touched=True)
    assert refused.value.key == "unit_not_here"
    with pytest.raises(ValueTextError) as refused:
        suggesting.property_for(value("MW/h"), None, KNOWN)
    assert refused.value.key == "unit_not_of_family"


def test_what_was_not_touched_may_be_odd_as_long_as_it_can_be_counted() -> None:
    refuse_unfit(value("MW/h"), POWER, "fr", touched=False)
    with pytest.raises(ValueTextError):
        refuse_unfit(value("MWh"), POWER, "fr", touched=False)


def test_a_place_in_an_order_is_for_a_rank_alone_and_a_unit_for_none() -> None:
    refuse_unfit(Quantity.of(Decimal(5)), RANK, "fr", "5e", ordinal=True)
    with pytest.raises(ValueTextError) as refused:
        refuse_unfit(Quantity.of(Decimal(5)), POWER, "fr", "5e", ordinal=True)
    assert (refused.value.key, refused.value.details["text"]) == ("rank_not_here", "5e")
    with pytest.raises(ValueTextError) as refused:
        refuse_unfit(value("MW"), RANK, "fr")
    assert refused.value.key == "unit_none_here"
    with pytest.raises(ValueTextError) as refused:
        refuse_unfit(Quantity.of(Decimal(5)), POWER, "fr")
    assert refused.value.key == "unit_missing_here"
    refuse_unfit(value("MW"), TEXT, "fr")
