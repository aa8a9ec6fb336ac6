"""From a passage to a settled fact in the whole window: each gesture is saved once, shown at once and can be undone."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from shell_setting import settle

from maeditor.domain.facts import State
from maeditor.services import library
from maeditor.services.library import FactView
from maeditor.ui.facts.popover import FactPopover
from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace

Key = Qt.Key


def facts(workspace: Workspace) -> dict[str, FactView]:
    return {view.fact.id: view for view in library.project_facts(workspace.desk.runner)}


def chosen(workspace: Workspace) -> FactView:
    return library.fact_view(workspace.desk.runner, workspace.desk.selection.fact_id)


def choose(workspace: Workspace, state: State) -> FactView:
    view = next(each for each in workspace.facts.model.views if each.fact.state is state and each.fact.quantity)
    workspace.desk.selection.show_fact(view.fact.id)
    settle()
    return view


def open_popover(window: Window, workspace: Workspace, quote: str) -> FactPopover:
    text = workspace.reader.view.text
    start = text.replace("\u00a0", " ").replace("\u202f", " ").index(quote)
    workspace.reader.setFocus()
    workspace.reader.select_span(start, start + len(quote))
    settle()
    window.commands.call("new-fact")
    settle()
    popover = workspace.facts_presenter.making.popover
    assert popover is not None
    assert popover.isVisible()
    return popover


def test_enter_records_the_reading_with_its_passage_and_undo_takes_it_back(
    window: Window, workspace: Workspace
) -> None:
    before = facts(workspace)
    popover = open_popover(window, workspace, "500 mégawatts")
    assert popover.field.text() == "≤\u00a0500\u00a0MW"
    QTest.keyClick(popover.field, Key.Key_Return)
    settle()
    new = chosen(workspace)
    assert new.fact.id not in before
    assert (new.fact.amount, new.fact.unit, new.fact.state) == (Decimal(500), "MW", State.ACCEPTED)
    assert [each.passage.exact.replace("\u00a0", " ") for each in new.evidence] == ["500 mégawatts"]
    assert not popover.isVisible()
    assert workspace.reader.page.surface.hasFocus(), "the next passage is marked where this one was"
    assert window.main.notices.text
    window.undo()
    settle()
    assert facts(workspace).keys() == before.keys()


def test_what_is_typed_counts_and_what_cannot_be_read_is_refused(window: Window, workspace: Workspace) -> None:
    before = facts(workspace)
    popover = open_popover(window, workspace, "500 mégawatts")
    QTest.keyClicks(popover.field, "beaucoup")
    QTest.keyClick(popover.field, Key.Key_Return)
    assert popover.isVisible()
    assert popover.error
    assert facts(workspace).keys() == before.keys()
    popover.field.selectAll()
    QTest.keyClicks(popover.field, "< 0,5 GW")
    assert popover.error == ""
    QTest.keyClick(popover.field, Key.Key_Return)
    settle()
    new = chosen(workspace).fact
    assert (new.comparator, new.amount, new.unit) == ("<", Decimal("0.5"), "GW")


def test_down_and_enter_give_an_existing_fact_one_more_passage(window: Window, workspace: Workspace) -> None:
    popover = open_popover(window, workspace, "500 mégawatts")
    count = len(facts(workspace))
    QTest.keyClick(popover.field, Key.Key_Down)
    QTest.keyClick(popover.existing, Key.Key_Return)
    settle()
    linked = chosen(workspace)
    assert "500 mégawatts" in [each.passage.exact.replace("\u00a0", " ") for each in linked.evidence]
    assert len(facts(workspace)) == count


def test_link_needs_a_passage_and_a_fact(window: Window, workspace: Workspace) -> None:
    choose(workspace, State.PROPOSED)
    workspace.reader.drop_selection()
    settle()
    window.commands.call("link-selection")
    assert window.main.notices.text == window.words.say("facts.mark_and_choose", link="L")
    window.commands.call("new-fact")
    assert window.main.notices.text == window.words.say("facts.mark_first", new_fact="N")
    view = chosen(workspace)
    start = workspace.reader.view.text.index("Serveurs")
    workspace.reader.select_span(start, start + 8)
    settle()
    window.commands.call("link-selection")
    settle()
    popover = workspace.facts_presenter.making.popover
    assert popover is not None
    assert popover.existing.hasFocus()
    QTest.keyClick(popover.existing, Key.Key_Return)
    settle()
    assert chosen(workspace).fact.id == view.fact.id
    assert len(chosen(workspace).evidence) == len(view.evidence) + 1


@pytest.mark.parametrize(("command", "state"), [("accept-fact", State.ACCEPTED), ("reject-fact", State.REJECTED)])
def test_each_decision_goes_on_to_the_next_fact(
    window: Window, workspace: Workspace, command: str, state: State
) -> None:
    view = choose(workspace, State.PROPOSED)
    window.commands.call(command)
    settle()
    assert facts_of(workspace, view.fact.id).fact.state is state
    assert workspace.desk.selection.fact_id != view.fact.id
    window.undo()
    settle()
    assert facts_of(workspace, view.fact.id).fact.state is State.PROPOSED


def facts_of(workspace: Workspace, fact_id: str) -> FactView:
    return library.fact_view(workspace.desk.runner, fact_id)


def test_enter_in_a_field_corrects_and_enter_without_a_change_saves_nothing(
    window: Window, workspace: Workspace
) -> None:
    view = choose(workspace, State.PROPOSED)
    window.commands.call("edit-fact")
    form = workspace.facts.inspector.form
    assert form.amount.hasFocus()
    QTest.keyClick(form.amount, Key.Key_Return)
    settle()
    assert facts_of(workspace, view.fact.id).fact.version == view.fact.version
    form.amount.selectAll()
    QTest.keyClicks(form.amount, "77")
    QTest.keyClick(form.amount, Key.Key_Return)
    settle()
    changed = facts_of(workspace, view.fact.id).fact
    assert (changed.amount, changed.state) == (Decimal(77), State.CORRECTED)
    form.amount.selectAll()
    QTest.keyClicks(form.amount, "rien")
    QTest.keyClick(form.amount, Key.Key_Return)
    settle()
    assert "rien" in form.notes.sentence
    assert facts_of(workspace, view.fact.id).fact == changed


def test_control_enter_accepts_and_goes_on(window: Window, workspace: Workspace) -> None:
    view = choose(workspace, State.PROPOSED)
    form = workspace.facts.inspector.form
    form.amount.setFocus()
    QTest.keyClick(form.amount, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert facts_of(workspace, view.fact.id).fact.state is State.ACCEPTED
    assert workspace.desk.selection.fact_id != view.fact.id


def test_delete_detaches_the_passage_and_says_that_none_is_left(window: Window, workspace: Workspace) -> None:
    view = next(each for each in workspace.facts.model.views if len(each.evidence) == 1)
    workspace.desk.selection.show_fact(view.fact.id)
    settle()
    QTest.keyClick(workspace.facts.inspector.evidence.quotes[0], Key.Key_Delete)
    settle()
    assert facts_of(workspace, view.fact.id).evidence == ()
    window.undo()
    settle()
    assert len(facts_of(workspace, view.fact.id).evidence) == 1


def test_the_whole_project_is_listed_on_demand_and_a_fact_leads_to_its_article(
    window: Window, workspace: Workspace
) -> None:
    here = workspace.desk.selection.article_id
    count = len(workspace.facts.model.views)
    QTest.mouseClick(workspace.facts._project, Qt.MouseButton.LeftButton)
    settle()
    views = workspace.facts.model.views
    assert len(views) > count
    other = next(each for each in views if each.evidence and each.evidence[0].passage.article_id != here)
    workspace.desk.selection.show_fact(other.fact.id)
    settle()
    QTest.keyClick(workspace.facts.list, Key.Key_Return)
    settle()
    assert workspace.desk.selection.article_id == other.evidence[0].passage.article_id
    assert workspace.desk.selection.fact_id == other.fact.id
