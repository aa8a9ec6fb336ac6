"""The one way to change a project: run some work as an action, in one transaction, with its journal."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from maeditor.domain.changes import Action, Change, Done, Row
from maeditor.domain.properties import Property
from maeditor.domain.record import new_id

if TYPE_CHECKING:
    from maeditor.store.deferred import DeferredStore
    from maeditor.store.engine import Store
    from maeditor.store.queries import Queries
    from maeditor.store.unit_of_work import UnitOfWork


MOST_WAITED = 5.0
"""Seconds for which a job lets others write first."""


def utc_now() -> str:
    """The moment, ISO 8601 in UTC to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


class ActionRunner:
    """Runs work as journalled actions in the name of one editor, who may have had other names before."""

    def __init__(
        self,
        store: Store | DeferredStore,
        editor: str,
        clock: Callable[[], str] = utc_now,
        former_names: Iterable[str] = (),
    ) -> None:
        self.store = store
        self.clock = clock
        self._names = list(dict.fromkeys((editor, *former_names)))
        self._turn = threading.Condition()
        self._ahead = 0
        self.patience: float | None = None
        """Seconds that ``run`` waits for another writer, if not the store's own: a window must not stand still."""

    @property
    def awake(self) -> bool:
        """Tell whether the store is ready to write; where not, the first action makes it so."""
        return self.store.awake

    def wake(self) -> None:
        """Make the store ready to write; from any thread. Raises ProjectError."""
        self.store.wake()

    @property
    def editor(self) -> str:
        """Whose name stands on what is done now."""
        return self._names[0]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of this editor, the present one first: what they did under another one is still theirs to undo."""
        return tuple(self._names)

    def rename_editor(self, name: str) -> None:
        """Sign what is done from now on with another name."""
        self._names = list(dict.fromkeys((name, *self._names)))

    def run(self, kind: str, work: Callable[[UnitOfWork], Row], *, reverts: str = "") -> Done:
        """Do the work as one action: one transaction, begun as a writer, with its journal rows.

        What ``work`` returns becomes the action's details, which the journal shows.
        """
        with self._before_jobs(), self.store.write(self.patience) as unit:
            unit.begin_action(kind, self.editor, reverts=reverts)
            return unit.finish_action(work(unit))

    def let_pass(self) -> None:
        """Wait while somebody waits to write a short action: a long one would take its turn again and again."""
        with self._turn:
            self._turn.wait_for(lambda: not self._ahead, MOST_WAITED)

    @contextmanager
    def _before_jobs(self) -> Iterator[None]:
        with self._turn:
            self._ahead += 1
        try:
            yield
        finally:
            with self._turn:
                self._ahead -= 1
                self._turn.notify_all()

    @contextmanager
    def read(self) -> Iterator[Queries]:
        """Read for a moment; what is read is frozen."""
        with self.store.read() as queries:
            yield queries


class LongAction:
    """An action that a job writes in short transactions, so that a keystroke never waits for it.

    Its row is opened with the first of them and closed with the last: killed in between it is shown as interrupted
    and can be taken back whole, like any other.
    """

    def __init__(
        self, runner: ActionRunner, kind: str, *, reverts: str = "", details: Row | None = None, gathers: bool = True
    ) -> None:
        """``details`` are what the journal shows of it until it is closed.

        One that ``gathers`` nothing keeps no changes in memory, and tells in the end only the last of them.
        """
        self._runner, self._gathers = runner, gathers
        self.id = new_id()
        """Its id, known before it is begun."""
        self._kind, self._reverts, self._details = kind, reverts, details
        self._action: Action | None = None
        self.changes: list[Change] = []
        """What it changed so far."""

    @property
    def begun(self) -> bool:
        """Tell whether anything was written."""
        return self._action is not None

    def batch(self, work: Callable[[UnitOfWork], None]) -> None:
        """Append some changes in one transaction of their own; keep it under some 50 ms."""
        with self._resumed() as unit:
            work(unit)

    def finish(self, work: Callable[[UnitOfWork], None], details: Row) -> Done:
        """Append the last changes and end the action; tells all it changed. ``details`` may be filled by the work."""
        with self._resumed() as unit:
            work(unit)
            return unit.finish_action(details, self.changes)

    def close(self, details: Row) -> Done | None:
        """End the action; tells all it changed, or None where it never began."""
        return None if self._action is None else self.finish(lambda _unit: None, details)

    @contextmanager
    def _resumed(self) -> Iterator[UnitOfWork]:
        self._runner.let_pass()
        action = self._action
        with self._runner.store.write() as unit:
            unit.of_many = True
            if action is None:
                action = unit.begin_action(self._kind, self._runner.editor, self._details, self._reverts, self.id)
            else:
                unit.resume_action(action.id)
            yield unit
        self._action = action
        if self._gathers:
            self.changes += unit.saved

    def give_up(self) -> None:
        """End the action as one that did nothing: what it had changed was put back under its own name."""
        if self._action is not None:
            with self._runner.store.write() as unit:
                unit.resume_action(self._action.id)
                unit.give_up_action()

    def leave(self) -> None:
        """Leave the action as it is, for everybody to see that it was cut off."""
        if self._action is not None:
            with self._runner.store.write() as unit:
                unit.mark_interrupted([self._action.id])


def catalogue_of(queries: Queries) -> dict[str, Property]:
    """All properties by key: the built-in catalogue and the project's own."""
    from maeditor.catalogue import load_catalogue

    known = {each.key: each for each in load_catalogue()}
    known.update((each.key, each) for each in queries.properties())
    return known
