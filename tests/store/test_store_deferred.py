"""A project that is shown before its store is made: an editor would lose work, or see another file's, if it failed."""

from __future__ import annotations

import shutil
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from project_files import execute
from store_samples import a_fact, import_article, record_fact

from maeditor.domain.errors import ProjectError
from maeditor.store import deferred, engine, signature
from maeditor.store.deferred import DeferredStore, open_deferred
from maeditor.store.engine import Store, open_store


@pytest.fixture
def worked_in(project_file: Path) -> Path:
    """A project with an article and a fact, not open."""
    store = open_store(project_file)
    article, version, _ = import_article(store)
    record_fact(store, article, version)
    store.close()
    return project_file


@pytest.fixture
def shown(worked_in: Path) -> Iterator[DeferredStore]:
    """That project, to be shown."""
    opened = open_deferred(worked_in)
    assert opened is not None
    yield opened
    opened.close()


def test_what_only_the_store_can_open_is_left_to_it(worked_in: Path) -> None:
    assert open_deferred("postgresql+psycopg://nobody@nowhere/nothing") is None
    journal = worked_in.with_name(worked_in.name + "-journal")
    journal.write_bytes(b"something")
    assert open_deferred(worked_in) is None
    journal.unlink()
    execute(worked_in, f"PRAGMA user_version={signature.revision_number(signature.REVISION) - 1}")
    assert open_deferred(worked_in) is None


def test_a_file_is_examined_before_anything_of_it_is_shown(worked_in: Path) -> None:
    execute(worked_in, "CREATE VIEW v AS SELECT * FROM facts")
    with pytest.raises(ProjectError, match="project_foreign_objects"):
        open_deferred(str(worked_in))


