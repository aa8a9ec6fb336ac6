"""Articles come in behind the window: nobody is taken out of what they do, and none stays without proposals."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from facts_setting import press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from shell_setting import settle

from maeditor.services import library
from maeditor.ui.jobs import JobHandle
from maeditor.ui.settings import Settings
from maeditor.ui.window import Window

PATIENCE_MS = 20_000
Key = Qt.Key


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "kenitra.txt"
    path.write_text("Kénitra s’équipe\n\nLe site de Kénitra atteint 35 MW et compte 3 salles.\n", encoding="utf-8")
    return path


def until_stopped(handle: JobHandle) -> None:
    """Keep the jobs behind it waiting: proposing for one short article is over before anybody can look."""
    pause = threading.Event()
    while not handle.cancelled():
        pause.wait(0.01)


def brought_in(qtbot: QtBot, window: Window, article: Path) -> str:
    """Import by a drop and wait for the proposals; tells which article it became."""
    window.import_dropped([article])
    qtbot.waitUntil(lambda: not window.jobs.running, timeout=PATIENCE_MS)
    settle()
    assert window.workspace is not None
    return next(each.id for each in library.articles(window.workspace.desk.runner) if "Kénitra" in each.title)


def test_a_review_goes_on_where_it_is(qtbot: QtBot, window: Window, article: Path) -> None:
    """Decisions typed blindly would otherwise fall on the page of another article, and be lost."""
    press(window, Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert window.workspace is not None
    selection = window.workspace.desk.selection
    before = selection.article_id
    new = brought_in(qtbot, window, article)
    assert (selection.view, selection.article_id) == ("review", before)
    assert new != before
    offered = next(each for each in window.main.notices.findChildren(QPushButton) if each.isVisible() and each.text())
    offered.click()
    settle()
    assert (selection.view, selection.article_id) == ("read", new)


def test_the_page_turns_for_who_only_reads(qtbot: QtBot, window: Window, article: Path) -> None:
    new = brought_in(qtbot, window, article)
    assert window.workspace is not None
    assert window.workspace.desk.selection.article_id == new


def test_who_types_in_the_search_keeps_the_page(qtbot: QtBot, window: Window, article: Path) -> None:
    press(window, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert window.workspace is not None
    before = window.workspace.desk.selection.article_id
    brought_in(qtbot, window, article)
    assert window.workspace.desk.selection.article_id == before


def test_articles_whose_proposals_an_end_cut_short_get_them_the_next_day(
    qtbot: QtBot, window: Window, settings: Settings, article: Path
) -> None:
    """They would say « no fact » for ever: proposing begins only with an import."""
    assert window.workspace is not None
    project = window.workspace.target
    window.import_dropped([article])
    window.jobs.start("job.checking", until_stopped, lambda _done: None)
    qtbot.waitUntil(lambda: window.jobs.running[-1].title_key == "job.proposing", timeout=PATIENCE_MS)
    assert window.close_project()
    assert settings.texts("unproposed") == [project]
    assert window.open(project)
    qtbot.waitUntil(lambda: window.workspace.waking.done and not window.jobs.running, timeout=PATIENCE_MS)
    settle()
    runner = window.workspace.desk.runner
    new = next(each.id for each in library.articles(runner) if "Kénitra" in each.title)
    assert library.article_facts(runner, new)
    assert settings.texts("unproposed") == []


@contextmanager
def held(project: Path) -> Iterator[None]:
    """Somebody keeps the project for a while."""
    connection = sqlite3.connect(project, isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    yield
    connection.rollback()
    connection.close()


def test_a_project_that_is_held_takes_nobody_out_of_the_one_that_is_open(
    qtbot: QtBot, window: Window, tmp_path: Path, sample: Path, article: Path
) -> None:
    """Waiting for it would keep every import of the open project waiting, too."""
    other = tmp_path / "autre.maed"
    other.write_bytes(sample.read_bytes())
    assert window.workspace is not None
    project = window.workspace.target
    with held(other):
        assert not window.open(str(other))
        assert window.main.notices.text
        brought_in(qtbot, window, article)
    settle()
    assert window.workspace is not None
    assert window.workspace.target == project
