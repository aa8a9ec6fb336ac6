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
LARGEST_DOCUMENT = 60_000_000
"""Bytes of the largest PDF, office document or letter: most of it is pictures."""


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
DOCUMENTS = (".pdf", ".docx", ".odt")
"""Read in a process of their own, with so much time and memory and no more."""
MAIL = (".eml",)
TABLES = (".csv", ".tsv")
REFERENCES = (".ris",)
SUFFIXES = (*_READERS, *DOCUMENTS, *MAIL, *TABLES, *REFERENCES)
"""The suffixes of files that are read as articles, in lower case."""


def never() -> bool:
    """Nobody stops it."""
    return False


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


def read_article(path: Path, cancelled: Callable[[], bool] = never) -> ReadArticle:
    """Read a file that holds one article. Raises UnreadableFileError with a key that says why, StoppedError."""
    return read_bytes(file_bytes(path), path.name, cancelled)


def file_bytes(path: Path) -> bytes:
    """Take the bytes of a file, if its kind is read and it is not too large. Raises UnreadableFileError only."""
    name = path.name or str(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableFileError("file_is_folder", name=name)
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFileError("file_is_no_file", name=name)
        largest = largest_of(name)
        if status.st_size > largest:
            raise UnreadableFileError("file_too_large", name=name, limit=largest // 1_000_000)
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UnreadableFileError("file_missing", name=name) from error
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        raise UnreadableFileError("file_unreadable", name=name) from error
    if len(data) > largest:
        raise UnreadableFileError("file_too_large", name=name, limit=largest // 1_000_000)
    return data


def read_bytes(data: bytes, name: str, cancelled: Callable[[], bool] = never) -> ReadArticle:
    """Read the bytes of a file of that name that holds one article. Raises UnreadableFileError, StoppedError."""
    if len(data) > largest_of(name):
        raise UnreadableFileError("file_too_large", name=name, limit=largest_of(name) // 1_000_000)
    suffix = suffix_of(name)
    if not data:
        raise UnreadableFileError("file_empty", name=name)
    if suffix in DOCUMENTS:
        return bound(_read_confined(data, suffix, name, cancelled), data, "", name)
    reader = _READERS.get(suffix)
    if reader is None:
        raise UnreadableFileError("file_kind_unknown", name=name, kinds=", ".join((*_READERS, *DOCUMENTS)))
    decoded = decode(data, name)
    if not decoded.text.strip():
        raise UnreadableFileError("file_empty", name=name)
    return bound(reader(decoded.text), data, decoded.encoding, name)


def read_pasted(text: str) -> ReadArticle:
    """Read a text from the clipboard as a plain one. Raises UnreadableFileError where it is empty."""
    whole = canonical(text)
    if not whole.strip():
        raise UnreadableFileError("paste_empty")
    data = whole.encode("utf-8")
    if len(data) > LARGEST:
        raise UnreadableFileError("paste_too_large", limit=LARGEST // 1_000_000)
    return bound(_read_plain_text(whole), data, "utf-8", "")


def suffix_of(name: str) -> str:
    """The suffix by which a file's kind is known. Raises UnreadableFileError where it is none that is read."""
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES:
        raise UnreadableFileError("file_kind_unknown", name=name, kinds=", ".join(SUFFIXES))
    return suffix


def largest_of(name: str) -> int:
    """Bytes of the largest file of this kind. Raises UnreadableFileError."""
    return LARGEST_DOCUMENT if suffix_of(name) in (*DOCUMENTS, *MAIL) else LARGEST


def _read_confined(data: bytes, suffix: str, name: str, cancelled: Callable[[], bool]) -> Content:
    from maeditor.formats.confined import confined
    from maeditor.formats.documents.reading import MEGABYTES, SECONDS, read_document

    return confined(
        read_document, data, suffix, name, seconds=SECONDS, megabytes=MEGABYTES, name=name, cancelled=cancelled
    )


def bound(content: Content, data: bytes, encoding: str, name: str) -> ReadArticle:
    """Bind what a reader found to the bytes and the name. Raises UnreadableFileError where it found no text."""
    if not content.text.strip():
        raise UnreadableFileError("file_without_text", name=name)
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
