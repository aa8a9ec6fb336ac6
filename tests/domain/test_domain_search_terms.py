"""Somebody who types a word or a value in another way than the text writes it must find it all the same."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maeditor.domain.search_terms import LONGEST, folded, quantities, quantity_word, words


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Énergie", "energie"),
        ("ŒUVRE", "oeuvre"),
        ("ﬁn", "fin"),
        ("straße", "STRASSE"),
        ("٥٠٠", "500"),
        ("أحمد", "احمد"),
        ("مدرسة", "مدرسه"),
        ("مـيغاواط", "ميغاواط"),
        ("كِتَاب", "كتاب"),
        ("12\u202f500", "12500"),
    ],
)
def test_one_spelling_for_what_is_one_word(written: str, typed: str) -> None:
    assert words(written) == words(typed)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert all(word == folded(word)[:LONGEST] and len(word) <= LONGEST for word in words(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [(("500", "MW"), ("0.5", "GW")), (("1500", "kWh"), ("1.5", "MWh")), (("-3", "%"), ("-3", "%"))],
)
def test_a_quantity_is_one_word_in_any_unit(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert quantity_word(Decimal(one[0]), one[1]) == quantity_word(Decimal(other[0]), other[1]) != ""


@pytest.mark.parametrize(("amount", "unit"), [("5", "1"), ("5", "no such unit"), ("NaN", "MW"), ("Infinity", "MW")])
def test_what_is_no_quantity_has_no_word(amount: str, unit: str) -> None:
    assert quantity_word(Decimal(amount), unit) == ""


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value="-1e9", max_value="1e9"))
def test_equal_amounts_have_equal_words_and_others_have_others(amount: Decimal) -> None:
    word = quantity_word(amount, "MW")
    assert word == quantity_word(amount * 1000, "kW") == "".join(words(word))
    assert word != quantity_word(amount + 1, "MW")


def said(text: str) -> set[str]:
    return {word for _start, _end, word in quantities(text)}


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("une puissance de 500 MW", "500", "MW"),
        ("0,5 gigawatt", "0.5", "GW"),
        ("1,200 MW", "1200", "MW"),
        ("1,200 MW", "1.2", "MW"),
        ("٣٠ ميغاواط", "30", "MW"),
        ("2 500 km2", "2500", "km2"),
        ("80 %", "80", "%"),
        ("0.250 MW", "0.25", "MW"),
    ],
)
def test_the_figures_of_a_text_are_found_by_their_value(text: str, amount: str, unit: str) -> None:
    assert quantity_word(Decimal(amount), unit) in said(text)


def test_figures_without_a_unit_that_we_know_are_left_to_their_words() -> None:
    assert said("23 centres, 4 fois 7 foos") == set()
    assert said(f"{'9' * 1_000_001} MW") == set(), "larger than any number that can be reckoned with"


@given(st.text(alphabet="0123456789., \u00a0٠١MWGkmh%²2"))
def test_no_text_is_an_error_and_each_figure_stands_where_it_is_said_to(text: str) -> None:
    for start, end, word in quantities(text):
        assert 0 <= start < end <= len(text)
        assert word.startswith("q")
