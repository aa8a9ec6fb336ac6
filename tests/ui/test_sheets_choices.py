"""What a person chooses of a sheet is saved at once, shown in the workbook beside it, and can be taken back."""

from __future__ import annotations

import pytest
from accessibility_setting import press
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sheets_setting import Sheets
from shell_setting import settle

from maeditor.domain.properties import Family
from maeditor.services import library, reviewing
from maeditor.ui.window import Window

Key, Held, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def view(window: Window, qtbot: QtBot) -> Sheets:
    """One sheet of everything."""
    made = Sheets(window, qtbot)
    made.add("Un")
    made.open()
    return made


def keys_of_tabs(view: Sheets) -> list[str]:
    tabs = view.pane.workbook.tabs
    return [tabs.tabText(at).split("  ")[0] for at in range(tabs.count())]


def test_a_title_typed_in_its_field_is_saved_on_enter_and_on_leaving(view: Sheets) -> None:
    title = view.pane.side.choices.title
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "Premier")
    press(Key.Key_Return)
    view.rest()
    assert view.titles == ["Premier"]
    title.selectAll()
    QTest.keyClicks(title, "Second")
    press(Key.Key_Tab)
    view.rest()
    assert view.titles == ["Second"]


def test_what_is_typed_is_saved_when_another_sheet_comes_to_the_front(view: Sheets) -> None:
    """Whoever clicks elsewhere would lose a title."""
    view.add("Deux")
    view.rest()
    panel = view.pane.panel
    panel.list.setCurrentIndex(panel.model.index(0))
    title = view.pane.side.choices.title
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "Autre")
    QTest.mouseClick(panel.list.viewport(), Left, pos=panel.list.visualRect(panel.model.index(1)).center())
    view.rest()
    assert view.titles == ["Autre", "Deux"]
    assert title.text() == "Deux"


def test_a_filter_narrows_the_workbook_and_undo_widens_it(view: Sheets) -> None:
    everything = view.pane.workbook.model.rowCount()
    page = view.pane.side.choices
    QTest.mouseClick(page.filter_button, Left)
    menu = page.menu
    families = next(
        each.menu() for each in menu.actions() if each.text() == view.window.words.say("facts.filter_families")
    )
    next(each for each in families.actions() if each.text() == "Capacité").trigger()
    menu.close()
    view.window.main.activateWindow()
    view.rest()
    assert view.saved("Un").asked.filter.families == {Family.CAPACITY}
    facts = {view.fact.number: view for view in library.project_facts(view.runner)}
    shown = [facts[int(each[2:])] for each in view.cells(0)]
    assert shown
    assert {each.property.family for each in shown} == {Family.CAPACITY}
    assert len(page.bar.chips) == 1
    view.pane.take_focus()
    press(Key.Key_Z, Held.ControlModifier)
    view.rest()
    assert view.saved("Un").asked.filter.families == frozenset()
    assert view.pane.workbook.model.rowCount() == everything


def test_a_chip_takes_its_filter_back(view: Sheets) -> None:
    page = view.pane.side.choices
    page.menu.fill(view.saved("Un").asked, ())
    page.menu._tick("families", Family.RANK, True)
    view.rest()
    assert view.saved("Un").asked.filter.families == {Family.RANK}
    QTest.mouseClick(page.bar.chips[0], Left)
    view.rest()
    assert view.saved("Un").asked.filter.families == frozenset()


def test_a_text_narrows_the_sheet(view: Sheets) -> None:
    page = view.pane.side.choices
    page.bar.open()
    QTest.keyClicks(page.bar.field, "dakhla")
    QTest.keyClick(page.bar.field, Key.Key_Return)
    view.rest()
    assert view.saved("Un").asked.filter.text == "dakhla"
    assert 0 < view.pane.workbook.model.rowCount() < library.totals(view.runner).facts


def test_order_language_and_parts_are_saved_and_seen(view: Sheets) -> None:
    page = view.pane.side.choices
    page.language.setFocus()
    QTest.keyClick(page.language, Key.Key_Down)
    QTest.keyClick(page.language, Key.Key_Down)
    view.rest()
    assert view.saved("Un").language == "en"
    assert keys_of_tabs(view)[:2] == ["Facts", "Evidence"]
    journal = next(box for part, box in page.parts.items() if part.value == "journal")
    journal.setFocus()
    press(Key.Key_Space)
    view.rest()
    assert "journal" not in view.saved("Un").parts
    assert "Journal" not in keys_of_tabs(view)
    page.sort.setFocus()
    press(Key.Key_Down)
    view.rest()
    numbers = view.cells(0)
    assert view.saved("Un").asked.sort.value == "number"
    assert numbers == sorted(numbers)
    page.flags["descending"].setFocus()
    press(Key.Key_Space)
    view.rest()
    assert view.cells(0) == sorted(view.cells(0), reverse=True)
    assert view.cells(0)[0] >= numbers[-1]


