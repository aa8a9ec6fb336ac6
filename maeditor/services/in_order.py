"""Work given to a crew as far ahead as it takes, and taken back in order; one that kills its worker is left out."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future, wait
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from maeditor.services.crews import Crew, DeadlyError

T = TypeVar("T")
R = TypeVar("R")

LOOK = 0.05
"""Seconds after which it is looked again whether the person wants it to stop."""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T, R]):
    """What became of one item: its ``result``, or None where every worker that tried it died."""

    item: T
    result: R | None


@dataclass(slots=True)
class _Sent(Generic[T, R]):
    """An item under way; without a future it is to be tried alone, for it may be what killed a worker."""

    item: T
    future: Future[R] | None


class InOrder(Generic[T, R]):
    """Some work on many items."""

    def __init__(
        self,
        crew: Crew,
        function: Callable[..., R],
        arguments: Callable[[T], tuple[Any, ...]],
        cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        self._crew, self._function, self._arguments, self._cancelled = crew, function, arguments, cancelled
        self._sent: deque[_Sent[T, R]] = deque()

    def of(self, items: Iterable[T], more: Callable[[], bool] = lambda: True) -> Iterator[Outcome[T, R]]:
        """What became of each, in order, until there are no more or the person wants it to stop.

        ``more`` tells whether the next one is there without waiting for it. Raises what the work itself raises.
        """
        coming = iter(items)
        while not self._cancelled():
            self._send(coming, more)
            if not self._sent:
                return
            head = self._sent.popleft()
            future = head.future or self._submit(head.item)
            if not self._awaited(future):
                return
            try:
                yield Outcome(head.item, self._crew.result(future))
            except DeadlyError:
                yield Outcome(head.item, None)
            except BrokenExecutor:
                self._crew.renew()
                if head.future is None:
                    yield Outcome(head.item, None)
                else:
                    self._suspect(head)

    def _send(self, coming: Iterator[T], more: Callable[[], bool]) -> None:
        """Give the crew as much as it takes; while one is tried alone, nothing."""
        while len(self._sent) < self._crew.ahead and all(each.future is not None for each in self._sent):
            if self._sent and not more():
                return
            try:
                item = next(coming)
            except StopIteration:
                return
            self._sent.append(_Sent(item, self._submit(item)))

    def _submit(self, item: T) -> Future[R]:
        return self._crew.submit(self._function, *self._arguments(item))

    def _awaited(self, future: Future[R]) -> bool:
        """Wait for one; False where the person wants it to stop first."""
        while not future.done():
            if self._cancelled():
                return False
            wait([future], LOOK)
        return True

    def _suspect(self, head: _Sent[T, R]) -> None:
        """A worker died and took the others' work with it: each that was under way is tried alone."""
        head.future = None
        self._sent.appendleft(head)
        for each in self._sent:
            if each.future is None or each.future.cancelled() or each.future.exception() is not None:
                each.future = None
