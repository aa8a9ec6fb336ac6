"""Annotated copies: a note under the wrong words, or an article that runs as a script, would be worse than none."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from defusedxml import ElementTree
from hypothesis import given
from hypothesis import strategies as st
from outgoing_samples import ARABIC, FACTS, FRENCH, compare, copy

from maeditor.formats.outgoing.annotated_docx import write_annotated_docx
from maeditor.formats.outgoing.annotated_html import write_annotated_html
from maeditor.formats.outgoing.annotated_text import LineKind, annotate
from maeditor.formats.outgoing.content import CopyContent

NOTES = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Page(HTMLParser):
    """What a browser would make of a page: tags, and the text without the notes' numbers."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.article = ""
        self._within: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))
        self._within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._within and self._within.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "article" in self._within and "sup" not in self._within:
            self.article += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def page(path: Path, content: CopyContent) -> Page:
    write_annotated_html(path, content)
    return Page(path.read_text("utf-8"))


def xml(path: Path, name: str) -> Any:
    with zipfile.ZipFile(path) as package:
        return ElementTree.fromstring(package.read(name))


def passages(content: CopyContent) -> list[tuple[int, int]]:
    return sorted({(start, end) for start, end, _facts in content.passages}, key=lambda each: (each[1], each[0]))


@given(st.data())
def test_every_word_of_the_text_is_there_once_whatever_overlaps(data: st.DataObject) -> None:
    text = data.draw(st.text(alphabet="ab \n", min_size=1, max_size=60))
    ends = st.integers(0, len(text))
    spans = [sorted((a, b)) for a, b in data.draw(st.lists(st.tuples(ends, ends), max_size=5)) if a != b]
    fact = FACTS[0].fact.id
    told = annotate(replace(copy(), title="", noise=(), text=text, passages=[(a, b, (fact,)) for a, b in spans]))
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    assert ["".join(piece.text for piece in line.pieces) for line in told.lines] == lines
    ended = [number for line in told.lines for piece in line.pieces for number in piece.ends]
    assert ended == sorted(ended)
    assert ended == [note.number for note in told.notes]
    places = {(a, b) for a, b in spans if text[a:b].strip()}
    assert len(told.notes) <= len(places)


def test_the_pieces_under_a_number_are_its_passage() -> None:
    content = copy()
    told = annotate(content)
    for number, (start, end) in enumerate(passages(content), 1):
        words = "".join(piece.text for line in told.lines for piece in line.pieces if number in piece.under)
        assert words == FRENCH[start:end]


def test_noise_is_left_out_unless_a_passage_stands_in_it() -> None:
    told = annotate(copy())
    assert not [line for line in told.lines if "À lire aussi" in line.pieces[0].text]
    at = FRENCH.index("dix autres")
    held = annotate(copy(passages=[(at, at + 10, (FACTS[0].fact.id,))]))
    assert [line for line in held.lines if "À lire aussi" in line.pieces[0].text]


def test_the_title_is_said_once() -> None:
    assert [line.kind for line in annotate(copy()).lines].count(LineKind.TITLE) == 1
    other = annotate(copy(title="Autre titre"))
    assert other.lines[0].kind is LineKind.TITLE
    assert other.lines[0].pieces[0].text == "Autre titre"


def test_a_fact_is_told_once_and_then_named_by_its_note() -> None:
    notes = annotate(copy()).notes
    told = [fact.label for note in notes for fact in note.facts]
    assert len(told) == len(set(told))
    assert [(fact.label, number) for note in notes for fact, number in note.earlier] == [("F-0001", 1)]


def test_the_page_shows_the_text_and_runs_nothing(tmp_path: Path) -> None:
    shown = page(tmp_path / "o.html", copy())
    assert " ".join(shown.article.split()).startswith("Un phare <neuf> à Tarfaya")
    assert "120 MW & 40 salles" in shown.article
    assert {tag for tag, _attributes in shown.tags} & {"script", "img", "iframe", "object", "link", "neuf"} == set()
    assert not [name for _tag, attributes in shown.tags for name in attributes if name.startswith("on")]
    policy = next(each for each in shown.all("meta") if each.get("http-equiv"))
    assert policy["content"] == "default-src 'none'; style-src 'unsafe-inline'"
    assert "<Amina>" not in (tmp_path / "o.html").read_text("utf-8")


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "https://user@example.org/", "file:///etc/passwd", "maeditor://fact/1"]
)
def test_a_hostile_address_is_no_link(tmp_path: Path, url: str) -> None:
    shown = page(tmp_path / "o.html", copy(url=url))
    assert not [each for each in shown.all("a") if not (each["href"] or "").startswith("#")]
    write_annotated_docx(tmp_path / "o.docx", copy(url=url))
    assert not [each for each in xml(tmp_path / "o.docx", "word/_rels/document.xml.rels") if each.get("TargetMode")]


