"""The one form in which texts are kept, so that positions mean the same everywhere."""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"
"""Stands where a character cannot be kept."""

_LINE_ENDS = ("\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029")
# NUL: PostgreSQL refuses it; noncharacters: Qt marks frames of its own with U+FDD0 and U+FDD1.
_UNKEEPABLE = (
    "\x00",
    *map(chr, range(0xFDD0, 0xFDF0)),
    *(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF)),
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def canonical(text: str) -> str:
    """Give a text its one form: line feeds end lines, no byte order mark, nothing that a store or a widget refuses.

    NUL, lone surrogates and noncharacters become U+FFFD. Only a CR LF pair and a leading mark change positions.
    A second call changes nothing.
    """
    text = text.lstrip("\ufeff")
    # Looking for each is 10 times faster than one pattern for all: nearly no text holds any.
    for line_end in _LINE_ENDS:
        if line_end in text:
            text = text.replace(line_end, "\n")
    if not text.isascii() or "\x00" in text:
        for char in _UNKEEPABLE:
            if char in text:
                text = text.replace(char, REPLACEMENT)
        try:
            text.encode("utf-8")
        except UnicodeEncodeError:
            text = _SURROGATE.sub(REPLACEMENT, text)
    return text
