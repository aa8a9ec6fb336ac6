"""Tables of articles and lists of references: each row and entry is an article, completes one, or is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maeditor.domain.errors import UnreadableFileError
from maeditor.formats.article_tables import Row, read_article_rows
from maeditor.formats.canonical import canonical
from maeditor.formats.readings import Reading, readings
from maeditor.formats.references import Reference, read_references

ROWS = (
    "Titre;Texte;Date de publication;Source;Lien;Langue\r\n"
    'Un quai;"Il mesure 1 200 mètres.\nFin ; oui.";12/03/2026;Le Phare;https://phare.example/1;fr-MA\r\n'
)
ENTRY = """TY  - NEWS
TI  - Un parc de <i>120 MW</i> à Zagora
AU  - Idrissi, Salma
AU  - Tazi, R.
T2  - La Gazette du Draa
DA  - 2026/3/13/
DO  - https://doi.org/10.1234/ABC.5
UR  - https://gazette.example/zagora
LA  - fr
L1  - files/12/zagora.pdf
AB  - Le parc produit
120 MW.
ER  -\x20
"""


def rows(text: str) -> list[Row]:
    return list(read_article_rows(canonical(text), "x.csv"))


def all_of(path: Path, data: bytes) -> list[Reading]:
    path.write_bytes(data)
    return list(readings(path))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_row_is_an_article_whatever_program_wrote_it(tmp_path, encoding, delimiter):
    text = ROWS.replace("Fin ;", "Fin").replace(";", delimiter)
    (found,) = all_of(tmp_path / "x.csv", text.encode(encoding))
    article = found.article
    assert article is not None
    assert (found.part, article.file_name, article.reader) == ("row=2", "x.csv#row=2", "csv@1")
    assert (article.title, article.publisher, article.published) == ("Un quai", "Le Phare", "2026-03-12")
    assert (article.url, article.language) == ("https://phare.example/1", "fr")
    assert article.text == "Un quai\n\nIl mesure 1 200 mètres.\nFin oui."


def test_english_headings_and_a_cell_with_the_delimiter():
    (row,) = rows('headline,FULL-TEXT,author,published at\nA quay,"It is 1,200 metres, they say.",R. Tazi,2026-04\n')
    assert row.content.text == "A quay\n\nIt is 1,200 metres, they say."
    assert (row.content.author, row.content.published) == ("R. Tazi", "2026-04")


def test_rows_without_text_are_told_by_the_number_a_spreadsheet_shows(tmp_path):
    data = b'titre,texte\n"Deux\nlignes",Un texte.\n,\nVide,\nBon,Un autre texte.\n'
    found = all_of(tmp_path / "x.csv", data)
    assert [(each.part, each.error.key if each.error else "") for each in found] == [
        ("row=2", ""),
        ("row=4", "row_without_text"),
        ("row=5", ""),
    ]


def test_the_same_row_in_two_tables_has_the_same_bytes():
    assert rows(ROWS)[0].source == rows(ROWS + "Autre;Texte.;;;;\r\n")[0].source


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "file_empty"),
        (b" \n", "file_empty"),
        (b"a;b\n1;2\n", "table_without_text"),
        (b"texte\n", "file_without_text"),
        (b"\x89PNG\r\n", "file_is_binary"),
        (b"texte\n" + bytes(1000), "file_is_binary"),
    ],
)
def test_what_is_no_table_of_articles_is_named(tmp_path, data, key):
    (found,) = all_of(tmp_path / "x.csv", data)
    assert found.error is not None
    assert found.error.key == key


def test_a_lone_nul_does_no_harm(tmp_path):
    text = "texte\nLe parc\x00 produit 120 MW, et cela se voit de loin quand il fait beau.\n"
    found = all_of(tmp_path / "x.csv", text.encode())
    assert [each.article is not None for each in found] == [True]


def test_what_an_endless_quote_swallows_is_not_taken_for_one_article(tmp_path):
    text = 'texte\nLe parc produit 120 MW.\n"sans fin, ' + "x " * 100 + "\nLe suivant produit 12 MW.\n"
    (found,) = all_of(tmp_path / "x.csv", text.encode())
    assert found.error is not None
    assert found.error.key == "document_is_damaged"


def test_a_cell_of_fifty_megabytes_is_refused_and_one_of_fifteen_is_read(tmp_path):
    (found,) = all_of(tmp_path / "x.csv", b"texte\n" + b"a" * 50_000_000)
    assert found.error is not None
    assert found.error.key == "file_too_large"
    (row,) = rows("texte\n" + "un mot " * 2_000_000)
    assert len(row.content.text) > 13_000_000


@given(st.text(max_size=300))
def test_no_table_breaks_the_reader(text):
    try:
        found = rows("texte,titre\n" + text)
    except UnreadableFileError as refusal:
        assert refusal.key in {"file_without_text", "document_is_damaged"}  # noqa: PT017
    else:
        assert all(row.number >= 2 for row in found)


def test_an_entry_says_what_it_says_of_an_article():
    assert read_references(ENTRY, "x.ris") == [
        Reference(
            "Un parc de 120 MW à Zagora",
            "La Gazette du Draa",
            "Salma Idrissi, R. Tazi",
            "2026-03-13",
            "https://gazette.example/zagora",
            "10.1234/abc.5",
            "fr",
            "Le parc produit\n120 MW.",
            ("files/12/zagora.pdf",),
        )
    ]


def test_an_abstract_is_an_article_marked_as_what_it_is(tmp_path):
    (found,) = all_of(tmp_path / "x.ris", ENTRY.encode())
    assert found.article is not None
    assert found.article.text == "Un parc de 120 MW à Zagora\n\nLe parc produit\n120 MW."
    assert found.article.reader == "ris-abstract@1"
    assert [each.key for each in found.remarks] == ["abstract_only"]


@pytest.mark.parametrize(
    "named", ["/etc/hostname.txt", "../secret.txt", "file:///etc/passwd", "lien.txt", "x\x00.txt", "."]
)
def test_a_list_names_no_file_of_a_person_s_elsewhere(tmp_path, named):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    folder = tmp_path / "liste"
    folder.mkdir()
    (folder / "lien.txt").symlink_to(secret)
    (found,) = all_of(folder / "x.ris", ENTRY.replace("files/12/zagora.pdf", named).encode())
    assert found.attached is None


def test_a_file_below_the_list_is_found(tmp_path):
    (tmp_path / "files/12").mkdir(parents=True)
    (tmp_path / "files/12/zagora.pdf").write_bytes(b"%PDF-")
    (found,) = all_of(tmp_path / "x.ris", ENTRY.encode())
    assert found.attached == (tmp_path / "files/12/zagora.pdf").resolve()


@pytest.mark.parametrize("data", ["Bonjour.", "TI  - sans type", "ER  - \n" * 100, "TY  -\n"])
def test_rubbish_is_told(tmp_path, data):
    (found,) = all_of(tmp_path / "x.ris", data.encode())
    assert found.error is not None
    assert found.error.key in {"references_not_found", "reference_without_text"}


@given(
    st.lists(
        st.sampled_from(["TY  - NEWS", "ER  - ", "TI  - a", "AB  - b", "DA  - ////", "AU  - ,", "x", "", "L1  - ;"])
    )
)
def test_no_order_of_lines_breaks_the_reader(lines):
    try:
        found = read_references("\n".join(lines), "x.ris")
    except UnreadableFileError as refusal:
        assert refusal.key == "references_not_found"  # noqa: PT017
    else:
        assert len(found) == lines.count("TY  - NEWS")
