"""Opening and making projects, and who edits them."""

from __future__ import annotations

import getpass
from collections.abc import Iterable
from pathlib import Path

from maeditor.services.runner import ActionRunner
from maeditor.store.engine import create_store, open_store

SUFFIX = ".maed"


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


def system_editor() -> str:
    """The name of the person whom the system has logged in."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # KeyError up to Python 3.12: no such user id
        return "editor"
