"""A preview that reads otherwise than the workbook would have people export again and again to see."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from services_project import Project

from maeditor.domain.sheets import Part, Sheet
from maeditor.domain.values import Quantity
from maeditor.services import annotating, sheets
from maeditor.services.annotating import FactDraft, FactStatement
from maeditor.services.exporting import export_workbook
from maeditor.services.previewing import TabPreview, preview
from maeditor.services.proposing import propose_articles
from maeditor.wording import Wording

FR = Wording("fr")


@pytest.fixture
def filled(project: Project) -> Project:
    propose_articles(project.runner)
    said = FactStatement(
        "capacity_power",
        "Rifdata",
        Quantity.of(Decimal("1234.5"), "MW"),
        place="Nador",
        as_of="2026-05-08",
        target="2028",
    )
    annotating.record_fact(project.runner, FactDraft(project.article_id, project.span("120 mégawatts"), said))
    return project


def made(project: Project, **choices: object) -> Sheet:
    _done, sheet_id = sheets.add_sheet(project.runner, "Ports", **choices)
    return sheets.sheet(project.runner, sheet_id)


def tab(project: Project, sheet: Sheet, key: str, rows: int = 200) -> TabPreview:
    return next(each for each in preview(project.runner, sheet, FR, rows).tabs if each.key == key)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("columns", [(), ("subject", "value", "state")])
def test_the_preview_holds_the_tabs_headings_and_rows_of_the_workbook(
    filled: Project, tmp_path: Path, language: str, columns: tuple[str, ...]
) -> None:
    sheet = made(filled, language=language, columns=columns)
    shown = preview(filled.runner, sheet, FR)
    report = export_workbook(filled.runner, tmp_path / "x.xlsx", FR, sheet)
    assert {each.title: each.count for each in shown.tabs} == report.workbook.rows
    book = load_workbook(tmp_path / "x.xlsx")
    for each in shown.tabs:
        page = book[each.title]
        seen = [cell.value for cell in page[1] if not page.column_dimensions[cell.column_letter].hidden]
        assert list(each.headings) == seen
        assert all(len(row) == len(each.headings) == len(each.families) for row in each.rows)


def test_the_texts_read_as_a_spreadsheet_shows_them(filled: Project) -> None:
    facts = tab(filled, made(filled), "facts")
    row = next(each for each in facts.rows if "Rifdata" in each and "Accepté" in each)
    assert "1\u202f234,5" in row
    assert {"Nador", "2026-05-08", "2028", "100%"} <= set(row)
    english = preview(filled.runner, made(filled, language="en"), FR).tabs[0]
    assert any("1,234.5" in each and "Accepted" in each for each in english.rows)
    assert dict(zip(row, facts.families, strict=True))["1\u202f234,5"] == "measure"


def test_only_the_first_rows_are_shown_and_all_are_counted(filled: Project) -> None:
    facts = tab(filled, made(filled), "facts", rows=1)
    assert len(facts.rows) == 1
    assert facts.count > 1


def test_only_the_parts_that_were_chosen_have_a_tab(filled: Project) -> None:
    sheet = made(filled, parts=(Part.SOURCES.value,))
    assert [each.key for each in preview(filled.runner, sheet, FR).tabs] == ["facts", "sources"]


def test_a_sheet_of_nothing_has_empty_tabs(filled: Project) -> None:
    shown = preview(filled.runner, made(filled, listing={"text": "introuvable"}), FR)
    assert {each.count for each in shown.tabs if each.key != "journal"} == {0}
