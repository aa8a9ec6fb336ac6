"""Texts that no cell holds: their beginning stays in place with a mark, the rest goes to a sheet of its own."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import IO

from maeditor.formats.workbook.cell_text import pieces
from maeditor.formats.workbook.cells import CellWriter
from maeditor.formats.workbook.columns import LONG_TEXTS
from maeditor.formats.workbook.content import LongText
from maeditor.formats.workbook.row_stream import row_encoders, row_xml
from maeditor.wording import Wording

_IN_MEMORY = 4_000_000
_CHUNK = 1 << 20


class LongTexts(AbstractContextManager["LongTexts"]):
    """Collects the rest of long texts as rows, in a temporary file in ``folder`` once they are many."""

    def __init__(self, folder: Path, cells: CellWriter, wording: Wording) -> None:
        self.found: list[LongText] = []
        self.rows = 0
        self.title = wording.say("workbook.sheet.long_texts")
        self._wording = wording
        self._kept: IO[bytes] = tempfile.SpooledTemporaryFile(_IN_MEMORY, dir=str(folder))  # noqa: SIM115  closed in __exit__
        self._encoders = row_encoders(LONG_TEXTS, cells, lambda _column: _refuse)

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._kept.close()

    def keep(self, text: str, sheet: str, cell: str, heading: str, row_name: str) -> str:
        """Keep all but the beginning of a text; return what its cell shall say."""
        beginning, *rest = pieces(text)
        first = self.rows + 2
        for part, piece in enumerate(rest, 2):
            self.rows += 1
            values = (sheet, cell, heading, row_name, part, len(rest) + 1, piece)
            self._kept.write(row_xml(self.rows + 1, self._encoders, values).encode())
        last = self.rows + 1
        self.found.append(LongText(sheet, cell, len(text), self.title, first, last))
        return beginning + self._wording.say("workbook.continued", sheet=self.title, first=first, last=last)

    def chunks(self) -> Iterator[bytes]:
        """The rows kept, as XML."""
        self._kept.seek(0)
        while chunk := self._kept.read(_CHUNK):
            yield chunk


def _refuse(_text: str, _row: str) -> str:
    message = "a piece of a long text is itself too long"
    raise ValueError(message)
