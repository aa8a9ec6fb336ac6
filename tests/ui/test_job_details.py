"""A press on the line of work under way tells what it is and how far; Esc leaves it at work, the button stops it."""

from __future__ import annotations

import threading

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from maeditor.ui.dialogs.job_details import JobDetails
from maeditor.ui.jobs import JobHandle
from maeditor.ui.window import Window


def test_a_press_tells_of_the_work_and_lets_it_be_stopped(qtbot: QtBot, window: Window) -> None:
    go = threading.Event()

    def work(handle: JobHandle) -> bool:
        handle.progress(0.4)
        go.wait(10)
        return handle.cancelled()

    ended: list[bool] = []
    window.jobs.start("job.checking", work, ended.append)
    status = window.main.status
    qtbot.waitUntil(lambda: status.busy, timeout=5_000)
    for stops in (False, True):
        QTest.mouseClick(status, Qt.MouseButton.LeftButton, pos=QPoint(20, status.height() // 2))
        dialog = window.main.findChildren(JobDetails)[-1]
        assert dialog.isVisible()
        assert dialog.title.text() == window.words.say("job.checking")
        assert dialog.bar.value() == 40
        if stops:
            dialog.stop.click()
        else:
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            assert not dialog.isVisible()
    go.set()
    qtbot.waitUntil(lambda: ended == [True])
