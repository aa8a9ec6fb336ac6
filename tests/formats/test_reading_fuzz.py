"""Damaged documents: whatever happened to one, reading it soon ends in an article or in one sentence."""

from __future__ import annotations

import io
import random
import time
import zipfile

import pytest
from document_makers import READ, column, letter, packed_pdf, pdf
from test_formats_fuzz import mutant
from test_reading_lists import ENTRY, ROWS

from maeditor.domain.errors import UnreadableFileError
from maeditor.formats.article_files import read_bytes
from maeditor.formats.article_tables import read_article_rows
from maeditor.formats.canonical import canonical
from maeditor.formats.confined import confined
from maeditor.formats.decoding import decode
from maeditor.formats.documents.docx import read_docx
from maeditor.formats.documents.odt import read_odt
from maeditor.formats.documents.pdf import read_pdf
from maeditor.formats.mail import read_letter
from maeditor.formats.references import read_references

SLOWEST = 5.0
"""Seconds for one damaged document."""


def texts_of(data: bytes, suffix: str) -> list[str]:
    """All that a document holds, read where no child is needed: a crash would end us, and be seen."""
    match suffix:
        case ".pdf":
            return [read_pdf(data, "x").text]
        case ".docx":
            return [read_docx(data, "x").text]
        case ".odt":
            return [read_odt(data, "x").text]
        case ".eml":
            return [read_letter(data, "x").content.text]
        case ".csv":
            return [row.content.text for row in read_article_rows(decode(data, "x").text, "x")]
        case _:
            return [each.abstract for each in read_references(decode(data, "x").text, "x")]


def inside(data: bytes, chance: random.Random) -> bytes:
    """An archive whole outside, with damage in one of its parts."""
    source = zipfile.ZipFile(io.BytesIO(data))
    names = [name for name in source.namelist() if name.endswith(".xml")]
    hurt = chance.choice(names)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            part = source.read(name)
            archive.writestr(name, mutant(part, chance) if name == hurt else part)
    return out.getvalue()


def sources() -> dict[str, bytes]:
    return {
        ".pdf": (READ / "zagora.pdf").read_bytes(),
        ".docx": (READ / "zagora.docx").read_bytes(),
        ".odt": (READ / "zagora.odt").read_bytes(),
        ".eml": letter("Le câble transportera 60 MW.\n" * 20, note_txt=b"60 MW"),
        ".csv": (ROWS * 5).encode(),
        ".ris": (ENTRY * 5).encode(),
    }


def feed(suffix: str, rounds: int, seed: int) -> tuple[int, tuple[str, ...]]:
    """Read so many mutants; give how many were still articles, and what the others were told to be."""
    chance = random.Random(seed)
    source = sources()[suffix]
    plain_pdf = pdf([column(["Le parc produit 120 MW."] * 20)])
    read = 0
    keys: set[str] = set()
    for number in range(rounds):
        if suffix in {".docx", ".odt"} and number % 2:
            data = inside(source, chance)
        else:
            data = mutant(plain_pdf if suffix == ".pdf" and number % 2 else source, chance)
        began = time.perf_counter()
        try:
            texts = texts_of(data, suffix)
        except UnreadableFileError as refusal:
            keys.add(refusal.key)
        else:
            read += 1
            for text in texts:
                canonical(text).encode("utf-8")
        assert time.perf_counter() - began < SLOWEST, (suffix, number)
    return read, tuple(sorted(keys))


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".odt", ".eml", ".csv", ".ris"])
def test_damaged_documents_do_no_harm(suffix):
    """In a process of its own, where a crash of a library is seen as one."""
    read, keys = confined(feed, suffix, 12, 4, seconds=120, megabytes=800)
    assert read + len(keys) > 0


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".odt", ".eml", ".csv", ".ris"])
def test_five_hundred_damaged_documents_do_no_harm(suffix):
    read, keys = confined(feed, suffix, 84, 5, seconds=240, megabytes=800)
    assert read
    assert len(keys) < 8


@pytest.mark.slow
def test_damaged_documents_come_to_one_sentence_through_the_child():
    chance = random.Random(6)
    for number in range(12):
        suffix = (".pdf", ".docx", ".odt")[number % 3]
        data = mutant(sources()[suffix], chance)
        try:
            text = read_bytes(data, f"x{suffix}").text
        except UnreadableFileError as refusal:
            assert refusal.details["name"] == f"x{suffix}"  # noqa: PT017
        else:
            assert canonical(text) == text


@pytest.mark.slow
def test_a_page_that_unpacks_to_a_gigabyte_ends_soon():
    data = packed_pdf(b" " * 1_000, 1_000_000)
    assert len(data) < 2_000_000
    began = time.perf_counter()
    with pytest.raises(UnreadableFileError):
        read_bytes(data, "x.pdf")
    assert time.perf_counter() - began < 10
