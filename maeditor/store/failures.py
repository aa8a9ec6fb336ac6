"""What a database says when it fails, in the words of ``domain.errors``: one kind of error whatever went wrong."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError, NoResultFound

from maeditor.domain.errors import ProjectError, ValueTextError
from maeditor.store.driver_errors import key_of


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
