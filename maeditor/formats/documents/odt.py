"""Reads OpenDocument texts: what is deleted, hidden or remarked stays out, cells stay apart, notes come last.

Why no library: odfpy has stood still since 2020 and builds trees of all it is given; what an article needs is one part.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from maeditor.domain.errors import UnreadableFileError
from maeditor.formats.content import Content, one_line
from maeditor.formats.dates import edtf_date
from maeditor.formats.documents.archive import Archive
from maeditor.formats.documents.flow import Flow
from maeditor.formats.documents.properties import said_author, said_title
from maeditor.formats.documents.xml_events import Fields, hear_xml
from maeditor.formats.metadata import stated

_NAMESPACE = "{urn:oasis:names:tc:opendocument:xmlns:"
TEXT, TABLE, STYLE = (f"{_NAMESPACE}{part}:1.0}}" for part in ("text", "table", "style"))
OFFICE = _NAMESPACE + "office:1.0}"
_SILENT = frozenset(
    {TEXT + local for local in ("tracked-changes", "hidden-text", "ruby-text", "note-citation", "table-of-content")}
    | {TEXT + "alphabetical-index", TEXT + "sequence-decls"}
    | {OFFICE + local for local in ("annotation", "scripts", "forms", "font-face-decls")}
    | {
        "{http://purl.org/dc/elements/1.1/}creator",
        "{http://www.w3.org/2000/svg}title",
        "{http://www.w3.org/2000/svg}desc",
    }
    | {_NAMESPACE + "svg-compatible:1.0}title", _NAMESPACE + "svg-compatible:1.0}desc"}
)
_MOST_SPACES = 100
_MOST_REPEATED = 256
"""Cells that one element stands for; sheets claim a million empty ones at the end of a row."""


def read_odt(data: bytes, name: str) -> Content:
    """Read a document. Raises UnreadableFileError."""
    archive = Archive(data, name)
    if b"encryption-data" in archive.part("META-INF/manifest.xml"):
        raise UnreadableFileError("document_is_locked", name=name)
    body = archive.needed("content.xml")
    styles = _Styles()
    if archive.has("styles.xml"):
        hear_xml(archive.part("styles.xml"), styles, name)
    hear_xml(body, styles, name)
    story = _Story(styles)
    hear_xml(body, story, name)
    said = Fields()
    if archive.has("meta.xml"):
        hear_xml(archive.part("meta.xml"), said, name)
    text = story.flow.text()
    told = stated(text)
    return Content(
        text=text,
        title=one_line(story.flow.title) or said_title(said.of("title")) or told.title,
        publisher=told.publisher,
        author=told.author or said_author(said.of("initial-creator", "creator")),
        published=told.published or edtf_date(said.of("creation-date")),
        url=told.url,
        reader="odt@1",
    )


class _Styles:
    """Hears which lists are numbered, which styles are the title's, and which hide text."""

    def __init__(self) -> None:
        self.numbered: set[tuple[str, int]] = set()
        self.parents: dict[str, str] = {}
        self.hidden: set[str] = set()
        self._style = self._list = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == STYLE + "style":
            self._style = attributes.get(STYLE + "name", "")
            self.parents[self._style] = attributes.get(STYLE + "parent-style-name", "")
        elif tag == STYLE + "text-properties" and attributes.get(TEXT + "display") == "none":
            self.hidden.add(self._style)
        elif tag == TEXT + "list-style":
            self._list = attributes.get(STYLE + "name", "")
        elif tag == TEXT + "list-level-style-number" and attributes.get(STYLE + "num-format"):
            level = attributes.get(TEXT + "level", "1")
            self.numbered.add((self._list, int(level) if level.isdecimal() else 1))

    def end(self, tag: str) -> None:
        """Nothing to do: all is said in attributes."""

    def data(self, text: str) -> None:
        """Nothing to do."""

    def is_title(self, style: str) -> bool:
        """Tell whether a style is the title's, or made from it."""
        return "Title" in (style, self.parents.get(style))


