"""What the tests of the sheets view stand on: the shown window with some sheets, and the store to look into."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from shell_setting import settle

from maeditor.domain.sheets import Sheet
from maeditor.services import sheets
from maeditor.ui.sheets.pane import SheetsPane
from maeditor.ui.sheets.presenter import SheetsPresenter
from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace


class Sheets:
    """The view in front, and what is saved."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        assert window.workspace is not None
        self.window, self._qtbot = window, qtbot
        self.workspace: Workspace = window.workspace
        self.runner = self.workspace.desk.runner
        for each in sheets.sheets(self.runner):
            # The sample's own.
            self.workspace.desk.bulletin.publish(sheets.delete_sheet(self.runner, each.id))

    @property
    def pane(self) -> SheetsPane:
        return self.workspace.later.sheets

    @property
    def presenter(self) -> SheetsPresenter:
        return self.workspace.later.sheets_presenter

    @property
    def titles(self) -> list[str]:
        """As they are saved, in order."""
        return [each.title for each in sheets.sheets(self.runner)]

    def saved(self, title: str) -> Sheet:
        return next(each for each in sheets.sheets(self.runner) if each.title == title)

    def add(self, *titles: str) -> None:
        """Save sheets as another action would."""
        for title in titles:
            done, _sheet = sheets.add_sheet(self.runner, title)
            self.workspace.desk.bulletin.publish(done)

    def open(self) -> None:
        self.window.commands.call("view-sheets")
        self.rest()
        self.window.main.notices.dismiss()

    def rest(self) -> None:
        """Wait until all that is to be shown is shown."""
        settle()
        self._qtbot.waitUntil(lambda: self.presenter.resting and not self.window.jobs.running, timeout=20_000)
        settle()

    def cells(self, column: int) -> list[str]:
        """What a column of the tab in front shows."""
        model = self.pane.workbook.model
        return [str(model.index(row, column).data()) for row in range(model.rowCount())]

    def headings(self) -> list[str]:
        table = self.pane.workbook.table
        header = table.horizontalHeader()
        return [str(table.model().headerData(at, header.orientation())) for at in range(header.count())]


def answer(monkeypatch: pytest.MonkeyPatch, path: Path) -> list[str]:
    """Have the dialog that asks for a file answer with a path; what it offered comes back in the list."""
    offered: list[str] = []

    def ask(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        offered.append(name)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return offered
