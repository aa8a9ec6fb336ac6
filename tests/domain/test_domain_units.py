"""Without these 500 MW and 0,5 GW would be two facts, or a figure would change on its way into a sheet."""

from decimal import Context, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maeditor.domain import units
from maeditor.domain.errors import ValueTextError
from maeditor.domain.unit_table import CURRENCIES, TABLE
from maeditor.domain.units import DIMENSIONS, convert, in_base, is_unit, measures, normalise, same_value, symbol, unit
from maeditor.domain.values import Comparator, Quantity

CODES = sorted(code for _, _, rows in TABLE for code, *_ in rows)
AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=6)


def mates(code: str) -> list[str]:
    return [other for other in CODES if unit(other).base == unit(code).base]


PAIRS = st.sampled_from(CODES).flatmap(lambda code: st.tuples(st.just(code), st.sampled_from(mates(code))))
TRIPLES = st.sampled_from(CODES).flatmap(lambda code: st.tuples(*[st.sampled_from(mates(code))] * 3))


def near(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= abs(other) * Decimal("1e-25")


@given(AMOUNTS, PAIRS)
def test_there_and_back_is_the_same_amount(amount: Decimal, pair: tuple[str, str]) -> None:
    there, back = pair
    assert near(convert(convert(amount, there, back), back, there), amount)


@given(AMOUNTS, st.sampled_from(CODES))
def test_into_its_base_and_back_loses_not_one_digit(amount: Decimal, code: str) -> None:
    base = unit(code).base
    assert convert(convert(amount, code, base), base, code) == amount


@given(AMOUNTS, TRIPLES)
def test_a_detour_changes_nothing(amount: Decimal, triple: tuple[str, str, str]) -> None:
    one, two, three = triple
    assert near(convert(convert(amount, one, two), two, three), convert(amount, one, three))


@given(AMOUNTS, PAIRS)
def test_a_value_said_in_another_unit_is_the_same_value(amount: Decimal, pair: tuple[str, str]) -> None:
    code, base = pair[0], unit(pair[0]).base
    said = Quantity.of(amount, code, Comparator.AT_MOST)
    assert same_value(said, normalise(said, base))
    assert same_value(normalise(said, base), said)


@pytest.mark.parametrize(
    ("amount", "there", "here", "told"),
    [
        ("0.5", "GW", "MW", "500"),
        ("5E+2", "W", "W", "500"),
        ("1.50", "GW", "GW", "1.5"),
        ("1", "TWh", "kWh", "1000000000"),
        ("0.1", "TBy", "GBy", "100"),
        ("8", "Tbit", "TBy", "1"),
        ("1", "TiBy", "By", "1099511627776"),
        ("12", "%", "1", "0.12"),
        ("25", "{bp}", "{pp}", "0.25"),
        ("95", "USD/MWh", "USD/kWh", "0.095"),
        ("3", "EUR/t", "EUR/kg", "0.003"),
        ("18", "mo", "a", "1.5"),
        ("2", "GWh/a", "MWh/a", "2000"),
        ("1000", "L/s", "m3/s", "1"),
        ("7", "{TEU}", "1", "7"),
        ("7", "{rack}", "1", "7"),
        ("-0", "MW", "kW", "0"),
        ("123456789012345678901234567890.123456789", "GW", "W", "123456789012345678901234567890123456789"),
    ],
)
def test_conversions_an_editor_would_check_by_hand(amount: str, there: str, here: str, told: str) -> None:
    assert str(convert(Decimal(amount), there, here)) == told


def test_what_has_no_end_is_rounded_to_34_digits() -> None:
    assert str(convert(Decimal(7), "s", "h")) == "0.001944444444444444444444444444444444"


@pytest.mark.parametrize(
    ("there", "here"),
    [
        ("MW", "MWh"),
        ("MW", "MVA"),
        ("MAD", "EUR"),
        ("MAD/kWh", "EUR/kWh"),
        ("m3/d", "m3/a"),
        ("m3", "m3/a"),
        ("%", "{pp}"),
        ("MAD/mo", "MAD/a"),
        ("kg", "kg{CO2e}"),
    ],
)
def test_what_says_different_things_never_converts(there: str, here: str) -> None:
    with pytest.raises(ValueTextError) as told:
        convert(Decimal(1), there, here)
    assert told.value.key == "unit_mismatch"
    assert not same_value(Quantity.of(Decimal(1), there), Quantity.of(Decimal(1), here))


@pytest.mark.parametrize(
    "code",
    [
        "",
        "mw",
        "XYZ",
        "MAD/",
        "MAD/MAD",
        "MAD/%",
        "m2/s/s",
        "GW/kWh",
        "Cel/a",
        "XYZ/a",
        "XYZ/kWh",
        "{}",
        "MW/",
        "m/s/a",
    ],
)
def test_a_unit_that_does_not_exist_is_refused_by_name(code: str) -> None:
    assert not is_unit(code)
    with pytest.raises(ValueTextError) as told:
        unit(code)
    assert (told.value.key, told.value.details) == ("unit_unknown", {"unit": code})


def test_a_made_up_compound_from_a_file_ends_in_a_refusal() -> None:
    assert not is_unit("1" + "/a" * 100_000)
    assert not is_unit("{" + "a" * 100_000 + "}")


@pytest.mark.parametrize(
    ("code", "french", "english"),
    [
        ("MW", "MW", "MW"),
        ("MWp", "MWc", "MWp"),
        ("GBy", "Go", "GB"),
        ("m2", "m²", "m²"),
        ("EUR", "€", "€"),
        ("MAD", "DH", "MAD"),
        ("SAR", "SAR", "SAR"),
        ("%", "%", "%"),
        ("1", "", ""),
        ("Cel", "°C", "°C"),
        ("a", "ans", "yr"),
        ("t/a", "t/an", "t/yr"),
        ("m3/d", "m³/j", "m³/d"),
        ("{TEU}/a", "EVP/an", "TEU/yr"),
        ("1/a", "/an", "/yr"),
        ("MAD/kWh", "DH/kWh", "MAD/kWh"),
        ("MAD/mo", "DH/mois", "MAD/mo"),
        ("XOF/{abonné}", "F CFA/abonné", "CFA/abonné"),
        ("EUR/t{CO2e}", "€/t éq. CO₂", "€/t CO₂e"),
        ("USD/[acr_us]", "$/acre", "$/acre"),
    ],
)
def test_units_are_written_the_way_of_each_language(code: str, french: str, english: str) -> None:
    assert symbol(code, "fr") == symbol(code, "fr-MA") == french
    assert symbol(code, "en") == english


@pytest.mark.parametrize(
    ("amount", "code", "french", "english"),
    [
        ("1", "a", "an", "yr"),
        ("1.5", "a", "an", "yr"),
        ("-1", "[acr_us]", "acre", "acre"),
        ("1.5", "[acr_us]", "acre", "acres"),
        ("2", "[bbl_us]", "barils", "bbl"),
        ("1", "MW", "MW", "MW"),
    ],
)
def test_a_unit_that_is_a_word_agrees_with_its_amount(amount: str, code: str, french: str, english: str) -> None:
    assert symbol(code, "fr", Decimal(amount)) == french
    assert symbol(code, "en", Decimal(amount)) == english


def test_every_unit_is_counted_in_a_unit_of_its_own_sort() -> None:
    for code in CODES:
        base = unit(unit(code).base)
        # A percentage is a number; all else stays within its dimension.
        assert base.dimension == unit(code).dimension or code == "%"
        assert base.factor == 1
        assert unit(code).dimension in DIMENSIONS
    for dimension, code in DIMENSIONS.items():
        assert dimension == units.MONEY or unit(code).dimension == dimension


def test_no_code_is_in_the_table_twice() -> None:
    assert len(set(CODES)) == len(CODES)
    assert not CURRENCIES & set(CODES)


def test_every_currency_stands_alone() -> None:
    assert len(CURRENCIES) > 150
    assert {unit(code).base for code in CURRENCIES} == CURRENCIES
    assert {unit(code).dimension for code in CURRENCIES} == {units.MONEY}


@pytest.mark.parametrize("amount", ["0.1", "1e-30", "12345678901234567890123456789.987654321", "1E+900"])
def test_comparing_is_exact_whatever_the_size(amount: str) -> None:
    number = Decimal(amount)
    assert in_base(number, unit("GW")) == number.scaleb(9, _wide())
    assert same_value(Quantity.of(number, "GW"), Quantity.of(number.scaleb(3, _wide()), "MW"))


def _wide() -> Context:
    return Context(prec=200)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Quantity.of(Decimal(500), "MW"), Quantity.of(Decimal("0.5"), "GW"), True),
        (Quantity.of(Decimal(500), "MW"), Quantity.of(Decimal("0.51"), "GW"), False),
        (Quantity.of(Decimal(500), "MW"), Quantity.of(Decimal(500), "MW", Comparator.AT_MOST), False),
        (
            Quantity.between(Decimal(40), Decimal(386), "MW"),
            Quantity.between(Decimal("0.04"), Decimal("0.386"), "GW"),
            True,
        ),
        (Quantity.between(Decimal(40), Decimal(386), "MW"), Quantity.between(Decimal(40), Decimal(387), "MW"), False),
    ],
)
def test_the_same_value_is_recognised_across_units(one: Quantity, other: Quantity, same: bool) -> None:
    assert same_value(one, other) is same_value(other, one) is same


def test_normalising_keeps_comparator_and_both_ends() -> None:
    said = normalise(Quantity.between(Decimal("0.04"), Decimal("0.386"), "GW"), "MW")
    assert said == Quantity(Comparator.RANGE, None, Decimal(40), Decimal(386), "MW")
    most = normalise(Quantity.of(Decimal("0.5"), "GW", Comparator.AT_MOST), "MW")
    assert most == Quantity(Comparator.AT_MOST, Decimal(500), None, None, "MW")


@pytest.mark.parametrize(
    ("code", "dimension", "does"),
    [
        ("MW", "power", True),
        ("MW/a", "power", True),
        ("MW/h", "power", False),
        ("kW/min", "power", False),
        ("GWh/a", "energy", True),
        ("t/h", "mass", True),
        ("h", "duration", True),
        ("MW", "energy", False),
        ("bushels", "power", False),
    ],
)
def test_a_rate_measures_what_its_base_does_save_a_power_per_hour(code: str, dimension: str, does: bool) -> None:
    assert measures(code, dimension) is does
