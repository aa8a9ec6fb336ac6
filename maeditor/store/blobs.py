"""Texts and files as they are kept: compressed, known by their SHA-256."""

from __future__ import annotations

import hashlib
import zlib

from maeditor.domain.errors import ProjectError

MAX_BLOB = 256 * 1024 * 1024
"""Bytes of the largest text or file that is kept or read back: a hostile project cannot claim more."""


def unpacked(sha256: str, size: int, packed: bytes) -> bytes:
    """What was kept under a SHA-256, compared with it. Raises ProjectError where it differs."""
    try:
        data = zlib.decompressobj().decompress(packed, min(size, MAX_BLOB) + 1)
    except (zlib.error, TypeError, ValueError, OverflowError) as error:
        raise ProjectError("text_damaged", sha256=sha256) from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ProjectError("text_damaged", sha256=sha256)
    return data
