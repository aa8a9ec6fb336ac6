"""Writes the workbook: openpyxl makes the package, the rows of every data sheet are streamed into it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from operator import length_hint
from pathlib import Path
from typing import IO, Any, BinaryIO

from maeditor.domain.errors import ExportError
from maeditor.domain.sheets import Part
from maeditor.formats.safe_replace import atomic_write
from maeditor.formats.workbook.baseline import BASE_SHEET, LISTS_SHEET
from maeditor.formats.workbook.capacities import lay_out
from maeditor.formats.workbook.cell_text import pieces
from maeditor.formats.workbook.cells import CellWriter, Shorten
from maeditor.formats.workbook.chosen_columns import facts_plan
from maeditor.formats.workbook.columns import (
    CHRONOLOGY,
    ENTITIES,
    EVIDENCE,
    JOURNAL,
    LONG_TEXTS,
    SOURCES,
    Column,
    SheetPlan,
)
from maeditor.formats.workbook.content import WorkbookContent, WorkbookReport
from maeditor.formats.workbook.hidden_sheets import BASE, base_rows, lists_of, lists_plan, lists_rows
from maeditor.formats.workbook.long_texts import LongTexts
from maeditor.formats.workbook.row_stream import letter_of, row_encoders, row_xml, sparse_row_xml
from maeditor.formats.workbook.skeleton import (
    LAST_ROW,
    DataSheet,
    Frame,
    Package,
    build_package,
    header_row,
    heading_of,
)
from maeditor.wording import Wording

_BATCH = 256
_MAYBE_LARGE = 20_000
_FIXED = (1980, 1, 1, 0, 0, 0)
# First in the file, so that programs that look at its beginning see a workbook and not just an archive.
_FIRST = ("_rels/.rels", "docProps/app.xml", "docProps/core.xml", "xl/theme/theme1.xml")

Progress = Callable[[float], None]
Cancelled = Callable[[], bool]


def write_into(
    path: Path, content: WorkbookContent, wording: Wording, progress: Progress | None, cancelled: Cancelled | None
) -> WorkbookReport:
    """Write the workbook to its place, whole or not at all. Raises ExportError."""
    with atomic_write(path) as file:
        return _Writing(content, wording, path, progress, cancelled).write(file)


class _Writing:
    def __init__(
        self,
        content: WorkbookContent,
        wording: Wording,
        path: Path,
        progress: Progress | None,
        cancelled: Cancelled | None,
    ) -> None:
        self._content = content
        self._wording = wording
        self._path = path
        self._progress = progress
        self._cancelled = cancelled
        self._capacities = lay_out(content.capacities, wording)
        self._lists = lists_of(content, wording)
        lists = lists_plan(self._lists)
        self._titles = {BASE.key: BASE_SHEET, lists.key: LISTS_SHEET}
        parts: tuple[tuple[Part, SheetPlan, Iterable[Any]], ...] = (
            (Part.EVIDENCE, EVIDENCE, content.evidence),
            (Part.SOURCES, SOURCES, content.sources),
            (Part.CAPACITIES, self._capacities.plan, self._capacities.rows),
            (Part.CHRONOLOGY, CHRONOLOGY, content.chronology),
            (Part.ENTITIES, ENTITIES, content.entities),
            (Part.JOURNAL, JOURNAL, content.journal),
        )
        self._sources: tuple[tuple[SheetPlan, Iterable[Any]], ...] = (
            (facts_plan(content.columns), content.facts),
            *((plan, rows) for part, plan, rows in parts if part.value in content.parts),
        )
        # After the texts that no cell holds, which are only known once all else is written.
        self._unseen: tuple[tuple[SheetPlan, Iterable[Any]], ...] = (
            (lists, lists_rows(self._lists)),
            (BASE, base_rows(content, wording.language)),
        )
        self._expected = max(1, sum(length_hint(rows) for _, rows in self._sources))
        self._seen = 0
        self._written: list[DataSheet] = []

    def write(self, file: BinaryIO) -> WorkbookReport:
        package = self._package([DataSheet(plan, self._title(plan, 1)) for plan, _ in self._sources])
        self._cells = CellWriter(package.cell_styles, self._wording)
        with (
            LongTexts(self._path.resolve().parent, self._cells, self._wording) as long_texts,
            zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive,
        ):
            self._archive, self._long_texts = archive, long_texts
            for name in _FIRST:
                self._add_part(name, package.parts[name])
            for (plan, rows), frame in zip(self._sources, package.frames, strict=True):
                self._write_sheets(plan, rows, frame)
            self._write_long_texts()
            replaced = self._cells.replaced  # the rest says the same texts once more
            for plan, rows in self._unseen:
                self._write_sheets(plan, rows, self._last_frame(DataSheet(plan, self._title(plan, 1))))
            package = self._package(self._written)
            for name, part in package.parts.items():
                if name not in _FIRST:
                    self._add_part(name, part)
        self._tell(1.0)
        rows_written = {sheet.title: sheet.rows for sheet in self._written if not sheet.plan.hidden}
        return WorkbookReport(rows_written, tuple(long_texts.found), replaced)

    def _package(self, sheets: Sequence[DataSheet]) -> Package:
        return build_package(self._content, sheets, self._capacities, self._lists, self._wording)

    def _last_frame(self, sheet: DataSheet) -> Frame:
        return self._package([*self._written, sheet]).frames[-1]

    def _write_sheets(self, plan: SheetPlan, rows: Iterable[Any], frame: Frame) -> None:
        """Write the rows to one sheet, or to as many as they fill."""
        remaining, hint = iter(rows), length_hint(rows)
        ordinal, more = 1, True
        while more:
            sheet = DataSheet(plan, self._title(plan, ordinal), ordinal)
            if ordinal > 1:
                frame = self._last_frame(sheet)
            with self._open_sheet(hint) as part:
                part.write(frame.head)
                count = self._write_rows(part, sheet, remaining)
                part.write(frame.tail)
            self._written.append(DataSheet(plan, sheet.title, ordinal, count))
            following = next(remaining, None) if count == LAST_ROW - 1 else None
            more = following is not None
            remaining = chain((following,), remaining) if more else remaining
            ordinal += 1

    def _write_rows(self, part: IO[bytes], sheet: DataSheet, rows: Iterator[Any]) -> int:
        plan = sheet.plan
        row_name = ""

        def shorten_for(column: Column) -> Shorten:
            if plan.hidden:
                return lambda text, _row: pieces(text)[0]
            letter, heading = letter_of(plan.position(column.name)), heading_of(plan, column, self._wording)
            return lambda text, row: self._long_texts.keep(text, sheet.title, letter + row, heading, row_name)

        part.write(self._header(plan))
        encoders, read = row_encoders(plan, self._cells, shorten_for), plan.read
        to_xml = sparse_row_xml if plan.hidden else row_xml
        batch: list[str] = []
        number = 1
        for row in rows:
            number += 1
            values = read(row)
            row_name = str(values[0])
            batch.append(to_xml(number, encoders, values))
            if len(batch) == _BATCH:
                part.write("".join(batch).encode())
                batch.clear()
                self._step(_BATCH)
            if number == LAST_ROW:
                break
        part.write("".join(batch).encode())
        self._step(len(batch))
        return number - 1

    def _write_long_texts(self) -> None:
        if not self._long_texts.rows:
            return
        sheet = DataSheet(LONG_TEXTS, self._long_texts.title, 1, self._long_texts.rows)
        frame = self._last_frame(sheet)
        with self._open_sheet(0) as part:
            part.write(frame.head + self._header(LONG_TEXTS))
            for chunk in self._long_texts.chunks():
                part.write(chunk)
            part.write(frame.tail)
        self._written.append(sheet)

    def _header(self, plan: SheetPlan) -> bytes:
        cells = [
            f'<c r="{letter_of(at)}1'
            + self._cells.heading(heading_of(plan, column, self._wording), quiet=not column.taken_back)
            for at, column in enumerate(plan.columns, 1)
        ]
        return header_row(cells).encode()

    def _open_sheet(self, hint: int) -> IO[bytes]:
        # The first sheet is the read-me; parts are numbered in the order of the sheets.
        member = _member(f"xl/worksheets/sheet{len(self._written) + 2}.xml")
        return self._archive.open(member, "w", force_zip64=hint == 0 or hint > _MAYBE_LARGE)

    def _add_part(self, name: str, part: bytes) -> None:
        self._archive.writestr(_member(name), part)

    def _title(self, plan: SheetPlan, ordinal: int) -> str:
        title = self._titles.get(plan.key) or self._wording.say(f"workbook.sheet.{plan.key}")
        return title if ordinal == 1 else f"{title} ({ordinal})"

    def _step(self, rows: int) -> None:
        if self._cancelled is not None and self._cancelled():
            raise ExportError("export_cancelled", name=self._path.name)
        self._seen += rows
        self._tell(min(0.99, self._seen / self._expected))

    def _tell(self, part: float) -> None:
        if self._progress is not None:
            self._progress(part)


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _FIXED)
    member.compress_type = zipfile.ZIP_DEFLATED
    # The same file from every system: otherwise the archive notes which one made it.
    member.create_system = 3
    member.external_attr = 0o644 << 16
    return member
