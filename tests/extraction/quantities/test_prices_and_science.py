"""Prices and measures written in ways of their own: each was read as half of what it says."""

from decimal import Decimal

import pytest

from maeditor.extraction.interface import MentionKind
from maeditor.extraction.mentions import mentions


def _first(text, language="fr"):
    mention = mentions(text, language)[0]
    return mention.kind, mention.value, mention.unit


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("le café à 2€30", "2.3", "EUR"),
        ("une amende de 4 000 F en 1987", "4000", "FRF"),
        ("un contrat de 25 MF", "25000000", "FRF"),
        ("3 000 000 de dollars", "3000000", "USD"),
        ("40 millions de F CFA", "40000000", "XOF"),
    ],
)
def test_prices_are_whole(text, value, unit):
    assert _first(text) == (MentionKind.MONEY, Decimal(value), unit)


@pytest.mark.parametrize("text", ["32 F et 18 H", "18 H, 32 F", "35 livres de cuisine", "elle a publié six livres"])
def test_women_and_books_are_no_money(text):
    assert MentionKind.MONEY not in {mention.kind for mention in mentions(text, "fr")}


def test_pounds_without_books_stay_money():
    assert _first("une rente de 300 livres") == (MentionKind.MONEY, Decimal(300), "GBP")


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("il mesure 1m92", "fr", "1.92", "m"),
        ("un mur de 3 m 20", "fr", "3.20", "m"),
        ("half a kilometre away", "en", "0.5", "km"),
        ("three quarters of an hour", "en", "0.75", "h"),
        ("a flux of 12 W m−2", "en", "12", "W.m-2"),
        ("un débit de 8 kg m−2 s−1", "fr", "8", "kg.m-2.s-1"),
        ("il fait moins neuf degrés", "fr", "-9", "Cel"),
        ("une température de moins 15 degrés", "fr", "-15", "Cel"),
        ("un écart de 3/10e de seconde", "fr", "0.3", "s"),
    ],
)
def test_measures_are_whole(text, language, value, unit):
    assert _first(text, language) == (MentionKind.QUANTITY, Decimal(value), unit)


@pytest.mark.parametrize("text", ["au moins neuf degrés", "plus ou moins neuf degrés"])
def test_bounds_are_no_signs(text):
    assert _first(text) == (MentionKind.QUANTITY, Decimal(9), "Cel")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("un trois-mâts amarré", "fr"),
        ("né dans les Deux-Sèvres", "fr"),
        ("hold on a second.", "en"),
        ("images per second", "en"),
    ],
)
def test_names_and_moments_are_no_numbers(text, language):
    assert mentions(text, language) == ()


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [("le 2 000e client", "fr", 2000), ("the 1,500th visitor", "en", 1500), ("her second term", "en", 2)],
)
def test_ordinals_keep_their_thousands(text, language, value):
    assert _first(text, language) == (MentionKind.ORDINAL, Decimal(value), "")


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("half a percent more", "en", "0.5"),
        ("one-quarter of one percent", "en", "0.25"),
        ("un demi pour cent de plus", "fr", "0.5"),
    ],
)
def test_fractions_of_a_percent_are_percentages(text, language, value):
    assert _first(text, language) == (MentionKind.PERCENTAGE, Decimal(value), "%")


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("le site émet 8 000 tonnes de CO2 par an", "fr", "8000", "t{CO2e}/a"),
        ("it uses 2 million gallons per day", "en", "2000000", "[gal_us]/d"),
        ("un débit de 60 litres par minute", "fr", "60", "L/min"),
        ("9 pieds cubes", "fr", "9", "[cft_i]"),
        ("4 W·m⁻²", "fr", "4", "W.m-2"),
    ],
)
def test_carbon_water_and_rates_have_units_of_their_own(text, language, value, unit):
    assert _first(text, language) == (MentionKind.QUANTITY, Decimal(value), unit)


@pytest.mark.parametrize("text", ["à 4 années-lumière", "120 mm de mercure", "2 acre-feet", "7 degrés Beaufort"])
def test_a_unit_we_do_not_know_is_not_read_as_its_first_word(text):
    assert MentionKind.QUANTITY not in {mention.kind for mention in mentions(text, "fr")}


@pytest.mark.parametrize(
    ("text", "language"), [("sur 7.4 km de piste", "fr"), ("it grew by 3.5 points", "en"), ("since 2.6 million", "en")]
)
def test_a_decimal_point_makes_no_day_of_the_month(text, language):
    assert MentionKind.DATE not in {mention.kind for mention in mentions(text, language)}


@pytest.mark.parametrize(("text", "value"), [("vendredi 3.7", "--07-03"), ("le 3.7 à midi", "--07-03")])
def test_a_day_with_a_point_after_its_weekday_or_article_is_a_date(text, value):
    assert mentions(text, "fr")[0].value == value


@pytest.mark.parametrize(
    ("text", "value"), [("Ire armée", 1), ("IIde ligne", 2), ("XVIIième siècle", 17), ("Ier siècle", 1)]
)
def test_roman_ordinals_have_all_their_endings(text, value):
    assert _first(text) == (MentionKind.ORDINAL, Decimal(value), "")


def test_two_numbers_tied_by_a_hyphen_are_both_read():
    assert [mention.value for mention in mentions("deux-trois fois puis vingt-trente pages", "fr")] == [2, 3, 20, 30]


def test_a_worm_is_no_fifth():
    assert mentions("Ver de terre", "fr") == ()


def test_cents_follow_by_their_letter():
    assert _first("20 dollars and 15c", "en") == (MentionKind.MONEY, Decimal("20.15"), "USD")


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("ajoutez 1/2 citron", "fr", "0.5"),
        ("3/4 de tasse", "fr", "0.75"),
        ("a 1/4 teaspoon", "en", "0.25"),
        ("a 3/4 vote", "en", "0.75"),
    ],
)
def test_common_fractions_before_a_thing_are_one_number(text, language, value):
    assert [mention.value for mention in mentions(text, language)] == [Decimal(value)]


def test_the_first_of_two_pages_is_no_half():
    assert [mention.value for mention in mentions("page 1/2 suivante", "fr")] == [1, 2]
