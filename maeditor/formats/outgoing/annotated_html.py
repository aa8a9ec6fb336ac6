"""An annotated copy of an article as one HTML page: no scripts, nothing fetched, made to be read and to be printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from maeditor.domain.properties import Family
from maeditor.formats.outgoing.annotated_text import Line, LineKind, Note, Piece, annotate
from maeditor.formats.outgoing.colours import LINES, WASHES
from maeditor.formats.outgoing.content import CopyContent, Course, NotedFact, OutgoingReport
from maeditor.formats.outgoing.xml_text import XmlText
from maeditor.formats.safe_replace import atomic_write
from maeditor.formats.workbook.cell_text import can_link

BETWEEN = ",\u202f"
_TAGS = {LineKind.TITLE: "h1", LineKind.HEADING: "h2", LineKind.BODY: "p", LineKind.ITEM: 'p class="item"'}

_STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #f1f3f1; color: #1b211e; font: 18px/1.6 "Source Serif 4", Georgia, "Times New Roman",
  Amiri, serif; }
main { max-width: 44rem; margin: 2rem auto; padding: 3rem 3.5rem; background: #fdfdfb; border: 1px solid #e1e4e0;
  border-radius: 8px; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .5rem; text-wrap: balance; }
h2 { font-size: 1.2rem; line-height: 1.35; margin: 2rem 0 .5rem; }
p { margin: 0 0 .9rem; overflow-wrap: break-word; }
.item { padding-inline-start: 1.2rem; text-indent: -1.2rem; }
.source, .made, section { font-family: Inter, "Segoe UI", system-ui, "IBM Plex Sans Arabic", sans-serif; }
.source { font-size: .85rem; color: #47504b; margin-bottom: 1.6rem; }
a { color: #0b665f; }
mark { color: inherit; background: var(--wash); border-bottom: 2px solid var(--line); padding: .05em 0; }
mark.two { border-bottom-style: double; border-bottom-width: 4px; }
sup { font: 600 .68rem/0 Inter, "Segoe UI", system-ui, sans-serif; }
sup a { padding: 0 .12em; text-decoration: none; }
sup a:hover, sup a:focus-visible { text-decoration: underline; }
:target { outline: 2px solid #0b665f; outline-offset: 3px; border-radius: 3px; }
section { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid #cdd2cd; font-size: .85rem; line-height: 1.5; }
section h2 { margin-top: 0; font-size: 1.05rem; }
ol { padding-inline-start: 2rem; margin: 0; }
li { margin-bottom: .8rem; padding-inline-start: .3rem; border-inline-start: 3px solid var(--line);
  break-inside: avoid; }
li::marker { color: #47504b; font-weight: 600; font-variant-numeric: tabular-nums; }
li div { padding-inline-start: .5rem; }
.value { font-weight: 600; }
.less { color: #47504b; }
.made { margin-top: 2rem; font-size: .75rem; color: #5b645f; }
@page { size: A4; margin: 20mm 18mm; }
@media print {
  body { background: none; font-size: 10.5pt; line-height: 1.45; }
  main { max-width: none; margin: 0; padding: 0; border: 0; background: none; }
  h1 { font-size: 18pt; } h2 { font-size: 12.5pt; break-after: avoid; }
  p { orphans: 3; widows: 3; }
  mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
  .back { display: none; }
}
"""


