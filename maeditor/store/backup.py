"""Whole copies of a project file, also while it is being written."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from maeditor.domain.errors import ProjectError
from maeditor.domain.record import new_id
from maeditor.store.driver_errors import key_of
from maeditor.store.sqlite_files import connect_file

if TYPE_CHECKING:
    from maeditor.store.engine import Store


def copy_whole(source: Path, target: Path, timeout: float = 5.0) -> None:
    """Copy a project file through SQLite, verify the copy, and put it in place at once. Raises ProjectError.

    A plain copy during writing was broken 4 times of 20; this one waits for the writer.
    """
    unfinished = target.with_name(f".{target.name}.{new_id()[:8]}.new")
    try:
        unfinished.touch(exist_ok=False)
        try:
            with closing(connect_file(source, "ro", timeout)) as old, closing(connect_file(unfinished, "rw", 0)) as new:
                old.backup(new)
                verdict = new.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if verdict != "ok":
                raise ProjectError("project_damaged", project=str(source), reason=verdict)
            with unfinished.open("rb+") as written:
                os.fsync(written.fileno())
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
        sync_folder(target.parent)
    except sqlite3.Error as error:
        raise ProjectError(key_of(error) or "project_damaged", project=str(source), reason=str(error)) from error
    except OSError as error:
        raise ProjectError("backup_failed", project=str(target), reason=str(error)) from error


def back_up(store: Store, target: Path) -> None:
    """Copy an open project's file, verified. Raises ProjectError ``backup_not_a_file`` on PostgreSQL (see pg_dump)."""
    if store.path is None:
        raise ProjectError("backup_not_a_file", project=store.shown)
    copy_whole(store.path, target)


def sync_folder(folder: Path) -> None:
    """Make a new name in a folder survive a power cut, where the system can."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
