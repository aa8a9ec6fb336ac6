"""Which sentences the code asks for: read off its syntax, for the test of the translations."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from source_tree import ROOT, code_files, named, tree_of

from maeditor.domain import errors

ERRORS = {name for name, each in vars(errors).items() if isinstance(each, type) and each.__name__.endswith("Error")}
LANGUAGES = ("fr", "en")
AREAS = {path.stem for path in (ROOT / "resources/translations").rglob("*.toml")}

_NAME = r"[a-z][a-z0-9_-]*"
_KEY = re.compile(rf"({_NAME})(\.{_NAME})+")
_BEGINNING = re.compile(rf"{_NAME}(\.{_NAME})*[._]?")
_HOLE = r"[a-z0-9_.-]+"


@dataclass(frozen=True)
class Asked:
    """A key that the code asks for by name, and the details it gives; None where it passes on what it was given."""

    key: str
    details: frozenset[str] | None
    place: str


@dataclass
class Use:
    """All that the code says about sentences."""

    asked: list[Asked] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    patterns: set[str] = field(default_factory=set)
    asked_patterns: dict[str, str] = field(default_factory=dict)

    def uses(self, key: str) -> bool:
        """Tell whether a key is asked for: whole, by a name made up around it, or within its area.

        A part that words many keys of one area makes them up as ``f"area.{name}"``: there the name alone counts.
        """
        area, _, rest = key.partition(".")
        whole_area = f"{area}\\.{_HOLE}"
        patterns = self.patterns - {whole_area}
        asked = key in self.words or any(re.fullmatch(pattern, key) for pattern in patterns)
        within = rest in self.words or any(re.fullmatch(pattern, rest) for pattern in patterns)
        return asked or (whole_area in self.patterns and within)


def use_of(*folders: str) -> Use:
    """Read what the code under these folders asks for."""
    use = Use()
    for path in code_files(*folders):
        tree = tree_of(path)
        silent = set(_not_words(tree))
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
                use.words.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                use.patterns.update(_pattern(node))
            elif isinstance(node, ast.Call):
                use.asked.extend(_call(node, path))
                use.asked_patterns.update(_call_made_up(node, path))
    return use


def _not_words(tree: ast.Module) -> Iterator[int]:
    """Docstrings, and the fixed parts of strings that are made up."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield id(node.value)
        elif isinstance(node, ast.JoinedStr):
            yield from map(id, node.values)


def _pattern(node: ast.JoinedStr) -> Iterator[str]:
    parts = [str(part.value) if isinstance(part, ast.Constant) else None for part in node.values]
    if len(parts) > 1 and parts[0] and _BEGINNING.fullmatch(parts[0]):
        yield "".join(_HOLE if part is None else re.escape(part) for part in parts)


def _call_made_up(node: ast.Call, path: Path) -> Iterator[tuple[str, str]]:
    called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    first = node.args[0] if node.args else None
    if called in ("say", "warn") and isinstance(first, ast.JoinedStr):
        yield from ((pattern, f"{named(path)}:{node.lineno}") for pattern in _pattern(first))


def _call(node: ast.Call, path: Path) -> Iterator[Asked]:
    called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    first = node.args[0] if node.args else None
    if not isinstance(first, ast.Constant) or not isinstance(first.value, str):
        return
    given = {keyword.arg for keyword in node.keywords}
    details = None if None in given else frozenset(name for name in given if name)
    place = f"{named(path)}:{node.lineno}"
    if called in ERRORS:
        yield Asked(f"error.{first.value}", details, place)
    elif _KEY.fullmatch(first.value) and first.value.partition(".")[0] in AREAS and called in ("say", "warn"):
        yield Asked(first.value, details, place)
