"""Articles, the immutable versions of their text, and the passages marked in them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from maeditor.domain.anchors import Anchor, Span


@dataclass(frozen=True, slots=True)
class Noise:
    """A span of an article's text that is not the article: menu, comment form, related links."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Article:
    """One source text with its metadata. Empty text means: the source does not say.

    ``published`` is an EDTF date, ``language`` a BCP 47 tag. ``hidden`` is what deleting it sets.
    ``number`` is short, shown to people, never reused.
    """

    id: str
    version: int
    number: int
    title: str
    publisher: str
    author: str
    published: str
    url: str
    language: str
    file_name: str
    text_id: str
    imported_at: str
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class TextVersion:
    """One reading of an article: the text never changes; a re-import or better cleaning adds another version.

    ``text_sha256`` and ``original_sha256`` name the stored text and the file's own bytes; ``reader`` says what read it.
    """

    id: str
    version: int
    article_id: str
    number: int
    text_sha256: str
    original_sha256: str
    encoding: str
    reader: str
    length: int
    noise: tuple[Noise, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A span someone or something marked in one text version."""

    id: str
    version: int
    article_id: str
    text_id: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str

    @property
    def anchor(self) -> Anchor:
        """Where it stands, as both W3C selectors."""
        return Anchor(Span(self.start, self.end), self.exact, self.prefix, self.suffix)


def text_digest(text: str) -> str:
    """Name a text by its SHA-256 (hex of its UTF-8 bytes)."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
