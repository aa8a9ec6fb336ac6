"""The window's foot while a chart is in front: what is drawn of the project, and only keys that serve there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from shell_setting import settle

from maeditor.services import library
from maeditor.ui import context_keys
from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace


def foot(window: Window) -> str:
    return window.main.status.accessibleDescription()


def test_the_foot_counts_what_is_drawn_and_follows_the_filters(window: Window, workspace: Workspace) -> None:
    """It told the article's review, which the chart has nothing to do with."""
    window.commands.call("view-charts")
    settle()
    every = library.totals(workspace.desk.runner).facts
    drawn = workspace.charts_presenter.count
    assert 0 < drawn < every
    assert foot(window) == window.words.say("charts.shown", count=drawn, all=window.words.number(every))
    workspace.charts.facets.boxes[0].click()
    settle()
    assert 0 < workspace.charts_presenter.count < drawn
    assert str(workspace.charts_presenter.count) in foot(window)
    assert window.main.status.keys == context_keys.caps(context_keys.CHART, window.words)


def test_a_chart_with_nothing_in_it_offers_no_point_and_no_passage(window: Window, workspace: Workspace) -> None:
    window.commands.call("view-charts")
    settle()
    for at in range(len(workspace.charts.facets.boxes)):
        workspace.charts.facets.boxes[at].setChecked(False)
    settle()
    assert workspace.charts_presenter.count == 0
    told = [text for _key, text in window.main.status.keys]
    assert told == ["status.key_clear_filters", "status.key_commands"]
    QTest.keyClick(window.main.windowHandle(), Qt.Key.Key_Escape)
    settle()
    assert workspace.charts_presenter.count > 0
    assert window.main.status.keys == context_keys.caps(context_keys.CHART, window.words)
