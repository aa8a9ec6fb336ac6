"""Reads PDF articles: lines become paragraphs again, columns follow each other, running heads and page numbers go."""

from __future__ import annotations

import re

from maeditor.domain.errors import UnreadableFileError
from maeditor.formats.block_text import BlockText
from maeditor.formats.content import Content, one_line
from maeditor.formats.dates import edtf_date
from maeditor.formats.documents.pdf_blocks import Block, Kind, blocks_of
from maeditor.formats.documents.pdf_lines import PdfText, read_lines
from maeditor.formats.documents.pdf_pages import reading_order, without_running_heads
from maeditor.formats.documents.pdf_tables import parted_rows
from maeditor.formats.documents.properties import said_author, said_title
from maeditor.formats.metadata import stated

_PRINTED = re.compile(r"skia|chrom|firefox|cairo|quartz|print to pdf|wkhtml|webkit|ghostscript", re.IGNORECASE)
"""What makes a PDF of a page somebody has open: its date is when they printed it."""
_LARGER = 1.2
"""A headline is set so much larger than the text."""
_LONGEST_HEADLINE = 200


def read_pdf(data: bytes, name: str) -> Content:
    """Read a PDF. Raises UnreadableFileError."""
    found = read_lines(data, name)
    if not found.lines:
        raise UnreadableFileError("document_is_scanned", name=name)
    blocks = blocks_of(parted_rows(reading_order(without_running_heads(found.lines))))
    text = _text(blocks)
    told = stated(text)
    return Content(
        text=text,
        title=_headline(blocks) or said_title(found.title) or told.title,
        publisher=told.publisher,
        author=told.author or said_author(found.author),
        published=told.published or _made(found),
        url=told.url,
        reader="pdf-pdfium@1",
    )


def _text(blocks: list[Block]) -> str:
    out = BlockText()
    before: Block | None = None
    for block in blocks:
        if before is not None and not _same_group(before, block):
            _close(out, before.kind)
            before = None
        match block.kind:
            case Kind.ROW:
                out.open_row()
                for cell in block.cells:
                    out.open_cell()
                    out.add(cell)
                out.close_row()
            case Kind.ITEM:
                if before is None:
                    out.open_list(ordered=block.number is not None, first=block.number or 0)
                out.open_item()
                out.add(block.text)
                out.close_item()
            case Kind.PARAGRAPH:
                out.add(block.text)
                out.end_block()
        before = block
    return out.text()


def _same_group(before: Block, block: Block) -> bool:
    if before.kind is not block.kind or before.number is None:
        return before.kind is block.kind and block.number is None
    return block.number == before.number + 1


def _close(out: BlockText, kind: Kind) -> None:
    if kind is Kind.ITEM:
        out.close_list()
    elif kind is Kind.ROW:
        out.end_group()


def _headline(blocks: list[Block]) -> str:
    """The largest lines of the first page, if they are larger than the text and no longer than a headline."""
    sizes: dict[float, int] = {}
    for block in blocks:
        sizes[round(block.size, 1)] = sizes.get(round(block.size, 1), 0) + len(block.text)
    usual = max(sizes, key=lambda size: sizes[size], default=0.0)
    first = [
        block
        for block in blocks
        if block.page == 0 and block.kind is Kind.PARAGRAPH and 3 < len(block.text) <= _LONGEST_HEADLINE
    ]
    largest = max((block.size for block in first), default=0.0)
    if largest < _LARGER * usual:
        return ""
    return one_line(next(block.text for block in first if block.size == largest))


def _made(found: PdfText) -> str:
    made = found.made.removeprefix("D:")
    return "" if _PRINTED.search(found.producer) else edtf_date(made[:8])
