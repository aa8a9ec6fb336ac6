"""A sheet tells what its file does not say yet; else people send out an old one, or compare by eye."""

from __future__ import annotations

import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from services_project import Project

from maeditor.domain.errors import ExportError, MissingRecordError
from maeditor.domain.facts import Fact, Role
from maeditor.domain.values import Quantity
from maeditor.services import annotating, library, reviewing, sheets, undoing
from maeditor.services.annotating import FactDraft, FactStatement
from maeditor.services.exporting import export_workbook, last_exports, workbook_content
from maeditor.services.projects import open_project
from maeditor.services.since_export import last_export_of_each
from maeditor.wording import Wording

FR = Wording("fr")
POWER = FactStatement("capacity_power", "Rifdata", Quantity.of(Decimal(120), "MW"), place="Nador")


@pytest.fixture
def recorded(project: Project) -> Project:
    for quote in ("120 mégawatts", "40 MW"):
        annotating.record_fact(project.runner, FactDraft(project.article_id, project.span(quote), POWER))
    return project


def fact(project: Project, number: int) -> Fact:
    return next(each.fact for each in library.project_facts(project.runner) if each.fact.number == number)


def correct(project: Project, number: int, amount: int) -> None:
    seen = fact(project, number)
    said = replace(POWER, quantity=Quantity.of(Decimal(amount), "MW"))
    annotating.correct_fact(project.runner, seen.id, seen.version, said)


def exported(project: Project, tmp_path: Path, **choices: object) -> str:
    _done, sheet_id = sheets.add_sheet(project.runner, "Ports", **choices)
    export_workbook(project.runner, tmp_path / "ports.xlsx", FR, sheets.sheet(project.runner, sheet_id))
    return sheet_id


def test_a_sheet_that_was_never_exported_says_so(recorded: Project) -> None:
    _done, sheet_id = sheets.add_sheet(recorded.runner, "Ports")
    assert sheets.changed_since_export(recorded.runner, sheet_id) is None
    assert sheets.exports_of(recorded.runner, sheet_id) == ()
    assert last_exports(recorded.runner) == ()


def test_what_came_changed_and_went_is_told(recorded: Project, tmp_path: Path) -> None:
    runner = recorded.runner
    sheet_id = exported(recorded, tmp_path)
    told = sheets.changed_since_export(runner, sheet_id)
    assert told is not None
    assert told.same
    assert told.path == str(tmp_path / "ports.xlsx")
    annotating.record_fact(runner, FactDraft(recorded.article_id, recorded.span("60 MW"), POWER))
    correct(recorded, 1, 125)
    second = fact(recorded, 2)
    reviewing.reject_fact(runner, second.id, second.version, reason="doublon")
    told = sheets.changed_since_export(recorded.reopen().runner, sheet_id, FR)
    assert told is not None
    assert (told.added, told.changed, told.gone) == (("F-0003",), ("F-0001",), ("F-0002",))
    changes = {each.field: (each.before, each.after) for each in told.fields["F-0001"]}
    assert changes["value"] == ("120\u00a0MW", "125\u00a0MW")


def test_what_was_done_and_undone_is_no_change(recorded: Project, tmp_path: Path) -> None:
    sheet_id = exported(recorded, tmp_path)
    before = fact(recorded, 1).version
    correct(recorded, 1, 125)
    undoing.undo(recorded.runner)
    assert fact(recorded, 1).version > before
    told = sheets.changed_since_export(recorded.runner, sheet_id)
    assert told is not None
    assert told.same


def test_another_passage_is_a_change_of_its_fact(recorded: Project, tmp_path: Path) -> None:
    sheet_id = exported(recorded, tmp_path)
    runner, first = recorded.runner, fact(recorded, 1)
    annotating.attach_passage(runner, first.id, recorded.article_id, recorded.span("60 MW"), Role.CONTEXT)
    told = sheets.changed_since_export(runner, sheet_id, FR)
    assert told is not None
    assert told.changed == ("F-0001",)
    assert any("60 MW" in each.after for each in told.fields["F-0001"])
    undoing.undo(runner)
    told = sheets.changed_since_export(runner, sheet_id, FR)
    assert told is not None
    assert told.same


