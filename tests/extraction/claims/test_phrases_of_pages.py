"""French business pages tell changes, shares and market sizes in a few turns; each read wrong is a correction a day."""

from decimal import Decimal

import pytest

from maeditor.extraction.proposals import propose


def told(text):
    return {each.quote: each for each in propose(text + "\n", "fr").proposals}


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("La hausse du coût du risque d’environ 90 % pèse sur les comptes.", "90 %", 90),
        ("Le recul des ventes de tuiles de 8 % inquiète.", "8 %", -8),
        ("Les ventes seraient supérieures d’un tiers à celles de l’an dernier.", "un tiers", "33.33"),
        ("Le dinar s’est apprécié de 12 % en un an.", "12 %", 12),
        ("Le bénéfice a évolué de 1,20 % à 3,45 milliards de dirhams.", "1,20 %", "1.20"),
        ("Le résultat a évolué légèrement de 1,20 % à 3,45 milliards de dirhams.", "1,20 %", "1.20"),
        ("Le dinar s’est déprécié de 4 %.", "4 %", -4),
        ("La sole de lin progresserait de 2,9 %, celle d’avoine de 7,9 %.", "7,9 %", "7.9"),
        ("La sole de lin reculerait de 2,9 %, celle d’avoine de 7,9 %.", "7,9 %", "-7.9"),
        ("Les prévisions de croissance restent faibles (0,2 % puis 0,4 % seulement).", "0,4 %", "0.4"),
    ],
)
def test_the_size_of_a_change_is_growth_with_its_sign(text, quote, value):
    claim = told(text)[quote]
    assert (claim.property, claim.value, claim.unit) == ("growth_percent", Decimal(str(value)), "%")


@pytest.mark.parametrize(
    "text",
    [
        "La hausse du poids des filiales de 12 % à 24 % rassure.",
        "Le pourcentage de pousses financées a diminué, passant de plus de 12 % en 2021 à seulement 24 % en 2023.",
        "La part du lin tombe de 12 % à 24 %.",
    ],
)
def test_both_ends_of_a_change_of_a_share_are_shares(text):
    found = told(text)
    assert [found[quote].property for quote in ("12 %", "24 %")] == ["share_percent", "share_percent"]
    assert [found[quote].value for quote in ("12 %", "24 %")] == [12, 24]


def test_a_growth_that_changes_stays_growth():
    assert told("La croissance est passée de 5 % à 3 %.")["3 %"].property == "growth_percent"


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Le savon représente un marché évalué à 1,4 milliard d’euros.", "1,4 milliard d’euros"),
        ("Le segment des algues est projeté à 400 milliards de dollars.", "400 milliards de dollars"),
        ("En bourse, la jeune pousse vaut déjà 120 millions d’euros.", "120 millions d’euros"),
        (
            "Ménara distribue des actions gratuites pour un montant de 310 millions de dirhams.",
            "310 millions de dirhams",
        ),
        ("Le terrain sera vendu par la commune pour 4 millions d’euros.", "4 millions d’euros"),
        ("Ménara a évolué de 1,20 % à 3,45 milliards de dirhams.", "3,45 milliards de dirhams"),
    ],
)
def test_what_something_is_worth_or_sold_for_is_no_investment(text, amount):
    assert told(text)[amount].property == "money_other"


def test_the_period_and_the_record_of_figures_are_no_events():
    text = "Au titre du premier semestre 2023, Zellij a publié un produit net bancaire de 9 milliards de dirhams."
    (claim,) = told(text).values()
    assert claim.as_of == "2023-01/2023-06"
    assert not told("La récolte publiée serait proche de son niveau record de 2012.")


def test_what_goes_into_production_by_a_day_is_an_event():
    assert told("Le four entre en production d’ici début 2026.")["début 2026"].value == "2026-01"


def test_one_more_site_is_no_place_in_a_ranking():
    assert not told("Ménara veut ouvrir un site à Montréal et sans doute un deuxième en Europe.")
