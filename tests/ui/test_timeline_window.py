"""The history in the window, by keys alone: an editor could not find or take back what was done if these failed."""

from __future__ import annotations

import pytest
from accessibility_setting import name_of
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from shell_setting import settle
from timeline_setting import (
    Control,
    Key,
    Shift,
    changes,
    go_to,
    lines,
    open_history,
    press,
    states,
    waiting_fact,
    write,
)

from maeditor.domain.facts import State
from maeditor.services import checkpoints, library, restructuring, reviewing
from maeditor.services.projects import open_project
from maeditor.ui.dialogs.checkpoint_dialogs import ReturnDialog
from maeditor.ui.window import Window

pytestmark = pytest.mark.slow


def state(window: Window, fact_id: str) -> State:
    return states(window)[fact_id]


def test_it_opens_over_the_work_and_gives_the_keyboard_back(window: Window) -> None:
    assert window.workspace is not None
    window.workspace.reader.setFocus()
    settle()
    before = QApplication.focusWidget()
    pane = open_history(window)
    assert QApplication.focusWidget() is pane.list
    press(window, Key.Key_Escape)
    assert not pane.isVisible()
    assert QApplication.focusWidget() is before
    open_history(window)
    press(window, Key.Key_H, Control | Shift)
    assert not pane.isVisible()
    assert QApplication.focusWidget() is before


def test_letters_typed_in_it_decide_nothing_behind_it(window: Window) -> None:
    waiting_fact(window)
    before = states(window)
    pane = open_history(window)
    for each in "arxdjknlmeh":
        press(window, each)
    pane.button.setFocus()
    for each in "arx":
        press(window, each)
    assert states(window) == before
    assert pane.isVisible()


def test_enter_shows_what_a_step_changed_and_left_goes_back_to_it(window: Window) -> None:
    waiting_fact(window)
    press(window, "a")
    pane = open_history(window)
    assert "accepté" in str(pane.list.currentIndex().data())
    press(window, Key.Key_Down)
    row = pane.list.currentIndex().row()
    press(window, Key.Key_Up)
    press(window, Key.Key_Return)
    assert QApplication.focusWidget() is pane.trace
    told = changes(pane)
    assert told[0].startswith("Fait F-")
    assert any("Proposé" in each and "Accepté" in each for each in told)
    press(window, Key.Key_Left)
    assert QApplication.focusWidget() is pane.list
    press(window, Key.Key_Down)
    assert pane.list.currentIndex().row() == row
    press(window, Key.Key_Right)
    press(window, Key.Key_Escape)
    assert pane.isVisible()
    press(window, Key.Key_Escape)
    assert not pane.isVisible()


def test_delete_takes_a_step_back_and_brings_it_back(window: Window) -> None:
    fact_id = waiting_fact(window)
    press(window, "a")
    pane = open_history(window)
    press(window, Key.Key_Return)
    press(window, Key.Key_Delete)
    assert state(window, fact_id) is State.PROPOSED
    assert pane.in_detail
    assert window.words.say("timeline.bring_back") in pane.button.text()
    press(window, Key.Key_Delete)
    assert state(window, fact_id) is State.ACCEPTED
    press(window, Key.Key_Escape)
    said = lines(pane)
    assert said[1].startswith("Rétabli")
    assert said[2].startswith("Annulé")
    assert "annulé par" in said[2]
    assert "annulé par" not in said[3]


def test_a_step_far_down_is_taken_back_out_of_turn(window: Window) -> None:
    first = waiting_fact(window)
    press(window, "a")
    second = waiting_fact(window)
    press(window, "r")
    pane = open_history(window)
    press(window, Key.Key_Down)
    press(window, Key.Key_Delete)
    assert state(window, first) is State.PROPOSED
    assert state(window, second) is State.REJECTED
    assert pane.isVisible()


