"""A project that another program holds: the window would stand still for seconds, or the project never open."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

import pytest
from pytestqt.qtbot import QtBot
from shell_setting import settle

from maeditor.domain.errors import ProjectError
from maeditor.services.projects import wait_until_free
from maeditor.ui.settings import Settings
from maeditor.ui.window import Window

PATIENCE_MS = 20_000
STANDSTILL = 2.0
"""Seconds; without patience it would be five."""
HOLDING = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
if sys.argv[2] == "writing":
    connection.execute("UPDATE meta SET value = value")
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held(project: Path, how: str = "reading") -> Iterator[None]:
    """Another process holds the project."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(project), how], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    try:
        yield
    finally:
        holder.communicate("")


@pytest.fixture
def shown(qtbot: QtBot, settings: Settings) -> Iterator[Window]:
    made = Window(settings, "fr", dark=False)
    with qtbot.waitActive(made.main):
        made.main.show()
        made.main.activateWindow()
    yield made
    made.main.close()
    made.deleteLater()
    made.main.deleteLater()
    settle()


@pytest.fixture
def project(tmp_path: Path, sample: Path) -> Path:
    path = tmp_path / "occupe.maed"
    shutil.copy(sample, path)
    return path


@pytest.mark.parametrize("how", ["reading", "writing"])
def test_it_is_said_at_once_and_opens_when_it_is_free(qtbot: QtBot, shown: Window, project: Path, how: str) -> None:
    with held(project, how):
        begun = perf_counter()
        assert not shown.open(str(project))
        assert perf_counter() - begun < STANDSTILL
        assert shown.main.notices.text == shown.words.say("notice.project_held", name="occupe.maed")
        assert len(shown.jobs.running) == 1
    qtbot.waitUntil(lambda: shown.workspace is not None, timeout=PATIENCE_MS)
    assert shown.workspace is not None
    assert shown.workspace.target == str(project)


def test_who_opened_another_meanwhile_stays_there(
    qtbot: QtBot, shown: Window, project: Path, tmp_path: Path, sample: Path
) -> None:
    other = tmp_path / "autre.maed"
    shutil.copy(sample, other)
    with held(project):
        assert not shown.open(str(project))
        assert shown.open(str(other))
    qtbot.waitUntil(lambda: not shown.jobs.running, timeout=PATIENCE_MS)
    settle()
    assert shown.workspace is not None
    assert shown.workspace.target == str(other)


def test_the_waiting_can_be_cancelled(qtbot: QtBot, shown: Window, project: Path) -> None:
    with held(project):
        shown.open(str(project))
        shown.jobs.running[0].cancel()
        qtbot.waitUntil(lambda: not shown.jobs.running, timeout=PATIENCE_MS)
    settle()
    assert shown.workspace is None


def test_what_is_gone_is_not_waited_for(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="project_not_found"):
        wait_until_free(tmp_path / "parti.maed", lambda: False)
