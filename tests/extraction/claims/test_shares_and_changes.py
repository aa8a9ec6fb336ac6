"""Shares, changes and multiples in words: read as counts or left out, the trend of an article is lost."""

from decimal import Decimal

import pytest

from maeditor.domain.values import Comparator
from maeditor.extraction.proposals import propose


def read(text, language):
    return {(p.property, p.value, p.unit) for p in propose(text, language).proposals}


@pytest.mark.parametrize(
    ("text", "language", "name", "value"),
    [
        ("Les ventes se replient d’un dixième.", "fr", "growth_percent", -10),
        ("La facture est un quart plus chère.", "fr", "growth_percent", 25),
        ("Le moteur consomme un tiers de moins.", "fr", "growth_percent", "-33.33"),
        ("Fares are a fifth higher than before.", "en", "growth_percent", 20),
        ("Losses are two thirds lower.", "en", "growth_percent", "-66.67"),
        ("Output was cut by a sixth.", "en", "growth_percent", "-16.67"),
        ("One euro in four goes to rail.", "en", "share_percent", 25),
        ("A grant was agreed, of which a third has been paid.", "en", "share_percent", "33.33"),
        ("La récolte est moitié moins abondante, moitié moins qu’en 2021.", "fr", "growth_percent", -50),
        ("One in eight flights was cancelled.", "en", "share_percent", "12.5"),
        ("The bank cut its forecast by 0.3 points.", "en", "growth_percent", "-0.3"),
        ("Le ratio ressort à 14 %, au-dessus du seuil.", "fr", "share_percent", 14),
        ("Le revenu a fondu de 4 %.", "fr", "growth_percent", -4),
        ("Le PIB gagnerait 3 % d’ici 2030.", "fr", "growth_percent", 3),
        ("The backlog is 2.5 times annual sales.", "en", "multiplier", "2.5"),
        ("La consommation connaît un quasi-doublement.", "fr", "multiplier", 2),
        ("Le prix est de 9 dirhams, le double de l’an passé.", "fr", "multiplier", 2),
    ],
)
def test_parts_and_changes_in_words(text, language, name, value):
    assert (name, Decimal(value)) in {found[:2] for found in read(text, language)}


def test_a_hedge_before_a_part_is_kept():
    told = {p.quote: p.comparator for p in propose("Debt was cut by almost a fifth.", "en").proposals}
    assert told["a fifth"] is Comparator.ABOUT
    (share,) = propose("Près d’un habitant sur six prend le train.", "fr").proposals
    assert share.comparator is Comparator.ABOUT


def test_what_something_is_doubled_with_is_no_multiple():
    assert read("La route sera bientôt doublée d’une piste.", "fr") == set()
    assert ("multiplier", Decimal(2), "1") in read("Le parc a doublé de taille.", "fr")


def test_two_multiples_are_two_facts():
    found = propose("Le sésame consomme deux fois moins que le riz. Son prix atteint le double.", "fr").proposals
    assert sum(p.property == "multiplier" for p in found) == 2
