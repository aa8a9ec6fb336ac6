"""Without this a value typed on the card would be misread, or take along what nobody changed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from facts_setting import power, property_of, view_of

from maeditor.catalogue import load_catalogue
from maeditor.domain.errors import ValueTextError
from maeditor.domain.facts import Fact, Lifecycle
from maeditor.domain.properties import Kind
from maeditor.domain.values import Comparator, Quantity
from maeditor.ui.review.editing import bounded, read_date, restated, value_typed
from maeditor.wording import Wording

KNOWN = load_catalogue()


def typed(fact: Fact, text: str, unit: str = "GW") -> Quantity | None:
    return restated(fact, {"value": text, "unit": unit}, KNOWN, "fr").quantity


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2", Quantity.of(Decimal(2), "GW")),
        ("20,5", Quantity.of(Decimal("20.5"), "GW")),
        ("2 GW", Quantity.of(Decimal(2), "GW")),
        ("≤ 500 MW", Quantity.of(Decimal(500), "MW", Comparator.AT_MOST)),
        ("~8 MW", Quantity.of(Decimal(8), "MW", Comparator.ABOUT)),
        ("40-386", Quantity.between(Decimal(40), Decimal(386), "GW")),
        ("40 à 386 MW", Quantity.between(Decimal(40), Decimal(386), "MW")),
        ("386 à 40 MW", Quantity.between(Decimal(40), Decimal(386), "MW")),
        ("386-40", Quantity.between(Decimal(40), Decimal(386), "GW")),
    ],
)
def test_a_value_is_read_as_it_is_typed_and_a_bare_number_has_the_unit_beside_it(text: str, value: Quantity) -> None:
    assert typed(power().fact, text) == value


@pytest.mark.parametrize("text", ["1,2 Md MAD", "+12 %", "50 MW/h", "50 MWh"])
def test_a_value_of_another_measure_is_refused_and_the_units_told(text: str) -> None:
    """A slip in the value must not make another fact of this one."""
    with pytest.raises(ValueTextError) as refused:
        typed(power().fact, text)
    assert refused.value.key == "unit_not_here"
    assert "MW" in str(refused.value.details["units"])
    assert refused.value.details["property"] != power().fact.property


def test_another_property_that_does_not_take_the_value_is_named_as_people_read_it() -> None:
    with pytest.raises(ValueTextError) as refused:
        restated(power().fact, {"property": "rank"}, KNOWN, "fr")
    assert (refused.value.key, refused.value.details["property"]) == ("unit_none_here", "Rang")


def test_a_rank_typed_as_such_is_a_rank() -> None:
    fact = view_of(property_of(Kind.RANK), Quantity.of(Decimal(3))).fact
    assert typed(fact, "1er", "1") == Quantity.of(Decimal(1))


@pytest.mark.parametrize("text", ["", "beaucoup", "2 GW et 3 GW", "2026-05"])
def test_what_is_no_value_is_refused(text: str) -> None:
    with pytest.raises(ValueTextError):
        typed(power().fact, text)


@pytest.mark.parametrize(
    ("text", "key"), [("1er", "rank_not_here"), ("5e", "rank_not_here"), ("-5 MW", "value_negative")]
)
def test_a_rank_or_less_than_nothing_is_no_power(text: str, key: str) -> None:
    """The card refuses what the popover and the inspector refuse, and changes the property of nothing."""
    with pytest.raises(ValueTextError) as refused:
        typed(power().fact, text)
    assert refused.value.key == key


def test_only_what_was_typed_changes() -> None:
    fact = power(place="Dakhla", note="vu").fact
    said = restated(fact, {"subject": "  Dakhla Sud "}, KNOWN, "fr")
    assert said.subject == "Dakhla Sud"
    assert (said.quantity, said.place, said.lifecycle, said.note) == (fact.quantity, "Dakhla", Lifecycle.PLANNED, "vu")
    assert restated(fact, {}, KNOWN, "fr").stated_in(fact) == fact


def test_the_date_is_the_target_of_what_is_to_come_and_the_day_of_what_is() -> None:
    planned = power(target="2027").fact
    assert restated(planned, {"date": "2028"}, KNOWN, "fr").target == "2028"
    running = restated(planned, {"status": Lifecycle.OPERATIONAL.value, "date": "2026-05"}, KNOWN, "fr")
    assert (running.as_of, running.target) == ("2026-05", "")


def test_a_date_in_words_is_understood_and_nonsense_refused() -> None:
    assert read_date("2026-05", "fr") == "2026-05"
    assert read_date("12 mars 2026", "fr") == "2026-03-12"
    assert read_date("mars 2028", "fr") == "2028-03"
    assert read_date("", "fr") == ""
    with pytest.raises(ValueTextError):
        read_date("bientôt", "fr")


def test_another_comparator_takes_the_end_of_a_range_that_it_speaks_of() -> None:
    between = Quantity.between(Decimal(40), Decimal(386), "MW")
    assert bounded(between, Comparator.AT_LEAST).amount == 40
    assert bounded(between, Comparator.AT_MOST).amount == 386
    assert bounded(between, Comparator.RANGE) == between


def test_a_value_is_offered_as_one_would_type_it() -> None:
    words = Wording("fr")
    assert value_typed(power("20.5").fact, words) == "20,5"
    assert value_typed(power("500", "MW", comparator=Comparator.AT_MOST).fact, words) == "≤\u00a0500"
