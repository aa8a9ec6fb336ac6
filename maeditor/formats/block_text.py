"""Writes trees of blocks as text: a blank line between paragraphs, bullets, table rows whose cells stay apart."""

from __future__ import annotations

import re

CELL_BREAK = " | "
"""Stands between the cells of a table row, so that ``(GW) | 2 | 0,5`` never becomes ``(GW)20,5``."""

_SPACES = re.compile(r"[ \t\n]+")


class BlockText:
    """Collects inline text into lines of blocks.

    Inside a table row block ends become spaces; list items and rows follow their neighbours without a blank line.
    """

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._parts: list[str] = []
        self._kind = ""
        self._last_kind = ""
        self._mark = ""
        self._marks: list[int | None] = []
        self._cells: list[int] = []

    def add(self, text: str | None) -> None:
        """Add inline text; runs of ordinary white space count as one space."""
        if text:
            self._parts.append(_SPACES.sub(" ", text))

    def break_line(self) -> None:
        """End the line, not the block."""
        self._parts.append(" " if self._cells else "\n")

    def end_block(self) -> None:
        """End a paragraph, heading or other block."""
        if self._cells:
            self._parts.append(" ")
            return
        lines = [re.sub(" {2,}", " ", line).strip(" ") for line in "".join(self._parts).split("\n")]
        lines = [line for line in lines if line.strip()]
        self._parts.clear()
        if lines:
            if self._mark:
                self._kind, lines[0], self._mark = "item", self._mark + lines[0], ""
            if self._lines and not (self._kind and self._kind == self._last_kind):
                self._lines.append("")
            self._lines.extend(lines)
            self._last_kind = self._kind
        self._kind = ""

    def end_group(self) -> None:
        """End a list or table: what follows stands apart from it."""
        self.end_block()
        if not self._cells:
            self._last_kind = ""

    def open_list(self, *, ordered: bool, first: int = 1) -> None:
        """Begin a list: numbered from ``first``, or with bullets."""
        self.end_block()
        self._marks.append(first if ordered else None)

    def close_list(self) -> None:
        """End the innermost list."""
        self.end_block()
        if self._marks:
            self._marks.pop()
        if not self._marks:
            self.end_group()

    def open_item(self) -> None:
        """Begin an item of the innermost list."""
        self.end_block()
        number = self._marks[-1] if self._marks else None
        if number is not None:
            self._marks[-1] = number + 1
        self._mark = "• " if number is None else f"{number}. "

    def close_item(self) -> None:
        """End an item; one without text leaves no bullet."""
        self.end_block()
        if not self._cells:
            self._mark = ""

    def open_row(self) -> None:
        """Begin a table row; a row of a table inside a cell runs on in that cell."""
        self.end_block()
        self._cells.append(0)

    def open_cell(self) -> None:
        """Begin a cell of the innermost row."""
        if self._cells:
            if self._cells[-1]:
                self._parts.append("\x00")
            self._cells[-1] += 1

    def close_row(self) -> None:
        """End the innermost row."""
        if not self._cells:
            return
        self._cells.pop()
        if self._cells:
            return
        cells = [_SPACES.sub(" ", cell).strip(" ") for cell in "".join(self._parts).split("\x00")]
        filled = [cell for cell in cells if cell]
        # A row of one filled cell is a caption that was padded to the table's width.
        self._parts = [CELL_BREAK.join(cells if len(filled) > 1 else filled).rstrip()]
        self._kind = "row"
        self.end_block()

    def text(self) -> str:
        """Give the text written so far; nothing may be added afterwards."""
        while self._cells:
            self.close_row()
        self.end_block()
        return "\n".join(self._lines)
