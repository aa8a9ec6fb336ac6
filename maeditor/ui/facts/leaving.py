"""Escape in a field of the fact: what is typed there is taken back, and the keyboard returns to where it came from."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from maeditor.ui.facts.before import Before
from maeditor.ui.facts.form import FactForm
from maeditor.ui.reason_row import ReasonRow


class Leaving(QObject):
    """Remembers what had the keyboard before the fields were asked for."""

    def __init__(self, form: FactForm, usual: QWidget) -> None:
        """``usual`` gets the keyboard where nothing else had it, or what had it is out of sight."""
        super().__init__(form)
        self._form = form
        self._before = Before(usual, lambda focus: focus is form.property_list or form.isAncestorOf(focus))
        # The list of properties stands in the inspector's head; what asks for a reason has an Escape of its own.
        for field in (*form.findChildren(QWidget), form.property_list):
            if field.focusPolicy() is not Qt.FocusPolicy.NoFocus and not isinstance(field.parent(), ReasonRow):
                field.installEventFilter(self)

    def note(self) -> None:
        """The fields are about to be asked for: take note of what has the keyboard."""
        self._before.note()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape takes back and gives back."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._form.take_back()
            self._before.give_back()
            return True
        return super().eventFilter(watched, event)
