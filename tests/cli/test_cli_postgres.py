"""A team on PostgreSQL would lose the command line if these failed."""

from __future__ import annotations

from pathlib import Path

import pytest
from program import ARTICLE, Run, records

pytestmark = [pytest.mark.postgres, pytest.mark.xdist_group("postgres")]


def test_the_whole_job_works_on_a_server(maeditor: Run, article: Path, postgres_url: str, tmp_path: Path) -> None:
    imported = maeditor("import", postgres_url, article)
    assert imported.returncode == 0, imported.stderr
    assert maeditor("propose", postgres_url).returncode == 0
    facts = records(maeditor("facts", postgres_url, "--jsonl").stdout)
    assert "2 gigawatts" in {each["raw"] for each in facts}
    for fact in facts:
        for link in fact["evidence"]:  # type: ignore[attr-defined]
            assert ARTICLE[link["start"] : link["end"]] == link["exact"]
    assert maeditor("export", postgres_url, "o.xlsx").returncode == 0
    assert (tmp_path / "o.xlsx").stat().st_size > 5_000
    assert maeditor("check", postgres_url).returncode == 0


def test_a_server_that_does_not_answer_is_told_without_the_password(maeditor: Run) -> None:
    run = maeditor("facts", "postgresql+psycopg://someone:secret@127.0.0.1:9/nothing", "--jsonl")
    assert run.returncode == 1
    assert len(run.stderr.splitlines()) == 1
    assert "secret" not in run.stderr
