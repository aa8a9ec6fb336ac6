"""The value field: what a person types must come back as the quantity they meant, or be refused."""

from decimal import Decimal

import pytest

from maeditor.domain.values import Comparator, Quantity
from maeditor.extraction.reading import read_value


@pytest.mark.parametrize(
    ("typed", "quantity"),
    [
        ("7", Quantity.of(Decimal(7))),
        ("3 GW", Quantity.of(Decimal(3), "GW")),
        ("≤ 650 MW", Quantity.of(Decimal(650), "MW", Comparator.AT_MOST)),
        (">= 650 MW", Quantity.of(Decimal(650), "MW", Comparator.AT_LEAST)),
        ("< 650", Quantity.of(Decimal(650), "1", Comparator.LESS)),
        ("~9 MW", Quantity.of(Decimal(9), "MW", Comparator.ABOUT)),
        ("50-420 MW", Quantity.between(Decimal(50), Decimal(420), "MW")),
        ("50 à 420 MW", Quantity.between(Decimal(50), Decimal(420), "MW")),
        ("de 50 à 420 MW", Quantity.between(Decimal(50), Decimal(420), "MW")),
        ("1er", Quantity.of(Decimal(1))),
        ("6e", Quantity.of(Decimal(6))),
        ("+14 %", Quantity.of(Decimal(14), "%")),
        ("-2,5 %", Quantity.of(Decimal("-2.5"), "%")),
        ("1,4 Md MAD", Quantity.of(Decimal(1_400_000_000), "MAD")),
        ("2.5 GW", Quantity.of(Decimal("2.5"), "GW")),
        ("2,5 GW", Quantity.of(Decimal("2.5"), "GW")),
        ("1.300", Quantity.of(Decimal(1300))),
        ("2000", Quantity.of(Decimal(2000))),
        ("une dizaine", Quantity.of(Decimal(10), "1", Comparator.ABOUT)),
        ("4 data centers", Quantity.of(Decimal(4))),
        ("Tier III", Quantity.of(Decimal(3))),
        ("plus de 12 000 m²", Quantity.of(Decimal(12000), "m2", Comparator.MORE)),
    ],
)
def test_values_as_people_type_them(typed, quantity):
    assert read_value(typed, "fr") == quantity


@pytest.mark.parametrize("typed", ["", "   ", "beaucoup", "3 MW et 4 MW", "voir page 12", "le 3 mai 2026", "14h30"])
def test_what_is_not_one_value_is_refused(typed):
    assert read_value(typed, "fr") is None
