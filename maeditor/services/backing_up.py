"""A verified copy of an open project beside it, or wherever the person wants it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from maeditor.domain.errors import ProjectError
from maeditor.services.naming import SUFFIX
from maeditor.services.runner import ActionRunner


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that was made: where, and how many bytes it has."""

    path: Path
    size: int


def suggested_name(project: str, now: datetime | None = None) -> str:
    """What a copy made today is called: ``Faits 2026-11-22.maed``."""
    at = now or datetime.now().astimezone()
    return f"{project} {at:%Y-%m-%d}{SUFFIX}"


def back_up(runner: ActionRunner, target: Path) -> Copy:
    """Copy the project whole, also while it is being written, and verify the copy before it takes its place.

    Raises ProjectError: on a server, onto the project itself, or where the copy cannot be written.
    """
    from maeditor.store.backup import copy_whole

    store = runner.store
    if store.path is None:
        raise ProjectError("backup_not_a_file", project=store.shown)
    if target.exists() and target.samefile(store.path):
        raise ProjectError("backup_onto_itself", project=str(target))
    copy_whole(store.path, target)
    return Copy(target, target.stat().st_size)
