"""What a saved page says about itself, in JSON-LD and meta elements. Nothing is inferred."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from maeditor.formats.canonical import canonical
from maeditor.formats.content import language_tag, one_line, web_address
from maeditor.formats.dates import edtf_date, written_date
from maeditor.formats.metadata import Stated

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report|NewsItem|Posting)\Z")
_MOST_JSON = 1_000_000
_MOST_NODES = 5_000
_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s>]{3,2000})", re.IGNORECASE
)
_UNNAMED = re.compile(r"https?://|\A(?:admin|administrator|root|editor|webmaster)\Z", re.IGNORECASE)

_TITLE = ("og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title", "headline")
_PUBLISHER = (
    "og:site_name",
    "citation_publisher",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "application-name",
)
_AUTHOR = ("author", "article:author", "citation_author", "dc.creator", "dcterms.creator", "parsely-author", "byl")
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "citation_publication_date",
    "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.created", "parsely-pub-date", "pubdate", "publish-date",
    "date",
)  # fmt: skip
_LANGUAGE = ("content-language", "og:locale", "dc.language", "dcterms.language", "language", "inlanguage")


def page_metadata(root: HtmlElement, markup: str) -> tuple[Stated, str]:
    """Read title, publisher, author, date and address off a page, and its language."""
    linked = _json_article(root)
    meta = _meta(root)
    publisher = _first(one_line, _names(linked.get("publisher")), *_of(meta, _PUBLISHER))
    found = Stated(
        title=_title(root, meta, linked, publisher),
        publisher=publisher,
        author=_first(_person, _names(linked.get("author")), *_of(meta, _AUTHOR), *_texts(root, "author")),
        published=_first(
            _day,
            _string(linked.get("datePublished")),
            *_of(meta, _PUBLISHED),
            *_texts(root, "datepublished"),
            *_times(root),
        ),
        url=_first(
            web_address,
            *(link.get("href", "") for link in root.iter("link") if "canonical" in link.get("rel", "").lower().split()),
            *_of(meta, ("og:url",)),
            _string(linked.get("url")),
            *_SAVED_FROM.findall(markup[:4_000]),
        ),
    )
    spoken = _first(language_tag, root.get("lang", ""), *_of(meta, _LANGUAGE), _string(linked.get("inLanguage")))
    return found, spoken


def _title(root: HtmlElement, meta: dict[str, str], linked: dict[str, object], publisher: str) -> str:
    heads = [_inner_text(head) for head in root.iter("h1")]
    only_head = heads[0] if len(heads) == 1 else ""
    named = _first(one_line, _string(linked.get("headline")), *_of(meta, _TITLE), only_head)
    if named:
        return _without_site(named, publisher)
    pages = [_inner_text(title) for title in root.iter("title")]
    return _without_site(_first(one_line, *pages), publisher)


def _without_site(title: str, publisher: str) -> str:
    """Take ``… - The Site`` off a title where the page names that site."""
    found = re.match(r"(.*\S)\s+[|–—·•»:-]\s+([^|–—·•»]+)\Z", title)
    return found[1] if found and publisher and found[2].strip().lower() == publisher.lower() else title


def _json_article(root: HtmlElement) -> dict[str, object]:
    """Find the first article among the page's JSON-LD; scripts that are no JSON are passed over."""
    budget = _MOST_JSON
    fallback: dict[str, object] = {}
    for script in root.iter("script"):
        source = script.text or ""
        budget -= len(source)
        if "ld+json" not in script.get("type", "").lower() or budget < 0:
            continue
        try:
            data = json.loads(source, strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            kinds = node.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and _ARTICLE_TYPES.search(kind) for kind in kinds):
                return node
            if "WebPage" in kinds and not fallback:
                # A page's name is often the site's; its dates and language are the article's.
                fallback = {key: node[key] for key in ("datePublished", "inLanguage", "url") if key in node}
    return fallback


def _nodes(data: object) -> Iterator[dict[str, object]]:
    waiting = [data]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting.extend(node[:_MOST_NODES])
        elif isinstance(node, dict):
            yield node
            waiting.extend(value for value in node.values() if isinstance(value, dict | list))


def _meta(root: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (
            element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv") or ""
        )
        content = element.get("content") or ""
        if content.strip():
            found.setdefault(name.strip().lower(), content)
    return found


def _of(meta: dict[str, str], names: tuple[str, ...]) -> list[str]:
    return [meta[name] for name in names if name in meta]


def _texts(root: HtmlElement, prop: str) -> Iterator[str]:
    """Texts of elements that microdata or ``rel`` mark as a property."""
    for element in root.iter("a", "span", "div", "p", "time", "address"):
        if prop in (element.get("itemprop", "").lower(), element.get("rel", "").lower()):
            yield element.get("datetime") or element.get("content") or _inner_text(element)


def _times(root: HtmlElement) -> list[str]:
    """The page's one ``time`` element, or those that say they hold the date of publication."""
    times = [time for time in root.iter("time") if time.get("datetime")]
    marked = [time for time in times if time.get("pubdate") is not None or "published" in time.get("class", "")]
    chosen = marked or (times if len(times) == 1 else [])
    return [time.get("datetime", "") for time in chosen]


def _inner_text(element: HtmlElement) -> str:
    return canonical("".join(element.itertext()))[:2_000]


def _names(value: object) -> str:
    """Write a JSON-LD person or organisation, or several, as names."""
    values = value if isinstance(value, list) else [value]
    names = [_string(entry.get("name") if isinstance(entry, dict) else entry) for entry in values[:10]]
    return ", ".join(dict.fromkeys(name for name in names if name and not _UNNAMED.search(name)))


def _string(value: object) -> str:
    if isinstance(value, list) and value:
        value = value[0]
    return canonical(html.unescape(value)) if isinstance(value, str) else ""


def _person(written: str) -> str:
    name = re.sub(r"\A(?:par|by|بقلم)\s+", "", one_line(written), flags=re.IGNORECASE)
    return "" if _UNNAMED.search(name) else name


def _day(written: str) -> str:
    return edtf_date(written) or written_date(written[:100], day_first=False)


def _first(reading: Callable[[str], str], *written: str) -> str:
    return next((value for source in written if (value := canonical(reading(source)))), "")