def test_a_fact_whose_making_was_undone_is_gone_by_its_number(recorded: Project, tmp_path: Path) -> None:
    runner = recorded.runner
    _done, sheet_id = sheets.add_sheet(runner, "Ports")
    annotating.record_fact(runner, FactDraft(recorded.article_id, recorded.span("60 MW"), POWER))
    export_workbook(runner, tmp_path / "ports.xlsx", FR, sheets.sheet(runner, sheet_id))
    undoing.undo(runner)
    told = sheets.changed_since_export(runner, sheet_id)
    assert told is not None
    assert told.gone == ("F-0003",)
    assert sheets.changed_since_export(runner, "") is None, "everything was never exported"


def test_exports_are_told_newest_first(recorded: Project, tmp_path: Path) -> None:
    runner = recorded.runner
    sheet_id = exported(recorded, tmp_path)
    export_workbook(runner, tmp_path / "tout.xlsx", FR)
    export_workbook(runner, tmp_path / "ports 2.xlsx", FR, sheets.sheet(runner, sheet_id))
    names = [Path(each.path).name for each in sheets.exports_of(runner, sheet_id)]
    assert names == ["ports 2.xlsx", "ports.xlsx"]
    assert [path.name for path in last_exports(runner)] == ["ports 2.xlsx", "tout.xlsx", "ports.xlsx"]
    assert {each: Path(export.path).name for each, export in last_export_of_each(runner).items()} == {
        "": "tout.xlsx",
        sheet_id: "ports 2.xlsx",
    }
    export_workbook(runner, tmp_path / "ports.xlsx", FR, sheets.sheet(runner, sheet_id))
    assert [path.name for path in last_exports(runner)] == ["ports.xlsx", "ports 2.xlsx", "tout.xlsx"]


def test_an_export_that_was_stopped_is_not_remembered(recorded: Project, tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        export_workbook(recorded.runner, tmp_path / "x.xlsx", FR, cancelled=lambda: True)
    assert last_exports(recorded.runner) == ()


def test_a_project_that_cannot_be_written_to_is_exported_all_the_same(recorded: Project, tmp_path: Path) -> None:
    recorded.runner.store.close()
    copy = Path(shutil.copy(recorded.path, tmp_path / "lecture.maed"))
    other, runner = open_project(copy, editor="Autre"), open_project(copy, editor="Amina")
    runner.patience = 0.05
    with other.store.write():
        report = export_workbook(runner, tmp_path / "x.xlsx", FR)
    assert report.remarks == (FR.say("export.not_remembered"),)
    assert report.facts == 2
    assert last_exports(runner) == ()
    other.store.close()
    runner.store.close()


def test_a_sheet_that_is_gone(recorded: Project) -> None:
    with pytest.raises(MissingRecordError):
        sheets.changed_since_export(recorded.runner, "nowhere")


def test_the_workbook_is_written_in_the_sheets_own_language(recorded: Project, tmp_path: Path) -> None:
    exported(recorded, tmp_path, language="en", listing={"states": ["accepted"], "text": "rifdata"})
    first = {cell.value for row in load_workbook(tmp_path / "ports.xlsx").worksheets[1].iter_rows() for cell in row}
    assert "Accepted" in first
    assert "Accepté" not in first


def test_a_workbook_tells_which_project_export_and_sheet_it_is_of(recorded: Project) -> None:
    _done, sheet_id = sheets.add_sheet(recorded.runner, "Ports", columns=("subject",), parts=("journal",))
    content = workbook_content(recorded.runner, FR, sheets.sheet(recorded.runner, sheet_id))
    assert content.meta["sheet"] == sheet_id
    assert len(content.meta["project"]) == len(content.meta["export"]) == 36
    assert (content.title, content.columns, content.parts) == ("Ports", ("subject",), frozenset({"journal"}))
    assert [row[2] for row in content.baseline] == ["F-0001", "F-0002"]
    assert content.filters == (FR.say("sheet.supported"),)
    assert workbook_content(recorded.runner, FR).filters == ()
