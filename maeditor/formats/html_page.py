"""Reads saved web pages: trafilatura finds the article, its metadata name it. Nothing remote is loaded."""

from __future__ import annotations

import copy
import logging
from typing import TYPE_CHECKING

from maeditor.formats.canonical import REPLACEMENT, canonical
from maeditor.formats.content import Content
from maeditor.formats.html_metadata import page_metadata
from maeditor.formats.html_tree import parse_page, tree_text, visible_text
from maeditor.formats.metadata import Stated, stated

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SHORTEST = 200
"""Code points; a shorter article means that the page was not understood, and the next way is tried."""

# trafilatura turns no-break spaces into plain ones; these rare signs pass through it and are turned back.
_SHIELD = {"\u00a0": "\U00010080", "\u202f": "\U00010081", "\u2009": "\U00010082"}
# References such as &#1; put characters into a page that lxml refuses to take back.
_REFUSED = dict.fromkeys(
    (chr(code) for code in (*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), 0xFFFE, 0xFFFF)), REPLACEMENT
)
_TO_SHIELD = str.maketrans(_SHIELD | _REFUSED)
_FROM_SHIELD = str.maketrans({sign: space for space, sign in _SHIELD.items()})

_STUMBLES = (LookupError, AttributeError, TypeError, ValueError, AssertionError, RecursionError)
"""What a library may raise on a page its authors never met; the next way of reading is tried then."""


def read_html_page(markup: str) -> Content:
    """Read a page as an article; a page in which no article is found gives all its visible text."""
    markup = canonical(markup)
    root = parse_page(markup)
    if root is None:
        text, reader, said, language = visible_text(markup), "html-text@1", Stated(), ""
    else:
        said, language = page_metadata(root, markup)
        text, reader = _article_text(root, markup)
    return _content(text, reader, said, language)


def _article_text(root: HtmlElement, markup: str) -> tuple[str, str]:
    text = _by_trafilatura(root)
    if len(text) >= _SHORTEST:
        return text, "html-trafilatura@1"
    other = _by_readability(root)
    if len(other) >= _SHORTEST:
        return other, "html-readability@1"
    return visible_text(markup), "html-text@1"


def _content(text: str, reader: str, said: Stated, language: str) -> Content:
    told = stated(text)
    title = said.title or told.title
    # A figure may stand in the headline only: the headline is always part of the text.
    if said.title and _folded(title) not in _folded("\n".join(text.split("\n", 12)[:12])):
        text = f"{title}\n\n{text}"
    return Content(
        text=text,
        title=title,
        publisher=said.publisher or told.publisher,
        author=said.author or told.author,
        published=said.published or told.published,
        url=said.url or told.url,
        language=language,
        reader=reader,
    )


def _folded(text: str) -> str:
    return "".join(text.casefold().replace("’", "'").split())


def _by_trafilatura(root: HtmlElement) -> str:
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    _hush("trafilatura")
    try:
        found = bare_extraction(_shielded(root), favor_precision=True, include_comments=False, include_tables=True)
    except _STUMBLES:
        return ""
    if not isinstance(found, Document) or found.body is None:
        return ""
    return canonical(tree_text(found.body).translate(_FROM_SHIELD))


def _by_readability(root: HtmlElement) -> str:
    from lxml import html as pages
    from readability import Document
    from readability.readability import Unparseable

    _hush("readability")
    try:
        summary = Document(pages.tostring(root, encoding="unicode")).summary(html_partial=True)
    except (Unparseable, *_STUMBLES):
        return ""
    page = parse_page(canonical(summary))
    return canonical(tree_text(page)) if page is not None else ""


def _shielded(root: HtmlElement) -> HtmlElement:
    tree = copy.deepcopy(root)
    for element in tree.iter():
        if element.text:
            element.text = element.text.translate(_TO_SHIELD)
        if element.tail:
            element.tail = element.tail.translate(_TO_SHIELD)
    return tree


def _hush(library: str) -> None:
    """Keep a library's remarks about odd pages off the person's terminal; what matters is said by us."""
    logger = logging.getLogger(library)
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
