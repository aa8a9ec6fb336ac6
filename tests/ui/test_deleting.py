"""Deleting and finishing with the keyboard: an editor could not get rid of what never belonged there, or lose it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shell_setting import settle

from maeditor.domain.facts import State
from maeditor.services import batching, deleting, finishing, library, omissions, reviewing
from maeditor.ui.dialogs.form_dialog import FormDialog
from maeditor.ui.dialogs.question import Question
from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace

Key = Qt.Key
Control, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def press(window: Window, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    modal = QApplication.activeModalWidget()
    if modal is None:
        # Where there is no window manager, nobody gives the keyboard back when a dialog or a menu goes.
        window.main.activateWindow()
    QTest.keyClick((modal or window.main).windowHandle(), key, modifiers)
    settle()


def ask(widget: QWidget) -> QMenu:
    """The key for menus."""
    place = widget.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def pick(menu: QMenu, name: str) -> None:
    """The arrows down to an entry, and Return."""
    shown = [each for each in menu.actions() if each.isVisible() and each.isEnabled() and not each.isSeparator()]
    for _each in range(1 + [each.objectName() for each in shown].index(name)):
        QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)
    settle()


def facts(workspace: Workspace) -> list[str]:
    return [view.fact.id for view in library.project_facts(workspace.desk.runner)]


def box_of(window: Window) -> Question:
    box = window.main.findChild(Question)
    assert isinstance(box, Question)
    assert box.isVisible()
    return box


# Facts


def test_a_fact_goes_without_a_question_and_the_notice_brings_it_back(window: Window, workspace: Workspace) -> None:
    selection, pane = workspace.desk.selection, workspace.facts
    pane.list.setFocus()
    before, gone = facts(workspace), selection.fact_id
    following = pane.neighbour(1)
    pick(ask(pane.list.viewport()), "delete-fact")
    assert set(before) - set(facts(workspace)) == {gone}
    assert selection.fact_id == following != gone
    assert gone not in {each.fact_id for each in workspace.reader.view.highlights}
    assert "F-" in window.main.notices.text
    press(window, "z", Control)
    assert facts(workspace) == before
    assert selection.fact_id == gone


def test_the_last_of_the_list_leaves_the_one_before_selected(window: Window, workspace: Workspace) -> None:
    pane = workspace.facts
    pane.list.setFocus()
    press(window, Key.Key_End)
    before = pane.neighbour(-1)
    pick(ask(pane.list.viewport()), "delete-fact")
    assert workspace.desk.selection.fact_id == before


@pytest.mark.parametrize("at_once", [300, 1])
def test_marked_facts_go_as_one_action(
    qtbot: QtBot, window: Window, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(batching, "AT_ONCE", at_once)
    pane = workspace.facts
    pane.list.setFocus()
    before = facts(workspace)
    press(window, Key.Key_Home)
    press(window, Key.Key_Down, Shift)
    press(window, Key.Key_Down, Shift)
    pick(ask(pane.list.viewport()), "delete-fact")
    qtbot.waitUntil(lambda: len(facts(workspace)) == len(before) - 3)
    qtbot.waitUntil(lambda: not workspace.desk.jobs.running)
    settle()
    assert "3" in window.main.notices.text
    assert workspace.desk.selection.fact_id in facts(workspace)
    press(window, "z", Control)
    qtbot.waitUntil(lambda: facts(workspace) == before and not workspace.desk.jobs.running)


def test_without_a_fact_that_is_said(window: Window, workspace: Workspace) -> None:
    workspace.desk.selection.let_fact_go()
    settle()
    window.commands.call("delete-fact")
    assert window.main.notices.text == window.words.say("facts.none_chosen")


# Articles


@pytest.mark.parametrize("at_once", [300, 0])
def test_an_article_says_what_goes_with_it_and_the_next_one_opens(
    qtbot: QtBot, window: Window, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(batching, "AT_ONCE", at_once)
    desk, cards = workspace.desk, library.articles(workspace.desk.runner)
    desk.selection.show_article(cards[0].id)
    before = facts(workspace)
    workspace.sidebar.articles.setFocus()
    pick(ask(workspace.sidebar.articles.viewport()), "delete-article")
    box = box_of(window)
    assert cards[0].title in box.asked.text()
    assert str(cards[0].total) in box.asked.text()
    press(window, Key.Key_Delete)
    qtbot.waitUntil(lambda: desk.selection.article_id == cards[1].id)
    qtbot.waitUntil(lambda: not desk.jobs.running)
    settle()
    assert [card.id for card in library.articles(desk.runner)] == [card.id for card in cards[1:]]
    assert cards[0].title in window.main.notices.text
    assert len(facts(workspace)) < len(before)
    press(window, "z", Control)
    qtbot.waitUntil(lambda: facts(workspace) == before and not desk.jobs.running)
    assert desk.selection.article_id == cards[0].id


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Return])
def test_escape_and_enter_delete_nothing(window: Window, workspace: Workspace, key: Qt.Key) -> None:
    """Whoever presses Enter at everything keeps their article; the buttons say which key does what."""
    before = library.articles(workspace.desk.runner)
    window.commands.call("delete-article")
    settle()
    box = box_of(window)
    assert (box.do._key, box.leave._key) == (window.words.say("keys.delete"), window.words.say("keys.escape"))
    assert box.leave.isDefault()
    press(window, key)
    assert library.articles(workspace.desk.runner) == before


def test_when_the_last_article_goes_nothing_is_shown_and_nothing_can_be_deleted(
    window: Window, workspace: Workspace
) -> None:
    desk = workspace.desk
    for _each in library.articles(desk.runner):
        window.commands.call("delete-article")
        settle()
        press(window, Key.Key_Delete)
    assert library.articles(desk.runner) == ()
    assert desk.selection.article_id == ""
    window.commands.call("delete-article")
    assert window.main.notices.text == window.words.say("article.none_open", how=window.words.called("import-files"))


def test_an_article_menu_offers_what_suits_an_article(window: Window, workspace: Workspace) -> None:
    articles = workspace.sidebar.articles
    row = articles.model().index(1, 0)
    place = articles.visualRect(row).center()
    QTest.mouseClick(articles.viewport(), Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, place)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, articles.viewport().mapToGlobal(place))
    QApplication.sendEvent(articles.viewport(), event)
    settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert {"delete-article", "finish-article", "article-details"} <= {each.objectName() for each in menu.actions()}
    assert workspace.desk.selection.article_id == library.articles(workspace.desk.runner)[1].id
    assert menu.geometry().contains(menu.mapToGlobal(QPoint(1, 1)))
    menu.close()


def test_back_and_forward_pass_over_an_article_that_is_gone(window: Window, workspace: Workspace) -> None:
    selection, cards = workspace.desk.selection, library.articles(workspace.desk.runner)
    for card in cards[:3]:
        selection.show_article(card.id)
        settle()
    workspace.desk.bulletin.publish(deleting.delete_article(workspace.desk.runner, cards[1].id))
    settle()
    workspace.reader.setFocus()
    press(window, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert selection.article_id == cards[0].id
    press(window, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert selection.article_id == cards[2].id


def test_an_article_deleted_in_a_review_leaves_the_review_on_the_next(window: Window, workspace: Workspace) -> None:
    selection, cards = workspace.desk.selection, library.articles(workspace.desk.runner)
    selection.show_article(cards[0].id)
    press(window, "r", Control)
    assert selection.view == "review"
    window.commands.call("delete-article")
    settle()
    press(window, Key.Key_Delete)
    assert selection.article_id == cards[1].id
    assert selection.fact_id == "" or selection.fact_id in facts(workspace)
    press(window, "z", Control)
    assert [card.id for card in library.articles(workspace.desk.runner)] == [card.id for card in cards]


# Finished


def decide_all(workspace: Workspace) -> None:
    """Nothing of the article in front waits."""
    runner, article_id = workspace.desk.runner, workspace.desk.selection.article_id
    waiting = [
        (view.fact.id, None)
        for view in library.article_facts(runner, article_id)
        if view.fact.state in {State.PROPOSED, State.DEFERRED}
    ]
    if waiting:
        done = reviewing.accept_facts(runner, waiting)
        workspace.desk.bulletin.publish(done)
        settle()


def test_an_article_with_facts_that_wait_is_not_called_read(qtbot: QtBot, window: Window, workspace: Workspace) -> None:
    runner = workspace.desk.runner
    waiting = next(card for card in library.articles(runner) if card.remaining)
    workspace.desk.selection.show_article(waiting.id)
    window.commands.call("finish-article")
    qtbot.waitUntil(lambda: not workspace.desk.jobs.running)
    assert window.main.notices.text == window.words.say("error.article_undecided", count=waiting.remaining)
    assert window.main.findChild(FormDialog) is None


def test_all_that_is_left_is_dismissed_for_one_reason_as_one_action(
    qtbot: QtBot, window: Window, workspace: Workspace
) -> None:
    desk = workspace.desk
    article_id = next(card.id for card in library.articles(desk.runner) if omissions.unattached(desk.runner, card.id))
    desk.selection.show_article(article_id)
    decide_all(workspace)
    left = finishing.remaining(desk.runner, article_id)
    assert left.left
    window.commands.call("finish-article")
    qtbot.waitUntil(lambda: window.main.findChild(FormDialog) is not None)
    qtbot.waitUntil(lambda: not desk.jobs.running)
    dialog = window.main.findChild(FormDialog)
    assert isinstance(dialog, FormDialog)
    reason, note = dialog.findChild(QComboBox), dialog.findChildren(QLineEdit)[-1]
    assert not note.isEnabled()
    press(window, Key.Key_End)
    assert note.isEnabled(), "the last reason is the note"
    press(window, Key.Key_Return)
    assert not finishing.remaining(desk.runner, article_id).done, "a note is asked for"
    assert dialog.isVisible()
    reason.setFocus()
    press(window, Key.Key_Home)
    press(window, Key.Key_Return)
    assert finishing.remaining(desk.runner, article_id).done
    assert desk.words.wording.number(len(left.left)) in window.main.notices.text
    card = next(each for each in workspace.sidebar.model.cards if each.id == article_id)
    assert card.done
    window.commands.call("finish-article")
    qtbot.waitUntil(lambda: window.main.notices.text == window.words.say("article.finished"))
    press(window, "z", Control)
    assert finishing.remaining(desk.runner, article_id) == left


def test_the_dialog_s_buttons_are_worded(qtbot: QtBot, window: Window, workspace: Workspace) -> None:
    window.choices.choose_language("en")
    decide_all(workspace)
    window.commands.call("finish-article")
    qtbot.waitUntil(lambda: not workspace.desk.jobs.running)
    dialog = window.main.findChild(FormDialog)
    if dialog is not None:
        assert "Dismiss and mark as done" in {each.text() for each in dialog.findChildren(QPushButton)}
        dialog.close()
