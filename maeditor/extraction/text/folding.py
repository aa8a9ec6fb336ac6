"""One face for all typographic variants of a character, so that the grammar reads one spelling."""

from __future__ import annotations

import re

from maeditor.extraction.text.arabic import LETTERS

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_APOSTROPHES = "\u2018\u2019\u201b\u02bc\u00b4\uff07"
_QUOTES = "\u201c\u201d\u201e\u201f\u2033\uff02"


def _faces() -> dict[int, str]:
    faces = dict.fromkeys(map(ord, _SPACES), " ")
    faces |= dict.fromkeys(map(ord, _INVISIBLE), " ")
    faces |= dict.fromkeys(map(ord, _HYPHENS), "-")
    faces |= dict.fromkeys(map(ord, _APOSTROPHES), "'")
    faces |= dict.fromkeys(map(ord, _QUOTES), '"')
    for zero in (0x0660, 0x06F0, 0xFF10):
        faces |= {zero + digit: str(digit) for digit in range(10)}
    # Raised letters of French ordinals (5ᵉ, 1ʳᵉ, 2ⁿᵈ), Arabic separators and signs, Greek mu, full-width signs.
    faces |= {ord(raised): plain for raised, plain in zip("ᵉʳⁿᵈˢᵗʰᵐ", "erndsthm", strict=True)}
    faces |= {0x066B: ".", 0x066C: ",", 0x066A: "%", 0x03BC: "µ", 0xFF05: "%", 0xFF0E: ".", 0xFF0C: ",", 0xFF0B: "+"}
    faces |= LETTERS
    # The one letter whose lower case is longer than itself.
    faces[0x0130] = "I"
    return faces


_FACES = _faces()
_ADDRESS = re.compile(
    r"(?:https?://|ftp://|www\.)[^\s<>\"«»]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
)


def _blank(address: re.Match[str]) -> str:
    return " " * (address.end() - address.start())


def fold(text: str) -> str:
    """Bring typographic variants to one face and blank web addresses, without moving any character.

    The result has the length of ``text``, so that spans found in it are spans of the text as given.
    """
    folded = text if text.isascii() else text.translate(_FACES)
    if "://" in folded or "www." in folded or "@" in folded:
        return _ADDRESS.sub(_blank, folded)
    return folded
