"""The package around the streamed rows, made by openpyxl: styles, tables, rules, chart, the read-me sheet."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from maeditor.formats.workbook import styles
from maeditor.formats.workbook.capacities import CapacitySheet, chart_place
from maeditor.formats.workbook.cell_text import fit
from maeditor.formats.workbook.cells import utc_moment
from maeditor.formats.workbook.chart import add_capacity_chart, describe_chart
from maeditor.formats.workbook.choices import add_choices
from maeditor.formats.workbook.columns import Column, SheetPlan
from maeditor.formats.workbook.content import WorkbookContent
from maeditor.formats.workbook.in_memory import saved_parts
from maeditor.formats.workbook.read_me import SheetLine, fill_read_me
from maeditor.formats.workbook.row_stream import letter_of
from maeditor.wording import Wording

LAST_ROW = 1_048_576

_DRAWING = "xl/drawings/drawing1.xml"
_NO_ROWS = re.compile(rb"<sheetData *(?:/>|></sheetData>)")
_HEADER_HEIGHT = 33
_PAGES_WIDE = 3
_WIDE = 20


@dataclass(frozen=True, slots=True)
class DataSheet:
    """One data sheet of the workbook: its plan, its name, which of its kind it is, and how many rows it holds."""

    plan: SheetPlan
    title: str
    ordinal: int = 1
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands before and after the rows of a sheet part."""

    head: bytes
    tail: bytes


@dataclass(frozen=True, slots=True)
class Package:
    """All parts of a workbook but its data rows; ``frames`` are in the order of the data sheets."""

    parts: dict[str, bytes]
    frames: tuple[Frame, ...]
    cell_styles: styles.CellStyles


def heading_of(plan: SheetPlan, column: Column, wording: Wording) -> str:
    """The heading of a column: its own, or the sheet's word for it, or the word that all sheets share."""
    if column.heading:
        return column.heading
    own = f"workbook.column.{plan.key}.{column.name}"
    return wording.say(own if wording.knows(own) else f"workbook.column.{column.name}")


def build_package(
    content: WorkbookContent,
    sheets: Sequence[DataSheet],
    capacities: CapacitySheet,
    lists: Mapping[str, tuple[str, ...]],
    wording: Wording,
) -> Package:
    """Build everything around the rows of these data sheets, as if they held as many as they say.

    ``lists`` are what can be chosen in columns of the facts' sheet.
    """
    book = Workbook()
    read_me = book.worksheets[0]
    cell_styles = styles.register_styles(book)
    table_styles = styles.register_table_style(book)
    drawn_in = next((sheet.title for sheet in sheets if capacities.bars and sheet.plan is capacities.plan), "")
    lines = [SheetLine(sheet.plan.key, sheet.title, sheet.rows) for sheet in sheets if not sheet.plan.hidden]
    correctable = [
        heading_of(sheet.plan, column, wording)
        for sheet in sheets
        for column in sheet.plan.columns
        if column.taken_back and sheet.ordinal == 1
    ]
    fill_read_me(read_me, content, lines, (drawn_in, chart_place(capacities)), correctable, wording)
    for sheet in sheets:
        if sheet.plan.hidden:
            _add_hidden(book, sheet)
            continue
        _add_sheet(book, sheet, lists, wording)
        if sheet.plan is capacities.plan and sheet.ordinal == 1:
            add_capacity_chart(book[sheet.title], capacities, wording)
    _describe(book, content)
    parts = saved_parts(book)
    parts["xl/styles.xml"] = re.sub(rb"<tableStyles[^>]*/>", table_styles.encode(), parts["xl/styles.xml"])
    if _DRAWING in parts:
        parts[_DRAWING] = describe_chart(parts[_DRAWING], capacities, wording)
    frames = tuple(_frame(parts.pop(f"xl/worksheets/sheet{number}.xml")) for number in range(2, len(sheets) + 2))
    return Package(parts, frames, cell_styles)


def _add_hidden(book: Workbook, sheet: DataSheet) -> None:
    page = book.create_sheet(sheet.title)
    page.sheet_state = "hidden"
    for at, column in enumerate(sheet.plan.columns, 1):
        page.column_dimensions[letter_of(at)].width = column.width


