"""All that a file holds: one article, or several in the rows of a table, a letter or a list of references."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from maeditor.domain.errors import UnreadableFileError
from maeditor.formats.article_files import (
    MAIL,
    REFERENCES,
    SUFFIXES,
    TABLES,
    ReadArticle,
    bound,
    file_bytes,
    never,
    read_bytes,
    suffix_of,
)
from maeditor.formats.content import Content
from maeditor.formats.decoding import decode

if TYPE_CHECKING:
    from maeditor.formats.references import Reference

DEEPEST_LETTER = 3
"""Letters within letters."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a person should know: a sentence ``import.KEY`` and what fills it."""

    key: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing in a file: an article or why it is none.

    ``part`` names it within the file (``row=7``), or is empty. ``reference`` is what an entry of a list says, which may
    be of an article that is there already, and ``attached`` the file that the entry names, if it is there.
    """

    part: str = ""
    article: ReadArticle | None = None
    error: UnreadableFileError | None = None
    remarks: tuple[Remark, ...] = ()
    reference: Reference | None = None
    attached: Path | None = None


def readings(path: Path, cancelled: Callable[[], bool] = never) -> Iterator[Reading]:
    """Read all that a file holds. Raises StoppedError; what cannot be read is told in its place."""
    try:
        data = file_bytes(path)
        suffix = suffix_of(path.name)
        if suffix in MAIL:
            yield from _letter(data, path.name, cancelled, 1)
        elif suffix in TABLES:
            yield from _rows(data, path.name)
        elif suffix in REFERENCES:
            yield from _entries(data, path)
        else:
            yield Reading(article=read_bytes(data, path.name, cancelled))
    except UnreadableFileError as error:
        yield Reading(error=error)


def _letter(data: bytes, name: str, cancelled: Callable[[], bool], depth: int) -> Iterator[Reading]:
    from maeditor.formats.confined import confined
    from maeditor.formats.documents.reading import MEGABYTES, SECONDS
    from maeditor.formats.mail import read_letter

    if not data:
        raise UnreadableFileError("file_empty", name=name)
    letter = confined(read_letter, data, name, seconds=SECONDS, megabytes=MEGABYTES, name=name, cancelled=cancelled)
    held = [
        each
        for each in letter.attached
        if Path(each.name).suffix.lower() in SUFFIXES and not each.name.lower().endswith(REFERENCES)
    ]
    readable = [each for each in held if depth < DEEPEST_LETTER or Path(each.name).suffix.lower() not in MAIL]
    left = [each.name for each in letter.attached if each not in readable] + list(letter.left_out)
    remarks = (Remark("attachments_left", ", ".join(left)),) if left else ()
    if letter.content.text.strip():
        yield Reading(article=bound(letter.content, data, "", name), remarks=remarks)
    elif not readable:
        raise UnreadableFileError("file_without_text", name=name)
    for each in readable:
        yield from _attached(each.data, each.name, cancelled, depth)


def _attached(data: bytes, name: str, cancelled: Callable[[], bool], depth: int) -> Iterator[Reading]:
    try:
        suffix = suffix_of(name)
        if suffix in MAIL:
            found = _letter(data, name, cancelled, depth + 1)
        elif suffix in TABLES:
            found = _rows(data, name)
        else:
            found = iter([Reading(article=read_bytes(data, name, cancelled))])
        for each in found:
            yield Reading(f"{name}#{each.part}" if each.part else name, each.article, each.error, each.remarks)
    except UnreadableFileError as error:
        yield Reading(name, error=error)


def _rows(data: bytes, name: str) -> Iterator[Reading]:
    from maeditor.formats.article_tables import read_article_rows

    decoded = decode(data, name)
    if not decoded.text.strip():
        raise UnreadableFileError("file_empty", name=name)
    for row in read_article_rows(decoded.text, name):
        part = f"row={row.number}"
        try:
            yield Reading(part, bound(row.content, row.source, decoded.encoding, f"{name}#{part}"))
        except UnreadableFileError:
            yield Reading(part, error=UnreadableFileError("row_without_text", name=name, row=row.number))


def _entries(data: bytes, path: Path) -> Iterator[Reading]:
    from maeditor.formats.references import read_references

    decoded = decode(data, path.name)
    if not decoded.text.strip():
        raise UnreadableFileError("file_empty", name=path.name)
    for number, reference in enumerate(read_references(decoded.text, path.name), start=1):
        part = f"entry={number}"
        name = f"{path.name}#{part}"
        article = _abstract(reference, name) if reference.abstract.strip() else None
        error = UnreadableFileError("reference_without_text", name=path.name, title=reference.title or part)
        yield Reading(
            part,
            article,
            None if article else error,
            (Remark("abstract_only"),) if article else (),
            reference,
            _beside(path, reference),
        )


def _abstract(reference: Reference, name: str) -> ReadArticle:
    text = f"{reference.title}\n\n{reference.abstract}".strip()
    content = Content(
        text,
        reference.title,
        reference.publisher,
        reference.author,
        reference.published,
        reference.url or (f"https://doi.org/{reference.doi}" if reference.doi else ""),
        reference.language,
        "ris-abstract@1",
    )
    return bound(content, text.encode("utf-8", "replace"), "utf-8", name)


def _beside(path: Path, reference: Reference) -> Path | None:
    """The file that an entry names, if it lies beside or below the list: no list may name other files of a person's."""
    folder = path.parent.resolve()
    for written in reference.files:
        relative = Path(written.strip().replace("\\", "/").removeprefix("file://"))
        try:
            found = (folder / relative).resolve()
            usable = found.is_relative_to(folder) and found.is_file() and found.suffix.lower() in SUFFIXES
        except (OSError, ValueError):
            continue
        if usable and found.suffix.lower() not in (*REFERENCES, *TABLES, *MAIL):
            return found
    return None
