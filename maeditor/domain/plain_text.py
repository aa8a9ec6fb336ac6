"""Short texts that people type or paste, without what nobody sees in them."""

from __future__ import annotations

import re

_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_CONTROL_IN_LINES = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_SPACES = re.compile(" {2,}")


def one_line(text: str) -> str:
    """A name as it is kept: without bidi controls, other controls are spaces, and one space is enough.

    No-break spaces stay: they are typography.
    """
    return _SPACES.sub(" ", _CONTROL.sub(" ", _BIDI.sub("", text))).strip()


def some_lines(text: str) -> str:
    """A note as it is kept: the same line by line."""
    lines = re.sub("\r\n?|[\u2028\u2029]", "\n", _BIDI.sub("", text)).split("\n")
    return "\n".join(_SPACES.sub(" ", _CONTROL_IN_LINES.sub(" ", each)).strip() for each in lines).strip()
