"""Where the window hears what an action changed: who shows what listens here."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from maeditor.domain.changes import Done


class Bulletin(QObject):
    """An action was saved. Presenters refresh only if it touches what they show."""

    changing = Signal()
    """Somebody is about to be told: who is to hear of it and is not there yet comes now."""
    changed = Signal(object)  # Done

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.foreign = False
        """Whether what is being told was saved elsewhere: it is shown, but nobody here asked for it."""

    def publish(self, done: Done) -> None:
        """Tell all listeners of a saved action."""
        self.changing.emit()
        self.changed.emit(done)

    def pass_on(self, done: Done) -> None:
        """Tell of what was saved elsewhere: by another window, program or editor."""
        self.foreign = True
        try:
            self.publish(done)
        finally:
            self.foreign = False
