"""How we talk to SQLite and PostgreSQL: engines for writers and readers, with every setting that was measured."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from maeditor.store.sqlite_files import connect_file, prepare


def sqlite_engine(path: Path, timeout: float, *, writes: bool, mode: str, foreign_keys: bool = True) -> Engine:
    """Make an engine on a file; a writer's transactions begin as writers, so that none fails half-way as locked."""

    def connect() -> sqlite3.Connection:
        connection = connect_file(path, mode, timeout)
        try:
            prepare(connection, timeout, writes=writes)
            if not foreign_keys:
                connection.execute("PRAGMA foreign_keys=OFF")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    # A pool that grows as needed: a thread never waits for a connection, only for the database.
    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, pool_size=8, max_overflow=-1)

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    event.listen(engine, "begin", begin)
    return engine


def postgres_engine(url: URL, timeout: float, *, writes: bool) -> Engine:
    """Make an engine on a PostgreSQL database; readers see one moment and cannot write."""
    engine = create_engine(
        url,
        pool_pre_ping=True,
        pool_size=8,
        max_overflow=-1,
        connect_args={"connect_timeout": max(2, int(timeout))},
        isolation_level="READ COMMITTED" if writes else "REPEATABLE READ",
    )
    if writes:

        def begin(connection: Connection) -> None:
            milliseconds = connection.info.get("lock_timeout", max(1, int(timeout * 1000)))
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {milliseconds}")

        event.listen(engine, "begin", begin)
    else:
        event.listen(engine, "connect", _read_only)
    return engine


def _read_only(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    connection.read_only = True


def wait(connection: Connection, seconds: float) -> None:
    """Say how long a connection may wait for another writer from now on."""
    milliseconds = max(1, int(seconds * 1000))
    if connection.dialect.name == "sqlite":
        connection.connection.cursor().execute(f"PRAGMA busy_timeout={milliseconds}")
    else:
        connection.info["lock_timeout"] = milliseconds
