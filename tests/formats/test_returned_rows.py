"""A row would be taken for another's, or all for gone: rows and columns wherever colleagues and programs put them."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from returned_samples import column, edited, exported, identity, numbered, put, read

from maeditor.domain.errors import WorkbookError
from maeditor.formats.returned import Remark
from maeditor.wording import LANGUAGES, Wording


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return exported(tmp_path / "a.xlsx", numbered(4))


def told(path: Path) -> dict[str, dict[str, Any]]:
    return {row.fact_id: dict(row.cells) for row in read(path).rows}


def rearranged(path: Path, rows: list[int], columns: list[int]) -> Path:
    """The facts' sheet with rows and columns in another order (0 the first), as values in a plain new sheet."""
    book = openpyxl.load_workbook(path)
    page = book["Faits"]
    lines = [[cell.value for cell in line] for line in page.iter_rows()]
    at = book.index(page)
    del book["Faits"]
    again = book.create_sheet("Feuille de Léa", at)
    for line in [lines[0], *(lines[row + 1] for row in rows)]:
        again.append([line[each] for each in columns])
    book.save(path)
    return path


def failed(path: Path) -> WorkbookError:
    with pytest.raises(WorkbookError) as caught:
        read(path)
    for language in LANGUAGES:
        Wording(language).say(f"error.{caught.value.key}", **caught.value.details)
    return caught.value


def test_rows_and_columns_may_be_anywhere_and_the_sheet_named_anything(path: Path) -> None:
    before = told(path)
    width = len(list(openpyxl.load_workbook(path)["Faits"].columns))
    order = list(range(width))
    random.Random(5).shuffle(order)
    assert told(rearranged(path, [2, 0, 3, 1], order)) == before


def test_hidden_and_filtered_rows_and_columns_are_there(path: Path) -> None:
    before = told(path)

    def hide(page: Any) -> None:
        page.row_dimensions[3].hidden = True
        page.column_dimensions["E"].hidden = True
        page.auto_filter.ref = page.dimensions

    assert told(edited(path, hide)) == before


def test_titles_above_the_headings_are_passed_over(path: Path) -> None:
    before = told(path)
    edited(path, lambda page: page.insert_rows(1, 3))
    edited(path, lambda page: setattr(page["B1"], "value", "Relecture de Léa"))
    book = read(path)
    assert {row.fact_id: dict(row.cells) for row in book.rows} == before
    assert [row.row for row in book.rows] == [5, 6, 7, 8]


def test_empty_rows_are_dropped_and_missing_ones_missing(path: Path) -> None:
    def edit(page: Any) -> None:
        page.delete_rows(3)
        page.insert_rows(3, 5)

    assert [(row.row, row.fact_id) for row in read(edited(path, edit)).rows] == [
        (2, identity(1)),
        (8, identity(3)),
        (9, identity(4)),
    ]


def test_a_column_that_was_deleted_says_nothing(path: Path) -> None:
    rows = read(edited(path, lambda page: page.delete_cols(column(page, "Note")))).rows
    assert "note" not in rows[0].cells
    assert rows[0].cells["claim"] == "La puissance du campus ne dépasse pas 500 MW."


def test_headings_in_another_language_and_hand_are_known(path: Path) -> None:
    def edit(page: Any) -> None:
        put(page, 1, "Lieu", "  PLACE ")
        put(page, 1, "À la date du", "à la date\ndu")

    cells = read(edited(path, edit)).rows[0].cells
    assert (cells["place"], str(cells["as_of"])) == ("Essaouira", "2026-05-08")


def test_without_identities_the_numbers_tell_the_facts(path: Path) -> None:
    edited(path, lambda page: page.delete_cols(column(page, "Identifiant du fait")))
    assert [row.fact_id for row in read(path).rows] == [identity(at) for at in (1, 2, 3, 4)]


def test_a_row_without_its_identity_is_known_by_its_number_unless_another_row_is_that_fact(path: Path) -> None:
    def edit(page: Any) -> None:
        put(page, 3, "Identifiant du fait", None)
        put(page, 6, "Fait", "F-0001")
        put(page, 6, "Sujet", "Copie")

    rows = read(edited(path, edit)).rows
    assert [row.fact_id for row in rows] == [identity(1), identity(2), identity(3), identity(4), ""]


def test_without_identities_and_numbers_nothing_is_guessed(path: Path) -> None:
    edited(path, lambda page: page.delete_cols(column(page, "Identifiant du fait")))
    edited(path, lambda page: page.delete_cols(column(page, "Fait")))
    assert failed(path).key == "workbook_without_identities"


