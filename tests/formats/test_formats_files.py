"""Files and folders as people have them: each gives an article or one clear sentence, and stops nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from maeditor.domain.errors import UnreadableFileError
from maeditor.formats.article_files import LARGEST, SUFFIXES, read_article, read_bytes, read_pasted
from maeditor.formats.folders import article_paths
from maeditor.wording import LANGUAGES, Wording

TEXT = "Un port, deux câbles\nPar Salma Idrissi\n\nLe port a 2 câbles.\n"
MARKDOWN = """---
title: "Un port, deux câbles"
source: Le Courrier du Détroit
authors: [Salma Idrissi, "Youssef A."]
date: 12 mars 2026
url: https://courrier.example/port
lang: fr-MA
# a remark
---

# Un port, **deux** câbles

Le port a [deux câbles](https://c.example) et
12 ![vue du port](port.png) MW&nbsp;!\\
La suite.

- 🔌 60 kV
- deux
    1. trois

| Critère | Nador |
|---|---|
| Capacité (GW) | 2 |

> Une citation

<table><tr><td>Rang</td><td>5ᵉ</td></tr></table>

```
un bloc
```
"""


def refused(path: Path) -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as caught:
        read_article(path)
    for language in LANGUAGES:
        assert path.name in Wording(language).say(f"error.{caught.value.key}", **caught.value.details)
    return caught.value


def test_a_text_file_is_kept_as_it_is(tmp_path):
    path = tmp_path / "port.txt"
    path.write_bytes(TEXT.encode())
    article = read_article(path)
    assert article.text == TEXT
    assert article.original == TEXT.encode()
    assert (article.title, article.author) == ("Un port, deux câbles", "Salma Idrissi")
    assert (article.file_name, article.encoding, article.reader, article.language) == (
        "port.txt",
        "utf-8",
        "text@1",
        "",
    )


def test_markdown_loses_its_marks_and_nothing_else():
    article = read_bytes(MARKDOWN.encode(), "port.md")
    assert article.text == (
        "Un port, deux câbles\n\nLe port a deux câbles et 12 MW\u00a0!\nLa suite.\n\n• 🔌 60 kV\n• deux\n1. trois\n\n"
        "Critère | Nador\nCapacité (GW) | 2\n\nUne citation\n\nRang | 5ᵉ\n\nun bloc"
    )


def test_front_matter_becomes_metadata():
    article = read_bytes(MARKDOWN.encode(), "port.md")
    assert (article.title, article.publisher) == ("Un port, deux câbles", "Le Courrier du Détroit")
    assert (article.author, article.published) == ("Salma Idrissi, Youssef A.", "2026-03-12")
    assert (article.url, article.language) == ("https://courrier.example/port", "fr")


def test_toml_front_matter_is_read_too():
    article = read_bytes(b'+++\ntitle = "Un port"\ndate = 2026-03-12\nauthors = ["A", "B"]\n+++\nTexte.', "port.md")
    assert (article.title, article.published, article.author, article.text) == (
        "Un port",
        "2026-03-12",
        "A, B",
        "Texte.",
    )


@pytest.mark.parametrize("front", ["+++\ntitle = \n+++\n", "---\n- a\n---\n", "---\nsans fin\n\n"])
def test_broken_front_matter_stays_text(front):
    assert "Un port" in read_bytes((front + "Un port.").encode(), "port.md").text


def test_a_line_break_tag_in_markdown_breaks_the_line():
    assert read_bytes("Un port<br>deux <em>câbles</em>".encode(), "port.md").text == "Un port\ndeux câbles"


def test_a_markdown_heading_is_the_title():
    assert read_bytes(b"Texte avant.\n\n# Le *vrai* titre #\n\nSuite.", "port.md").title == "Le vrai titre"


@pytest.mark.parametrize("piece", ["[", "![[", "a**b _", "* a\n", "| x\n", "`a", "<a ", "> "])
def test_hostile_markdown_ends_soon(piece):
    began = time.perf_counter()
    read_bytes((piece * (100_000 // len(piece)) + "\n\nfin").encode(), "x.md")
    assert time.perf_counter() - began < 10


def test_very_long_markdown_is_still_read():
    article = read_bytes(("Un paragraphe.\n\n" * 200_000).encode(), "x.md")
    assert article.reader == "markdown-plain@1"
    assert article.title == "Un paragraphe."


def test_a_missing_file(tmp_path):
    assert refused(tmp_path / "absent.txt").key == "file_missing"


def test_a_name_below_a_file(tmp_path):
    (tmp_path / "a.txt").write_text("a")
    assert refused(tmp_path / "a.txt" / "b.txt").key == "file_missing"


@pytest.mark.parametrize("content", [b"", b"  \r\n\t ", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file(tmp_path, content):
    path = tmp_path / "vide.txt"
    path.write_bytes(content)
    assert refused(path).key == "file_empty"


def test_a_folder(tmp_path):
    folder = tmp_path / "dossier.txt"
    folder.mkdir()
    assert refused(folder).key == "file_is_folder"


def test_a_pipe_is_not_waited_for(tmp_path):
    path = tmp_path / "tube.txt"
    os.mkfifo(path)
    assert refused(path).key == "file_is_no_file"


def test_a_kind_that_is_not_read_names_those_that_are(tmp_path):
    path = tmp_path / "image.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    error = refused(path)
    assert error.key == "file_kind_unknown"
    assert all(suffix in str(error.details["kinds"]) for suffix in SUFFIXES)


def test_a_picture_in_a_text_file_s_clothes(tmp_path):
    path = tmp_path / "image.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    assert refused(path).key == "file_is_binary"


def test_fifty_megabytes_are_refused_without_being_read(tmp_path):
    path = tmp_path / "gros.html"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    began = time.perf_counter()
    error = refused(path)
    assert (error.key, error.details["limit"]) == ("file_too_large", 20)
    assert time.perf_counter() - began < 0.5


def test_bytes_beyond_the_limit_are_refused():
    with pytest.raises(UnreadableFileError, match="file_too_large"):
        read_bytes(b"a" * (LARGEST + 1), "gros.txt")


def test_a_file_that_may_not_be_opened(tmp_path, monkeypatch):
    path = tmp_path / "prive.txt"
    path.write_text("a")

    def forbid(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbid)
    assert refused(path).key == "file_unreadable"


def test_a_name_that_no_system_has():
    with pytest.raises(UnreadableFileError):
        read_article(Path("a\x00b.txt"))


def test_a_name_that_is_no_unicode_can_be_stored(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/d\xe9j\xe0.txt"))
    path.write_text("Un port.")
    assert read_article(path).file_name == "d\ufffdj\ufffd.txt"


def test_every_refusal_has_a_sentence():
    details = {"name": "a", "limit": 20, "kinds": ".txt"}
    keys = ("file_empty", "file_without_text", "file_is_no_file", "paste_empty", "paste_too_large", "file_unreadable")
    for language in LANGUAGES:
        for key in keys:
            assert Wording(language).say(f"error.{key}", **details).endswith(".")


def test_reading_a_text_loads_no_parser():
    """The window opens sooner for it: these libraries cost a third of a second."""
    code = (
        "import sys; from maeditor.formats.article_files import read_bytes; read_bytes('Un été'.encode(), 'a.txt');"
        "print({'lxml', 'trafilatura', 'readability', 'markdown_it', 'charset_normalizer'} & set(sys.modules))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "set()"


def test_pasted_text():
    article = read_pasted("Un port\r\n\r\nLe port a\u00a02 câbles.")
    assert article.text == "Un port\n\nLe port a\u00a02 câbles."
    assert article.original == article.text.encode()
    assert (article.title, article.file_name) == ("Un port", "")


@pytest.mark.parametrize(("text", "key"), [(" \n", "paste_empty"), ("a" * (LARGEST + 1), "paste_too_large")])
def test_pasting_nothing_or_too_much(text, key):
    with pytest.raises(UnreadableFileError, match=key):
        read_pasted(text)


def test_folders_give_their_articles_in_order(tmp_path):
    for name in (
        "b.txt",
        "a.MD",
        "sub/c.html",
        "sub/c_files/ad.html",
        ".hidden.txt",
        ".git/x.txt",
        "image.png",
        "README.md",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("a")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    found = article_paths([tmp_path])
    assert [path.relative_to(tmp_path).as_posix() for path in found] == ["a.MD", "b.txt", "sub/c.html"]


def test_named_files_stay_so_that_what_is_wrong_can_be_said(tmp_path):
    (tmp_path / "a.txt").write_text("a")
    named = [tmp_path / "absent.txt", tmp_path / "image.png", tmp_path, tmp_path / "a.txt"]
    assert article_paths(named) == [tmp_path / "absent.txt", tmp_path / "image.png", tmp_path / "a.txt"]
