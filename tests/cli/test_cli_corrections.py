"""Corrections on the command line: a script that takes them in must see all of them, and what was left."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from program import ROOT, Run, records

pytestmark = pytest.mark.slow

DOCS = (ROOT / "docs/formats.md").read_text("utf-8").split("## `maeditor corrections", 1)[1].split("\n## ", 1)[0]


@pytest.fixture
def workbook(maeditor: Run, article: Path, tmp_path: Path) -> Path:
    """A project's workbook, exported in French."""
    maeditor("import", "p.maed", article)
    maeditor("propose", "p.maed")
    assert maeditor("export", "p.maed", "fiche.xlsx", "--language", "fr").returncode == 0
    return tmp_path / "fiche.xlsx"


def typed(path: Path, changes: dict[str, object], *, added: dict[str, object] | None = None) -> None:
    """Change cells of the first fact by their headings, and add a row."""
    book = load_workbook(path)
    sheet = book["Faits"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for heading, value in changes.items():
        sheet.cell(2, columns[heading]).value = value
    last = sheet.max_row + 1
    for heading, value in (added or {}).items():
        sheet.cell(last, columns[heading]).value = value
    book.save(path)


def test_a_workbook_saved_again_has_nothing_to_tell(maeditor: Run, workbook: Path) -> None:
    typed(workbook, {})
    run = maeditor("corrections", "p.maed", workbook, "--json")
    assert (run.returncode, json.loads(run.stdout)) == (0, {"changes": []}), run.stderr
    again = maeditor("corrections", "p.maed", workbook)
    assert "0 corrections" in again.stdout


def test_changes_have_exactly_the_documented_keys_and_states(maeditor: Run, workbook: Path) -> None:
    added = {"Sujet": "Ailleurs", "Propriété": "Emplois", "Valeur telle qu’écrite": "12"}
    typed(workbook, {"Lieu": "Oujda", "État": "peut-être"}, added=added)
    run = maeditor("corrections", "p.maed", workbook, "--json")
    assert run.returncode == 0, run.stderr
    changes = records(run.stdout)[0]["changes"]
    assert isinstance(changes, list)
    assert {(each["field"], each["state"]) for each in changes} == {
        ("place", "changed_there"),
        ("state", "invalid"),
        (None, "new"),
    }
    for each in changes:
        assert set(each) == {"fact", "number", "field", "base", "here", "there", "state", "reason", "row"}
        assert all(f"`{key}`" in DOCS for key in each)
        assert f"`{each['state']}`" in DOCS
        assert each["field"] is None or f"`{each['field']}`" in DOCS
        assert (each["fact"] is None) == (each["state"] == "new")


def test_clean_takes_in_what_changed_there_alone_and_says_what_is_left(maeditor: Run, workbook: Path) -> None:
    before = records(maeditor("facts", "p.maed", "--jsonl").stdout)
    typed(workbook, {"Lieu": "Oujda", "État": "peut-être"}, added={"Sujet": "X", "Propriété": "Emplois", "Nombre": 12})
    run = maeditor("corrections", "p.maed", workbook, "--apply", "clean")
    assert run.returncode == 1
    assert "1 correction applied" in run.stdout
    assert "row 2, State" in run.stdout
    after = records(maeditor("facts", "p.maed", "--jsonl").stdout)
    assert [each["id"] for each in after] == [each["id"] for each in before]
    assert sum(each["place"] == "Oujda" for each in after) == 1


def test_all_takes_in_new_rows_too_and_the_same_file_twice_does_nothing(maeditor: Run, workbook: Path) -> None:
    typed(workbook, {"Lieu": "Oujda"}, added={"Sujet": "X", "Propriété": "Emplois", "Nombre": 12})
    first = maeditor("corrections", "p.maed", workbook, "--apply", "all", "--json")
    assert first.returncode == 0, first.stderr
    facts = records(maeditor("facts", "p.maed", "--jsonl").stdout)
    assert [each["origin"] for each in facts].count("file:fiche.xlsx") == 1
    again = maeditor("corrections", "p.maed", workbook, "--apply", "all", language="fr_FR.UTF-8")
    assert again.returncode == 0
    assert "0 correction appliquée" in again.stdout
    assert records(maeditor("facts", "p.maed", "--jsonl").stdout) == facts
    assert maeditor("check", "p.maed").returncode == 0


def test_a_value_that_its_passage_does_not_say_is_told_by_check(maeditor: Run, workbook: Path) -> None:
    typed(workbook, {"Nombre": 7777})
    assert maeditor("corrections", "p.maed", workbook, "--apply", "clean").returncode == 0
    run = maeditor("check", "p.maed")
    assert run.returncode == 0
    assert "F-0001" in run.stdout
    assert records(maeditor("check", "p.maed", "--json").stdout)[0]["kind"] == "differs_from_passage"


def test_a_file_that_is_no_workbook_of_ours_is_one_sentence(maeditor: Run, workbook: Path, tmp_path: Path) -> None:
    (tmp_path / "autre.xlsx").write_text("rien")
    maeditor("import", "q.maed", tmp_path / "agadir.txt")
    for project, file in (("p.maed", "autre.xlsx"), ("p.maed", "absent.xlsx"), ("q.maed", "fiche.xlsx")):
        run = maeditor("corrections", project, file)
        assert run.returncode == 1
        assert len(run.stderr.splitlines()) == 1
