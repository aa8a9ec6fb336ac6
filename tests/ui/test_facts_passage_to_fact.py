"""From a passage to a fact by keys in the whole window: few actions, and what is typed is what is recorded."""

from __future__ import annotations

from decimal import Decimal

import pytest
from popover_setting import SENTENCE, Hands, facts, open_at, popover_of, sentence
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shell_setting import settle

from maeditor.domain.facts import State
from maeditor.domain.properties import Family
from maeditor.services import library
from maeditor.services.sourcing import Slot
from maeditor.ui.facts.existing_list import ExistingRole
from maeditor.ui.facts.popover import FactPopover
from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace

Key = Qt.Key


@pytest.fixture
def hands(window: Window, workspace: Workspace) -> Hands:
    return Hands(window, workspace)


def test_a_passage_becomes_a_fact_in_three_actions(hands: Hands, workspace: Workspace) -> None:
    before = facts(workspace)
    hands.put_caret(SENTENCE)
    hands.press("m")
    hands.press("n")
    hands.press(Key.Key_Return)
    assert hands.pressed == 3
    (new,) = (view for key, view in facts(workspace).items() if key not in before)
    assert (new.fact.amount, new.fact.unit, new.fact.state) == (Decimal(500), "MW", State.ACCEPTED)
    assert new.evidence[0].passage.exact.startswith(SENTENCE)
    assert workspace.desk.selection.fact_id == new.fact.id


def test_a_passage_is_linked_by_n_down_enter(hands: Hands, workspace: Workspace) -> None:
    before = facts(workspace)
    hands.put_caret(SENTENCE)
    hands.press("m")
    hands.press("n")
    first = popover_of(workspace).existing.item(0)
    assert first.data(ExistingRole.SAME)
    wanted = str(first.data(ExistingRole.FACT_ID))
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Return)
    assert hands.pressed == 4
    after = facts(workspace)
    assert after.keys() == before.keys()
    assert len(after[wanted].evidence) == len(before[wanted].evidence) + 1
    assert workspace.desk.selection.fact_id == wanted


def test_l_goes_straight_to_the_facts_that_are_there_the_chosen_one_first(
    hands: Hands, window: Window, workspace: Workspace
) -> None:
    chosen = workspace.desk.selection.fact_id
    before = facts(workspace)
    hands.put_caret("Serveurs")
    hands.press("m")
    hands.press("l")
    popover = popover_of(workspace)
    assert popover.existing.hasFocus()
    assert popover.existing.currentItem().data(ExistingRole.FACT_ID) == chosen
    hands.press(Key.Key_Return)
    assert hands.pressed == 3
    assert len(facts(workspace)[chosen].evidence) == len(before[chosen].evidence) + 1
    window.undo()
    settle()
    assert len(facts(workspace)[chosen].evidence) == len(before[chosen].evidence)


def test_escape_closes_and_keeps_the_marked_passage(hands: Hands, workspace: Workspace) -> None:
    hands.put_caret(SENTENCE)
    hands.press("m")
    span = workspace.reader.selected_span()
    hands.press("n")
    hands.press(Key.Key_Escape)
    assert not popover_of(workspace).isVisible()
    assert workspace.reader.selected_span() == span == workspace.desk.selection.span
    assert workspace.reader.page.surface.hasFocus()


def test_a_whole_line_is_read_while_it_is_typed(window: Window, workspace: Workspace) -> None:
    popover = open_at(window, workspace, sentence(workspace))
    popover.field.selectAll()
    QTest.keyClicks(popover.field, "~2 gw Dakhla")
    assert popover.field.reading.startswith("≈\u00a02\u00a0GW · environ · Capacité électrique")
    assert "Dakhla" in popover.field.reading
    assert {item.slot: item.note for item in popover.legend.items}[Slot.PLACE] == "saisi"
    QTest.keyClick(popover.field, Key.Key_Return)
    settle()
    made = library.fact_view(workspace.desk.runner, workspace.desk.selection.fact_id).fact
    assert (made.amount, made.unit, made.place) == (Decimal(2), "GW", "Dakhla")


def test_what_cannot_be_read_yet_shows_no_stale_reading(window: Window, workspace: Workspace) -> None:
    popover = open_at(window, workspace, sentence(workspace))
    popover.field.selectAll()
    QTest.keyClicks(popover.field, "-5 MW")
    assert popover.field.reading == window.words.say("facts.not_read_yet")
    assert popover.error == ""
    QTest.keyClick(popover.field, Key.Key_Return)
    assert "-5 MW" in popover.error
    assert popover.isVisible()


def test_digits_with_alt_choose_a_family_on_any_layout(window: Window, workspace: Workspace) -> None:
    popover = open_at(window, workspace, "500 mégawatts")
    QTest.keyClick(popover.field, Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert popover.family is Family.COUNT
    azerty = QKeyEvent(QEvent.Type.KeyPress, Key.Key_QuoteDbl, Qt.KeyboardModifier.AltModifier, 12, 0, 0, "", False)
    QApplication.sendEvent(popover.field, azerty)
    assert popover.family is Family.RANK
    QTest.keyClick(popover.field, "7")
    assert popover.field.text().endswith("7")


def test_page_keys_turn_the_property_within_its_family(window: Window, workspace: Workspace) -> None:
    popover = open_at(window, workspace, "500 mégawatts")
    assert popover.properties.key == "capacity_power"
    shown = [key for key, _name in _choices(popover)]
    families = {each.key: each.family for each in library.properties(workspace.desk.runner)}
    assert {families[key] for key in shown} == {Family.CAPACITY}
    QTest.keyClick(popover.field, Key.Key_PageDown)
    assert popover.properties.key != "capacity_power"
    assert popover.field.reading == window.words.say("facts.not_read_yet")
    QTest.keyClick(popover.field, Key.Key_PageUp)
    assert popover.properties.key == "capacity_power"
    assert popover.field.hasFocus()
    QTest.keyClick(popover.field, Key.Key_Return)
    settle()
    made = library.fact_view(workspace.desk.runner, workspace.desk.selection.fact_id).fact
    assert made.property == "capacity_power"


def _choices(popover: FactPopover) -> list[tuple[str, str]]:
    shown = popover.properties.list
    return [(str(shown.itemData(row)), shown.itemText(row)) for row in range(shown.count())]
