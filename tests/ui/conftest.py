"""What the shell's tests share: a theme, words, settings of their own, and an eye for windows left behind."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shell_setting import settle

from maeditor.services.sample import build_sample
from maeditor.ui.facts.pane import FactsPane
from maeditor.ui.settings import Settings
from maeditor.ui.theme import Theme
from maeditor.ui.window import Window
from maeditor.ui.wording import Words
from maeditor.ui.workspace import Workspace


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme, put on the application; taken off again for the next test."""
    made = Theme()
    made.apply(qapp)
    yield made
    qapp.setStyleSheet("")


@pytest.fixture
def words() -> Words:
    """French."""
    return Words("fr")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings that nobody else sees."""
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def no_stray_windows(qapp: QApplication, qtbot: QtBot) -> Iterator[None]:
    """Fail where a test ends with a top-level window open that nobody owns."""
    before = set(map(id, QApplication.topLevelWidgets()))
    owned = qtbot.addWidget
    mine: set[int] = set()
    qtbot.addWidget = lambda widget, **details: (mine.add(id(widget)), owned(widget, **details))[1]  # type: ignore[method-assign]
    yield
    qapp.processEvents()
    stray = [
        widget
        for widget in QApplication.topLevelWidgets()
        if id(widget) not in before | mine and widget.isVisible() and widget.parent() is None
    ]
    assert not stray, f"windows left open: {stray}"


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project, built once; who writes to it copies it first."""
    path = tmp_path_factory.mktemp("sample") / "exemple.maed"
    build_sample(path)
    return path


@pytest.fixture(autouse=True)
def no_complaints_of_qt(qtlog) -> Iterator[None]:  # type: ignore[no-untyped-def]  # its class is pytest-qt's own secret
    """Fail where Qt warned: of a layout, a connection or a painter that is not right. The offscreen plugin may."""
    yield
    told = [record.message for record in qtlog.records if record.matches_level("WARNING")]
    said = [message for message in told if message and not message.startswith("This plugin does not support")]
    assert not said, said


@pytest.fixture
def window(qtbot: QtBot, settings: Settings, tmp_path: Path, sample: Path) -> Iterator[Window]:
    """The whole window on a copy of the sample, with a fact chosen."""
    project = tmp_path / "exemple.maed"
    shutil.copy(sample, project)
    made = Window(settings, "fr", dark=False)
    made.main.resize(1440, 900)
    with qtbot.waitActive(made.main):
        made.main.show()
        made.main.activateWindow()
    made.open(str(project))
    made.show_first_fact()
    qtbot.waitUntil(lambda: made.workspace is not None and made.workspace.waking.done, timeout=20_000)
    settle()
    yield made
    made.main.close()
    made.deleteLater()
    made.main.deleteLater()
    settle()


@pytest.fixture
def workspace(window: Window) -> Workspace:
    """What the window has open, with nothing said over it."""
    assert window.workspace is not None
    window.main.notices.dismiss()
    return window.workspace


@pytest.fixture
def pane(workspace: Workspace) -> FactsPane:
    """The facts, with the keyboard in their list; tests of another pane have their own."""
    workspace.facts.list.setFocus()
    return workspace.facts


@pytest.fixture
def figures_counted(request: pytest.FixtureRequest, qtbot: QtBot) -> None:
    """Wait until the figures of the first article are counted, where the test has a window."""
    if "window" in request.fixturenames:
        window: Window = request.getfixturevalue("window")
        qtbot.waitUntil(lambda: not window.jobs.running, timeout=10_000)
