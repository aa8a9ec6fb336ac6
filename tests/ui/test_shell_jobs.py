"""Work behind the window: without these an import would freeze the window, or touch it from another thread."""

from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from maeditor.domain.errors import MaeditorError
from maeditor.ui.jobs import JobHandle, Jobs


class Listener:
    """What a presenter is: no QObject, and every call notes its thread."""

    def __init__(self) -> None:
        self.heard: list[tuple[object, int]] = []

    def hear(self, what: object) -> None:
        self.heard.append((what, threading.get_ident()))


def all_ended(qtbot: QtBot, jobs: Jobs) -> None:
    qtbot.waitUntil(lambda: jobs.running == ())


def test_results_arrive_on_the_thread_of_the_window_whoever_listens(qtbot: QtBot) -> None:
    jobs, listener, here = Jobs(), Listener(), threading.get_ident()
    plain: list[tuple[object, int]] = []
    jobs.start("job.importing", lambda _handle: threading.get_ident(), listener.hear)
    jobs.start("job.importing", lambda _handle: 2, lambda told: plain.append((told, threading.get_ident())))
    all_ended(qtbot, jobs)
    worker, thread = listener.heard[0]
    assert worker != here
    assert thread == here
    assert plain == [(2, here)]


def test_progress_arrives_on_the_thread_of_the_window(qtbot: QtBot) -> None:
    jobs, listener = Jobs(), Listener()

    let_go = threading.Event()

    def work(handle: JobHandle) -> None:
        assert let_go.wait(5)
        for share in (0.25, 0.5, 1.0):
            handle.progress(share)

    job = jobs.start("job.importing", work, listener.hear)
    job.progressed.connect(listener.hear)
    let_go.set()
    all_ended(qtbot, jobs)
    assert [told for told, _thread in listener.heard] == [0.25, 0.5, 1.0, None]
    assert {thread for _told, thread in listener.heard} == {threading.get_ident()}


def test_what_a_person_can_mend_is_told_and_a_fault_of_ours_is_reported(qtbot: QtBot) -> None:
    jobs, failures, crashes = Jobs(), Listener(), Listener()
    jobs.crashed.connect(crashes.hear)

    def unreadable(_handle: JobHandle) -> None:
        raise MaeditorError("empty_file", name="a.txt")

    def broken(_handle: JobHandle) -> None:
        raise ZeroDivisionError

    for work in (unreadable, broken):
        jobs.start("job.importing", work, failures.hear, failures.hear)
    all_ended(qtbot, jobs)
    assert [str(told) for told, _thread in failures.heard] == ["empty_file (name='a.txt')"]
    assert [type(told) for told, _thread in crashes.heard] == [ZeroDivisionError]
    assert {thread for _told, thread in failures.heard + crashes.heard} == {threading.get_ident()}


def test_a_job_that_is_cancelled_stops_at_its_next_look(qtbot: QtBot) -> None:
    jobs, listener = Jobs(), Listener()
    under_way = threading.Event()

    def work(handle: JobHandle) -> str:
        under_way.set()
        while not handle.cancelled():
            threading.Event().wait(0.001)
        return "stopped"

    job = jobs.start("job.importing", work, listener.hear)
    assert under_way.wait(5)
    assert jobs.running == (job,)
    job.cancel()
    all_ended(qtbot, jobs)
    assert [told for told, _thread in listener.heard] == ["stopped"]


def test_closing_waits_for_the_thread_and_nobody_hears_of_it_afterwards(qtbot: QtBot) -> None:
    jobs, listener = Jobs(), Listener()
    under_way = threading.Event()

    def work(handle: JobHandle) -> str:
        under_way.set()
        while not handle.cancelled():
            threading.Event().wait(0.001)
        return "too late"

    jobs.start("job.importing", work, listener.hear)
    assert under_way.wait(5)
    assert jobs.finish()
    all_ended(qtbot, jobs)
    assert listener.heard == []


def test_a_job_that_does_not_stop_is_said_so_and_still_told(qtbot: QtBot) -> None:
    jobs, listener = Jobs(), Listener()
    let_go = threading.Event()
    jobs.start("job.importing", lambda _handle: let_go.wait(5), listener.hear)
    assert not jobs.finish(wait_ms=1)
    let_go.set()
    all_ended(qtbot, jobs)
    assert [told for told, _thread in listener.heard] == [True]


def test_hundreds_of_short_jobs_leave_nothing_behind(qtbot: QtBot) -> None:
    jobs, listener = Jobs(), Listener()
    for number in range(300):
        jobs.start("job.importing", lambda handle, number=number: (handle.progress(1.0), number)[1], listener.hear)
    all_ended(qtbot, jobs)
    assert [told for told, _thread in listener.heard] == list(range(300))
