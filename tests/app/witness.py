"""A second process that says what a project really holds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from window_person import Person

ROOT = Path(__file__).parents[2]
Record = dict[str, object]
OpenWindow = Callable[..., Person]


class Witness:
    """The command line in a process of its own: what it reads is what was saved."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def run(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """Run ``maeditor`` with arguments."""
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "LANG": "en_GB.UTF-8"}
        return subprocess.run(
            [sys.executable, "-m", "maeditor", *map(str, arguments)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=self._folder,
            env=environment,
            timeout=120,
        )

    def facts(self, project: Path) -> list[Record]:
        """Every fact of a project with its evidence."""
        done = self.run("facts", project, "--jsonl")
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    def fact(self, project: Path, number: str) -> Record:
        """One fact."""
        return next(each for each in self.facts(project) if each["number"] == number)

    def finds_it_sound(self, project: Path) -> bool:
        """Tell whether every quote stands at its place and the journal is complete.

        That no passage says a value is told as well, and no fault of the project.
        """
        done = self.run("check", project, "--json")
        kinds = {json.loads(line)["kind"] for line in done.stdout.splitlines()}
        return done.returncode == 0 and kinds <= {"differs_from_passage"}
