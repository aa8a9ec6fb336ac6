"""Saved means saved: a process killed at any moment loses nothing it had acknowledged and damages nothing."""

from __future__ import annotations

import random
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from maeditor.store.engine import open_store
from maeditor.store.integrity import check

pytestmark = [pytest.mark.reliability, pytest.mark.slow]

KILLS = 200

ROOT = Path(__file__).parents[2]

WRITER = """
import sys
sys.path.append(sys.argv[2])
from store_samples import import_article, record_fact
from maeditor.store.engine import open_store

store = open_store(sys.argv[1])
with store.read() as queries:
    articles = queries.articles()
article = articles[0] if articles else import_article(store)[0]
with store.read() as queries:
    version = queries.text_version(article.text_id)
while True:
    fact, _ = record_fact(store, article, version)
    print(fact.id, flush=True)
"""


def test_two_hundred_kills_lose_nothing_and_damage_nothing(project_file: Path) -> None:
    chance = random.Random(20260508)
    acknowledged: list[str] = []
    command = [sys.executable, "-c", WRITER, str(project_file), str(ROOT / "tests" / "store")]
    unacknowledged = 0
    for _ in range(KILLS):
        writer = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT)
        assert writer.stdout is not None
        acknowledged.append(_line(writer))
        # From here on it writes all the time; any moment is as good as another.
        time.sleep(chance.uniform(0, 0.03))
        writer.send_signal(signal.SIGKILL)
        rest = writer.stdout.read().decode("ascii")
        writer.stdout.close()
        writer.wait()
        acknowledged.extend(rest.split("\n")[:-1])
        store = open_store(project_file)
        with store.read() as queries:
            facts = queries.facts(include_hidden=True)
            there = {fact.id for fact in facts}
            evidence = queries.evidence_of(there)
            actions = queries.journal.actions(limit=len(facts) + 10)
        store.close()
        assert there.issuperset(acknowledged), "an acknowledged fact is gone"
        assert len(evidence) == len(facts), "a fact without its evidence: half an action"
        assert len(actions) == len(facts) + 1, "as many actions as facts, and the import"
        assert [fact.number for fact in facts] == list(range(1, len(facts) + 1))
        unacknowledged = len(there) - len(acknowledged)
    store = open_store(project_file)
    assert list(check(store)) == []
    store.close()
    assert len(acknowledged) > KILLS
    assert unacknowledged <= KILLS, "at most the one in hand at each kill"


def _line(writer: subprocess.Popen[bytes]) -> str:
    assert writer.stdout is not None
    ready, _, _ = select.select([writer.stdout], [], [], 60)
    assert ready, "the writer never began"
    return writer.stdout.readline().decode("ascii").strip()