def test_facts_without_a_passage_come_along_only_where_they_are_wanted(view: Sheets) -> None:
    before = view.pane.workbook.tabs.tabText(0)
    box = view.pane.side.choices.flags["without_passage"]
    box.setFocus()
    press(Key.Key_Space)
    view.rest()
    assert view.saved("Un").without_passage
    press(Key.Key_Z, Held.ControlModifier)
    view.rest()
    assert not view.saved("Un").without_passage
    assert not box.isChecked()
    assert view.pane.workbook.tabs.tabText(0) == before


def test_space_leaves_a_column_out_and_alt_with_arrows_moves_it(view: Sheets) -> None:
    QTest.mouseClick(view.pane.side.segment.buttons["columns"], Left)
    columns = view.pane.side.columns
    usual = [each.key for each in columns.columns.choices]
    columns.setFocus()
    press(Key.Key_Space)
    view.rest()
    assert view.saved("Un").columns == tuple(usual[1:])
    assert columns.currentIndex().row() == 0, "the column left out stays in hand where it was"
    press(Key.Key_Down)
    press(Key.Key_Down, Held.AltModifier)
    view.rest()
    assert view.saved("Un").columns[:2] == (usual[2], usual[1])
    assert columns.columns.choices[columns.currentIndex().row()].key == usual[1]
    label = view.window.words.say(f"workbook.column.{usual[2]}")
    assert view.headings()[1] == label
    press(Key.Key_Home)
    press(Key.Key_Space)
    view.rest()
    QTest.mouseClick(view.pane.side.usual, Left)
    view.rest()
    assert view.saved("Un").columns == ()


def test_a_click_ticks_a_column(view: Sheets) -> None:
    view.pane.side.turn_to("columns")
    settle()
    columns = view.pane.side.columns
    second = columns.columns.choices[1].key
    QTest.mouseClick(columns.viewport(), Left, pos=columns.visualRect(columns.columns.index(1)).center())
    view.rest()
    assert second not in view.saved("Un").columns
    QTest.mouseClick(columns.viewport(), Left, pos=columns.visualRect(columns.columns.index(1)).center())
    view.rest()
    assert view.saved("Un").columns == ()


def test_alt_and_down_opens_a_choice_and_moves_no_sheet(view: Sheets) -> None:
    """The key that opens lists everywhere would put the sheets in another order."""
    view.add("Deux")
    view.rest()
    titles = view.titles
    sort = view.pane.side.choices.sort
    sort.setFocus()
    handle = view.window.main.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Key.Key_Down, Held.AltModifier)
    settle()
    opened = sort.view().isVisible()
    sort.hidePopup()
    settle()
    assert opened
    assert view.titles == titles


def test_the_wheel_over_a_choice_changes_nothing(view: Sheets) -> None:
    """Scrolling the panel would change the order of a sheet."""
    sort, before = view.pane.side.choices.sort, view.saved("Un")
    view.pane.take_focus()
    at = QPointF(sort.rect().center())
    turned = QWheelEvent(
        at, QPointF(sort.mapToGlobal(QPoint(0, 0))) + at, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Held.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(sort, turned)
    view.rest()
    assert view.saved("Un") == before


def test_a_fact_decided_elsewhere_is_seen_here(view: Sheets) -> None:
    rows = view.pane.workbook.model.rowCount()
    fact = next(each.fact for each in library.project_facts(view.runner) if each.evidence)
    view.workspace.desk.act(lambda: reviewing.reject_fact(view.runner, fact.id))
    view.rest()
    number = f"F-{fact.number:04d}"
    assert number not in view.cells(0)
    assert view.pane.workbook.model.rowCount() in {rows, rows - 1}


def test_the_tab_in_front_stays_while_choices_change(view: Sheets) -> None:
    tabs = view.pane.workbook.tabs
    tabs.setFocus()
    press(Key.Key_Right)
    assert tabs.key == "evidence"
    view.pane.side.choices.flags["descending"].click()
    view.rest()
    assert tabs.key == "evidence"
    assert view.pane.workbook.table.accessibleName() == view.window.words.say("sheets.preview_of", tab="Preuves")


@pytest.mark.parametrize("page", ["choices", "columns", "changes"])
def test_another_language_size_and_theme_come_without_a_new_start(view: Sheets, page: str) -> None:
    view.pane.side.turn_to(page)
    choices = view.window.choices
    choices.choose_language("en")
    choices.choose_theme("dark")
    choices.set_zoom(1.3)
    view.rest()
    assert view.pane.side.segment.buttons["columns"].text().startswith("Columns")
    assert keys_of_tabs(view)[0] == "Facts"
    assert view.pane.panel.width() == view.window.theme.px(208)
    told = view.pane.workbook.title.palette().windowText().color()
    assert told == view.window.theme.colour("text")


def test_a_workbook_is_shown_as_plain_text(view: Sheets) -> None:
    """A title from an article could draw pictures in the window, or fetch them."""
    view.pane.workbook.model.show(("Titre",), (("<img src='http://example.org/x'> et un texte bien long",),))
    tip = view.pane.workbook.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in str(tip)
    event = QEvent(QEvent.Type.LanguageChange)
    QApplication.sendEvent(view.pane.workbook.table, event)
