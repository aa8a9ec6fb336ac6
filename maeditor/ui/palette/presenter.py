"""Feeds the palette: commands always, what the project holds where one is open."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from maeditor.ui.command_table import COMMANDS
from maeditor.ui.commands import Commands
from maeditor.ui.palette.pane import Palette
from maeditor.ui.palette.rows import CommandText, Group, Row, matching
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

if TYPE_CHECKING:
    from maeditor.ui.desk import Desk
    from maeditor.ui.palette.finding import Finder

MOST = {Group.FACTS: 4, Group.PASSAGES: 3, Group.ARTICLES: 4, Group.COMMANDS: 5}
"""Rows of each kind while all are listed."""
MOST_OF_ONE = 50
NAME = "search"
ICONS = {
    "import-files": "import",
    "paste-article": "paste",
    "open-project": "open_project",
    "new-project": "new_project",
    "open-sample": "sample",
    "export-workbook": "excel",
    "corrections": "excel",
    "view-charts": "charts",
    "view-sheets": "sheets",
    "view-read": "read",
    "view-review": "review",
    "review": "review",
    "undo": "undo",
    "redo": "redo",
    "history": "history",
    "checkpoint": "flag",
    "find": "search",
    "accept-fact": "accept",
    "reject-fact": "reject",
    "edit-fact": "edit",
    "new-fact": "add",
    "link-selection": "link",
    "highlight": "highlight",
    "toggle-sidebar": "sidebar",
}


class PalettePresenter(QObject):
    """Opens, searches at each key, and opens what is chosen."""

    def __init__(self, theme: Theme, words: Words, commands: Commands, main: QWidget) -> None:
        super().__init__(main)
        self._words, self._commands = words, commands
        self.pane = Palette(theme, words, main)
        self._finder: Finder | None = None
        self._reader: QWidget | None = None
        self._limit: Group | None = None
        self._listed: list[CommandText] = []
        self.pane.typed.connect(lambda _text: self.search())
        self.pane.chosen.connect(self._open)
        self.pane.limit_asked.connect(self._turn)
        words.changed.connect(self._retranslate)

    def open(self, desk: Desk | None, reader: QWidget | None, visited: Sequence[str] = ()) -> None:
        """Come up over the window, with the project of a desk or without one.

        ``visited`` are the articles that were open, the last one first.
        """
        self._reader = reader
        self._finder = None
        if desk is not None:
            # Loaded with the first project, not with the window.
            from maeditor.ui.palette.finding import Finder

            self._finder = Finder(desk, visited)
        self._limit = None
        self._listed = self._commands_there()
        self.pane.open()
        self.search()

    def search(self) -> None:
        """List what is found for what is typed."""
        if not self.pane.isVisible():
            return
        typed, begun = self.pane.field.text(), time.perf_counter()
        groups = self._groups()
        most = MOST if self._limit is None else {self._limit: MOST_OF_ONE}
        rows: dict[Group, list[Row]] = {}
        wanted: dict[Group, int] = {
            group: count for group, count in most.items() if group in groups and group is not Group.COMMANDS
        }
        if self._finder is not None and wanted:
            rows.update(self._finder.find(typed, wanted))
        if Group.COMMANDS in most:
            rows[Group.COMMANDS] = self._command_rows(typed)[: most[Group.COMMANDS]]
        took = max(1, round(1000 * (time.perf_counter() - begun)))
        count = sum(map(len, rows.values()))
        told = self._words.say("palette.told", count=count, ms=took)
        self.pane.show_rows([(group, rows.get(group, [])) for group in groups], told, self._tab_text())

    def _groups(self) -> list[Group]:
        return list(Group) if self._finder is not None else [Group.COMMANDS]

    def _next(self, by: int) -> Group | None:
        """All kinds, then each by itself."""
        round_of: list[Group | None] = [None, *self._groups()]
        return round_of[(round_of.index(self._limit) + by) % len(round_of)]

    def _tab_text(self) -> str:
        group = self._next(1)
        name = self._words.say("palette.everything" if group is None else f"palette.group_{group.value}")
        return self._words.say("palette.limit", kind=name.lower())

    def _turn(self, by: int) -> None:
        self._limit = self._next(by)
        self.search()

    def _commands_there(self) -> list[CommandText]:
        """The commands that would do something now."""
        found = []
        for command in COMMANDS:
            action = self._commands.actions[command.id]
            if command.id != NAME and action.isEnabled() and action.isVisible():
                on = action.isCheckable() and action.isChecked()
                found.append(CommandText(command.id, action.text().replace("&", ""), self._words.caps(command.id), on))
        return found

    def _command_rows(self, typed: str) -> list[Row]:
        return [
            Row(
                Group.COMMANDS,
                command.id,
                command.text,
                ", ".join((command.text, *((self._words.say("palette.on"),) if command.on else ()), *command.caps[:1])),
                "check" if command.on else ICONS.get(command.id, "chevron-right"),
                caps=command.caps,
                title_hits=hits,
            )
            for command, hits in matching(self._listed, typed)
        ]

    def _open(self, row: Row, stay: bool) -> None:
        if row.group is Group.COMMANDS:
            self.pane.close_up()
            self._commands.call(row.id)
            return
        if not stay:
            self.pane.close_up()
        if self._finder is not None:
            self._finder.open(row)
        if stay:
            self.pane.raise_()
            self.pane.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._reader is not None:
            self._reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def _retranslate(self) -> None:
        if self.pane.isVisible():
            self._listed = self._commands_there()
            self.search()
