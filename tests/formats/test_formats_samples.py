"""The sample articles: what a person opens first must be read well, set right, and hold what matters."""

from __future__ import annotations

import re
import unicodedata

import pytest

from maeditor.assets import sample_data
from maeditor.formats.article_files import ReadArticle, read_article
from maeditor.formats.folders import article_paths

ARTICLES = {path.name: read_article(path) for path in article_paths([sample_data()])}
BY_NUMBER = {name[:2]: article for name, article in ARTICLES.items()}
FRENCH = ("01", "02", "03", "05", "06", "09", "10")


def test_there_are_articles_of_every_kind_and_tongue():
    assert len(ARTICLES) >= 9
    assert {name.rsplit(".", 1)[1] for name in ARTICLES} == {"txt", "md", "html"}
    assert not any(name.startswith("README") for name in ARTICLES)


@pytest.mark.parametrize("number", sorted(BY_NUMBER))
def test_each_is_an_article_of_some_length(number):
    article = BY_NUMBER[number]
    assert 240 <= len(article.text.split()) <= 750
    assert article.title
    assert article.encoding == "utf-8"
    assert article.text == unicodedata.normalize("NFC", article.text)


@pytest.mark.parametrize(
    ("number", "publisher", "author", "published", "language"),
    [
        ("01", "", "", "", ""),
        ("02", "L’Atlantique numérique", "Salma Berrada", "2026-02-18", "fr"),
        ("03", "Cap Numérique", "Mehdi Tazi", "2025-11-14", "fr"),
        ("04", "Strait Infrastructure Review", "Hannah Whitlock", "2026-03-12", "en"),
        ("05", "Le Relais économique", "", "2026-01-22", "fr"),
        ("06", "", "", "2026-01-27", ""),
        ("07", "", "Daniel Otieno", "2026-01-09", ""),
        ("08", "صحيفة المضيق الاقتصادية", "سلمى العلوي", "2026-01-22", ""),
        ("09", "La Gazette du Sud", "Youssef Amrani", "2026-03-04", ""),
        ("10", "", "", "", ""),
    ],
)
def test_what_each_says_about_itself_is_found(number, publisher, author, published, language):
    article = BY_NUMBER[number]
    assert (article.publisher, article.author) == (publisher, author)
    assert (article.published, article.language) == (published, language)


def test_the_opening_article_is_named_by_its_headline_not_by_a_caption():
    assert BY_NUMBER["01"].title.startswith("Centres de données\u00a0: le Maroc")


@pytest.mark.parametrize("number", FRENCH)
def test_french_is_set_as_french(number):
    text = re.sub(r"https?://\S+", "", BY_NUMBER[number].text)
    wrong = re.findall(r".{0,20}(?: [;:!?%»]|« |'|\w[;!?](?!\w)|\d \d{3}\b|\.\.\.).{0,20}", text)
    assert wrong == []


@pytest.mark.parametrize("number", ["03", "05"])
def test_saved_pages_come_without_their_furniture(number):
    text = BY_NUMBER[number].text
    assert BY_NUMBER[number].reader == "html-trafilatura@1"
    for furniture in ("cookies", "Laisser une réponse", "Sur le même sujet", "Accueil", "Tous droits", "| |"):
        assert furniture not in text
    assert text.count(" | ") >= 9


def test_they_hold_the_traps_that_a_fact_sheet_falls_into():
    first = BY_NUMBER["01"].text
    assert first.count("2\u00a0gigawatts") == 2
    assert "(GW)20.5" in first
    assert "Afrique5ᵉNon" in first
    assert re.search(r"• [^\w\s]+ Quatre nouveaux centres", first)
    assert "n’excède pas 500\u00a0mégawatts" in first
    assert "À lire aussi" in first


@pytest.mark.parametrize(
    ("number", "quotes"),
    [
        ("01", ["cinquième pays"]),
        ("02", ["80 à 120\u00a0mégawatts", "10\u00a0milliards de dirhams"]),
        ("03", ["23 centres", "premier rang", "au moins 24\u00a0MW"]),
        ("04", ["40–386\u00a0MW", "at least 24\u00a0MW"]),
        ("05", ["environ 8\u00a0MW", "12\u00a0MW", "7\u202f500\u00a0kW", "Tier IV", "troisième centre"]),
        ("06", ["10\u00a0MW", "cinquième"]),
        ("08", ["٣٠ ميغاواط", "\u2068Tier III\u2069"]),
        ("09", ["ne dépassera pas 500\u00a0mégawatts"]),
    ],
)
def test_they_state_what_the_chart_and_the_conflicts_show(number, quotes):
    article: ReadArticle = BY_NUMBER[number]
    assert [quote for quote in quotes if quote not in article.text] == []