def test_of_copied_rows_the_unchanged_one_keeps_the_fact(path: Path) -> None:
    def edit(page: Any) -> None:
        values = [cell.value for cell in page[3]]
        page.append(values)
        put(page, 3, "Nombre", 999)
        put(page, 3, "Passage", "Une autre phrase.")

    rows = read(edited(path, edit)).rows
    assert [(row.fact_id, row.same_as) for row in rows] == [
        (identity(1), ""),
        ("", identity(2)),
        (identity(3), ""),
        (identity(4), ""),
        (identity(2), ""),
    ]
    assert rows[1].cells["quote"] == "Une autre phrase."
    assert "quote" not in rows[0].cells


def test_of_copied_rows_that_all_changed_the_first_keeps_the_fact(path: Path) -> None:
    def edit(page: Any) -> None:
        page.append([cell.value for cell in page[2]])
        put(page, 2, "Nombre", 1)
        put(page, 6, "Nombre", 2)

    rows = read(edited(path, edit)).rows
    assert [(row.fact_id, row.same_as) for row in rows][::4] == [(identity(1), ""), ("", identity(1))]


def test_a_new_row_tells_its_quote_and_source(path: Path) -> None:
    def edit(page: Any) -> None:
        put(page, 6, "Sujet", "Nouveau site")
        put(page, 6, "Passage", "Le nouveau site ouvrira.")
        put(page, 6, "Source", "A-0001")

    row = read(edited(path, edit)).rows[-1]
    assert (row.row, row.fact_id, row.number) == (6, "", "")
    assert (row.cells["subject"], row.cells["quote"]) == ("Nouveau site", "Le nouveau site ouvrira.")
    assert (row.cells["source_number"], row.cells["source_title"]) == ("A-0001", None)


def test_a_row_of_a_fact_that_was_not_exported_is_new(path: Path) -> None:
    def edit(page: Any) -> None:
        put(page, 2, "Identifiant du fait", identity(77))

    assert read(edited(path, edit)).rows[0].fact_id == ""


def test_a_copy_of_the_sheet_is_not_read_but_told(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    copy = book.copy_worksheet(book["Faits"])
    copy.title = "Faits (2)"
    put(copy, 2, "Nombre", 1)
    book.save(path)
    found = read(path)
    assert (len(found.rows), found.rows[0].cells["amount"]) == (4, 500)
    assert found.remarks == (Remark("other_sheet", {"sheet": "Faits (2)", "read": "Faits"}),)
    assert "Faits (2)" in found.remarks[0].said(Wording("fr"))


def test_other_sheets_may_go_and_the_hidden_ones_be_shown(path: Path) -> None:
    before = told(path)
    book = openpyxl.load_workbook(path)
    for title in ("Lisez-moi", "Preuves", "Sources", "Journal", "_Listes"):
        del book[title]
    book["_Base"].sheet_state = "visible"
    book["Faits"].sheet_state = "veryHidden"
    book["Faits"].tables.clear()
    book.save(path)
    assert told(path) == before


def test_without_the_facts_no_other_sheet_is_taken_for_them(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    del book["Faits"]
    book.save(path)
    assert failed(path).key == "workbook_without_facts"


def test_without_its_baseline_a_workbook_is_not_ours(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    del book["_Base"]
    book.save(path)
    assert failed(path).key == "workbook_without_baseline"
    plain = openpyxl.Workbook()
    plain.save(path)
    assert failed(path).key == "workbook_without_baseline"


def test_the_baseline_may_be_sorted_and_typed_anew_by_programs(path: Path) -> None:
    before = read(path)
    book = openpyxl.load_workbook(path)
    page = book["_Base"]
    lines = [[cell.value for cell in line] for line in page.iter_rows()]
    page.delete_rows(1, 10)
    for line in [lines[0], *reversed(lines[1:])]:
        page.append([int(each) if str(each).isdecimal() else each for each in line])
    book.save(path)
    assert (read(path).base, read(path).meta) == (before.base, before.meta)


@pytest.mark.parametrize(
    ("row", "place", "value"),
    [(1, 1, "id"), (1, 5, None), (2, 1, None), (2, 2, "not json"), (2, 2, "[1]"), (2, 2, "{}"), (3, 1, None)],
)
def test_a_baseline_that_was_changed_is_not_believed(path: Path, row: int, place: int, value: object) -> None:
    edited(path, lambda page: setattr(page.cell(row, place), "value", value), "_Base")
    assert failed(path).key == "workbook_baseline_damaged"


def test_a_fact_twice_in_the_baseline_is_not_believed(path: Path) -> None:
    edited(path, lambda page: page.append([cell.value for cell in page[3]]), "_Base")
    assert failed(path).key == "workbook_baseline_damaged"


def test_a_workbook_of_a_newer_version_says_so(path: Path) -> None:
    def newer(page: Any) -> None:
        page["B2"].value = json.dumps(json.loads(page["B2"].value) | {"format": 2})
        page["A1"].value = "identity"

    error = failed(edited(path, newer, "_Base"))
    assert (error.key, error.details["found"], error.details["known"]) == ("workbook_newer", 2, 1)
