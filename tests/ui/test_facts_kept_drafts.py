"""A fact that goes away under the hand that changes it: what is typed is neither lost nor put into another fact."""

from __future__ import annotations

import pytest
from popover_setting import SENTENCE, Hands, facts
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from shell_setting import settle

from maeditor.services import deleting
from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def hands(window: Window, workspace: Workspace) -> Hands:
    return Hands(window, workspace)


def begun(hands: Hands) -> str:
    """A fact made by H, with 77 typed over its value; its id."""
    hands.put_caret(SENTENCE)
    for key in "mhe77":
        hands.press(key)
    form = hands.workspace.facts.inspector.form
    assert form.amount.hasFocus()
    assert form.amount.text() == "77"
    return hands.workspace.desk.selection.fact_id


def undone(hands: Hands) -> None:
    hands.window.commands.actions["undo"].trigger()
    settle()


def test_undo_takes_the_fact_and_what_was_typed_is_said(hands: Hands, window: Window, workspace: Workspace) -> None:
    made = begun(hands)
    label = facts(workspace)[made].fact.label
    undone(hands)
    said = [notice.text for notice in window.main.notices.past if "77" in notice.text]
    assert len(said) == 1
    assert label in said[0]


def test_the_next_letters_go_into_no_other_fact(hands: Hands, workspace: Workspace) -> None:
    begun(hands)
    undone(hands)
    form, before = workspace.facts.inspector.form, facts(workspace)
    assert workspace.facts.list.hasFocus()
    hands.press("j")
    assert workspace.desk.selection.fact_id
    assert workspace.facts.list.hasFocus()
    shown = form.amount.text()
    hands.press("5")
    assert form.amount.text() == shown
    assert form.typed == {}
    assert facts(workspace) == before


def test_what_was_typed_is_there_again_with_the_fact(hands: Hands, window: Window, workspace: Workspace) -> None:
    made = begun(hands)
    undone(hands)
    hands.press("z", CONTROL | SHIFT)
    workspace.desk.selection.show_fact(made)
    settle()
    assert workspace.facts.inspector.form.typed == {"value": "77"}
    window.main.notices.dismiss()
    assert "77" not in window.main.notices.text
    hands.press("e")
    hands.press(Qt.Key.Key_Return)
    assert facts(workspace)[made].fact.amount == 77


def test_another_editor_takes_the_fact(hands: Hands, window: Window, workspace: Workspace) -> None:
    made = begun(hands)
    runner, desk = workspace.desk.runner, workspace.desk
    desk.bulletin.pass_on(deleting.delete_fact(runner, made, facts(workspace)[made].fact.version))
    settle()
    assert any("77" in notice.text for notice in window.main.notices.past)
    assert workspace.facts.list.hasFocus()


def test_after_all_facts_are_deleted_the_keyboard_is_in_the_list(hands: Hands, workspace: Workspace) -> None:
    workspace.facts.list.setFocus()
    hands.press("a", CONTROL)
    hands.press(Qt.Key.Key_Delete, CONTROL)
    assert workspace.facts.model.count == 0
    assert QApplication.focusWidget() is workspace.facts.list
    assert workspace.facts.list.accessibleDescription()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown):
        hands.press(key)
    assert QApplication.focusWidget() is workspace.facts.list


def test_what_was_deleted_together_is_marked_together_again(hands: Hands, workspace: Workspace) -> None:
    shown = workspace.facts.list
    shown.setFocus()
    hands.press(Qt.Key.Key_Home)
    hands.press(Qt.Key.Key_Down, SHIFT)
    hands.press(Qt.Key.Key_Down, SHIFT)
    marked = shown.chosen_numbers
    assert len(marked) == 3
    hands.press(Qt.Key.Key_Delete, CONTROL)
    assert shown.chosen_numbers != marked
    hands.press("z", CONTROL)
    assert shown.chosen_numbers == marked


def test_with_the_facts_folded_away_the_keyboard_is_in_the_article(hands: Hands, workspace: Workspace) -> None:
    workspace.facts.list.setFocus()
    hands.press("e")
    assert workspace.facts.inspector.form.amount.hasFocus()
    hands.press("b", CONTROL | SHIFT)
    focus = QApplication.focusWidget()
    assert not workspace.facts.isVisible()
    assert focus is not None
    assert focus is workspace.reader or workspace.reader.isAncestorOf(focus)
