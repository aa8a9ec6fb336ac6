"""An annotated copy of an article for Word and LibreOffice: passages underlined, their facts as true footnotes."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

from maeditor.formats.outgoing import docx_parts as parts
from maeditor.formats.outgoing.annotated_text import Line, LineKind, Note, Piece, annotate
from maeditor.formats.outgoing.colours import LINES, WASHES
from maeditor.formats.outgoing.content import CopyContent, Course, NotedFact, OutgoingReport
from maeditor.formats.outgoing.xml_text import XmlText, isolated
from maeditor.formats.safe_replace import atomic_write
from maeditor.formats.workbook.cell_text import can_link

DAY = (1980, 1, 1, 0, 0, 0)
"""The time of every part: two exports of the same are the same, byte for byte."""

_STYLES = {LineKind.TITLE: "Title", LineKind.HEADING: "Heading1", LineKind.BODY: "", LineKind.ITEM: "Item"}
_FAINT = '<w:color w:val="47504B"/>'


def write_annotated_docx(
    path: Path,
    content: CopyContent,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> OutgoingReport:
    """Write the document. Raises ExportError; what stood there stays until all is written."""
    text = annotate(content)
    copy = _Copy(content, text.notes)
    course = Course(path.name, len(text.lines) + len(text.notes), progress, cancelled)
    address = copy.text(content.url) if copy.links else ""
    with atomic_write(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, told in (
            ("[Content_Types].xml", parts.CONTENT_TYPES),
            ("_rels/.rels", parts.PACKAGE_RELATIONS),
            ("docProps/core.xml", parts.core(copy.text(content.title), copy.text(content.editor), content.made_at)),
            ("word/_rels/document.xml.rels", parts.document_relations(address)),
            ("word/settings.xml", parts.SETTINGS),
            ("word/styles.xml", parts.styles(content.language, copy.text(content.article_language))),
            ("word/footer1.xml", parts.FOOTER),
        ):
            package.writestr(_part(name), told)
        with package.open(_part("word/document.xml"), "w", force_zip64=True) as part:
            part.write(f"{parts.HEAD}<w:document {parts.ROOT}><w:body>\n".encode())
            for line in text.lines:
                part.write(copy.line(line).encode())
                course.step()
            part.write(f"{copy.end()}{parts.PAGE}</w:body></w:document>".encode())
        with package.open(_part("word/footnotes.xml"), "w", force_zip64=True) as part:
            part.write(f"{parts.HEAD}<w:footnotes {parts.ROOT}>{parts.SEPARATORS}\n".encode())
            for note in text.notes:
                part.write(copy.note(note).encode())
                course.step()
            part.write(b"</w:footnotes>")
    return OutgoingReport(len(text.notes), replaced_characters=copy.text.replaced)


def _part(name: str) -> zipfile.ZipInfo:
    part = zipfile.ZipInfo(name, DAY)
    part.compress_type = zipfile.ZIP_DEFLATED
    return part


class _Copy:
    """Writes paragraphs and runs; everything that an article or a person said goes through ``text``."""

    def __init__(self, content: CopyContent, notes: tuple[Note, ...]) -> None:
        self._content, self._notes = content, notes
        self.text = XmlText()
        self.links = can_link(content.url) and content.url.startswith(("http://", "https://"))
        self._source_told = False

    def line(self, line: Line) -> str:
        """One line; the source stands below the title."""
        made = self._paragraph(
            "".join(self._piece(piece) for piece in line.pieces),
            _STYLES[line.kind],
            right_to_left=self._content.right_to_left,
        )
        if line.kind is not LineKind.TITLE or self._source_told:
            return made
        return made + self._source()

    def end(self) -> str:
        """What comes after the text."""
        source = "" if self._source_told else self._source()
        return source + self._paragraph(self._run(self._content.words.made, _FAINT), "Source")

    def note(self, note: Note) -> str:
        """One footnote with a paragraph for each of its facts."""
        told = [self._fact(fact) for fact in note.facts]
        told += [
            self._run(f"{fact.label} · {self._content.words.see_note.format(number=number)}")
            for fact, number in note.earlier
        ]
        own = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>' + self._run(" ")
        paragraphs = [self._paragraph((own if at == 0 else "") + each, "FootnoteText") for at, each in enumerate(told)]
        return f'<w:footnote w:id="{note.number}">{"".join(paragraphs)}</w:footnote>\n'

    def _fact(self, fact: NotedFact) -> str:
        less = " · ".join(map(isolated, (*fact.about, fact.label, fact.state, *fact.details)))
        return self._run(isolated(fact.value), "<w:b/><w:bCs/>") + self._run(f" · {less}")

    def _source(self) -> str:
        self._source_told = True
        content = self._content
        told = [self._run(isolated(each)) for each in content.source]
        if content.url and self.links:
            run = self._run(content.url, '<w:rStyle w:val="Hyperlink"/>')
            told.append(f'<w:hyperlink r:id="{parts.LINK}">{run}</w:hyperlink>')
        elif content.url:
            told.append(self._run(content.url))
        return self._paragraph(self._run(" · ").join(told), "Source") if told else ""

    def _piece(self, piece: Piece) -> str:
        look = ""
        if piece.under:
            family = self._notes[piece.under[0] - 1].family
            line, wash = LINES[family].removeprefix("#"), WASHES[family].removeprefix("#")
            kind = "double" if len(piece.under) > 1 else "single"
            look = f'<w:u w:val="{kind}" w:color="{line}"/><w:shd w:val="clear" w:color="auto" w:fill="{wash}"/>'
        turned = "<w:rtl/>" if self._content.right_to_left else ""
        return self._run(piece.text, look + turned) + self._references(piece.ends)

    def _references(self, numbers: Iterable[int]) -> str:
        style = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        comma = f"{style}<w:t>,</w:t></w:r>"
        return comma.join(f'{style}<w:footnoteReference w:id="{number}"/></w:r>' for number in numbers)

    def _run(self, text: str, look: str = "") -> str:
        how = f"<w:rPr>{look}</w:rPr>" if look else ""
        # A tab or a line end inside a run has an element of its own.
        told = self.text(text).replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
        told = told.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
        return f'<w:r>{how}<w:t xml:space="preserve">{told}</w:t></w:r>'

    def _paragraph(self, runs: str, style: str, *, right_to_left: bool = False) -> str:
        how = (f'<w:pStyle w:val="{style}"/>' if style else "") + ("<w:bidi/>" if right_to_left else "")
        return f"<w:p>{f'<w:pPr>{how}</w:pPr>' if how else ''}{runs}</w:p>\n"
