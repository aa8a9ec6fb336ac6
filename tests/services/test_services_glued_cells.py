"""A flattened table says which column a value is of; without that a person would have to count cells by eye."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from maeditor.domain.errors import ReviewError
from maeditor.domain.facts import Fact, State
from maeditor.domain.values import Quantity
from maeditor.services.glued_cells import Cells, cells_at, refuse_split, subject_under

TABLE = """Un paragraphe avant le tableau, qui est une phrase.

IndicateurMarocMoyenne des autres
Puissance prévue (GW)20.5
Rang en Afrique5eNon précisé

Un paragraphe après."""
FACT = Fact("f", 1, 18, "a", "Maroc", "capacity_power", "20.5", State.PROPOSED)
GW = tuple(Quantity.of(Decimal(each), "GW") for each in ("0.5", "2", "20.5"))


def test_each_value_stands_under_the_head_of_its_column() -> None:
    assert cells_at(TABLE, TABLE.index("20.5"), GW, "fr") == Cells(2, ("Moyenne des autres", "Maroc", ""))
    assert cells_at(TABLE, TABLE.index("5eNon"), (), "fr").row == 3
    assert cells_at(TABLE, TABLE.index("Indicateur"), (), "fr").row == 0
    megawatts = (Quantity.of(Decimal(500), "MW"),)
    assert cells_at(TABLE, TABLE.index("20.5"), megawatts, "fr").heads == ("Moyenne des autres",)


@pytest.mark.parametrize("place", ["paragraphe avant", "paragraphe après", "5eNon"])
def test_elsewhere_no_head_is_made_up(place: str) -> None:
    assert cells_at(TABLE, TABLE.index(place), GW, "fr").heads == ("", "", "")


def test_a_text_of_one_line_and_very_long_lines_hold_no_table() -> None:
    assert cells_at("Puissance (GW)20.5", 14, GW, "fr").heads == ("", "", "")
    long = f"{'mot ' * 200}\nPuissance (GW)20.5\n{'mot ' * 200}"
    assert cells_at(long, long.index("20.5"), GW, "").heads == ("", "", "")


def test_a_reading_is_said_of_its_column_where_the_fact_s_own_is() -> None:
    heads = ("Moyenne des autres", "Maroc", "")
    own = replace(FACT, subject="moyenne  des autres")
    assert [subject_under(own, heads, at) for at in (1, 2)] == ["Maroc", own.subject]
    assert subject_under(replace(own, subject="Rifdata"), heads, 1) == "Rifdata"
    assert subject_under(own, (), 1) == own.subject


def test_what_is_not_glued_or_split_already_is_not_split() -> None:
    with pytest.raises(ReviewError) as refused:
        refuse_split(FACT, GW[:1], halved=False)
    assert refused.value.key == "split_not_glued"
    with pytest.raises(ReviewError) as refused:
        refuse_split(FACT, GW, halved=True)
    assert refused.value.key == "split_already"
    refuse_split(FACT, GW, halved=False)
