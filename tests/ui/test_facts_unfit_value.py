"""A passage whose value no property takes: the popover opens all the same, and its words can become a fact."""

from __future__ import annotations

import pytest
from popover_setting import Hands, facts, popover_of
from PySide6.QtCore import Qt
from shell_setting import settle

from maeditor.services import importing
from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace

LINE = "La ligne de 225 kV alimente le site de Rabat."


@pytest.fixture
def hands(window: Window, workspace: Workspace) -> Hands:
    """At an article that says a voltage, which is no property of the catalogue."""
    report = importing.import_text(workspace.desk.runner, f"Réseau\n\n{LINE}\n")
    assert report.done is not None
    workspace.desk.bulletin.publish(report.done)
    workspace.desk.selection.show_article(report.article_ids[0])
    settle()
    return Hands(window, workspace)


def test_the_popover_opens_and_its_fact_is_made(hands: Hands, workspace: Workspace) -> None:
    before = facts(workspace)
    hands.put_caret("alimente")
    hands.press("m")
    hands.press("n")
    assert popover_of(workspace).isVisible()
    hands.press(Qt.Key.Key_Return)
    (new,) = (view for known, view in facts(workspace).items() if known not in before)
    assert "225" in new.fact.text_value
    assert new.evidence[0].passage.exact == LINE


def test_linking_it_says_that_there_is_nothing_to_link_to(hands: Hands, window: Window, workspace: Workspace) -> None:
    before = facts(workspace)
    hands.put_caret("alimente")
    hands.press("m")
    hands.press("l")
    assert window.main.notices.text or popover_of(workspace).existing.count()
    assert facts(workspace).keys() == before.keys()
