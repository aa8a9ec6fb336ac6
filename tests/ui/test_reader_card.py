"""Under the mouse a passage would not say which fact it is, or the card would stand in the way."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from reader_setting import FRENCH, article, open_pane, passage, point_on
from shell_setting import settle

from maeditor.domain.facts import State
from maeditor.ui.reader.fact_card import DWELL_MS
from maeditor.ui.reader.pane import ReaderPane
from maeditor.ui.window import Window

CAPACITY = passage(FRENCH, "une capacité totale de 40\u00a0MW")
OTHER = passage(FRENCH, "capacité totale", state=State.PROPOSED)


@pytest.fixture
def pane(qtbot: QtBot) -> ReaderPane:
    """A reader with two passages, one inside of the other."""
    return open_pane(qtbot, article(FRENCH, CAPACITY, OTHER))


def _rest_on(pane: ReaderPane, place: QPoint) -> None:
    viewport = pane.page.surface.viewport()
    QTest.mouseMove(viewport, place - QPoint(2, 0))
    QTest.mouseMove(viewport, place)


def test_resting_on_a_passage_tells_its_facts(pane: ReaderPane, qtbot: QtBot) -> None:
    """The mouse passes over without a flicker; resting, it gets all facts that lie there, and the text stays usable."""
    place = point_on(pane, OTHER.start + 4)
    _rest_on(pane, place)
    assert not pane.card.isVisible()
    qtbot.waitUntil(pane.card.isVisible, timeout=20 * DWELL_MS)
    assert {row.value for row in pane.card.rows} == {CAPACITY.label, OTHER.label}
    below = pane.card.mapTo(pane, QPoint(0, 8)).y()
    assert below > pane.page.surface.viewport().mapTo(pane, place).y() + 8
    assert pane.card.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    _rest_on(pane, point_on(pane, FRENCH.index("site, et") + 2))
    assert not pane.card.isVisible()


@pytest.mark.parametrize(
    "leave",
    [
        lambda pane: QTest.keyClick(pane.page.surface, Qt.Key.Key_Down),
        lambda pane: QTest.mouseClick(pane.page.surface.viewport(), Qt.MouseButton.LeftButton),
        lambda pane: pane.page.surface.verticalScrollBar().setValue(40),
    ],
    ids=["key", "click", "scroll"],
)
def test_the_card_goes_with_the_next_thing_done(
    pane: ReaderPane, qtbot: QtBot, leave: Callable[[ReaderPane], None]
) -> None:
    """A key, a click or a scroll takes it away."""
    _rest_on(pane, point_on(pane, OTHER.start + 4))
    qtbot.waitUntil(pane.card.isVisible, timeout=20 * DWELL_MS)
    leave(pane)
    assert not pane.card.isVisible()


def test_chips_tell_theirs_by_mouse_and_keyboard(pane: ReaderPane, qtbot: QtBot) -> None:
    """A chip under the mouse, or reached by arrows, says its fact."""
    chips = pane.gutter.chips()
    QTest.mouseMove(pane.gutter, chips[0].box.center().toPoint())
    qtbot.waitUntil(pane.card.isVisible, timeout=20 * DWELL_MS)
    assert [row.value for row in pane.card.rows] == [chips[0].highlights[0].label]
    pane.card.leave()
    pane.gutter.setFocus()
    QTest.keyClick(pane.gutter, Qt.Key.Key_Down)
    assert [row.value for row in pane.card.rows] == [chips[1].highlights[0].label]


def test_the_card_says_value_property_subject_and_state(window: Window, qtbot: QtBot) -> None:
    """In the project the card says what the list says: value, what it is of, whether it is settled."""
    assert window.workspace is not None
    reader = window.workspace.reader
    highlight = next(each for each in reader.view.highlights if "gigawatts" in reader.view.text[each.start : each.end])
    reader.scroll_to(highlight.start, highlight.end)
    settle()
    _rest_on(reader, point_on(reader, highlight.start + 3))
    qtbot.waitUntil(reader.card.isVisible, timeout=20 * DWELL_MS)
    told = reader.card.rows[0]
    assert told.value.endswith("GW")
    assert "Capacité électrique" in told.about
    assert told.state
