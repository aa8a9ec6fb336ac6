"""A status nobody told is an error in a sheet: it follows words and tense, what the figure is, and dates."""

import pytest

from maeditor.extraction.jsonl_proposals import proposal_lines
from maeditor.extraction.proposals import propose


def told(text, quote, language="fr"):
    lines = [each for each in proposal_lines(propose(text, language), "a") if each["type"] == "fact"]
    return next(each["status"] for each in lines if quote in str(each["quote"]))


@pytest.mark.parametrize(
    ("sentence", "quote", "status"),
    [
        ("La ferme solaire d’Agdz compte 18 MW et alimente la vallée.", "18 MW", "operational"),
        ("Le groupe a inauguré hier un entrepôt de 4 hectares à Taza.", "4 hectares", "operational"),
        ("Le groupe a inauguré un entrepôt qui lui a coûté 60 millions de dirhams.", "60 millions", "past"),
        ("La région bâtira un hôpital de 300 lits près de la gare.", "300 lits", "planned"),
        ("Le pont reliera les deux rives et mesurera 900 mètres.", "900 mètres", "planned"),
        ("La coopérative va planter 40 hectares d’oliviers au printemps.", "40 hectares", "planned"),
        ("Un silo de 12 000 tonnes est en cours de construction à Berrechid.", "12 000 tonnes", "under_construction"),
        ("Les travaux du canal de 35 km ont débuté lundi.", "35 km", "under_construction"),
        ("Le tunnel est réalisé à 64 % selon le maître d’ouvrage.", "64 %", "under_construction"),
        ("La filière pourrait créer 5 000 emplois.", "5 000 emplois", "estimated"),
        ("Le marché passerait de 2 milliards de dollars à 3 milliards en 2031.", "3 milliards", "estimated"),
        ("La deuxième tranche porterait la centrale à 90 MW.", "90 MW", "planned"),
        ("La société a vendu 31 000 tonnes de sardines l’été passé.", "31 000 tonnes", "past"),
        ("Le chiffre d’affaires ressort à 410 millions de dirhams au premier semestre.", "410 millions", "past"),
        ("Les ventes ont progressé de 7 % sur la période.", "7 %", "past"),
        ("La part du rail est de 14 %, contre 11 % un an plus tôt.", "11 %", "past"),
        ("Le protocole d’accord porte sur une unité de 70 MW.", "70 MW", "announced"),
        ("Le parc est passé de 20 à 45 MW en deux ans.", "45 MW", "operational"),
        ("La flotte passera de 14 navires à 22 navires.", "14 navires", "operational"),
        ("Le taux de perte, de 24 %, doit baisser nettement.", "24 %", "operational"),
        ("Cent vingt agents seront recrutés en plus des 640 salariés actuels.", "640 salariés", "operational"),
        ("Le ministère a signé un contrat pour une station de 9 MW.", "9 MW", "planned"),
        ("Bâtie en huit mois, l’école accueille 400 élèves.", "huit mois", "past"),
        ("Le projet de 55 MW a été abandonné.", "55 MW", None),
    ],
)
def test_french_words_and_tenses_tell_the_status(sentence, quote, status):
    assert told(sentence, quote) == status


@pytest.mark.parametrize(
    ("sentence", "quote", "status"),
    [
        ("The refinery has 900 workers on its books.", "900 workers", "operational"),
        ("The utility switched on a 30 MW plant near Tema.", "30 MW", "operational"),
        ("The dam will store 2 billion m3 and feed four canals of 60 km.", "60 km", "planned"),
        ("The lender plans to open 40 branches.", "40 branches", "planned"),
        ("A third unit would take the station to 120 MW.", "120 MW", "planned"),
        ("Crews are building a 75 km road to the mine.", "75 km", "under_construction"),
        ("Construction of the 210 MW dam began in spring.", "210 MW", "under_construction"),
        ("Analysts say demand could reach 14 TWh.", "14 TWh", "estimated"),
        ("Sales rose 12% to $80 million.", "12%", "past"),
        ("The airline carried 3.1 million passengers last year.", "3.1 million passengers", "past"),
        ("Output fell to 800,000 tonnes, down from 950,000 tonnes in 2023.", "950,000 tonnes", "past"),
        ("The fund won a permit for a 16 MW wind farm.", "16 MW", "planned"),
    ],
)
def test_english_words_and_tenses_tell_the_status(sentence, quote, status):
    assert told(sentence, quote, "en") == status


def test_a_bare_figure_is_of_no_known_status():
    assert told("Fiche du site\n\nPuissance : 12 MW\nSurface : 3 ha", "12 MW") is None


@pytest.mark.parametrize(
    ("headline", "status"),
    [
        ("Le câble d’Asilah entre en service", "operational"),
        ("La ville lance un appel d’offres pour le câble d’Asilah", "planned"),
        ("Pose de la première pierre pour le câble d’Asilah", "under_construction"),
    ],
)
def test_a_fact_sheet_is_of_what_the_headline_speaks_of(headline, status):
    assert told(f"{headline}\n\nEn chiffres :\n- longueur : 48 km\n- puissance : 6 MW", "48 km") == status


@pytest.mark.parametrize(("year", "status"), [("2021", "past"), ("2029", "planned")])
def test_the_date_of_an_event_is_set_against_that_of_the_article(year, status):
    text = f"Un quai pour Larache\n\nPublié le 3 mai 2025\n\nLa mise en service du quai : juin {year}."
    assert told(text, f"juin {year}") == status


@pytest.mark.parametrize(("year", "status"), [("2031", "planned"), ("2019", "past")])
def test_a_year_ahead_or_behind_tells_what_a_present_does_not(year, status):
    text = f"Le rail en chiffres\n\nPublié le 3 mai 2025\n\nEn {year}, le réseau transporte 2 millions de tonnes."
    assert told(text, "2 millions de tonnes") == status


def test_a_town_that_ends_as_a_future_does_is_none():
    assert told("Le parc d’Essaouira compte 40 MW en tout.", "40 MW") == "operational"
