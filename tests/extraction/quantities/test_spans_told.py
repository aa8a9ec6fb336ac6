"""Without these, a span would be told as its last end, a model's name as a power, a quote cut before its noun."""

from decimal import Decimal

import pytest

from maeditor.extraction.interface import MentionKind
from maeditor.extraction.mentions import mentions
from maeditor.extraction.proposals import propose


def facts(text, language="fr"):
    return [(p.quote, p.property, p.value, p.value_max) for p in propose(text, language).proposals]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Le marché est porté par une croissance annuelle de 15 à 25% des ventes de serveurs.",
            "fr",
            ("15 à 25%", "growth_percent", 15, 25),
        ),
        ("Une hausse de 3 % à 5 % des loyers est prévue.", "fr", ("3 % à 5 %", "growth_percent", 3, 5)),
        ("Une baisse de 10-15% du trafic est prévue.", "fr", ("10-15%", "growth_percent", -10, -15)),
        ("Une augmentation moyenne de 7% des salaires.", "fr", ("7%", "growth_percent", 7, None)),
        ("A rise of 5 to 8% of the rents is planned.", "en", ("5 to 8%", "growth_percent", 5, 8)),
    ],
)
def test_the_size_of_a_named_change_is_one_growth_whatever_follows(text, language, expected):
    assert expected in facts(text, language)


def test_the_two_ends_of_a_change_stay_two_values():
    found = mentions("La part du gaz est passée de 20 à 30 % en un an.", "fr")
    assert [(mention.value, mention.value2) for mention in found[:2]] == [(20, None), (30, None)]


@pytest.mark.parametrize(
    ("text", "language", "quote", "low", "high", "unit"),
    [
        ("à une distance comprise entre un et six kilomètres", "fr", "un et six kilomètres", 1, 6, "km"),
        ("Le chantier durera d’un à trois ans.", "fr", "un à trois ans", 1, 3, "a"),
        ("Il faut une à 2 heures.", "fr", "une à 2 heures", 1, 2, "h"),
        ("between one and five kilometres away", "en", "one and five kilometres", 1, 5, "km"),
        ("It takes one to two years.", "en", "one to two years", 1, 2, "a"),
        ("Cela coûte un à deux milliards d’euros.", "fr", "un à deux milliards d’euros", 10**9, 2 * 10**9, "EUR"),
    ],
)
def test_a_span_may_begin_with_one_in_words(text, language, quote, low, high, unit):
    (found,) = mentions(text, language)
    assert (found.text, found.value, found.value2, found.unit) == (quote, low, high, unit)


@pytest.mark.parametrize("text", ["Il y a deux gares, l’une à 3 km.", "Un hôtel et deux bars.", "Un et un font deux."])
def test_an_article_before_another_number_stays_one(text):
    assert all(mention.value2 is None and mention.value != 1 for mention in mentions(text, "fr") if mention.unit)


@pytest.mark.parametrize(
    "text",
    [
        "Des turbines WT171-5MW seront livrées.",
        "Deux B350-900 seront livrés.",
        "Le moteur GT-450 kW est en vente.",
        "L’usine fait le modèle XR12-300 MW.",
    ],
)
def test_the_name_of_a_machine_measures_nothing(text):
    assert [mention.unit for mention in mentions(text, "fr") if mention.unit] == []
    assert all(found[2] == 2 for found in facts(text))


def test_a_hyphen_between_two_measures_still_spans():
    found = mentions("La puissance va de 5MW-10MW à 100-150 MW.", "fr")
    assert [(mention.value, mention.value2, mention.unit) for mention in found] == [
        (Decimal(5), Decimal(10), "MW"),
        (Decimal(100), Decimal(150), "MW"),
    ]


def test_groups_of_countries_keep_their_number():
    assert [mention.kind for mention in mentions("Le G-20 se réunit.", "fr")] == [MentionKind.CARDINAL]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Elle cherche un poste sur les trois premiers mois.", "trois premiers mois"),
        ("Les deux dernières années ont été bonnes.", "deux dernières années"),
        ("14 % des firmes recrutent, soit deux points de plus qu’en mars.", "deux points de plus"),
        ("Le taux est de 8 %, soit trois points de moins.", "trois points de moins"),
    ],
)
def test_a_quote_reaches_the_noun_that_it_tells_of(text, quote):
    assert quote in [found[0] for found in facts(text)]
