"""What was begun behind the window and ends later must not come over what somebody does by then."""

from __future__ import annotations

import pytest
from popover_setting import SENTENCE, Hands, facts
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from maeditor.domain.facts import State
from maeditor.services import batching, library, omissions, reviewing
from maeditor.ui.dialogs.form_dialog import FormDialog
from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace

Key, CONTROL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def hands(window: Window, workspace: Workspace) -> Hands:
    return Hands(window, workspace)


def ready_to_finish(workspace: Workspace) -> None:
    """The article in front has figures left and no fact that waits."""
    desk = workspace.desk
    assert omissions.unattached(desk.runner, desk.selection.article_id)
    waiting = [
        (view.fact.id, None)
        for view in library.article_facts(desk.runner, desk.selection.article_id)
        if view.fact.state in {State.PROPOSED, State.DEFERRED}
    ]
    desk.bulletin.publish(reviewing.accept_facts(desk.runner, waiting))


def test_who_types_meanwhile_gets_no_dialog_but_a_notice(
    qtbot: QtBot, hands: Hands, window: Window, workspace: Workspace
) -> None:
    hands.put_caret(SENTENCE)
    ready_to_finish(workspace)
    window.commands.call("finish-article")
    assert workspace.desk.jobs.running
    window.main.notices.dismiss()
    hands.press("e")
    hands.press("7")
    qtbot.waitUntil(lambda: not workspace.desk.jobs.running)
    assert window.main.findChild(FormDialog) is None
    assert workspace.facts.inspector.form.amount.hasFocus()
    assert workspace.facts.inspector.form.typed == {"value": "7"}
    assert window.main.notices.text


def test_the_notice_leads_to_the_dialog(qtbot: QtBot, hands: Hands, window: Window, workspace: Workspace) -> None:
    hands.put_caret(SENTENCE)
    ready_to_finish(workspace)
    window.commands.call("finish-article")
    hands.press(Key.Key_Down)
    qtbot.waitUntil(lambda: not workspace.desk.jobs.running)
    again = window.words.say("article.finish_title")
    (button,) = [each for each in window.main.notices.findChildren(QPushButton) if each.text() == again]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.main.findChild(FormDialog) is not None)
    window.main.findChild(FormDialog).close()


@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_long_deletion_leads_on_only_who_waited_for_it(
    qtbot: QtBot, hands: Hands, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, elsewhere: bool
) -> None:
    monkeypatch.setattr(batching, "AT_ONCE", 2)
    workspace.facts.list.setFocus()
    hands.press(Key.Key_Home)
    for _each in range(3):
        hands.press(Key.Key_Down, SHIFT)
    count, following = len(facts(workspace)), workspace.facts.model.views[4].fact.id
    last = workspace.facts.model.views[-1].fact.id
    hands.window.commands.call("delete-fact")
    assert workspace.desk.jobs.running
    if elsewhere:
        hands.press(Key.Key_End)
    qtbot.waitUntil(lambda: not workspace.desk.jobs.running)
    assert len(facts(workspace)) == count - 4
    assert workspace.desk.selection.fact_id == (last if elsewhere else following)
