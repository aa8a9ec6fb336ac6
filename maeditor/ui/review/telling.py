"""Decisions are saved at once and told a moment later: the next card is painted before the other panes read again."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from maeditor.domain.changes import Done
from maeditor.ui.desk import Desk

PAUSE_MS = 10
"""After the card is painted: a key pressed meanwhile comes first."""
UNPAINTED_MS = 300
"""A window that nobody sees is not painted: then without waiting for that."""
REMEMBERED = 50


class Telling(QObject):
    """Publishes what was saved, with its notice and its way back, in order."""

    told = Signal()
    """All that was saved has been told."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: deque[tuple[Done, Callable[[], None] | None]] = deque()
        self._own: deque[str] = deque(maxlen=REMEMBERED)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.flush)

    @property
    def waiting(self) -> bool:
        """Tell whether something saved is still to be told."""
        return bool(self._waiting)

    def soon(self, done: Done, notice: Callable[[], None] | None = None) -> None:
        """Tell of an action once the next card is painted, with a ``notice`` of its own if there is one."""
        self.own(done)
        self._waiting.append((done, notice))

    def card_shown(self) -> None:
        """The next card is there, to be painted first."""
        if self._waiting:
            self._timer.start(UNPAINTED_MS)

    def card_painted(self) -> None:
        """The person sees the next card: the others may hear."""
        if self._waiting:
            self._timer.start(PAUSE_MS)

    def own(self, done: Done) -> None:
        """Note that an action is the review's."""
        self._own.append(done.action.id)

    def is_own(self, done: Done) -> bool:
        """Tell whether an action was the review's, which has shown it already."""
        return done.action.id in self._own

    def flush(self) -> None:
        """Tell of everything now."""
        self._timer.stop()
        if not self._waiting:
            return
        while self._waiting:
            done, notice = self._waiting.popleft()
            self._desk.act(lambda saved=done: saved)  # type: ignore[misc]
            if notice is not None:
                notice()
        self.told.emit()
