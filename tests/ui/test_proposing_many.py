"""Many articles in the window: it would stand still while they are read, or leave processes behind when it closes."""

from __future__ import annotations

import multiprocessing
from functools import partial
from pathlib import Path

import pytest
from article_heap import SLOW, Held
from pytestqt.qtbot import QtBot
from shell_setting import settle

from maeditor.services import crews, library, proposing
from maeditor.ui.jobs import Job
from maeditor.ui.window import Window

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("processes")]

PATIENCE_MS = 60_000
SENTENCE = "La ferme de calcul d’Ifrane, de {} MW, emploiera {} personnes en 2031, dit l’exploitant. "


@pytest.fixture
def held(tmp_path: Path) -> Path:
    """Is there, with something in it, once a text is read that is never done."""
    return tmp_path / "held"


@pytest.fixture
def archive(tmp_path: Path, held: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """So much text that processes read it, and one of them for as long as they are let."""
    monkeypatch.setattr(crews, "processors", lambda: 2)
    monkeypatch.setattr(proposing, "GrammarExtractor", partial(Held, str(held)))
    folder = tmp_path / "archive"
    folder.mkdir()
    for number in range(20):
        said = "".join(SENTENCE.format(each % 90 + 2, each + number + 10) for each in range(300))
        said += SLOW if number == 2 else ""
        (folder / f"{number:02}.txt").write_text(f"Ferme {number}\n\n{said}\n", "utf-8")
    return folder


def reading(qtbot: QtBot, window: Window, archive: Path, held: Path) -> Job:
    """Bring it in and wait until the text is read that holds its process: from then on the job cannot end by itself."""
    window.import_dropped([archive])
    qtbot.waitUntil(lambda: held.exists() and held.read_text("utf-8") != "", timeout=PATIENCE_MS)
    assert multiprocessing.active_children() != []
    return next(job for job in window.jobs.running if job.title_key == "job.proposing")


def test_stopped_from_the_status_bar_the_processes_end_and_what_was_stored_is_one_step(
    qtbot: QtBot, window: Window, archive: Path, held: Path
) -> None:
    job = reading(qtbot, window, archive, held)
    status = window.main.status
    stop = status._stop
    qtbot.waitUntil(lambda: stop.isVisible() and status._busy is job, timeout=PATIENCE_MS)
    with qtbot.waitSignal(job.ended, timeout=PATIENCE_MS):
        stop.click()
    assert multiprocessing.active_children() == []
    settle()
    assert window.workspace is not None
    runner = window.workspace.desk.runner
    with runner.read() as queries:
        last = queries.journal.actions(limit=1)[0]
    assert last.kind == "import-articles" or last.details["interrupted"] is True
    assert len(library.articles(runner)) >= 20


def test_closing_the_window_ends_the_processes(qtbot: QtBot, window: Window, archive: Path, held: Path) -> None:
    reading(qtbot, window, archive, held)
    assert window.close_project()
    assert multiprocessing.active_children() == []
