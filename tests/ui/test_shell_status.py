"""The status bar: saved or ready, the keys that work here, and work under way with a way to stop it."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from maeditor.ui.jobs import JobHandle, Jobs
from maeditor.ui.status_bar import StatusBar
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words


@pytest.fixture
def jobs() -> Jobs:
    return Jobs()


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme, words: Words, jobs: Jobs) -> Iterator[StatusBar]:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.resize(1200, 100)
    made = StatusBar(theme, words, jobs, shown)
    made.resize(1200, made.height())
    shown.show()
    yield made
    shown.hide()


def test_it_is_as_high_as_the_text_asks(bar: StatusBar, theme: Theme) -> None:
    assert bar.height() == 27
    theme.set_scale(1.5)
    assert bar.height() == round(27 * 1.5)


def test_keys_and_counts_are_drawn(bar: StatusBar) -> None:
    empty = bar.grab().toImage()
    bar.show_keys((("J", "status.key_next"), ("A", "status.key_accept")))
    keys = bar.grab().toImage()
    bar.show_progress("Révision 5 / 9")
    counts = bar.grab().toImage()
    bar.show_saved(True)
    assert empty != keys != counts != bar.grab().toImage()


def test_work_that_lasts_is_shown_and_can_be_stopped(qtbot: QtBot, bar: StatusBar, jobs: Jobs) -> None:
    stopped = threading.Event()
    begun = threading.Event()

    def work(handle: JobHandle) -> None:
        handle.progress(0.5)
        begun.set()
        while not handle.cancelled():
            stopped.wait(0.01)
        stopped.set()

    jobs.start("job.importing", work, lambda _done: None)
    assert begun.wait(5)
    qtbot.waitUntil(lambda: bar.busy)
    stop = next(each for each in bar.findChildren(QToolButton) if each.isVisible() and each is bar._stop)
    bar.grab()
    QTest.mouseClick(stop, Qt.MouseButton.LeftButton)
    assert stopped.wait(5)
    qtbot.waitUntil(lambda: not bar.busy)


def test_short_work_does_not_flicker(qtbot: QtBot, bar: StatusBar, jobs: Jobs) -> None:
    with qtbot.waitSignal(jobs.started):
        job = jobs.start("job.importing", lambda _handle: None, lambda _done: None)
    qtbot.waitUntil(lambda: job not in jobs.running)
    QApplication.processEvents()
    assert not bar.busy
