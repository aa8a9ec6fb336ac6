"""Corrections from Excel in the window: what a colleague wrote would not come home, or not only what was chosen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from accessibility_setting import name_of, press, reachable
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from returning_setting import Book, bring_back, export, facts, opened, powers, quiet
from shell_setting import settle

from maeditor.domain.merge import MergeState
from maeditor.services import annotating, review_cards
from maeditor.ui.returning.pane import ReturningPane
from maeditor.ui.returning.rows import Choice
from maeditor.ui.window import Window

pytestmark = pytest.mark.slow
Key, Control, Shift = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def changed_here(window: Window, fact_id: str, **fields: object) -> None:
    fact, runner = facts(window)[fact_id], opened(window).desk.runner
    said = replace(review_cards.statement_of(fact), **fields)  # type: ignore[arg-type]
    opened(window).desk.act(lambda: annotating.correct_fact(runner, fact.id, fact.version, said))


def corrected(window: Window, qtbot: QtBot, tmp_path: Path) -> ReturningPane:
    """A subject, a place that was changed here too, a unit that cannot be, a row more, a row less."""
    one, two, three, four = powers(window)[:4]
    path = export(window, tmp_path)
    book = Book(path)
    book.put(one, "Sujet", "Centres du Nord")
    book.put(two, "Lieu", "Tanger")
    book.put(three, "Unité", "MWh")
    book.add(Sujet="Benguérir", Propriété="Nombre de centres de données", Nombre=3)
    book.drop(four)
    changed_here(window, two.id, place="Tétouan")
    return bring_back(window, qtbot, book.save())


def go_to(pane: ReturningPane, state: MergeState) -> None:
    """Go down the list by keys until a row is in a state."""
    press(Key.Key_Home)
    for _step in range(pane.model.rowCount()):
        if pane.row is not None and pane.row.state is state:
            return
        press(Key.Key_Down)
    raise AssertionError(state)


def test_clean_rows_alone_are_ticked_and_taken_and_one_undo_takes_all_back(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    one, two, three, four = powers(window)[:4]
    pane = corrected(window, qtbot, tmp_path)
    assert QApplication.focusWidget() is pane.list.rows
    assert [row.state for row in pane.model.returned.rows if pane.model.choice(row) is Choice.TAKE] == [
        MergeState.CHANGED_THERE
    ]
    before = facts(window)
    press(Key.Key_Return, Control)
    quiet(window, qtbot, lambda: facts(window)[one.id].subject == "Centres du Nord")
    after = facts(window)
    assert after[two.id].place == "Tétouan"
    assert after[three.id].unit == three.unit
    assert four.id in after
    assert after.keys() == before.keys()
    assert "4 lignes restent" in window.main.notices.text
    assert pane.header.chips[MergeState.CHANGED_THERE].isHidden()
    press("z", Control)
    quiet(window, qtbot, lambda: facts(window)[one.id].subject == one.subject)
    assert facts(window).keys() == before.keys()
    quiet(window, qtbot, lambda: pane.model.returned.counts.get(MergeState.CHANGED_THERE) == 1)


def test_space_ticks_a_row_and_arrows_decide_between_here_and_there(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    one, two, _three, four = powers(window)[:4]
    pane = corrected(window, qtbot, tmp_path)
    go_to(pane, MergeState.CHANGED_THERE)
    press(Key.Key_Space)
    go_to(pane, MergeState.BOTH)
    assert pane.panel.keep.text() == "Garder Tétouan"
    press(Key.Key_Left)
    assert pane.model.choice(pane.row) is Choice.KEEP  # type: ignore[arg-type]
    press(Key.Key_Right)
    go_to(pane, MergeState.DELETED)
    press(Key.Key_Space)
    go_to(pane, MergeState.NEW)
    press(Key.Key_Right)
    assert pane.model.taken_count == 3
    before = facts(window)
    press(Key.Key_Return, Control)
    quiet(window, qtbot, lambda: facts(window)[two.id].place == "Tanger")
    after = facts(window)
    assert after[one.id].subject == one.subject
    assert four.id not in after
    (new,) = after.keys() - before.keys()
    assert (after[new].subject, after[new].amount, after[new].state.value) == ("Benguérir", 3, "proposed")
    press("z", Control)
    quiet(window, qtbot, lambda: facts(window).keys() == before.keys())
    assert facts(window)[two.id].place == "Tétouan"


def test_what_cannot_be_taken_says_why_and_bears_no_tick(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    pane = corrected(window, qtbot, tmp_path)
    go_to(pane, MergeState.INVALID)
    taken = pane.model.taken_count
    press(Key.Key_Space)
    press(Key.Key_Right)
    assert pane.model.taken_count == taken
    assert "MWh" in pane.panel.title.text()
    assert "ligne" in pane.panel.note.text()
    assert "Unité" in pane.panel.note.text()
    assert not pane.panel.keep.isVisible()


def test_a_value_that_its_passage_does_not_say_and_a_row_without_passage_are_told(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    (one, *_rest) = powers(window)
    book = Book(export(window, tmp_path))
    book.put(one, "Nombre", 9871)
    book.add(Sujet="Benguérir", Propriété="Nombre de centres de données", Nombre=3)
    pane = bring_back(window, qtbot, book.save())
    go_to(pane, MergeState.CHANGED_THERE)
    assert "diffère de son passage" in pane.panel.take.note
    assert "passage" in str(pane.list.rows.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))
    go_to(pane, MergeState.NEW)
    assert "sans passage" in pane.panel.take.note


def test_a_chip_shows_its_rows_alone_and_escape_all_of_them_then_the_articles(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    pane = corrected(window, qtbot, tmp_path)
    whole = pane.model.rowCount()
    chip = pane.header.chips[MergeState.INVALID]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    settle()
    assert pane.model.rowCount() == 1
    assert pane.row is not None
    assert pane.row.state is MergeState.INVALID
    pane.list.rows.setFocus()
    press(Key.Key_Escape)
    assert pane.model.rowCount() == whole
    press(Key.Key_Escape)
    assert opened(window).desk.selection.view == "read"
    press("e", Control | Shift)
    assert opened(window).desk.selection.view == "corrections"
    assert pane.model.rowCount() == whole


def test_a_press_on_a_box_ticks_and_one_on_a_name_orders(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    pane = corrected(window, qtbot, tmp_path)
    rows, place = (
        pane.list.rows,
        next(
            at
            for at in range(pane.model.rowCount())
            if pane.model.row(at).state is MergeState.BOTH  # type: ignore[union-attr]
        ),
    )
    middle = rows.visualRect(pane.model.index(place)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(36, middle.y()))
    settle()
    assert pane.model.taken_count == 2
    QTest.mouseClick(pane.list.heads["fact"], Qt.MouseButton.LeftButton)
    settle()
    subjects = [pane.model.text.subject(pane.model.row(at)).casefold() for at in range(pane.model.rowCount())]  # type: ignore[arg-type]
    assert subjects == sorted(subjects)
    assert pane.row is not None
    assert pane.row.state is MergeState.BOTH


def test_decisions_are_kept_while_language_colours_and_size_change(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    pane = corrected(window, qtbot, tmp_path)
    go_to(pane, MergeState.BOTH)
    press(Key.Key_Right)
    window.choices.choose_language("en")
    window.choices.set_zoom(1.3)
    quiet(window, qtbot)
    assert pane.panel.take.text() == "Take Tanger"
    assert "in Excel" in str(pane.model.index(0).data())
    assert pane.foot.apply.text() == "Apply 2 corrections"
    assert pane.row is not None
    assert pane.row.state is MergeState.BOTH


def test_everything_in_it_has_a_name_and_each_row_is_a_sentence(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    pane = corrected(window, qtbot, tmp_path)
    assert [each for each in reachable(window.main) if each.isVisible() and not name_of(each).strip()] == []
    for at in range(pane.model.rowCount()):
        said = str(pane.model.index(at).data(Qt.ItemDataRole.AccessibleTextRole))
        assert "dans maeditor" in said, said
        assert "dans Excel" in said or "supprimée" in said, said


def test_a_workbook_in_which_nothing_was_changed_is_told_to_say_the_same(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    pane = bring_back(window, qtbot, export(window, tmp_path))
    assert not pane.has_rows
    assert "fiches.xlsx" in pane.nothing.sentence.text()
    assert QApplication.focusWidget() is pane.nothing.button


def test_the_command_asks_for_a_workbook_and_tells_of_one_that_is_none(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "liste.xlsx"
    other.write_bytes(b"PK\x03\x04 and nothing else")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(other), ""))
    press("e", Control | Shift)
    quiet(window, qtbot, lambda: bool(window.main.notices.text))
    assert "liste.xlsx" in window.main.notices.text
    assert opened(window).desk.selection.view == "read"
