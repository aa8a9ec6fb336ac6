"""A colleague's correction would be missed, or a program's doing taken for one: cells as they come back."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from returned_samples import base_of, column, edited, exported, identity, numbered, put, read, with_part

from maeditor.domain.merge import MERGED_FIELDS
from maeditor.formats.returned import NotCalculated, ReturnedRow, read_workbook
from maeditor.formats.workbook.baseline import BASE_HEADINGS

FACTS = "xl/worksheets/sheet2.xml"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return exported(tmp_path / "a.xlsx", numbered(3))


def first(path: Path) -> ReturnedRow:
    return read(path).rows[0]


def test_an_export_comes_back_as_it_was(path: Path) -> None:
    book = read(path)
    facts = numbered(3)
    assert (book.language, book.meta["project"], book.meta["export"], book.remarks) == ("fr", "p-1", "x-1", ())
    assert book.base == {fact.fact_id: base_of(fact) for fact in facts}
    assert [(row.row, row.fact_id, row.number, row.same_as) for row in book.rows] == [
        (at + 1, identity(at), f"F-{at:04d}", "") for at in (1, 2, 3)
    ]
    cells = dict(book.rows[0].cells)
    assert tuple(cells) == MERGED_FIELDS
    assert (cells["amount"], cells["lower"], cells["state"], cells["unit"]) == (500, None, "Accepté", "MW")
    assert (cells["as_of"], cells["target"], cells["property"]) == (date(2026, 5, 8), "2030", "Puissance installée")


def test_it_is_read_the_same_in_a_process_of_its_own(path: Path) -> None:
    assert read_workbook(path) == read(path)


def test_an_english_export_is_read_too(tmp_path: Path) -> None:
    book = read(exported(tmp_path / "a.xlsx", numbered(2), "en"))
    assert book.language == "en"
    assert dict(book.rows[1].cells)["state"] == "Accepted"


def test_no_fact_gives_no_row(tmp_path: Path) -> None:
    book = read(exported(tmp_path / "a.xlsx", []))
    assert (book.rows, dict(book.base)) == ((), {})


@pytest.mark.parametrize(
    ("heading", "typed", "field", "expected"),
    [
        ("Nombre", 512.5, "amount", 512.5),
        ("Nombre", 600, "amount", 600),
        ("Nombre", "512,5", "amount", "512,5"),
        ("Nombre", "1\u202f234", "amount", "1\u202f234"),
        ("Nombre", True, "amount", True),
        ("Nombre", None, "amount", None),
        ("Minimum", 0, "lower", 0),
        ("Note", "  ", "note", None),
        ("Note", "a\r\nb\rc", "note", "a\nb\nc"),
        ("Note", "été 😀 مركز", "note", "été 😀 مركز"),
        ("Sujet", 42, "subject", 42),
        ("Sujet", "Site\u00a01", "subject", "Site 1"),
        ("Sujet", "Site 1 bis", "subject", "Site 1 bis"),
        ("À la date du", datetime.fromisoformat("2027-01-02"), "as_of", date(2027, 1, 2)),
        ("À la date du", 46150, "as_of", date(2026, 5, 8)),
        ("Échéance", 2031, "target", 2031),
        ("Échéance", "2031~", "target", "2031~"),
        ("État", "Rejeté", "state", "Rejeté"),
    ],
)
def test_what_was_typed_comes_back(path: Path, heading: str, typed: Any, field: str, expected: Any) -> None:
    def edit(page: Any) -> None:
        put(page, 2, heading, typed)
        if heading == "À la date du" and isinstance(typed, int):
            page.cell(2, column(page, heading)).number_format = "General"

    found = first(edited(path, edit)).cells[field]
    assert (found, type(found)) == (expected, type(expected))


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("2030", 2030),
        ("12.5", 12.5),
        ("VRAI", True),
        ("2026-05-08", datetime.fromisoformat("2026-05-08")),
        ("12\u00a0MW", "12 MW"),
        ("deux\nlignes", "deux\r\nlignes"),
        ("bords ", "bords"),
        ("_x0041_ et _x000D_", "A et \r"),
    ],
)
def test_texts_that_a_program_turned_into_something_else_are_unchanged(tmp_path: Path, text: str, turned: Any) -> None:
    path = exported(tmp_path / "a.xlsx", numbered(1, note=text))
    assert first(path).cells["note"] == text
    assert first(edited(path, lambda page: put(page, 2, "Note", turned))).cells["note"] == text


def test_texts_too_long_for_a_cell_are_unchanged(tmp_path: Path) -> None:
    path = exported(tmp_path / "a.xlsx", numbered(2, note="très long " * 4_000))
    book = read(path)
    note = BASE_HEADINGS.index("note")
    assert [row.cells["note"] for row in book.rows] == [base[note] for base in book.base.values()]


def test_a_formula_that_nobody_calculated_is_not_read_as_cleared(path: Path) -> None:
    edited(path, lambda page: put(page, 2, "Nombre", "=F3*2"))
    cells = first(path).cells
    assert cells["amount"] == NotCalculated()
    assert cells["lower"] is None


def test_a_formula_with_its_value_is_that_value(path: Path) -> None:
    cell = f"{openpyxl.utils.get_column_letter(column(openpyxl.load_workbook(path)['Faits'], 'Nombre'))}2"

    def calculate(part: str) -> str:
        at = part.index(f'<c r="{cell}"')
        end = part.index("</c>", at)
        return part[:at] + f'<c r="{cell}"><f>250*2+1</f><v>501</v>' + part[end:]

    assert first(with_part(path, FACTS, calculate)).cells["amount"] == 501


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#DIV/0!"])
def test_errors_are_told_apart_from_texts_and_from_blanks(path: Path, error: str) -> None:
    def edit(page: Any) -> None:
        put(page, 2, "Nombre", error)
        page.cell(2, column(page, "Nombre")).data_type = "e"
        put(page, 3, "Note", error)
        page.cell(3, column(page, "Note")).data_type = "s"

    rows = read(edited(path, edit)).rows
    assert rows[0].cells["amount"] == NotCalculated(error)
    assert rows[1].cells["note"] == error


def test_days_counted_from_1904_are_the_same_days(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    page = book["Faits"]
    put(page, 3, "À la date du", 44688)
    page.cell(3, column(page, "À la date du")).number_format = "General"
    book.save(path)
    assert [row.cells["as_of"] for row in read(path).rows] == [date(2026, 5, 8)] * 3


def test_numbers_keep_every_digit(tmp_path: Path) -> None:
    amounts = [Decimal("0.1"), Decimal("123456789.125"), Decimal("12345678901234567890.5")]
    facts = [fact for at, amount in enumerate(amounts) for fact in numbered(at + 1, amount=amount)[at:]]
    found = [row.cells["amount"] for row in read(exported(tmp_path / "a.xlsx", facts)).rows]
    assert found == [0.1, 123456789.125, "12345678901234567890.5"]


def test_cells_under_a_merge_were_not_cleared(path: Path) -> None:
    def edit(page: Any) -> None:
        letter = openpyxl.utils.get_column_letter(column(page, "Lieu"))
        page.merge_cells(f"{letter}2:{letter}3")

    rows = read(edited(path, edit)).rows
    assert [row.cells["place"] for row in rows] == ["Essaouira", NotCalculated(), "Essaouira"]
