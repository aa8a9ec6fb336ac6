"""An archive read by a cluster: the project would differ from what one machine makes, or a wrong address hang."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from program import ROOT, Run, records

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("cluster")]

PATIENCE = 120
ARTICLES = 20
DRAWN = frozenset({"id", "article", "passage", "fact"})


Start = Callable[..., subprocess.Popen[str]]


@dataclass
class LocalCluster:
    """A scheduler and two workers, each a process of its own on this machine."""

    address: str
    scheduler: subprocess.Popen[str]
    workers: list[subprocess.Popen[str]] = field(default_factory=list)


@pytest.fixture
def process() -> Iterator[Start]:
    """Starts Python processes that end with the test."""
    with ExitStack() as stack:

        def start(*arguments: str, cwd: str | None = None, **more: str) -> subprocess.Popen[str]:
            environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "LANG": "en_GB.UTF-8", **more}
            pipe = subprocess.PIPE
            running = subprocess.Popen(
                [sys.executable, *arguments], stdout=pipe, stderr=subprocess.STDOUT, text=True, env=environment, cwd=cwd
            )
            stack.enter_context(running)
            stack.callback(running.kill)
            return running

        yield start


@pytest.fixture
def cluster(process: Start) -> LocalCluster:
    return started(process)


def started(process: Start, *options: str, **more: str) -> LocalCluster:
    """Start one, its workers with these options."""
    here = ("--host", "127.0.0.1", "--no-dashboard")
    scheduler = process("-m", "dask", "scheduler", *here, "--port", "0", **more)
    made = LocalCluster(said(scheduler, r"Scheduler at:\s+(tcp://\S+)"), scheduler)
    for _ in range(2):
        worker = ("-m", "dask", "worker", made.address, *here, "--nthreads", "1", "--no-nanny", *options)
        made.workers.append(process(*worker, **more))
    for each in made.workers:
        said(each, r"(Starting established connection)")
    return made


def said(running: subprocess.Popen[str], pattern: str) -> str:
    """Read what a process says until it says this, and the rest behind us, so that it never waits to say more."""
    assert running.stdout is not None
    for line in running.stdout:
        found = re.search(pattern, line)
        if found is not None:
            threading.Thread(target=running.stdout.read, daemon=True).start()
            return found.group(1)
    raise AssertionError(running.args)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(ARTICLES):
        told = f"Le campus {number} d’Errachidia aura {number + 2} MW et 1{number} agents en 2029. " * 3
        (folder / f"{number:03}.txt").write_text(f"Campus {number}\n\n{told}\n", "utf-8")
    return folder


def facts(maeditor: Run, project: str) -> list[object]:
    """What the facts say, without what is drawn at random."""
    return [drawn_out(each) for each in records(maeditor("facts", project, "--jsonl").stdout)]


def drawn_out(value: object) -> object:
    if isinstance(value, dict):
        return {key: drawn_out(each) for key, each in value.items() if key not in DRAWN}
    return [drawn_out(each) for each in value] if isinstance(value, list) else value


def test_a_cluster_makes_the_project_that_one_process_makes(
    maeditor: Run, cluster: LocalCluster, sources: Path
) -> None:
    for name in ("un", "deux"):
        maeditor("import", name, sources)
    alone = maeditor("propose", "un", "--jobs", "1")
    together = maeditor("propose", "deux", "--dask", cluster.address)
    assert (together.returncode, together.stderr) == (0, "")
    assert together.stdout == alone.stdout
    assert facts(maeditor, "deux") == facts(maeditor, "un")
    assert len(facts(maeditor, "un")) >= ARTICLES
    assert maeditor("propose", "deux", "--dask", cluster.address).stdout.startswith("0 facts")
    files = sorted(sources.iterdir())[:4]
    here, there = (maeditor("propose", "--text", *files, *more) for more in ((), ("--dask", cluster.address)))
    assert here.stdout == there.stdout != ""


def test_a_worker_that_is_killed_costs_nothing(
    maeditor: Run, cluster: LocalCluster, sources: Path, process: Start, tmp_path: Path
) -> None:
    maeditor("import", "un", sources)
    stuck = cluster.workers[0]
    # Held, it keeps what it was given: the run cannot be over before it is killed.
    stuck.send_signal(signal.SIGSTOP)
    running = process("-m", "maeditor", "propose", str(tmp_path / "un.maed"), "--dask", cluster.address)
    until_given_work(cluster, running)
    stuck.kill()
    said_at_all, _ = running.communicate(timeout=PATIENCE)
    assert running.returncode == 0
    assert len(said_at_all.splitlines()) == ARTICLES + 1, said_at_all
    assert maeditor("check", "un").returncode == 0


def test_a_scheduler_that_goes_leaves_what_was_stored_and_says_so(
    maeditor: Run, cluster: LocalCluster, sources: Path, process: Start, tmp_path: Path
) -> None:
    maeditor("import", "un", sources)
    cluster.workers[0].send_signal(signal.SIGSTOP)
    running = process("-m", "maeditor", "propose", str(tmp_path / "un.maed"), "--dask", cluster.address)
    until_given_work(cluster, running)
    cluster.scheduler.kill()
    said_at_all, _ = running.communicate(timeout=PATIENCE)
    assert running.returncode == 1
    assert len(said_at_all.splitlines()) == 1
    assert f"The scheduler {cluster.address} is gone" in said_at_all
    assert maeditor("propose", "un").returncode == 0
    assert len(facts(maeditor, "un")) >= ARTICLES


def until_given_work(cluster: LocalCluster, running: subprocess.Popen[str]) -> None:
    """Until the worker that is held has been given something, which nobody can take from it."""
    from distributed import Client

    with Client(cluster.address, set_as_default=False) as client:
        pause, latest = threading.Event(), time.monotonic() + PATIENCE
        while not any(client.processing().values()):
            assert running.poll() is None, running.communicate()[0]
            assert time.monotonic() < latest
            pause.wait(0.02)


def test_a_worker_of_another_version_is_refused(maeditor: Run, process: Start, sources: Path, tmp_path: Path) -> None:
    """Proposals of two versions in one project would say that they are of one."""
    other = tmp_path / "other.py"
    other.write_text("from maeditor.extraction import proposals\nproposals.EXTRACTOR = 'grammar@0.1'\n", "utf-8")
    cluster = started(process, "--preload", str(other))
    maeditor("import", "un", sources)
    refused = maeditor("propose", "un", "--dask", cluster.address)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "grammar@0.1" in refused.stderr
    assert len(refused.stderr.splitlines()) == 1
    assert facts(maeditor, "un") == []


WITHOUT = """
import sys

