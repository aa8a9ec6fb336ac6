"""Letters as articles: what was sent, by whom and when, and the articles attached."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest
from document_makers import docx, letter, said

from maeditor.domain.errors import UnreadableFileError
from maeditor.formats.mail import MOST_ATTACHED, Letter, read_letter
from maeditor.formats.readings import Reading, readings

WRAPPED = """Bonjour,

Le câble sous-marin transportera 60 MW et coûtera 120 millions d’euros,
selon la société qui le pose. Il sera long de 45 kilomètres et mis en
service en 2028.

- Départ : Nador
- Arrivée : Almería

Cordialement
"""
PAGE = (
    "<html><body><article>"
    + "<p>Le câble transportera 60 MW et coûtera 120 millions d’euros.</p>" * 12
    + "</article></body></html>"
)


def read(data: bytes) -> Letter:
    return read_letter(data, "x.eml")


def all_of(tmp_path: Path, data: bytes) -> list[Reading]:
    path = tmp_path / "x.eml"
    path.write_bytes(data)
    return list(readings(path))


def test_a_letter_s_head_is_what_it_says_of_itself():
    content = read(letter(WRAPPED, "Re: Fwd: Un câble de 60 MW")).content
    assert (content.title, content.author, content.published) == ("Un câble de 60 MW", "Salma Idrissi", "2026-03-12")
    assert content.reader == "eml-text@1"


def test_wrapped_lines_are_joined_and_lists_are_not():
    text = read(letter(WRAPPED)).content.text
    assert "120 millions d’euros, selon la société qui le pose. Il sera long de 45 kilomètres et mis en service" in text
    assert "- Départ : Nador\n- Arrivée : Almería" in text
    assert text.startswith("Un câble de 60 MW\n\nBonjour,\n")


def test_lines_that_flow_are_joined():
    message = EmailMessage()
    message["Subject"] = "Sujet"
    message.set_content("Le parc produit \n120 MW.\nFin.\n", params={"format": "flowed"}, cte="7bit")
    assert "Le parc produit 120 MW.\nFin." in read(message.as_bytes()).content.text


def test_a_page_counts_where_the_text_is_a_notice_of_it():
    content = read(letter("Voir en ligne.", page=PAGE)).content
    assert content.reader == "eml-html@1"
    assert "60 MW" in content.text


def test_attached_articles_are_articles_and_the_rest_is_named(tmp_path):
    data = letter(WRAPPED, note_docx=docx(said("Le parc produit 120 MW.")), logo_png=b"\x89PNG", vide_txt=b"")
    found = all_of(tmp_path, data)
    assert [each.part for each in found] == ["", "note.docx", "vide.txt"]
    assert [(each.key, each.name) for each in found[0].remarks] == [("attachments_left", "logo.png")]
    assert found[1].article is not None
    assert found[1].article.text == "Le parc produit 120 MW."
    assert found[2].error is not None
    assert found[2].error.key == "file_empty"


def test_a_forwarded_letter_is_an_article(tmp_path):
    inner = EmailMessage()
    inner["Subject"] = "Le parc de Zagora"
    inner.set_content("Le parc produit 120 MW.")
    outer = EmailMessage()
    outer["Subject"] = "Pour vous"
    outer.set_content("Voyez ci-joint.")
    outer.add_attachment(inner)
    titles = [each.article.title for each in all_of(tmp_path, outer.as_bytes()) if each.article]
    assert titles == ["Pour vous", "Le parc de Zagora"]


def test_old_letters_with_raw_bytes_and_odd_heads():
    head = b"From: =?iso-8859-1?q?Ren=E9?= <r@x>\r\nSubject: =?bad?x?y?=\r\nDate: hier\r\n\r\n"
    data = head + b"Le parc co\xfbte 3 M\x80.\r\n"
    content = read(data).content
    assert "Le parc coûte 3 M€." in content.text
    assert (content.author, content.published) == ("René", "")


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n", b"pas une lettre", b"Subject: x\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n"],
)
def test_what_is_no_letter_ends_in_one_sentence(tmp_path, data):
    (found,) = all_of(tmp_path, data)
    assert found.error is not None
    assert found.error.key in {"document_is_damaged", "file_without_text"}


def test_a_thousand_letters_within_one_another_end(tmp_path):
    nested = b"Subject: x\r\n"
    for number in range(1_000):
        nested += b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (number, number)
    (found,) = all_of(tmp_path, nested + b"Content-Type: text/plain\r\n\r\n60 MW\r\n")
    assert found.error is not None
    assert found.error.key == "document_is_damaged"


def test_more_files_than_one_reads_are_named():
    files = {f"n{number}_txt": b"60 MW" for number in range(MOST_ATTACHED + 2)}
    found = read(letter("Texte.", **files))
    assert (len(found.attached), len(found.left_out)) == (MOST_ATTACHED, 2)


def test_a_file_s_name_keeps_no_folders():
    message = EmailMessage()
    message["Subject"] = "x"
    message.set_content("Texte.")
    message.add_attachment(b"60 MW", maintype="text", subtype="x", filename="..\\..\\etc/secret.txt")
    assert [each.name for each in read(message.as_bytes()).attached] == ["secret.txt"]


def test_an_empty_letter_is_named():
    with pytest.raises(UnreadableFileError, match="document_is_damaged"):
        read(b"")
