"""Whatever the database says when it fails, a person gets one sentence that helps; our own faults stay faults."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import psycopg
import pytest
from psycopg import errors
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from maeditor.domain.errors import ProjectError
from maeditor.store import driver_errors, failures, integrity
from maeditor.store.engine import Store
from maeditor.wording import LANGUAGES, Wording


def sqlite_error(code: int | None, message: str = "") -> sqlite3.Error:
    error = sqlite3.OperationalError(message)
    if code is not None:
        error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "key"),
    [
        (sqlite_error(sqlite3.SQLITE_BUSY), "project_locked"),
        (sqlite_error(sqlite3.SQLITE_BUSY_SNAPSHOT), "project_locked"),
        (sqlite_error(sqlite3.SQLITE_READONLY), "project_read_only"),
        (sqlite_error(sqlite3.SQLITE_READONLY_DBMOVED), "project_moved"),
        (sqlite_error(sqlite3.SQLITE_READONLY_ROLLBACK), "project_hot_journal_read_only"),
        (sqlite_error(sqlite3.SQLITE_IOERR_FSYNC), "project_disk_failed"),
        (sqlite_error(sqlite3.SQLITE_FULL), "project_disk_full"),
        (sqlite_error(sqlite3.SQLITE_CANTOPEN), "project_unreachable"),
        (sqlite_error(sqlite3.SQLITE_CORRUPT), "project_damaged"),
        (sqlite_error(sqlite3.SQLITE_ERROR, "no such table: facts"), "project_damaged"),
        (sqlite_error(sqlite3.SQLITE_ERROR, "near SELEC: syntax error"), None),
        (sqlite_error(sqlite3.SQLITE_MISUSE), None),
        (sqlite_error(None, "Could not decode to UTF-8"), "project_damaged"),
        (sqlite3.ProgrammingError("ours"), None),
        (errors.LockNotAvailable(), "project_locked"),
        (errors.DeadlockDetected(), "project_locked"),
        (errors.InsufficientPrivilege(), "project_read_only"),
        (errors.DiskFull(), "project_disk_full"),
        (errors.DataCorrupted(), "project_damaged"),
        (errors.AdminShutdown(), "project_unreachable"),
        (errors.InvalidPassword(), "project_unreachable"),
        (psycopg.OperationalError("no answer"), "project_unreachable"),
        (errors.SyntaxError(), None),
        (psycopg.DataError("text fields cannot contain NUL"), None),
        (None, None),
    ],
)
def test_each_failure_has_its_sentence(error: BaseException | None, key: str | None) -> None:
    assert driver_errors.key_of(error) == key
    if key is not None:
        for language in LANGUAGES:
            assert "essai" in Wording(language).say(f"error.{key}", project="essai")


def test_whatever_the_store_raises_has_a_sentence_in_every_language() -> None:
    sources = Path(failures.__file__).parent.glob("*.py")
    raised = {key for path in sources for key in re.findall(r'Error\(\s*"(\w+)"', path.read_text("utf-8"))}
    assert len(raised) > 20
    for language in LANGUAGES:
        wording = Wording(language)
        assert [key for key in sorted(raised) if not wording.knows(f"error.{key}")] == []
        kinds = re.findall(r'Problem\(\s*"(\w+)"', Path(integrity.__file__).read_text("utf-8"))
        assert [kind for kind in kinds if not wording.knows(f"error.problem.{kind}")] == []


def test_faults_of_ours_are_not_told_as_somebody_elses(store: Store) -> None:
    with pytest.raises(DBAPIError), store.read() as queries:
        queries._connection.execute(text("SELEC 1"))
    with pytest.raises(IntegrityError), failures.told("x"):
        raise IntegrityError("INSERT", {}, sqlite3.IntegrityError())


def test_what_is_known_of_the_project_is_added_where_it_is_missing() -> None:
    with pytest.raises(ProjectError) as told, failures.told("essai.maed"):
        raise ProjectError("project_damaged", table="facts")
    assert told.value.details == {"table": "facts", "project": "essai.maed"}
