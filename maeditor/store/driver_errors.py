"""What a driver's error means, told without loading what the errors came through."""

from __future__ import annotations

import sqlite3

_SQLITE = {
    sqlite3.SQLITE_BUSY: "project_locked",
    sqlite3.SQLITE_LOCKED: "project_locked",
    sqlite3.SQLITE_READONLY: "project_read_only",
    sqlite3.SQLITE_PERM: "project_read_only",
    sqlite3.SQLITE_CORRUPT: "project_damaged",
    sqlite3.SQLITE_NOTADB: "project_damaged",
    sqlite3.SQLITE_FORMAT: "project_damaged",
    sqlite3.SQLITE_FULL: "project_disk_full",
    sqlite3.SQLITE_IOERR: "project_disk_failed",
    sqlite3.SQLITE_CANTOPEN: "project_unreachable",
}
_SQLITE_WHOLE = {
    sqlite3.SQLITE_READONLY_DBMOVED: "project_moved",
    sqlite3.SQLITE_READONLY_ROLLBACK: "project_hot_journal_read_only",
}
_POSTGRES = {
    "55P03": "project_locked",
    "40001": "project_locked",
    "40P01": "project_locked",
    "42501": "project_read_only",
    "25006": "project_read_only",
    "53100": "project_disk_full",
    "XX001": "project_damaged",
    "XX002": "project_damaged",
    "42P01": "project_damaged",
    "42703": "project_damaged",
}


def key_of(error: BaseException | None) -> str | None:
    """Name the sentence for a driver's error; None where it is a fault of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        if code == sqlite3.SQLITE_ERROR and str(error).startswith("no such "):
            return "project_damaged"
        return _SQLITE_WHOLE.get(code) or _SQLITE.get(code & 0xFF)
    if error is not None and hasattr(error, "sqlstate"):
        state: str | None = error.sqlstate
        if state is None:
            unanswered = any(kind.__name__ in ("OperationalError", "InterfaceError") for kind in type(error).__mro__)
            return "project_unreachable" if unanswered else None
        if state.startswith(("08", "57P", "28", "3D")):
            return "project_unreachable"
        return _POSTGRES.get(state)
    if isinstance(error, sqlite3.OperationalError):
        return "project_damaged"  # raised by the module itself: text that is not UTF-8
    return None
