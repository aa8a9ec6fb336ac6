"""Texts read one after the other and told in their order, here or by several; none is kept longer than it takes."""

from __future__ import annotations

import queue
import sys
import threading
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Any, TypeVar

from maeditor.cli.console import Console
from maeditor.cli.texts import TextLine, Unread
from maeditor.domain.errors import WorkerDiedError
from maeditor.services.crews import Crew, hired
from maeditor.services.in_order import InOrder

R = TypeVar("R")

MANY = sys.maxsize
"""As many texts as nobody knows beforehand."""


def crew_of(
    arguments: Namespace, console: Console, texts: int = MANY, characters: int = 0
) -> AbstractContextManager[Crew]:
    """Who reads, as the command line says; by default this process, or several of it where so much is to be read."""
    if getattr(arguments, "dask", None):
        from maeditor.services.cluster import cluster_at

        def begun(threads: int) -> None:
            if not threads:
                console.warn("cli.cluster_waits")

        return cluster_at(arguments.dask, begun)
    return hired(arguments.jobs, texts, characters)


def tell_each(
    console: Console,
    hiring: AbstractContextManager[Crew],
    texts: Iterable[TextLine | Unread],
    read: Callable[..., R],
    asked: Callable[[TextLine], tuple[Any, ...]],
    told: Callable[[TextLine, R], Iterable[object]],
) -> int:
    """Print the lines of each text as soon as it is its turn; 1 where one could not be read, else 0."""
    failed = False

    def readable() -> Iterator[TextLine]:
        nonlocal failed
        for text in texts:
            if isinstance(text, TextLine):
                yield text
            else:
                failed = True

    with hiring as crew:
        work: InOrder[TextLine, R] = InOrder(crew, read, asked)
        if crew.ahead == 1:
            outcomes = work.of(readable())
        else:
            coming = _Coming(readable(), crew.ahead)
            outcomes = work.of(coming, coming.more)
        for outcome in outcomes:
            if outcome.result is None:
                console.fail(WorkerDiedError("worker_died", title=outcome.item.id))
                failed = True
                continue
            for record in told(outcome.item, outcome.result):
                console.line(record)
            console.out.flush()
    return int(failed)


class _Coming:
    """Texts that come when they come: what was read is told while the next one is waited for."""

    def __init__(self, texts: Iterator[TextLine], most: int) -> None:
        self._texts = texts
        self._there: queue.Queue[TextLine | BaseException | None] = queue.Queue(most)
        threading.Thread(target=self._feed, daemon=True).start()

    def __iter__(self) -> Iterator[TextLine]:
        while (text := self._there.get()) is not None:
            if isinstance(text, BaseException):
                raise text
            yield text

    def more(self) -> bool:
        """Tell whether the next one, or the end, is there."""
        return not self._there.empty()

    def _feed(self) -> None:
        try:
            for text in self._texts:
                self._there.put(text)
        except BaseException as error:  # whatever it is, somebody waits for what comes
            self._there.put(error)
        else:
            self._there.put(None)
