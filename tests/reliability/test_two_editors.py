"""Two editors at once: nobody overwrites silently, nobody is shut out, nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from store_samples import record_fact

from maeditor.store.engine import open_store
from maeditor.store.integrity import check

pytestmark = [pytest.mark.reliability, pytest.mark.slow]

EACH = 300

ROOT = Path(__file__).parents[2]

EDITOR = """
import sys
from dataclasses import replace
from maeditor.domain.errors import StaleRecordError
from maeditor.store.engine import open_store

target, fact_id, editor, rounds = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
store = open_store(target, timeout=30)
done = stale = 0
while done < rounds:
    with store.read() as queries:
        fact = queries.fact(fact_id)
    try:
        with store.write() as unit:
            unit.begin_action("count", editor)
            unit.facts.replace(replace(fact, note=str(int(fact.note) + 1)))
            unit.finish_action()
        done += 1
    except StaleRecordError:
        stale += 1
print(stale)
store.close()
"""


def test_two_editors_of_one_fact_lose_no_change(new_target: Callable[[], str]) -> None:
    target = new_target()
    store = open_store(target)
    fact, _ = record_fact(store, note="0")
    editors = [
        subprocess.Popen(
            [sys.executable, "-c", EDITOR, target, fact.id, name, str(EACH)], cwd=ROOT, stdout=subprocess.PIPE
        )
        for name in ("Inès", "Paul")
    ]
    for editor in editors:
        editor.communicate(timeout=300)
        assert editor.returncode == 0
    with store.read() as queries:
        counted = queries.fact(fact.id)
    assert counted.note == str(2 * EACH), "read, add one, write: each change was seen by the next"
    assert counted.version == 1 + 2 * EACH
    assert list(check(store)) == []
    store.close()
