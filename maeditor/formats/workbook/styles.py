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
OK, OK_BACK = "1B7340", "DFF0E4"
WARN, WARN_BACK = "8F5200", "FBEBD0"
DANGER, DANGER_BACK = "B0341B", "FBE3DC"

FONT = "Calibri"
TABLE_STYLE = "maeditor"
MOST_DECIMALS = 6

_HAIRLINES = Border(bottom=Side("thin", color=LINE), right=Side("thin", color=LINE))
_TOP = Alignment(vertical="top")
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_NUMBER = Alignment(vertical="top", horizontal="right", indent=1)
_LEFT = Alignment(vertical="top", horizontal="left")
_CENTRE = Alignment(vertical="top", horizontal="center")


@dataclass(frozen=True, slots=True)
class CellStyles:
    """Numbers of the cell styles in the workbook's style part; ``*_quoted`` hold texts that look like formulas.

    ``decimals[n]`` shows a number with n decimals, grouped; ``plain_number`` shows it as it is.
    """

    header: int
    text: int
    text_quoted: int
    prose: int
    prose_quoted: int
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


def register_styles(book: Workbook) -> CellStyles:
    """Enter the cell styles into a new workbook, always in the same order."""
    header = _number(
        book,
        font=Font(name=FONT, size=11, bold=True, color=ON_BRAND),
        fill=PatternFill("solid", start_color=BRAND),
        alignment=Alignment(vertical="center", wrap_text=True),
        border=Border(bottom=Side("medium", color="085049"), right=Side("thin", color="3D8A83")),
    )
    return CellStyles(
        header=header,
        text=_number(book, alignment=_TOP),
        text_quoted=_number(book, alignment=_TOP, quoted=True),
        prose=_number(book, alignment=_WRAPPED),
        prose_quoted=_number(book, alignment=_WRAPPED, quoted=True),
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
