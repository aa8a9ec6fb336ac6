"""What others save into the open project is shown here, too: looked for while the window is the one in use.

Asked is the count of commits, not ``PRAGMA data_version``: it says the same on a file and on a server, and what is new
follows from the journal. The looking is done on a thread: a project that somebody holds locked makes nobody wait.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow

from maeditor.domain.changes import Done
from maeditor.domain.errors import MaeditorError
from maeditor.services import watching
from maeditor.services.watching import Mark
from maeditor.ui.desk import Desk
from maeditor.ui.jobs import Jobs

EVERY_MS = 1000
REMEMBERED = 500
"""Actions of this window that are known for its own."""
APART = 3
"""Actions told one by one; more at once are told as one."""
HELD = "project_locked"
"""Somebody is writing: the next look tells."""


class Watching(QObject):
    """Passes on to the bulletin what was saved elsewhere."""

    def __init__(self, desk: Desk, mark: Mark, parent: QObject) -> None:
        """``mark`` is how far the project had come before anything of it was shown: from then on nothing is missed."""
        super().__init__(parent)
        self._desk, self._mark = desk, mark
        self._own: deque[str] = deque(maxlen=REMEMBERED)
        self._trouble = ""
        # Of its own: it only reads, and neither waits for an import nor shows as work under way.
        self._jobs = Jobs(self)
        self._jobs.crashed.connect(desk.jobs.crashed)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        desk.bulletin.changed.connect(self._note)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._focused)

    @property
    def busy(self) -> bool:
        """Tell whether it is looking."""
        return bool(self._jobs.running)

    def look(self) -> None:
        """See whether anything was saved elsewhere; not while nobody looks, or a job of this window is saving."""
        if QGuiApplication.focusWindow() is None or self.busy or self._desk.jobs.running:
            return
        runner, mark = self._desk.runner, self._mark
        self._jobs.start(
            "job.watching",
            lambda _handle: watching.news(runner, mark),
            lambda found: self._take(*found),
            self._fail,
        )

    def finish(self) -> None:
        """The project is about to be closed."""
        self._timer.stop()
        self._jobs.finish()

    def _take(self, mark: Mark, found: Sequence[Done]) -> None:
        if self._desk.jobs.running:
            return  # what that job saves is its own to tell: looked at again once it has
        self._trouble = ""
        self._mark = mark
        news = [done for done in found if done.action.id not in self._own]
        if len(news) > APART:
            news = [Done(news[-1].action, tuple(change for done in news for change in done.changes))]
        for done in news:
            self._desk.bulletin.pass_on(done)

    def _fail(self, error: MaeditorError) -> None:
        """Told once: the next look may find it right again."""
        if error.key not in {HELD, self._trouble}:
            self._trouble = error.key
            self._desk.notices.error_from(error)

    def _note(self, done: Done) -> None:
        if not self._desk.bulletin.foreign:
            self._own.append(done.action.id)

    def _focused(self, window: QWindow | None) -> None:
        """Back from elsewhere, where perhaps something was done."""
        if window is not None and self._timer.isActive():
            self.look()
