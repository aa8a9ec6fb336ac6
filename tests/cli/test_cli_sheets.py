"""``maeditor sheets`` and ``export --sheet``: a script that publishes must get the sheet that was asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from program import Run

from maeditor.services import sheets
from maeditor.services.projects import open_project

pytestmark = pytest.mark.slow


@pytest.fixture
def project(maeditor: Run, article: Path, tmp_path: Path) -> str:
    maeditor("import", "p.maed", article)
    assert maeditor("propose", "p.maed").returncode == 0
    runner = open_project(tmp_path / "p.maed", editor="Amina")
    sheets.add_sheet(runner, "Tout")
    sheets.add_sheet(runner, "Rien", listing={"text": "introuvable"})
    runner.store.close()
    return "p.maed"


def test_the_sheets_are_listed_with_their_facts_and_last_export(maeditor: Run, project: str, tmp_path: Path) -> None:
    told = maeditor("sheets", project)
    assert [line.split("\t")[0] for line in told.stdout.splitlines()] == ["Tout", "Rien"]
    assert maeditor("export", project, "rien.xlsx", "--sheet", "rien").returncode == 0
    first, second = (json.loads(line) for line in maeditor("sheets", project, "--json").stdout.splitlines())
    assert first["facts"] > second["facts"] == 0
    assert first["exported"] is None
    assert second["exported"]["file"] == str(tmp_path / "rien.xlsx")
    assert load_workbook(tmp_path / "rien.xlsx").worksheets[1].max_row <= 2


def test_a_sheet_that_there_is_not(maeditor: Run, project: str, tmp_path: Path) -> None:
    run = maeditor("export", project, "o.xlsx", "--sheet", "Autre")
    assert run.returncode == 1
    assert "Autre" in run.stderr
    assert not (tmp_path / "o.xlsx").exists()