class Without:
    def find_spec(self, name, path=None, target=None):
        if name == "maeditor":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Without())
"""


def test_a_cluster_without_maeditor_is_told_from_a_fault(
    maeditor: Run, process: Start, sources: Path, tmp_path: Path
) -> None:
    # Installed or not, its processes do not find it.
    (tmp_path / "sitecustomize.py").write_text(WITHOUT, "utf-8")
    cluster = started(process, PYTHONPATH=str(tmp_path), cwd=str(tmp_path))
    maeditor("import", "un", sources)
    refused = maeditor("propose", "un", "--dask", cluster.address)
    assert refused.returncode == 1
    assert "No module named 'maeditor'" in refused.stderr
    assert len(refused.stderr.splitlines()) == 1


def test_an_address_where_no_scheduler_answers_is_told_soon(maeditor: Run, sources: Path) -> None:
    maeditor("import", "un", sources)
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        address = f"tcp://127.0.0.1:{deaf.getsockname()[1]}"
        began = time.monotonic()
        refused = maeditor("propose", "un", "--dask", address)
        assert time.monotonic() - began < PATIENCE
    nobody = maeditor("propose", "un", "--dask", address)
    wrong = maeditor("propose", "un", "--dask", "the cluster")
    for run in (refused, nobody, wrong):
        assert (run.returncode, run.stdout) == (1, "")
        assert len(run.stderr.splitlines()) == 1
    assert address in refused.stderr
    assert address in nobody.stderr
    assert "the cluster" in wrong.stderr


def test_what_is_missing_can_be_installed(maeditor: Run, article: Path, process: Start, tmp_path: Path) -> None:
    maeditor("import", "un", article)
    without = "import runpy, sys; sys.modules['dask'] = None; runpy.run_module('maeditor', run_name='__main__')"
    run = process("-c", without, "propose", str(tmp_path / "un.maed"), "--dask", "tcp://127.0.0.1:9")
    told, _ = run.communicate(timeout=PATIENCE)
    assert run.returncode == 1
    assert told.count("\n") == 1
    assert "maeditor[cluster]" in told
