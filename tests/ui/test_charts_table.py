"""The chart as a table: who cannot see the drawing must get the same values."""

from __future__ import annotations

from charts_scenes import fact, open_pane, some_facts
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shell_setting import settle

from maeditor.ui.charts.pane import ChartsPane
from maeditor.ui.charts.table import COLUMNS
from maeditor.ui.charts.table_delegate import FigureDelegate, begins_at_the_right


def key(which: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, which)


def cell(pane: ChartsPane, line: int, column: str, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> object:
    model = pane.table_model
    return model.data(model.index(line, COLUMNS.index(column)), role)


def test_t_turns_to_a_table_of_the_same_facts(qtbot: QtBot) -> None:
    pane = open_pane(qtbot)
    assert pane.plot is not None
    pane.toggle_table()
    assert pane.shows_table
    assert pane.table.isVisible()
    assert QApplication.focusWidget() is pane.table
    assert not pane.legend.isVisible()
    marks = [each.mark for each in pane.plot.arranged.marks]
    assert [pane.table_model.fact_id(line) for line in range(pane.table_model.rowCount())] == [
        each.fact_id for each in marks
    ]
    assert [cell(pane, line, "value") for line in range(len(marks))] == [each.label for each in marks]
    pane.toggle_table()
    assert not pane.shows_table
    assert QApplication.focusWidget() is pane.plot
    assert pane.legend.isVisible()


def test_values_are_in_megawatts_in_one_column(qtbot: QtBot) -> None:
    pane = open_pane(qtbot)
    line = pane.table_model.line_of
    assert cell(pane, line("f7"), "bounds") == "40\u2009–\u2009386"
    assert cell(pane, line("f3"), "bounds") == "≤ 500"
    assert cell(pane, line("f8"), "bounds") == "≥ 12"
    assert cell(pane, line("f2"), "bounds") == "20\u202f500"
    assert (cell(pane, line("f10"), "bounds"), cell(pane, line("f10"), "row")) == ("> 7,5", "Taza")
    assert cell(pane, line("f2"), "status") == "À compléter"
    assert cell(pane, line("f2"), "review") == "Proposé"
    assert cell(pane, line("f2"), "article") == "Titre a2"


def test_a_screen_reader_hears_the_whole_fact(qtbot: QtBot) -> None:
    pane = open_pane(qtbot)
    heard = str(cell(pane, pane.table_model.line_of("f3"), "row", Qt.ItemDataRole.AccessibleTextRole))
    assert heard.startswith("Ifrane, ")
    assert "au plus 500" in heard
    assert "accepté" in heard


def test_moving_in_the_table_shows_the_passage_and_enter_opens_it(qtbot: QtBot) -> None:
    pane = open_pane(qtbot)
    pane.toggle_table()
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Down)
    chosen = pane.chosen
    assert chosen == pane.table_model.fact_id(pane.table.currentIndex().row())
    assert pane.passage.excerpt is not None
    with qtbot.waitSignal(pane.passage_wanted) as said:
        key(Qt.Key.Key_Return)
    assert said.args[3] == chosen
    key(Qt.Key.Key_Escape)
    assert not pane.shows_table
    assert pane.chosen == chosen


def test_the_chosen_mark_is_the_chosen_line(qtbot: QtBot) -> None:
    pane = open_pane(qtbot)
    pane.choose("f7")
    pane.toggle_table()
    assert pane.table_model.fact_id(pane.table.currentIndex().row()) == "f7"
    pane.choose("")
    assert not pane.table.selectionModel().hasSelection()


def test_headings_follow_grouping_and_language(qtbot: QtBot) -> None:
    pane = open_pane(qtbot, language="en")
    model = pane.table_model
    names = [model.headerData(each, Qt.Orientation.Horizontal) for each in range(model.columnCount())]
    assert names == ["Place", "Value", "In MW", "Status", "Review", "Article"]
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_a_narrow_table_leaves_out_what_is_said_elsewhere_and_never_scrolls_sideways(qtbot: QtBot) -> None:
    pane = open_pane(qtbot)
    pane.toggle_table()
    for wide in (1440, 1100):
        pane.resize(wide, 680)
        settle()
        header = pane.table.horizontalHeader()
        assert header.length() <= pane.table.viewport().width()
        for name in ("row", "article"):
            assert header.sectionSize(COLUMNS.index(name)) >= 110
    assert pane.table.isColumnHidden(COLUMNS.index("bounds"))
    assert not pane.table.isColumnHidden(COLUMNS.index("review"))
    pane.resize(1440, 680)
    settle()
    assert not pane.table.isColumnHidden(COLUMNS.index("bounds"))


def test_an_arabic_title_is_cut_at_its_left(qtbot: QtBot) -> None:
    pane = open_pane(qtbot)
    delegate = pane.table.itemDelegate()
    assert isinstance(delegate, FigureDelegate)
    assert begins_at_the_right("« المغرب » 2026")
    assert not begins_at_the_right("2026 : Maroc المغرب")
    assert not begins_at_the_right("")


def test_a_row_without_a_name_says_so(qtbot: QtBot) -> None:
    nameless = fact("", "5", number=1)
    pane = open_pane(qtbot, [type(nameless)(_without_subject(nameless), *_rest(nameless)), *some_facts()[1:3]])
    assert cell(pane, pane.table_model.line_of("f1"), "row") == "Lieu non précisé"


def _without_subject(view: object) -> object:
    from dataclasses import replace

    return replace(view.fact, subject="")  # type: ignore[attr-defined]


def _rest(view: object) -> tuple[object, ...]:
    return view.property, view.evidence, view.conflicted  # type: ignore[attr-defined]
