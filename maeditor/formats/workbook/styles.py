"""How the workbook looks: its colours, and the cell styles that streamed rows name by their number."""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle

BRAND = "0B665F"
ON_BRAND = "FFFFFF"
BAND = "F1F6F4"
LINE = "D5DCD8"
QUIET = "66706B"
QUIET_INK, QUIET_BACK = "34403B", "DFE8E4"
OK, OK_BACK = "1B7340", "DFF0E4"
WARN, WARN_BACK = "8F5200", "FBEBD0"
DANGER, DANGER_BACK = "B0341B", "FBE3DC"

STATE_COLOURS = {
    "accepted": (OK, OK_BACK),
    "corrected": (OK, OK_BACK),
    "proposed": (WARN, WARN_BACK),
    "rejected": (DANGER, DANGER_BACK),
}
"""Ink and ground of a state; its word stands there too."""

FONT = "Calibri"
TABLE_STYLE = "maeditor"
MOST_DECIMALS = 6

_HAIRLINES = Border(bottom=Side("thin", color=LINE), right=Side("thin", color=LINE))
_TOP = Alignment(vertical="top")
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_NUMBER = Alignment(vertical="top", horizontal="right", indent=1)
_LEFT = Alignment(vertical="top", horizontal="left")
_CENTRE = Alignment(vertical="top", horizontal="center")
_RIGHT_TO_LEFT = 2
_TOP_RTL = Alignment(vertical="top", horizontal="right", readingOrder=_RIGHT_TO_LEFT)
_WRAPPED_RTL = Alignment(vertical="top", horizontal="right", readingOrder=_RIGHT_TO_LEFT, wrap_text=True)


@dataclass(frozen=True, slots=True)
class CellStyles:
    """Numbers of the cell styles in the workbook's style part; ``*_quoted`` hold texts that look like formulas.

    ``decimals[n]`` shows a number with n decimals, grouped; ``plain_number`` shows it as it is. ``*_rtl`` hold texts
    that are read from the right. ``stored`` keeps a text a text in every program, also where it is a number.
    """

    header: int
    header_quiet: int
    text: int
    text_quoted: int
    prose: int
    prose_quoted: int
    text_rtl: int
    text_rtl_quoted: int
    prose_rtl: int
    prose_rtl_quoted: int
    faint: int
    faint_quoted: int
    exact: int
    decimals: tuple[int, ...]
    plain_number: int
    percent: int
    day: int
    moment: int
    yes_no: int
    link: int
    stored: int
    stored_quoted: int


def register_styles(book: Workbook) -> CellStyles:
    """Enter the cell styles into a new workbook, always in the same order."""
    header = _number(
        book,
        font=Font(name=FONT, size=11, bold=True, color=ON_BRAND),
        fill=PatternFill("solid", start_color=BRAND),
        alignment=Alignment(vertical="center", wrap_text=True),
        border=Border(bottom=Side("medium", color="085049"), right=Side("thin", color="3D8A83")),
    )
    header_quiet = _number(
        book,
        font=Font(name=FONT, size=11, bold=True, color=QUIET_INK),
        fill=PatternFill("solid", start_color=QUIET_BACK),
        alignment=Alignment(vertical="center", wrap_text=True),
        border=Border(bottom=Side("medium", color="085049"), right=Side("thin", color="B9C8C1")),
    )
    return CellStyles(
        header=header,
        header_quiet=header_quiet,
        text=_number(book, alignment=_TOP),
        text_quoted=_number(book, alignment=_TOP, quoted=True),
        prose=_number(book, alignment=_WRAPPED),
        prose_quoted=_number(book, alignment=_WRAPPED, quoted=True),
        text_rtl=_number(book, alignment=_TOP_RTL),
        text_rtl_quoted=_number(book, alignment=_TOP_RTL, quoted=True),
        prose_rtl=_number(book, alignment=_WRAPPED_RTL),
        prose_rtl_quoted=_number(book, alignment=_WRAPPED_RTL, quoted=True),
        faint=_number(book, alignment=_TOP, font=Font(name=FONT, size=9, color=QUIET)),
        faint_quoted=_number(book, alignment=_TOP, font=Font(name=FONT, size=9, color=QUIET), quoted=True),
        exact=_number(book, alignment=_NUMBER, quoted=True),
        decimals=tuple(_number(book, alignment=_NUMBER, shape=_grouped(count)) for count in range(MOST_DECIMALS + 1)),
        plain_number=_number(book, alignment=_NUMBER),
        percent=_number(book, alignment=_CENTRE, shape="0%"),
        day=_number(book, alignment=_LEFT, shape="yyyy-mm-dd"),
        moment=_number(book, alignment=_LEFT, shape="yyyy-mm-dd hh:mm:ss"),
        yes_no=_number(book, alignment=_CENTRE),
        link=_number(book, alignment=_TOP, font=Font(name=FONT, size=11, color=BRAND, underline="single")),
        stored=_number(book, alignment=_TOP, shape="@"),
        stored_quoted=_number(book, alignment=_TOP, shape="@", quoted=True),
    )


def register_table_style(book: Workbook) -> str:
    """Enter the table style (header and bands) and return the element that declares it in the style part."""
    # openpyxl writes the formats that table styles name, but has no place for the styles themselves.
    styles = vars(book)["_differential_styles"]
    header = styles.add(
        DifferentialStyle(font=Font(bold=True, color=ON_BRAND), fill=PatternFill(bgColor=BRAND, fill_type="solid"))
    )
    band = styles.add(DifferentialStyle(fill=PatternFill(bgColor=BAND, fill_type="solid")))
    return (
        f'<tableStyles count="1" defaultTableStyle="{TABLE_STYLE}">'
        f'<tableStyle name="{TABLE_STYLE}" pivot="0" count="2">'
        f'<tableStyleElement type="headerRow" dxfId="{header}"/>'
        f'<tableStyleElement type="secondRowStripe" dxfId="{band}"/></tableStyle></tableStyles>'
    )


def _number(
    book: Workbook,
    *,
    alignment: Alignment,
    font: Font | None = None,
    fill: PatternFill | None = None,
    border: Border | None = None,
    shape: str = "General",
    quoted: bool = False,
) -> int:
    cell = Cell(book.worksheets[0], row=1, column=1)
    cell.font = font or Font(name=FONT, size=11)
    cell.alignment = alignment
    cell.number_format = shape
    if fill is not None:
        cell.fill = fill
    cell.border = border or _HAIRLINES
    if quoted:
        cell.quotePrefix = True
    return int(cell.style_id)


def _grouped(decimals: int) -> str:
    return "#,##0" + ("." + "0" * decimals if decimals else "")
