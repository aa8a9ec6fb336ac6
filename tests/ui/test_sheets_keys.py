"""Sheets made, named, put in order and deleted by keys alone; what is saved is what was pressed."""

from __future__ import annotations

import pytest
from accessibility_setting import press
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sheets_setting import Sheets
from shell_setting import settle

from maeditor.ui.window import Window

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def view(window: Window, qtbot: QtBot) -> Sheets:
    """Three sheets, the first in front."""
    made = Sheets(window, qtbot)
    made.add("Un", "Deux", "Trois")
    made.open()
    made.pane.panel.list.setCurrentIndex(made.pane.panel.model.index(0))
    made.rest()
    return made


def chosen(view: Sheets) -> str:
    sheet = view.presenter.sheet
    return sheet.title if sheet is not None else ""


def test_the_view_comes_by_its_keys(window: Window, qtbot: QtBot) -> None:
    """Whoever never touches the mouse would not know that there are sheets."""
    assert window.workspace is not None
    window.workspace.reader.setFocus()
    press(Key.Key_G)
    press(Key.Key_F)
    assert window.workspace.desk.selection.view == "sheets"
    window.commands.call("view-read")
    press(Key.Key_5, Held.ControlModifier)
    assert window.workspace.desk.selection.view == "sheets"


def test_a_project_without_sheets_offers_one_and_its_title_is_typed_at_once(window: Window, qtbot: QtBot) -> None:
    """An empty view that shows no way on would be taken for a broken one."""
    view = Sheets(window, qtbot)
    view.open()
    assert view.pane.nothing.isVisible()
    assert view.pane.nothing.button.hasFocus()
    press(Key.Key_N)
    QTest.keyClicks(QApplication.focusWidget(), "Puissances prises")
    press(Key.Key_Return)
    view.rest()
    assert view.titles == ["Puissances prises"]
    assert view.pane.panel.list.hasFocus()
    assert not view.pane.nothing.isVisible()


def test_arrows_bring_the_next_sheet_to_the_front(view: Sheets) -> None:
    view.pane.take_focus()
    press(Key.Key_Down)
    view.rest()
    assert chosen(view) == "Deux"
    assert view.pane.workbook.title.text() == "Deux"
    assert view.pane.side.choices.title.text() == "Deux"


def test_a_sheet_is_renamed_where_it_stands(view: Sheets) -> None:
    view.pane.take_focus()
    press(Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "Premier")
    press(Key.Key_Return)
    view.rest()
    assert view.titles == ["Premier", "Deux", "Trois"]
    assert view.pane.panel.list.hasFocus()
    assert view.pane.workbook.title.text() == "Premier"


def test_escape_leaves_the_title_as_it_was(view: Sheets) -> None:
    view.pane.take_focus()
    press(Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "Autre")
    press(Key.Key_Escape)
    view.rest()
    assert view.titles == ["Un", "Deux", "Trois"]


def test_a_title_of_nothing_is_no_title(view: Sheets) -> None:
    """A sheet without a name could not be found again."""
    view.pane.take_focus()
    press(Key.Key_F2)
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Backspace)
    press(Key.Key_Return)
    view.rest()
    assert view.titles == ["Un", "Deux", "Trois"]


def test_a_copy_stands_right_after_what_it_copies_and_comes_to_the_front(view: Sheets) -> None:
    view.pane.take_focus()
    press(Key.Key_D)
    view.rest()
    assert view.titles == ["Un", "Un (copie)", "Deux", "Trois"]
    assert chosen(view) == "Un (copie)"
    press(Key.Key_Up)
    press(Key.Key_D)
    view.rest()
    assert view.titles[1] == "Un (copie) 2", "no two have one title"


def test_delete_takes_the_sheet_away_and_undo_brings_it_back_to_the_front(view: Sheets) -> None:
    """A slip on Del would cost a choice of filters and columns."""
    view.pane.take_focus()
    press(Key.Key_Down)
    press(Key.Key_Delete)
    view.rest()
    assert view.titles == ["Un", "Trois"]
    assert chosen(view) == "Trois"
    press(Key.Key_Z, Held.ControlModifier)
    view.rest()
    assert view.titles == ["Un", "Deux", "Trois"]
    assert chosen(view) == "Deux"


