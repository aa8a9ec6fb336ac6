"""Scrolling and zooming the chart: every mark must be within reach."""

from __future__ import annotations

import pytest
from charts_scenes import fact, open_pane, point_of
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QScrollBar
from pytestqt.qtbot import QtBot

from maeditor.ui.charts.pane import ChartsPane
from maeditor.ui.charts.plot import CapacityPlot


def plot_of(pane: ChartsPane) -> CapacityPlot:
    assert pane.plot is not None
    return pane.plot


def turn(plot: CapacityPlot, by: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    at = QPointF(500, 100)
    event = QWheelEvent(
        at,
        plot.mapToGlobal(at),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(plot.viewport(), event)


def test_many_rows_scroll_and_the_chosen_one_comes_into_sight(qtbot: QtBot) -> None:
    views = [fact(f"lieu {n:03}", str(n), number=n) for n in range(1, 81)]
    pane = open_pane(qtbot, views)
    plot = plot_of(pane)
    assert plot.scroll == 0
    pane.choose("f1")
    assert plot.scroll > 2000
    placed = plot.placed("f1")
    assert placed is not None
    assert 0 < plot.spot(placed).y() < plot.plot_height
    turn(plot, 120 * 200)
    assert plot.scroll == 0
    (bar,) = [each for each in pane.findChildren(QScrollBar) if each.isVisible()]
    bar.setValue(300)
    assert plot.scroll == 300


def test_control_and_the_wheel_zoom_about_the_mouse(qtbot: QtBot) -> None:
    pane = open_pane(qtbot)
    plot = plot_of(pane)
    before = plot.arranged.scale
    turn(plot, 240, Qt.KeyboardModifier.ControlModifier)
    after = plot.arranged.scale
    assert after.per_decade > before.per_decade * 1.2
    assert after.logarithm(500) == pytest.approx(before.logarithm(500), abs=0.01)
    qtbot.mouseDClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 5))


def test_a_value_far_off_is_chosen_at_the_edge_and_reached_by_zooming_out(qtbot: QtBot) -> None:
    views = [fact(f"lieu {n:02}", str(10 * n), number=n) for n in range(2, 12)]
    pane = open_pane(qtbot, [*views, fact("Nador", "2", unit="kW", number=1)])
    plot = plot_of(pane)
    assert plot.placed("f1").outside  # type: ignore[union-attr]
    pane.choose("f2")
    pane.choose("f1")
    pane.choose("")
    qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=point_of(pane, "f1"))
    assert pane.chosen == "f1"
    plot.grab()
    beside = QPoint(300, 3)
    qtbot.mouseDClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert not plot.placed("f1").outside  # type: ignore[union-attr]
    qtbot.mouseDClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert plot.placed("f1").outside  # type: ignore[union-attr]
    for _ in range(12):
        turn(plot, -240, Qt.KeyboardModifier.ControlModifier)
    assert not plot.placed("f1").outside  # type: ignore[union-attr]