def _add_sheet(book: Workbook, sheet: DataSheet, lists: Mapping[str, tuple[str, ...]], wording: Wording) -> None:
    plan = sheet.plan
    page = book.create_sheet(sheet.title)
    page.sheet_properties.tabColor = plan.tab
    page.sheet_view.showGridLines = False
    page.freeze_panes = f"{letter_of(plan.frozen + 1)}2"
    page.sheet_format.defaultRowHeight = plan.row_height
    page.sheet_format.customHeight = True
    for at, column in enumerate(plan.columns, 1):
        page.column_dimensions[letter_of(at)].width = column.width
        page.column_dimensions[letter_of(at)].hidden = column.hidden
    page.add_table(_table(sheet, wording))
    add_choices(page, plan, lists, LAST_ROW, wording)
    _set_rules(page, plan, wording)
    _set_print(page, plan)


def _table(sheet: DataSheet, wording: Wording) -> Table:
    plan = sheet.plan
    # A table needs one row under its header, if only an empty one.
    reference = f"A1:{letter_of(len(plan.columns))}{max(sheet.rows, 1) + 1}"
    name = f"maeditor_{plan.key}" + (f"_{sheet.ordinal}" if sheet.ordinal > 1 else "")
    table = Table(displayName=name, name=name, ref=reference)
    table.tableColumns = [
        TableColumn(id=at, name=heading_of(plan, column, wording)) for at, column in enumerate(plan.columns, 1)
    ]
    table.autoFilter = AutoFilter(ref=reference)
    table.tableStyleInfo = TableStyleInfo(name=styles.TABLE_STYLE, showRowStripes=True, showColumnStripes=False)
    return table


def _set_rules(page: Worksheet, plan: SheetPlan, wording: Wording) -> None:
    for at, column in enumerate(plan.columns, 1):
        letter = letter_of(at)
        cells = f"{letter}2:{letter}{LAST_ROW}"
        if column.words == "state":
            for state, (ink, back) in styles.STATE_COLOURS.items():
                word = wording.say(f"workbook.state.{state}")
                rule = Rule("cellIs", operator="equal", formula=[f'"{word}"'], dxf=_tint(ink, back))
                page.conditional_formatting.add(cells, rule)
        if column.words == "look":
            rule = Rule("expression", formula=[f"LEN({letter}2)>0"], dxf=_tint(styles.WARN, styles.WARN_BACK))
            page.conditional_formatting.add(cells, rule)


def _tint(ink: str, back: str) -> DifferentialStyle:
    return DifferentialStyle(font=Font(color=ink), fill=PatternFill(bgColor=back, fill_type="solid"))


def _set_print(page: Worksheet, plan: SheetPlan) -> None:
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = 9
    if plan.printed_at:
        page.page_setup.scale = plan.printed_at
        page.col_breaks.append(Break(id=len(plan.columns)))
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=not plan.printed_at)
    page.page_setup.fitToWidth = _PAGES_WIDE if sum(not column.hidden for column in plan.columns) > _WIDE else 1
    page.page_setup.fitToHeight = 0
    page.print_title_rows = "1:1"
    page.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6, header=0.3, footer=0.3)
    footer: Any = page.oddFooter
    footer.left.text, footer.right.text = "&A", "&P / &N"


def _describe(book: Workbook, content: WorkbookContent) -> None:
    moment = utc_moment(content.exported_at)
    described = book.properties
    described.creator = described.lastModifiedBy = fit(content.editor)[0]
    described.title = fit(content.project)[0]
    if moment is not None:
        described.created = described.modified = moment.replace(tzinfo=None)


def _frame(part: bytes) -> Frame:
    # openpyxl knows of no rows here; what it says of the sheet's extent would be wrong.
    part = re.sub(rb"<dimension [^>]*/>", b"", part)
    found = _NO_ROWS.search(part)
    if found is None:
        message = "openpyxl wrote a sheet part that is not empty"
        raise ValueError(message)
    head, tail = part[: found.start()], part[found.end() :]
    return Frame(head + b"<sheetData>", b"</sheetData>" + tail)


def header_row(cells: Sequence[str]) -> str:
    """The row of headings, at its own height."""
    return f'<row r="1" ht="{_HEADER_HEIGHT}" customHeight="1">{"".join(cells)}</row>'