def test_the_last_sheet_deleted_leaves_the_keyboard_on_the_way_to_a_new_one(view: Sheets) -> None:
    view.pane.take_focus()
    for _sheet in range(3):
        press(Key.Key_Delete)
        view.rest()
    assert view.titles == []
    assert view.pane.nothing.button.hasFocus()


def test_alt_and_arrows_move_the_sheet(view: Sheets) -> None:
    view.pane.take_focus()
    press(Key.Key_Down, Held.AltModifier)
    view.rest()
    assert view.titles == ["Deux", "Un", "Trois"]
    assert chosen(view) == "Un"
    press(Key.Key_Down, Held.AltModifier)
    press(Key.Key_Down, Held.AltModifier)
    view.rest()
    assert view.titles == ["Deux", "Trois", "Un"]
    press(Key.Key_Up, Held.AltModifier)
    view.rest()
    assert view.titles == ["Deux", "Un", "Trois"]


@pytest.mark.parametrize(("row", "onto", "lower", "order"), [
    (0, 2, True, ["Deux", "Trois", "Un"]),
    (2, 0, False, ["Trois", "Un", "Deux"]),
    (0, 1, False, ["Un", "Deux", "Trois"]),
])  # fmt: skip
def test_a_sheet_dropped_between_others_stands_there(
    view: Sheets, row: int, onto: int, lower: bool, order: list[str]
) -> None:
    listed, model = view.pane.panel.list, view.pane.panel.model
    data = model.mimeData([model.index(row)])
    place = listed.visualRect(model.index(onto))
    drop(view, data, QPoint(place.center().x(), place.bottom() - 2 if lower else place.top() + 2))
    view.rest()
    assert view.titles == order


def test_a_row_of_another_list_is_not_taken(view: Sheets) -> None:
    columns = view.pane.side.columns.columns
    drop(view, columns.mimeData([columns.index(2)]), QPoint(20, 20))
    view.rest()
    assert view.titles == ["Un", "Deux", "Trois"]


def drop(view: Sheets, data: QMimeData, at: QPoint) -> None:
    """Let go of what is dragged over the list."""
    left, move = Qt.MouseButton.LeftButton, Qt.DropAction.MoveAction
    viewport = view.pane.panel.list.viewport()
    QApplication.sendEvent(viewport, QDragEnterEvent(at, move, data, left, Held.NoModifier))
    QApplication.sendEvent(viewport, QDropEvent(QPointF(at), move, data, left, Held.NoModifier))
    settle()


def test_letters_call_nothing_where_single_keys_are_turned_off(view: Sheets) -> None:
    """Who speaks to the computer would make sheets by accident."""
    view.window.choices.choose_single_keys(False)
    view.pane.take_focus()
    press(Key.Key_N)
    press(Key.Key_D)
    view.rest()
    assert view.titles == ["Un", "Deux", "Trois"]


def test_letters_are_letters_in_the_title(view: Sheets) -> None:
    title = view.pane.side.choices.title
    title.setFocus()
    title.selectAll()
    for letter in ("n", "d", "n"):
        press(letter)
    press(Key.Key_Return)
    view.rest()
    assert view.titles[0] == "ndn"
    assert len(view.titles) == 3


def test_the_foot_of_the_window_tells_the_keys_that_serve(view: Sheets) -> None:
    view.pane.take_focus()
    settle()
    assert ("N", "status.key_sheet") in list(view.workspace.keys())
    view.pane.side.turn_to("columns")
    view.pane.side.columns.setFocus()
    settle()
    assert ("Espace", "status.key_tick") in list(view.workspace.keys())
    view.pane.side.turn_to("choices")
    view.pane.side.choices.title.setFocus()
    settle()
    assert "status.key_sheet" not in str(view.workspace.keys())


def test_f6_goes_from_the_sheets_to_the_workbook_to_the_choices_and_round(view: Sheets) -> None:
    view.pane.take_focus()
    met = []
    for _press in range(4):
        met.append(QApplication.focusWidget())
        press(Key.Key_F6)
    pane = view.pane
    assert met[:3] == [pane.panel.list, pane.workbook.table, pane.side.choices.title]


def test_f2_in_the_reader_is_still_the_articles(view: Sheets) -> None:
    assert not view.window.commands.actions["article-details"].isEnabled()
    view.window.commands.call("view-read")
    settle()
    assert view.window.commands.actions["article-details"].isEnabled()
    assert not view.window.commands.actions["rename-sheet"].isEnabled()
