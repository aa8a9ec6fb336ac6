"""Reads Markdown: its marks are taken off, its front matter becomes metadata."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from maeditor.formats.block_text import BlockText
from maeditor.formats.content import Content, language_tag, one_line, web_address
from maeditor.formats.dates import edtf_date, written_date
from maeditor.formats.html_tree import close_tag, open_tag, visible_text
from maeditor.formats.metadata import stated

if TYPE_CHECKING:
    from markdown_it.token import Token

LONGEST = 400_000
"""Code points; the parser needs 10 µs for each in a hostile text, so a longer one is read as plain text."""

_FRONT = re.compile(r"\s*(---|\+\+\+)[ \t]*\n(.{0,20000}?)\n(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"([A-Za-z_-]{2,30})[ \t]*:[ \t]*(\S.*)\Z")
_TITLE = ("title", "titre")
_PUBLISHER = ("publisher", "source", "site", "publication", "éditeur", "editeur", "media")
_AUTHOR = ("author", "authors", "auteur", "auteurs", "by")
_DATE = ("date", "published", "publié", "publie", "date_published", "datepublished")
_URL = ("url", "link", "lien", "canonical", "canonical_url", "source_url")
_LANGUAGE = ("lang", "language", "langue", "locale")


def read_markdown(text: str) -> Content:
    """Read a canonical Markdown text as an article."""
    front, body = _front_matter(text)
    long = len(body) > LONGEST
    clean = body if long else markdown_text(body)
    told = stated(clean)
    said_date = _of(front, _DATE)
    return Content(
        text=clean,
        title=one_line(_of(front, _TITLE)) or _heading(body) or told.title,
        publisher=_publisher(front) or told.publisher,
        author=one_line(_of(front, _AUTHOR)) or told.author,
        published=edtf_date(said_date) or written_date(said_date[:100]) or told.published,
        url=web_address(_of(front, _URL)) or web_address(_of(front, _PUBLISHER)) or told.url,
        language=language_tag(_of(front, _LANGUAGE)),
        reader="markdown-plain@1" if long else "markdown@1",
    )


def markdown_text(text: str) -> str:
    """Take the marks off: links keep their words, images go, tables keep their cells apart."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    out = BlockText()
    for token in tokens:
        _write_block(out, token)
    return out.text()


def _write_block(out: BlockText, token: Token) -> None:
    if token.nesting == 1:
        open_tag(out, token.tag, ordered=token.tag == "ol", first=int(token.attrGet("start") or 1))
    elif token.nesting == -1:
        close_tag(out, token.tag)
    elif token.type == "inline":
        _write_inline(out, token.children or ())
    elif token.type == "html_block":
        _write_lines(out, visible_text(token.content))
    elif token.type in {"fence", "code_block"}:
        _write_lines(out, token.content)


def _write_inline(out: BlockText, tokens: Sequence[Token]) -> None:
    for token in tokens:
        match token.type:
            case "text" | "code_inline" | "text_special":
                out.add(token.content)
            case "softbreak":
                out.add(" ")
            case "hardbreak":
                out.break_line()
            case "html_inline" if re.match(r"<br\b", token.content, re.IGNORECASE):
                out.break_line()


def _write_lines(out: BlockText, content: str) -> None:
    for paragraph in content.split("\n\n"):
        for line in paragraph.split("\n"):
            out.add(line)
            out.break_line()
        out.end_block()


def _heading(body: str) -> str:
    found = re.search(r"^ {0,3}# +(.{1,400}?)[ #]*$", body[:5_000], re.MULTILINE)
    return one_line(markdown_text(found[1])) if found else ""


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """Split off a front matter of ``key: value`` lines (or TOML between ``+++``); other lines are passed over."""
    found = _FRONT.match(text)
    if found is None:
        return {}, text
    entries = _toml_entries(found[2]) if found[1] == "+++" else _plain_entries(found[2])
    return (entries, text[found.end() :]) if entries else ({}, text)


def _plain_entries(source: str) -> dict[str, str]:
    entries: dict[str, str] = {}
    for line in source.split("\n"):
        entry = _ENTRY.match(line)
        if entry:
            value = entry[2].strip()
            listed = value[1:-1] if value[0] == "[" and value[-1] == "]" else value
            entries.setdefault(entry[1].lower(), ", ".join(part.strip().strip("\"'") for part in _parts(value, listed)))
    return entries


def _parts(value: str, listed: str) -> list[str]:
    return listed.split(",") if listed is not value else [value]


def _toml_entries(source: str) -> dict[str, str]:
    try:
        table = tomllib.loads(source)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
    return {
        key.lower(): ", ".join(map(str, value)) if isinstance(value, list) else str(value)
        for key, value in table.items()
        if not isinstance(value, dict)
    }


def _publisher(front: dict[str, str]) -> str:
    named = _of(front, _PUBLISHER)
    return "" if web_address(named) else one_line(named)


def _of(front: dict[str, str], names: tuple[str, ...]) -> str:
    return next((front[name] for name in names if front.get(name)), "")
