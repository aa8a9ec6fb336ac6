"""Runs the window from its first paint to its end."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from maeditor.assets import resource
from maeditor.domain.links import is_link
from maeditor.ui.error_reports import ErrorReports
from maeditor.ui.handover import Reception, hand_over
from maeditor.ui.link_following import LinkFollowing
from maeditor.ui.preloading import AFTER_MS, Preloading
from maeditor.ui.settings import Settings, data_folder
from maeditor.ui.tidying import tidy_seldom
from maeditor.ui.window import Window


def run(project: str | None, language: str | None, *, new_window: bool = False) -> int:
    """Open the window and stay until it is closed, or hand over to the one that is open already.

    ``project`` may be a link into the program instead.
    """
    application = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(application, QApplication):
        return 1
    # Nearly all that is made until the first page stands is there to stay: looking for what can go takes 0.1 s.
    gc.disable()
    try:
        return _run(application, project or "", language or "", new_window=new_window)
    finally:
        gc.enable()


def _run(application: QApplication, asked: str, language: str, *, new_window: bool) -> int:
    application.setApplicationName("maeditor")
    project, link = ("", asked) if is_link(asked) else (asked, "")
    reception = Reception(data_folder())
    if not reception.take() and not new_window and hand_over(data_folder(), _from_anywhere(project), link):
        return 0
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
    following = LinkFollowing(window)
    reception.asked.connect(following.receive)
    following.open(project, link)
    behind = Preloading(window)
    QTimer.singleShot(AFTER_MS, reception, reception.open)
    QTimer.singleShot(AFTER_MS, window, tidy_seldom)
    code = application.exec()
    reception.close()
    behind.finish()
    reports.remove()
    return code


def _from_anywhere(project: str) -> str:
    """A project as another process finds it, which began in another folder."""
    return str(Path(project).absolute()) if project and "://" not in project else project
