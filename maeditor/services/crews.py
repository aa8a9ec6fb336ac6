"""Who reads texts: this process, several of our own, or any executor of ``concurrent.futures``, such as a cluster's."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TypeVar

from maeditor.domain.errors import ClusterError
from maeditor.extraction.interface import Extraction, Extractor

if TYPE_CHECKING:
    from maeditor.extraction.worker import Answer

R = TypeVar("R")

AHEAD = 4
"""Texts under way or waiting for each process: enough to keep it busy while a long one is waited for."""

WORTH = 400_000
"""Characters from which on processes are faster than reading here; see ``python -m benchmarks proposing``."""


class DeadlyError(Exception):
    """Every worker that was given this died of it; what others do goes on."""


class Crew(Protocol):
    """Takes work and gives it back done."""

    @property
    def ahead(self) -> int:
        """How many texts it is given before the first of them is waited for."""
        ...

    def submit(self, function: Callable[..., R], /, *args: object) -> Future[R]:
        """Have a function of ``extraction.worker`` called."""
        ...

    def result(self, future: Future[R]) -> R:
        """What it gave. Raises BrokenExecutor where all that was under way is lost, DeadlyError where only this is."""
        ...

    def renew(self) -> None:
        """Begin anew after all that was under way was lost."""
        ...

    def close(self) -> None:
        """Drop what is under way and let everybody go."""
        ...


class Here:
    """Reads in this process, when asked: for little it is faster than starting others."""

    ahead = 1

    def submit(self, function: Callable[..., R], /, *args: object) -> Future[R]:
        """Do it now; what it raises is raised here."""
        future: Future[R] = Future()
        future.set_result(function(*args))
        return future

    def result(self, future: Future[R]) -> R:
        """What it gave."""
        return future.result()

    def renew(self) -> None:
        """Nothing is ever lost here."""

    def close(self) -> None:
        """Nobody is to be let go."""


class Processes:
    """Worker processes of our own. They end at ``close``, in the middle of a text too, and with this process."""

    def __init__(self, count: int) -> None:
        self.ahead = count * AHEAD
        self._count = count
        self._open()

    def submit(self, function: Callable[..., R], /, *args: object) -> Future[R]:
        """Have it called in a worker."""
        from maeditor.extraction.worker import run

        try:
            with _unheard_interrupts():
                return self._pool.submit(run, function, *args)
        except BrokenExecutor as error:
            lost: Future[R] = Future()
            lost.set_exception(error)
            return lost

    def result(self, future: Future[R]) -> R:
        """What it gave. Raises BrokenExecutor where a worker died, whichever it was."""
        return future.result()

    def renew(self) -> None:
        """Let the others go and start as many again."""
        self.close()
        self._open()

    def close(self) -> None:
        """End all workers, and wait for that."""
        self._lifeline.close()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._theirs.close()

    def _open(self) -> None:
        # Loaded here: no window needs it to show itself.
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        from maeditor.extraction.worker import begin

        # A fork would take over the window, its threads and their locks.
        context = get_context("spawn")
        self._theirs, self._lifeline = context.Pipe(duplex=False)
        self._pool: Executor = ProcessPoolExecutor(self._count, context, begin, (self._theirs,))


def extraction_of(answer: Answer, extractor: Extractor) -> Extraction:
    """What was read, if by the extractor that was meant. Raises ClusterError where another version read it."""
    if answer.extractor != extractor.name:
        raise ClusterError("cluster_differs", found=answer.extractor, wanted=extractor.name)
    return answer.extraction


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "process_cpu_count"):  # from Python 3.13 on
        return os.process_cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def hired(jobs: int | None, texts: int, characters: int) -> Iterator[Crew]:
    """The crew for so much to read: ``jobs`` processes, or as many as there are processors where that pays."""
    count = min(jobs or (processors() if characters >= WORTH else 1), texts)
    crew: Crew = Processes(count) if count > 1 else Here()
    try:
        yield crew
    finally:
        crew.close()


@contextmanager
def _unheard_interrupts() -> Iterator[None]:
    """Start no process that could hear Ctrl+C before it knows that it is not meant."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
