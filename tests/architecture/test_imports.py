"""Without these the parts would grow together: Qt in the store, SQL in the window, third parties in the domain."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from source_tree import PACKAGE, ROOT, code_files, named, tree_of

LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{named(path)}:{node.lineno}: imports relatively"
            yield f"{node.module}"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_the_import_contracts_of_pyproject_hold() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache", "--no-logo"], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", code_files("maeditor/domain"), ids=named)
def test_the_domain_needs_only_the_standard_library(path: Path) -> None:
    for name in imported(path):
        own = name == "maeditor.domain" or name.startswith("maeditor.domain.")
        assert own or name.split(".")[0] in sys.stdlib_module_names, name


LIBRARY_HOMES = {
    "PySide6": "ui",
    "shiboken6": "ui",
    "pyqtgraph": "ui",
    "qtawesome": "ui",
    "sqlalchemy": "store",
    "alembic": "store",
    "psycopg": "store",
    "sqlite3": "store",
}


@pytest.mark.parametrize(("library", "home"), LIBRARY_HOMES.items())
def test_a_library_stays_in_the_part_it_belongs_to(library: str, home: str) -> None:
    strays = [
        named(path)
        for path in code_files("maeditor")
        if PACKAGE / home not in path.parents and library in {name.split(".")[0] for name in imported(path)}
    ]
    assert not strays


def test_the_views_meet_only_in_services_and_the_bulletin() -> None:
    views = {path.name for path in (PACKAGE / "ui").iterdir() if path.is_dir() and any(path.glob("*.py"))} - {"dialogs"}
    for view in views:
        others = tuple(f"maeditor.ui.{other}" for other in views - {view})
        for path in code_files(f"maeditor/ui/{view}"):
            crossing = [name for name in imported(path) if name.startswith(others) and _is_view(name, views)]
            assert not crossing, f"{named(path)} imports {crossing}"


def _is_view(name: str, views: set[str]) -> bool:
    return name.split(".")[2] in views
