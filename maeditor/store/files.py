"""Projects as files: making one, its engines, and bringing an older one up to date."""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import Connection, Engine

import maeditor
from maeditor.domain.errors import ProjectError
from maeditor.domain.record import new_id
from maeditor.store import migrate, opening, schema, signature
from maeditor.store.backup import copy_whole, sync_folder
from maeditor.store.connections import sqlite_engine
from maeditor.store.counters import FIRST
from maeditor.store.failures import told
from maeditor.store.inserting import insert_rows
from maeditor.store.unit_of_work import now


def create(path: Path, name: str) -> None:
    """Make a project file, whole or not at all. Raises ProjectError ``project_exists`` where something stands there."""
    place = str(path)
    unfinished = path.with_name(f".{path.name}.{new_id()[:8]}.new")
    try:
        if opening.identity(path) is not None:
            raise ProjectError("project_exists", project=place)
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.touch(exist_ok=False)
        try:
            _fill(unfinished, name)
            _move_to(unfinished, path)
        finally:
            unfinished.unlink(missing_ok=True)
        sync_folder(path.parent)
    except OSError as error:
        raise ProjectError("project_not_created", project=place, reason=str(error)) from error


def engines(path: Path, opened: opening.Opened, timeout: float) -> tuple[Engine, Engine]:
    """The writer's and the reader's engine of a file that was examined."""
    mode = "ro" if opened.read_only else "rw"
    return (
        sqlite_engine(path, timeout, writes=not opened.read_only, mode=mode),
        sqlite_engine(path, timeout, writes=False, mode=mode),
    )


def bring_up_to_date(path: Path, opened: opening.Opened, timeout: float) -> opening.Opened:
    """Migrate an older file, after a verified backup ``NAME.before-NUMBER.maed`` beside it."""
    known = signature.revision_number(signature.REVISION)
    if opened.revision == known:
        return opened
    if opened.read_only:
        raise ProjectError("project_older_read_only", project=str(path), found=opened.revision, known=known)
    copy_whole(path, path.with_name(f"{path.stem}.before-{known}{path.suffix}"), timeout)
    engine = sqlite_engine(path, timeout, writes=True, mode="rw", foreign_keys=False)
    try:
        with told(str(path)), engine.begin() as connection:
            migrate.run_migrations(connection, migrate.MIGRATIONS)
    finally:
        engine.dispose()
    return opening.examine(path, timeout)


def fill_in(connection: Connection, name: str) -> None:
    """Write what every new project says of itself."""
    told_first = {
        "name": name,
        "project_id": new_id(),
        "created_with": f"maeditor {maeditor.__version__}",
        "created_at": now(),
    }
    insert_rows(connection, schema.meta, [{"key": key, "value": value} for key, value in told_first.items()])
    insert_rows(connection, schema.counters, FIRST)


def _fill(path: Path, name: str) -> None:
    engine = sqlite_engine(path, 5.0, writes=True, mode="rw", foreign_keys=False)
    try:
        with told(str(path)), engine.begin() as connection:
            migrate.run_migrations(connection, migrate.MIGRATIONS)
            fill_in(connection, name)
    finally:
        engine.dispose()


def _move_to(unfinished: Path, path: Path) -> None:
    """Give a file its name unless that is taken meanwhile."""
    try:
        os.link(unfinished, path)
    except FileExistsError as error:
        raise ProjectError("project_exists", project=str(path)) from error
    except OSError:  # a file system without hard links: taken or not was asked a moment ago
        unfinished.replace(path)
