"""What a plain text says about itself: an editor should not have to type it, nor find something made up."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maeditor.formats.content import language_tag, one_line, web_address
from maeditor.formats.dates import edtf_date, written_date
from maeditor.formats.metadata import stated

BODY = "\n\nUn opérateur ouvre un site près du port ; il compte 60 salariés et en veut autant de plus."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Un port, deux câbles\n\nLe texte.", "Un port, deux câbles"),
        (
            "Aller au contenu principal\nAccueil Rubriques Le port – un dossier\n\nUn port, deux câbles\n\nSuite",
            "Un port, deux câbles",
        ),
        ("Accueil › Économie › Numérique\nUn port, deux câbles", "Un port, deux câbles"),
        ("News   Analysis   Events   Subscribe\n\nA port and two cables", "A port and two cables"),
        ("COMMUNIQUÉ DE PRESSE\n\nRabat, le 3 mai 2026\n\nUn port, deux câbles", "Un port, deux câbles"),
        ("vue aérienne du port, où arrivent les câbles.\n\nUn port, deux câbles", "Un port, deux câbles"),
        ("Par Salma Idrissi\n12 mars 2026\nUn port, deux câbles", "Un port, deux câbles"),
        ("\n\n   # Un port, deux câbles\n", "Un port, deux câbles"),
        ("12 345\n***\nUn port", "Un port"),
        ("", ""),
    ],
)
def test_the_title_is_the_first_line_that_is_one(text, title):
    assert stated(text).title == title


def test_a_text_without_a_title_is_named_by_its_first_words():
    title = stated("Un opérateur ouvre un site " * 20 + ".").title
    assert title.startswith("Un opérateur ouvre")
    assert len(title) <= 121
    assert title.endswith("…")


@pytest.mark.parametrize(
    ("line", "author", "published"),
    [
        ("Par Youssef El Amrani", "Youssef El Amrani", ""),
        ("par Africanova", "Africanova", ""),
        ("Par Lina B., le 12 mars 2026", "Lina B.", "2026-03-12"),
        ("By Jane Doe | March 3, 2026", "Jane Doe", "2026-03-03"),
        ("بقلم سلمى العلوي", "سلمى العلوي", ""),
        ("Publié le 12 mars 2026 à 10h", "", "2026-03-12"),
        ("Publié le 12/03/2026", "", "2026-03-12"),
        ("Published 03/12/2026", "", ""),
        ("Published on 25/12/2026", "", "2026-12-25"),
        ("نشر في ٢٢ نونبر ٢٠٢٥", "", "2025-11-22"),
        ("jeudi 12 mars 2026", "", "2026-03-12"),
        ("Rabat, le 15 décembre 2025", "", "2025-12-15"),
        ("Mis à jour le 13 mars 2026", "", ""),
        ("Par ailleurs, le pays", "", ""),
        ("Par rapport à 2025", "", ""),
        ("Par l’un des opérateurs.", "", ""),
        ("By 2030 the country will have 12 sites", "", ""),
        ("Publié le 31 février 2026", "", ""),
    ],
)
def test_bylines_and_dates_are_taken_only_where_stated(line, author, published):
    found = stated(f"Un port, deux câbles\n{line}{BODY}")
    assert (found.author, found.published) == (author, published)


def test_the_source_may_stand_at_the_end():
    found = stated(
        f"Un port, deux câbles{BODY}\n\nSource : Le Courrier du Détroit\nLien : https://courrier.example/port"
    )
    assert (found.publisher, found.url) == ("Le Courrier du Détroit", "https://courrier.example/port")


def test_nothing_is_invented():
    found = stated(f"Un port, deux câbles{BODY} En mars 2026, le ministre a dit que tout serait prêt le 4 mai 2027.")
    assert (found.author, found.published, found.publisher, found.url) == ("", "", "", "")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("1er août 2025", "2025-08-01"),
        ("March 12, 2026", "2026-03-12"),
        ("mars 2026", "2026-03"),
        ("12\u00a0déc. 2025", "2025-12-12"),
        ("٣ غشت ٢٠٢٥", "2025-08-03"),
        ("2026-03-12", "2026-03-12"),
        ("12.03.2026", "2026-03-12"),
        ("32 mars 2026", ""),
        ("demain", ""),
    ],
)
def test_written_dates_become_edtf(text, edtf):
    assert written_date(text) == edtf


@pytest.mark.parametrize(
    ("stamp", "edtf"),
    [
        ("2026-03-12T09:00:00+01:00", "2026-03-12"),
        ("20260312", "2026-03-12"),
        ("2026-03", "2026-03"),
        ("2026", "2026"),
        ("2026-13-01", ""),
        ("12/03/2026", ""),
        ("0000-00-00", ""),
        ("", ""),
    ],
)
def test_stamps_become_edtf(stamp, edtf):
    assert edtf_date(stamp) == edtf


@pytest.mark.parametrize(
    ("written", "tag"),
    [("fr-FR", "fr"), ("ar_MA", "ar"), ("EN", "en"), ("fr_FR.UTF-8", "fr"), ("und", ""), ("français", "")],
)
def test_languages_are_told_by_their_primary_tag(written, tag):
    assert language_tag(written) == tag


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("https://site.example/a?b=1", True),
        ("http://site.example", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https://user:pass@site.example/", False),
        ("https://", False),
        ("https://[bad/", False),
        ("https://site.example/" + "a" * 3000, False),
        ("https://site.example/a b", False),
    ],
)
def test_only_web_addresses_are_kept(written, kept):
    assert bool(web_address(written)) is kept


@given(st.text(max_size=3000))
def test_a_field_fits_on_one_line(text):
    line = one_line(text)
    assert "\n" not in line
    assert len(line) <= 301


@pytest.mark.parametrize(
    "piece", ["Par a", "a | ", "Publié le ", "12 mars ", "source : ", "by A, b", "«" * 3, "a ", "  a"]
)
def test_long_odd_lines_take_no_time(piece):
    text = (piece * 3000 + "\n") * 20
    began = time.perf_counter()
    stated(text)
    assert time.perf_counter() - began < 1
