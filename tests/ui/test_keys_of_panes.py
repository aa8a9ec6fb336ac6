"""Keys that panes hand over, remapped: who cannot reach Delete or Space must be able to put another in its place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from accessibility_setting import press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from review_setting import Reviewer
from shell_setting import settle
from test_settings_dialog import leave, opened, tab_to

from maeditor.domain.facts import State
from maeditor.services import library
from maeditor.ui.dialogs.keys import KeysDialog
from maeditor.ui.dialogs.keys_page import KeysPage
from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace

Key = Qt.Key
NO_KEY, Alt, Control, Shift = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
Stroke = tuple[Qt.Key, Qt.KeyboardModifier]
NEW: Stroke = (Key.Key_F9, NO_KEY)


def opened_project(window: Window) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def in_text(window: Window) -> QWidget:
    return opened_project(window).reader.page.surface


def in_list(window: Window) -> QWidget:
    return opened_project(window).facts.list


def scrolled(window: Window) -> object:
    return opened_project(window).reader.page.surface.verticalScrollBar().value()


def evidence(window: Window) -> object:
    desk = opened_project(window).desk
    view = library.fact_view(desk.runner, desk.selection.fact_id)
    return [(each.passage.start, each.passage.end) for each in view.evidence]


def edited(window: Window) -> object:
    return QApplication.focusWidget() is opened_project(window).facts.inspector.form.amount


CASES: dict[str, tuple[Stroke, Callable[[Window], QWidget], Callable[[Window], object]]] = {
    "page-down": ((Key.Key_Space, NO_KEY), in_text, scrolled),
    "remove-evidence": ((Key.Key_Delete, NO_KEY), in_list, evidence),
    "edit-fact": ((Key.Key_Return, NO_KEY), in_text, edited),
    "end-left": ((Key.Key_Left, Alt | Shift), in_text, evidence),
    "end-right": ((Key.Key_Right, Alt | Shift), in_text, evidence),
    "start-sooner": ((Key.Key_Home, Alt | Shift), in_text, evidence),
    "start-later": ((Key.Key_End, Alt | Shift), in_text, evidence),
}
"""Where each is pressed, and what it changes."""


def choose_long_passage(window: Window) -> None:
    """A fact whose passage has several words, and stands far enough from the text's start and end."""
    workspace = opened_project(window)
    text = workspace.reader.view.text
    shown = next(each for each in workspace.reader.view.highlights if text[each.start : each.end].count(" ") >= 2)
    workspace.desk.selection.show_fact(shown.fact_id)
    workspace.reader.page.surface.verticalScrollBar().setValue(0)
    settle()


@pytest.mark.parametrize("command", CASES)
def test_the_old_key_is_dead_and_the_new_one_works(window: Window, command: str) -> None:
    old, place, look = CASES[command]
    choose_long_passage(window)
    place(window).setFocus()
    settle()
    before = look(window)
    press(*old)
    assert look(window) != before, "as the table has it"
    if command.startswith(("end", "start", "remove")):
        press("z", Control)
    else:
        choose_long_passage(window)
    window.choices.change_keys(command, ["F9"])
    place(window).setFocus()
    settle()
    before = look(window)
    press(*old)
    assert look(window) == before, "the old key is dead"
    press(*NEW)
    assert look(window) != before, "the new one works"


def test_delete_works_in_the_text_as_in_the_list_and_on_a_quote(window: Window) -> None:
    choose_long_passage(window)
    for place in (in_text, in_list, lambda each: opened_project(each).facts.inspector.evidence.quotes[0]):
        place(window).setFocus()
        settle()
        before = evidence(window)
        press(Key.Key_Delete)
        assert evidence(window) != before
        press("z", Control)
        assert evidence(window) == before


def test_space_puts_off_until_another_key_does_and_may_accept_in_its_stead(window: Window) -> None:
    reviewer = Reviewer(window)
    reviewer.start()
    first = reviewer.shown.fact
    window.choices.change_keys("review-later", ["N"])
    reviewer.press(Key.Key_Space)
    assert reviewer.shown.fact == first, "the old key is dead"
    reviewer.press("n")
    assert reviewer.saved(first.id).state is State.DEFERRED
    window.choices.change_keys("review-accept", ["Space"])
    second = reviewer.shown.fact
    reviewer.press("a")
    assert reviewer.shown.fact == second
    reviewer.press(Key.Key_Space)
    assert reviewer.saved(second.id).state is State.ACCEPTED
    reviewer.press(Key.Key_Backspace)
    assert reviewer.shown.fact.id == second.id
    window.choices.change_keys("review-undo", ["F9"])
    reviewer.press(Key.Key_Space)
    reviewer.press(Key.Key_Backspace)
    assert reviewer.saved(second.id).state is State.ACCEPTED
    reviewer.press(Key.Key_F9)
    assert reviewer.saved(second.id).state is not State.ACCEPTED


