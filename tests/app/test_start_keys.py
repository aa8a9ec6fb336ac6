"""Keys pressed as soon as the window shows a project: they would be lost if parts came too late to hear them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_articles import FRENCH, FRENCH_TITLE
from window_person import Control, Key, Person, Shift

from maeditor.services import library
from maeditor.services.importing import import_paths
from maeditor.services.projects import create_project, open_project
from maeditor.services.proposing import propose_articles
from maeditor.ui.settings import Settings
from maeditor.ui.window import Window

Begin = Callable[[], tuple[Window, Person]]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one article and its proposals."""
    (tmp_path / "a.txt").write_text(FRENCH, "utf-8")
    path = tmp_path / "p.maed"
    runner = create_project(path, "p", editor="Zoé")
    propose_articles(runner, import_paths(runner, [tmp_path / "a.txt"]).article_ids)
    runner.store.close()
    return path


@pytest.fixture
def begin(qtbot: QtBot, tmp_path: Path, project: Path) -> Iterator[Begin]:
    """Open the window on the project and paint it once, as a start does; nothing that comes later is there yet."""
    shown: list[Window] = []

    def show() -> tuple[Window, Person]:
        settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
        settings.keep("editor", "Zoé")
        window = Window(settings, "fr", dark=False)
        shown.append(window)
        window.main.resize(1440, 900)
        with qtbot.waitActive(window.main):
            window.main.show()
            window.main.activateWindow()
        assert window.open(str(project))
        window.main.repaint()
        assert window.workspace is not None
        assert not window.workspace.desk.runner.awake
        assert not window.workspace.waking.done
        return window, Person(qtbot, window.main)

    yield show
    for window in shown:
        window.main.close()
        window.deleteLater()
        window.main.deleteLater()
    QApplication.processEvents()


def states(project: Path) -> list[str]:
    """The states of the article's facts, as the file has them."""
    runner = open_project(project)
    found = [view.fact.state.value for view in library.project_facts(runner)]
    runner.store.close()
    return found


def test_the_article_and_its_facts_are_there_at_once(begin: Begin) -> None:
    _window, person = begin()
    assert FRENCH_TITLE in person.article_lines()[0]
    assert len(person.fact_lines()) > 2
    assert "40 MW" in person.page.toPlainText()


def test_a_review_begins(begin: Begin) -> None:
    window, person = begin()
    person.press("r", Control)
    assert window.workspace is not None
    assert window.workspace.desk.selection.view == "review"
    assert window.workspace.review.isVisible()
    person.press("a")
    person.wait(lambda: "accepted" in states(Path(window.workspace.target)))


def test_a_fact_is_accepted_and_taken_back(begin: Begin, project: Path) -> None:
    window, person = begin()
    person.press("j")
    assert person.chosen_fact()
    person.press("a")
    assert window.workspace is not None
    assert window.workspace.waking.done, "who hears of an action is there"
    assert states(project).count("accepted") == 1
    person.press("z", Control)
    assert "accepted" not in states(project)


def test_undo_takes_back_what_was_done_yesterday(begin: Begin, project: Path) -> None:
    before = len(states(project))
    _window, person = begin()
    person.press("z", Control)
    assert len(states(project)) < before


def test_search_opens_and_finds(begin: Begin) -> None:
    window, person = begin()
    person.press("k", Control)
    palette = window.parts.palette.pane
    assert palette.isVisible()
    person.wait(lambda: QApplication.focusWidget() is not None and palette.isAncestorOf(person.focus()))
    person.type("agadir")
    person.wait(lambda: palette.model.rowCount() > 0)
    person.press(Key.Key_Escape)
    assert not palette.isVisible()


def test_a_marked_passage_becomes_a_fact(begin: Begin) -> None:
    _window, person = begin()
    person.select("2 gigawatts")
    person.press("n")
    assert person.popover is not None


def test_the_history_opens(begin: Begin) -> None:
    window, person = begin()
    person.press("h", Control | Shift)
    assert window.workspace is not None
    assert window.workspace.timeline.shown


def test_the_window_closes_at_once_and_when_half_awake(begin: Begin, project: Path) -> None:
    for milliseconds in (0, 125, 200):
        window, _person = begin()
        QTest.qWait(milliseconds)
        assert window.main.close()
        assert window.workspace is None
        assert states(project)


def test_a_project_taken_while_the_rest_is_built_keeps_nobody_waiting(begin: Begin, project: Path) -> None:
    window, person = begin()
    workspace = window.workspace
    assert workspace is not None
    workspace.desk.runner.wake()
    with closing(sqlite3.connect(project, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        begun = monotonic()
        QTest.qWait(500)
        assert monotonic() - begun < 3, "the window stood still with what reads"
        assert not workspace.waking.done
        other.execute("COMMIT")
    person.wait(lambda: workspace.waking.done)


def test_everything_is_there_a_moment_later_without_a_key(begin: Begin) -> None:
    window, person = begin()
    workspace = window.workspace
    assert workspace is not None
    person.wait(lambda: workspace.waking.done)
    assert workspace.desk.runner.awake
    assert all(workspace.later.has(part) for part in ("omissions", "review_presenter", "charts_presenter", "timeline"))
    person.wait(lambda: not window.jobs.running)
    assert window.commands.actions["undo"].isEnabled()
    assert not window.commands.actions["redo"].isEnabled()
