"""Cut, copy, paste, select all: done by whatever has the keyboard, as far as it can."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

Field = QLineEdit | QTextEdit | QPlainTextEdit


def functions() -> dict[str, Callable[[], None]]:
    """What the commands can call."""
    return {"cut": cut, "copy": copy, "paste": paste, "select-all": select_all}


def cut() -> None:
    """Cut from the field that has the keyboard."""
    field = _field(QApplication.focusWidget())
    if field is not None:
        field.cut()


def copy() -> None:
    """Copy what is selected: words of a text, or the line of a list."""
    focus = QApplication.focusWidget()
    field = _field(focus)
    if field is not None:
        field.copy()
    elif isinstance(focus, QAbstractItemView) and focus.currentIndex().isValid():
        put_text(str(focus.currentIndex().data() or ""))


def paste() -> None:
    """Paste into the field that has the keyboard."""
    field = _field(QApplication.focusWidget())
    if field is not None:
        field.paste()


def select_all() -> None:
    """Select all of a text or of a list."""
    focus = QApplication.focusWidget()
    field = _field(focus)
    if field is not None:
        field.selectAll()
    elif isinstance(focus, QAbstractItemView):
        focus.selectAll()


def put_text(text: str) -> None:
    """Put plain text on the clipboard."""
    QGuiApplication.clipboard().setText(text)


def _field(focus: QWidget | None) -> Field | None:
    if isinstance(focus, QComboBox):
        return focus.lineEdit()
    return focus if isinstance(focus, QLineEdit | QTextEdit | QPlainTextEdit) else None
