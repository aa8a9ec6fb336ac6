"""The list in the window: what is asked for is shown, taken back with one key, kept with the project."""

from __future__ import annotations

from dataclasses import replace

import pytest
from facts_setting import press
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shell_setting import settle

from maeditor.domain.facts import State
from maeditor.domain.listing import FactFilter, Group, Listing, Sort
from maeditor.domain.properties import Family
from maeditor.services import library, reviewing
from maeditor.ui.facts import list_presenter
from maeditor.ui.facts.list_presenter import ListPresenter
from maeditor.ui.facts.model import FactRole, SectionView
from maeditor.ui.facts.pane import FactsPane
from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace

Key = Qt.Key
Control, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def pane(workspace: Workspace) -> FactsPane:
    return workspace.facts


@pytest.fixture
def lists(workspace: Workspace) -> ListPresenter:
    return workspace.facts_presenter.listing


def lines(pane: FactsPane) -> list[str]:
    return [str(pane.model.index(row).data()) for row in range(pane.model.rowCount())]


def sections(pane: FactsPane) -> list[SectionView]:
    found = (pane.model.index(row).data(FactRole.SECTION) for row in range(pane.model.rowCount()))
    return [each for each in found if isinstance(each, SectionView)]


def type_text(window: Window, text: str) -> None:
    for letter in text:
        QTest.keyClick(window.main.windowHandle(), letter)
    settle()


def test_control_shift_f_narrows_the_whole_project_by_a_text_and_esc_brings_all_back(
    qtbot: QtBot, window: Window, workspace: Workspace, pane: FactsPane
) -> None:
    whole = len(library.project_facts(workspace.desk.runner))
    press(window, Key.Key_F, Control | Shift)
    assert pane.whole_project
    assert QApplication.focusWidget() is pane.bar.field
    assert pane.model.count == whole
    type_text(window, "maroc")
    qtbot.waitUntil(lambda: 0 < pane.model.count < whole)
    assert pane.header.funnel.accessibleName() == window.words.say("facts.funnel_on")
    press(window, Key.Key_Return)
    assert pane.list.hasFocus()
    for fact in (view.fact for view in pane.model.views):
        assert "maroc" in " ".join((fact.subject, fact.place, fact.raw, fact.text_value, fact.note)).lower()
    press(window, Key.Key_Escape)
    assert pane.model.count == whole
    assert not pane.bar.isVisible()


def test_the_pane_comes_back_for_the_project_s_facts(window: Window, pane: FactsPane) -> None:
    press(window, Key.Key_B, Control | Shift)
    assert not pane.isVisible()
    press(window, Key.Key_F, Control | Shift)
    assert pane.isVisible()
    assert pane.bar.field.hasFocus()


def test_a_text_that_nothing_says_keeps_the_keyboard_where_esc_takes_it_back(
    qtbot: QtBot, window: Window, pane: FactsPane, lists: ListPresenter
) -> None:
    lists.ask(Listing(FactFilter(states=frozenset({State.PROPOSED}))))
    press(window, Key.Key_F, Control | Shift)
    type_text(window, "zzz")
    qtbot.waitUntil(lambda: pane.model.count == 0)
    assert pane._empty.text() == window.words.say("facts.none_match")
    press(window, Key.Key_Return)
    assert pane.bar.field.hasFocus()
    press(window, Key.Key_Escape)
    assert pane.bar.field.text() == ""
    assert lists.asked.filter.states
    pane.bar.open()
    press(window, Key.Key_Escape)
    assert lists.asked == Listing()


