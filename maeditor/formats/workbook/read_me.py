"""The first sheet: what this workbook is, when it was made, and how to read its signs and states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from maeditor.formats.workbook.cell_text import CELL_LIMIT, fit, starts_like_formula
from maeditor.formats.workbook.cells import utc_moment
from maeditor.formats.workbook.columns import LIFECYCLES, STATES
from maeditor.formats.workbook.content import WorkbookContent
from maeditor.formats.workbook.styles import BRAND, FONT, LINE, ON_BRAND, QUIET, QUIET_BACK, QUIET_INK, STATE_COLOURS
from maeditor.wording import Wording

_SIGNS = ("equal", "about", "less", "at_most", "more", "at_least", "range")
_NOTES = ("dates", "passages", "links", "identities")
_LETTERS_A_LINE = 112
_LINE_HEIGHT = 15.5


@dataclass(frozen=True, slots=True)
class SheetLine:
    """What the read-me says of one data sheet: its kind, its name, how many rows it holds."""

    key: str
    title: str
    rows: int


def fill_read_me(
    page: Worksheet,
    content: WorkbookContent,
    sheets: Sequence[SheetLine],
    chart: tuple[str, str],
    correctable: Sequence[str],
    wording: Wording,
) -> None:
    """Write the read-me sheet; ``chart`` names the sheet and cell where the chart is (no sheet: there is none).

    ``correctable`` are the headings of what is taken back when it was corrected in the workbook.
    """
    _ReadMe(page, wording).fill(content, sheets, chart, correctable)


class _ReadMe:
    def __init__(self, page: Worksheet, wording: Wording) -> None:
        self._page = page
        self._wording = wording
        self._row = 0

    def fill(
        self, content: WorkbookContent, sheets: Sequence[SheetLine], chart: tuple[str, str], correctable: Sequence[str]
    ) -> None:
        self._page.title = self._say("sheet.read_me")
        self._page.sheet_properties.tabColor = BRAND
        self._page.sheet_view.showGridLines = False
        for letter, width in zip("ABCD", (3, 26, 96, 12), strict=True):
            self._page.column_dimensions[letter].width = width
        self._banner(content.title or content.project)
        self._section("made", count=False)
        self._made(content)
        self._section("sheets", count=True)
        for sheet in sheets:
            self._line(sheet.title, self._say(f"about.{sheet.key}"), sheet.rows, link=_place(sheet.title, "A1"))
            if sheet.title == chart[0]:
                self._line(self._say("chart_line"), self._say("about.chart"), link=_place(*chart))
        self._section("correcting", count=False)
        self._correcting(correctable)
        self._section("states", count=True)
        counts = Counter(fact.state for fact in content.facts)
        for state in STATES:
            row = self._line(self._say(f"state.{state}"), self._say(f"about_state.{state}"), counts[state] or None)
            if state in STATE_COLOURS:
                ink, back = STATE_COLOURS[state]
                self._paint(row, ink, back)
        self._section("lifecycles", count=False)
        self._paragraph(self._say("lifecycles_note"))
        for lifecycle in LIFECYCLES:
            self._line(self._say(f"lifecycle.{lifecycle}"), self._say(f"about_lifecycle.{lifecycle}"))
        self._section("signs", count=False)
        for sign in _SIGNS:
            self._line(self._say(f"sign.{sign}"), self._say(f"about_sign.{sign}"))
        self._section("notes", count=False)
        for note in _NOTES:
            self._line(self._say(f"note.{note}"), self._say(f"about_note.{note}"))
        self._page.page_setup.orientation = "landscape"
        self._page.page_setup.paperSize = 9
        self._page.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6, header=0.3, footer=0.3)
        footer: Any = self._page.oddFooter
        footer.left.text, footer.right.text = "&A", "&P / &N"
        self._page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        self._page.page_setup.fitToHeight = 0

    def _say(self, name: str) -> str:
        return self._wording.say(f"workbook.{name}")

    def _next(self, height: float) -> int:
        self._row += 1
        self._page.row_dimensions[self._row].height = height
        return self._row

    def _banner(self, project: str) -> None:
        row = self._next(34)
        for column in range(1, 5):
            self._page.cell(row, column).fill = PatternFill("solid", start_color=BRAND)
        cell = self._page.cell(row, 2)
        _put(cell, project)
        cell.font = Font(name=FONT, size=18, bold=True, color=ON_BRAND)
        cell.alignment = Alignment(vertical="center")
        row = self._next(24)
        subtitle = self._page.cell(row, 2)
        _put(subtitle, self._say("subtitle"))
        subtitle.font = Font(name=FONT, size=11, italic=True, color=QUIET)
        subtitle.alignment = Alignment(vertical="center")

    def _made(self, content: WorkbookContent) -> None:
        if content.title:
            self._line(self._say("made.project"), content.project)
        for at, chosen in enumerate(content.filters or (self._say("made.all_facts"),)):
            self._line(self._say("made.filters") if at == 0 else "", chosen)
        row = self._line(self._say("made.facts"), "")
        self._page.cell(row, 3).value = len(content.facts)
        self._page.cell(row, 3).number_format = "#,##0"
        moment = utc_moment(content.exported_at)
        row = self._line(self._say("made.when"), "" if moment else content.exported_at)
        if moment is not None:
            cell = self._page.cell(row, 3)
            cell.value = moment.replace(tzinfo=None, microsecond=0)
            cell.number_format = 'yyyy-mm-dd hh:mm:ss" UTC"'
        self._line(self._say("made.by"), content.editor)
        if content.program:
            self._line(self._say("made.with"), content.program)

    def _correcting(self, correctable: Sequence[str]) -> None:
        row = self._line(self._say("correcting.taken_back"), ", ".join(correctable) + ".")
        self._paint(row, ON_BRAND, BRAND)
        row = self._line(self._say("correcting.only_told"), self._say("correcting.about_only_told"))
        self._paint(row, QUIET_INK, QUIET_BACK)
        self._line(self._say("correcting.how"), self._say("correcting.about_how"))

    def _paint(self, row: int, ink: str, back: str) -> None:
        cell = self._page.cell(row, 2)
        cell.font = Font(name=FONT, size=11, bold=True, color=ink)
        cell.fill = PatternFill("solid", start_color=back)

    def _section(self, name: str, *, count: bool) -> None:
        self._next(9)
        row = self._next(20)
        _put(self._page.cell(row, 2), self._say(f"section.{name}"))
        if count:
            _put(self._page.cell(row, 4), self._say("count"))
        for column in range(2, 5):
            cell = self._page.cell(row, column)
            cell.font = Font(name=FONT, size=12, bold=True, color=BRAND)
            cell.border = Border(bottom=Side("medium", color=BRAND))
            cell.alignment = Alignment(vertical="center", horizontal="right" if column == 4 else None)

    def _line(self, term: str, text: str, count: int | None = None, link: str = "") -> int:
        row = self._next(_LINE_HEIGHT * max(1, -(-len(text) // _LETTERS_A_LINE)) + 3)
        _put(self._page.cell(row, 2), term)
        _put(self._page.cell(row, 3), text)
        if count is not None:
            self._page.cell(row, 4).value = count
            self._page.cell(row, 4).number_format = "#,##0"
        for column in range(2, 5):
            cell = self._page.cell(row, column)
            cell.font = Font(name=FONT, size=11, bold=column == 2)
            cell.alignment = Alignment(vertical="center", horizontal="left" if column == 3 else None, wrap_text=True)
            cell.border = Border(bottom=Side("thin", color=LINE))
        if link:
            cell = self._page.cell(row, 2)
            cell.hyperlink = Hyperlink(ref=cell.coordinate, location=link, display=term)
            cell.font = Font(name=FONT, size=11, bold=True, color=BRAND, underline="single")
        return row

    def _paragraph(self, text: str) -> None:
        row = self._next(_LINE_HEIGHT * max(1, -(-len(text) // (_LETTERS_A_LINE + 30))) + 3)
        self._page.merge_cells(start_row=row, start_column=2, end_row=row, end_column=4)
        cell = self._page.cell(row, 2)
        _put(cell, text)
        cell.font = Font(name=FONT, size=11, italic=True)
        cell.alignment = Alignment(vertical="top", wrap_text=True)


def _place(sheet: str, cell: str) -> str:
    return "'" + sheet.replace("'", "''") + "'!" + cell


def _put(cell: Cell | MergedCell, text: str) -> None:
    """Write a text that stays a text, whatever it looks like."""
    cell.value = fit(text)[0][: CELL_LIMIT // 2] or None
    if text:
        cell.data_type = "s"
        cell.quotePrefix = starts_like_formula(text)
