"""What had the keyboard before something took it, and gets it back afterwards."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class Before:
    """Remembers one widget; where that is gone or out of sight, another gets the keyboard."""

    def __init__(self, usual: QWidget, own: Callable[[QWidget], bool] = lambda _focus: False) -> None:
        """``usual`` is that other; ``own`` tells what belongs to the thing itself and is nothing to go back to."""
        self._usual, self._own = usual, own
        self._before: QWidget | None = None

    def note(self) -> None:
        """The keyboard is about to be taken: take note of what has it."""
        focus = QApplication.focusWidget()
        if focus is not None and not self._own(focus):
            self._before = focus

    def give_back(self) -> None:
        """Give the keyboard back."""
        before, self._before = self._before, None
        there = before is not None and isValid(before) and before.isVisible() and before.isEnabled()
        (before if before is not None and there else self._usual).setFocus(Qt.FocusReason.OtherFocusReason)