def test_the_funnel_s_menu_ticks_without_closing(window: Window, pane: FactsPane, lists: ListPresenter) -> None:
    pane.header.funnel.setFocus()
    press(window, Key.Key_Space)
    menu = pane.header.menu
    assert menu.isVisible()
    by_text = {action.text(): action for action in menu.actions()}
    states = by_text["État"].menu()
    states.popup(pane.mapToGlobal(pane.rect().center()))
    proposed = states.actions()[0]
    states.setActiveAction(proposed)
    QTest.keyClick(states, Key.Key_Space)
    assert states.isVisible()
    assert proposed.isChecked()
    assert lists.asked.filter.states == {State.PROPOSED}
    QTest.mouseClick(states, Qt.MouseButton.LeftButton, pos=states.actionGeometry(states.actions()[1]).center())
    assert lists.asked.filter.states == {State.PROPOSED, State.ACCEPTED}
    QTest.keyClick(states, Key.Key_Space)
    states.close()
    by_text["En conflit"].trigger()
    by_text["Montrer les faits rejetés"].trigger()
    by_text["Ordre inverse"].trigger()
    by_text["Trier par"].menu().actions()[list(Sort).index(Sort.VALUE)].trigger()
    by_text["Grouper par"].menu().actions()[list(Group).index(Group.STATE)].trigger()
    asked = lists.asked
    assert (asked.filter.conflict, asked.rejected, asked.descending) == (True, False, True)
    assert (asked.sort, asked.group) == (Sort.VALUE, Group.STATE)
    menu.close()
    pane.header.open_menu()
    assert by_text["En conflit"].isChecked()
    by_text["Retirer tous les filtres"].trigger()
    assert lists.asked == replace(asked, filter=FactFilter())
    by_text["Chercher dans les faits…"].trigger()
    menu.close()
    assert pane.bar.isVisible()


def test_properties_of_the_project_are_offered_by_name(pane: FactsPane, lists: ListPresenter) -> None:
    pane.header.open_menu()
    menu = next(action.menu() for action in pane.header.menu.actions() if action.text() == "Propriété")
    texts = [action.text() for action in menu.actions()]
    assert texts == sorted(texts, key=str.casefold)
    rank = next(action for action in menu.actions() if action.text() == "Rang")
    rank.trigger()
    pane.header.menu.close()
    assert lists.asked.filter.properties == {"rank"}
    assert {view.fact.property for view in pane.model.views} == {"rank"}
    assert [chip.text().strip("\u00a0") for chip in pane.bar.chips] == ["Propriété\u00a0: Rang"]


def test_each_chip_takes_one_thing_back_and_too_many_are_counted(
    window: Window, pane: FactsPane, lists: ListPresenter
) -> None:
    lists.ask(Listing(FactFilter(families=frozenset({Family.CAPACITY})), Sort.VALUE, group=Group.STATE))
    settle()
    assert len(pane.bar.chips) == 1
    assert pane.bar.chips[0].text().startswith("3")
    window.main.resize(2000, 900)
    pane.setMinimumWidth(700)
    settle()
    names = [chip.text().strip("\u00a0") for chip in pane.bar.chips]
    assert names == ["Famille\u00a0: capacité", "Grouper par\u00a0: État", "Trier par\u00a0: Valeur normalisée"]
    for count in (2, 1, 0):
        pane.bar.chips[0].setFocus()
        QTest.keyClick(pane.bar.chips[0], Key.Key_Space)
        settle()
        assert len(pane.bar.chips) == count
    assert lists.asked == Listing()
    lists.ask(Listing(FactFilter(states=frozenset(State), doubt=True, without_passage=True), rejected=False))
    settle()
    assert pane.bar.chips[0].text().strip("\u00a0") == "État\u00a0: 5"
    for name in ("states", "doubt", "without_passage", "rejected"):
        pane.bar.removed.emit(name)
    assert lists.asked == Listing()
    pane.setMinimumWidth(0)


def test_sections_have_lines_that_the_keys_pass_over(window: Window, pane: FactsPane, lists: ListPresenter) -> None:
    lists.ask(Listing(group=Group.STATE))
    settle()
    told = sections(pane)
    assert {each.title for each in told} <= {"Proposé", "Accepté", "Corrigé", "Rejeté", "Plus tard"}
    assert sum(each.count for each in told) == pane.model.count
    assert lines(pane)[0].startswith(told[0].title)
    pane.list.setFocus()
    press(window, Key.Key_Home)
    seen = set()
    for _each in range(pane.model.rowCount()):
        row = pane.list.currentIndex().row()
        assert pane.model.number_at(row) is not None
        seen.add(row)
        press(window, Key.Key_Down)
    assert len(seen) == pane.model.count
    press(window, "k")
    assert pane.model.number_at(pane.list.currentIndex().row()) is not None


@pytest.mark.parametrize("group", [Group.PROPERTY, Group.SUBJECT, Group.ARTICLE])
def test_sections_of_the_project_are_named(pane: FactsPane, lists: ListPresenter, group: Group) -> None:
    pane.show_scope(whole=True)
    lists.ask(Listing(group=group))
    settle()
    told = sections(pane)
    assert len(told) > 1
    assert all(each.title for each in told)
    assert sum(each.count for each in told) == pane.model.count


