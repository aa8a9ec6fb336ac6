"""Looks at a file before anything of it is unpacked: whether it is a workbook, and none that was made to do harm."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from pathlib import Path

from maeditor.domain.errors import UnreadableFileError, WorkbookError
from maeditor.formats.returned.content import Limits

WORKBOOK = "xl/workbook.xml"

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = {
    "xl/workbook.bin": ".xlsb",
    "word/document.xml": ".docx",
    "ppt/presentation.xml": ".pptx",
    "Index/Document.iwa": ".numbers",
}
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_TEXTS = frozenset({".csv", ".tsv", ".txt", ".json", ".jsonl", ".html", ".htm", ".xml"})
_MEGABYTE = 1_000_000
_SMALL = 1_000_000
"""Bytes, unpacked, up to which a part may be packed as tightly as it likes: blanks of an empty sheet are."""


def read_file(path: Path, limits: Limits) -> bytes:
    """Read the whole file once, so that what is checked is what is read. Raises UnreadableFileError, WorkbookError."""
    name = path.name or str(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableFileError("file_is_folder", name=name)
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFileError("file_is_no_file", name=name)
        with path.open("rb") as file:
            data = file.read(limits.packed + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UnreadableFileError("file_missing", name=name) from error
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        raise UnreadableFileError("file_unreadable", name=name) from error
    if len(data) > limits.packed:
        raise UnreadableFileError("file_too_large", name=name, limit=limits.packed // _MEGABYTE)
    if not data:
        raise UnreadableFileError("file_empty", name=name)
    return data


def open_package(data: bytes, path: Path, limits: Limits) -> zipfile.ZipFile:
    """Open the package after a look at what it declares. Raises WorkbookError."""
    name = path.name
    if not data.startswith(b"PK"):
        raise _not_packed(data, path)
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, LookupError, RuntimeError, OverflowError) as error:
        raise WorkbookError("workbook_damaged", name=name) from error
    members = package.infolist()
    names = {member.filename for member in members}
    # Two members of one name: which of them is read depends on who reads.
    if len(members) > limits.members or len(names) < len(members):
        raise WorkbookError("workbook_damaged", name=name)
    if any(member.flag_bits & 1 for member in members):
        raise WorkbookError("workbook_encrypted", name=name)
    _refuse_bombs(members, len(data), name, limits)
    if WORKBOOK not in names:
        raise _other_package(package, names, name)
    return package


def _refuse_bombs(members: list[zipfile.ZipInfo], packed: int, name: str, limits: Limits) -> None:
    total = sum(member.file_size for member in members)
    # The file's own length counts too: members may share one and the same stretch of it.
    tight = any(
        member.file_size > max(_SMALL, limits.ratio * member.compress_size) for member in members
    ) or total > max(_SMALL, limits.ratio * packed)
    if tight:
        raise WorkbookError("workbook_too_packed", name=name)
    if total > limits.unpacked and total > min(limits.unpacked_plain, limits.ratio_plain * packed):
        found, most = -(-total // _MEGABYTE), limits.unpacked // _MEGABYTE
        raise WorkbookError("workbook_too_large", name=name, found=found, limit=most)


def _not_packed(data: bytes, path: Path) -> WorkbookError:
    if data.startswith(_OLE):
        if _PROTECTED in data:
            return WorkbookError("workbook_encrypted", name=path.name)
        return WorkbookError("workbook_other_kind", name=path.name, kind=".xls")
    suffix = path.suffix.lower()
    if suffix in _TEXTS:
        return WorkbookError("workbook_other_kind", name=path.name, kind=suffix)
    return WorkbookError("workbook_damaged", name=path.name)


def _other_package(package: zipfile.ZipFile, names: set[str], name: str) -> WorkbookError:
    kind = next((kind for part, kind in _OTHERS.items() if part in names), "")
    if "mimetype" in names and package.getinfo("mimetype").file_size < 200:
        try:
            said = package.read("mimetype")
        except (zipfile.BadZipFile, EOFError, OSError, ValueError, RuntimeError, zlib.error):
            said = b""
        if said.startswith(_OPEN_DOCUMENT):
            kind = ".ods" if b"spreadsheet" in said else ".odt"
    if kind:
        return WorkbookError("workbook_other_kind", name=name, kind=kind)
    return WorkbookError("workbook_damaged", name=name)
