"""Colleagues without Excel save with LibreOffice: what it makes of our cells must not arrive as corrections."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from random import Random

import pytest
from intended_outcome import expected_states
from random_colleague import Colleague
from random_project import keep, random_facts

from maeditor.services.exporting import export_workbook
from maeditor.services.merging import read_corrections
from maeditor.services.projects import create_project, open_project
from maeditor.wording import Wording

OFFICE = shutil.which("soffice")
CASES = 20

pytestmark = [
    pytest.mark.slow,
    pytest.mark.office,
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed"),
]


def test_what_was_meant_arrives_through_libreoffice(tmp_path: Path) -> None:
    blank = tmp_path / "blank.maed"
    create_project(blank, "Essai", editor="Amina").store.close()
    (tmp_path / "out").mkdir()
    cases = []
    for seed in range(CASES):
        random = Random(10_000 + seed)
        project = tmp_path / f"{seed}.maed"
        shutil.copy(blank, project)
        runner = open_project(project, editor="Amina")
        facts = random_facts(random, 1)
        keep(runner, facts)
        path = tmp_path / f"{seed}.xlsx"
        language = random.choice(["fr", "en"])
        export_workbook(runner, path, Wording(language))
        colleague = Colleague(path, random, language)
        if seed % 2:
            # LibreOffice calculates every formula, so none comes back without a value.
            colleague.correct(facts, formulas=False)
        colleague.shuffle()
        colleague.save(path)
        cases.append((runner, facts, colleague.intent))
    _save_again([tmp_path / f"{seed}.xlsx" for seed in range(CASES)], tmp_path)
    for seed, (runner, facts, intent) in enumerate(cases):
        found = read_corrections(runner, tmp_path / "out" / f"{seed}.xlsx", Wording("fr"))
        runner.store.close()
        listed = {(each.fact_id, each.field): each.state for each in found.items if each.fact_id}
        wanted = expected_states(intent, facts, {each.id: each for each in facts})
        assert listed == wanted, (
            f"{seed}: {[each for each in found.items if wanted.get(each.key[:2]) is not each.state]}"
        )
        assert sum(not each.fact_id for each in found.items) == len(intent.added)


def _save_again(paths: list[Path], folder: Path) -> None:
    profile = (folder / "profile").as_uri()
    command = [
        str(OFFICE),
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
    ]
    subprocess.run(
        [*command, "--outdir", str(folder / "out"), *map(str, paths)], check=True, capture_output=True, timeout=300
    )
