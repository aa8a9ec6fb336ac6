"""Is this file one of ours, whole, and may we write it? Asked before anything of it is trusted."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from maeditor.domain.errors import ProjectError
from maeditor.store import search_index, signature
from maeditor.store.driver_errors import key_of
from maeditor.store.signature import revision_number
from maeditor.store.sqlite_files import connect_file, prepare

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100

_open_files: Counter[tuple[int, int]] = Counter()
_guard = threading.Lock()


@dataclass(frozen=True, slots=True)
class Opened:
    """What was found out about a file before its engines were made."""

    identity: tuple[int, int]
    revision: int
    read_only: bool


def identity(path: Path) -> tuple[int, int] | None:
    """Which file stands at a path (device and inode), or None where there is none."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found.st_dev, found.st_ino


def hold(file: tuple[int, int]) -> None:
    """Remember that this process has a file open."""
    with _guard:
        _open_files[file] += 1


def let_go(file: tuple[int, int]) -> None:
    """Forget one opening of a file."""
    with _guard:
        _open_files[file] -= 1


def examine(path: Path, timeout: float) -> Opened:
    """Look at a project file from outside in: header, journal beside it, schema, pages. Raises ProjectError."""
    try:
        file = identity(path)
        if file is None:
            raise ProjectError("project_not_found", project=str(path))
        if not path.is_file():
            raise ProjectError("project_not_ours", project=str(path))
        # Closing any handle of a file drops all the locks that this process has on it (POSIX): a file that is open
        # here is not opened a second time to read its header, which was accepted already.
        if not _open_files[file]:
            _check_header(path)
        hot = is_hot(path)
    except OSError as error:
        raise ProjectError("project_unreachable", project=str(path), reason=str(error)) from error
    read_only = not (_may_write(path) and _may_write(path.parent))
    try:
        # A reader cannot roll back what a dead writer left half done: SQLite says so, and so do we.
        revision, journal = _check_content(path, "rw" if hot and not read_only else "ro", timeout)
        if journal == "wal" and not read_only:
            _leave_wal(path, timeout)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        key = key_of(error) or "project_damaged"
        raise ProjectError(key, project=str(path), reason=str(error)) from error
    return Opened(file, revision, read_only)


def _check_header(path: Path) -> None:
    with path.open("rb") as opened:
        header = opened.read(_HEADER)
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise ProjectError("project_not_ours", project=str(path))
    if int.from_bytes(header[68:72], "big") != signature.APPLICATION_ID:
        raise ProjectError("project_not_ours", project=str(path))
    check_revision(int.from_bytes(header[60:64], "big"), str(path))


def check_revision(found: int, project: str) -> None:
    """Refuse a project that another version of maeditor made: a newer one, or none at all."""
    if found > revision_number(signature.REVISION):
        raise ProjectError("project_newer", project=project, found=found, known=revision_number(signature.REVISION))
    if found < 1:
        raise ProjectError("project_not_ours", project=project)


def is_hot(path: Path) -> bool:
    """Tell whether a journal with something in it lies beside a file."""
    beside = (path.with_name(path.name + ending) for ending in ("-journal", "-wal"))
    return any(journal.exists() and journal.stat().st_size > 0 for journal in beside)


def _leave_wal(path: Path, timeout: float) -> None:
    """Take a file out of the mode another program put it in: it loses commits when the power does."""
    with contextlib.closing(connect_file(path, "rw", timeout)) as connection:
        prepare(connection, timeout, writes=True)


def _may_write(path: Path) -> bool:
    if os.access in os.supports_effective_ids:
        return os.access(path, os.W_OK, effective_ids=True)
    return os.access(path, os.W_OK)


def _check_content(path: Path, mode: str, timeout: float) -> tuple[int, str]:
    connection = connect_file(path, mode, timeout)
    try:
        prepare(connection, timeout, writes=False)
        check_objects(connection, str(path))
        told = connection.execute("PRAGMA quick_check(1)").fetchone()
        if told is None or told[0] != "ok":
            raise ProjectError("project_damaged", project=str(path), reason=str(told and told[0]))
        found: int = connection.execute("PRAGMA user_version").fetchone()[0]
        check_revision(found, str(path))
        return found, str(connection.execute("PRAGMA journal_mode").fetchone()[0])
    finally:
        connection.close()


def check_objects(connection: sqlite3.Connection, project: str) -> None:
    """Refuse a file with triggers, views or virtual tables that are not ours: they would run inside our writes."""
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    for kind, name, sql in rows:
        virtual = str(sql or "").lstrip().upper().startswith("CREATE VIRTUAL")
        if virtual and search_index.OBJECTS.get(name) == str(sql):
            continue
        if kind not in ("table", "index") or virtual:
            raise ProjectError("project_foreign_objects", project=project, kind=kind, name=name)
