"""Facts for the tests of this folder, each with only what matters to its test."""

from decimal import Decimal

from maeditor.domain.facts import Fact, State
from maeditor.domain.values import Comparator, Quantity


def made(number: int = 42, value: Quantity | None = None, **fields: object) -> Fact:
    """A proposed power fact of Morocco; its value, if any, is taken as normalised already."""
    if value is not None:
        ends = {"amount": value.amount, "lower": value.lower, "upper": value.upper, "unit": value.unit}
        fields = {"comparator": value.comparator, **ends, **{f"norm_{k}": v for k, v in ends.items()}, **fields}
    told = {"subject": "Maroc", "property": "capacity_power", "raw": "2 GW", "state": State.PROPOSED, **fields}
    told.setdefault("origin", "rule:capacity@1")
    return Fact(f"fact-{number}", 1, number, "article-1", **told)  # type: ignore[arg-type]


def power(megawatts: int | str, comparator: Comparator = Comparator.EQUAL) -> Quantity:
    """So many megawatts."""
    return Quantity.of(Decimal(megawatts), "MW", comparator)
