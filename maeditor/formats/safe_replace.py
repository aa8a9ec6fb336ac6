"""Writing a file so that there is always a whole one: the old until the new is complete, then the new."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from maeditor.domain.errors import ExportError

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_RIGHT = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@contextmanager
def atomic_write(path: Path) -> Iterator[BinaryIO]:
    """Open a binary file that takes its place at ``path`` only when the block ends well.

    It is written beside its place, synced and moved over it in one step; whatever goes wrong, what stood there before
    is untouched and the half-written file is gone.

    Raises ExportError for what the person can mend: ``disk_full``, ``export_folder_missing``, ``export_not_writable``,
    ``export_is_folder``, ``export_target_locked``, ``export_failed``.
    """
    target = Path(os.path.realpath(path))
    _refuse_hopeless(target)
    temporary = target.with_name(f".maeditor-{secrets.token_hex(6)}.tmp")
    try:
        try:
            with _create(temporary, target) as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            _take_place(temporary, target)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as fault:
        raise _told(fault, target) from fault
    _sync_folder(target.parent)


def _refuse_hopeless(target: Path) -> None:
    if target.is_dir():
        raise ExportError("export_is_folder", name=target.name)
    if not target.parent.is_dir():
        raise ExportError("export_folder_missing", name=target.name, folder=str(target.parent))
    # A file that was made read-only is meant to stay, although a rename would replace it.
    if target.exists() and not os.access(target, os.W_OK):
        raise ExportError("export_not_writable", name=target.name, folder=str(target.parent))


def _create(temporary: Path, target: Path) -> BinaryIO:
    flags = os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    # 0o666 lets the umask decide, as for any file the person makes; tempfile's 0o600 would hide it from colleagues.
    descriptor = os.open(temporary, flags, 0o666)
    with suppress(OSError):  # a file system without modes
        temporary.chmod(target.stat().st_mode & 0o777)
    return os.fdopen(descriptor, "w+b")


def _take_place(temporary: Path, target: Path) -> None:
    try:
        temporary.replace(target)
    except PermissionError as fault:
        # Writing beside it worked, so it is the file itself that is held: Windows refuses while Excel has it open.
        raise ExportError("export_target_locked", name=target.name) from fault


def _sync_folder(folder: Path) -> None:
    # The new name must survive a power cut too; Windows cannot open folders, some disks cannot sync them.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _told(fault: OSError, target: Path) -> ExportError:
    if fault.errno in _NO_ROOM:
        return ExportError("disk_full", name=target.name)
    if fault.errno in _NO_RIGHT:
        return ExportError("export_not_writable", name=target.name, folder=str(target.parent))
    if fault.errno == errno.ENOENT:
        return ExportError("export_folder_missing", name=target.name, folder=str(target.parent))
    return ExportError("export_failed", name=target.name, reason=fault.strerror or type(fault).__name__)
