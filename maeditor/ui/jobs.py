"""Long work behind the window: the only place where threads start."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from maeditor.domain.errors import MaeditorError

T = TypeVar("T")
MOST_AT_ONCE = 1
"""Jobs write to one store, which takes one writer at a time; a second one would only wait."""


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
    """One piece of work under way. Its signals arrive on the UI thread."""

    progressed = Signal(float)
    succeeded = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, title_key: str, parent: QObject) -> None:
        super().__init__(parent)
        self.title_key = title_key
        self.dropped = False
        self.handle = JobHandle(self.progressed.emit)

    def cancel(self) -> None:
        """Ask it to stop; what it saved stays and can be taken back."""
        self.handle.cancel()


class _Work(QRunnable, Generic[T]):
    """The job's work on a thread of the pool. It returns Ok or Failed and raises nothing into Qt."""

    def __init__(self, job: Job, work: Callable[[JobHandle], T]) -> None:
        super().__init__()
        self._job = job
        self._work = work

    def run(self) -> None:
        """Do the work and tell how it went, by queued signals."""
        try:
            result = self._work(self._job.handle)
        except Exception as error:  # the border that DESIGN names: a thread has nobody to raise to
            self._job.failed.emit(error)
        else:
            self._job.succeeded.emit(result)
        self._job.ended.emit()


class Jobs(QObject):
    """All jobs of the window, on a private pool."""

    started = Signal(object)
    """A Job."""
    crashed = Signal(object)
    """An exception that is no MaeditorError: a fault of ours."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(MOST_AT_ONCE)
        self._running: list[Job] = []

    @property
    def running(self) -> tuple[Job, ...]:
        """The jobs under way or waiting."""
        return tuple(self._running)

    def start(
        self,
        title_key: str,
        work: Callable[[JobHandle], T],
        on_done: Callable[[T], None],
        on_failed: Callable[[MaeditorError], None] | None = None,
    ) -> Job:
        """Run work behind the window; ``on_done`` gets its result on the UI thread."""
        job = Job(title_key, self)
        self._running.append(job)
        job.succeeded.connect(lambda result: self._succeeded(job, result, on_done))
        job.failed.connect(lambda error: self._failed(job, error, on_failed))
        job.ended.connect(lambda: self._ended(job))
        self.started.emit(job)
        self._pool.start(_Work(job, work))
        return job

    def finish(self, wait_ms: int = 10_000) -> bool:
        """Cancel everything and wait: closing with a live thread would abort the program.

        What the jobs bring afterwards is told to nobody, for those who asked are going. False: one did not stop.
        """
        for job in self._running:
            job.cancel()
        stopped = self._pool.waitForDone(wait_ms)
        if stopped:
            for job in self._running:
                job.dropped = True
        return stopped

    def _succeeded(self, job: Job, result: T, on_done: Callable[[T], None]) -> None:
        if not job.dropped:
            on_done(result)

    def _failed(self, job: Job, error: Exception, on_failed: Callable[[MaeditorError], None] | None) -> None:
        if job.dropped and isinstance(error, MaeditorError):
            return
        if isinstance(error, MaeditorError) and on_failed is not None:
            on_failed(error)
        else:
            self.crashed.emit(error)

    def _ended(self, job: Job) -> None:
        self._running.remove(job)
        job.deleteLater()
