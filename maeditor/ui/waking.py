"""What an open project does once its first page is painted: its store is made ready, and what waited for it begins."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from maeditor.domain.errors import MaeditorError
from maeditor.ui.desk import Desk
from maeditor.ui.jobs import Jobs

AFTER_MS = 120
"""By then the first page is painted; a key pressed before makes the store ready at once."""

AGAIN_MS = 2000


class Waking(QObject):
    """Wakes a project's store on a thread of its own, then does what was asked to be done after that."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: list[Callable[[], None]] = []
        self._told = False
        self.done = False
        """Whether all that waited has begun."""
        # Of its own: no job of a person's waits behind it, and none keeps it waiting.
        self._jobs = Jobs(self)
        self._jobs.crashed.connect(desk.jobs.crashed)
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._take_turn)
        # Who waits is to hear of the first action, too.
        desk.bulletin.changing.connect(self.hurry)
        # The time counts from when the window listens again: opening itself may have taken longer than that.
        QTimer.singleShot(0, self, lambda: QTimer.singleShot(AFTER_MS, self, self._start))

    def after(self, call: Callable[[], None]) -> None:
        """Do something once the project is awake; at once if it is."""
        if self.done:
            call()
        else:
            self._waiting.append(call)

    def hurry(self) -> None:
        """Do all that waits now."""
        while not self.done:
            self._next()

    def finish(self) -> None:
        """The project is about to be closed: wait for what has begun, begin nothing more."""
        self._waiting.clear()
        self.done = True
        self._turn.stop()
        self._jobs.finish()

    def _start(self) -> None:
        runner = self._desk.runner
        if self.done:
            return
        if runner.awake:
            self._begin()
        else:
            self._jobs.start("job.opening", lambda _handle: runner.wake(), lambda _none: self._begin(), self._failed)

    def _failed(self, error: MaeditorError) -> None:
        """Told once; tried again, for whoever holds the project will let it go."""
        if not self._told:
            self._told = True
            self._desk.notices.error_from(error)
        QTimer.singleShot(AGAIN_MS, self, self._start)

    def _begin(self) -> None:
        # One at a time: what is typed in between is not kept waiting for all.
        if not self.done:
            self._turn.start()

    def _take_turn(self) -> None:
        from maeditor.services.projects import is_held

        if is_held(self._desk.runner):
            # A part that reads what it shows would keep the window waiting with it.
            self._turn.stop()
            QTimer.singleShot(AGAIN_MS, self, self._begin)
        else:
            self._next()

    def _next(self) -> None:
        if self._waiting:
            call = self._waiting.pop(0)
            try:
                call()
            except MaeditorError as error:
                # Somebody holds the project: what is missing comes when it is asked for.
                self._desk.notices.error_from(error)
        if not self._waiting:
            self._turn.stop()
            self.done = True
