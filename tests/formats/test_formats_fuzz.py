"""Damaged files: whatever happened to one, reading it soon ends in an article or in the one error that is ours."""

from __future__ import annotations

import random
import time

import pytest
from test_formats_files import MARKDOWN, TEXT
from test_formats_html import PAGE

from maeditor.domain.errors import UnreadableFileError
from maeditor.formats.article_files import ReadArticle, read_bytes
from maeditor.formats.canonical import canonical

LINKED = (
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Nador","author":{"name":"S. I."}}</script>'
)
SOURCES = {
    "port.txt": (TEXT * 8).encode(),
    "vieux.txt": (TEXT * 8).encode("cp1252"),
    "large.txt": (TEXT * 8).encode("utf-16"),
    "port.md": MARKDOWN.encode(),
    "page.html": PAGE.replace("HEAD", LINKED).encode(),
}
PIECES = (
    b"\x00", b"\x01", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\xe2\x80", b"\xf0\x9f\x94\x8c", b"\xd9\xa3", b"9" * 5000,
    b"<", b">", b"</", b"<!--", b"<![CDATA[", b"<script>", b"</article>", b"<table><tr><td>", b"<p>" * 500,
    b"<div>" * 300,
    b"&#x110000;", b"&#0;", b"&#1;", b"&#xFFFE;", b"&nbsp", b"<meta charset=utf-16>", b"<?xml encoding='utf-7'?>",
    b'<html lang="\xd9\xa3">', b'<time datetime="99999-99-99">', b'<ol start="99999999999999999999"><li>', b'"@type":',
    b"---\n", b"+++\n", b"|", b"```", b"[a](", b"- " * 50, b"> " * 50, b"999999999. x\n",
)  # fmt: skip


def mutant(source: bytes, chance: random.Random) -> bytes:
    data = bytearray(source)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(data) + 1)
        end = min(len(data), at + chance.randint(1, 60))
        match chance.randrange(6):
            case 0:
                data[at:end] = b""
            case 1:
                data[at:at] = chance.choice(PIECES)
            case 2:
                data[at:end] = chance.randbytes(end - at)
            case 3:
                data[at:at] = data[chance.randrange(len(data) + 1) :][:2000]
            case 4:
                data[at:] = data[at : at + 400] * chance.randint(0, 3)
            case _:
                data[at:end] = chance.choice(PIECES) * chance.randint(1, 20)
    return bytes(data)


def feed(rounds: int, seed: int) -> int:
    """Read that many mutants; give how many were still articles."""
    chance = random.Random(seed)
    names = list(SOURCES)
    read = 0
    keys: set[str] = set()
    for number in range(rounds):
        name = names[number % len(names)]
        data = mutant(SOURCES[name], chance)
        began = time.perf_counter()
        try:
            article = read_bytes(data, name)
        except UnreadableFileError as refusal:
            keys.add(refusal.key)
        else:
            read += 1
            check(article, data)
        assert time.perf_counter() - began < 5, (name, number)
    assert keys <= {"file_empty", "file_is_binary", "file_without_text"}
    return read


def check(article: ReadArticle, data: bytes) -> None:
    assert article.text.strip()
    assert canonical(article.text) == article.text
    assert article.original == data
    for field in (article.title, article.publisher, article.author, article.published, article.url, article.language):
        assert canonical(field) == field
        assert "\n" not in field


def test_damaged_files_do_no_harm():
    assert feed(400, seed=2) > 200


@pytest.mark.reliability
def test_three_thousand_damaged_files_do_no_harm():
    assert feed(3_000, seed=3) > 1_500
