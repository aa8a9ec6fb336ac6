"""Projects of both kinds: every store test runs on an SQLite file and on a PostgreSQL database, unless about one."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1]))

from postgres_server import PostgresServer, postgres_server, postgres_url  # noqa: F401

from maeditor.store.engine import Store, create_store, open_store

KINDS = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture(scope="session")
def empty_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new project file to copy: making one runs the migrations."""
    path = tmp_path_factory.mktemp("new") / "empty.maed"
    create_store(path, "Essai").close()
    return path


@pytest.fixture(scope="session")
def empty_database(postgres_server: PostgresServer) -> str:  # noqa: F811
    """A database with a new project to copy."""
    name = postgres_server.new_database()
    create_store(postgres_server.url(name), "Essai").close()
    return name


@pytest.fixture
def project_file(empty_project: Path, tmp_path: Path) -> Path:
    """A new project as a file, not open."""
    return Path(shutil.copy(empty_project, tmp_path / "essai.maed"))


@pytest.fixture(params=KINDS)
def new_target(request: pytest.FixtureRequest) -> Iterator[Callable[[], str]]:
    """Makes new projects, of either kind; they are not open."""
    if request.param == "sqlite":
        empty = request.getfixturevalue("empty_project")
        folder = request.getfixturevalue("tmp_path")
        count = iter(range(10_000))
        yield lambda: str(shutil.copy(empty, folder / f"essai{next(count)}.maed"))
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    template = request.getfixturevalue("empty_database")
    made: list[str] = []

    def make() -> str:
        made.append(server.new_database(template))
        return server.url(made[-1])

    yield make
    for name in made:
        server.drop(name)


@pytest.fixture
def target(new_target: Callable[[], str]) -> str:
    """One new project of either kind, not open."""
    return new_target()


@pytest.fixture
def store(target: str) -> Iterator[Store]:
    """One new project of either kind, open."""
    opened = open_store(target)
    yield opened
    opened.close()
