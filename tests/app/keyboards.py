"""Two keyboards: which key, with or without Shift, brings a sign; as the system tells it to the window.

Letters reach a program under their own names on both. Digits need Shift on AZERTY, and the digit row without it writes
signs: a key is known there by its place alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

Key, Shift, Plain = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
FIRST_OF_ROW = 10
"""The X11 code of the leftmost key of the digit row."""


@dataclass(frozen=True)
class Keyboard:
    """``unshifted`` are the signs that come without Shift; ``row`` what the digit row's keys are without it."""

    name: str
    unshifted: str
    row: tuple[Qt.Key, ...]

    def type(self, window: QWindow, text: str) -> int:
        """Type a text; tells how many keys that took."""
        for sign in text:
            shift = Shift if sign.isupper() or (not sign.isalnum() and sign not in self.unshifted) else Plain
            if sign.isdigit() and sign not in self.unshifted:
                shift = Shift
            QTest.keyClick(window, _key(sign) if sign.isdigit() else sign, shift)
        return len(text)

    def digit(self, window: QWindow, number: int, modifiers: Qt.KeyboardModifier) -> int:
        """Press the key of the digit row that stands where ``number`` does, with Ctrl but without Shift."""
        code, key = FIRST_OF_ROW + number - 1, self.row[number - 1]
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(window, QKeyEvent(kind, key, modifiers, code, 0, 0, ""))
        return 1


def _key(digit: str) -> Qt.Key:
    return Qt.Key(Key.Key_0.value + int(digit))


QWERTY = Keyboard("qwerty", "0123456789 -=,./;'[]\\`", tuple(Qt.Key(Key.Key_1.value + at) for at in range(5)))
AZERTY = Keyboard(
    "azerty",
    "&é\"'(-è_çà)= ,;:!<*$ù",
    (Key.Key_Ampersand, Key.Key_Eacute, Key.Key_QuoteDbl, Key.Key_Apostrophe, Key.Key_ParenLeft),
)
KEYBOARDS = (QWERTY, AZERTY)
