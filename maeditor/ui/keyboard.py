"""Keys that Qt's shortcuts get wrong: the digit row of AZERTY, Ctrl+Z in a field, letters in a list of choices."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from shiboken6 import isValid

# The digit row by place: X11 counts from 10, Windows from 2, macOS has virtual keys of its own.
_X11_FIRST, _WINDOWS_FIRST = 10, 2
_PRESSES = frozenset({QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress})
_MAC_ROW = (18, 19, 20, 21, 23, 22, 26, 28, 25, 29)


class KeyboardFilter(QObject):
    """Sees keys before the widget that has the keyboard does, and sees no other widget's events.

    On the application it would be asked about every event of every object, 0.8 µs and more each.
    """

    def __init__(self, call: Callable[[str], bool], parent: QObject) -> None:
        """``call`` does what keys are bound to, given as ``Ctrl+1``, and tells whether they are."""
        super().__init__(parent)
        self._call = call
        self._watched: QWidget | None = None

    def follow(self, widget: QWidget | None) -> None:
        """Turn to the widget that has the keyboard now."""
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = widget
        if widget is not None:
            widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Hand Ctrl+Z to the window where a field has nothing to undo; take digits by their place."""
        if event.type() not in _PRESSES or not isinstance(event, QKeyEvent):
            return False
        if event.type() is QEvent.Type.ShortcutOverride and self._field_has_nothing(event):
            event.ignore()
            return True
        if event.type() in _PRESSES and _is_stray_letter(event):
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress and (bare := _bare_digit(event)):
            return self._call(bare)
        if event.type() is QEvent.Type.KeyPress and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            digit = digit_of(event)
            is_digit_key = Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9
            if digit and not is_digit_key and QApplication.activeModalWidget() is None:
                return self._call(f"Ctrl+{digit % 10}")
        return False

    def _field_has_nothing(self, event: QKeyEvent) -> bool:
        field = _field()
        if field is None:
            return False
        if event.matches(QKeySequence.StandardKey.Undo):
            return not field.isUndoAvailable()
        return event.matches(QKeySequence.StandardKey.Redo) and not field.isRedoAvailable()


def _bare_digit(event: QKeyEvent) -> str:
    """The digit of a key that is no shortcut by itself: by its place on AZERTY, or with the Shift that AZERTY needs.

    Nothing where text is typed, or where a dialog is in front.
    """
    focus = QApplication.focusWidget()
    typing = focus is not None and focus.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    if typing or QApplication.activeModalWidget() is not None:
        return ""
    is_digit_key = Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9
    if event.modifiers() == Qt.KeyboardModifier.ShiftModifier and is_digit_key:
        return str(event.key() - Qt.Key.Key_0)
    digit = digit_of(event) if event.modifiers() == Qt.KeyboardModifier.NoModifier and not is_digit_key else 0
    return str(digit) if 1 <= digit <= 9 else ""


def _is_stray_letter(event: QKeyEvent) -> bool:
    """A letter typed on a closed list of choices: it must neither reject a fact nor choose what nobody sees."""
    box = QApplication.focusWidget()
    if not isinstance(box, QComboBox) or box.isEditable():
        return False
    plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
    return plain and event.text().strip() != "" and event.text().isprintable()


def _field() -> QLineEdit | None:
    focus = QApplication.focusWidget()
    # An editable combo box has the focus in its field's stead.
    return focus.lineEdit() if isinstance(focus, QComboBox) else focus if isinstance(focus, QLineEdit) else None


def digit_of(event: QKeyEvent) -> int:
    """Which key of the digit row was pressed, whatever the layout writes on it: 1 to 10, or 0 for none."""
    if sys.platform == "darwin":
        code = event.nativeVirtualKey()
        return _MAC_ROW.index(code) + 1 if code in _MAC_ROW else 0
    first = _WINDOWS_FIRST if sys.platform == "win32" else _X11_FIRST
    digit = event.nativeScanCode() - first + 1
    return digit if 1 <= digit <= len(_MAC_ROW) else 0
