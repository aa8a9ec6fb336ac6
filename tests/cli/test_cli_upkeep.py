"""Copy and repair from the command line: a copy that is not whole, or a search that passes over what is there."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from program import Run, records

pytestmark = pytest.mark.slow


def test_a_copy_is_whole_and_never_the_project_itself(maeditor: Run, article: Path, tmp_path: Path) -> None:
    maeditor("import", "p.maed", article)
    maeditor("propose", "p.maed")
    run = maeditor("backup", "p.maed", "copie.maed", language="fr_FR.UTF-8")
    assert run.returncode == 0, run.stderr
    assert "copie.maed" in run.stdout
    facts = records(maeditor("facts", "p.maed", "--jsonl").stdout)
    assert records(maeditor("facts", "copie.maed", "--jsonl").stdout) == facts
    assert maeditor("check", "copie.maed").returncode == 0
    before = (tmp_path / "p.maed").read_bytes()
    (tmp_path / "lien.maed").symlink_to("p.maed")
    for target in ("p.maed", "lien.maed", "nulle/part.maed"):
        refused = maeditor("backup", "p.maed", target)
        assert refused.returncode == 1
        assert len(refused.stderr.splitlines()) == 1
        assert target in refused.stderr
    assert (tmp_path / "p.maed").read_bytes() == before


def test_a_search_that_disagrees_is_told_and_made_anew(maeditor: Run, article: Path, tmp_path: Path) -> None:
    maeditor("import", "p.maed", article)
    maeditor("propose", "p.maed")
    connection = sqlite3.connect(tmp_path / "p.maed", isolation_level=None)
    connection.execute("DELETE FROM search_entries WHERE kind = 'facts'")
    connection.close()
    found = maeditor("check", "p.maed")
    assert found.returncode == 1
    assert "--repair" in found.stderr
    assert len(records(maeditor("check", "p.maed", "--json").stdout)) == len(found.stdout.splitlines())
    repaired = maeditor("check", "p.maed", "--repair")
    assert repaired.returncode == 0, repaired.stdout
    assert "anew" in repaired.stderr
    sound = maeditor("check", "p.maed", "--repair")
    assert (sound.returncode, sound.stderr) == (0, "")
