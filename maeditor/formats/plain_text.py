"""Reads plain text: the text stays as it is; what it says about itself becomes metadata."""

from __future__ import annotations

from maeditor.formats.content import Content
from maeditor.formats.metadata import stated


def read_plain_text(text: str) -> Content:
    """Read a canonical text as an article. Nothing is taken out of it, so that positions stay those of the file."""
    found = stated(text)
    return Content(
        text=text,
        title=found.title,
        publisher=found.publisher,
        author=found.author,
        published=found.published,
        url=found.url,
        reader="text@1",
    )
