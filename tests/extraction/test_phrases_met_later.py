"""Phrases of other trades than the first ones: what they say must not depend on the subject of an article."""

from decimal import Decimal

import pytest

from maeditor.domain.values import Comparator
from maeditor.extraction.proposals import propose


def facts(text, language="fr"):
    return {(p.quote, p.property, p.value, p.unit) for p in propose(text, language).proposals}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Le trajet durera 2 h 25.", "fr", ("2 h 25", "duration", Decimal(145), "min")),
        ("On n’y trouve qu’une seule borne.", "fr", ("une seule borne", "count_other", Decimal(1), "1")),
        ("Prices had grown for six straight years.", "en", ("six straight years", "duration", Decimal(6), "a")),
        ("Le taux ressort à 49 % (+ 3 pts).", "fr", ("3 pts", "growth_percent", Decimal(3), "{pp}")),
        ("Live supply was up 27 per cent at year-end.", "en", ("27 per cent", "growth_percent", Decimal(27), "%")),
        ("The works add a 13,000-square-metre hall.", "en", ("13,000-square-metre", "area", Decimal(13000), "m2")),
        ("A new 250-bed clinic opens.", "en", ("250-bed", "count_other", Decimal(250), "1")),
        (
            "L’aile coûte 95 millions d’euros ; l’ensemble, 260.",
            "fr",
            ("260", "investment", Decimal(260_000_000), "EUR"),
        ),
        (
            "Le chiffre d’affaires atteint 49 M€ et le résultat net 9 M€, contre 7 M€.",
            "fr",
            ("7 M€", "money_other", Decimal(7_000_000), "EUR"),
        ),
    ],
)
def test_values_of_other_trades_are_read(text, language, expected):
    assert expected in facts(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Les 7 millions d’euros évoqués la veille sont démentis.", "fr"),
        ("Taux : Euribor 6 mois.", "fr"),
        ("La route sera doublée d’une seconde voie.", "fr"),
        ("Le train part à 14 h 30.", "fr"),
        ("The permit for drill hole T2-045 is old.", "en"),
    ],
)
def test_what_states_nothing_stays_silent(text, language):
    assert facts(text, language) == set()


@pytest.mark.parametrize(
    ("text", "language", "value", "comparator"),
    [
        ("L’ouverture n’interviendra pas avant mai 2027.", "fr", "2027-05", Comparator.AT_LEAST),
        ("The mine is not expected to open before 2028.", "en", "2028", Comparator.AT_LEAST),
        ("La pompe ne consommera plus que 3 kWh.", "fr", Decimal(3), Comparator.EQUAL),
        ("طاقة لا تقل عن 40 ميغاواط", "ar", Decimal(40), Comparator.AT_LEAST),
    ],
)
def test_bounds_say_what_the_words_say(text, language, value, comparator):
    assert [(p.value, p.comparator) for p in propose(text, language).proposals] == [(value, comparator)]


def test_columns_give_dates_scales_and_steps():
    text = (
        "Les étapes du port de Bouznika\n\nPhase | Budget ($m) | Quais (m) | Mise en service\n"
        "1 | 120 | 300 | 2026\n2 | 250 | 450 | 2028\n"
    )
    found = {(p.property, p.value, p.unit, p.subject) for p in propose(text, "fr").proposals}
    assert ("investment", Decimal(120_000_000), "USD", "Phase 1") in found
    assert ("date_event", "2028", "", "Phase 2") in found
    assert not {value for prop, value, _, _ in found if prop.startswith("count")}


def test_a_summary_and_its_body_are_one_proposal_with_two_passages():
    text = (
        "Un titre sans chiffre ici\n\n- Quatre centres de données prévus au Maroc\n\n"
        "Le plan retient quatre data centers au Maroc."
    )
    found = [p for p in propose(text, "fr").proposals if p.property == "count_datacenters"]
    assert [(p.value, len(p.evidence)) for p in found] == [(Decimal(4), 2)]


def test_a_dated_line_of_a_chronology_is_an_event():
    text = (
        "Le chantier en dates\n\nChronologie\n2018 : mise en service du tronçon nord\n"
        "Novembre 2024 : choix du fournisseur\n"
    )
    assert {p.value for p in propose(text, "fr").proposals} == {"2018", "2024-11"}


@pytest.mark.parametrize(
    ("sentence", "language", "value"),
    [
        ("Le chantier a démarré en mars.", "fr", "2026-03"),
        ("Trenching begins in September.", "en", "2026-09"),
        ("Le contrat a été signé en novembre.", "fr", "2025-11"),
    ],
)
def test_a_month_without_its_year_takes_the_articles(sentence, language, value):
    text = f"Une ligne sous la mer\n\nPar Lina M. – 2026-05-04\n\n{sentence}"
    assert [p.value for p in propose(text, language).proposals if p.property == "date_event"] == [value]
