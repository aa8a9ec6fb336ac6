"""What is remembered, and what is told after a fault: a damaged file must never keep the window from opening."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from maeditor.domain.errors import ProjectError
from maeditor.ui.choices import Choices
from maeditor.ui.error_reports import ErrorReports
from maeditor.ui.settings import MOST_RECENT, Settings


def test_values_come_back_as_they_were(settings: Settings) -> None:
    settings.keep("editor", "Zoé d’Œuvre")
    settings.keep("zoom", 1.15)
    settings.keep("read_sizes", [900, 404])
    assert settings.text("editor") == "Zoé d’Œuvre"
    assert settings.number("zoom", 1.0) == 1.15
    assert settings.numbers("read_sizes") == [900, 404]


@pytest.mark.parametrize("damaged", ["{", "@Variant(\\0)", '[1, "a"]', "null", ""])
def test_damaged_values_count_as_none(tmp_path: Path, damaged: str) -> None:
    store = QSettings(str(tmp_path / "damaged.ini"), QSettings.Format.IniFormat)
    for name in ("editor", "zoom", "recent", "window_size"):
        store.setValue(name, damaged)
    settings = Settings(store)
    assert settings.text("editor") == ""
    assert settings.number("zoom", 1.0) == 1.0
    assert settings.texts("recent") in ([], ["a"])
    assert settings.numbers("window_size") in ([], [1])


def test_recent_projects_are_each_there_once_the_last_first(settings: Settings) -> None:
    for number in range(MOST_RECENT + 3):
        settings.add_recent(f"p{number}.maed")
    settings.add_recent("p5.maed")
    recent = settings.texts("recent")
    assert recent[0] == "p5.maed"
    assert len(recent) == len(set(recent)) == MOST_RECENT


def test_choices_work_at_once_and_are_there_the_next_time(qtbot: QtBot, settings: Settings) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    choices = Choices(settings, owner, language="fr")
    choices.choose_theme("dark")
    choices.choose_language("en")
    choices.zoom(1)
    choices.name_editor("  Zoé  ")
    assert choices.theme.dark
    assert choices.words.language == "en"
    again = Choices(settings, owner)
    assert (again.theme.dark, again.words.language, again.theme.scale, again.editor) == (True, "en", 1.15, "Zoé")
    assert {name for name, marked in again.checked().items() if marked} == {
        "theme-dark",
        "language-en",
        "single-keys",
        "review-auto-advance",
    }
    for _step in range(20):
        again.zoom(-1)
    assert again.theme.scale > 0.5
    again.set_zoom(1.0)


@pytest.fixture
def reports(tmp_path: Path, qtbot: QtBot) -> ErrorReports:
    made = ErrorReports(tmp_path)
    made.install()
    yield made
    made.remove()


def fail() -> None:
    message = "broken"
    raise RuntimeError(message)


def test_a_fault_is_logged_and_told_once_a_place(reports: ErrorReports) -> None:
    told: list[str] = []
    reports.caught.connect(told.append)
    for _time in range(3):
        try:
            fail()
        except RuntimeError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    assert len(told) == 1
    assert "RuntimeError: broken" in told[0]
    assert reports.log_path.read_text("utf-8").count("Traceback") == 3


def test_what_a_person_can_mend_is_told_each_time(reports: ErrorReports) -> None:
    """As a fault of ours it would be told once, and the same key be dead the second time."""
    refused: list[str] = []
    told: list[str] = []
    reports.refused.connect(lambda error: refused.append(error.key))
    reports.caught.connect(told.append)
    error = ProjectError("project_locked", project="essai.maed")
    for _time in range(2):
        sys.excepthook(ProjectError, error, None)
    assert (refused, told) == (["project_locked"] * 2, [])


def test_a_fault_in_a_thread_is_told_on_the_thread_of_the_window(qtbot: QtBot, reports: ErrorReports) -> None:
    heard: list[int] = []
    owner = QWidget()
    qtbot.addWidget(owner)
    reports.caught.connect(lambda _told: heard.append(threading.get_ident()))
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert heard == [threading.get_ident()]


def test_the_report_of_a_hard_stop_is_kept_for_the_next_start(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "crash.txt").write_text("Fatal Python error: Segmentation fault", "utf-8")
    reports = ErrorReports(tmp_path)
    reports.install()
    reports.remove()
    assert reports.stopped_before is not None
    assert "Segmentation" in reports.stopped_before.read_text("utf-8")
    calm = ErrorReports(tmp_path)
    calm.install()
    calm.remove()
    assert calm.stopped_before is None