def test_a_fact_that_the_filter_leaves_out_is_still_inspected(
    workspace: Workspace, pane: FactsPane, lists: ListPresenter
) -> None:
    fact_id = workspace.desk.selection.fact_id
    view = library.fact_view(workspace.desk.runner, fact_id)
    others = frozenset(State) - {view.fact.state}
    lists.ask(Listing(FactFilter(states=others)))
    settle()
    assert pane.model.row_of(fact_id) == -1
    assert pane.inspector.view is not None
    assert pane.inspector.view.fact.id == fact_id
    assert not pane.list.selectionModel().hasSelection()


def test_a_decision_takes_a_fact_out_of_what_is_listed_and_goes_on(
    window: Window, workspace: Workspace, pane: FactsPane, lists: ListPresenter
) -> None:
    lists.ask(Listing(FactFilter(states=frozenset({State.PROPOSED}))))
    settle()
    pane.list.setFocus()
    press(window, Key.Key_Home)
    press(window, Key.Key_Down)
    waiting = [view.fact.id for view in pane.model.views]
    here = workspace.desk.selection.fact_id
    press(window, "r")
    assert [view.fact.id for view in pane.model.views] == [each for each in waiting if each != here]
    assert workspace.desk.selection.fact_id in waiting
    for _each in range(len(waiting) - 1):
        press(window, "r")
    assert pane.model.count == 0
    assert pane.bar.field.hasFocus(), "where nothing is left, the keys that take the filter back still work"
    press(window, Key.Key_Escape)
    assert pane.model.count > 0


def test_rejected_facts_are_left_out_on_demand(window: Window, workspace: Workspace, pane: FactsPane) -> None:
    fact = pane.model.views[0].fact
    workspace.desk.act(lambda: reviewing.reject_fact(workspace.desk.runner, fact.id))
    count = pane.model.count
    window.commands.call("toggle-rejected")
    assert pane.model.count == count - sum(
        view.fact.state is State.REJECTED
        for view in library.article_facts(workspace.desk.runner, workspace.desk.selection.article_id)
    )
    assert not window.commands.actions["toggle-rejected"].isChecked()
    window.commands.call("toggle-rejected")
    assert pane.model.count == count
    assert window.commands.actions["toggle-rejected"].isChecked()


def test_how_many_a_filter_leaves_is_said(
    window: Window, pane: FactsPane, lists: ListPresenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(list_presenter, "announce", lambda _widget, text: said.append(text))
    lists.ask(Listing(FactFilter(text="zzz")))
    lists.ask(Listing())
    lists.refresh()
    assert said == [window.words.say("facts.listed", count=0), window.words.say("facts.listed", count=pane.model.count)]


def test_what_is_listed_is_kept_with_the_project(window: Window, workspace: Workspace) -> None:
    asked = Listing(FactFilter(families=frozenset({Family.CAPACITY})), Sort.VALUE, group=Group.SUBJECT)
    workspace.facts.show_scope(whole=True)
    workspace.facts_presenter.listing.ask(asked)
    target = workspace.target
    assert window.close_project()
    assert window.open(target)
    assert window.workspace is not None
    assert window.workspace.facts_presenter.listing.asked == asked
    assert window.workspace.facts.whole_project
    window.workspace.facts_presenter.listing.restore("not JSON")
    window.workspace.facts_presenter.listing.restore("[]")
    assert window.workspace.facts_presenter.listing.asked == asked


def test_another_language_names_everything_anew(window: Window, pane: FactsPane, lists: ListPresenter) -> None:
    lists.ask(Listing(FactFilter(states=frozenset({State.PROPOSED})), group=Group.STATE))
    settle()
    window.choices.choose_language("en")
    settle()
    assert sections(pane)[0].title == "Proposed"
    assert pane.bar.field.placeholderText() == window.words.say("facts.filter_hint")
    assert "Proposed".lower() in pane.bar.chips[0].text().lower() or "2" in pane.bar.chips[0].text()
    pane.header.open_menu()
    assert pane.header.menu.actions()[0].text() == "Search the facts…"
    pane.header.menu.close()
