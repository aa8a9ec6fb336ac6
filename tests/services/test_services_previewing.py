"""A preview that reads otherwise than the workbook would have people export again and again to see."""

from __future__ import annotations

from collections.abc import Iterator
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
from maeditor.services.projects import open_project
from maeditor.services.proposing import propose_articles
from maeditor.services.runner import ActionRunner
from maeditor.services.sample import build_sample
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


CHOICES: tuple[dict[str, object], ...] = (
    {},
    {"sort": "value", "descending": True},
    {"sort": "number", "group": "subject"},
    {"states": ["proposed"], "families": ["capacity"]},
    {"states": ["rejected", "accepted"]},
    {"without_passage": True},
    {"sort": "confidence"},
    {"text": "maroc"},
    {"conflict": True},
)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ActionRunner]:
    path = tmp_path_factory.mktemp("sample") / "exemple.maed"
    build_sample(path)
    runner = open_project(path, editor="Amina")
    yield runner
    runner.store.close()


@pytest.mark.parametrize("listing", CHOICES, ids=str)
@pytest.mark.parametrize("without_passage", [False, True])
def test_a_long_sheet_is_shown_as_a_short_one(
    sample: ActionRunner, listing: dict[str, object], without_passage: bool
) -> None:
    sheet = Sheet("", 1, "Ports", 0, listing=listing, without_passage=without_passage)
    short = preview(sample, sheet, FR, 40, long=10**9)
    long = preview(sample, sheet, FR, 40, long=0)
    for one, other in zip(short.tabs, long.tabs, strict=True):
        assert one.headings == other.headings
        assert one.rows == other.rows, one.key
        if one.key != "journal":
            assert one.count == other.count, one.key


def test_of_a_long_journal_its_changes_are_counted(sample: ActionRunner) -> None:
    sheet = Sheet("", 1, "Ports", 0, parts=("journal",))
    with sample.read() as queries:
        changes = queries.mark().change
    assert preview(sample, sheet, FR, 3, long=0).tabs[1].count == changes


def test_what_is_saved_meanwhile_is_shown(filled: Project) -> None:
    sheet = made(filled, listing={"states": ["accepted"]})
    before = preview(filled.runner, sheet, FR)
    assert preview(filled.runner, sheet, FR) is before
    said = FactStatement("capacity_power", "Rifdata", Quantity.of(Decimal(40), "MW"))
    annotating.record_fact(filled.runner, FactDraft(filled.article_id, filled.span("40 MW"), said))
    assert preview(filled.runner, sheet, FR).tabs[0].count == before.tabs[0].count + 1
