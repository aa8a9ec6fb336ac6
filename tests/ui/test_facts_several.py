"""Several facts chosen with the keyboard: one action for all, one undo, and what they share is said."""

from __future__ import annotations

import pytest
from facts_setting import power, press
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from shell_setting import settle

from maeditor.domain.facts import State
from maeditor.domain.listing import FactFilter, Listing
from maeditor.services import batching, library, undoing
from maeditor.services.library import FactView
from maeditor.ui.facts import several_presenter
from maeditor.ui.facts.pane import FactsPane
from maeditor.ui.facts.several_panel import SeveralPanel
from maeditor.ui.theme import Theme
from maeditor.ui.window import Window
from maeditor.ui.wording import Words
from maeditor.ui.workspace import Workspace

Key = Qt.Key
Control, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def states(workspace: Workspace, views: list[FactView]) -> list[State]:
    return [library.fact_view(workspace.desk.runner, view.fact.id).fact.state for view in views]


def mark(window: Window, pane: FactsPane, count: int) -> list[FactView]:
    """The first facts of the list, from the keyboard."""
    press(window, Key.Key_Home)
    for _each in range(count - 1):
        press(window, Key.Key_Down, Shift)
    return list(pane.model.views[:count])


@pytest.mark.parametrize(("key", "state"), [("a", State.ACCEPTED), ("r", State.REJECTED), ("x", State.REJECTED)])
def test_a_key_decides_about_all_marked_and_one_undo_takes_it_back(
    window: Window, workspace: Workspace, pane: FactsPane, key: str, state: State
) -> None:
    workspace.facts_presenter.listing.ask(
        Listing(FactFilter(states=frozenset({State.PROPOSED}))) if key == "a" else Listing()
    )
    settle()
    pane.list.setFocus()
    views = mark(window, pane, 3)
    before = states(workspace, views)
    assert pane.inspector.several.isVisible()
    assert pane.inspector.several.text == window.words.say("facts.several", count=3)
    press(window, key)
    assert states(workspace, views) == [state] * 3
    action = undoing.undoable(workspace.desk.runner)
    assert action is not None
    assert len(action.details["facts"]) == 3
    assert "3" in window.main.notices.text
    press(window, Key.Key_Z, Control)
    assert states(workspace, views) == before


def test_later_and_reopen_come_from_the_panel_s_buttons(window: Window, workspace: Workspace, pane: FactsPane) -> None:
    views = mark(window, pane, 2)
    for name, state in (("defer", State.DEFERRED), ("reopen", State.PROPOSED)):
        several = pane.inspector.several
        button = several.buttons.get(name) or several.offers[name]
        button.setFocus()
        QTest.keyClick(button, Key.Key_Space)
        settle()
        assert states(workspace, views) == [state] * 2
        assert pane.list.chosen_count == 2, "they stay marked"


def test_control_a_marks_everything_and_esc_or_an_arrow_one_again(window: Window, pane: FactsPane) -> None:
    press(window, Key.Key_A, Control)
    assert pane.list.chosen_count == pane.model.count
    assert pane.inspector.several.isVisible()
    press(window, Key.Key_Home)
    assert pane.list.chosen_count == 1
    assert not pane.inspector.several.isVisible()
    press(window, "j")
    assert pane.list.chosen_count == 1


def test_merging_keeps_the_one_with_the_frame_and_gives_it_the_passages(
    window: Window, workspace: Workspace, pane: FactsPane
) -> None:
    views = pane.model.views
    by_property: dict[str, list[FactView]] = {}
    for view in views:
        if view.fact.state is not State.REJECTED:
            by_property.setdefault(view.fact.property, []).append(view)
    one, two = next(group for group in by_property.values() if len(group) > 1)[:2]
    workspace.desk.selection.show_fact(one.fact.id)
    row = pane.model.row_of(two.fact.id)
    place = pane.list.visualRect(pane.model.index(row)).center()
    pane.list.scrollTo(pane.model.index(row))
    place = pane.list.visualRect(pane.model.index(row)).center()
    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, Control, place)
    settle()
    assert pane.list.chosen_count == 2
    QTest.mouseClick(pane.inspector.several.offers["merge"], Qt.MouseButton.LeftButton)
    settle()
    kept = library.fact_view(workspace.desk.runner, two.fact.id)
    gone = library.fact_view(workspace.desk.runner, one.fact.id)
    assert gone.fact.state is State.REJECTED
    assert gone.fact.duplicate_of == kept.fact.id
    assert {each.passage.id for each in one.evidence} <= {each.passage.id for each in kept.evidence}
    press(window, Key.Key_Z, Control)
    assert library.fact_view(workspace.desk.runner, one.fact.id).fact.state is one.fact.state


def test_unlike_facts_are_not_merged_and_that_is_said(window: Window, workspace: Workspace, pane: FactsPane) -> None:
    press(window, Key.Key_A, Control)
    assert not pane.inspector.several.offers["merge"].isEnabled()
    window.commands.call("merge-facts")
    assert window.main.notices.text == window.words.say("facts.merge_tip")
    press(window, Key.Key_Home)
    window.main.notices.dismiss()
    window.commands.call("merge-facts")
    assert window.main.notices.text == window.words.say("facts.merge_tip")


def test_very_many_are_decided_behind_the_window_as_one_action(
    qtbot: QtBot, window: Window, workspace: Workspace, pane: FactsPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batching, "AT_ONCE", 3)
    monkeypatch.setattr(several_presenter, "COMPARED", 3)
    press(window, Key.Key_A, Control)
    assert pane.inspector.several.states.text == "", "too many to be compared while the arrow is held down"
    press(window, "r")
    qtbot.waitUntil(lambda: set(states(workspace, list(pane.model.views))) == {State.REJECTED})
    qtbot.waitUntil(lambda: not workspace.desk.jobs.running)
    before = states(workspace, list(pane.model.views))
    press(window, Key.Key_Z, Control)
    qtbot.waitUntil(lambda: states(workspace, list(pane.model.views)) != before and not workspace.desk.jobs.running)
    assert set(states(workspace, list(pane.model.views))) != {State.REJECTED}


def test_what_several_share_is_said_and_what_differs_is_not(qtbot: QtBot, theme: Theme, words: Words) -> None:
    panel = SeveralPanel(theme, words, None)  # type: ignore[arg-type]
    qtbot.addWidget(panel)
    panel.resize(404, 336)
    panel.show()
    panel.show_facts(2, [power(number=1), power("3", number=2, state=State.PROPOSED)])
    told = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert "2 faits choisis" in [text.replace("\u00a0", " ") for text in told]
    assert any("Maroc" in text for text in told)
    assert "Proposé" in panel.states.text
    assert "Accepté" in panel.states.text
    assert not any("GW" in text for text in told)
    panel.show_facts(2, [power(number=1, subject="A", quotes=()), power("3", number=2, subject="B", unit="MW")])
    assert panel.minimumSizeHint().width() <= 372
    told = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert any("A" in text and "B" in text for text in told), "about what they are, though they differ"
    words.set_language("en")
    panel.retranslate()
    assert panel.text.replace("\u00a0", " ") == "2 facts chosen"
