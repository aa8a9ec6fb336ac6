"""A fact in the margin would belong to another line, or only a mouse could reach it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot
from reader_setting import FRENCH, article, line_of, open_pane, passage

from maeditor.domain.facts import State
from maeditor.domain.properties import Family
from maeditor.ui.reader.pane import ReaderPane

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(params=[False, True], ids=["short", "long"])
def opened(request: pytest.FixtureRequest, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Callable[..., ReaderPane]:
    """Opens a pane on either of the two text widgets."""
    if request.param:
        monkeypatch.setattr("maeditor.ui.reader.page.LONG_TEXT", 10)
    return lambda *args, **details: open_pane(qtbot, *args, **details)


def test_chips_stand_at_the_first_line_of_their_passage(opened: Callable[..., ReaderPane]) -> None:
    """The eye finds the fact of a line beside it; the mouse chooses it there."""
    one = passage(FRENCH, "quatre postes", Family.COUNT, State.PROPOSED, fact="one")
    point = passage(FRENCH, "🧭 Le premier poste", fact="point")
    pane = opened(article(FRENCH, one, point))
    chips = pane.gutter.chips()
    assert [chip.highlights[0].fact_id for chip in chips] == ["one", "point"]
    for chip, place in zip(chips, (one.start, FRENCH.index("Le premier poste")), strict=True):
        _, line, origin = line_of(pane, place)
        assert origin.y() + line.y() < chip.box.center().y() < origin.y() + line.y() + 31
    chosen: list[str] = []
    pane.fact_clicked.connect(chosen.append)
    top = pane.gutter.mapFromGlobal(pane.page.surface.viewport().mapToGlobal(QPoint(0, 0)))
    QTest.mouseClick(pane.gutter, LEFT, pos=chips[1].box.center().toPoint() + QPoint(0, top.y()))
    assert chosen == ["point"]


def test_more_than_two_chips_become_a_list(opened: Callable[..., ReaderPane], qtbot: QtBot) -> None:
    """On a crowded line the rest are counted, and a click on the count lists them by name, as plain text."""
    quotes = ["capacité", "totale", "de 40\u00a0MW", "aura"]
    pane = opened(article(FRENCH, *(passage(FRENCH, quote, fact=f"<b>{quote}</b>&") for quote in quotes)))
    chips = pane.gutter.chips()
    assert [len(chip.highlights) for chip in chips] == [1, 1, 2]
    chosen: list[str] = []
    pane.fact_clicked.connect(chosen.append)
    QTest.mouseClick(pane.gutter, LEFT, pos=chips[2].box.center().toPoint())
    menu = pane.gutter.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["<b>totale</b>&&", "<b>de 40\u00a0MW</b>&&"]
    menu.setActiveAction(menu.actions()[1])
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert chosen == ["<b>de 40\u00a0MW</b>&"]


def test_the_gutter_works_by_keys_and_speaks(opened: Callable[..., ReaderPane]) -> None:
    """Arrows walk through all passages, scrolling to those out of view; Enter chooses; each is named."""
    far = passage(FRENCH, "Enfin, la fin", Family.PLACE, fact="far")
    near = passage(FRENCH, "quatre postes", fact="near")
    pane = opened(article(FRENCH, far, near), height=420)
    chosen: list[str] = []
    pane.fact_clicked.connect(chosen.append)
    pane.gutter.setFocus()
    assert pane.gutter.accessibleName()
    assert pane.gutter.accessibleDescription() == "near"
    QTest.keyClick(pane.gutter, Qt.Key.Key_Down)
    assert pane.gutter.accessibleDescription() == "far"
    assert "far" in [chip.highlights[0].fact_id for chip in pane.gutter.chips()]
    QTest.keyClick(pane.gutter, Qt.Key.Key_Return)
    QTest.keyClick(pane.gutter, Qt.Key.Key_Up)
    QTest.keyClick(pane.gutter, Qt.Key.Key_Space)
    assert chosen == ["far", "near"]


def test_a_tip_is_never_taken_for_rich_text(opened: Callable[..., ReaderPane]) -> None:
    """A label from a hostile article is shown letter by letter."""
    pane = opened(article(FRENCH, passage(FRENCH, "aura", fact="<img src=x>")))
    place = pane.gutter.chips()[0].box.center().toPoint()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, pane.gutter.mapToGlobal(place))
    QApplication.sendEvent(pane.gutter, event)
    assert "&lt;img" in QToolTip.text()
    QToolTip.hideText()
