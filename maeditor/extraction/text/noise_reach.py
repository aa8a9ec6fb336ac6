"""How far noise reaches: openers such as "Most read" or "Leave a comment" govern the lines after them."""

from __future__ import annotations

import re

INLINE = re.compile(
    r"(?:a )?(?:lire|voir)(?: aussi| egalement)?\b|read (?:also|more|next)|also read|see also|a relire|relire"
    r"|related ?:"
)
_ENDS = re.compile(r"\W*(?:ends|end|fin|###|-30-|fin du communique)\W*$")
EDGE = " \t\"'*•-–—|>»«›:.·#→►▶✉☎[]()✔⏱\u200b"
# Bylines and datelines stand among the openers of a page and are no teasers.
_SIGNED = re.compile(r"(?:par|by|publie|mis a jour|mise a jour|modifie|updated|published|posted|le \d)(?!\w)")
_OFFERS = re.compile(
    r"(?<!\w)(?:votre|vos|vous|your|you|jusqu'a|comparez|decouvrez|profitez|offre|offer|shop|buy|save|des \d)(?!\w)"
    r"|[€$£%]"
)
# One more entry of a menu that lists one a line.
_ENTRY = re.compile(r"[^\W\d][^\d.:;!?]{1,28}")
_ADVERT = frozenset({"publicite", "publicites", "advertisement", "annonce", "annonces", "sponsorise", "sponsored"})


def extend(
    kinds: list[str],
    contents: list[str],
    spans: list[tuple[int, int]],
    tables: frozenset[int],
    size: int,
    reach: dict[str, str],
    title: int,
) -> None:
    """Let openers reach over the lines they govern; ``reach`` says how far each kind goes."""
    tail = ""
    budget = 0
    above = ""
    for index, content in enumerate(contents):
        if _ENDS.match(content) and spans[index][0] > 0.5 * size:
            tail, budget = "about", 99
            continue
        if content and above == "nav" and not kinds[index] and index < title and _ENTRY.fullmatch(content):
            kinds[index] = "nav"
        above = kinds[index] if content else above
        if kinds[index]:
            kind = kinds[index]
            how = reach[kind]
            place = spans[index][0] / max(1, size)
            if how == "end" and (place > 0.5 or (kind == "comments" and place > 0.4)):
                tail, budget = kind, 99 if kind != "about" or place > 0.7 else 1
            elif content.strip(EDGE) in _ADVERT:
                _advert(kinds, contents, index, tables)
            elif how == "short":
                _teasers(kinds, contents, index, kind, tables, place, title)
                tail = tail if tail == "comments" else ""
            elif tail not in {"comments", "about", "contact"}:
                tail = ""
            continue
        if tail and content and budget > 0 and index not in tables:
            kinds[index] = tail
            budget -= len(content) > 80


def _teasers(
    kinds: list[str], contents: list[str], opener: int, kind: str, tables: frozenset[int], place: float, title: int
) -> None:
    """Flag the short lines under a heading such as "Most read"."""
    first = contents[opener].strip(EDGE)
    inline = bool(INLINE.match(first)) and len(first.split()) > 4
    taken = 0
    for index in range(opener + 1, min(len(contents), opener + 14)):
        content = contents[index]
        if not content:
            if inline or kind not in {"related", "poll"} or (taken and place < 0.7):
                return
            continue
        if kind in {"cookie", "newsletter", "paywall"} and len(content) > 60:
            return
        bulleted = content[0] in "-•*·>–→"
        if index == title or index in tables or kinds[index] or (inline and not bulleted):
            return
        if kind in {"cookie", "newsletter", "paywall"} and _SIGNED.match(content):
            return
        if len(content) > 150 or (content.endswith((".", ":")) and not content.endswith("..") and kind != "author"):
            return
        kinds[index] = kind
        taken += 1


def _advert(kinds: list[str], contents: list[str], opener: int, tables: frozenset[int]) -> None:
    """Flag the lines of an advert right under the word "Publicité"."""
    for index in range(opener + 1, min(len(contents), opener + 4)):
        content = contents[index]
        if not content or kinds[index] or index in tables or len(content) > 120 or not _OFFERS.search(content):
            return
        kinds[index] = "ad"
