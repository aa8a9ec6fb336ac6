"""Keys as they are written on caps: in the words of the keyboard's language, arrows as arrows."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from maeditor.ui.key_map import strokes
from maeditor.wording import Wording

Key, Modifier = Qt.Key, Qt.KeyboardModifier

_SIGNS = {Key.Key_Left: "←", Key.Key_Right: "→", Key.Key_Up: "↑", Key.Key_Down: "↓", Key.Key_Minus: "−"}
_NAMED = {
    Key.Key_Return: "keys.enter",
    Key.Key_Enter: "keys.enter",
    Key.Key_Escape: "keys.escape",
    Key.Key_Space: "keys.space",
    Key.Key_Delete: "keys.delete",
    Key.Key_Backspace: "keys.backspace",
    Key.Key_Insert: "keys.insert",
    Key.Key_Home: "keys.home",
    Key.Key_End: "keys.end",
    Key.Key_PageUp: "keys.page_up",
    Key.Key_PageDown: "keys.page_down",
    Key.Key_Tab: "keys.tab",
}
_HELD = (
    (Modifier.ControlModifier, "keys.control"),
    (Modifier.AltModifier, "keys.alt"),
    (Modifier.ShiftModifier, "keys.shift"),
)
_MAC = {"keys.control": "⌘", "keys.alt": "⌥", "keys.shift": "⇧"}


def cap_text(keys: str, wording: Wording) -> str:
    """Write a sequence of keys: ``Ctrl Maj F``, ``G A``, ``F8``."""
    return " ".join(_stroke(key, held, wording) for key, held in strokes(keys))


def _stroke(key: Qt.Key, held: Qt.KeyboardModifier, wording: Wording) -> str:
    parts = [_MAC[name] if sys.platform == "darwin" else wording.say(name) for flag, name in _HELD if held & flag]
    named = _NAMED.get(key)
    return " ".join([*parts, wording.say(named) if named else _SIGNS.get(key) or QKeySequence(key).toString()])
