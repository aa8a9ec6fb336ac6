"""Pounds of weight and of paper: read as money, a recipe or a library would cost the editor a rejection a line."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maeditor.extraction.interface import MentionKind
from maeditor.extraction.mentions import mentions


def _first(text, language):
    mention = mentions(text, language)[0]
    return mention.kind, mention.value, mention.unit


@pytest.mark.parametrize(
    "text", ["7 pounds of apples", "the dog weighs 7 pounds", "he gained 7 pounds", "7 pounds heavier than the first"]
)
def test_pounds_of_things_are_weights(text):
    assert _first(text, "en") == (MentionKind.QUANTITY, Decimal(7), "[lb_av]")


@pytest.mark.parametrize(
    "text", ["7 pounds of savings", "a ticket for 7 pounds", "7 pounds sterling", "lost £7 at cards", "7 pounds a head"]
)
def test_pounds_for_things_are_money(text):
    assert _first(text, "en") == (MentionKind.MONEY, Decimal(7), "GBP")


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("1 million 350 000 abonnés", "fr", 1_350_000),
        ("4 millions 250 mille abonnés", "fr", 4_250_000),
        ("2 million 150,000 people", "en", 2_150_000),
    ],
)
def test_millions_go_on_with_their_thousands(text, language, value):
    assert mentions(text, language)[0].value == value


def test_broken_millions_do_not():
    assert [mention.value for mention in mentions("1,5 million 350 000", "fr")] == [1_500_000, 350_000]


@given(st.integers(2, 999), st.sampled_from(["un hangar neuf de {} m²", "rien de neuf, {} salles"]))
def test_what_is_new_never_counts_nine(number, text):
    assert 9 not in [mention.value for mention in mentions(text.format(number), "fr") if mention.text == "neuf"]
