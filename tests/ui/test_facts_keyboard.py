"""After whatever opens over the facts the keyboard is back where it was: nobody looks for it with the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shell_setting import settle

from maeditor.services import library
from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace

Key = Qt.Key


@pytest.fixture
def workspace(window: Window) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def press(window: Window, key: Qt.Key | str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.main.windowHandle(), key, held)
    settle()


@pytest.mark.parametrize("back", ["i", Key.Key_Escape])
@pytest.mark.parametrize("place", ["reader", "list"])
def test_from_a_fact_s_history_back_to_the_text_or_the_list(
    window: Window, workspace: Workspace, place: str, back: str | Key
) -> None:
    before = {"reader": workspace.reader.page.surface, "list": workspace.facts.list}[place]
    before.setFocus()
    press(window, "i")
    assert workspace.facts.inspector.history.deeds.hasFocus()
    press(window, back)
    assert not workspace.facts.inspector.history_shown
    assert before.hasFocus()


def test_where_a_passage_is_taken_away_the_keyboard_is_on_the_next(window: Window, workspace: Workspace) -> None:
    desk, evidence = workspace.desk, workspace.facts.inspector.evidence
    view = next(each for each in library.project_facts(desk.runner) if len(each.evidence) == 3)
    desk.selection.show_article(view.fact.article_id)
    desk.selection.show_fact(view.fact.id)
    settle()
    evidence.quotes[1].setFocus()
    press(window, Key.Key_Delete)
    assert [each.hasFocus() for each in evidence.quotes] == [False, True]
    press(window, Key.Key_Delete)
    assert [each.hasFocus() for each in evidence.quotes] == [True]
    press(window, Key.Key_Delete)
    assert not evidence.quotes
    focus = QApplication.focusWidget()
    assert focus is not None
    assert workspace.facts.inspector.isAncestorOf(focus)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Tab])
def test_a_value_that_cannot_be_saved_keeps_the_keyboard_or_lets_it_go_where_it_is_led(
    window: Window, workspace: Workspace, key: Key
) -> None:
    form = workspace.facts.inspector.form
    press(window, "e")
    assert form.amount.hasFocus()
    QTest.keyClicks(form.amount, "50 MW/h")
    QTest.keyClick(form.amount, key)
    settle()
    assert "MW/h" in form.notes.sentence
    assert form.amount.text() == "50 MW/h"
    assert form.amount.hasFocus() if key is Key.Key_Return else form.unit.hasFocus()
