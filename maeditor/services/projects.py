"""Opening and making projects."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from maeditor.services.naming import system_editor
from maeditor.services.runner import ActionRunner
from maeditor.store.engine import create_store, open_store


def open_project(
    target: str | Path, *, editor: str = "", create: bool = False, former_names: Iterable[str] = ()
) -> ActionRunner:
    """Open a project: a ``.maed`` path or a ``postgresql+psycopg://`` URL; ``create`` makes it where absent.

    Raises ProjectError in one clear kind whatever is wrong.
    """
    return ActionRunner(open_store(target, create=create), editor or system_editor(), former_names=former_names)


def create_project(target: str | Path, name: str, *, editor: str = "") -> ActionRunner:
    """Make a new, empty project. Raises ProjectError where something stands there already."""
    return ActionRunner(create_store(target, name), editor or system_editor())


def is_server(target: str | Path) -> bool:
    """Tell a database's URL from a file's path."""
    return str(target).startswith("postgresql")
