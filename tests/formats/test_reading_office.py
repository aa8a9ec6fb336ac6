"""Word and OpenDocument articles: what their authors meant to say, and nothing that they deleted or hid."""

from __future__ import annotations

import io
import zipfile

import pytest
from document_makers import READ, WORD, docx, odt, said, zipped

from maeditor.domain.errors import UnreadableFileError
from maeditor.formats.article_files import read_article, read_bytes
from maeditor.formats.documents.archive import MOST_PARTS
from maeditor.formats.documents.docx import read_docx
from maeditor.formats.documents.odt import read_odt

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><d>&b;</d>'
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]><d>&a;</d>'
NUMBERING = (
    f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '</w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2">'
    '<w:abstractNumId w:val="1"/></w:num></w:numbering>'
)
STYLES = (
    f'<w:styles xmlns:w="{WORD}"><w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Liste"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    '</w:style><w:style w:styleId="R1"><w:basedOn w:val="R2"/></w:style><w:style w:styleId="R2"><w:basedOn w:val="R1"/>'
    "</w:style></w:styles>"
)
CORE = (
    '<p xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dc:title>Document1</dc:title><dc:creator>R. Tazi</dc:creator><dcterms:created>2026-03-12T09:00:00Z"
    "</dcterms:created></p>"
)


def word(body: str, **parts: str) -> str:
    return read_docx(docx(body, **parts), "x.docx").text


def open_text(body: str, styles: str = "", **parts: str) -> str:
    return read_odt(odt(body, styles, **parts), "x.odt").text


def refused(data: bytes, name: str) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        (read_docx if name.endswith(".docx") else read_odt)(data, name)
    assert caught.value.details["name"] == name
    return caught.value.key


@pytest.mark.parametrize("suffix", ["docx", "odt"])
def test_a_document_as_a_word_processor_writes_it(suffix):
    article = read_article(READ / f"zagora.{suffix}")
    paragraphs = article.text.split("\n\n")
    assert paragraphs[0] == article.title == "Le parc solaire de Zagora entre en service"
    assert paragraphs[4] == "• Première tranche : 120 MW en 2026\n• Deuxième tranche : 240 MW d’ici 2029"
    assert paragraphs[6] == "Indicateur | Zagora | Erfoud\nCapacité totale (GW) | 2 | 0,5\nNombre de sites | 23 | 5"
    assert (article.author, article.reader, article.encoding) == ("Salma Idrissi", f"{suffix}@1", "")
    assert "120\u00a0MW" in paragraphs[1]


def test_what_was_deleted_moved_away_or_hidden_stays_out():
    run = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    body = (
        f"<w:p>{run.format('Le parc produit ')}<w:del><w:r><w:delText>100</w:delText></w:r></w:del>"
        f"<w:ins>{run.format('120')}</w:ins>{run.format(' MW')}<w:moveFrom>{run.format(' hier')}</w:moveFrom>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t> secret</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>"
    )
    assert word(body) == "Le parc produit 120 MW."


def test_a_paragraph_whose_end_was_deleted_goes_on():
    mark = "<w:rPr><w:del/></w:rPr>"
    assert word(said("Le parc produit ", mark) + said("120 MW.")) == "Le parc produit 120 MW."


def test_footnotes_come_last_with_their_numbers():
    body = (
        '<w:p><w:r><w:t>120 MW</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>.</w:t></w:r></w:p>'
        + said("Suite.")
    )
    notes = (
        f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:type="separator" w:id="0">{said("x")}</w:footnote>'
        f'<w:footnote w:id="2">{said("Selon l’exploitant.")}</w:footnote></w:footnotes>'
    )
    assert word(body, word_footnotes=notes) == "120 MW[1].\n\nSuite.\n\n[1] Selon l’exploitant."


def test_lists_of_numbering_and_of_styles():
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
    body = (
        said("Titre", '<w:pStyle w:val="Titre1"/>')
        + said("un", numbered)
        + said("deux", numbered)
        + said("trois", '<w:pStyle w:val="Liste"/>')
        + said("Fin.", '<w:pStyle w:val="R1"/>')
    )
    data = docx(body, word_numbering=NUMBERING, word_styles=STYLES, docProps_core=CORE)
    content = read_docx(data, "x.docx")
    assert content.text == "Titre\n\n1. un\n2. deux\n\n• trois\n\nFin."
    assert (content.title, content.author, content.published) == ("Titre", "R. Tazi", "2026-03-12")


