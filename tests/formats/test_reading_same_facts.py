"""An article says the same whatever file it came in, or a figure would be found in the Word file and not in its PDF."""

from __future__ import annotations

import pytest
from document_makers import READ, letter

from maeditor.extraction.grammar import GrammarExtractor
from maeditor.formats.documents.docx import read_docx
from maeditor.formats.documents.odt import read_odt
from maeditor.formats.documents.pdf import read_pdf
from maeditor.formats.mail import read_letter
from maeditor.formats.plain_text import read_plain_text


def facts(text: str) -> list[tuple[object, ...]]:
    found = GrammarExtractor().extract(text)
    return sorted(
        (each.property, str(each.value), each.unit or "", each.quote.replace("\u00a0", " ")) for each in found.proposals
    )


@pytest.mark.parametrize(("name", "least"), [("zagora", 8), ("kisumu", 5), ("janub", 2)])
def test_the_same_facts_are_found(name, least):
    text = read_docx((READ / f"{name}.docx").read_bytes(), name).text
    plain = facts(read_plain_text(text).text)
    assert len(plain) >= least
    assert facts(read_pdf((READ / f"{name}.pdf").read_bytes(), name).text) == plain
    assert facts(read_letter(letter(text, text.split("\n")[0]), name).content.text) == plain


def test_the_same_facts_are_found_in_an_open_document():
    read = {suffix: (READ / f"zagora.{suffix}").read_bytes() for suffix in ("docx", "odt")}
    assert facts(read_odt(read["odt"], "x").text) == facts(read_docx(read["docx"], "x").text)
