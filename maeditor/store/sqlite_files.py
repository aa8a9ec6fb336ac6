"""A connection to an SQLite file, with every setting that was measured; of the standard library alone."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path
from urllib.parse import quote

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
