"""A link in a workbook, or a second start, leads to the window that is open; it never becomes a second one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_person import Person
from witness import ROOT

from maeditor.services import library
from maeditor.services.projects import create_project, open_project
from maeditor.services.sample import build_sample
from maeditor.ui.handover import Reception
from maeditor.ui.link_following import LinkFollowing
from maeditor.ui.settings import Settings
from maeditor.ui.window import Window

PATIENCE_MS = 60_000


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("second") / "exemple.maed"
    build_sample(path)
    return path


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """A window that has its place where the program keeps its files for this home."""
    shown = Window(Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)), "fr", dark=False)
    folder = tmp_path / "home" / "maeditor"
    folder.mkdir(parents=True)
    reception = Reception(folder, shown)
    reception.asked.connect(LinkFollowing(shown).receive)
    assert reception.take()
    reception.open()
    shown.main.show()
    qtbot.waitExposed(shown.main)
    yield shown
    reception.close()
    shown.main.close()
    shown.main.deleteLater()
    shown.deleteLater()
    QApplication.processEvents()


def start_again(qtbot: QtBot, folder: Path, asked: str | Path) -> None:
    """Start the program as the system does for a link; it must end by itself."""
    homes = {name: str(folder / "home") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
    known = {**os.environ, **homes, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    process = subprocess.Popen(
        [sys.executable, "-m", "maeditor", str(asked)], cwd=folder, env=known, stderr=subprocess.PIPE
    )
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=PATIENCE_MS)
    assert (process.returncode, process.communicate()[1]) == (0, b"")


def a_fact(project: Path) -> str:
    runner = open_project(project)
    found = library.project_facts(runner)[-1].fact.id
    runner.store.close()
    return found


def test_a_link_shows_its_fact_in_the_open_window(qtbot: QtBot, window: Window, sample: Path, tmp_path: Path) -> None:
    assert window.open(str(sample))
    wanted = a_fact(sample)
    window.workspace.desk.selection.show_view("charts")
    start_again(qtbot, tmp_path, f"maeditor://fact/{wanted}")
    selection = window.workspace.desk.selection
    qtbot.waitUntil(lambda: selection.fact_id == wanted, timeout=PATIENCE_MS)
    assert selection.view == "read"
    shown = library.fact_view(window.workspace.desk.runner, wanted)
    assert selection.article_id == shown.evidence[0].passage.article_id


def test_a_link_opens_the_recent_project_that_holds_its_fact(
    qtbot: QtBot, window: Window, sample: Path, tmp_path: Path
) -> None:
    window.settings.add_recent(str(sample))
    create_project(tmp_path / "autre.maed", "autre").store.close()
    assert window.open(str(tmp_path / "autre.maed"))
    wanted = a_fact(sample)
    start_again(qtbot, tmp_path, f"maeditor://fact/{wanted}")
    qtbot.waitUntil(lambda: window.workspace.target == str(sample), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: window.workspace.desk.selection.fact_id == wanted, timeout=PATIENCE_MS)


def test_a_link_that_leads_nowhere_says_so_and_leaves_all_as_it_is(
    qtbot: QtBot, window: Window, sample: Path, tmp_path: Path
) -> None:
    assert window.open(str(sample))
    before = sample.read_bytes()
    fact = window.workspace.desk.selection.fact_id
    start_again(qtbot, tmp_path, "maeditor://delete/everything")
    person = Person(qtbot, window.main)
    qtbot.waitUntil(lambda: "ne mène nulle part" in person.notice(), timeout=PATIENCE_MS)
    assert window.workspace.desk.selection.fact_id == fact
    assert sample.read_bytes() == before


def test_a_second_start_opens_its_project_here_also_by_a_relative_name(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    create_project(tmp_path / "voisin.maed", "voisin").store.close()
    start_again(qtbot, tmp_path, "voisin.maed")
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=PATIENCE_MS)
    assert window.workspace.target == str(tmp_path / "voisin.maed")
