"""How we talk to SQLite and PostgreSQL: engines for writers and readers, with every setting that was measured."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

_PRAGMAS = (
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "foreign_keys=ON",
    "recursive_triggers=ON",
)


def connect_file(path: Path, mode: str, timeout: float) -> sqlite3.Connection:
    """Open an SQLite file that is there: ``mode`` is ``ro`` or ``rw``; transactions are begun by us alone."""
    whole = path.absolute().as_posix()
    # file:///C:/folder on Windows, file:////server/share for a network folder, file:///home elsewhere.
    place = f"file://{'' if whole.startswith('/') else '/'}{quote(whole, safe='/:')}?mode={mode}"
    return sqlite3.connect(place, uri=True, timeout=timeout, isolation_level=None, check_same_thread=False)


def prepare(connection: sqlite3.Connection, timeout: float, *, writes: bool) -> None:
    """Set what every connection has: safe against hostile schemas, durable when it writes."""
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(f"PRAGMA busy_timeout={int(timeout * 1000)}")
    if writes:
        connection.execute("PRAGMA journal_mode=DELETE").fetchall()
        connection.execute("PRAGMA synchronous=EXTRA")
        if sys.platform == "darwin":
            connection.execute("PRAGMA fullfsync=ON")
    else:
        connection.execute("PRAGMA query_only=ON")


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
