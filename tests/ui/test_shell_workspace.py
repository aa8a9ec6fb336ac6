"""An open project in the window: its panes and keys, what closing and opening keep, and whose name signs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from maeditor.services.importing import import_text
from maeditor.services.projects import create_project
from maeditor.services.proposing import propose_articles
from maeditor.ui.keyboard import digit_of
from maeditor.ui.settings import Settings
from maeditor.ui.sidebar.pane import RAIL, SidebarPane
from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace

pytestmark = [pytest.mark.usefixtures("no_stray_windows"), pytest.mark.qt_log_level_fail("WARNING")]

TEXTS = (
    "Un parc à Agadir\n\nLe parc aura une capacité totale de 40 MW en 2028, avec quatre postes à Agadir.",
    "Une halle à Oujda\n\nLa halle disposera de 12 MW dès 2027, contre 8 MW prévus d’abord.",
)


@pytest.fixture(scope="module")
def made_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of two articles with their proposals, made once."""
    path = tmp_path_factory.mktemp("shell") / "parcs.maed"
    runner = create_project(path, "Parcs", editor="Zoé")
    for text in TEXTS:
        import_text(runner, text)
    propose_articles(runner)
    runner.store.close()
    return path


@pytest.fixture
def project(made_project: Path, tmp_path: Path) -> str:
    """A copy that the test may change."""
    return str(shutil.copy(made_project, tmp_path / "parcs.maed"))


@pytest.fixture
def window(qtbot: QtBot, settings: Settings) -> Iterator[Window]:
    """The window on its first page."""
    settings.keep("editor", "Zoé")
    shown = Window(settings, "fr", dark=False)
    qtbot.addWidget(shown.main)
    shown.main.resize(1440, 900)
    with qtbot.waitExposed(shown.main):
        shown.main.show()
    yield shown
    shown.main.close()


@pytest.fixture
def opened(qtbot: QtBot, window: Window, project: str) -> Workspace:
    """The project open in the window."""
    assert window.open(project)
    workspace = window.workspace
    assert workspace is not None
    qtbot.waitUntil(lambda: workspace.waking.done, timeout=20_000)
    return workspace


def sidebar_of(window: Window) -> SidebarPane:
    assert window.main.sidebar is not None
    return window.main.sidebar


def test_ctrl_b_folds_the_sidebar_and_the_menu_says_so(window: Window, opened: Workspace) -> None:
    action = window.commands.actions["toggle-sidebar"]
    assert action.isChecked()
    QTest.keyClick(window.main, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert opened.sidebar.width() == RAIL
    assert not action.isChecked()


def test_a_sidebar_folded_by_hand_stays_so_after_the_chart(window: Window, opened: Workspace) -> None:
    QTest.keyClick(window.main, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(window.main, "gg")
    QTest.keyClicks(window.main, "ga")
    assert opened.sidebar.width() == RAIL


def test_the_chart_takes_the_room_of_the_sidebar_and_reading_gives_it_back(window: Window, opened: Workspace) -> None:
    wide = opened.sidebar.width()
    QTest.keyClicks(window.main, "gg")
    assert opened.charts.isVisible()
    assert opened.sidebar.width() == RAIL
    QTest.keyClicks(window.main, "ga")
    assert opened.reader.isVisible()
    assert opened.sidebar.width() == wide


def test_the_facts_pane_goes_and_comes(window: Window, opened: Workspace) -> None:
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window.main, Qt.Key.Key_B, keys)
    assert not opened.facts.isVisible()
    QTest.keyClick(window.main, Qt.Key.Key_B, keys)
    assert opened.facts.isVisible()


@pytest.mark.usefixtures("opened")
def test_f6_goes_round_the_panes_and_back(window: Window) -> None:
    seen = []
    for _step in range(4):
        QTest.keyClick(window.main, Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert len(set(seen)) == 4
    QTest.keyClick(window.main, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is seen[2]


def test_opening_what_is_open_keeps_it_as_it_is(window: Window, opened: Workspace) -> None:
    assert window.open(opened.target)
    assert window.workspace is opened


def test_closing_the_project_shows_the_first_page_with_the_project_on_it(window: Window, opened: Workspace) -> None:
    target = opened.target
    assert window.close_project()
    QApplication.processEvents()
    assert window.main.welcome.isVisible()
    assert not window.commands.actions["accept-fact"].isEnabled()
    links = [
        each for each in window.main.welcome.findChildren(QWidget) if target in each.toolTip() and each.isVisible()
    ]
    assert len(links) == 1


def test_what_cannot_be_opened_is_told_and_what_is_open_stays(
    window: Window, opened: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "note.maed").write_text("pas un projet", "utf-8")
    assert not window.open(str(tmp_path / "note.maed"))
    assert "note" in window.main.notices.text
    assert window.workspace is opened


def test_undo_and_redo_are_offered_only_where_there_is_something(window: Window, opened: Workspace) -> None:
    undo, redo = window.commands.actions["undo"], window.commands.actions["redo"]
    assert undo.isEnabled()
    assert not redo.isEnabled()
    while undo.isEnabled():
        undo.trigger()
    assert redo.isEnabled()
    redo.trigger()
    assert undo.isEnabled()
    assert opened.desk.runner.editor == "Zoé"


def test_a_new_editor_is_told_once_the_name_that_signs(qtbot: QtBot, settings: Settings, project: str) -> None:
    for told in (True, False):
        window = Window(settings, "fr", dark=False)
        qtbot.addWidget(window.main)
        assert window.open(project)
        assert (window.choices.editor in window.main.notices.text) is told
        window.main.close()


@pytest.mark.parametrize(("code", "digit"), [(10, 1), (13, 4), (19, 10), (9, 0), (20, 0), (38, 0)])
def test_the_digit_row_is_known_by_place_on_x11(monkeypatch: pytest.MonkeyPatch, code: int, digit: int) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Ampersand, Qt.KeyboardModifier.ControlModifier, code, 0, 0, "&")
    assert digit_of(event) == digit


@pytest.mark.parametrize(("size", "facts", "sidebar"), [((1440, 900), 404, 256), ((1366, 768), 372, 232)])
def test_every_pane_has_its_room(window: Window, project: str, size: tuple[int, int], facts: int, sidebar: int) -> None:
    window.main.resize(*size)
    QApplication.processEvents()
    assert window.open(project)
    QApplication.processEvents()
    assert window.workspace is not None
    assert abs(window.workspace.facts.width() - facts) <= 20
    assert abs(sidebar_of(window).width() - sidebar) <= 2
    assert window.workspace.reader.width() >= 640
