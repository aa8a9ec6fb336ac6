"""Reads the files that hold articles: finds the reader by the file's kind, and refuses with one clear sentence."""

from __future__ import annotations

import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from maeditor.domain.errors import UnreadableFileError
from maeditor.formats.canonical import canonical
from maeditor.formats.content import Content
from maeditor.formats.decoding import decode

LARGEST = 20_000_000
"""Bytes of the largest file that is read as an article."""


# The readers compile many patterns (30 ms): the window opens without them.
def _read_plain_text(text: str) -> Content:
    from maeditor.formats.plain_text import read_plain_text

    return read_plain_text(text)


def _read_markdown(text: str) -> Content:
    from maeditor.formats.markdown import read_markdown

    return read_markdown(text)


def _read_html_page(text: str) -> Content:
    from maeditor.formats.html_page import read_html_page

    return read_html_page(text)


_READERS: dict[str, Callable[[str], Content]] = {
    ".txt": _read_plain_text,
    ".text": _read_plain_text,
    ".md": _read_markdown,
    ".markdown": _read_markdown,
    ".html": _read_html_page,
    ".htm": _read_html_page,
    ".xhtml": _read_html_page,
}
SUFFIXES = tuple(_READERS)
"""The suffixes of files that are read as articles, in lower case."""


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """One article as read from a file: canonical text, what it says about itself, and the file's own bytes.

    Empty metadata means that the source does not say. ``published`` is EDTF, ``language`` a primary BCP 47 tag,
    ``reader`` names what read it, with its version.
    """

    title: str
    publisher: str
    author: str
    published: str
    url: str
    language: str
    text: str = field(repr=False)
    original: bytes = field(repr=False)
    encoding: str
    reader: str
    file_name: str


def read_article(path: Path) -> ReadArticle:
    """Read one file. Raises UnreadableFileError, with a key that says why, and nothing else."""
    name = path.name or str(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableFileError("file_is_folder", name=name)
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFileError("file_is_no_file", name=name)
        _reader_for(name)
        if status.st_size > LARGEST:
            raise UnreadableFileError("file_too_large", name=name, limit=LARGEST // 1_000_000)
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UnreadableFileError("file_missing", name=name) from error
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        raise UnreadableFileError("file_unreadable", name=name) from error
    return read_bytes(data, name)


def read_bytes(data: bytes, name: str) -> ReadArticle:
    """Read the bytes of a file of that name. Raises UnreadableFileError."""
    reader = _reader_for(name)
    if len(data) > LARGEST:
        raise UnreadableFileError("file_too_large", name=name, limit=LARGEST // 1_000_000)
    decoded = decode(data, name)
    if not decoded.text.strip():
        raise UnreadableFileError("file_empty", name=name)
    content = reader(decoded.text)
    if not content.text.strip():
        raise UnreadableFileError("file_without_text", name=name)
    return _bound(content, data, decoded.encoding, name)


def read_pasted(text: str) -> ReadArticle:
    """Read a text from the clipboard as a plain one. Raises UnreadableFileError where it is empty."""
    whole = canonical(text)
    if not whole.strip():
        raise UnreadableFileError("paste_empty")
    data = whole.encode("utf-8")
    if len(data) > LARGEST:
        raise UnreadableFileError("paste_too_large", limit=LARGEST // 1_000_000)
    return _bound(_read_plain_text(whole), data, "utf-8", "")


def _reader_for(name: str) -> Callable[[str], Content]:
    suffix = PurePath(name).suffix.lower()
    reader = _READERS.get(suffix)
    if reader is None:
        raise UnreadableFileError("file_kind_unknown", name=name, kinds=", ".join(SUFFIXES))
    return reader


def _bound(content: Content, data: bytes, encoding: str, name: str) -> ReadArticle:
    return ReadArticle(
        title=canonical(content.title),
        publisher=canonical(content.publisher),
        author=canonical(content.author),
        published=content.published,
        url=canonical(content.url),
        language=content.language,
        text=canonical(content.text),
        original=data,
        encoding=encoding,
        reader=content.reader,
        file_name=canonical(name),
    )
