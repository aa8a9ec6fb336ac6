"""A job killed half-way is seen as interrupted at the next opening, and can be taken back whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from store_samples import revert

from maeditor.domain.changes import ActionState
from maeditor.store.engine import open_store
from maeditor.store.integrity import check

pytestmark = [pytest.mark.reliability, pytest.mark.slow]

ROOT = Path(__file__).parents[2]

JOB = """
import sys
sys.path.append(sys.argv[2])
from store_samples import a_fact
from maeditor.store.engine import open_store

store = open_store(sys.argv[1])
with store.write() as unit:
    action = unit.begin_action("propose", "Inès")
print(action.id, flush=True)
while True:
    with store.write() as unit:
        unit.resume_action(action.id)
        unit.facts.add_all([a_fact(unit) for _ in range(5)])
    print("batch", flush=True)
"""


def test_a_killed_job_is_interrupted_and_comes_off_whole(project_file: Path) -> None:
    for batches in (0, 1, 7):
        command = [sys.executable, "-c", JOB, str(project_file), str(ROOT / "tests" / "store")]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as job:
            assert job.stdout is not None
            action_id = job.stdout.readline().strip()
            for _ in range(batches):
                assert job.stdout.readline() == "batch\n"
            running = open_store(project_file)
            with running.read() as queries:
                assert queries.journal.action(action_id).state is ActionState.OPEN
            running.close()
            job.kill()
        store = open_store(project_file)
        with store.read() as queries:
            assert queries.journal.action(action_id).state is ActionState.INTERRUPTED
            saved = len(queries.facts())
            assert saved % 5 == 0
            assert saved >= 5 * batches
        if saved:
            revert(store, action_id)
        with store.read() as queries:
            assert queries.facts(include_hidden=True) == ()
        assert list(check(store)) == []
        store.close()
