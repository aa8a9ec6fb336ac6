"""What office documents have in common: paragraphs, lists, tables and notes, written as blocks of text."""

from __future__ import annotations

import re

from maeditor.formats.block_text import CELL_BREAK, BlockText

DEEPEST_LIST = 20
_TABS = re.compile(r"[ \t]*\t[ \t]*")
_ROW = re.compile(r"\S[ ]*\t+[ ]*\S.*?\t+[ ]*\S")


class Flow:
    """Writes a document's blocks as they come; lists are opened and closed around their items."""

    def __init__(self) -> None:
        self._out = BlockText()
        self._rows = 0
        self._lists: list[bool] = []
        self._notes: list[str] = []
        self.title = ""
        """The first paragraph that is styled as the title, or else the first heading."""

    @property
    def in_table(self) -> bool:
        """Tell whether a cell is open."""
        return self._rows > 0

    def paragraph(self, text: str) -> None:
        """Write a paragraph or heading."""
        self._leave_lists(0)
        self._write(text)
        self._out.end_block()

    def item(self, text: str, level: int, *, ordered: bool) -> None:
        """Write a list item; ``level`` counts from 0."""
        if self._rows:
            self.paragraph(text)
            return
        level = min(max(level, 0), DEEPEST_LIST)
        if len(self._lists) == level + 1 and self._lists[-1] != ordered:
            self._leave_lists(level)
        self._leave_lists(level + 1)
        while len(self._lists) <= level:
            self._lists.append(ordered)
            self._out.open_list(ordered=ordered)
        self._out.open_item()
        self._write(text)
        self._out.close_item()

    def open_row(self) -> None:
        """Begin a table row."""
        self._leave_lists(0)
        self._rows += 1
        self._out.open_row()

    def open_cell(self) -> None:
        """Begin a cell."""
        self._out.open_cell()

    def close_row(self) -> None:
        """End a row."""
        self._rows -= 1
        self._out.close_row()

    def close_table(self) -> None:
        """End a table: what follows stands apart."""
        self._out.end_group()

    def note(self, text: str) -> None:
        """Keep a footnote for the end."""
        if text.strip():
            self._notes.append(text)

    def text(self) -> str:
        """Give all that was written, then the notes."""
        self._leave_lists(0)
        for note in self._notes:
            self.paragraph(note)
        self._notes.clear()
        return self._out.text()

    def _leave_lists(self, kept: int) -> None:
        while len(self._lists) > kept:
            self._lists.pop()
            self._out.close_list()

    def _write(self, text: str) -> None:
        """Lines that typists lined up with tabs are rows: their cells stay apart."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self._out.break_line()
            apart = not self._rows and _ROW.search(line)
            self._out.add(_TABS.sub(CELL_BREAK if apart else " ", line.strip(" \t")))
