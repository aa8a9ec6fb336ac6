"""A context menu would be about another fact than the one under the mouse, or offer what cannot be done there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from reader_setting import ARABIC, FRENCH, article, open_pane, passage, point_on
from shell_setting import settle

from maeditor.domain.facts import State
from maeditor.services import library
from maeditor.ui.reader.pane import ReaderPane
from maeditor.ui.reader.view import Highlight
from maeditor.ui.window import Window

Mouse, Keyboard = QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard
OUTER = passage(FRENCH, "une capacité totale de 40\u00a0MW", fact="out")
INNER = passage(FRENCH, "capacité totale", state=State.PROPOSED, fact="in")


def ask(pane: ReaderPane, place: QPoint, reason: QContextMenuEvent.Reason = Mouse) -> None:
    """A right click, or the key for menus."""
    viewport = pane.page.surface.viewport()
    QApplication.sendEvent(viewport, QContextMenuEvent(reason, place, viewport.mapToGlobal(place)))


def commands(menu: QMenu) -> list[str]:
    return [each.objectName() for each in menu.actions() if each.isVisible() and not each.isSeparator()]


def highlights(window: Window) -> tuple[ReaderPane, tuple[Highlight, ...]]:
    assert window.workspace is not None
    return window.workspace.reader, window.workspace.reader.view.highlights


def test_one_fact_under_the_mouse_is_what_the_menu_is_about(window: Window) -> None:
    """A right click on a passage selects its fact; the menu judges, changes and compares it."""
    reader, found = highlights(window)
    wanted = next(each for each in found if "milliards" in reader.view.text[each.start : each.end])
    reader.scroll_to(wanted.start, wanted.end)
    settle()
    ask(reader, point_on(reader, wanted.start + 3))
    assert window.workspace is not None
    assert window.workspace.desk.selection.fact_id == wanted.fact_id
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert {"accept-fact", "reject-fact", "edit-fact", "remove-evidence", "fact-history"} <= set(commands(menu))
    assert "highlight" not in commands(menu)
    menu.close()


def test_chosen_words_come_first(window: Window) -> None:
    """On a selection the menu makes a fact of it, whatever passage lies under the mouse."""
    reader, found = highlights(window)
    before = window.workspace.desk.selection.fact_id if window.workspace else ""
    wanted = next(each for each in found if "milliards" in reader.view.text[each.start : each.end])
    reader.scroll_to(wanted.start, wanted.end)
    settle()
    reader.select_span(wanted.start, wanted.end)
    ask(reader, point_on(reader, wanted.start + 3))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert commands(menu)[:3] == ["new-fact", "highlight", "link-selection"]
    assert window.workspace is not None
    assert window.workspace.desk.selection.fact_id == before
    menu.close()


def test_of_several_facts_one_is_picked_first(qtbot: QtBot) -> None:
    """Where passages overlap a list asks which fact is meant; the menu then opens on it."""
    pane = open_pane(qtbot, article(FRENCH, OUTER, INNER))
    meant: list[str] = []
    opened: list[QPoint] = []
    pane.fact_clicked.connect(meant.append)
    pane.menu_wanted.connect(opened.append)
    ask(pane, point_on(pane, INNER.start + 3))
    assert opened == []
    assert sorted(each.text() for each in pane.asking.list.actions()) == ["in", "out"]
    QTest.keyClick(pane.asking.list, Qt.Key.Key_Down)
    QTest.keyClick(pane.asking.list, Qt.Key.Key_Return)
    assert len(meant) == len(opened) == 1


def test_the_key_for_menus_asks_about_what_is_selected(qtbot: QtBot) -> None:
    """By the keyboard no fact under the mouse is taken; the menu opens under the chosen words."""
    pane = open_pane(qtbot, article(FRENCH, OUTER))
    meant: list[str] = []
    opened: list[QPoint] = []
    pane.fact_clicked.connect(meant.append)
    pane.menu_wanted.connect(opened.append)
    pane.select_span(INNER.start, INNER.end)
    ask(pane, point_on(pane, OUTER.start + 3), Keyboard)
    assert meant == []
    assert pane.span_box(INNER.start, INNER.end).adjusted(-40, -10, 400, 20).contains(opened[0])


def test_a_chip_has_the_menu_of_its_fact(qtbot: QtBot) -> None:
    """A right click on a chip selects its fact and opens the menu."""
    pane = open_pane(qtbot, article(FRENCH, OUTER))
    meant: list[str] = []
    pane.fact_clicked.connect(meant.append)
    place = pane.gutter.chips()[0].box.center().toPoint()
    with qtbot.waitSignal(pane.menu_wanted):
        QApplication.sendEvent(pane.gutter, QContextMenuEvent(Mouse, place, pane.gutter.mapToGlobal(place)))
    assert meant == ["out"]


def test_every_entry_is_a_command_with_a_function(window: Window) -> None:
    """What the menu shows can be done: nothing in it is dead."""
    reader, _found = highlights(window)
    for choose in (True, False):
        if choose:
            reader.select_span(0, 20)
        else:
            reader.drop_selection()
        ask(reader, QPoint(5, 5), Keyboard)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        shown: list[QAction] = [each for each in menu.actions() if each.isVisible() and not each.isSeparator()]
        assert all(each.text() for each in shown)
        assert len(shown) >= 8
        menu.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_Home])
def test_the_selected_facts_passage_is_moved_by_a_word(window: Window, key: Qt.Key) -> None:
    """Without a choice Alt+Shift moves the end, or the start, of the selected fact's passage; Ctrl+Z moves it back."""
    assert window.workspace is not None
    desk, reader = window.workspace.desk, window.workspace.reader
    wanted = next(each for each in reader.view.highlights if "milliards" in reader.view.text[each.start : each.end])
    reader.page.surface.setFocus()
    desk.selection.show_fact(wanted.fact_id)
    settle()
    handle = window.main.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, key, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    settle()
    passages = [each.passage for each in library.fact_view(desk.runner, wanted.fact_id).evidence]
    moved = next(each for each in passages if each.start <= wanted.start and each.end >= wanted.end)
    assert (moved.end > wanted.end) == (key == Qt.Key.Key_Right)
    assert (moved.start < wanted.start) == (key == Qt.Key.Key_Home)
    assert any((each.start, each.end) == (moved.start, moved.end) for each in reader.view.highlights)
    QTest.keyClick(handle, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert any((each.start, each.end) == (wanted.start, wanted.end) for each in reader.view.highlights)


def test_in_arabic_the_arrows_go_where_they_point(qtbot: QtBot) -> None:
    """The end of an Arabic passage is at its left: Left makes it longer, Right shorter."""
    pane = open_pane(qtbot, article(ARABIC, language="ar"))
    start = ARABIC.index("محطة جديدة")
    pane.select_span(start, start + len("محطة"))
    held = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(pane.page.surface, Qt.Key.Key_Left, held)
    assert pane.selected_span() == (start, start + len("محطة جديدة"))
    QTest.keyClick(pane.page.surface, Qt.Key.Key_Right, held)
    assert pane.selected_span() == (start, start + len("محطة"))