def test_a_button_of_the_card_keeps_its_space(window: Window) -> None:
    """Space on a button presses that button, whatever else the key does on the card."""
    reviewer = Reviewer(window)
    reviewer.start()
    first = reviewer.shown.fact.id
    reviewer.pane.footer.buttons["reject"].setFocus()
    reviewer.press(Key.Key_Space)
    assert reviewer.saved(first).state is State.REJECTED


def test_the_chart_turns_to_its_table_by_the_key_that_was_chosen(window: Window) -> None:
    charts = opened_project(window).charts
    window.commands.call("view-charts")
    settle()
    window.choices.change_keys("chart-table", ["F9"])
    press("t")
    assert not charts.shows_table
    press(*NEW)
    assert charts.shows_table
    window.choices.reset_keys()
    window.choices.choose_single_keys(False)
    press("t")
    assert charts.shows_table, "with single letters off it is a letter like any other"


def seek(page: KeysPage, command: str) -> None:
    tab_to(page.table)
    press(Key.Key_Home, Control)
    for _row in range(len(page.model.names)):
        if page.chosen == command:
            return
        press(Key.Key_Down)
    raise AssertionError(command)


def test_space_and_delete_are_given_by_pressing_them_and_a_clash_is_told(window: Window) -> None:
    page = opened(window, "keys").keys
    seek(page, "review-accept")
    press(Key.Key_Return)
    press(Key.Key_Space)
    assert "Plus tard" in page.told.text(), "what it is in the way of is named"
    assert window.words.keys.changes == {}
    press(Key.Key_Escape)
    seek(page, "accept-fact")
    press(Key.Key_Return)
    press(Key.Key_Delete)
    assert "Retirer la preuve" in page.told.text()
    press(Key.Key_Escape)
    seek(page, "review-reject")
    press(Key.Key_Return)
    press(Key.Key_Delete)
    assert window.words.keys.keys("review-reject") == ("Del",)
    seek(page, "end-right")
    press(Key.Key_Return)
    press(Key.Key_Right, Alt | Control)
    assert "AltGr" in page.told.text()
    press(Key.Key_Left, Alt | Shift)
    assert "vers la gauche" in page.told.text()
    press(Key.Key_Up, Alt | Shift)
    assert window.words.keys.keys("end-right") == ("Alt+Shift+Up",)
    seek(page, "find")
    press(Key.Key_Return)
    press(Key.Key_Space)
    assert window.words.keys.keys("find") == ("Ctrl+F",), "where it works Space turns pages"
    press(Key.Key_Delete, Shift)
    assert window.words.keys.keys("find") == ("Shift+Del",), "the text or the card hands it over"
    seek(page, "keys")
    press(Key.Key_Return)
    press(Key.Key_Space)
    assert "boutons" in page.told.text(), "what works anywhere may not take it from buttons"
    leave(window)


def test_the_page_of_keys_and_the_status_bar_show_them_as_they_now_are(window: Window) -> None:
    window.choices.change_keys("remove-evidence", ["F9"])
    window.choices.change_keys("review-later", ["N"])
    window.commands.call("keys")
    settle()
    page = window.main.findChild(KeysDialog)
    assert page is not None
    lines = dict(line for _title, rows in page.rows() for line in rows)
    assert lines["Retirer la preuve"] == "F9"
    assert lines["Plus tard"] == "N"
    assert lines["Fin d’un mot vers la gauche"] == "Alt Maj ←"
    page.close()
    reviewer = Reviewer(window)
    window.main.activateWindow()
    reviewer.start()
    shown = reviewer.workspace.keys()
    assert ("N", "status.key_later") in shown
    assert reviewer.pane.footer.buttons["later"].key == "N"


def test_shift_and_enter_on_a_line_of_the_list_are_the_command_s(window: Window) -> None:
    workspace = opened_project(window)
    window.choices.change_keys("reject-fact", ["Shift+Return"])
    waiting = next(each.fact for each in workspace.facts.model.views if each.fact.state is State.PROPOSED)
    workspace.desk.selection.show_fact(waiting.id)
    in_list(window).setFocus()
    settle()
    press(Key.Key_Return, Shift)
    assert library.fact_view(workspace.desk.runner, waiting.id).fact.state is State.REJECTED
    assert not edited(window)


def test_enter_on_a_line_of_the_list_changes_the_fact(window: Window) -> None:
    """As in the text: the list's own Enter, which no remapping takes away."""
    window.choices.change_keys("edit-fact", ["F9"])
    in_list(window).setFocus()
    settle()
    press(Key.Key_Return)
    assert edited(window)
