"""What an editor types is what is recorded: a value read otherwise than it is written would be a wrong fact."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maeditor.catalogue import load_catalogue
from maeditor.domain.units import same_value
from maeditor.domain.values import Comparator, Quantity
from maeditor.services.phrasing import worded_date
from maeditor.services.typed_value import read_date, read_typed
from maeditor.ui import fact_text
from maeditor.ui.date_text import date_text
from maeditor.wording import Wording

UNITS = sorted({code for each in load_catalogue() for code in each.units})
WORDINGS = {language: Wording(language) for language in ("fr", "en")}
EXACT = Comparator.EQUAL


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Any value of any unit that a property offers."""
    amounts = st.builds(
        lambda digits, places: Decimal(digits).scaleb(-places), st.integers(0, 10**13), st.integers(0, 4)
    )
    unit, sign = draw(st.sampled_from(UNITS)), draw(st.sampled_from(list(Comparator)))
    amount = draw(amounts)
    if sign is Comparator.RANGE:
        return Quantity.between(amount, amount + draw(amounts) + 1, unit)
    return Quantity.of(amount, unit, sign)


@given(quantity=quantities(), language=st.sampled_from(["fr", "en"]))
def test_what_the_program_writes_it_reads_back_the_same(quantity: Quantity, language: str) -> None:
    written = fact_text.quantity_text(quantity, WORDINGS[language])
    read = read_typed(written, language)
    assert read is not None, written
    assert read.quantity.unit == quantity.unit, written
    assert same_value(read.quantity, quantity), written


@given(rank=st.integers(1, 5000), language=st.sampled_from(["fr", "en"]))
def test_a_rank_is_read_back_as_a_rank(rank: int, language: str) -> None:
    read = read_typed(fact_text.ordinal(Decimal(rank), WORDINGS[language]), language)
    assert read is not None
    assert read.ordinal
    assert read.quantity == Quantity.of(Decimal(rank))


@pytest.mark.parametrize(
    ("typed", "quantity"),
    [
        ("2", Quantity.of(Decimal(2))),
        ("2 GW", Quantity.of(Decimal(2), "GW")),
        ("2 gw", Quantity.of(Decimal(2), "GW")),
        ("≤ 500 MW", Quantity.of(Decimal(500), "MW", Comparator.AT_MOST)),
        ("< 500", Quantity.of(Decimal(500), "1", Comparator.LESS)),
        ("~8 MW", Quantity.of(Decimal(8), "MW", Comparator.ABOUT)),
        ("40-386 MW", Quantity.between(Decimal(40), Decimal(386), "MW")),
        ("40 à 386 MW", Quantity.between(Decimal(40), Decimal(386), "MW")),
        ("+12 %", Quantity.of(Decimal(12), "%")),
        ("1,2 Md MAD", Quantity.of(Decimal(1_200_000_000), "MAD")),
        ("1.2", Quantity.of(Decimal("1.2"))),
        ("1,2", Quantity.of(Decimal("1.2"))),
        ("930 M", Quantity.of(Decimal(930_000_000))),
        ("2 Gio", Quantity.of(Decimal(2), "GiBy")),
        ("au plus 500 MW", Quantity.of(Decimal(500), "MW", Comparator.AT_MOST)),
    ],
)
def test_the_grammar_of_the_field(typed: str, quantity: Quantity) -> None:
    read = read_typed(typed, "fr")
    assert read is not None
    assert read.quantity == quantity
    assert not read.ordinal


@pytest.mark.parametrize("typed", ["1er", "5e", "5th", "premier"])
def test_a_place_in_an_order_is_known_as_one(typed: str) -> None:
    read = read_typed(typed, "fr")
    assert read is not None
    assert read.ordinal


@pytest.mark.parametrize("typed", ["", "beaucoup", "2 GW Dakhla", "x" * 300, "2 ou 3 choses"])
def test_what_is_no_single_value_is_none(typed: str) -> None:
    assert read_typed(typed, "fr") is None


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2028", "2028"),
        ("2026-05", "2026-05"),
        ("mars 2028", "2028-03"),
        ("12 mars 2028", "2028-03-12"),
        ("2026-01/2026-03", "2026-01/2026-03"),
        ("bientôt", ""),
        ("livré en mars 2028", ""),
        ("", ""),
    ],
)
def test_a_date_is_read_as_people_write_it(typed: str, date: str) -> None:
    assert read_date(typed, "fr") == date


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("avant 2030", "../2030"),
        ("d’ici 2030", "../2030"),
        ("d'ici à 2030", "../2030"),
        ("au plus tard en 2030", "../2030"),
        ("jusqu’à mars 2028", "../2028-03"),
        ("avant le 12 mars 2028", "../2028-03-12"),
        ("avant fin 2027", "../2027-12"),
        ("après 2026", "2026/.."),
        ("à partir de mars 2026", "2026-03/.."),
        ("depuis 2026", "2026/.."),
        ("before 2030", "../2030"),
        ("by 2030", "../2030"),
        ("by the end of 2030", "../2030"),
        ("by Q1 2027", "../2027-03"),
        ("no later than March 2030", "../2030-03"),
        ("After 2026", "2026/.."),
        ("2030 at the latest", "../2030"),
        ("mars 2026 au plus tôt", "2026-03/.."),
        ("since March 2026", "2026-03/.."),
        ("de 2026 à 2028", "2026/2028"),
        ("between March 2026 and June 2027", "2026-03/2027-06"),
        ("../2030", "../2030"),
        ("2026/..", "2026/.."),
        ("mars 2026 à juin 2027", "2026-03/2027-06"),
        ("2028 et 2030", ""),
        ("avant", ""),
        ("by", ""),
        ("avant hier", ""),
        ("avant le 8 mai", ""),
        ("avant 2030 MW", ""),
        ("before 2028 or 2030", ""),
        ("from 2028 to 2026", ""),
    ],
)
def test_a_date_open_to_one_side_is_kept_so_in_both_languages(language: str, typed: str, date: str) -> None:
    assert read_date(typed, language) == date


@pytest.mark.parametrize(("language", "until", "since"), [("fr", "au plus tard", "à partir"), ("en", "latest", "from")])
def test_a_date_open_to_one_side_is_shown_in_words_that_can_be_typed(language: str, until: str, since: str) -> None:
    words = WORDINGS[language]
    assert until in date_text("../2030", words)
    assert since in date_text("2026-03/..", words)
    assert until in worded_date("../2030-12", words)
    assert since in worded_date("2026/..", words)
    for edtf in ("../2030", "../2030-12", "2026-03/..", "2026/2028"):
        assert worded_date(edtf, words) == date_text(edtf, words)
    for edtf in ("../2030", "2026-03/..", "../2030-03-12", "2026/2028"):
        assert read_date(date_text(edtf, words), language) == edtf
