"""Out of the sheets view: the workbook is the sheet's, its name safe, and what changed since then leads to the fact."""

from __future__ import annotations

from pathlib import Path

import pytest
from accessibility_setting import press
from openpyxl import load_workbook
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from sheets_setting import Sheets, answer
from shell_setting import settle

from maeditor.domain.facts import State
from maeditor.services import library, reviewing
from maeditor.ui.sheets.changes_page import Way
from maeditor.ui.window import Window

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def view(window: Window, qtbot: QtBot) -> Sheets:
    """One sheet of everything."""
    made = Sheets(window, qtbot)
    made.add("Puissances")
    made.open()
    return made


def export(view: Sheets) -> None:
    view.pane.take_focus()
    press(Key.Key_E, Held.ControlModifier)
    view.rest()


def test_control_e_exports_the_sheet_in_front_with_its_columns(
    view: Sheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "p.xlsx"
    offered = answer(monkeypatch, path)
    view.pane.side.columns_wanted.emit(("subject", "value"))
    view.rest()
    export(view)
    assert offered == ["Puissances.xlsx"]
    book = load_workbook(path)
    heads = [cell.value for cell in book["Faits"][1] if cell.value]
    shown = [view.pane.workbook.model.headerData(at, Qt.Orientation.Horizontal) for at in range(3)]
    assert heads[:3] == shown
    assert "p.xlsx" in view.window.main.notices.text


def test_control_e_elsewhere_exports_everything(view: Sheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    offered = answer(monkeypatch, tmp_path / "tout.xlsx")
    view.window.commands.call("view-read")
    settle()
    view.window.commands.call("export-workbook")
    view.rest()
    assert len(offered) == 1
    assert offered[0] != "Puissances.xlsx"
    assert (tmp_path / "tout.xlsx").exists()


@pytest.mark.parametrize("title", ["../../etc/passwd", "CON", "rapport\u202exslx.exe", "a/b\\c:d", "x" * 120, "   .  "])
def test_whatever_a_sheet_is_called_the_name_offered_is_one_part_of_a_path(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, title: str
) -> None:
    """A title from a colleague's project could have the file written elsewhere."""
    view = Sheets(window, qtbot)
    view.add(title)
    view.open()
    offered = answer(monkeypatch, tmp_path / "x.xlsx")
    export(view)
    assert len(offered) == 1
    assert Path(offered[0]).name == offered[0]
    assert not {"/", "\\", ":", "\u202e"} & set(offered[0])
    assert offered[0].endswith(".xlsx")
    assert offered[0].partition(".")[0].upper() != "CON"


def test_the_second_export_offers_the_place_of_the_first(
    view: Sheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = answer(monkeypatch, tmp_path / "ici.xlsx")
    export(view)
    export(view)
    assert offered[1] == str(tmp_path / "ici.xlsx")


def test_the_notice_opens_the_file(view: Sheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    view.presenter.out.open_address = opened.append
    answer(monkeypatch, tmp_path / "p.xlsx")
    export(view)
    view.window.main.notices._act()
    assert [Path(each.toLocalFile()) for each in opened] == [tmp_path / "p.xlsx"]


def test_a_dialog_that_is_closed_writes_nothing(view: Sheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    export(view)
    assert not list(tmp_path.glob("*.xlsx"))


def test_a_place_that_cannot_be_written_gives_one_clear_line(
    view: Sheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, tmp_path / "nulle" / "part.xlsx")
    export(view)
    assert "part.xlsx" in view.window.main.notices.text
    assert not (tmp_path / "nulle").exists()


def test_what_changed_since_the_export_is_listed_and_leads_to_the_fact(
    view: Sheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who sent a workbook has to know what in it is no longer so."""
    say = view.window.words.say
    assert not view.pane.side.changes.list.isVisible()
    answer(monkeypatch, tmp_path / "p.xlsx")
    export(view)
    assert view.pane.panel.model.cards[0].exported
    assert not view.pane.side.changes.list.changes.changes
    found = [each for each in library.project_facts(view.runner) if each.evidence and each.fact.state is State.PROPOSED]
    desk = view.workspace.desk
    desk.act(lambda: reviewing.accept_fact(view.runner, found[0].fact.id))
    desk.act(lambda: reviewing.reject_fact(view.runner, found[1].fact.id))
    view.rest()
    QTest.mouseClick(view.pane.side.segment.buttons["changes"], Qt.MouseButton.LeftButton)
    listed = view.pane.side.changes.list
    numbers = {each.label[:6]: each.way for each in listed.changes.changes}
    assert numbers == {
        f"F-{found[0].fact.number:04d}": Way.CHANGED, f"F-{found[1].fact.number:04d}": Way.GONE,
    }  # fmt: skip
    assert say("facts.state_accepted") in listed.changes.changes[0].about
    listed.setFocus()
    press(Key.Key_Return)
    selection = desk.selection
    assert selection.view == "read"
    assert selection.fact_id == found[0].fact.id
    assert selection.article_id == found[0].evidence[0].passage.article_id


def test_the_count_beside_the_view_follows_what_is_saved(view: Sheets) -> None:
    button = view.workspace.sidebar._views["sheets"]
    assert button._count == 1
    view.add("Deux")
    view.rest()
    assert button._count == 2
