"""What the tests of the whole window stand on."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication


def settle() -> None:
    """Let everything that waits in the event queue happen, and what that brings."""
    for _round in range(5):
        QApplication.processEvents()
