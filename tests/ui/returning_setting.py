"""What the tests of the return from Excel share: a workbook exported, and corrected as a colleague would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from pytestqt.qtbot import QtBot
from shell_setting import settle

from maeditor.domain.facts import Fact, State
from maeditor.domain.values import Comparator
from maeditor.services import exporting, library
from maeditor.ui.returning.pane import ReturningPane
from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace

LONG = 30_000
"""A workbook is read in a process of its own."""


def opened(window: Window) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def facts(window: Window) -> dict[str, Fact]:
    """The facts as the project holds them, by their id."""
    return {view.fact.id: view.fact for view in library.project_facts(opened(window).desk.runner)}


def powers(window: Window) -> list[Fact]:
    """Facts of so many MW or GW, that are exported."""
    every = [each for each in facts(window).values() if each.unit in {"MW", "GW"} and each.state is not State.REJECTED]
    return [each for each in every if each.comparator is Comparator.EQUAL]


class Book:
    """The workbook in a colleague's hands."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._book = load_workbook(path)
        self.sheet: Worksheet = self._book["Faits"]
        self._columns = {str(cell.value): at for at, cell in enumerate(self.sheet[1], 1)}
        self._rows = {str(self.sheet.cell(row, 1).value): row for row in range(2, self.sheet.max_row + 1)}

    def put(self, fact: Fact, column: str, value: object) -> None:
        self.sheet.cell(self._rows[fact.label], self._columns[column]).value = value  # type: ignore[assignment]

    def add(self, **cells: object) -> None:
        row = self.sheet.max_row + 1
        for column, value in cells.items():
            self.sheet.cell(row, self._columns[column]).value = value  # type: ignore[assignment]

    def drop(self, fact: Fact) -> None:
        self.sheet.delete_rows(self._rows[fact.label])

    def save(self) -> Path:
        self._book.save(self.path)
        return self.path


def export(window: Window, folder: Path) -> Path:
    path = folder / "fiches.xlsx"
    exporting.export_workbook(opened(window).desk.runner, path, window.words.wording)
    return path


def bring_back(window: Window, qtbot: QtBot, path: Path) -> ReturningPane:
    """Read a workbook as the command does once it is chosen; wait until it is shown."""
    later = opened(window).later
    later.returning_presenter.read(path)
    qtbot.waitUntil(lambda: opened(window).desk.selection.view == "corrections", timeout=LONG)
    quiet(window, qtbot)
    return later.returning


def quiet(window: Window, qtbot: QtBot, seen: Callable[[], bool] = lambda: True) -> None:
    qtbot.waitUntil(lambda: not window.jobs.running and seen(), timeout=LONG)
    settle()
