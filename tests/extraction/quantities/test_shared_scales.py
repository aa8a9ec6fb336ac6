"""Scales that two ends of a span share: "2 à 3 millions de tonnes" does not begin at two tonnes."""

from decimal import Decimal

import pytest

from maeditor.domain.values import Comparator
from maeditor.extraction.interface import MentionKind
from maeditor.extraction.mentions import mentions


@pytest.mark.parametrize(
    ("text", "language", "low", "high"),
    [
        ("de 4 à 5 millions de tonnes", "fr", "4000000", "5000000"),
        ("quatre à cinq cents visiteurs", "fr", "400", "500"),
        ("quatre à cinq cent mille visiteurs", "fr", "400000", "500000"),
        ("vingt à trente mille visiteurs", "fr", "20000", "30000"),
        ("three to four hundred people", "en", "300", "400"),
    ],
)
def test_the_first_end_takes_the_scale_of_the_second(text, language, low, high):
    (mention,) = mentions(text, language)
    assert (mention.value, mention.value2) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("text", "low", "high"), [("de cent à trois cents visiteurs", "100", "300"), ("de 4 à 5 m", "4", "5")]
)
def test_ends_with_scales_of_their_own_keep_them(text, low, high):
    (mention,) = mentions(text, "fr")
    assert (mention.value, mention.value2) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize("text", ["60 Mio CHF", "60 mio de francs suisses"])
def test_swiss_millions_are_millions(text):
    (mention,) = mentions(text, "fr")
    assert (mention.kind, mention.value, mention.unit) == (MentionKind.MONEY, 60_000_000, "CHF")


@pytest.mark.parametrize(
    ("text", "language"),
    [("mardi 14/10", "fr"), ("mardi 14/10/2025", "fr"), ("jeudi 2025-10-16", "fr"), ("Tuesday 10/14", "en")],
)
def test_a_date_in_figures_is_marked_from_its_weekday(text, language):
    (mention,) = mentions(f"on {text}" if language == "en" else f"le {text}", language)
    assert (mention.kind, mention.text) == (MentionKind.DATE, text)


def test_a_year_after_an_apostrophe_is_a_year():
    assert [mention.value for mention in mentions("the floods of '93", "en")] == ["1993"]
    assert MentionKind.YEAR not in {mention.kind for mention in mentions("he said '93 dead'", "en")}


def test_nothing_new_is_no_nine():
    assert mentions("Rien de neuf ici", "fr") == ()


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("4 millions et demi d'euros", "fr", "4500000", "EUR"),
        ("6 et demi pour cent", "fr", "6.5", "%"),
        ("9 and a half miles", "en", "9.5", "[mi_i]"),
    ],
)
def test_a_half_after_figures_is_part_of_them(text, language, value, unit):
    (mention,) = mentions(text, language)
    assert (mention.value, mention.unit) == (Decimal(value), unit)


def test_a_plus_before_the_unit_is_a_lower_bound():
    (mention,) = mentions("a campus of 60+ MW", "en")
    assert (mention.value, mention.unit, mention.comparator) == (60, "MW", Comparator.AT_LEAST)
