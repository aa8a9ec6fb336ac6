"""Opening and making projects."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from maeditor.domain.errors import ProjectError
from maeditor.services.naming import system_editor
from maeditor.services.runner import ActionRunner
from maeditor.store.deferred import open_deferred
from maeditor.store.opening import examine

PATIENCE = 0.2
"""Seconds that a window waits for somebody who holds a project, before it says so."""
HELD = "project_locked"
"""What is raised while somebody does."""


def open_project(
    target: str | Path, *, editor: str = "", create: bool = False, former_names: Iterable[str] = ()
) -> ActionRunner:
    """Open a project: a ``.maed`` path or a ``postgresql+psycopg://`` URL; ``create`` makes it where absent.

    Raises ProjectError in one clear kind whatever is wrong.
    """
    from maeditor.store.engine import open_store

    return ActionRunner(open_store(target, create=create), editor or system_editor(), former_names=former_names)


def open_to_show(target: str | Path, *, editor: str = "", former_names: Iterable[str] = ()) -> ActionRunner:
    """Open a project for a window: what its first page shows is read at once, the store may wait for ``wake``.

    Raises ProjectError as ``open_project`` does, ``project_locked`` before a person would take the window for dead.
    """
    store = open_deferred(target, patience=PATIENCE)
    if store is None:
        if not is_server(target):
            examine(Path(target).absolute(), PATIENCE)
        return open_project(target, editor=editor, former_names=former_names)
    return ActionRunner(store, editor or system_editor(), former_names=former_names)


def wait_until_free(target: str | Path, cancelled: Callable[[], bool]) -> bool:
    """Wait for whoever holds a project's file; False where that was no longer wanted. Raises ProjectError."""
    while not cancelled():
        try:
            examine(Path(target).absolute(), PATIENCE)
        except ProjectError as error:
            if error.key != HELD:
                raise
        else:
            return True
    return False


def is_held(runner: ActionRunner) -> bool:
    """Tell at once whether somebody keeps an open project from being read: a window that read now would stand still."""
    return runner.store.is_held()


def create_project(target: str | Path, name: str, *, editor: str = "") -> ActionRunner:
    """Make a new, empty project. Raises ProjectError where something stands there already."""
    from maeditor.store.engine import create_store

    return ActionRunner(create_store(target, name), editor or system_editor())


def is_server(target: str | Path) -> bool:
    """Tell a database's URL from a file's path."""
    return str(target).startswith("postgresql")
