"""Parses saved pages within bounds, and writes trees and bare markup as text."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from maeditor.formats.block_text import BlockText
from maeditor.formats.canonical import canonical

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_ELEMENTS = 30_000
"""A page with more is read without looking for its article: what does that is quadratic (50,000 in a row: 9 s)."""
DEEPEST = 400
MOST_INLINE = 2_000
"""Children of one paragraph; 56,000 cost trafilatura a minute."""
MOST_TAG_WORDS = 2_000
"""Words in one tag; libxml2 compares each attribute with all before it (40,000: 10 s)."""
LONGEST_MARKUP = 8_000_000
"""Code points of a page without the pictures inside it."""

_CONTAINER_NAMES = """
    html head body main article section div ul ol dl table thead tbody tr select nav svg g
"""
_BLOCK_NAMES = """
    p div section article main header footer aside nav figure figcaption blockquote quote pre head h1 h2 h3 h4 h5 h6
    dl dt dd table caption thead tbody tfoot address details summary form fieldset body html hr title center
"""
_SILENT_NAMES = """
    script style template noscript svg math iframe object select option button textarea canvas graphic
"""
_CONTAINERS = frozenset(_CONTAINER_NAMES.split())
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_SILENT = frozenset(_SILENT_NAMES.split())
_LISTS = frozenset({"ul", "ol", "list"})
_ITEMS = frozenset({"li", "item"})
_ROWS = frozenset({"tr", "row"})
_CELLS = frozenset({"td", "th", "cell"})
_BREAKS = frozenset({"br", "lb"})

_HIDDEN_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|template|noscript|svg|title)\b[^<>]*+>.*?(?:</\1\s{0,9}>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_DOCTYPE = re.compile(r"\s*<!DOCTYPE[^<>\[]*+(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)
_PICTURE = re.compile(r"data:image/[\w.+-]++;base64,[A-Za-z0-9+/=]+")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*+)[^<>]*+>|<[!?/][^<>]*+>")


def parse_page(markup: str) -> HtmlElement | None:
    """Parse a page, remote references untouched; None where it is too deep or too large to be searched, or no page."""
    from lxml import etree
    from lxml import html as pages

    markup = _without_pictures(markup)
    if len(markup) > LONGEST_MARKUP or any(map(_is_monstrous, markup.split("<"))):
        return None
    parser = pages.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = pages.document_fromstring(markup.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        return None
    depth = count = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        crowded = len(element) > MOST_INLINE and element.tag not in _CONTAINERS
        if depth > DEEPEST or count > MOST_ELEMENTS or crowded:
            return None
    return root


def tree_text(root: HtmlElement) -> str:
    """Write a tree as text: HTML elements, and the few that trafilatura has instead."""
    from lxml import etree

    out = BlockText()
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _SILENT or not tag:
                walker.skip_subtree()
                continue
            ordered = tag == "ol" or element.get("rend") == "ol"
            open_tag(out, tag, ordered=ordered)
            out.add(element.text)
        else:
            if tag not in _SILENT and tag:
                close_tag(out, tag)
            if element is not root:
                out.add(element.tail)
    return out.text()


def visible_text(markup: str) -> str:
    """Write all text of a page or fragment, menus too, in one pass over its tags and in linear time."""
    out = BlockText()
    at = 0
    doctype = _DOCTYPE.match(markup)
    shown = _HIDDEN_MARKUP.sub(" ", markup[doctype.end() :] if doctype else markup)
    for found in _TAG.finditer(shown):
        _add_escaped(out, shown[at : found.start()])
        at = found.end()
        tag = (found[2] or "").lower()
        if found[1]:
            close_tag(out, tag)
        elif tag:
            open_tag(out, tag)
    _add_escaped(out, shown[at:])
    return canonical(out.text())


def _without_pictures(markup: str) -> str:
    return _PICTURE.sub("data:,", markup) if len(markup) > 100_000 else markup


def _is_monstrous(piece: str) -> bool:
    """Tell whether a tag has too many words, whatever its quotes pretend."""
    return len(piece) > MOST_TAG_WORDS and len(re.findall(r"[\s\"'/]+", piece[: piece.rfind(">") + 1])) > MOST_TAG_WORDS


def open_tag(out: BlockText, tag: str, *, ordered: bool = False, first: int = 1) -> None:
    """Tell the text that an element begins; ``ordered`` and ``first`` are for lists."""
    if tag in _BLOCKS:
        out.end_block()
    elif tag in _BREAKS:
        out.break_line()
    elif tag in _LISTS:
        out.open_list(ordered=ordered, first=first)
    elif tag in _ITEMS:
        out.open_item()
    elif tag in _ROWS:
        out.open_row()
    elif tag in _CELLS:
        out.open_cell()


def close_tag(out: BlockText, tag: str) -> None:
    """Tell the text that an element ends."""
    if tag == "table":
        out.end_group()
    elif tag in _BLOCKS:
        out.end_block()
    elif tag in _ITEMS:
        out.close_item()
    elif tag in _LISTS:
        out.close_list()
    elif tag in _ROWS:
        out.close_row()


def _add_escaped(out: BlockText, text: str) -> None:
    if text:
        out.add(html.unescape(text).replace("\x00", "") if "&" in text else text)
