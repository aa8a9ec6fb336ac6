"""The digit row with Alt: a family by its place in the row, on any layout."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from maeditor.ui.keyboard import digit_of


def digit_key(event: QKeyEvent) -> int:
    """Which digit a key is, by what is written on it or by its place; 0 for none."""
    if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
        return event.key() - Qt.Key.Key_0
    return digit_of(event) if event.nativeScanCode() else 0
