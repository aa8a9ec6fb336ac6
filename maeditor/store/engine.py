"""Opens projects: an SQLite file ``*.maed`` or a PostgreSQL database, behind one ``Store``."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import IntegrityError

from maeditor.domain.errors import (
    BlockedRevertError,
    MaeditorError,
    MissingRecordError,
    ProjectError,
    StaleRecordError,
)
from maeditor.domain.record import new_id
from maeditor.store import files, opening, servers
from maeditor.store.connections import wait
from maeditor.store.failures import is_reference, is_taken, told
from maeditor.store.interrupted import forget_owner, mark_interrupted, remember_owner
from maeditor.store.queries import Queries
from maeditor.store.unit_of_work import UnitOfWork


class Store:
    """One open project. Safe to use from any thread: each transaction has a connection of its own.

    ``path`` is the file, or None on PostgreSQL; ``read_only`` tells that every write will be refused.
    """

    def __init__(
        self, target: str, writer: Engine, reader: Engine, timeout: float, *, opened: opening.Opened | None, shown: str
    ) -> None:
        self.target = target
        self.shown = shown
        # Whole, so that a change of the working folder changes nothing.
        self.path = None if opened is None else Path(target).absolute()
        self.read_only = opened is not None and opened.read_only
        self._identity = None if opened is None else opened.identity
        self._writer = writer
        self._reader = reader
        self._timeout = timeout
        self._owner = f"{socket.gethostname()}/{os.getpid()}/{new_id()}"
        self._seen = 0
        self._guard = threading.Lock()
        self._closed = False
        self.awake = True
        """A store is there from the beginning; one that is deferred is not."""
        if self._identity is not None:
            opening.hold(self._identity)
        remember_owner(self._owner)

    def wake(self) -> Store:
        """The store itself."""
        return self

    def close(self) -> None:
        """Let go of the project; closing twice does no harm."""
        if self._closed:
            return
        self._closed = True
        self._writer.dispose()
        self._reader.dispose()
        forget_owner(self._owner)
        if self._identity is not None:
            opening.let_go(self._identity)

    def be_ready_to_write(self) -> None:
        """Make the first writing connection now: that reads the file, and later would wait as long as a job may."""
        if not self.read_only:
            with told(self.shown):
                self._writer.connect().close()

    @contextmanager
    def write(self, timeout: float | None = None) -> Iterator[UnitOfWork]:
        """One transaction that writes: saved when the block ends, undone when it raises.

        ``timeout`` is how many seconds to wait for another writer, if not the store's own. Raises ProjectError:
        ``project_locked``, ``project_read_only``, ``project_moved``, ``project_replaced``, ``project_put_back``,
        ``project_disk_full``….
        """
        if self.read_only:
            raise ProjectError("project_read_only", project=self.shown)
        self._check_place()
        unit: UnitOfWork | None = None
        try:
            with told(self.shown), self._waiting(timeout) as connection:
                with connection.begin():
                    unit = UnitOfWork(connection, self._owner)
                    self._check_time(unit.commits)
                    yield unit
                    commits = unit.save()
                with self._guard:
                    self._seen = max(self._seen, commits)
        except IntegrityError as error:
            told_as = _broken_rule(error, "" if unit is None else unit.reverts)
            if told_as is None:
                raise
            raise told_as from error

    @contextmanager
    def read(self) -> Iterator[Queries]:
        """One transaction that only reads. Keep it short: on SQLite a reader keeps writers waiting."""
        with self.connect_to_read() as connection:
            yield Queries(connection)

    @contextmanager
    def connect_to_read(self) -> Iterator[Connection]:
        """The same, for the store's own modules: the bare connection."""
        self._check_place()
        with told(self.shown), self._reader.begin() as connection:
            yield connection

    def is_held(self) -> bool:
        """Tell at once whether somebody keeps everybody else from reading, as the end of a transaction does."""
        try:
            self._check_place()
            with told(self.shown), self._reader.connect() as connection:
                wait(connection, 0)
                try:
                    with connection.begin():
                        Queries(connection).meta("name")
                finally:
                    wait(connection, self._timeout)
        except ProjectError as error:
            return error.key == "project_locked"
        return False

    def meta(self, key: str) -> str | None:
        """What the project says of itself: ``name``, ``project_id``, ``created_with``, ``created_at``."""
        with self.read() as queries:
            return queries.meta(key)

    @contextmanager
    def _waiting(self, timeout: float | None) -> Iterator[Connection]:
        with self._writer.connect() as connection:
            if timeout is None:
                yield connection
                return
            wait(connection, timeout)
            try:
                yield connection
            finally:
                wait(connection, self._timeout)

    def _check_place(self) -> None:
        if self._closed:
            message = "the store is closed"
            raise RuntimeError(message)
        if self.path is None:
            return
        now_there = opening.identity(self.path)
        if now_there is None:
            raise ProjectError("project_moved", project=self.shown)
        if now_there != self._identity:
            raise ProjectError("project_replaced", project=self.shown)

    def _check_time(self, commits: int) -> None:
        with self._guard:
            if commits < self._seen:
                raise ProjectError("project_put_back", project=self.shown)
            self._seen = commits


def _broken_rule(error: IntegrityError, reverts: str) -> MaeditorError | None:
    """What a person is told of a rule of the tables; None where the fault is ours."""
    if is_taken(error):
        return StaleRecordError("record_exists", reason=str(error.orig))
    if not is_reference(error):
        return None
    if reverts:
        return BlockedRevertError("revert_blocked", action=reverts)
    return MissingRecordError("reference_missing", reason=str(error.orig))


def open_store(target: str | Path, *, create: bool = False, timeout: float = 5.0) -> Store:
    """Open a project; with ``create``, make it where there is none. Raises ProjectError.

    Older projects are brought up to date, a file after a verified backup beside it. Actions that a process left open
    when it died are marked interrupted.
    """
    place = servers.address(target)
    if place is None:
        path = Path(target).absolute()
        if create and opening.identity(path) is None:
            files.create(path, path.stem)
        store = _open_file(str(target), path, timeout)
    else:
        servers.prepare(place, timeout, name=place.database or "maeditor", create=create)
        store = _open_server(str(target), place, timeout)
    return _settled(store)


def open_examined(target: str, path: Path, opened: opening.Opened, timeout: float) -> Store:
    """Open a file of this version that was found whole a moment ago, as ``open_store`` does. Raises ProjectError."""
    writer, reader = files.engines(path, opened, timeout)
    return _settled(Store(target, writer, reader, timeout, opened=opened, shown=target))


def _settled(store: Store) -> Store:
    """What a store does before it is given to anybody."""
    try:
        mark_interrupted(store)
        store.be_ready_to_write()
    except BaseException:
        store.close()
        raise
    return store


def create_store(target: str | Path, name: str, *, timeout: float = 5.0) -> Store:
    """Make a project where there is none and open it. Raises ProjectError ``project_exists`` where there is one."""
    place = servers.address(target)
    if place is None:
        files.create(Path(target), name)
    else:
        servers.prepare(place, timeout, name=name, create=True, must_be_new=True)
    return open_store(target, timeout=timeout)


def _open_file(target: str, path: Path, timeout: float) -> Store:
    opened = files.bring_up_to_date(path, opening.examine(path, timeout), timeout)
    writer, reader = files.engines(path, opened, timeout)
    return Store(target, writer, reader, timeout, opened=opened, shown=target)


def _open_server(target: str, place: servers.Address, timeout: float) -> Store:
    writer, reader = servers.engines(place, timeout)
    return Store(target, writer, reader, timeout, opened=None, shown=place.render_as_string(hide_password=True))