def test_somebody_who_holds_it_is_waited_for_no_longer_than_said(worked_in: Path) -> None:
    with closing(sqlite3.connect(worked_in, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(ProjectError, match="project_locked"):
            open_deferred(worked_in, timeout=60, patience=0.01)


def test_reading_and_looking_write_nothing(shown: DeferredStore, worked_in: Path) -> None:
    before = worked_in.read_bytes()
    assert (shown.path, shown.read_only) == (worked_in, False)
    assert shown.meta("name") == "Essai"
    with shown.read() as outer, shown.read() as inner:
        assert len(outer.articles()) == len(inner.articles()) == 1
    with shown.read() as queries, pytest.raises(sqlite3.OperationalError, match="readonly"):
        queries.run("DELETE FROM facts")  # type: ignore[attr-defined]  # the first page's own
    assert not shown.awake
    assert worked_in.read_bytes() == before
    assert [each.name for each in worked_in.parent.iterdir()] == [worked_in.name]


def test_the_first_action_makes_the_store(shown: DeferredStore) -> None:
    shown.be_ready_to_write()
    assert shown.awake
    with shown.write() as unit:
        unit.begin_action("record-fact", "Inès")
        unit.facts.add(a_fact(unit))
        unit.finish_action()
    with shown.read() as queries:
        assert len(queries.facts()) == 2
    assert shown.wake().wake() is shown.wake()
    with shown.connect_to_read() as connection:
        assert not connection.closed


def test_an_action_is_refused_at_once_while_somebody_holds_the_project(shown: DeferredStore, worked_in: Path) -> None:
    with closing(sqlite3.connect(worked_in, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(ProjectError, match="project_locked") as told, shown.write(0.01):
            pass
        assert told.value.details["project"] == shown.target
        assert not shown.awake
    with shown.write(0.01) as unit:
        assert unit.commits > 0
    with shown.write(0.01) as unit:
        assert unit.commits > 0


def test_a_project_that_somebody_holds_is_known_at_once(shown: DeferredStore, worked_in: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(worked_in, isolation_level=None)) as other:
        for _asleep_and_awake in range(2):
            assert not shown.is_held()
            other.execute("BEGIN IMMEDIATE")
            assert not shown.is_held(), "somebody who writes keeps nobody from reading yet"
            other.execute("COMMIT")
            other.execute("BEGIN EXCLUSIVE")
            begun = time.monotonic()
            assert shown.is_held()
            assert time.monotonic() - begun < 2
            other.execute("COMMIT")
            shown.wake()
    worked_in.rename(tmp_path / "elsewhere.maed")
    assert not shown.is_held(), "what is wrong is told by whoever reads"


def test_what_is_wrong_with_a_file_does_not_count_as_held(shown: DeferredStore, worked_in: Path) -> None:
    worked_in.write_bytes(b"no project any more")
    assert not shown.is_held()


def test_what_the_first_page_does_not_know_the_store_is_asked(shown: DeferredStore) -> None:
    with shown.read() as queries:
        counted = queries.counts()
        assert queries.commits() > 0
        assert queries.listing.highest() > 0
        # What it read from is let go of, so that the store can write: what it does know it goes on reading.
        assert queries.counts() == counted
    assert shown.awake
    with shown.read() as queries:
        assert queries.counts() == counted


def test_a_read_that_is_under_way_ends_well_while_the_store_is_made(shown: DeferredStore) -> None:
    with shown.read() as queries:
        shown.wake()
        assert len(queries.articles()) == 1
    with shown.read() as queries:
        assert len(queries.articles()) == 1


def test_the_store_is_made_once_however_many_ask(shown: DeferredStore) -> None:
    made: list[Store] = []
    threads = [threading.Thread(target=lambda: made.append(shown.wake())) for _each in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(made) == 4
    assert len(set(map(id, made))) == 1


def test_a_project_that_was_let_go_of_is_not_read(shown: DeferredStore, worked_in: Path) -> None:
    reading = shown.read()
    reading.__enter__()
    with shown.read():
        pass
    shown.close()
    reading.__exit__(None, None, None)
    shown.close()
    for asked in (shown.wake, lambda: shown.meta("name")):
        with pytest.raises(RuntimeError):
            asked()
    again = open_deferred(worked_in)
    assert again is not None
    again.wake()
    again.close()


def test_a_file_moved_or_replaced_meanwhile_is_told(shown: DeferredStore, worked_in: Path, tmp_path: Path) -> None:
    elsewhere = worked_in.rename(tmp_path / "elsewhere.maed")
    with pytest.raises(ProjectError, match="project_moved"):
        shown.meta("name")
    shutil.copy(elsewhere, worked_in)
    with pytest.raises(ProjectError, match="project_replaced"):
        shown.meta("name")


def test_what_the_first_page_cannot_read_the_store_tries(shown: DeferredStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where a journal was left beside the file meanwhile: only a connection that may write rolls it back."""

    def fail(*_how: object, **_more: object) -> None:
        raise sqlite3.OperationalError("unable to open")

    monkeypatch.setattr(deferred, "prepare", fail)
    assert shown.meta("name") == "Essai"
    assert shown.awake


def test_a_file_that_cannot_even_be_opened_is_the_stores_too(
    shown: DeferredStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_how: object) -> sqlite3.Connection:
        raise sqlite3.OperationalError("unable to open")

    monkeypatch.setattr(deferred, "connect_file", fail)
    assert shown.meta("name") == "Essai"
    assert shown.awake


def test_damage_is_told_with_the_project_and_not_as_a_fault_of_ours(shown: DeferredStore, worked_in: Path) -> None:
    execute(worked_in, "DROP TABLE counters", "UPDATE articles SET title = CAST(x'FF' AS TEXT)")
    with pytest.raises(ProjectError, match="project_damaged") as told, shown.read() as queries:
        queries.articles()
    assert told.value.details["project"] == str(worked_in)
    with pytest.raises(ProjectError, match="project_damaged") as told, shown.read() as queries:
        queries.run("SELECT * FROM counters")  # type: ignore[attr-defined]  # the first page's own
    assert told.value.details["project"] == str(worked_in)
    with pytest.raises(ProjectError, match="text_damaged") as told, shown.read():
        raise ProjectError("text_damaged", sha256="0")
    assert told.value.details["project"] == str(worked_in)


def test_a_store_that_cannot_be_made_leaves_what_is_shown(
    shown: DeferredStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:

        def fail(_store: Store) -> None:
            raise ProjectError("project_locked")

        patched.setattr(engine, "mark_interrupted", fail)
        with pytest.raises(ProjectError, match="project_locked"):
            shown.wake()
    assert not shown.awake
    assert shown.meta("name") == "Essai"
    assert shown.wake().awake
