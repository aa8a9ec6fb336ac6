"""Without these a fact would lose its number, or be drawn and compared in the wrong unit."""

from dataclasses import replace
from decimal import Decimal

import pytest
from fact_making import made, power
from hypothesis import given
from hypothesis import strategies as st

from maeditor.catalogue import load_catalogue
from maeditor.domain.errors import ValueTextError
from maeditor.domain.facts import Fact, normalised
from maeditor.domain.units import same_value, unit
from maeditor.domain.values import Comparator, Quantity

CATALOGUE = {each.key: each for each in load_catalogue()}
OFFERED = st.sampled_from([(key, code) for key, each in CATALOGUE.items() for code in each.units])


def written(key: str, value: Quantity) -> Fact:
    ends = {"amount": value.amount, "lower": value.lower, "upper": value.upper, "unit": value.unit}
    return made(property=key, comparator=value.comparator, **ends)


def test_people_know_a_fact_by_its_number() -> None:
    assert made(7).label == "F-0007"
    assert made(12345).label == "F-12345"


def test_a_text_has_no_quantity() -> None:
    fact = made(text_value="2026-05")
    assert fact.quantity is None
    assert fact.normalised is None


def test_a_quantity_not_normalised_yet_says_so() -> None:
    fact = written("capacity_power", power(500))
    assert fact.quantity == power(500)
    assert fact.normalised is None


@given(OFFERED, st.decimals(min_value=-(10**12), max_value=10**12, places=4), st.sampled_from(list(Comparator)))
def test_every_unit_offered_normalises_to_the_same_value(
    offered: tuple[str, str], amount: Decimal, comparator: Comparator
) -> None:
    key, code = offered
    if comparator is Comparator.RANGE:
        value = Quantity.between(amount, amount + 1, code)
    else:
        value = Quantity.of(amount, code, comparator)
    norm = normalised(written(key, value), CATALOGUE[key]).normalised
    assert norm is not None
    assert unit(norm.unit).base == unit(code).base
    if key != "energy":  # joules in megawatt-hours never end: rounded to 34 digits
        assert same_value(norm, value)


@pytest.mark.parametrize(
    ("key", "code", "told"),
    [
        ("capacity_power", "GW", (Decimal(500), "MW")),
        ("capacity_power", "MVA", (Decimal(500000), "VA")),
        ("energy", "GWh/a", (Decimal(500), "MWh/a")),
        ("mass", "t/a", (Decimal("0.5"), "t/a")),
        ("investment", "EUR", (Decimal("0.5"), "EUR")),
        ("price", "MAD/MWh", (Decimal("0.0005"), "MAD/kWh")),
        ("count_other", "{TEU}/a", (Decimal("0.5"), "1/a")),
        ("growth_percent", "{bp}", (Decimal("0.005"), "{pp}")),
        ("duration", "mo", (Decimal(1314900), "s")),
    ],
)
def test_a_value_is_compared_in_the_unit_of_its_property(key: str, code: str, told: tuple[Decimal, str]) -> None:
    fact = normalised(written(key, Quantity.of(Decimal("0.5"), code)), CATALOGUE[key])
    assert (fact.norm_amount, fact.norm_unit) == told
    assert (fact.amount, fact.unit) == (Decimal("0.5"), code)


@pytest.mark.parametrize(("code", "key"), [("MWh", "unit_not_of_property"), ("bushels", "unit_unknown")])
def test_a_unit_that_does_not_fit_is_said(code: str, key: str) -> None:
    with pytest.raises(ValueTextError) as told:
        normalised(written("capacity_power", Quantity.of(Decimal(1), code)), CATALOGUE["capacity_power"])
    assert told.value.key == key


def test_a_fact_turned_into_a_text_keeps_no_old_value() -> None:
    fact = normalised(written("capacity_power", power(500)), CATALOGUE["capacity_power"])
    turned = normalised(
        replace(fact, comparator=None, amount=None, unit="", text_value="2026"), CATALOGUE["date_event"]
    )
    assert (turned.norm_amount, turned.norm_unit) == (None, "")
    assert normalised(fact, CATALOGUE["certification"]).normalised is None
