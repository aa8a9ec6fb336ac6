"""The program run as a person would, in a process of its own, and an article of our own for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ARTICLE = """Deux centres à Agadir

La région d’Agadir prévoit quatre nouveaux data centers d’une puissance de 2 gigawatts, dont un de 12 MW en service.
Le pays est cinquième en Afrique. L’investissement atteint 3 milliards de dirhams.
"""

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def maeditor(tmp_path: Path) -> Run:
    """Run the program as a person would, in a process of its own."""

    def run(*arguments: str | Path, stdin: str = "", language: str = "en_GB.UTF-8") -> subprocess.CompletedProcess[str]:
        environment = {name: value for name, value in os.environ.items() if name not in {"LC_ALL", "LC_MESSAGES"}}
        environment.update(LANG=language, PYTHONPATH=str(ROOT), PYTHONUTF8="1")
        return subprocess.run(
            [sys.executable, "-m", "maeditor", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=tmp_path,
            env=environment,
            timeout=120,
        )

    return run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "agadir.txt"
    file.write_text(ARTICLE, "utf-8")
    return file


def records(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]
