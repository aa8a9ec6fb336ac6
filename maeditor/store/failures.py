"""What a database says when it fails, in the words of ``domain.errors``: one kind of error whatever went wrong."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError, NoResultFound

from maeditor.domain.errors import ProjectError, ValueTextError

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


def is_reference(error: IntegrityError) -> bool:
    """Tell a reference to what is not there from any other broken rule."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    return code == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY or getattr(error.orig, "sqlstate", None) == "23503"


def is_taken(error: IntegrityError) -> bool:
    """Tell an id or number that is there already from any other broken rule."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    taken = (sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY)
    return code in taken or getattr(error.orig, "sqlstate", None) == "23505"


@contextmanager
def told(target: str) -> Iterator[None]:
    """Raise what a person can act on as ProjectError; a constraint that fails passes through."""
    try:
        yield
    except IntegrityError:
        raise
    except ProjectError as error:
        error.details.setdefault("project", target)
        raise
    except UnicodeEncodeError as error:
        raise ValueTextError("text_unstorable", text=ascii(error.object)[:60]) from error
    except NoResultFound as error:
        raise ProjectError("project_damaged", project=target, reason=str(error)) from error
    except DBAPIError as error:
        if "NUL (0x00)" in str(error.orig):
            raise ValueTextError("text_unstorable", text=ascii("\0")) from error
        key = key_of(error.orig)
        if key is None:
            raise
        raise ProjectError(key, project=target, reason=str(error.orig)) from error
