"""docs/extraction.md is how somebody adds a unit or a language: a module or command it gets wrong costs them a day."""

from __future__ import annotations

import importlib.util
import json
import re
import shlex
from collections.abc import Iterator

import pytest
from source_tree import PACKAGE, ROOT, named
from test_imports import imported

from maeditor.cli.parser import parse
from maeditor.domain.doubts import Doubt
from maeditor.extraction.mentions import mentions
from maeditor.extraction.proposals import propose
from maeditor.wording import Wording

PAGE = (ROOT / "docs/extraction.md").read_text("utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
COMMANDS = [line for block in BLOCKS for line in block.splitlines()]
MADE_ON_THE_WAY = {"article.txt", "page.txt", "projet.maed", "articles"}
"""Files of the reader's own, in the examples."""


def stages() -> set[str]:
    """The packages that reading a proposal goes through."""
    seen, left = set(), ["maeditor.extraction.proposals"]
    while left:
        module = left.pop()
        path = ROOT / f"{module.replace('.', '/')}.py"
        if module in seen or not module.startswith("maeditor.extraction") or not path.is_file():
            continue
        seen.add(module)
        left += imported(path)
    return {module.rpartition(".")[0] for module in seen} - {"maeditor.extraction"}


def parts(line: str) -> Iterator[list[str]]:
    """The commands of a line, without what only feeds them."""
    for part in line.split(" | "):
        words = shlex.split(part.partition(" > ")[0])
        if words[0] not in {"echo", "printf"}:
            yield words


def test_every_stage_is_told() -> None:
    assert stages()
    assert not sorted(stage for stage in stages() if f"`{stage}`" not in PAGE)


def test_every_module_and_file_it_names_is_there() -> None:
    modules = set(re.findall(r"`(maeditor(?:\.\w+)+)`", PAGE))
    assert len(modules) > 20
    assert not sorted(each for each in modules if importlib.util.find_spec(each) is None)
    paths = set(re.findall(r"`((?:maeditor|resources|tests)/[\w/.]+\.\w+)`", PAGE))
    assert len(paths) > 8
    assert not sorted(each for each in paths if not (ROOT / each).exists())
    lexicons = set(re.findall(r"`(\w+\.toml)`", PAGE)) - {"pyproject.toml"}
    assert not sorted(each for each in lexicons if not (ROOT / "resources/lexicons" / each).exists())


def test_every_doubt_is_told() -> None:
    told = re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)
    assert sorted(told) == sorted(Doubt)
    formats = (ROOT / "docs/formats.md").read_text("utf-8")
    assert all(f"`{each}`" in formats for each in Doubt)


@pytest.mark.parametrize("line", COMMANDS)
def test_its_commands_are_commands(line: str) -> None:
    for words in parts(line):
        if words[0] == "maeditor":
            parse(words[1:], Wording("en"))
        elif words[:3] == ["python", "-m", "benchmarks"]:
            assert [(ROOT / f"benchmarks/{each}.py").exists() for each in words[3:]] == [True], line
        else:
            assert words[:4] == ["python", "-m", "pytest", "-q"], line
            assert not [each for each in words[4:] if not (ROOT / each).exists()]


@pytest.mark.parametrize("line", [line for line in COMMANDS if line.startswith("echo")])
def test_its_examples_say_something(line: str) -> None:
    text = json.loads(shlex.split(line)[1])["text"]
    assert mentions(text), text


def test_its_first_examples_read_as_it_says() -> None:
    first = mentions("Près de 2,5 GW d’ici 2030.", "fr")[0]
    assert (str(first.value), first.unit) == ("2.5", "GW")
    found = propose("La centrale aura une capacité de 1.200 MW.", "fr").proposals[0]
    assert (found.value, found.needs_look) == (1200, Doubt.GROUPING)


def test_the_stages_stand_in_the_order_that_pyproject_holds() -> None:
    listed = re.findall(r"^\| [\w ]+ \| `maeditor\.extraction\.(\w+)` \|", PAGE, re.MULTILINE)
    pyproject = (ROOT / "pyproject.toml").read_text("utf-8").partition('containers = ["maeditor.extraction"]')[2]
    layers = [each.strip(' ",').split(" | ")[0] for each in pyproject.partition("]")[0].splitlines() if '"' in each]
    order = [each for each in reversed(layers) if each in listed]
    assert [each for each in listed if each in layers] == order


def test_it_is_short_and_linked() -> None:
    assert len(PAGE.splitlines()) <= 320
    assert "docs/extraction.md" in (ROOT / "README.md").read_text("utf-8")


def test_the_value_field_and_the_strip_have_no_parser_of_their_own() -> None:
    """The page says that there is no second parser."""
    for path in (PACKAGE / "services").glob("*.py"):
        made = {name for name in imported(path) if "numbers" in name or "quantities" in name}
        assert not {name for name in made if name.startswith("maeditor.extraction")}, named(path)
