"""File names made from titles: whatever an article is called, the file lands in its folder and can be opened."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 120
"""Characters of a name without its suffix."""
MOST_BYTES = 200
"""Bytes of it in UTF-8: file systems take 255 with the suffix, and what saves beside it needs some."""
NAMELESS = "maeditor"

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
# The device is meant whatever follows the first point: CON.txt too.
_RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|CLOCK\$|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])(?=\.|\s|$)", re.IGNORECASE)
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_ENDS = " .-_~\u00a0\u202f"


def file_name_for(title: str, suffix: str) -> str:
    """Name a file after a title: one part of a path that every system takes; ``suffix`` with its point.

    Signs that part paths become hyphens; what is not seen or turns the reading direction is left out, so that
    ``…gpj.exe`` cannot be made to read as a picture; device names of Windows get a low line before them.
    """
    text = unicodedata.normalize("NFC", title)
    text = "".join(" " if each.isspace() else each for each in text)
    text = "".join(each for each in text if unicodedata.category(each) not in _UNSEEN)
    text = " ".join(_FORBIDDEN.sub("-", text).split())
    text = _cut(text.strip(_ENDS)).strip(_ENDS)
    if not text:
        text = NAMELESS
    if _RESERVED.match(text):
        text = f"_{text}"
    return text + suffix


def _cut(text: str) -> str:
    """The beginning that fits, ending with a word where one ends near."""
    kept = text[:LONGEST].encode()[:MOST_BYTES].decode("utf-8", "ignore")
    if len(kept) == len(text):
        return text
    # A letter must not lose the marks set on it.
    while kept and unicodedata.combining(text[len(kept)]):
        kept = kept[:-1]
    whole, _, rest = kept.rpartition(" ")
    return whole if whole and len(rest) < LONGEST // 4 else kept
