"""A mark in a menu says what is shown: wrong, an editor would look for lines that are in front of them."""

from __future__ import annotations

from shell_setting import settle

from maeditor.ui.window import Window


def test_hidden_lines_are_marked_while_they_are_shown(window: Window) -> None:
    assert window.workspace is not None
    action, reader = window.commands.actions["toggle-noise"], window.workspace.reader
    before = reader.noise_shown
    assert action.isChecked() is before
    action.trigger()
    settle()
    assert reader.noise_shown is not before
    assert action.isChecked() is not before
    reader.show_noise(before)
    settle()
    assert action.isChecked() is before