def test_what_stands_on_a_step_is_named_and_a_key_leads_there(window: Window) -> None:
    fact_id = waiting_fact(window)
    press(window, "a")
    assert window.workspace is not None
    other = open_project(window.workspace.target, editor="Brahim")
    reviewing.reject_fact(other, fact_id, reason="déjà compté")
    other.store.close()
    pane = open_history(window)
    press(window, Key.Key_Down)
    press(window, Key.Key_Delete)
    assert state(window, fact_id) is State.REJECTED
    assert pane.blocked.isVisible()
    (way,) = pane.blocked.ways
    assert QApplication.focusWidget() is way
    assert not pane.button.isEnabled(), "it cannot be taken back yet"
    assert "Brahim" in way.accessibleName()
    press(window, Key.Key_Space)
    assert pane.in_detail
    assert pane.step is not None
    assert pane.step.action.editor == "Brahim"
    assert any("déjà compté" in each for each in changes(pane))
    press(window, Key.Key_Delete)
    assert state(window, fact_id) is State.ACCEPTED


def test_a_blocked_ctrl_z_says_whose_work_is_in_the_way(window: Window) -> None:
    fact_id = waiting_fact(window)
    press(window, "a")
    assert window.workspace is not None
    other = open_project(window.workspace.target, editor="Brahim")
    reviewing.reject_fact(other, fact_id)
    other.store.close()
    press(window, Key.Key_Z, Control)
    assert "Brahim" in window.main.notices.text
    assert state(window, fact_id) is State.REJECTED


def test_ctrl_s_names_a_place_and_the_way_back_is_one_step(window: Window) -> None:
    fact_id = waiting_fact(window)
    press(window, Key.Key_S, Control)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    write(window, "avant midi")
    press(window, Key.Key_Return)
    assert "avant midi" in window.main.notices.text
    press(window, "a")
    waiting_fact(window)
    press(window, "r")
    pane = open_history(window)
    go_to(window, pane, "avant midi")
    press(window, Key.Key_Delete)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReturnDialog)
    assert "2 actions" in dialog.going.text()
    press(window, Key.Key_Return)
    assert state(window, fact_id) is State.PROPOSED
    assert "avant midi" in window.main.notices.text
    assert "annulé par" in lines(pane)[2]
    press(window, Key.Key_Z, Control)
    assert state(window, fact_id) is State.ACCEPTED


def test_a_nameless_checkpoint_is_refused_in_the_dialog(window: Window) -> None:
    assert window.workspace is not None
    press(window, Key.Key_S, Control)
    press(window, Key.Key_Return)
    assert QApplication.activeModalWidget() is not None
    press(window, Key.Key_Escape)
    assert checkpoints.checkpoints(window.workspace.desk.runner) == ()
    window.commands.actions["return-to-checkpoint"].trigger()
    assert "Ctrl" in window.main.notices.text


def test_with_nothing_since_the_dialog_offers_no_return(window: Window) -> None:
    press(window, Key.Key_S, Control)
    write(window, "x")
    press(window, Key.Key_Return)
    window.commands.actions["return-to-checkpoint"].trigger()
    settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReturnDialog)
    assert not dialog.do.isEnabled()
    press(window, Key.Key_Escape)


def test_it_is_narrowed_by_keys_to_ones_own_and_to_the_fact(window: Window) -> None:
    waiting_fact(window)
    pane = open_history(window)
    whole = pane.model.rowCount()
    press(window, Key.Key_Tab, Shift)
    assert QApplication.focusWidget() is pane.scope.about
    press(window, Key.Key_Down)
    press(window, Key.Key_Down)
    assert pane.scope.about.currentText().startswith("Fait F-")
    assert 0 < pane.model.rowCount() < whole
    press(window, Key.Key_Home)
    assert pane.model.rowCount() == whole
    press(window, Key.Key_Tab, Shift)
    assert QApplication.focusWidget() is pane.scope.who
    press(window, Key.Key_Down)
    assert pane.model.rowCount() == 0
    press(window, Key.Key_Escape)
    press(window, "a")
    pane = open_history(window)
    assert pane.model.rowCount() == whole + 1


