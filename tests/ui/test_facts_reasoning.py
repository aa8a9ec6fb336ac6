"""The reason for a value that its passage does not say, while reading: only a review could take it."""

from __future__ import annotations

from facts_setting import press
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from shell_setting import settle

from maeditor.domain.facts import Fact, State
from maeditor.services import library
from maeditor.ui.facts.pane import FactsPane
from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace

Key = Qt.Key


def saved(workspace: Workspace) -> Fact:
    return library.fact_view(workspace.desk.runner, workspace.desk.selection.fact_id).fact


def correct(window: Window, workspace: Workspace, pane: FactsPane) -> None:
    """Give the selected capacity a value that its passage does not say."""
    pane.list.setFocus()
    press(window, "e")
    amount = pane.inspector.form.amount
    assert amount.hasFocus()
    amount.selectAll()
    QTest.keyClicks(amount, "77")
    QTest.keyClick(amount, Key.Key_Return)
    settle()
    assert saved(workspace).needs_look == "differs_from_passage"


def test_w_asks_under_the_value_and_enter_keeps_the_reason(
    window: Window, workspace: Workspace, pane: FactsPane
) -> None:
    correct(window, workspace, pane)
    fact, reason = saved(workspace), pane.inspector.reason
    assert window.main.notices.text == window.words.say("review.differs", label=fact.label)
    assert pane.inspector.why.isVisible()
    pane.list.setFocus()
    press(window, "w")
    assert reason.field.hasFocus()
    assert "77" in reason.question.text()
    form = pane.inspector.form
    assert form.amount.geometry().bottom() < reason.geometry().top() < form.lifecycle.geometry().top()
    QTest.keyClicks(reason.field, "Lu sur la carte")
    QTest.keyClick(reason.field, Key.Key_Return)
    settle()
    fact = saved(workspace)
    assert (fact.reason, fact.needs_look, fact.state) == ("Lu sur la carte", "", State.CORRECTED)
    assert reason.isHidden()
    assert pane.inspector.why.isHidden()
    assert pane.list.hasFocus()


def test_escape_and_another_fact_leave_the_question(window: Window, workspace: Workspace, pane: FactsPane) -> None:
    correct(window, workspace, pane)
    pane.list.setFocus()
    press(window, "w")
    QTest.keyClick(pane.inspector.reason.field, Key.Key_Escape)
    settle()
    assert pane.inspector.reason.isHidden()
    assert saved(workspace).needs_look
    press(window, "w")
    workspace.desk.selection.show_fact(pane.neighbour(1))
    settle()
    assert pane.inspector.reason.isHidden()


def test_where_no_reason_is_owed_that_is_said(window: Window, pane: FactsPane) -> None:
    pane.list.setFocus()
    press(window, "w")
    assert window.main.notices.text == window.words.say("review.no_reason_owed")
    assert pane.inspector.reason.isHidden()
