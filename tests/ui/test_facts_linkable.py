"""The fact one means stands first: with the likeliest at the bottom, ↓ Enter would link to the wrong one."""

from __future__ import annotations

from decimal import Decimal

from facts_setting import power, property_of, view_of

from maeditor.domain.properties import Kind
from maeditor.domain.values import Comparator, Quantity
from maeditor.services.annotating import FactStatement
from maeditor.ui.facts.linkable import MOST, Linkable

SAID = FactStatement("capacity_power", "", Quantity.of(Decimal(500), "MW"))


def order(linkable: Linkable, said: FactStatement = SAID) -> list[tuple[str, bool]]:
    return [(each.view.fact.id, each.same) for each in linkable.nearest(said)]


def test_the_same_value_in_any_unit_comes_first_then_the_property_then_the_latest() -> None:
    count = view_of(property_of(Kind.COUNT), Quantity.of(Decimal(500)), number=9)
    views = [
        power("2", "GW", number=1),
        power("3", "GW", number=2),
        power("0.5", "GW", number=3),
        power("500", "MW", comparator=Comparator.AT_MOST, number=4),
        count,
    ]
    assert order(Linkable(views)) == [("f3", True), ("f4", False), ("f2", False), ("f1", False), ("f9", False)]


def test_the_chosen_fact_stands_behind_those_that_say_the_same_and_before_all_others() -> None:
    """« 2 GW », chosen, stood before « 500 MW » for a passage that says 500 MW: Enter linked to the wrong one."""
    views = [power("2", "GW", number=1), power("500", "MW", number=2), power("3", "GW", number=3)]
    assert order(Linkable(views, "f1")) == [("f2", True), ("f1", False), ("f3", False)]


def test_a_text_is_the_same_where_it_says_the_same() -> None:
    text = property_of(Kind.TEXT)
    views = [view_of(text, text="Tier III", number=1), view_of(text, text="Tier IV", number=2)]
    said = FactStatement(text.key, "", text_value="Tier III")
    assert order(Linkable(views), said) == [("f1", True), ("f2", False)]


def test_so_many_are_offered_as_one_looks_through() -> None:
    views = [power(str(number), "MW", number=number) for number in range(1, 80)]
    assert len(Linkable(views).nearest(SAID)) == MOST


def test_subjects_are_named_once() -> None:
    views = [power(number=1, subject="Nador"), power(number=2, subject="Nador"), power(number=3, subject="")]
    assert Linkable(views).subjects == ("Nador",)
