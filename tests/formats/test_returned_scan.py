"""The quick look at a sheet's bytes would miss a formula that the slow one sees, and a cell be read as cleared."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from returned_samples import MAIN_URI

from maeditor.domain.errors import WorkbookError
from maeditor.formats.returned import cell_scan
from maeditor.formats.returned.cell_scan import parsed, searched, unspoken_cells
from maeditor.formats.returned.content import LIMITS, NotCalculated
from maeditor.formats.workbook.row_stream import letter_of

PART = "xl/worksheets/sheet1.xml"


def package(rows: str, head: str = "", root: str = f'<worksheet xmlns="{MAIN_URI}">') -> zipfile.ZipFile:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as written:
        written.writestr(PART, f"{head}{root}<sheetData>{rows}</sheetData></worksheet>".encode())
    return zipfile.ZipFile(file)


TEXTS = st.text(alphabet="ab <>&\"'=/:!é😀cfv", max_size=12)
FORMULAS = st.sampled_from(
    ["", "<f>1+1</f>", "<f/>", '<f t="shared" ref="A1:B2" si="0">A1</f>', '<f t="shared" si="0"/>', "<f ca='1'>1</f>"]
)


@st.composite
def cells(draw: st.DrawFn) -> tuple[str, str]:
    """What follows a cell's place, and its inside."""
    match draw(st.sampled_from(["number", "text", "inline", "error", "blank", "unvalued"])):
        case "number":
            return "", draw(FORMULAS) + "<v>1.5</v>"
        case "text":
            text = escape(draw(TEXTS.filter(bool)))
            return ' t="str"', f"{draw(FORMULAS)}<v>{text}</v>"
        case "inline":
            return ' t="inlineStr"', f'<is><t xml:space="preserve">{escape(draw(TEXTS))}</t></is>'
        case "error":
            return ' s="1" t="e"', f"{draw(FORMULAS)}<v>#REF!</v>"
        case "blank":
            return ' s="4"', ""
        case _:
            return draw(st.sampled_from(["", ' t="str"'])), draw(FORMULAS) + draw(
                st.sampled_from(["", "<v></v>", "<v/>"])
            )


@given(st.lists(st.lists(cells(), max_size=4), max_size=5), st.integers(20, 400))
def test_both_ways_of_looking_see_the_same(rows: list[list[tuple[str, str]]], block: int) -> None:
    xml = ""
    for row, line in enumerate(rows, 1):
        xml += f'<row r="{row}">'
        for column, (attributes, inside) in enumerate(line, 1):
            place = f'<c r="{letter_of(column)}{row}"{attributes}'
            xml += f"{place}>{inside}</c>" if inside else f"{place}/>"
        xml += "</row>"
    with package(xml) as book, pytest.MonkeyPatch.context() as patch:
        patch.setattr("maeditor.formats.returned.sheet_xml.BLOCK", block)
        assert searched(book, PART) == parsed(book, PART, "a.xlsx", LIMITS)


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c><f>1</f></c></row>',
        '<row r="1"><c s="1" r="A1"><f>1</f></c></row>',
        '<row r="1"><!-- <c r="B1"><f>2</f></c> --><c r="A1"><f>1</f></c></row>',
        '<row r="1"><c r="A1" t="str"><f><![CDATA[1</f><v>5</v>]]></f></c></row>',
        '<row><c\nr="A1"><f>1</f></c></row>',
        f'<x:row xmlns:x="{MAIN_URI}" r="1"><x:c r="A1"><x:f>1</x:f></x:c></x:row>',
    ],
)
def test_what_is_written_unusually_is_parsed(rows: str) -> None:
    """Not every program writes as Excel does; each of these is allowed."""
    with package(rows) as book:
        with pytest.raises(cell_scan._OddError):
            searched(book, PART)
        assert unspoken_cells(book, PART, "a.xlsx", LIMITS) == {(1, 1): NotCalculated()}


def test_another_encoding_is_parsed() -> None:
    file = io.BytesIO()
    head = '<?xml version="1.0" encoding="UTF-16"?>'
    with zipfile.ZipFile(file, "w") as written:
        rows = '<sheetData><row r="1"><c r="A1"><f>1</f></c></row></sheetData>'
        sheet = f'{head}<worksheet xmlns="{MAIN_URI}">{rows}</worksheet>'
        written.writestr(PART, sheet.encode("utf-16"))
    with zipfile.ZipFile(file) as book:
        assert unspoken_cells(book, PART, "a.xlsx", LIMITS) == {(1, 1): NotCalculated()}


@pytest.mark.parametrize(("place", "inside"), [("IV200000", True), ("IW1", False), ("A200001", False), ("AAA1", False)])
def test_the_last_cell_that_is_read_is_where_it_is_said(place: str, inside: bool) -> None:
    with package(f'<row><c r="{place}"><v>1</v></c></row>') as book:
        if inside:
            assert unspoken_cells(book, PART, "a.xlsx", LIMITS) == {}
        else:
            with pytest.raises(WorkbookError) as caught:
                unspoken_cells(book, PART, "a.xlsx", LIMITS)
            assert (caught.value.key, caught.value.details["cell"]) == ("workbook_beyond", place)


EXCEL = (
    f'<worksheet xmlns="{MAIN_URI}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" '
    'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac">'
)


def test_what_excel_writes_is_searched() -> None:
    """Parsing it would make a large workbook take twice as long."""
    rows = (
        '<row r="1" spans="1:2" x14ac:dyDescent="0.25"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1"><f>1</f></c></row>'
    )
    with package(rows, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n', EXCEL) as book:
        assert searched(book, PART) == {(1, 2): NotCalculated()}
