"""Long work behind the window: the only place where threads start.

The threads know nothing of Qt. What a job has to tell goes into a queue that the UI thread empties while jobs run:
signals emitted by a thread, on objects that the UI thread was about to delete, ended the program now and then.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from maeditor.domain.errors import MaeditorError

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")
MOST_AT_ONCE = 1
"""Jobs write to one store, which takes one writer at a time; a second one would only wait."""
LISTEN_MS = 10
"""How often the queue is looked into while a job runs."""


@dataclass(frozen=True, slots=True)
class _Progress:
    share: float


@dataclass(frozen=True, slots=True)
class _Ok:
    result: Any


@dataclass(frozen=True, slots=True)
class _Failed:
    error: Exception


_Told: TypeAlias = tuple[int, _Progress | _Ok | _Failed]


class JobHandle:
    """What a job's work holds: where to tell its progress, and whether it should stop."""

    def __init__(self, progressed: Callable[[float], None]) -> None:
        self._progressed = progressed
        self._cancelled = threading.Event()

    def progress(self, share: float) -> None:
        """Tell how much is done, from 0 to 1."""
        self._progressed(share)

    def cancelled(self) -> bool:
        """Tell whether the person wants it to stop."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask it to stop at its next look."""
        self._cancelled.set()


class Job(QObject):
    """One piece of work under way."""

    progressed = Signal(float)
    ended = Signal()

    def __init__(self, title_key: str, parent: QObject, handle: JobHandle, *, alone: bool = False) -> None:
        super().__init__(parent)
        self.title_key, self.alone = title_key, alone
        self.dropped = False
        self.handle = handle

    def cancel(self) -> None:
        """Ask it to stop; what it saved stays and can be taken back."""
        self.handle.cancel()


@dataclass(frozen=True, slots=True)
class _Running:
    """A job, what it does and whom it tells; kept until its end, so that no thread is the last to hold any of it."""

    job: Job
    work: Callable[[JobHandle], Any]
    on_done: Callable[[Any], None]
    on_failed: Callable[[MaeditorError], None] | None
    future: Future[None]


class Jobs(QObject):
    """All jobs of the window, one after the other on a thread of their own."""

    started = Signal(object)
    """A Job."""
    crashed = Signal(object)
    """An exception that is no MaeditorError: a fault of ours."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: deque[_Told] = deque()
        self._running: dict[int, _Running] = {}
        self._count = 0
        self._listening = QTimer(self, interval=LISTEN_MS)
        self._listening.timeout.connect(self._listen)

    @cached_property
    def _threads(self) -> ThreadPoolExecutor:
        """Made for the first job: no window needs it to show itself."""
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(MOST_AT_ONCE, "job")

    @property
    def running(self) -> tuple[Job, ...]:
        """The jobs under way or waiting."""
        return tuple(each.job for each in self._running.values())

    @property
    def alone(self) -> bool:
        """Tell whether one is under way beside which nothing large may be done."""
        return any(job.alone for job in self.running)

    def start(
        self,
        title_key: str,
        work: Callable[[JobHandle], T],
        on_done: Callable[[T], None],
        on_failed: Callable[[MaeditorError], None] | None = None,
        *,
        alone: bool = False,
    ) -> Job:
        """Run work behind the window; ``on_done`` gets its result on the UI thread."""
        self._count += 1
        number, told = self._count, self._told
        handle = JobHandle(lambda share: told.append((number, _Progress(share))))
        job = Job(title_key, self, handle, alone=alone)
        future = self._threads.submit(partial(_do, number, [work], handle, told))
        self._running[number] = _Running(job, work, on_done, on_failed, future)
        self._listening.start()
        self.started.emit(job)
        return job

    def finish(self, wait_ms: int = 10_000) -> bool:
        """Cancel everything and wait: closing with a live thread would keep the program from ending.

        What the jobs bring afterwards is told to nobody, for those who asked are going. False: one did not stop.
        """
        for each in self._running.values():
            each.job.cancel()
        if not self._running:
            return True
        from concurrent.futures import wait

        _done, left = wait([each.future for each in self._running.values()], wait_ms / 1000)
        if not left:
            for each in self._running.values():
                each.job.dropped = True
        return not left

    def _listen(self) -> None:
        """Pass on what the threads have told so far."""
        while True:
            try:
                number, told = self._told.popleft()
            except IndexError:
                return
            if isinstance(told, _Progress):
                self._running[number].job.progressed.emit(told.share)
            else:
                self._end(number, told)

    def _end(self, number: int, told: _Ok | _Failed) -> None:
        running = self._running.pop(number)
        if not self._running:
            self._listening.stop()
        try:
            if isinstance(told, _Failed):
                self._failed(running, told.error)
            elif not running.job.dropped:
                running.on_done(told.result)
        finally:
            running.job.ended.emit()
            running.job.deleteLater()

    def _failed(self, running: _Running, error: Exception) -> None:
        if running.job.dropped and isinstance(error, MaeditorError):
            return
        if isinstance(error, MaeditorError) and running.on_failed is not None:
            running.on_failed(error)
        else:
            self.crashed.emit(error)


def _do(number: int, works: list[Callable[[JobHandle], Any]], handle: JobHandle, told: deque[_Told]) -> None:
    """On the thread: do the work and tell how it went; raises nothing, for nobody would hear it.

    The work is let go of before its end is told: the UI thread, which still holds it, is to be the last.
    """
    work = works.pop()
    try:
        outcome: _Ok | _Failed = _Ok(work(handle))
    except Exception as error:  # the border that DESIGN names: a thread has nobody to raise to
        outcome = _Failed(error)
    del work
    told.append((number, outcome))
