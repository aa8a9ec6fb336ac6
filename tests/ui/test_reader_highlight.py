"""H would ask, lose the passage, or not be taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shell_setting import settle

from maeditor.domain.properties import Family
from maeditor.services import library
from maeditor.ui.window import Window

Key, NONE, Control = Qt.Key, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def press(window: Window, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    handle = window.main.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, key, modifiers)
    settle()


def test_one_key_makes_a_fact_and_one_takes_it_back(window: Window) -> None:
    """M, H: the sentence is a fact, selected, the keyboard still in the text; Ctrl+Z takes it back."""
    assert window.workspace is not None
    desk, reader = window.workspace.desk, window.workspace.reader
    before = {each.fact.id for each in library.project_facts(desk.runner)}
    start = reader.view.text.index("Serveurs, câbles")
    reader.page.surface.setFocus()
    reader.page.choosing.choose(start, start)
    press(window, Key.Key_M)
    span = reader.selected_span()
    assert span is not None
    press(window, Key.Key_H)
    made = [each for each in library.project_facts(desk.runner) if each.fact.id not in before]
    assert [(each.evidence[0].passage.start, each.evidence[0].passage.end) for each in made] == [span]
    assert desk.selection.fact_id == made[0].fact.id
    assert QApplication.focusWidget() is reader.page.surface
    assert reader.selected_span() is None
    press(window, Key.Key_Z, Control)
    assert {each.fact.id for each in library.project_facts(desk.runner)} == before


def test_the_family_used_last_is_used_again(window: Window) -> None:
    """After an actor the next words are an actor."""
    assert window.workspace is not None
    desk, reader, highlighting = window.workspace.desk, window.workspace.reader, window.workspace.highlighting
    highlighting.family = Family.ACTOR
    start = reader.view.text.index("câbles sous-marins")
    reader.page.surface.setFocus()
    reader.select_span(start, start + len("câbles sous-marins"))
    press(window, Key.Key_H)
    assert library.fact_view(desk.runner, desk.selection.fact_id).property.family is Family.ACTOR
    assert highlighting.family is Family.ACTOR


def test_without_a_passage_it_says_what_to_do(window: Window) -> None:
    """H on nothing records nothing."""
    assert window.workspace is not None
    window.workspace.reader.page.surface.setFocus()
    press(window, Key.Key_H)
    assert "puis H" in window.main.notices.text
