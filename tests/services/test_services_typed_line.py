"""A whole fact in one line: what leaves no doubt fills its field, what does is refused by name, nothing is dropped."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maeditor.domain.errors import ValueTextError
from maeditor.domain.facts import Lifecycle
from maeditor.domain.values import Comparator, Quantity
from maeditor.services.sourcing import Slot
from maeditor.services.typed_line import read_line


def test_value_place_stage_and_year_fill_their_fields() -> None:
    line = read_line("2 GW Dakhla prévu 2028", "fr")
    assert line is not None
    assert line.value is not None
    assert line.value.quantity == Quantity.of(Decimal(2), "GW")
    assert (line.place, line.subject, line.lifecycle, line.date) == ("Dakhla", "", Lifecycle.PLANNED, "2028")
    assert line.slots == {Slot.VALUE, Slot.PLACE, Slot.STATUS, Slot.DATE}


@pytest.mark.parametrize(
    ("typed", "place", "subject", "stage"),
    [
        ("≤ 500 MW Maroc Dakhla", "Dakhla", "Maroc", None),
        ("40 à 386 MW à Tétouan, en construction", "Tétouan", "", Lifecycle.UNDER_CONSTRUCTION),
        ("2 GW en service", "", "", Lifecycle.OPERATIONAL),
        ("1er Maroc", "Maroc", "", None),
        ("2 Gio Casablanca", "Casablanca", "", None),
        ("3 centres Maroc", "Maroc", "centres", None),
        ("50 MW Rift Compute", "", "Rift Compute", None),
    ],
)
def test_the_other_words_find_their_fields(typed: str, place: str, subject: str, stage: Lifecycle | None) -> None:
    line = read_line(typed, "fr")
    assert line is not None
    assert (line.place, line.subject, line.lifecycle) == (place, subject, stage)


def test_a_subject_of_the_project_is_known_in_any_case() -> None:
    line = read_line("50 MW rift compute 2027", "fr", known=["Rift Compute", "Rift"])
    assert line is not None
    assert (line.subject, line.date) == ("Rift Compute", "2027")


@pytest.mark.parametrize("typed", ["120 MW blabla", "2 GW Dakhla peut-être", "2 GW 3 MW"])
def test_words_that_say_nothing_known_are_refused_by_name(typed: str) -> None:
    with pytest.raises(ValueTextError) as caught:
        read_line(typed, "fr")
    assert caught.value.key == "typed_unread"


@pytest.mark.parametrize("typed", ["", "Dakhla", "prévu", "x" * 400])
def test_without_a_value_it_is_no_line(typed: str) -> None:
    assert read_line(typed, "fr") is None


@given(
    amount=st.integers(2, 9000),
    sign=st.sampled_from(["", "≤ ", "~", "> "]),
    place=st.sampled_from(["Dakhla", "Casablanca", "Nairobi", "Maroc"]),
    stage=st.sampled_from(["prévu", "annoncé", "en construction"]),
    year=st.integers(2024, 2060),
    order=st.permutations([0, 1, 2]),
)
def test_the_order_of_the_words_does_not_matter(
    amount: int, sign: str, place: str, stage: str, year: int, order: list[int]
) -> None:
    words = [place, stage, str(year)]
    line = read_line(f"{sign}{amount} MW {' '.join(words[at] for at in order)}", "fr")
    assert line is not None
    assert line.value is not None
    assert line.value.quantity.amount == amount
    assert (line.value.quantity.comparator is Comparator.EQUAL) == (sign == "")
    assert (line.place, line.date, line.lifecycle is None) == (place, str(year), False)


@settings(max_examples=200)
@given(
    typed=st.text(max_size=40)
    | st.text(alphabet="0123456789 .,-−+≤≥<>~%eEMGWkàde/²½éprévuDakhla٣٠\u00a0\u202f", max_size=40),
    language=st.sampled_from(["fr", "en"]),
)
def test_whatever_is_typed_is_read_or_refused_in_words(typed: str, language: str) -> None:
    line = None
    with suppress(ValueTextError):
        line = read_line(typed, language)
    assert line is None or line.value is not None
