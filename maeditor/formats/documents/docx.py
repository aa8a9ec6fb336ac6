"""Reads Word documents: what is deleted or hidden stays out, cells stay apart, footnotes come last."""

from __future__ import annotations

from collections.abc import Mapping

from maeditor.formats.content import Content, one_line
from maeditor.formats.dates import edtf_date
from maeditor.formats.documents.archive import Archive
from maeditor.formats.documents.flow import Flow
from maeditor.formats.documents.properties import said_author, said_title
from maeditor.formats.documents.word_lists import WORD, Lists, attribute
from maeditor.formats.documents.xml_events import Fields, hear_xml
from maeditor.formats.metadata import stated

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SILENT = frozenset({WORD + "moveFrom", WORD + "del", WORD + "rt", _COMPATIBLE + "Fallback"})
"""Moved away, deleted, how a sign is spoken; the last says again what stands before it."""
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": "\t"}
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read_docx(data: bytes, name: str) -> Content:
    """Read a document. Raises UnreadableFileError."""
    archive = Archive(data, name)
    body = archive.needed("word/document.xml")
    lists = Lists.read(archive.part("word/numbering.xml"), archive.part("word/styles.xml"), name)
    story = _Story(lists)
    hear_xml(body, story, name)
    for part in ("word/footnotes.xml", "word/endnotes.xml"):
        if archive.has(part):
            hear_xml(archive.part(part), _Notes(story, lists), name)
    said = Fields()
    if archive.has("docProps/core.xml"):
        hear_xml(archive.part("docProps/core.xml"), said, name)
    text = story.flow.text()
    told = stated(text)
    return Content(
        text=text,
        title=one_line(story.flow.title) or said_title(said.of("title")) or told.title,
        publisher=told.publisher,
        author=told.author or said_author(said.of("creator")),
        published=told.published or edtf_date(said.of("created")),
        url=told.url,
        reader="docx@1",
    )


class _Paragraph:
    """A paragraph being heard; text boxes hold paragraphs inside one."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.style = ""
        self.list_id = ""
        self.level = -1
        self.runs_on = False
        """Its end was deleted: it goes on with the next."""


class _Story:
    """Hears the body of a document and writes its blocks."""

    def __init__(self, lists: Lists) -> None:
        self.flow = Flow()
        self._lists = lists
        self._paragraphs: list[_Paragraph] = []
        self._silent = 0
        self._text = 0
        self._hidden = False
        self._properties: list[str] = []
        self._carried: list[str] = []
        self._rows: list[bool] = []
        self._title = False
        self.note_numbers: dict[str, int] = {}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._silent or (tag in _SILENT and not self._properties):
            self._silent += 1
            return
        namespace, _, local = tag.rpartition("}")
        if namespace + "}" != WORD:
            self._text += local == "t"
        elif self._properties or local in {"pPr", "rPr", "trPr"}:
            self._properties.append(local)
            self._hear_property(local, attributes)
        elif local == "p":
            self._paragraphs.append(_Paragraph())
        elif local in {"footnoteReference", "endnoteReference"}:
            self._add(f"[{self._number_of(local, attribute(attributes, 'id'))}]")
        elif local == "r":
            self._hidden = False
        elif local == "t":
            self._text += 1
        elif local == "tr":
            self.flow.open_row()
        elif local == "tc":
            self.flow.open_cell()
        elif local in _SIGNS and attribute(attributes, "type") not in {"page", "column"}:
            self._add(_SIGNS[local])

    def end(self, tag: str) -> None:
        if self._silent:
            self._silent -= 1
            return
        namespace, _, local = tag.rpartition("}")
        if namespace + "}" != WORD:
            self._text -= local == "t"
        elif self._properties:
            self._properties.pop()
        elif local == "t":
            self._text -= 1
        elif local == "p":
            self._close_paragraph()
        elif local == "tr":
            self.flow.close_row()
        elif local == "tbl":
            self.flow.close_table()

    def data(self, text: str) -> None:
        if self._text and not self._silent and not self._properties:
            self._add(text.replace("\u00ad", ""))

    def _add(self, text: str) -> None:
        if self._paragraphs and not self._hidden:
            self._paragraphs[-1].parts.append(text)

    def _hear_property(self, local: str, attributes: Mapping[str, str]) -> None:
        paragraph = self._paragraphs[-1] if self._paragraphs else None
        value = attribute(attributes, "val")
        within = self._properties[0]
        if within == "rPr" and local in {"vanish", "webHidden"}:
            self._hidden = value not in {"0", "false", "off"}
        if paragraph is None or within != "pPr":
            return
        if local == "pStyle":
            paragraph.style = value
        elif local == "numId":
            paragraph.list_id = value
        elif local == "ilvl":
            paragraph.level = int(value) if value.isdecimal() else 0
        elif local in {"del", "moveFrom"} and "rPr" in self._properties:
            paragraph.runs_on = True

    def _number_of(self, kind: str, note_id: str) -> int:
        return self.note_numbers.setdefault(f"{kind[:3]}{note_id}", len(self.note_numbers) + 1)

    def _close_paragraph(self) -> None:
        if not self._paragraphs:
            return
        paragraph = self._paragraphs.pop()
        text = "".join([*self._carried, *paragraph.parts])
        self._carried.clear()
        if paragraph.runs_on and not self._paragraphs:
            self._carried.append(text)
            return
        self._write(paragraph, text)

    def _write(self, paragraph: _Paragraph, text: str) -> None:
        style = self._lists.style_name(paragraph.style)
        if text.strip() and not self._title and (style == "title" or (style == "heading 1" and not self.flow.title)):
            self.flow.title, self._title = text, style == "title"
        listed = self._lists.of(paragraph.list_id, paragraph.style, paragraph.level)
        if listed is None or not text.strip():
            self.flow.paragraph(text)
        else:
            self.flow.item(text, listed.level, ordered=listed.ordered)


class _Notes(_Story):
    """Hears the footnotes: each ends up at the end of the text, with its number."""

    def __init__(self, story: _Story, lists: Lists) -> None:
        super().__init__(lists)
        self._story = story
        self._number = 0
        self._said: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in {WORD + "footnote", WORD + "endnote"}:
            local = tag.rpartition("}")[2]
            known = self._story.note_numbers.get(f"{local[:3]}{attribute(attributes, 'id')}", 0)
            self._number = 0 if attribute(attributes, "type") in _SEPARATORS else known
            self._said.clear()
        super().start(tag, attributes)

    def end(self, tag: str) -> None:
        super().end(tag)
        if tag in {WORD + "footnote", WORD + "endnote"} and self._number:
            self._story.flow.note(f"[{self._number}] {' '.join(self._said)}")

    def _write(self, _paragraph: _Paragraph, text: str) -> None:
        if text.strip():
            self._said.append(text.strip())
