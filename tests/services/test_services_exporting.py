"""The fact sheet: what an editor publishes would be wrong, or nobody could tell where it came from, if these failed."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from services_project import Project

from maeditor.domain.values import Quantity
from maeditor.services import annotating, library, reviewing, undoing
from maeditor.services.annotating import FactDraft, FactStatement
from maeditor.services.exporting import export_workbook, workbook_content
from maeditor.services.proposing import propose_articles
from maeditor.wording import Wording

POWER = FactStatement("capacity_power", "Rifdata", Quantity.of(Decimal(120), "MW"), place="Nador")


@pytest.fixture
def recorded(project: Project) -> Project:
    draft = FactDraft(project.article_id, project.span("120 mégawatts"), POWER)
    annotating.record_fact(project.runner, draft)
    return project


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_fact_stands_in_the_sheet_with_its_quote_and_source(
    recorded: Project, tmp_path: Path, language: str
) -> None:
    path = tmp_path / "fiche.xlsx"
    report = export_workbook(recorded.runner, path, Wording(language))
    sheet = load_workbook(path).worksheets[1]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert report.facts == len(rows) - 1 == 1
    assert {"F-0001", "Rifdata", "120 mégawatts", 120} <= set(rows[1])


def test_a_rejected_fact_is_left_out_and_stays_in_the_journal(recorded: Project) -> None:
    fact = library.project_facts(recorded.runner)[0].fact
    reviewing.reject_fact(recorded.runner, fact.id, fact.version, reason="doublon")
    content = workbook_content(recorded.runner, Wording("fr"))
    assert list(content.facts) == []
    journal = list(content.journal)
    assert ("F-0001", "state", "accepted", "rejected") in {
        (row.about, row.field, row.before, row.after) for row in journal
    }


def test_the_journal_names_what_it_is_about_and_what_took_it_back(recorded: Project) -> None:
    undoing.undo(recorded.runner)
    rows = list(workbook_content(recorded.runner, Wording("fr")).journal)
    made = next(row for row in rows if row.field == "facts" and row.after)
    undone = next(row for row in rows if row.field == "facts" and row.before)
    assert (made.about, undone.about, undone.reverts) == ("F-0001", "F-0001", made.number)
    evidence = next(row for row in rows if row.field == "evidence")
    assert (evidence.about, evidence.after) == ("F-0001", "120 mégawatts")
    assert not any("-4" in row.about and len(row.about) == 36 for row in rows), "an identity no person can read"


def test_power_facts_stand_among_the_capacities_in_megawatts(project: Project) -> None:
    propose_articles(project.runner)
    content = workbook_content(project.runner, Wording("fr"))
    amounts = {row.amount for row in content.capacities}
    assert Decimal(120) in amounts
    assert all(row.source_title for row in content.capacities)
