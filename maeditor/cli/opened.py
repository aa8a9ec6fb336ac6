"""A project opened for one command and closed after it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from maeditor.services.projects import open_project
from maeditor.services.runner import ActionRunner


@contextmanager
def opened(target: str, *, create: bool = False) -> Iterator[ActionRunner]:
    """Open a project for the time of a command."""
    runner = open_project(target, create=create)
    try:
        yield runner
    finally:
        runner.store.close()
