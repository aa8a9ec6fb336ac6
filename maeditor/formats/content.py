"""What a reader of one kind of file finds in it, before it is bound to the file's name and bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

LONGEST_FIELD = 300
"""Code points of a title or name; longer ones are cut, for they are no such thing."""

_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9_-]*)?(?:\.[A-Za-z0-9-]+)?\Z")
_LONGEST_URL = 2000


@dataclass(frozen=True, slots=True)
class Content:
    """Text and metadata of one article; empty means that the source does not say."""

    text: str
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""
    url: str = ""
    language: str = ""
    reader: str = ""


def one_line(text: str, longest: int = LONGEST_FIELD) -> str:
    """Bring a field onto one line; what is too long ends in an ellipsis after a whole word."""
    line = re.sub(r"[ \t\n]+", " ", text[: 20 * longest]).strip()
    if len(line) <= longest:
        return line
    cut = line[:longest].rpartition(" ")[0] or line[:longest]
    return cut.rstrip(" ,;:") + "…"


def language_tag(written: str) -> str:
    """Take the primary BCP 47 tag of ``fr-FR``, ``fr_FR.UTF-8``…, or nothing.

    The region is left out: on saved pages it tells where the theme comes from, not the text.
    """
    found = _LANGUAGE.match(written.strip())
    tag = found[1].lower() if found else ""
    return "" if tag in {"und", "mul", "zxx"} else tag


def web_address(written: str) -> str:
    """Take an address as it stands if it is http or https with a host and without user info, or nothing."""
    address = written.strip()
    if len(address) > _LONGEST_URL or re.search(r"\s", address):
        return ""
    try:
        parts = urlsplit(address)
        usable = parts.scheme in {"http", "https"} and parts.hostname and "@" not in parts.netloc
    except ValueError:
        return ""
    return address if usable else ""
