"""Several processes: a project would differ from run to run, a machine fill with leftovers, or an article be lost."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import wait
from pathlib import Path

import pytest
from article_heap import DEADLY, SLOW, Deadly, Held, contents, heap, texts

from maeditor.domain.changes import ActionState
from maeditor.extraction.grammar import GrammarExtractor
from maeditor.extraction.worker import extract
from maeditor.services import library, undoing
from maeditor.services.crews import WORTH, Here, Processes, hired, processors
from maeditor.services.in_order import InOrder
from maeditor.services.proposing import propose_articles

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("processes")]

ROOT = Path(__file__).parents[2]
PATIENCE = 60


def test_several_processes_make_the_project_that_one_makes(tmp_path: Path) -> None:
    written = texts(30)
    alone, together = heap(tmp_path, "un", written), heap(tmp_path, "deux", written)
    one, two = propose_articles(alone, jobs=1), propose_articles(together, jobs=2)
    assert contents(together) == contents(alone)
    assert list(two.proposed.values()) == list(one.proposed.values())
    assert one.total > 20
    assert two.done is not None
    assert one.done is not None
    assert two.done.action.details == one.done.action.details
    assert multiprocessing.active_children() == []
    alone.store.close()
    together.store.close()


def test_an_article_that_kills_its_worker_is_named_and_costs_no_other(tmp_path: Path) -> None:
    written = texts(12)
    written[4] += DEADLY
    written[5] += DEADLY
    runner = heap(tmp_path, "mort", written)
    report = propose_articles(runner, extractor=Deadly(), jobs=2)
    assert [error.key for error in report.failed.values()] == ["worker_died", "worker_died"]
    assert [error.details["title"] for error in report.failed.values()] == ["Article 4", "Article 5"]
    assert len(report.proposed) == 6
    assert report.done is not None
    assert report.done.action.state is ActionState.DONE
    again = propose_articles(runner, jobs=1)
    assert {card.title for card in library.articles(runner) if card.id in again.proposed} == {"Article 4", "Article 5"}
    runner.store.close()


def test_a_run_that_is_stopped_ends_at_once_and_comes_off_whole(tmp_path: Path) -> None:
    """Also in the middle of a text that takes for ever: a window that closes cannot wait for it."""
    written = texts(12)
    written[7] += SLOW
    runner = heap(tmp_path, "stop", written)
    held = tmp_path / "held"
    report = propose_articles(runner, extractor=Held(str(held)), jobs=2, cancelled=held.exists)
    assert held.exists()
    assert multiprocessing.active_children() == []
    with pytest.raises(ProcessLookupError):
        os.kill(int(held.read_text("utf-8")), 0)
    if report.done is not None:
        assert report.done.action.details["interrupted"] is True
        undoing.undo(runner)
    assert library.project_facts(runner) == ()
    runner.store.close()


def test_what_was_stored_before_an_error_is_seen_as_interrupted(tmp_path: Path) -> None:
    """It would look like work that is still under way until the program ends."""
    runner = heap(tmp_path, "faute", texts(6))
    told: list[float] = []

    def fail_later(share: float) -> None:
        told.append(share)
        if share > 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        propose_articles(runner, jobs=2, progress=fail_later)
    assert multiprocessing.active_children() == []
    with runner.read() as queries:
        action = queries.journal.actions(kinds=("propose-facts",))[0]
    assert action.state is ActionState.INTERRUPTED
    undoing.undo(runner)
    assert library.project_facts(runner) == ()
    runner.store.close()


KILLED = """
import os, sys
sys.path.append(sys.argv[1])
from article_heap import Held, SLOW, heap, texts
from maeditor.services.proposing import propose_articles
from pathlib import Path

if __name__ == "__main__":
    written = texts(12)
    written[1] += SLOW
    folder = Path(sys.argv[2])
    propose_articles(heap(folder, "tue", written), extractor=Held(str(folder / "held")), jobs=2)
"""


def test_no_worker_outlives_a_program_that_was_killed(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(KILLED, "utf-8")
    held = tmp_path / "held"
    command = [sys.executable, str(program), str(ROOT / "tests"), str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as running:
        until(lambda: held.exists() and held.read_text("utf-8") != "")
        running.send_signal(signal.SIGKILL)
        # What it started has its output, which ends with the last of them. Nobody may ever ask what became of them:
        # the system would list them for ever.
        assert running.communicate(timeout=PATIENCE) == (b"", None)


def test_only_so_much_is_given_out_before_the_first_comes_back() -> None:
    """An archive would be read into memory as fast as the disk gives it."""
    given = 0

    def numbers() -> Iterator[str]:
        nonlocal given
        for number in range(300):
            given += 1
            yield "x" * number

    crew = Processes(2)
    try:
        work: InOrder[str, int] = InOrder(crew, len, lambda item: (item,))
        for back, outcome in enumerate(work.of(numbers())):
            assert outcome.result == back
            assert given - back <= crew.ahead
    finally:
        crew.close()
    assert given == 300


def test_a_worker_loads_neither_window_nor_store() -> None:
    """Each would cost its memory and its start once a processor."""
    crew = Processes(1)
    try:
        text = texts(2)[1]
        answer = crew.result(crew.submit(extract, GrammarExtractor(), text, None))
        assert answer == extract(GrammarExtractor(), text, None)
        loaded = crew.result(crew.submit(eval, "sorted(__import__('sys').modules)"))
    finally:
        crew.close()
    assert "maeditor.extraction.proposals" in loaded
    unwanted = ("PySide6", "sqlalchemy", "maeditor.store", "maeditor.services", "maeditor.ui", "maeditor.cli")
    assert [name for name in loaded if name.startswith(unwanted)] == []


def test_little_text_is_read_here() -> None:
    with hired(None, 500, WORTH - 1) as crew:
        assert isinstance(crew, Here)
    with hired(4, 1, WORTH * 10) as crew:
        assert isinstance(crew, Here)
    with hired(2, 500, 0) as crew:
        assert isinstance(crew, Processes)
    assert processors() >= 1


def test_what_a_crew_cannot_do_is_raised_where_it_was_asked_for() -> None:
    crew = Processes(1)
    try:
        future = crew.submit(int, "douze")
        wait([future])
        with pytest.raises(ValueError, match="douze"):
            crew.result(future)
        crew.renew()
        assert crew.result(crew.submit(int, "12")) == 12
    finally:
        crew.close()


def until(true: object) -> None:
    """Wait for something that stays true once it is."""
    pause = threading.Event()
    for _ in range(PATIENCE * 50):
        if true():  # type: ignore[operator]
            return
        pause.wait(0.02)
    raise AssertionError
