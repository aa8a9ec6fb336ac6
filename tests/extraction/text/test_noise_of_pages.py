"""Noise of flattened pages: a menu taken for the headline, or an advert for a figure, spoils the whole article."""

import pytest

from maeditor.extraction.proposals import propose
from maeditor.extraction.text.lines import label_lines

BODY = (
    "La coopérative des Trois-Vallées a livré hier ses premières caisses de pommes, que la région attendait depuis "
    "longtemps. Son président a salué le travail des équipes et la patience des clients de la halle."
)


def kinds(text):
    return {text[line.start : line.end]: line.noise for line in label_lines(text) if text[line.start : line.end]}


def page(*lines):
    return "\n\n".join(["La coopérative livre ses premières caisses", BODY, *lines])


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Mon journal Sports Faits divers Mes newsletters", "nav"),
        ("Économie Culture Sports Se connecter", "nav"),
        ("EN DIRECT  Lille : la neige tient   Oslo : thon à 30 euros   Bâle : le pont rouvre", "ticker"),
    ],
)
def test_menus_and_tickers_without_separators(line, kind):
    assert kinds(f"{line}\n\n{page()}")[line] == kind


def test_entries_of_a_menu_one_a_line_are_noise_up_to_the_headline():
    found = kinds(f"Économie\nSports\nNos terroirs\nCulture\n{page()}")
    assert found["Nos terroirs"] == "nav"
    assert not found["La coopérative livre ses premières caisses"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Facebook Twitter Imprimer Copier", "share"),
        ("Share Save", "share"),
        ("1 204 personnes suivent ce direct", "social"),
        ("Charger plus de messages", "widget"),
        ("Nos autres dossiers", "related"),
        ("Tél. : 05 37 11 22 33 – Fax : 05 37 11 22 34", "contact"),
        ("Photograph: Ann Reed/Agency", "caption"),
        ("Registered in England No 0123456", "legal"),
    ],
)
def test_lines_below_the_article(line, kind):
    assert kinds(page(BODY, line))[line] == kind


def test_adverts_take_their_line_and_no_more():
    found = kinds(page("Publicité\nVotre vélo dès 9 € par mois : comparez", BODY))
    assert found["Votre vélo dès 9 € par mois : comparez"] == "ad"
    assert not found[BODY]


def test_comments_begin_with_a_name_that_speaks():
    found = kinds(page(BODY, BODY, "Mireille dit :", "Et les 300 emplois ?"))
    assert found["Et les 300 emplois ?"] == "comments"


def test_a_byline_under_a_paywall_is_still_the_articles():
    text = "La halle rouvre au printemps\nArticle réservé aux abonnés\nPublié le 7 mai 2026\n\n" + BODY
    assert not kinds(text)["Publié le 7 mai 2026"]


def test_the_hours_of_a_live_report_are_the_articles():
    log = "Neige sur les hauteurs : le fil\n\n17:40\nLe col rouvre.\n\n16:15\nIl ferme.\n\n15:05\nIl neige."
    assert not any(kinds(log)[hour] for hour in ("17:40", "16:15", "15:05"))


@pytest.mark.parametrize(
    "line",
    [
        "Nos autres usines tournent à 80 % de leur capacité.",
        "Un débit correspondant à 30 MW sera livré au réseau en fin d’année.",
        "Énergie et transports au Maroc",
    ],
)
def test_sentences_that_begin_like_noise_are_kept(line):
    assert not kinds(page(line, BODY))[line]


def test_nothing_is_proposed_from_noise():
    text = page(
        "Publicité\nVotre vélo dès 9 € par mois : comparez", BODY, BODY, "Mireille dit :", "Et les 300 emplois ?"
    )
    assert [p.quote for p in propose(text, "fr").proposals if p.quote[0].isdigit()] == []
