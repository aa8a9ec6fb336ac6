"""Counts, ranks, durations and dates that need a word near by to be told apart."""

from decimal import Decimal

import pytest

from maeditor.extraction.proposals import propose


def read(text, language):
    return {(p.property, p.value, p.unit) for p in propose(text, language).proposals}


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("The resort will employ 900.", "en", ("jobs", 900, "1")),
        ("La scierie emploie environ 60.", "fr", ("jobs", 60, "1")),
        ("Le dépôt signera 40 CDI.", "fr", ("jobs", 40, "1")),
        ("La firme a été fondée en 2019 par trois ingénieurs.", "fr", ("count_other", 3, "1")),
        ("The lab, founded by two engineers, is thriving.", "en", ("count_other", 2, "1")),
        ("L’emploi progresse : 9 000 créations en ville.", "fr", ("jobs", 9000, "1")),
        ("After two lean years, trade is back.", "en", ("duration", 2, "a")),
        ("Il a fallu quatre longues années.", "fr", ("duration", 4, "a")),
        ("Le transit est tombé de 60 à 8 heures.", "fr", ("duration", 8, "h")),
        ("La distance entre deux sites atteint 4 km.", "fr", ("count_other", 2, "1")),
        ("Ce cru est le troisième jamais récolté.", "fr", ("rank", 3, "1")),
        ("La chaîne est le numéro trois derrière deux rivales.", "fr", ("rank", 3, "1")),
        ("Datora breaks ground on second Lagos data center.", "en", ("count_datacenters", 2, "1")),
        ("Each farm keeps an average of 2.6 cows.", "en", ("count_other", "2.6", "1")),
    ],
)
def test_words_near_by_decide(text, language, told):
    assert (told[0], Decimal(told[1]), told[2]) in read(text, language)


@pytest.mark.parametrize(
    ("text", "language", "date"),
    [
        ("Le premier convoi partira au troisième trimestre 2027.", "fr", "2027-07/2027-09"),
        ("Les livraisons reprendront en mars 2028.", "fr", "2028-03"),
        ("La piste ne verra pas le jour avant 2031.", "fr", "2031"),
        ("L’inondation de mai 2021 a tout emporté.", "fr", "2021-05"),
        ("The link stays on track for June 2029.", "en", "2029-06"),
    ],
)
def test_what_will_happen_is_dated(text, language, date):
    assert ("date_event", date) in {found[:2] for found in read(text, language)}


def test_a_month_to_come_is_not_of_last_year():
    text = "Un canal neuf\n\nPublié le 4 mai 2026\n\nTerrassement dès octobre, avec des moyens réduits.\n"
    assert ("date_event", "2026-10") in {found[:2] for found in read(text, "fr")}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The firm promises five nines to all.", "en"),
        ("Il hésite, entre deux chaises.", "fr"),
        ("La hausse viendra en deux temps.", "fr"),
        ("Personne n’a besoin de 900 gares.", "fr"),
        ("Je démens le chiffre de 8 milliards d’euros.", "fr"),
    ],
)
def test_these_state_nothing(text, language):
    assert read(text, language) == set()


def test_hearsay_is_a_value():
    assert ("money_other", Decimal(20_000_000), "USD") in read("The rumoured fee is $20m.", "en")


def test_ages_are_no_spans_and_their_shares_no_falls():
    found = read("La vallée compte 38 % de moins de 25 ans.", "fr")
    assert found == {("share_percent", Decimal(38), "%")}
    assert ("duration", Decimal(30), "a") in read("Le bail court depuis plus de 30 ans.", "fr")
    assert read("La moyenne d’âge est de 29 ans.", "fr") == set()
