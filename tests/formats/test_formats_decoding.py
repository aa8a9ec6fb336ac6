"""Encodings: read wrongly, every accent of an article would be garbage and its figures unfindable."""

from __future__ import annotations

import codecs
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maeditor.domain.errors import UnreadableFileError
from maeditor.formats.decoding import decode

FRENCH = (
    "À Casablanca, l’opérateur prévoit « près de 8 MW » : c’est déjà l’œuvre d’une équipe formée à Fès. "
    "Coût : 1,2 milliard d’euros, soit 12 % de plus qu’en août. "
)
ARABIC = "أعلنت الوزارة أن المغرب يبني ثلاثة مراكز للبيانات قرب الدار البيضاء بقدرة 30 ميغاواط قبل نهاية 2028. "
RUSSIAN = "Марокко построит четыре новых центра обработки данных общей мощностью 2 гигаватта, сообщил министр. "


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        (FRENCH, "utf-8", "utf-8"),
        (FRENCH, "utf-8-sig", "utf-8"),
        (FRENCH, "utf-16", "utf-16-le"),
        (FRENCH, "utf-16-le", "utf-16-le"),
        (FRENCH, "utf-16-be", "utf-16-be"),
        (FRENCH, "utf-32", "utf-32-le"),
        (FRENCH, "cp1252", "cp1252"),
        (ARABIC, "cp1256", "cp1256"),
        (ARABIC, "utf-16-le", "utf-16-le"),
        (RUSSIAN * 3, "cp1251", "cp1251"),
    ],
)
def test_the_encoding_is_found(text, encoding, named):
    found = decode(text.encode(encoding))
    assert (found.text, found.encoding) == (text, named)


def test_old_macintosh_files_keep_their_accents():
    text = FRENCH.replace("€", "").replace("’", "'")
    assert decode(text.encode("mac_roman")).text == text


def test_a_page_may_say_its_encoding():
    page = f'<html><head><meta charset="windows-1256"></head><p>{ARABIC[:20]}</p>'
    assert decode(page.encode("cp1256")).text == page


def test_latin_1_on_a_page_means_windows_1252():
    page = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>« œuvre » – 5 €</p>'
    found = decode(page.encode("cp1252"))
    assert (found.text, found.encoding) == (page, "cp1252")


def test_a_page_that_lies_about_its_encoding_is_read_all_the_same():
    page = f'<meta charset="utf-8"><p>{FRENCH}</p>'
    assert decode(page.encode("cp1252")).text == page


@pytest.mark.parametrize("claim", ["punycode", "zlib", "rot13", "idna", "unicode_escape", "no-such-code", "undefined"])
def test_a_page_cannot_choose_a_dangerous_codec(claim):
    page = f"<meta charset={claim}><p>{FRENCH}</p>"
    assert decode(page.encode("cp1252")).text == page


def test_utf8_with_a_few_broken_characters_keeps_the_rest():
    data = FRENCH.encode().replace("œ".encode(), b"\xc5")
    found = decode(data)
    assert found.encoding == "utf-8"
    assert "l\u2019\ufffduvre" in found.text
    assert "À Casablanca" in found.text


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n1 0 obj",
        b"PK\x03\x04" + b"word/document.xml",
        b"\x89PNG\r\n\x1a\n",
        b"{\\rtf1 texte}",
        bytes(2000),
        b"texte\x00avec\x00des\x00z\xc3\xa9ros" * 5,
        random.Random(7).randbytes(5000),
        codecs.BOM_UTF16_LE + random.Random(8).randbytes(5000),
    ],
    ids=["pdf", "docx", "png", "rtf", "zeros", "nul-ridden", "noise", "marked-noise"],
)
def test_what_is_no_text_is_refused_by_name(data):
    with pytest.raises(UnreadableFileError) as caught:
        decode(data, "image.txt")
    assert (caught.value.key, caught.value.details["name"]) == ("file_is_binary", "image.txt")


def test_a_stray_control_character_does_not_refuse_an_article():
    assert "\ufffd" in decode((FRENCH + "\x00").encode()).text


@given(st.binary(max_size=400))
def test_any_bytes_give_a_text_or_the_one_error(data):
    try:
        found = decode(data, "x")
    except UnreadableFileError:
        return
    found.text.encode("utf-8")
    codecs.lookup(found.encoding)


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"], exclude_characters="\ufeff\ufffd\u2028\u2029"))
)
def test_utf8_comes_back_as_it_was(text):
    assert decode(b"." + text.encode()).text == "." + text
