"""Text made comparable without moving offsets: lower case, no accents, one apostrophe, one dash, one space."""

from __future__ import annotations

import unicodedata

from maeditor.extraction.text.arabic import LETTERS

_SAME = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "«": '"', "»": '"', "„": '"'}
_DASHES = "‐‑‒–—―−"
_SPACES = (
    "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\ufeff\u200b"
)


def _table() -> dict[int, str]:
    table: dict[int, str] = {}
    for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)):
        character = chr(code)
        base = unicodedata.normalize("NFD", character)[0].lower()
        if character.isalpha() and len(base) == 1:
            table[code] = base
    table.update({ord(character): same for character, same in _SAME.items()})
    table.update(dict.fromkeys(map(ord, _DASHES), "-"))
    table.update(dict.fromkeys(map(ord, _SPACES), " "))
    for zero in (0x0660, 0x06F0):
        table.update({zero + digit: str(digit) for digit in range(10)})
    table.update({ord(mark): same for mark, same in zip("،؛؟٪٫٬", ",;?%.,", strict=True)})
    table.update(dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"), " "))
    table.update(LETTERS)
    return table


_TABLE = _table()


def plain(text: str) -> str:
    """Make a text comparable, character for character: ``« Énergie »`` gives ``" energie "``."""
    return text.translate(_TABLE)
