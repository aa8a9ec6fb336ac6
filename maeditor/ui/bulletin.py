"""Where the window hears what an action changed: who shows what listens here."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from maeditor.domain.changes import Done


class Bulletin(QObject):
    """One signal: an action was saved. Presenters refresh only if it touches what they show."""

    changed = Signal(object)  # Done

    def publish(self, done: Done) -> None:
        """Tell all listeners of a saved action."""
        self.changed.emit(done)
