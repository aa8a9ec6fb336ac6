"""The rest of what can be done with a fact: its history, its rival, its source, its roles, a copy, its parts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from facts_setting import power, press
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu
from pytestqt.qtbot import QtBot
from shell_setting import settle

from maeditor.domain.facts import Role, Standing, State
from maeditor.services import annotating, describing, library, listing, reviewing
from maeditor.services.describing import ArticleDetails
from maeditor.services.library import FactView
from maeditor.ui import fact_text
from maeditor.ui.dialogs.question import Question
from maeditor.ui.facts.details import FactDetails
from maeditor.ui.facts.fact_commands import may_open
from maeditor.ui.facts.pane import MOST_GROWN, FactsPane
from maeditor.ui.theme import Theme
from maeditor.ui.window import Window
from maeditor.ui.wording import Words
from maeditor.ui.workspace import Workspace

Key = Qt.Key


def chosen(workspace: Workspace) -> FactView:
    return library.fact_view(workspace.desk.runner, workspace.desk.selection.fact_id)


def history_lines(pane: FactsPane) -> list[str]:
    model = pane.inspector.history.deeds.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_i_tells_the_life_of_a_fact_and_esc_goes_back(window: Window, workspace: Workspace, pane: FactsPane) -> None:
    before = len(workspace.desk.runner.editor)
    assert before
    press(window, "i")
    assert pane.inspector.history_shown
    told = history_lines(pane)
    assert told
    press(window, "r")
    settle()
    press(window, "k")
    workspace.desk.selection.show_fact(chosen(workspace).fact.id)
    press(window, Key.Key_Escape)
    assert not pane.inspector.history_shown


def test_the_history_grows_as_things_are_done_and_undone(window: Window, workspace: Workspace, pane: FactsPane) -> None:
    fact = chosen(workspace).fact
    press(window, "i")
    count = len(history_lines(pane))
    workspace.desk.act(lambda: reviewing.reject_fact(workspace.desk.runner, fact.id, reason="essai"))
    settle()
    assert len(history_lines(pane)) == count + 1
    assert "Rejeté" in history_lines(pane)[0]
    press(window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.words.say("facts.deed_taken_back") in history_lines(pane)[1]
    window.choices.choose_language("en")
    settle()
    assert "Rejected" in history_lines(pane)[1]
    assert pane.inspector.history.deeds.hasFocus()
    QTest.mouseClick(pane.inspector.history._back, Qt.MouseButton.LeftButton)
    assert not pane.inspector.history_shown
    assert pane.list.hasFocus()
    press(window, "i")
    press(window, "i")
    assert not pane.inspector.history_shown, "the same key goes back"


def test_the_history_is_told_in_a_window_of_its_own_where_the_inspector_is_not(
    window: Window, workspace: Workspace, pane: FactsPane
) -> None:
    window.main.toggle_facts()
    settle()
    window.commands.call("fact-history")
    settle()
    dialog = next(each for each in window.main.findChildren(QDialog) if each.isVisible())
    assert chosen(workspace).fact.label in dialog.windowTitle()
    QTest.keyClick(QApplication.focusWidget() or dialog, Key.Key_Escape)
    settle()
    assert not any(each.isVisible() for each in window.main.findChildren(QDialog))


def test_c_goes_to_the_fact_that_contradicts_and_back(window: Window, workspace: Workspace, pane: FactsPane) -> None:
    runner = workspace.desk.runner
    view = next(each for each in library.project_facts(runner) if each.conflicted and each.evidence)
    passage = view.evidence[0].passage
    workspace.desk.selection.show_passage(passage.article_id, passage.start, passage.end, view.fact.id)
    settle()
    cluster = {each.id for each in listing.rivals(runner, view.fact.id)}
    seen = set()
    for _each in range(len(cluster)):
        press(window, "c")
        seen.add(workspace.desk.selection.fact_id)
        assert pane.inspector.view is not None
        assert pane.inspector.view.fact.id == workspace.desk.selection.fact_id
    assert seen == cluster
    press(window, "c")
    assert workspace.desk.selection.fact_id == view.fact.id
    calm = next(each for each in library.project_facts(runner) if not each.conflicted)
    workspace.desk.selection.show_fact(calm.fact.id)
    press(window, "c")
    assert window.main.notices.text == window.words.say("facts.no_rival")


def give_address(workspace: Workspace, address: str) -> None:
    desk = workspace.desk
    article = library.open_article(desk.runner, desk.selection.article_id).article
    details = ArticleDetails(article.title, article.publisher, article.author, article.published, address)
    describing.describe_article(desk.runner, article.id, article.version, details)


def test_o_opens_the_source_after_asking_and_nothing_but_the_web(
    window: Window, workspace: Workspace, pane: FactsPane
) -> None:
    opened: list[str] = []
    workspace.facts_presenter.more.open_address = opened.append
    press(window, "o")
    assert window.main.notices.text == window.words.say("facts.no_source", details="F2")
    give_address(workspace, "file:///etc/hosts")
    press(window, "o")
    assert "file:///etc/hosts" in window.main.notices.text
    give_address(workspace, "https://journal.example/a?b=1")
    for key, expected in ((Key.Key_Escape, []), (Key.Key_Return, ["https://journal.example/a?b=1"])):
        press(window, "o")
        box = QApplication.activeModalWidget()
        assert isinstance(box, Question)
        assert "journal.example" in box.asked.text()
        assert "https://journal.example/a?b=1" in box.told.text()
        QTest.keyClick(box, key)
        settle()
        window.main.activateWindow()
        settle()
        assert opened == expected


@pytest.mark.parametrize(
    ("address", "open_it"),
    [
        ("https://a.example/x", True),
        ("http://a.example", True),
        ("https://me@a.example/", False),
        ("https://", False),
        ("javascript:alert(1)", False),
        ("https://[bad", False),
    ],
)
def test_only_plain_web_addresses_are_opened(address: str, open_it: bool) -> None:
    assert may_open(address) is open_it


def test_a_copy_has_the_passages_and_is_chosen(window: Window, workspace: Workspace, pane: FactsPane) -> None:
    view = chosen(workspace)
    window.commands.call("duplicate-fact")
    settle()
    copy = chosen(workspace)
    assert copy.fact.id != view.fact.id
    assert [each.passage.id for each in copy.evidence] == [each.passage.id for each in view.evidence]
    assert pane.model.row_of(copy.fact.id) >= 0


def test_a_glued_cell_is_split_and_a_plain_fact_is_not(window: Window, workspace: Workspace, pane: FactsPane) -> None:
    runner = workspace.desk.runner
    window.commands.call("split-fact")
    label = library.fact_view(runner, workspace.desk.selection.fact_id).fact.label
    assert window.main.notices.text == window.words.say("error.split_not_glued", label=label)
    fact = next(view.fact for view in pane.model.views if view.fact.quantity is not None and view.fact.unit == "GW")
    with runner.store.write() as unit:
        unit.begin_action("correct-fact", runner.editor)
        unit.facts.replace(
            replace(unit.facts.get(fact.id), needs_look="glued_cell", qualifiers={"alternatives": ["7 GW", "8 GW"]})
        )
        unit.finish_action()
    workspace.facts_presenter.refresh()
    workspace.desk.selection.show_fact(fact.id)
    count = pane.model.count
    QTest.mouseClick(pane.inspector.split, Qt.MouseButton.LeftButton)
    settle()
    assert pane.model.count == count + 1
    assert "7\u00a0GW" in [text for view in pane.model.views for text in [f"{view.fact.amount}\u00a0{view.fact.unit}"]]
    assert not pane.inspector.split.isVisible(), "what was split is no longer glued"
    window.commands.call("split-fact")
    assert pane.model.count == count + 1


def test_a_passage_s_role_is_chosen_in_its_menu_and_seen(window: Window, workspace: Workspace, pane: FactsPane) -> None:
    quote = pane.inspector.evidence.quotes[0]
    plain = quote.height()
    quote.setFocus()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(2, 2), quote.mapToGlobal(QPoint(2, 2)))
    QApplication.sendEvent(quote, event)
    menu = next(each for each in pane.inspector.evidence.findChildren(QMenu) if each.isVisible())
    by_text = {action.text(): action for action in menu.actions()}
    assert by_text["À l’appui"].isChecked()
    by_text["Dit le contraire"].trigger()
    menu.close()
    settle()
    link = chosen(workspace).evidence[0]
    assert link.role is Role.CONTRADICTS
    again = pane.inspector.evidence.quotes[0]
    assert again.height() > plain
    assert again.accessibleName().endswith(window.words.say("facts.role_contradicts"))
    assert not again.grab().toImage().isNull()
    pane.inspector.evidence._open_menu(link, QPoint(0, 0))
    by_text["Pour le contexte"].trigger()
    settle()
    assert chosen(workspace).evidence[0].role is Role.CONTEXT
    pane.inspector.evidence._open_menu(chosen(workspace).evidence[0], QPoint(0, 0))
    by_text["Ouvrir le passage"].trigger()
    by_text["Retirer cette preuve"].trigger()
    menu.close()
    settle()
    assert link.id not in [each.id for each in chosen(workspace).evidence]
    window.undo()
    window.undo()
    window.undo()
    settle()
    assert chosen(workspace).evidence[0].role is Role.SUPPORTS


def test_the_same_passage_is_not_given_the_same_role_twice(window: Window, workspace: Workspace) -> None:
    runner, view = workspace.desk.runner, chosen(workspace)
    link = view.evidence[0]
    span = link.passage.start, link.passage.end
    done = annotating.attach_passage(
        runner, view.fact.id, link.passage.article_id, annotating.Span(*span), Role.CONTEXT
    )
    other = done.record_ids("evidence")[0]
    workspace.facts_presenter.refresh()
    workspace.facts.inspector.role_wanted.emit(other, Role.SUPPORTS)
    assert view.fact.label in window.main.notices.text


def test_every_command_of_a_fact_stands_behind_the_dots_with_its_key(window: Window, pane: FactsPane) -> None:
    pane.inspector.more.setFocus()
    press(window, Key.Key_Space)
    menu = window.parts.fact_menu
    assert menu.isVisible()
    names = {action.objectName() for action in menu.actions() if action.isVisible()} - {""}
    wanted = {"accept-fact", "reject-fact", "defer-fact", "reopen-fact", "edit-fact", "split-fact", "merge-facts"}
    wanted |= {"duplicate-fact", "compare", "fact-history", "open-source", "remove-evidence", "link-selection"}
    wanted |= {"delete-fact", "review-reason"}
    assert names == wanted
    menu.close()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(2, 2), pane.mapToGlobal(QPoint(2, 2)))
    QApplication.sendEvent(pane.list.viewport(), event)
    assert menu.isVisible()
    menu.close()


def test_what_stands_can_be_edited_and_what_waits_accepted(
    window: Window, workspace: Workspace, pane: FactsPane
) -> None:
    buttons = pane.inspector.buttons
    for state in (State.ACCEPTED, State.PROPOSED):
        view = next(each for each in pane.model.views if each.fact.state is state)
        workspace.desk.selection.show_fact(view.fact.id)
        settle()
        standing = state is State.ACCEPTED
        assert (buttons["edit"].isVisible(), buttons["accept"].isVisible()) == (standing, not standing)
    view = next(each for each in pane.model.views if each.fact.state is State.ACCEPTED and each.fact.quantity)
    workspace.desk.selection.show_fact(view.fact.id)
    QTest.mouseClick(buttons["edit"], Qt.MouseButton.LeftButton)
    assert pane.inspector.form.amount.hasFocus()


@pytest.mark.parametrize(("size", "width", "height"), [((1440, 900), 404, 336), ((1366, 768), 372, 312)])
def test_the_pane_and_the_inspector_have_the_sizes_of_the_design(
    window: Window, workspace: Workspace, size: tuple[int, int], width: int, height: int
) -> None:
    target = workspace.target
    window.close_project()
    window.settings._store.clear()
    window.main.resize(*size)
    settle()
    window.open(target)
    window.show_first_fact()
    settle()
    assert window.workspace is not None
    pane = window.workspace.facts
    assert pane.width() == width
    assert height <= pane.inspector.height() <= height + MOST_GROWN
    last = pane.inspector.evidence.quotes[1]
    assert len(pane.inspector.evidence.quotes) > 1
    foot = last.mapTo(pane.inspector, QPoint(0, last.height())).y()
    line = pane.inspector._line.mapTo(pane.inspector, QPoint(0, 0)).y()
    assert foot <= line, "the second passage is not cut"
    details = pane.inspector._details
    assert details.mapTo(pane.inspector, QPoint(0, details.height())).y() <= line, "nor where the fact comes from"


def test_details_say_where_a_fact_comes_from_and_who_judged_it(qtbot: QtBot, theme: Theme, words: Words) -> None:
    details = FactDetails(theme, words, None)  # type: ignore[arg-type]
    qtbot.addWidget(details)
    judged = power(reviewer="Inès", reviewed_at="2026-05-08T10:00:00Z", note="à suivre", reason="duplicate")
    told = "\n".join(details.lines(replace(judged.fact, standing=Standing.SET_ASIDE)))
    for part in ("Inès", "mai 2026", "à suivre", words.say("timeline.reason_duplicate"), words.say("facts.set_aside")):
        assert part in told
    told, rule = details.origin(power(origin="rule:power.quantity:grammar@1").fact)
    assert "power.quantity" in rule
    assert "power.quantity" not in told, "the rule's name is for who asks"
    assert "lot.jsonl" in details.origin(power(origin="file:lot.jsonl").fact)[0]
    assert details.lines(power(reason="source douteuse", reviewer="A").fact) != []
    details.show_fact(judged)
    details.show()
    assert any(label.text().startswith(words.say("facts.confidence_3")) for label in details.findChildren(QLabel))
    assert not details.grab().toImage().isNull()


def test_a_fact_s_history_tells_a_decision_about_many_as_one_about_it(
    window: Window, workspace: Workspace, pane: FactsPane
) -> None:
    runner = workspace.desk.runner
    views = [view for view in library.project_facts(runner) if view.fact.state is State.PROPOSED][:3]
    workspace.desk.act(lambda: reviewing.defer_facts(runner, [(view.fact.id, view.fact.version) for view in views]))
    workspace.desk.selection.show_fact(views[0].fact.id)
    settle()
    press(window, "i")
    assert history_lines(pane)[0].startswith("Remis à plus tard (avec 2 autres)")
    assert history_lines(pane)[-1].startswith("Proposé (avec ")
    title = pane.inspector.history._title.text()
    assert views[0].fact.label in title
    assert fact_text.value_text(views[0], window.words.wording) in title
    press(window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    undone = window.words.say("action.undone", what="remis à plus tard (avec 2 autres)")
    assert history_lines(pane)[0].startswith(undone)