def write_annotated_html(
    path: Path,
    content: CopyContent,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> OutgoingReport:
    """Write the page. Raises ExportError; what stood there stays until all is written."""
    text = annotate(content)
    page = _Page(content, text.notes)
    course = Course(path.name, len(text.lines) + len(text.notes), progress, cancelled)
    with atomic_write(path) as file:
        for part in page.head():
            file.write(part.encode())
        for line in text.lines:
            file.write(page.line(line).encode())
            course.step()
        for part in page.notes():
            file.write(part.encode())
            course.step()
        file.write(page.foot().encode())
    return OutgoingReport(len(text.notes), replaced_characters=page.text.replaced)


class _Page:
    """Writes markup; everything that an article or a person said goes through ``text``."""

    def __init__(self, content: CopyContent, notes: tuple[Note, ...]) -> None:
        self._content, self._notes = content, notes
        self.text = XmlText()
        self._source_told = False

    def head(self) -> Iterator[str]:
        content, text = self._content, self.text
        yield f'<!DOCTYPE html>\n<html lang="{text(content.language)}">\n<head>\n<meta charset="utf-8">\n'
        yield (
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        )
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        yield '<meta name="referrer" content="no-referrer">\n'
        yield f"<title>{text(content.title)}</title>\n<style>{_STYLE}{''.join(_families())}</style>\n</head>\n"
        direction = "rtl" if content.right_to_left else "ltr"
        language = f' lang="{text(content.article_language)}"' if content.article_language else ""
        yield f'<body>\n<main>\n<article{language} dir="{direction}">\n'

    def line(self, line: Line) -> str:
        """One line; the source stands below the title."""
        tag = _TAGS[line.kind]
        written = f"<{tag}>{''.join(map(self._piece, line.pieces))}</{tag.partition(' ')[0]}>\n"
        if line.kind is not LineKind.TITLE or self._source_told:
            return written
        self._source_told = True
        return written + self._source()

    def notes(self) -> Iterator[str]:
        content, text = self._content, self.text
        yield "</article>\n" if self._source_told else f"{self._source()}</article>\n"
        if not self._notes:
            return
        yield f'<section dir="ltr">\n<h2>{text(content.words.notes)}</h2>\n<ol>\n'
        for note in self._notes:
            back = text(content.words.back.format(number=note.number))
            link = f'<a class="back" href="#p{note.number}" aria-label="{back}">↩</a>'
            parts = [self._fact(fact) for fact in note.facts]
            parts += [self._earlier(fact, number) for fact, number in note.earlier]
            yield (
                f'<li id="n{note.number}" value="{note.number}" class="{note.family.value}">'
                f"{''.join(parts).removesuffix('</div>')} {link}</div></li>\n"
            )
        yield "</ol>\n</section>\n"

    def foot(self) -> str:
        return f'<p class="made" dir="ltr">{self.text(self._content.words.made)}</p>\n</main>\n</body>\n</html>\n'

    def _source(self) -> str:
        content, text = self._content, self.text
        told = [f"<bdi>{text(each)}</bdi>" for each in content.source]
        if content.url:
            address = f"<bdi>{text(content.url)}</bdi>"
            safe = can_link(content.url) and content.url.startswith(("http://", "https://"))
            told.append(f'<a href="{text(content.url)}" rel="noreferrer noopener">{address}</a>' if safe else address)
        return f'<p class="source">{" · ".join(told)}</p>\n' if told else ""

    def _piece(self, piece: Piece) -> str:
        written = self.text(piece.text)
        if piece.under:
            first = self._notes[piece.under[0] - 1]
            overlapping = " two" if len(piece.under) > 1 else ""
            written = f'<mark class="{first.family.value}{overlapping}">{written}</mark>'
        if piece.ends:
            written += f"<sup>{BETWEEN.join(map(self._number, piece.ends))}</sup>"
        return written

    def _number(self, number: int) -> str:
        named = self.text(self._content.words.note.format(number=number))
        return f'<a id="p{number}" href="#n{number}" aria-label="{named}">{number}</a>'

    def _fact(self, fact: NotedFact) -> str:
        text = self.text
        about = " · ".join(f"<bdi>{text(each)}</bdi>" for each in fact.about)
        told = f'<span class="value"><bdi>{text(fact.value)}</bdi></span> · {about}'
        less = " · ".join(f"<bdi>{text(each)}</bdi>" for each in (fact.label, fact.state, *fact.details))
        return f'<div>{told}<br><span class="less">{less}</span></div>'

    def _earlier(self, fact: NotedFact, number: int) -> str:
        text = self.text
        seen = text(self._content.words.see_note.format(number=number))
        return f'<div>{text(fact.label)} · <a href="#n{number}">{seen}</a></div>'


def _families() -> Iterator[str]:
    for family in Family:
        yield f".{family.value} {{ --line: {LINES[family]}; --wash: {WASHES[family]}; }}\n"
