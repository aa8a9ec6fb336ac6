"""Without these "n'excède pas 500 MW" and "450 MW" would be called a contradiction, or a range lose an end."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maeditor.domain.values import Bounds, Comparator, Quantity, bounds, canonical, plain

AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-1000, max_value=1000, places=2)
SINGLE = [each for each in Comparator if each is not Comparator.RANGE]
QUANTITIES = st.one_of(
    st.builds(Quantity.of, AMOUNTS, st.just("MW"), st.sampled_from(SINGLE)),
    st.builds(Quantity.between, AMOUNTS, AMOUNTS, st.just("MW")),
)


def holds(limits: Bounds, number: Decimal) -> bool:
    above = limits.low is None or number > limits.low or (limits.low_within and number == limits.low)
    return above and (limits.high is None or number < limits.high or (limits.high_within and number == limits.high))


@given(QUANTITIES, QUANTITIES, AMOUNTS)
def test_bounds_that_share_a_number_meet(one: Quantity, other: Quantity, number: Decimal) -> None:
    left, right = bounds(one), bounds(other)
    assert left.meet(right) == right.meet(left)
    if holds(left, number) and holds(right, number):
        assert left.meet(right)


@given(AMOUNTS, AMOUNTS)
def test_exact_values_meet_only_where_equal(one: Decimal, other: Decimal) -> None:
    assert bounds(Quantity.of(one)).meet(bounds(Quantity.of(other))) == (one == other)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("≤500", "=450", True),
        ("≤500", "=500", True),
        ("<500", "=500", False),
        (">500", "=500", False),
        ("≥500", "=500", True),
        ("≤500", "=501", False),
        ("≤500", "≥500", True),
        ("<500", "≥500", False),
        ("<500", "<10", True),
        (">500", "≥9", True),
        ("≈500", "=450", True),
        ("≈500", "=449", False),
        ("≈-500", "=-550", True),
        ("≈0", "=0", True),
        ("40–386", "=100", True),
        ("40–386", "=387", False),
        ("40–386", ">386", False),
        ("40–386", "386–400", True),
    ],
)
def test_what_can_hold_together(one: str, other: str, together: bool) -> None:
    assert bounds(read(one)).meet(bounds(read(other))) is together
    assert bounds(read(other)).meet(bounds(read(one))) is together


def read(told: str) -> Quantity:
    if "–" in told:
        low, high = told.split("–")
        return Quantity.between(Decimal(low), Decimal(high), "MW")
    return Quantity.of(Decimal(told[1:]), "MW", Comparator(told[0]))


@pytest.mark.parametrize("comparator", SINGLE)
@pytest.mark.parametrize("amount", ["9.9E+999999", "1E-999999", "-9.9E+999999"])
def test_a_number_beyond_all_measure_breaks_nothing(comparator: Comparator, amount: str) -> None:
    """A corrected workbook can bring one."""
    limits = bounds(Quantity.of(Decimal(amount), "MW", comparator))
    assert limits.meet(limits)


def test_a_range_written_backwards_means_the_same() -> None:
    backwards = Quantity(Comparator.RANGE, None, Decimal(386), Decimal(40), "MW")
    assert not backwards.is_ordered
    assert (
        bounds(backwards)
        == bounds(Quantity.between(Decimal(386), Decimal(40), "MW"))
        == Bounds(Decimal(40), Decimal(386))
    )
    assert Quantity.between(Decimal(386), Decimal(40)).is_ordered
    assert Quantity.of(Decimal(1)).is_ordered


@pytest.mark.parametrize(
    ("quantity", "told"),
    [
        (Quantity.of(Decimal(23)), "23"),
        (Quantity.of(Decimal("500.0"), "MW", Comparator.AT_MOST), "≤ 500 MW"),
        (Quantity.of(Decimal("5E+2"), "MW", Comparator.ABOUT), "≈ 500 MW"),
        (Quantity.between(Decimal(386), Decimal(40), "MW"), "40–386 MW"),
        (Quantity.of(Decimal("-1.50"), "%"), "-1.5 %"),
        (Quantity.of(Decimal("1E-7"), "m"), "0.0000001 m"),
        (Quantity.of(Decimal("1E+5000"), "m"), "1E+5000 m"),
    ],
)
def test_a_quantity_is_written_neutrally(quantity: Quantity, told: str) -> None:
    assert canonical(quantity) == told


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_a_plain_number_is_the_same_number(number: Decimal) -> None:
    short = plain(number)
    assert short == number
    assert plain(short) == short
    assert not (short.is_zero() and short.is_signed())


@pytest.mark.parametrize(("written", "told"), [("1.500", "1.5"), ("5E+2", "500"), ("-0.00", "0"), ("0E+9", "0")])
def test_a_plain_number_has_neither_exponent_nor_idle_zeros(written: str, told: str) -> None:
    assert str(plain(Decimal(written))) == told


@pytest.mark.parametrize(
    ("comparator", "amount", "lower", "upper"),
    [
        (Comparator.RANGE, Decimal(1), None, None),
        (Comparator.RANGE, None, Decimal(1), None),
        (Comparator.RANGE, None, None, Decimal(1)),
        (Comparator.RANGE, Decimal(1), Decimal(1), Decimal(2)),
        (Comparator.EQUAL, None, None, None),
        (Comparator.EQUAL, Decimal(1), Decimal(1), None),
        (Comparator.EQUAL, Decimal(1), None, Decimal(1)),
        (Comparator.EQUAL, Decimal("NaN"), None, None),
        (Comparator.RANGE, None, Decimal(1), Decimal("Infinity")),
    ],
)
def test_half_a_range_or_no_number_is_no_quantity(
    comparator: Comparator, amount: Decimal | None, lower: Decimal | None, upper: Decimal | None
) -> None:
    with pytest.raises(ValueError, match=r"a range has two ends|an amount is a number"):
        Quantity(comparator, amount, lower, upper, "MW")
