"""C on a correction of both sides: the decision put off must not lose either value, nor be taken for one."""

from __future__ import annotations

from pathlib import Path

import pytest
from accessibility_setting import press
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from returning_setting import bring_back, facts, opened, quiet
from shell_setting import settle
from test_returning_window import corrected, go_to

from maeditor.domain.merge import MergeState
from maeditor.services import library
from maeditor.ui.keys_here import keys_here
from maeditor.ui.returning.pane import ReturningPane
from maeditor.ui.returning.rows import Choice
from maeditor.ui.window import Window

pytestmark = pytest.mark.slow
Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier


def decision(pane: ReturningPane) -> Choice:
    assert pane.row is not None
    return pane.model.choice(pane.row)


def test_c_keeps_both_values_and_one_undo_takes_the_second_back(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    pane = corrected(window, qtbot, tmp_path)
    go_to(pane, MergeState.CHANGED_THERE)
    press(Key.Key_Space)
    go_to(pane, MergeState.BOTH)
    assert pane.row is not None
    mine = pane.row.correction.fact_id
    assert pane.panel.beside.isVisible()
    assert (pane.panel.beside.text(), pane.panel.beside.note) == ("Ouvrir comme conflit", "décider plus tard")
    press("c")
    assert pane.panel.beside.isChecked()
    assert "à trancher" in str(pane.list.rows.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))
    assert (pane.model.taken_count, pane.foot.apply.text()) == (0, "Appliquer 1 correction")
    before = facts(window)
    press(Key.Key_Return, Control)
    quiet(window, qtbot, lambda: len(facts(window)) == len(before) + 1)
    after = facts(window)
    (new,) = after.keys() - before.keys()
    assert after[mine] == before[mine]
    assert (after[new].place, after[new].state.value, after[new].origin) == ("Tanger", "proposed", "file:fiches.xlsx")
    assert (after[new].subject, after[new].amount) == (before[mine].subject, before[mine].amount)
    assert library.fact_view(opened(window).desk.runner, new).evidence == ()
    assert "1 ouverte comme conflit" in window.main.notices.text
    assert decision(pane) is Choice.KEEP
    press("z", Control)
    quiet(window, qtbot, lambda: facts(window).keys() == before.keys())
    assert facts(window)[mine] == before[mine]


def test_arrows_and_c_itself_take_it_back(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    pane = corrected(window, qtbot, tmp_path)
    go_to(pane, MergeState.BOTH)
    seen = []
    for key in ("c", "c", "c", Key.Key_Left, "c", Key.Key_Right):
        press(key)
        seen.append(decision(pane))
    beside = Choice.BESIDE
    assert seen == [beside, Choice.OPEN, beside, Choice.KEEP, beside, Choice.TAKE]
    assert (pane.model.beside, pane.model.chosen_count) == ([], pane.model.taken_count)
    QTest.mouseClick(pane.panel.beside, Qt.MouseButton.LeftButton)
    settle()
    assert decision(pane) is beside


def test_it_is_offered_where_both_sides_say_something_alone(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    pane = corrected(window, qtbot, tmp_path)
    for state in (MergeState.CHANGED_THERE, MergeState.NEW, MergeState.DELETED, MergeState.INVALID):
        go_to(pane, state)
        before = decision(pane)
        press("c")
        assert decision(pane) is before
        assert not pane.panel.beside.isVisible()
    assert ("C", "returning.key_conflict") in keys_here(opened(window))


def test_opened_again_from_the_same_file_it_says_that_it_is_there(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    pane = corrected(window, qtbot, tmp_path)
    before = facts(window)
    go_to(pane, MergeState.CHANGED_THERE)
    press(Key.Key_Space)
    for _time in range(2):
        pane = bring_back(window, qtbot, tmp_path / "fiches.xlsx")
        go_to(pane, MergeState.BOTH)
        press("c")
        press(Key.Key_Return, Control)
        quiet(window, qtbot, lambda: len(facts(window)) == len(before) + 1)
    assert "déjà proposée" in window.main.notices.text
    assert len(facts(window)) == len(before) + 1
