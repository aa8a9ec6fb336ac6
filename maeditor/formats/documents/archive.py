"""The parts of a zipped document: what it declares is weighed before anything is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib

from maeditor.domain.errors import UnreadableFileError

MOST_UNPACKED = 200_000_000
"""Bytes that all parts together may declare."""
MOST_RATIO = 100
MOST_PARTS = 10_000
_SMALL = 1_000_000
"""Bytes up to which a part may be packed as tightly as it likes: a table of equal rows is."""

_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    LookupError,
    RuntimeError,
)
"""What zipfile raises on archives that are damaged, locked, or packed in ways it does not know."""


class Archive:
    """A zipped document, opened. Raises UnreadableFileError."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        if data.startswith(_OLE):
            raise UnreadableFileError("document_is_locked" if _ENCRYPTED in data else "document_is_old", name=name)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise UnreadableFileError("document_is_damaged", name=name) from error
        parts = self._archive.infolist()
        declared = sum(part.file_size for part in parts)
        dense = any(part.file_size > max(_SMALL, MOST_RATIO * part.compress_size) for part in parts)
        if len(parts) > MOST_PARTS or declared > MOST_UNPACKED or dense:
            raise UnreadableFileError("document_unpacks_too_large", name=name)
        self._names = {part.filename for part in parts}

    def has(self, part: str) -> bool:
        """Tell whether there is such a part."""
        return part in self._names

    def part(self, part: str) -> bytes:
        """Unpack a part; nothing where there is none. Never more than it declares."""
        if part not in self._names:
            return b""
        try:
            return self._archive.read(part)
        except _BROKEN as error:
            raise UnreadableFileError("document_is_damaged", name=self._name) from error

    def needed(self, part: str) -> bytes:
        """Unpack the part without which this is no such document."""
        if part not in self._names:
            raise UnreadableFileError("document_is_damaged", name=self._name)
        return self.part(part)
