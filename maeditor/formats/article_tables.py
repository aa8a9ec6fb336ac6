"""Reads articles that stand in the rows of a CSV file, headed in French or English."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from maeditor.domain.errors import UnreadableFileError
from maeditor.formats.content import Content, language_tag, one_line, web_address
from maeditor.formats.dates import edtf_date, written_date
from maeditor.formats.delimited import records
from maeditor.formats.plain_text import read_plain_text

MOST_ROWS = 200_000
"""The file itself is bounded; Python's own bound of 131,072 would cut a long report."""
_COLUMNS = {
    "text": "text texte article content contenu body corps fulltext texteintegral textecomplet articletext",
    "title": "title titre headline heading name nom",
    "url": "url link lien address adresse permalink sourceurl",
    "published": "date published publie publiele publicationdate datedepublication dateofpublication datepublished"
    " datepublication publishedat",
    "publisher": "publisher source media editeur journal newspaper publication outlet site",
    "author": "author authors auteur auteurs byline by par signature",
    "language": "language langue lang locale",
}
_FIELD_OF = {name: field for field, names in _COLUMNS.items() for name in names.split()}
_DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Row:
    """An article in a row; ``number`` is the row's as a spreadsheet counts, the headings' being 1."""

    number: int
    content: Content
    source: bytes
    """The row as it is in the file, below the headings, in UTF-8."""


def read_article_rows(text: str, name: str) -> Iterator[Row]:
    """Read the rows of a canonical text that hold anything. Raises UnreadableFileError."""
    delimiter = _delimiter(text)
    rows = records(text, delimiter, name, "document_is_damaged")
    headings = next(rows, [])
    fields = _fields(headings)
    if "text" not in fields:
        raise UnreadableFileError("table_without_text", name=name)
    found = False
    for number, cells in enumerate(rows, start=2):
        if number > MOST_ROWS:
            raise UnreadableFileError("table_too_long", name=name, limit=MOST_ROWS)
        if any(cell.strip() for cell in cells):
            found = True
            yield Row(number, _content(cells, fields), _written([headings, cells]))
    if not found:
        raise UnreadableFileError("file_without_text", name=name)


def _delimiter(text: str) -> str:
    """Choose what parts the headings into the most that are known, then into the most."""
    first = text.lstrip("\n").partition("\n")[0][:10_000]

    def known(delimiter: str) -> tuple[int, int]:
        cells = first.split(delimiter)
        return len(_fields(cells)), len(cells)

    return max(_DELIMITERS, key=known)


def _fields(headings: list[str]) -> dict[str, int]:
    fields: dict[str, int] = {}
    for index, heading in enumerate(headings):
        field = _FIELD_OF.get(_folded(heading))
        if field is not None:
            fields.setdefault(field, index)
    return fields


def _folded(heading: str) -> str:
    plain = unicodedata.normalize("NFKD", heading[:100]).casefold()
    return re.sub(r"[^a-z]", "", plain)


def _content(cells: list[str], fields: dict[str, int]) -> Content:
    def cell(field: str) -> str:
        index = fields.get(field, len(cells))
        return cells[index].strip() if index < len(cells) else ""

    text, title = cell("text"), one_line(cell("title"))
    told = read_plain_text(text)
    # A figure may stand in the headline only: the headline is always part of the text.
    if title and text and "".join(title.casefold().split()) not in "".join(text[:2000].casefold().split()):
        text = f"{title}\n\n{text}"
    said = cell("published")
    return Content(
        text=text,
        title=title or told.title,
        publisher=one_line(cell("publisher")) or told.publisher,
        author=one_line(cell("author")) or told.author,
        published=edtf_date(said) or written_date(said[:100]) or told.published,
        url=web_address(cell("url")) or told.url,
        language=language_tag(cell("language")),
        reader="csv@1",
    )


def _written(rows: list[list[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode("utf-8", "replace")