def test_every_number_leads_to_its_note_and_back(tmp_path: Path) -> None:
    shown = page(tmp_path / "o.html", copy())
    names = [attributes["id"] for _tag, attributes in shown.tags if attributes.get("id")]
    assert len(names) == len(set(names))
    inner = [(each["href"] or "").removeprefix("#") for each in shown.all("a") if (each["href"] or "").startswith("#")]
    assert set(inner) == set(names)
    assert len(shown.all("li")) == len(passages(copy()))
    assert all(each.get("aria-label") for each in shown.all("a") if each.get("id"))


def test_arabic_reads_from_right_to_left_and_the_notes_do_not(tmp_path: Path) -> None:
    shown = page(tmp_path / "o.html", copy(ARABIC))
    assert shown.all("article")[0] == {"lang": "ar", "dir": "rtl"}
    assert shown.all("section")[0]["dir"] == "ltr"
    assert page(tmp_path / "f.html", copy()).all("article")[0] == {"lang": "fr", "dir": "ltr"}
    write_annotated_docx(tmp_path / "o.docx", copy(ARABIC))
    document = xml(tmp_path / "o.docx", "word/document.xml")
    assert document.findall(f".//{W}bidi")
    assert document.findall(f".//{W}rtl")
    assert not xml(tmp_path / "o.docx", "word/footnotes.xml").findall(f".//{W}bidi")


def test_the_document_has_true_footnotes_in_their_order(tmp_path: Path) -> None:
    report = write_annotated_docx(tmp_path / "o.docx", copy())
    document = xml(tmp_path / "o.docx", "word/document.xml")
    footnotes = xml(tmp_path / "o.docx", "word/footnotes.xml")
    referred = [each.get(f"{W}id") for each in document.iter(f"{W}footnoteReference")]
    assert referred == [str(number) for number in range(1, report.count + 1)]
    assert [each.get(f"{W}id") for each in footnotes.iter(f"{W}footnote")] == ["-1", "0", *referred]
    told = "".join(each.text or "" for each in document.iter(f"{W}t"))
    assert "soit plus que ce que la région a de puissance." in told
    noted = "".join(each.text or "" for each in footnotes.iter(f"{W}t"))
    assert "≤\u00a060,5\u00a0MW" in noted
    assert "voir la note 1" in noted


def test_the_parts_of_the_document_name_each_other(tmp_path: Path) -> None:
    write_annotated_docx(tmp_path / "o.docx", copy())
    with zipfile.ZipFile(tmp_path / "o.docx") as package:
        names = set(package.namelist())
    types = xml(tmp_path / "o.docx", "[Content_Types].xml")
    assert {(each.get("PartName") or "").removeprefix("/") for each in types if each.get("PartName")} <= names
    for part, folder in (("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")):
        relations = xml(tmp_path / "o.docx", part)
        assert {folder + each.get("Target") for each in relations if not each.get("TargetMode")} <= names


def test_control_characters_are_replaced_and_counted(tmp_path: Path) -> None:
    odd = "Un titre\n\nUne ligne\x07 avec\x00 des signes.\n"
    for write, name in ((write_annotated_html, "o.html"), (write_annotated_docx, "o.docx")):
        content = replace(copy(), title="Un titre", text=odd, noise=(), passages=())
        assert write(tmp_path / name, content).replaced_characters == 2


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("text", [FRENCH, ARABIC], ids=["fr", "ar"])
def test_libreoffice_opens_the_document_with_its_notes(tmp_path: Path, text: str) -> None:
    write_annotated_docx(tmp_path / "o.docx", copy(text))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to",
         "fodt", "--outdir", str(tmp_path), str(tmp_path / "o.docx")],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    opened = ElementTree.parse(tmp_path / "o.fodt").getroot()
    notes = ["".join(each.itertext()) for each in opened.iter(f"{NOTES}note-body")]
    assert len(notes) == len(annotate(copy(text)).notes)
    assert all("revu par <Amina>" in note or "voir la note" in note for note in notes)
    told = "".join(opened.itertext())
    assert ("soit plus que ce que la région" if text is FRENCH else "استهلاك المركز") in told


def test_the_page_is_the_one_last_looked_at(tmp_path: Path) -> None:
    write_annotated_html(tmp_path / "o.html", copy())
    compare((tmp_path / "o.html").read_text("utf-8"), "annotated.html")


def test_the_document_is_the_one_last_looked_at(tmp_path: Path) -> None:
    write_annotated_docx(tmp_path / "o.docx", copy())
    with zipfile.ZipFile(tmp_path / "o.docx") as package:
        parts = {name: package.read(name).decode("utf-8") for name in sorted(package.namelist())}
    told = "\n".join(f"=== {name}\n{re.sub('><', '>' + chr(10) + '<', text)}" for name, text in parts.items())
    compare(told + "\n", "annotated_docx.txt")
