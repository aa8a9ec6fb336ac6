"""Actions on thousands of records, in transactions so short that nobody waits for them; stopped, they did nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Protocol, TypeVar

from maeditor.domain.changes import Change, Done, Row
from maeditor.domain.errors import MaeditorError, StoppedError
from maeditor.services.runner import ActionRunner, LongAction

if TYPE_CHECKING:
    from maeditor.store.unit_of_work import UnitOfWork

T = TypeVar("T")

AT_ONCE = 300
"""Records changed in one transaction; of more each takes its part."""
HOLD = 0.05
"""Seconds that one transaction is to take."""
FIRST, FEWEST, MOST = 100, 100, 500
"""How many records the first transaction changes, and each of the others: with fewer it is the disk that is waited for,
longer in all than one transaction would take."""


def is_large(size: int) -> bool:
    """Tell whether so many changes are written step by step."""
    return size > AT_ONCE


class Watch(Protocol):
    """Whom a long action tells how far it is, and who may stop it."""

    def progress(self, share: float) -> None:
        """Hear how much is done, from 0 to 1."""

    def cancelled(self) -> bool:
        """Tell whether the person wants it to stop."""


class Unwatched:
    """Nobody looks, and nobody stops it."""

    def progress(self, share: float) -> None:
        """Nobody hears it."""

    def cancelled(self) -> bool:
        """Never."""
        return False


UNWATCHED = Unwatched()


class Batches:
    """One action in many transactions: all of it stands in the end, or nothing."""

    def __init__(
        self, runner: ActionRunner, kind: str, watch: Watch, *, reverts: str = "", details: Row | None = None
    ) -> None:
        """``details`` are what the journal shows of it while it runs, and where it was cut off."""
        self._action = LongAction(runner, kind, reverts=reverts, details=details)
        self._watch = watch

    def each(self, items: Sequence[T], work: Callable[[UnitOfWork, Sequence[T]], None]) -> None:
        """Do the work with some of these at a time. Raises StoppedError where the person wanted it to stop."""
        try:
            self._parts(items, work, stops=True)
        except MaeditorError:
            self._give_up()
            raise

    def close(self, details: Row, last: Callable[[UnitOfWork], None] | None = None) -> Done:
        """Do the ``last`` of it and end the action; ``details`` may be filled by that."""
        try:
            return self._action.finish(last or _nothing, details)
        except MaeditorError:
            self._give_up()
            raise

    def _parts(self, items: Sequence[T], work: Callable[[UnitOfWork, Sequence[T]], None], *, stops: bool) -> None:
        at, size = 0, FIRST
        while at < len(items):
            if stops and self._watch.cancelled():
                raise StoppedError("action_stopped")
            some = items[at : at + size]
            began = monotonic()
            self._action.batch(lambda unit, some=some: work(unit, some))  # type: ignore[misc]
            size = max(FEWEST, min(MOST, 2 * size, int(len(some) * HOLD / max(monotonic() - began, 0.001))))
            at += len(some)
            if stops:
                self._watch.progress(at / len(items))

    def _give_up(self) -> None:
        """Put all back as it was; where somebody went on from it meanwhile it is left to be seen as interrupted."""
        from maeditor.store.dependents import in_parts, net

        if not self._action.begun:
            return
        back = in_parts(change.inverse() for change in net(self._action.changes))
        try:
            self._parts(back, _apply, stops=False)
            self._action.give_up()
        except MaeditorError:
            # Where even that cannot be written it stays open, and is found interrupted once this process is gone.
            with suppress(MaeditorError):
                self._action.leave()


def apply_in_batches(batches: Batches, changes: Sequence[Change]) -> None:
    """Write what these (net) changes say came after. Raises StaleRecordError where one does not fit any more."""
    from maeditor.store.dependents import in_parts

    batches.each(in_parts(changes), _apply)


def _apply(unit: UnitOfWork, changes: Sequence[Change]) -> None:
    unit.apply_changes(changes)


def _nothing(_unit: UnitOfWork) -> None:
    """Begins the action, if nothing was to be changed."""
