"""Texts and files as they are kept: compressed, known by their SHA-256."""

from __future__ import annotations

import hashlib
import zlib
from typing import NamedTuple

from maeditor.domain.errors import ProjectError

MAX_BLOB = 256 * 1024 * 1024
"""Bytes of the largest text or file that is kept or read back: a hostile project cannot claim more."""

MAX_REMEMBERED = 16 * 1024 * 1024
"""Bytes of the longest text that is remembered."""


class _Checked(NamedTuple):
    sha256: str
    size: int
    packed: bytes
    text: str


_last = [_Checked("", 0, b"", "")]
"""What ``unpacked_text`` made last."""


def unpacked_text(sha256: str, size: int, packed: bytes) -> str:
    """The text that was kept under a SHA-256, compared with it. Raises ProjectError where it differs.

    Who marks passages needs the same long text each time. So the last one is remembered, and given again for the very
    bytes that were found right: any other byte, size or SHA-256 is unpacked and compared as the first time.
    """
    # Read once: another thread may put its own there meanwhile.
    known = _last[0]
    if (known.sha256, known.size, known.packed) == (sha256, size, packed):
        return known.text
    text = unpacked(sha256, size, packed).decode("utf-8")
    if size <= MAX_REMEMBERED:
        _last[0] = _Checked(sha256, size, packed, text)
    return text


def unpacked(sha256: str, size: int, packed: bytes) -> bytes:
    """What was kept under a SHA-256, compared with it. Raises ProjectError where it differs."""
    try:
        data = zlib.decompressobj().decompress(packed, min(size, MAX_BLOB) + 1)
    except (zlib.error, TypeError, ValueError, OverflowError) as error:
        raise ProjectError("text_damaged", sha256=sha256) from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ProjectError("text_damaged", sha256=sha256)
    return data
