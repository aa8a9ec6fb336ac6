"""Copying: a passage pasted into a mail without its source is a figure that nobody can check."""

from __future__ import annotations

from accessibility_setting import press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from shell_setting import settle

from maeditor.ui.window import Window

Control, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def copied() -> str:
    return QApplication.clipboard().text()


def test_a_passage_is_copied_with_its_source(window: Window) -> None:
    workspace = window.workspace
    assert workspace is not None
    workspace.reader.setFocus()
    settle()
    press("c", Control | Shift)
    quote, _line, source = copied().partition("\n")
    assert "gigawatts" in quote
    assert workspace.reader.view.title in source
    press("m")
    press("c", Control | Shift)
    assert len(copied().partition("\n")[0]) > len(quote)


def test_words_of_a_field_and_lines_of_a_list_are_copied_from_menu_and_keys(window: Window) -> None:
    workspace = window.workspace
    assert workspace is not None
    field = workspace.facts.inspector.form.subject
    field.setFocus()
    field.setText("Nador")
    press("a", Control)
    window.commands.call("copy")
    assert copied() == "Nador"
    window.commands.call("cut")
    assert field.text() == ""
    window.commands.call("paste")
    assert field.text() == "Nador"
    press(Qt.Key.Key_Escape)
    workspace.sidebar.articles.setFocus()
    press("c", Control)
    assert copied() == str(workspace.sidebar.articles.currentIndex().data())
