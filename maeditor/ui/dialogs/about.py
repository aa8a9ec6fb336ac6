"""What this program is, and whose name signs: two short questions and answers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget

from maeditor import __version__
from maeditor.ui.wording import Words


def show_about(words: Words, parent: QWidget) -> None:
    """Say name, version and licence."""
    box = QMessageBox(parent)
    box.setWindowTitle("maeditor")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(words.say("shell.about", version=__version__))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def ask_editor(words: Words, current: str, parent: QWidget) -> str | None:
    """Ask for the name that signs; None where the person would rather not."""
    title, label = words.say("shell.editor_title"), words.say("shell.editor_label")
    name, given = QInputDialog.getText(parent, title, label, text=current)
    return name if given else None