@pytest.mark.parametrize("size", [(1440, 900), (1100, 680)])
def test_everything_in_it_has_a_name_and_room(window: Window, size: tuple[int, int]) -> None:
    window.main.resize(*size)
    settle()
    pane = open_history(window)
    press(window, Key.Key_End)
    for _page in range(2):
        press(window, Key.Key_Delete)
        for widget in pane.findChildren(QWidget):
            if widget.isVisibleTo(pane) and widget.focusPolicy() & 1:
                assert name_of(widget) or isinstance(widget.parent(), QComboBox), widget
                assert pane.rect().contains(widget.mapTo(pane, widget.rect().center())), widget
        press(window, Key.Key_Return)
    assert pane.geometry().right() <= window.main.width()
    assert pane.list.viewport().width() > 300


def test_language_theme_and_size_change_under_it(window: Window) -> None:
    waiting_fact(window)
    press(window, "a")
    pane = open_history(window)
    window.choices.choose_language("en")
    settle()
    assert "accepted" in lines(pane)[1]
    press(window, Key.Key_Return)
    window.theme.set_dark(True)
    window.choices.set_zoom(1.5)
    window.choices.choose_language("fr")
    settle()
    assert any("Accepté" in each for each in changes(pane))
    assert pane.button.text() == "Annuler cette action"
    assert pane.geometry().right() <= window.main.width()
    pane.grab()


def test_what_was_said_and_went_by_can_be_read_again(window: Window) -> None:
    waiting_fact(window)
    press(window, "a")
    said = window.main.notices.text
    window.main.notices.dismiss()
    pane = open_history(window)
    press(window, Key.Key_Tab, Shift)
    press(window, Key.Key_End)
    assert lines(pane)[0] == "Aujourd’hui"
    assert lines(pane)[1].startswith(said)
    assert not pane.button.isVisible()
    press(window, Key.Key_Tab)
    press(window, Key.Key_Return)
    assert not pane.in_detail
    pane.grab()


def test_enter_on_a_change_turns_to_the_fact_behind_the_drawer(window: Window) -> None:
    fact_id = waiting_fact(window)
    press(window, "a")
    assert window.workspace is not None
    selection = window.workspace.desk.selection
    press(window, "j")
    assert selection.fact_id != fact_id
    pane = open_history(window)
    press(window, Key.Key_Return)
    press(window, Key.Key_Down)
    press(window, Key.Key_Return)
    assert selection.fact_id == fact_id
    assert pane.isVisible()
    press(window, Key.Key_Escape)
    go_to(window, pane, "Import")
    press(window, Key.Key_Right)
    selection.show_article(library.articles(window.workspace.desk.runner)[2].id)
    settle()
    press(window, Key.Key_Return)
    assert selection.article_id == library.articles(window.workspace.desk.runner)[0].id


def test_what_is_gone_by_now_is_said_to_be(window: Window) -> None:
    assert window.workspace is not None
    desk = window.workspace.desk
    fact_id = waiting_fact(window)
    done = desk.act(lambda: restructuring.duplicate_fact(desk.runner, fact_id)[0])
    assert done is not None
    (copy_id,) = done.record_ids("facts")
    press(window, Key.Key_Z, Control)
    assert copy_id not in states(window)
    open_history(window)
    press(window, Key.Key_Return)
    press(window, Key.Key_Return)
    assert window.main.notices.text == window.words.say("error.record_missing")


def test_the_notice_of_a_step_taken_back_out_of_turn_offers_that_very_step(window: Window) -> None:
    first = waiting_fact(window)
    press(window, "a")
    second = waiting_fact(window)
    press(window, "r")
    open_history(window)
    press(window, Key.Key_Down)
    press(window, Key.Key_Delete)
    press(window, Key.Key_Y, Control)
    assert (state(window, first), state(window, second)) == (State.ACCEPTED, State.REJECTED)


def test_facts_accepted_together_are_told_by_their_article(window: Window) -> None:
    pane = open_history(window)
    several = [row for row in range(pane.model.rowCount()) if "faits acceptés" in lines(pane)[row]]
    assert several
    titles = {each.title for each in library.articles(window.workspace.desk.runner)}  # type: ignore[union-attr]
    for row in several:
        assert any(title in lines(pane)[row] for title in titles)
