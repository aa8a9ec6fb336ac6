"""What is typed for a new fact and not recorded: closing the project says so first."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from popover_setting import SENTENCE, Hands, popover_of
from PySide6.QtCore import Qt
from shell_setting import settle

from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def hands(window: Window, workspace: Workspace) -> Hands:
    """With a line typed into the popover."""
    made = Hands(window, workspace)
    made.put_caret(SENTENCE)
    made.press("m")
    made.press("n")
    made.press("a", CONTROL)
    for key in "77 MW":
        made.press(key)
    assert popover_of(workspace).field.text() == "77 MW"
    return made


@pytest.mark.parametrize("key", ["w", "q"])
def test_closing_waits_once_and_says_why(hands: Hands, window: Window, workspace: Workspace, key: str) -> None:
    hands.press(key, CONTROL)
    assert window.workspace is workspace
    assert window.main.isVisible()
    assert "77 MW" in window.main.notices.text
    assert popover_of(workspace).isVisible()
    assert popover_of(workspace).field.text() == "77 MW"
    hands.press(key, CONTROL)
    assert window.workspace is None


def test_another_project_waits_too(hands: Hands, window: Window, workspace: Workspace, tmp_path: Path) -> None:
    other = tmp_path / "autre.maed"
    shutil.copy(workspace.target, other)
    window.open(str(other))
    settle()
    assert window.workspace is workspace
    assert "77 MW" in window.main.notices.text


def test_what_went_out_of_sight_unrecorded_is_told_too(hands: Hands, window: Window, workspace: Workspace) -> None:
    workspace.desk.selection.mark(None)
    settle()
    assert not popover_of(workspace).isVisible()
    hands.press("w", CONTROL)
    assert window.workspace is workspace
    assert "77 MW" in window.main.notices.text


def test_once_recorded_nothing_holds_the_project(hands: Hands, window: Window, workspace: Workspace) -> None:
    hands.press("w", CONTROL)
    hands.press(Key.Key_Return)
    window.main.notices.dismiss()
    assert "77 MW" not in window.main.notices.text
    hands.press("w", CONTROL)
    assert window.workspace is None