def test_cells_stay_apart_also_where_tabs_set_them():
    rows = "".join(
        f"<w:tr>{''.join(f'<w:tc>{said(cell)}</w:tc>' for cell in row)}</w:tr>"
        for row in (("(GW)", "2", "0,5"), ("a", "", "c"))
    )
    tabs = "<w:p><w:r><w:t>(GW)</w:t><w:tab/><w:t>2</w:t><w:tab/><w:t>0,5</w:t></w:r></w:p>"
    assert word(f"<w:tbl>{rows}</w:tbl>{tabs}") == "(GW) | 2 | 0,5\na | | c\n\n(GW) | 2 | 0,5"


def test_a_text_box_is_read_once():
    box = f"<w:txbxContent>{said('Encadré : 60 MW.')}</w:txbxContent>"
    twice = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert word(f"<w:p><w:r>{twice}</w:r><w:r><w:t>Le texte.</w:t></w:r></w:p>") == "Encadré : 60 MW.\n\nLe texte."


def test_an_open_document_s_changes_remarks_notes_spaces_and_repeated_cells():
    styles = (
        '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="P1" style:parent-style-name="Title"/>'
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/>'
        "</text:list-style>"
    )
    body = (
        "<text:tracked-changes><text:p>effacé</text:p></text:tracked-changes>"
        '<text:p text:style-name="P1">Le titre</text:p>'
        '<text:p>120<text:s text:c="2"/>MW<office:annotation><text:p>à vérifier</text:p></office:annotation>'
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Selon lui.</text:p>"
        '</text:note-body></text:note><text:span text:style-name="T1"> caché</text:span>.</text:p>'
        '<text:list text:style-name="L1"><text:list-item><text:p>un</text:p></text:list-item><text:list-item>'
        "<text:p>deux</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell"
        ' table:number-columns-repeated="2"/><table:table-cell><text:p>d</text:p></table:table-cell></table:table-row>'
        "</table:table>"
    )
    assert open_text(body, styles) == "Le titre\n\n120 MW[1].\n\n1. un\n2. deux\n\na | | | d\n\n[1] Selon lui."


@pytest.mark.parametrize("suffix", ["docx", "odt"])
@pytest.mark.parametrize("xml", [BOMB, OUTSIDE])
def test_entities_are_refused_before_they_grow_or_reach_out(suffix, xml):
    part = "word/document.xml" if suffix == "docx" else "content.xml"
    assert refused(zipped({part: xml}), f"x.{suffix}") == "document_is_unsafe"


@pytest.mark.parametrize("suffix", ["docx", "odt"])
def test_a_zip_bomb_is_weighed_and_not_unpacked(suffix):
    part = "word/document.xml" if suffix == "docx" else "content.xml"
    assert refused(zipped({part: b" " * 20_000_000}), f"x.{suffix}") == "document_unpacks_too_large"
    many = {f"p{number}": b"" for number in range(MOST_PARTS + 1)}
    assert refused(zipped(many), f"x.{suffix}") == "document_unpacks_too_large"


def test_many_parts_that_are_large_together_are_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/document.xml", "x")
    data = bytearray(out.getvalue())
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = (300_000_000).to_bytes(4, "little")
    assert refused(bytes(data), "x.docx") == "document_unpacks_too_large"


def test_deep_nesting_is_refused():
    assert refused(docx("<w:smartTag>" * 5_000 + "</w:smartTag>" * 5_000), "x.docx") == "document_is_damaged"
    nested = "<text:section>" * 10_000 + "</text:section>" * 10_000
    assert refused(odt(nested), "x.odt") == "document_is_damaged"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"PK\x03\x04 rubbish", "document_is_damaged"),
        (zipped({"other.xml": "<a/>"}), "document_is_damaged"),
        (zipped({"word/document.xml": "<a>", "content.xml": "<a>"}), "document_is_damaged"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "document_is_old"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "document_is_locked"),
    ],
)
@pytest.mark.parametrize("suffix", ["docx", "odt"])
def test_what_cannot_be_read_is_named(suffix, data, key):
    assert refused(data, f"x.{suffix}") == key


def test_a_locked_open_document_is_named():
    data = zipped({"META-INF/manifest.xml": "<m><encryption-data/></m>", "content.xml": b"\x8f\x01"})
    assert refused(data, "x.odt") == "document_is_locked"


def test_a_document_without_text_is_named():
    with pytest.raises(UnreadableFileError, match="file_without_text"):
        read_bytes(docx(said(" ")), "x.docx")


def test_a_part_that_lies_about_its_check_sum_is_damaged():
    data = bytearray(docx(said("Le parc produit 120 MW." * 50)))
    at = data.index(b"PK\x03\x04") + 60
    data[at : at + 4] = b"\x00\xff\x00\xff"
    assert refused(bytes(data), "x.docx") == "document_is_damaged"
