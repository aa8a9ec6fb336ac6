"""How facts read in lists, fields and aloud; what is shown can always be typed back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from facts_setting import power, property_of, view_of
from hypothesis import given
from hypothesis import strategies as st

from maeditor.domain.facts import Lifecycle, State
from maeditor.domain.properties import Kind
from maeditor.domain.values import Comparator, Quantity
from maeditor.extraction.reading import read_value
from maeditor.ui import fact_text
from maeditor.wording import Wording

FRENCH, ENGLISH = Wording("fr"), Wording("en")
UNITS = ("MAD", "EUR", "USD", "XOF", "MW", "GW", "%", "km", "ha", "m2", "a", "1")
AMOUNTS = st.decimals(min_value="0.001", max_value="999999999999", places=3, allow_nan=False, allow_infinity=False)


def plainly(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("amount", "unit", "french", "english"),
    [
        ("12000000000", "MAD", "12 Md DH", "MAD 12 bn"),
        ("1500000", "EUR", "1,5 M €", "€1.5 M"),
        ("3250000000", "USD", "3,25 Md $", "$3.25 bn"),
        ("1234567891", "MAD", "1 234 567 891 DH", "MAD 1,234,567,891"),
        ("950000", "MAD", "950 000 DH", "MAD 950,000"),
        ("2.5", "MAD/kWh", "2,5 DH/kWh", "2.5 MAD/kWh"),
        ("1", "a", "1 an", "1 yr"),
        ("2", "a", "2 ans", "2 yr"),
    ],
)
def test_amounts_are_short_but_lose_no_digit(amount: str, unit: str, french: str, english: str) -> None:
    quantity = Quantity.of(Decimal(amount), unit)
    assert plainly(fact_text.quantity_text(quantity, FRENCH)) == french
    assert plainly(fact_text.quantity_text(quantity, ENGLISH)) == english


@given(
    amount=AMOUNTS,
    unit=st.sampled_from(UNITS),
    comparator=st.sampled_from([each for each in Comparator if each is not Comparator.RANGE]),
    words=st.sampled_from([FRENCH, ENGLISH]),
)
def test_what_the_popover_shows_reads_back_as_what_it_was(
    amount: Decimal, unit: str, comparator: Comparator, words: Wording
) -> None:
    quantity = Quantity.of(amount, unit, comparator)
    read = read_value(fact_text.quantity_text(quantity, words), words.language)
    assert read is not None
    assert (read.amount, read.unit, read.comparator) == (amount, unit, comparator)


@given(low=AMOUNTS, width=AMOUNTS, unit=st.sampled_from(UNITS), words=st.sampled_from([FRENCH, ENGLISH]))
def test_both_ends_of_a_range_read_back(low: Decimal, width: Decimal, unit: str, words: Wording) -> None:
    quantity = Quantity.between(low, low + width, unit)
    read = read_value(fact_text.amount_text(quantity, words), words.language)
    assert read is not None
    assert (read.lower, read.upper) == (quantity.lower, quantity.upper)


def test_a_rank_is_an_ordinal_and_a_date_is_written_out() -> None:
    rank, date = property_of(Kind.RANK), property_of(Kind.DATE)
    assert fact_text.value_text(view_of(rank, Quantity.of(Decimal(1))), FRENCH) == "1ᵉʳ"
    assert fact_text.value_text(view_of(rank, Quantity.of(Decimal(5))), FRENCH) == "5ᵉ"
    told = [
        fact_text.value_text(view_of(rank, Quantity.of(Decimal(each))), ENGLISH)
        for each in (1, 2, 3, 4, 11, 12, 13, 21, 112)
    ]
    assert told == ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th"]
    assert fact_text.value_text(view_of(date, text="2028-12"), FRENCH) == "décembre 2028"
    assert fact_text.value_text(view_of(date, text="2028-12-05"), ENGLISH) == "5 December 2028"


def test_a_screen_reader_says_the_whole_fact() -> None:
    view = power()
    said = plainly(fact_text.spoken_fact(view, FRENCH))
    assert said == f"{view.property.label_fr}, 2 GW, Maroc, prévu, accepté, confiance élevée"
    doubtful = power(state=State.PROPOSED, confidence=0.3, conflicted=True, needs_look="glued_cell", quotes=())
    said = plainly(fact_text.spoken_fact(doubtful, FRENCH))
    for part in ("proposé", "confiance faible", "en conflit", plainly(FRENCH.say("look.glued_cell")), "sans passage"):
        assert part in said


def test_bounds_are_said_in_words() -> None:
    for comparator, said in (
        (Comparator.AT_MOST, "au plus 500 MW"),
        (Comparator.ABOUT, "environ 500 MW"),
        (Comparator.MORE, "plus de 500 MW"),
    ):
        view = power("500", "MW", comparator=comparator, lifecycle=Lifecycle.UNKNOWN)
        assert said in plainly(fact_text.spoken_fact(view, FRENCH))


def test_a_foreign_name_cannot_turn_the_line_around() -> None:
    told = fact_text.about_text(power(subject="محطة"), FRENCH)
    assert "\u2068محطة\u2069" in told


@pytest.mark.parametrize("key", ["glued_cell", "differs_from_passage", "unit_not_of_property"])
def test_every_reason_to_look_has_its_sentence(key: str) -> None:
    view = power(needs_look=key)
    for words in (FRENCH, ENGLISH):
        assert len(words.say(fact_text.look_key(view.fact))) > len(key)


def test_the_base_unit_is_said_where_it_helps() -> None:
    assert plainly(fact_text.normalised_text(power("2", "GW").fact, FRENCH)) == "2 000 MW"
    at_most = power("2", "GW", comparator=Comparator.AT_MOST)
    assert plainly(fact_text.normalised_text(at_most.fact, FRENCH)) == "2 000 MW"
    assert fact_text.normalised_text(power("500", "MW").fact, FRENCH) == ""
    years = view_of(property_of(Kind.QUANTITY, "duration"), Quantity.of(Decimal(20), "a"))
    assert fact_text.normalised_text(years.fact, FRENCH) == ""
