"""What an amount of money is: an investment that was a fine or a price misleads every sum made of it."""

from decimal import Decimal

import pytest

from maeditor.extraction.proposals import propose


def read(text, language):
    return {(p.property, p.value, p.unit) for p in propose(text, language).proposals}


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("Les dégâts atteignent 40 millions d’euros.", "fr", ("money_other", 40_000_000, "EUR")),
        ("Cautionnement provisoire : 60 000 dirhams.", "fr", ("money_other", 60_000, "MAD")),
        ("Le cacao a rapporté 2 milliards d’euros.", "fr", ("revenue", 2_000_000_000, "EUR")),
        ("The storm caused $3 billion of damage.", "en", ("money_other", 3_000_000_000, "USD")),
        ("Le mégawatt revient à 9 millions de dollars.", "fr", ("price", 9_000_000, "USD/MW")),
        ("Chaque kilo se vend 14 dirhams.", "fr", ("price", 14, "MAD/kg")),
        ("A kilowatt-hour costs $0.21.", "en", ("price", "0.21", "USD/kWh")),
        ("Households pay $0.40 a day.", "en", ("price", "0.40", "USD")),
        ("L’auberge demande 1 200 dirhams la chambre.", "fr", ("price", 1200, "MAD")),
        ("La firme a perdu 18 millions d’euros.", "fr", ("money_other", 18_000_000, "EUR")),
        ("The fund closed at $2 billion.", "en", ("money_other", 2_000_000_000, "USD")),
        ("La chambre est à 900 dirhams la nuit.", "fr", ("price", 900, "MAD")),
    ],
)
def test_amounts_are_what_their_words_say(text, language, told):
    assert (told[0], Decimal(told[1]), told[2]) in read(text, language)


def test_amounts_without_a_word_are_what_the_headline_says():
    rows = "{}\n\nThe list is out today, and it is short.\n\nSolinda (Kenya) – $40m\n"
    assert ("money_other", Decimal(40_000_000), "USD") in read(rows.format("Three firms that raised big"), "en")
    assert ("investment", Decimal(40_000_000), "USD") in read(rows.format("Three sites to look at now"), "en")


def test_one_hectare_of_trees_is_no_area():
    assert read("Un hectare d’oliviers réclame des soins.", "fr") == set()
    assert read("A megawatt of wind needs room.", "en") == set()
