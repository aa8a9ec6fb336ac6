"""What takes long to load and nobody sees: fetched behind the first page, while it is being looked at."""

from __future__ import annotations

from importlib import import_module
from threading import Thread

from PySide6.QtCore import QObject, QTimer

BEHIND = (
    "maeditor.services.projects",
    "maeditor.services.library",
    "maeditor.services.undoing",
    "maeditor.extraction.proposals",
)
"""No Qt in them: its classes are made on the thread of the window."""
AFTER_MS = 150
"""By then the first page is painted."""


class Preloading(QObject):
    """Begins once the first page stands."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread = Thread(target=_load, name="preload")
        QTimer.singleShot(AFTER_MS, self, self._thread.start)

    def finish(self) -> None:
        """Wait for what has begun: a program must not end in the middle of it."""
        if self._thread.is_alive():
            self._thread.join()


def _load() -> None:
    for name in BEHIND:
        import_module(name)
