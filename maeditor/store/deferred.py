"""A project file that was examined like any other, whose store is made at the first action or after the first paint."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from maeditor.domain.errors import ProjectError
from maeditor.store import opening
from maeditor.store.driver_errors import key_of
from maeditor.store.first_page import FirstQueries
from maeditor.store.signature import REVISION, revision_number
from maeditor.store.sqlite_files import connect_file, prepare

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from maeditor.store.engine import Store
    from maeditor.store.queries import Queries
    from maeditor.store.unit_of_work import UnitOfWork


def open_deferred(target: str | Path, timeout: float = 5.0, patience: float | None = None) -> DeferredStore | None:
    """Examine a file and open it to be read; None where only the store itself can: a server, an older file.

    Nothing is written. ``patience`` is how long to wait for somebody who holds it, if not ``timeout``. Raises
    ProjectError as ``open_store`` does.
    """
    if not isinstance(target, Path) and "://" in target:
        return None
    path = Path(target).absolute()
    if opening.is_hot(path):
        return None
    opened = opening.examine(path, timeout if patience is None else patience)
    if opened.revision != revision_number(REVISION):
        return None
    return DeferredStore(str(target), path, opened, timeout)


class DeferredStore:
    """Stands for a ``Store`` until one is needed. Safe to use from any thread."""

    def __init__(self, target: str, path: Path, opened: opening.Opened, timeout: float) -> None:
        self.target, self.shown, self.path = target, target, path
        self.read_only = opened.read_only
        self._opened, self._timeout = opened, timeout
        self._waking, self._guard = threading.Lock(), threading.Lock()
        self._idle: list[sqlite3.Connection] = []
        self._whole: Store | None = None
        self._closed = False
        opening.hold(opened.identity)

    @property
    def awake(self) -> bool:
        """Tell whether the store itself is there."""
        return self._whole is not None

    def wake(self) -> Store:
        """Make the store itself, or wait for whoever is making it. Raises ProjectError."""
        with self._waking:
            self._check_open()
            if self._whole is None:
                from maeditor.store.engine import open_examined

                whole = open_examined(self.target, self.path, self._opened, self._timeout)
                # What only reads does not wait for the library to load.
                with self._guard:
                    self._whole = whole
                    self._drop_idle()
            return self._whole

    def close(self) -> None:
        """Let go of the project; closing twice does no harm."""
        with self._waking, self._guard:
            if self._closed:
                return
            self._closed = True
            self._drop_idle()
            if self._whole is not None:
                self._whole.close()
            opening.let_go(self._opened.identity)

    def be_ready_to_write(self) -> None:
        """As the store itself is, once it is there."""
        self.wake()

    def write(self, timeout: float | None = None) -> AbstractContextManager[UnitOfWork]:
        """One transaction that writes, as ``Store.write``."""
        if not self.awake and timeout is not None:
            self._refuse_if_held(timeout)
        return self.wake().write(timeout)

    def connect_to_read(self) -> AbstractContextManager[Connection]:
        """As ``Store.connect_to_read``."""
        return self.wake().connect_to_read()

    def meta(self, key: str) -> str | None:
        """What the project says of itself."""
        with self.read() as queries:
            return queries.meta(key)

    @contextmanager
    def read(self) -> Iterator[Queries]:
        """One transaction that only reads, as ``Store.read``."""
        connection = self._begin()
        if connection is None:
            with self.wake().read() as queries:
                yield queries
            return
        with ExitStack() as later, self._told():
            try:
                # The same reads by the same names: what is missing among them it asks of the store itself.
                yield cast("Queries", FirstQueries(connection, self._others(connection, later)))
            finally:
                self._end(connection)

    def _others(self, connection: sqlite3.Connection, later: ExitStack) -> Callable[[], Queries]:
        found: list[Queries] = []

        def others() -> Queries:
            if not found:
                # A store that begins may have to write, which a reader would keep it from.
                connection.rollback()
                found.append(later.enter_context(self.wake().read()))
            return found[0]

        return others

    def is_held(self) -> bool:
        """As ``Store.is_held``."""
        if self._whole is not None:
            return self._whole.is_held()
        try:
            self._refuse_if_held(0)
        except ProjectError as error:
            return error.key == "project_locked"
        return False

    def _refuse_if_held(self, timeout: float) -> None:
        """Say at once that somebody holds the project: making the store would wait as long as a job may."""
        with self._told(), closing(connect_file(self.path, "ro", timeout)) as connection:
            prepare(connection, timeout, writes=False)
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()

    def _begin(self) -> sqlite3.Connection | None:
        """A connection that reads one moment; None where the store itself has to."""
        with self._guard:
            self._check_open()
            if self._whole is not None:
                return None
            connection = self._idle.pop() if self._idle else None
        now_there = opening.identity(self.path)
        if now_there is None:
            raise ProjectError("project_moved", project=self.shown)
        if now_there != self._opened.identity:
            raise ProjectError("project_replaced", project=self.shown)
        try:
            if connection is None:
                connection = connect_file(self.path, "ro", self._timeout)
                prepare(connection, self._timeout, writes=False)
            connection.execute("BEGIN")
            connection.execute("PRAGMA schema_version").fetchone()
        except sqlite3.Error:
            # A journal that was left beside it meanwhile, for one: the store's own connection can roll it back.
            if connection is not None:
                connection.close()
            return None
        return connection

    def _end(self, connection: sqlite3.Connection) -> None:
        connection.rollback()
        with self._guard:
            if self._closed or self._whole is not None:
                connection.close()
            else:
                self._idle.append(connection)

    def _drop_idle(self) -> None:
        while self._idle:
            self._idle.pop().close()

    def _check_open(self) -> None:
        if self._closed:
            message = "the store is closed"
            raise RuntimeError(message)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except ProjectError as error:
            error.details.setdefault("project", self.shown)
            raise
        except (sqlite3.Error, UnicodeDecodeError) as error:
            key = key_of(error) or "project_damaged"
            raise ProjectError(key, project=self.shown, reason=str(error)) from error
