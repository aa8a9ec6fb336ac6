"""Rows of menu and share words: ``Accueil | Économie | Sport``, ``Imprimer - Partager``, ``Ma commune Sports``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

_SPLIT = re.compile(r"\s{2,}|\s*[|›»•·>❯→]\s*|\s+[-–—/]\s+|\t")
CRUMB = re.compile(r"\s[›>»❯]\s|[›❯]|\s/\s")
# Words that go with any entry of a menu: "Ma commune", "Mes newsletters".
_OWN = frozenset({"ma", "mon", "mes", "my", "nos", "our", "&"})
_LONGEST = 4
_TICKING = re.compile(r"(?:en direct|derniere minute|urgent|flash|breaking|live|just in|alerte)(?: ?:)?\s{2,}")


def menu_kind(content: str, index: int, place: float, known_words: Mapping[str, frozenset[str]]) -> str:
    """Name the noise a row of such words is; empty where it is none. ``known_words`` are those of each kind."""
    if len(content) > 400:
        return ""
    items = [re.sub(r"^[\W\d]+|[\W\d]+$", "", item) for item in _SPLIT.split(content)]
    items = [item for item in items if item]
    for kind, words in known_words.items():
        known = sum(item in words for item in items)
        if len(items) >= 2 and known >= 2 and known >= 0.6 * len(items) and max(map(len, items)) <= 34:
            return kind
    if index <= 3 and _TICKING.match(content) and len(re.findall(r"\s{2,}", content)) >= 2:
        return "ticker"
    for kind, words in known_words.items() if len(content) <= 200 and content[-1] not in ".,;:!?" else ():
        if content.split(maxsplit=1)[0] not in _openers(words):
            continue
        entries, share = _entries(content, words)
        shares = kind == "share" and entries >= 2 and share == 1
        listed = shares or (entries >= 3 and (share == 1 or (entries >= 4 and share >= 0.8)))
        if listed and (kind == "share" or index <= 6 or place > 0.9):
            return kind
    tokens = content.split()
    edge = index <= 4 or place > 0.95
    nav = known_words["nav"]
    if edge and len(tokens) >= 3 and len(content) <= 200 and sum(token in nav for token in tokens) >= 0.7 * len(tokens):
        return "nav"
    if (
        edge
        and CRUMB.search(content)
        and 2 <= len(items) <= 6
        and max(map(len, items)) <= 45
        and not re.search(r"\d{2}", content)
    ):
        return "nav"
    gaps = re.split(r"\s{2,}|\t| [|·•] ", content)
    if index <= 2 and len(gaps) >= 4 and all(len(gap) <= 30 and not re.search(r"\d", gap) for gap in gaps):
        return "nav"
    if index <= 3 and tokens[0] in {"accueil", "home"} and len(tokens) >= 4 and not content.endswith("."):
        return "nav"
    return ""


@cache
def _openers(words: frozenset[str]) -> frozenset[str]:
    """Words that a menu may begin with."""
    return frozenset(entry.split()[0] for entry in words if entry.strip()) | _OWN


def _entries(content: str, words: frozenset[str]) -> tuple[int, float]:
    """How many entries of a menu a line without separators has, and the share of its words that they cover."""
    tokens = [token for token in content.split() if not token.strip("().").isdigit()]
    entries = covered = position = 0
    while position < len(tokens):
        size = next(
            (
                size
                for size in range(min(_LONGEST, len(tokens) - position), 0, -1)
                if " ".join(tokens[position : position + size]) in words
            ),
            0,
        )
        entries += size > 0
        covered += size or (tokens[position] in _OWN)
        position += size or 1
    return entries, covered / max(1, len(tokens))
