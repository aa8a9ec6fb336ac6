"""A review of an empty project: « all is reviewed » over nothing would be taken for work done."""

from __future__ import annotations

from pathlib import Path

from facts_setting import press
from PySide6.QtCore import Qt
from shell_setting import settle

from maeditor.ui.keys_here import keys_here
from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace


def test_it_says_that_there_is_nothing_and_offers_keys_that_answer(window: Window, tmp_path: Path) -> None:
    assert window.create(tmp_path / "vide.maed")
    press(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert window.workspace is not None
    assert window.workspace.review.summary.title.text() == "Aucun fait à relire."
    assert not window.workspace.review.summary.forward.isVisible()
    assert "import-files" in dict(keys_here(window.workspace))


def test_the_foot_tells_the_keys_of_what_is_being_changed(window: Window, workspace: Workspace) -> None:
    """Letters offered while bounds are moved or a reason is typed would be typed for nothing."""
    press(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    on_the_card = keys_here(workspace)
    press(window, "b")
    assert dict(keys_here(workspace)).keys() >= {"end-left", "keys.enter", "keys.escape"}
    press(window, Qt.Key.Key_Escape)
    assert keys_here(workspace) == on_the_card


def test_what_a_value_was_stands_beside_it_once_it_is_another(window: Window, workspace: Workspace) -> None:
    press(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    press(window, "v")
    settle()
    field = workspace.review.card.value_field
    said = [label.text() for label in field.findChildren(type(workspace.review.summary.title)) if label.isVisible()]
    assert said == []
    press(window, "7")
    said = [label.text() for label in field.findChildren(type(workspace.review.summary.title)) if label.isVisible()]
    assert len(said) == 2
