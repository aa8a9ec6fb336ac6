"""What is typed or chosen in the facts pane is neither lost nor left pointing at nothing, whatever key comes next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shell_setting import settle

from maeditor.services import library
from maeditor.ui.dialogs.keys import KeysDialog
from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace

Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier
Plain = Qt.KeyboardModifier.NoModifier


def press(window: Window, key: Key | str, held: Qt.KeyboardModifier = Plain) -> None:
    handle = window.main.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, key, held)
    settle()


def mark(workspace: Workspace, quote: str) -> None:
    text = workspace.reader.view.text
    start = text.replace("\u00a0", " ").replace("\u202f", " ").index(quote)
    workspace.reader.setFocus()
    workspace.reader.select_span(start, start + len(quote))
    settle()


@pytest.mark.parametrize("asked", ["c", "i"])
def test_a_fact_whose_making_was_undone_is_no_longer_chosen(window: Window, workspace: Workspace, asked: str) -> None:
    """Else the next key that asks after it ends in an error report."""
    mark(workspace, "Serveurs")
    press(window, "n")
    press(window, Key.Key_Return)
    made = workspace.desk.selection.fact_id
    assert library.fact_view(workspace.desk.runner, made)
    press(window, "z", Control)
    assert workspace.desk.selection.fact_id == ""
    press(window, asked)
    assert workspace.desk.selection.fact_id == ""


def test_what_is_typed_for_a_passage_comes_back_after_another_view(window: Window, workspace: Workspace) -> None:
    """Ctrl+R in the middle of a new fact costs nothing of what was typed."""
    mark(workspace, "Serveurs")
    press(window, "n")
    popover = workspace.facts_presenter.making.popover
    assert popover is not None
    for character in "1,5 GW":
        press(window, character)
    press(window, "r", Control)
    assert not popover.isVisible()
    press(window, "1", Control)
    mark(workspace, "Serveurs")
    press(window, "n")
    assert popover.isVisible()
    assert popover.field.text() == "1,5 GW"
    press(window, Key.Key_Escape)
    press(window, "n")
    assert popover.field.text() != "1,5 GW"


def test_of_a_long_passage_the_beginning_is_shown(window: Window, workspace: Workspace) -> None:
    """What was marked is recognised by how it begins."""
    text = workspace.reader.view.text
    workspace.reader.setFocus()
    workspace.reader.select_span(0, min(len(text), 160))
    settle()
    press(window, "n")
    popover = workspace.facts_presenter.making.popover
    assert popover is not None
    field = popover.field
    assert field.cursorPosition() == 0
    assert field.selectedText() == field.text()


def change_amount(window: Window, workspace: Workspace, typed: str) -> str:
    """Go to a fact with a quantity and type over its value."""
    view = next(each for each in workspace.facts.model.views if each.fact.quantity)
    workspace.desk.selection.show_fact(view.fact.id)
    workspace.reader.setFocus()
    settle()
    press(window, "e")
    for character in typed:
        press(window, character)
    return view.fact.id


def test_going_to_the_review_saves_what_is_typed_over_a_fact(window: Window, workspace: Workspace) -> None:
    """As leaving for another fact does."""
    fact_id = change_amount(window, workspace, "33")
    press(window, "r", Control)
    assert workspace.desk.selection.view == "review"
    assert library.fact_view(workspace.desk.runner, fact_id).fact.amount == 33


def test_what_cannot_be_saved_keeps_the_view(window: Window, workspace: Workspace) -> None:
    """And says why."""
    change_amount(window, workspace, "xyz")
    press(window, "r", Control)
    assert workspace.desk.selection.view == "read"
    assert window.main.notices.text
    assert workspace.facts.inspector.form.amount.text() == "xyz"


@pytest.mark.parametrize("typed", ["", "33"])
def test_escape_leaves_the_fields_for_where_e_came_from(window: Window, workspace: Workspace, typed: str) -> None:
    """Else one who looked into a field by the keyboard is caught there."""
    fact_id = change_amount(window, workspace, typed)
    form = workspace.facts.inspector.form
    assert form.isAncestorOf(QApplication.focusWidget())
    press(window, Key.Key_Escape)
    assert not form.typed
    assert workspace.reader.isAncestorOf(QApplication.focusWidget())
    assert workspace.desk.selection.fact_id == fact_id


def test_escape_returns_to_the_list_that_e_was_pressed_in(window: Window, workspace: Workspace) -> None:
    """So the arrows go on from the same fact."""
    workspace.facts.list.setFocus()
    settle()
    press(window, "e")
    assert QApplication.focusWidget() is not workspace.facts.list
    press(window, Key.Key_Escape)
    assert QApplication.focusWidget() is workspace.facts.list


def test_a_letter_on_a_button_of_the_find_bar_decides_no_fact(window: Window, workspace: Workspace) -> None:
    """It goes on with what is sought."""
    before = {view.fact.id: view.fact.state for view in workspace.facts.model.views}
    press(window, "f", Control)
    bar = workspace.reader.searching.bar
    press(window, "e")
    press(window, Key.Key_Return)
    bar.previous.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    assert QApplication.focusWidget() is bar.previous
    press(window, "a")
    assert {view.fact.id: view.fact.state for view in workspace.facts.model.views} == before
    assert bar.field.text().endswith("ea")
    assert QApplication.focusWidget() is bar.field


def test_a_notice_in_a_review_covers_no_decision(window: Window, workspace: Workspace) -> None:
    """The buttons one decides with stay in sight, in a small window too."""
    window.main.resize(1100, 680)
    settle()
    press(window, "r", Control)
    notices, reader = window.main.notices, workspace.reader
    notices.info("Une phrase assez longue pour aller loin, qui dit ce qui a été fait et ce qui reste.")
    settle()
    left = reader.mapTo(window.main, reader.rect().topLeft()).x()
    at = notices.mapTo(window.main, notices.rect().topLeft()).x()
    assert left <= at
    assert at + notices.width() <= left + reader.width()


def test_f1_tells_the_keys_that_panes_keep_for_themselves(window: Window) -> None:
    """Nobody finds by chance that Suppr in the list detaches a passage, or that the space bar puts a fact off."""
    press(window, Key.Key_F1)
    page = window.main.findChild(KeysDialog)
    assert page is not None
    told = {title: dict(lines) for title, lines in page.rows()}
    page.close()
    settle()
    assert told["Réviser"]["Plus tard"] == "Espace"
    assert {"Tab", "↑ ↓", "Entrée", "Échap"} <= set(told["Révision"].values())
    assert told["Lire"]["Retirer la preuve"] == "Suppr"
    assert {"Entrée", "Suppr", "Échap"} <= set(told["Historique"].values())
    assert "Entrée" in told["Écarter un chiffre"].values()
    assert "Suppr" in told["Chiffre écarté"].values()
    assert "Tab" in told["Nouveau fait"].values()