@dataclass(slots=True)
class _Paragraph:
    heading: bool
    title: bool
    item: bool
    silent: bool
    parts: list[str] = field(default_factory=list)


class _Story:
    """Hears the body of a document and writes its blocks."""

    def __init__(self, styles: _Styles) -> None:
        self.flow = Flow()
        self._styles = styles
        self._paragraphs: list[_Paragraph] = []
        self._hidden: list[bool] = []
        self._silent = 0
        self._lists: list[str] = []
        self._fresh = False
        self._cells: list[int] = []
        self._notes = 0
        self._note: list[list[str]] = []
        self._title = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._silent or tag in _SILENT:
            self._silent += 1
            return
        style = attributes.get(TEXT + "style-name", "")
        match tag.removeprefix(TEXT):
            case "p" | "h" as kind:
                item = bool(self._lists) and self._fresh
                title = self._styles.is_title(style)
                self._paragraphs.append(_Paragraph(kind == "h", title, item, style in self._styles.hidden))
                self._fresh = False
            case "span":
                self._hidden.append(style in self._styles.hidden)
            case "s":
                count = attributes.get(TEXT + "c", "1")
                self._add(" " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES))
            case "tab":
                self._add("\t")
            case "line-break":
                self._add("\n")
            case "list":
                self._lists.append(style or (self._lists[-1] if self._lists else ""))
            case "list-item":
                self._fresh = True
            case "note":
                self._notes += 1
                self._add(f"[{self._notes}]")
                self._note.append([])
        self._start_table(tag, attributes)

    def _start_table(self, tag: str, attributes: Mapping[str, str]) -> None:
        match tag.removeprefix(TABLE):
            case "table-row":
                self.flow.open_row()
            case "table-cell" | "covered-table-cell":
                self.flow.open_cell()
                count = attributes.get(TABLE + "number-columns-repeated", "1")
                self._cells.append(min(int(count) if count.isdecimal() else 1, _MOST_REPEATED))

    def end(self, tag: str) -> None:
        if self._silent:
            self._silent -= 1
            return
        match tag.removeprefix(TEXT):
            case "p" | "h":
                self._close_paragraph()
            case "span":
                self._hidden.pop()
            case "list":
                self._lists.pop()
            case "note":
                self._close_note()
        match tag.removeprefix(TABLE):
            case "table-row":
                self.flow.close_row()
            case "table-cell" | "covered-table-cell":
                for _ in range(self._cells.pop() - 1):
                    self.flow.open_cell()
            case "table":
                self.flow.close_table()

    def data(self, text: str) -> None:
        if not self._silent and self._paragraphs:
            # Line ends and tabs of the file itself are mere spaces; real ones have elements.
            self._add(text.replace("\n", " ").replace("\t", " ").replace("\u00ad", ""))

    def _add(self, text: str) -> None:
        if self._paragraphs and not any(self._hidden) and not self._paragraphs[-1].silent:
            self._paragraphs[-1].parts.append(text)

    def _close_note(self) -> None:
        said = self._note.pop()
        number = self._notes - len(self._note)
        self.flow.note(f"[{number}] {' '.join(said)}" if said else "")

    def _close_paragraph(self) -> None:
        paragraph = self._paragraphs.pop()
        text = "".join(paragraph.parts)
        if self._note:
            self._note[-1] += [text.strip()] if text.strip() else []
            return
        if text.strip() and not self._title and (paragraph.title or (paragraph.heading and not self.flow.title)):
            self.flow.title, self._title = text, paragraph.title
        if paragraph.item and text.strip() and not paragraph.heading:
            level = len(self._lists)
            ordered = any((name, level) in self._styles.numbered for name in self._lists[-1:])
            self.flow.item(text, level - 1, ordered=ordered)
        else:
            self.flow.paragraph(text)
