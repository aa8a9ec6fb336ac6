"""The one form in which texts are kept, so that positions mean the same everywhere."""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"
"""Stands where a character cannot be kept."""

_PLAIN = re.compile(r"[\x01-\x0a\x0e-\x7f]*\Z")
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# NUL: PostgreSQL refuses it; surrogates: no UTF-8; noncharacters: Qt marks frames of its own with U+FDD0 and U+FDD1.
_UNKEEPABLE = re.compile(
    "[\x00\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
    + "]"
)


def canonical(text: str) -> str:
    """Give a text its one form: line feeds end lines, no byte order mark, nothing that a store or a widget refuses.

    NUL, lone surrogates and noncharacters become U+FFFD. Only a CR LF pair and a leading mark change positions.
    A second call changes nothing.
    """
    if text.isascii() and _PLAIN.match(text):
        return text
    return _UNKEEPABLE.sub(REPLACEMENT, _LINE_ENDS.sub("\n", text.lstrip("\ufeff")))
