"""Keys that panes hand over to commands: buttons, lists and fields have had them first."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from maeditor.ui.key_map import is_pane_key, portable

BOUNDS = {
    "end-left": (True, False),
    "end-right": (True, True),
    "start-sooner": (False, False),
    "start-later": (False, True),
}
"""The commands that move the last (else the first) end of a passage, and whether forward, or to the right."""


def pane_key(event: QKeyEvent) -> str:
    """The key of an event as commands have it, where no shortcut of the window may have it; else nothing."""
    # The keys of the arrow block bear a modifier of their own on some systems.
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    pressed = portable(QKeySequence(QKeyCombination(held, Qt.Key(event.key()))).toString())
    return pressed if is_pane_key(pressed) else ""
