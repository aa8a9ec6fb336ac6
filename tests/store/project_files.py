"""What tests do to project files from outside."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from maeditor.domain.errors import ProjectError
from maeditor.store.engine import open_store
from maeditor.wording import LANGUAGES, Wording


def refused(path: Path, **how: object) -> str:
    with pytest.raises(ProjectError) as told:
        open_store(path, **how)  # type: ignore[arg-type]
    for language in LANGUAGES:
        assert path.name in Wording(language).say(f"error.{told.value.key}", **told.value.details)
    return told.value.key


def execute(path: Path, *statements: str) -> None:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


@contextlib.contextmanager
def nobody() -> Iterator[None]:
    """As somebody without root's right to write everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def shared_file(empty_project: Path) -> Iterator[Path]:
    """A project in a folder that everybody can reach."""
    folder = Path(tempfile.mkdtemp(prefix="maeditor-"))
    folder.chmod(0o777)
    path = Path(shutil.copy(empty_project, folder / "essai.maed"))
    path.chmod(0o666)
    yield path
    folder.chmod(0o777)
    shutil.rmtree(folder)
