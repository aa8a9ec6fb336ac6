"""Runs the window from its first paint to its end."""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from maeditor.assets import resource
from maeditor.ui.error_reports import ErrorReports
from maeditor.ui.preloading import AFTER_MS, Preloading
from maeditor.ui.settings import Settings, data_folder
from maeditor.ui.tidying import tidy_seldom
from maeditor.ui.window import Window


def run(project: str | None, language: str | None) -> int:
    """Open the window and stay until it is closed."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(application, QApplication):
        return 1
    # Nearly all that is made until the first page stands is there to stay: looking for what can go takes 0.1 s.
    gc.disable()
    try:
        return _run(application, project, language or "")
    finally:
        gc.enable()


def _run(application: QApplication, project: str | None, language: str) -> int:
    application.setApplicationName("maeditor")
    application.setWindowIcon(QIcon(str(resource("icons", "maeditor.svg"))))
    reports = ErrorReports(data_folder())
    reports.install()
    window = Window(Settings(), language)
    reports.caught.connect(
        lambda told: window.main.notices.error(window.words.say("notice.crash", what=told, log=reports.log_path))
    )
    reports.refused.connect(window.main.notices.error_from)
    window.main.show()
    window.main.welcome.cards["open-sample"].setFocus(Qt.FocusReason.OtherFocusReason)
    if reports.stopped_before is not None:
        window.main.notices.error(window.words.say("notice.stopped_before", log=reports.stopped_before))
    if project:
        window.open(project)
    behind = Preloading(window)
    QTimer.singleShot(AFTER_MS, window, tidy_seldom)
    code = application.exec()
    behind.finish()
    reports.remove()
    return code
