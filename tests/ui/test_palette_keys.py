"""Ctrl+K finds anything and opens it, by keys alone; Esc leaves everything as it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shell_setting import settle

from maeditor.ui.palette.pane import Palette
from maeditor.ui.palette.rows import Group
from maeditor.ui.window import Window

Key, Held = Qt.Key, Qt.KeyboardModifier


def press(key: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, held)
    settle()


def opened(window: Window, typed: str = "") -> Palette:
    press(Key.Key_K, Held.ControlModifier)
    pane = window.main.findChild(Palette, "palette")
    assert pane is not None
    assert pane.isVisible()
    for letter in typed:
        QTest.keyClicks(pane.field, letter) if letter.isascii() else pane.field.insert(letter)
    settle()
    return pane


def groups(pane: Palette) -> list[Group]:
    entries = [pane.model.entry(row) for row in range(pane.model.rowCount())]
    return list(dict.fromkeys(entry.group for entry in entries if entry is not None))


def test_a_fact_is_found_by_another_unit_and_opened_at_its_passage(window: Window) -> None:
    window.main.activateWindow()
    pane = opened(window, "0,5 GW")
    assert pane.current is not None
    assert pane.current.group is Group.FACTS
    found = pane.current
    press(Key.Key_Return)
    assert not pane.isVisible()
    assert window.workspace is not None
    selection = window.workspace.desk.selection
    assert (selection.article_id, selection.fact_id) == (found.article, found.fact)
    assert window.workspace.reader.isAncestorOf(QApplication.focusWidget()) or window.workspace.reader.hasFocus()


def test_escape_gives_the_keyboard_back_and_changes_nothing(window: Window) -> None:
    before = QApplication.focusWidget()
    assert window.workspace is not None
    fact = window.workspace.desk.selection.fact_id
    pane = opened(window, "accepter")
    press(Key.Key_Escape)
    assert not pane.isVisible()
    assert QApplication.focusWidget() is before
    assert window.workspace.desk.selection.fact_id == fact


def test_control_k_again_closes_and_opens_with_an_empty_field(window: Window) -> None:
    pane = opened(window, "dakhla")
    press(Key.Key_K, Held.ControlModifier)
    assert not pane.isVisible()
    assert opened(window).field.text() == ""
    assert pane.model.rowCount() > 0, "what is newest stands there before anything is typed"


def test_control_enter_opens_and_stays(window: Window) -> None:
    pane = opened(window, "nairobi")
    assert pane.current is not None
    target = pane.current
    press(Key.Key_Return, Held.ControlModifier)
    assert pane.isVisible()
    assert QApplication.focusWidget() is pane.field
    assert window.workspace is not None
    assert window.workspace.desk.selection.article_id == target.article


def test_tab_limits_to_a_kind_and_round_again(window: Window) -> None:
    pane = opened(window, "ma")
    whole = groups(pane)
    seen = []
    for _kind in Group:
        press(Key.Key_Tab)
        assert len(groups(pane)) <= 1
        seen += groups(pane)
    assert set(seen) >= set(whole)
    press(Key.Key_Tab)
    assert groups(pane) == whole
    press(Key.Key_Tab, Held.ShiftModifier)
    assert groups(pane) == [Group.COMMANDS]


def test_arrows_and_pages_walk_the_rows_and_pass_over_headings(window: Window) -> None:
    pane = opened(window)
    rows = pane.model.choosable()
    press(Key.Key_Down)
    assert pane.list.currentIndex().row() == rows[1]
    press(Key.Key_Up)
    press(Key.Key_Up)
    assert pane.list.currentIndex().row() == rows[-1], "from the first to the last"
    press(Key.Key_PageUp)
    assert pane.list.currentIndex().row() < rows[-1]
    press(Key.Key_PageUp)
    press(Key.Key_PageUp)
    assert pane.list.currentIndex().row() == rows[0]
    press(Key.Key_PageDown)
    assert pane.list.currentIndex().row() > rows[0]


def test_a_command_shows_its_key_and_is_done(window: Window) -> None:
    pane = opened(window, "graph")
    rows = [pane.model.entry(row) for row in pane.model.choosable()]
    command = next(row for row in rows if row.id == "view-charts")
    assert command.caps
    while pane.current is not None and pane.current.id != "view-charts":
        press(Key.Key_Down)
    press(Key.Key_Return)
    assert not pane.isVisible()
    assert window.workspace is not None
    assert window.workspace.desk.selection.view == "charts"


def test_letters_and_shortcuts_do_nothing_beneath_it(window: Window) -> None:
    assert window.workspace is not None
    fact = window.workspace.desk.selection.fact_id
    pane = opened(window, "jar")
    press(Key.Key_R, Held.ControlModifier)
    press(Key.Key_F8)
    assert pane.isVisible()
    assert window.workspace.desk.selection.fact_id == fact
    assert window.workspace.desk.selection.view == "read"


def test_nothing_found_is_told(window: Window) -> None:
    pane = opened(window, "zzzzqqq")
    assert pane.current is None
    assert pane.footer.told.startswith("0")
    press(Key.Key_Return)
    press(Key.Key_Down)
    assert pane.isVisible()


def test_a_click_chooses_and_a_click_beside_closes(window: Window) -> None:
    pane = opened(window, "dakhla")
    index = pane.model.index(pane.model.choosable()[0], 0)
    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=pane.list.visualRect(index).center())
    assert not pane.isVisible()
    pane = opened(window)
    QTest.mouseClick(pane, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not pane.isVisible()


def test_the_sidebars_button_opens_it(window: Window) -> None:
    assert window.workspace is not None
    QTest.mouseClick(window.workspace.sidebar.search, Qt.MouseButton.LeftButton)
    pane = window.main.findChild(Palette, "palette")
    assert pane is not None
    assert pane.isVisible()


def test_without_a_project_it_finds_commands(window: Window) -> None:
    window.close_project()
    settle()
    window.main.setFocus()
    window.commands.call("search")
    pane = window.main.findChild(Palette, "palette")
    assert pane is not None
    QTest.keyClicks(pane.field, "ouvrir")
    assert groups(pane) == [Group.COMMANDS]


@pytest.mark.parametrize("size", [(1440, 900), (1366, 768), (1100, 680)])
def test_it_fits_the_window_and_is_told_in_words(window: Window, size: tuple[int, int]) -> None:
    window.main.resize(*size)
    pane = opened(window, "m")
    card = pane._card.geometry()
    assert pane.rect().contains(card)
    for row in pane.model.choosable():
        spoken = pane.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken
    pane.grab()
    window.words.set_language("en")
    window.theme.set_dark(True)
    settle()
    assert "result" in pane.footer.told
    assert pane.field.accessibleName().startswith("Search")
    pane.grab()
    window.theme.set_dark(False)
