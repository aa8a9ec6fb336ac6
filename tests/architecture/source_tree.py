"""Where the project's own files are, for the tests that read them."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "maeditor"
CODE = ("maeditor", "tests", "benchmarks", "build_spec")


def code_files(*folders: str) -> list[Path]:
    """All Python files of the project, or of the folders named."""
    return [path for folder in folders or CODE for path in sorted((ROOT / folder).rglob("*.py"))]


@cache
def tree_of(path: Path) -> ast.Module:
    """The syntax of a file, read once."""
    return ast.parse(path.read_text("utf-8"), str(path))


def named(path: Path) -> str:
    """A file as people name it."""
    return path.relative_to(ROOT).as_posix()
