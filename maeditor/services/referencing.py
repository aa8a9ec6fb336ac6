"""References met with articles: an entry of a list completes the details of the article it is about."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from maeditor.domain.articles import Article
from maeditor.domain.search_terms import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maeditor.formats.article_files import ReadArticle
    from maeditor.formats.references import Reference
    from maeditor.store.unit_of_work import UnitOfWork

_SHORTEST_TITLE = 12
"""Letters of a title that names one article and no other."""


class Catalogue:
    """The articles of a project, to be found by what a reference says of them."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._by_key: dict[str, list[str]] = {}
        for article in articles:
            for key in _keys(article.url, article.title, article.file_name):
                self._by_key.setdefault(key, []).append(article.id)

    def find(self, reference: Reference) -> frozenset[str]:
        """The ids of the articles that a reference may be about: of the same address, or else file, or else title."""
        address = f"https://doi.org/{reference.doi}" if reference.doi else ""
        files = [name for path in reference.files if (name := path.replace("\\", "/").rpartition("/")[2])]
        for keys in (
            _keys(reference.url, "", ""),
            _keys(address, "", ""),
            [key for name in files for key in _keys("", "", name)],
            _keys("", reference.title, ""),
        ):
            found = {article for key in keys for article in self._by_key.get(key, ())}
            if found:
                return frozenset(found)
        return frozenset()


def _keys(url: str, title: str, file_name: str) -> list[str]:
    keys = []
    with suppress(ValueError):  # what stands where an address should may be none
        parts = urlsplit(url)
        host = parts.netloc.casefold().removeprefix("www.").removeprefix("dx.")
        if url:
            keys.append(f"url {host}{parts.path.rstrip('/')}?{parts.query}")
    words = re.sub(r"\W+", " ", folded(title)).strip()
    if len(words) >= _SHORTEST_TITLE:
        keys.append(f"title {words}")
    if file_name:
        keys.append(f"file {file_name.casefold()}")
    return keys


def completed(article: Article, reference: Reference) -> Article:
    """Fill in what an article's details leave empty; what stands there stays."""
    return replace(
        article,
        title=article.title or reference.title,
        publisher=article.publisher or reference.publisher,
        author=article.author or reference.author,
        published=article.published or reference.published,
        url=article.url or address_of(reference),
        language=article.language or reference.language,
    )


def complete(unit: UnitOfWork, article_id: str, reference: Reference) -> None:
    """Keep an article with its details filled in."""
    unit.articles.replace(completed(unit.articles.get(article_id), reference))


def referred(read: ReadArticle, reference: Reference) -> ReadArticle:
    """What a person catalogued comes before what a file says of itself."""
    return replace(
        read,
        title=reference.title or read.title,
        publisher=reference.publisher or read.publisher,
        author=reference.author or read.author,
        published=reference.published or read.published,
        url=address_of(reference) or read.url,
        language=reference.language or read.language,
    )


def address_of(reference: Reference) -> str:
    """The article's address, or its DOI's."""
    return reference.url or (f"https://doi.org/{reference.doi}" if reference.doi else "")
