"""One action is saved whole or not at all; jobs can be interrupted and are seen to have been."""

from __future__ import annotations

import os
import socket
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update
from store_samples import TEXT, a_fact, import_article, put_article, record_fact, revert

from maeditor.domain.articles import text_digest
from maeditor.domain.changes import ActionState
from maeditor.domain.errors import (
    BlockedRevertError,
    MaeditorError,
    MissingRecordError,
    NothingToRevertError,
    ProjectError,
    StaleRecordError,
    UnreadableFileError,
    ValueTextError,
)
from maeditor.store import interrupted, schema, unit_of_work
from maeditor.store.blobs import MAX_BLOB
from maeditor.store.engine import Store, open_store


def test_an_action_tells_what_it_changed_and_stands_in_the_journal(store: Store) -> None:
    article, version, done = import_article(store)
    assert done.action.state is ActionState.DONE
    assert done.action.details == {"files": 1}
    assert done.record_ids("articles") == (article.id,)
    assert done.touches("texts")
    with store.read() as queries:
        assert queries.journal.action(done.action.id) == done.action
        assert queries.journal.changes(done.action.id) == done.changes
        assert queries.text(version.id) == TEXT


def test_nothing_is_saved_of_a_block_that_raises(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.write() as unit:
        unit.begin_action("import", "Inès")
        put_article(unit)
        unit.finish_action()
        _ = 1 / 0
    with store.read() as queries:
        assert queries.articles(include_hidden=True) == ()
        assert queries.journal.actions() == ()
        assert queries.commits() == 0


def test_numbers_shown_to_people_are_never_given_twice(store: Store) -> None:
    fact, done = record_fact(store)
    revert(store, done.action.id)
    later, _ = record_fact(store)
    assert (fact.number, later.number) == (1, 2)
    with store.write() as unit:
        assert unit.next_number("fact") == 3
    with store.write() as unit:
        assert unit.next_number("fact") == 4


def test_a_blob_is_kept_once_and_under_its_own_name(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    data = TEXT.encode()
    for _ in range(2):
        with store.write() as unit:
            unit.put_blob(text_digest(TEXT), data)
    with store.read() as reads:
        assert reads.blob(text_digest(TEXT)) == data
        assert reads.commits() == 1, "nothing to write the second time"
    with pytest.raises(ValueError, match="SHA-256"), store.write() as unit:
        unit.put_blob(text_digest("something else"), data)
    monkeypatch.setattr(unit_of_work, "MAX_BLOB", 10)
    with pytest.raises(UnreadableFileError, match="blob_too_large"), store.write() as unit:
        unit.put_blob(text_digest(TEXT), data)


def test_a_damaged_text_is_told_and_never_shown(store: Store) -> None:
    _, version, _ = import_article(store)
    blobs = schema.blobs
    for packed, size in ((b"no zlib", 10), (b"", len(TEXT.encode())), (b"no zlib", 0)):
        with store._writer.begin() as connection:
            connection.execute(update(blobs).values(data=packed, size=size))
        with pytest.raises(ProjectError, match="text_damaged"), store.read() as reads:
            reads.text(version.id)
    with pytest.raises(ProjectError, match="text_missing") as told, store.read() as reads:
        reads.blob("0" * 64)
    assert told.value.details["project"] == store.shown
    assert MAX_BLOB == unit_of_work.MAX_BLOB


@pytest.mark.parametrize("text", ["a\0b", "half \ud83d a pair"])
def test_what_one_database_cannot_keep_neither_keeps(store: Store, text: str) -> None:
    """Else a project could not move from a file to a server."""
    for fields in ({"note": text}, {"qualifiers": {"cell": [text]}}):
        if "\0" in text and "note" not in fields:
            continue  # inside a document a NUL is written as an escape
        with pytest.raises(ValueTextError, match="text_unstorable"), store.write() as unit:
            unit.begin_action("record-fact", "Inès")
            unit.facts.add(a_fact(unit, **fields))
            unit.finish_action()
    written = r"the six characters \u0000 are no NUL"
    fact, _ = record_fact(store, note=written)
    with store.read() as reads:
        assert reads.fact(fact.id).note == written


def test_a_change_without_an_action_is_a_fault_of_ours(store: Store) -> None:
    with pytest.raises(RuntimeError, match="needs an action"), store.write() as unit:
        unit.facts.add(a_fact(unit))
    with pytest.raises(RuntimeError, match="no action"), store.write() as unit:
        unit.finish_action()
    with pytest.raises(RuntimeError, match="one action"), store.write() as unit:
        unit.begin_action("a", "Inès")
        unit.begin_action("b", "Inès")


def test_what_the_project_says_of_itself(store: Store) -> None:
    assert store.meta("name") == "Essai"
    assert len(store.meta("project_id") or "") == 36
    assert (store.meta("created_with") or "").startswith("maeditor ")
    assert store.meta("motto") is None
    with store.write() as unit:
        unit.set_meta("name", "Centres de données")
        unit.set_meta("motto", "sourcé")
    assert (store.meta("name"), store.meta("motto")) == ("Centres de données", "sourcé")


def test_a_reader_cannot_write(store: Store) -> None:
    record_fact(store)
    with pytest.raises(ProjectError, match="project_read_only"), store.connect_to_read() as connection:
        connection.execute(update(schema.facts).values(note="x"))


def test_two_actions_can_share_a_transaction(store: Store) -> None:
    with store.write() as unit:
        unit.begin_action("a", "Inès")
        first = a_fact(unit)
        unit.facts.add(first)
        one = unit.finish_action()
        unit.begin_action("b", "Inès")
        unit.facts.add(a_fact(unit))
        two = unit.finish_action({"n": 2})
    assert len(one.changes) == len(two.changes) == 1
    assert two.action.details == {"n": 2}
    assert two.action.seq == one.action.seq + 1


def test_an_action_is_taken_back_once(store: Store) -> None:
    _, done = record_fact(store)
    revert(store, done.action.id)
    with pytest.raises(NothingToRevertError, match="already_reverted"):
        revert(store, done.action.id)
    with pytest.raises(MissingRecordError, match="action_missing"), store.write() as unit:
        unit.begin_action("undo", "Inès", reverts="no such action")


def test_what_something_later_stands_on_cannot_be_taken_back(store: Store) -> None:
    article, version, imported = import_article(store)
    record_fact(store, article, version)
    with pytest.raises(BlockedRevertError, match="revert_blocked"):
        revert(store, imported.action.id)
    with store.read() as reads:
        assert reads.article(article.id) == article
    with pytest.raises(MissingRecordError, match="reference_missing"), store.write() as unit:
        unit.begin_action("remove", "Inès")
        unit.articles.remove(article)
        unit.finish_action()


def test_a_job_saves_in_steps_under_one_action(store: Store) -> None:
    with store.write() as unit:
        action = unit.begin_action("propose", "Inès", {"articles": 2})
        unit.facts.add(a_fact(unit))
    with store.write() as unit:
        assert unit.resume_action(action.id).details == {"articles": 2}
        unit.facts.add(a_fact(unit))
    with store.read() as reads:
        assert reads.journal.action(action.id).state is ActionState.OPEN
        assert reads.journal.last_revertible("Inès") is None, "not while it runs"
    with store.write() as unit:
        unit.resume_action(action.id)
        done = unit.finish_action({"facts": 2})
    assert len(done.changes) == 2
    assert done.action.details == {"facts": 2}
    with store.read() as reads:
        assert reads.journal.action(action.id) == done.action
        assert reads.journal.last_revertible("Inès") == done.action
    with pytest.raises(StaleRecordError, match="action_closed"), store.write() as unit:
        unit.resume_action(action.id)
    undone = revert(store, action.id)
    assert undone.action.reverts == action.id


def open_action(store: Store) -> str:
    with store.write() as unit:
        action = unit.begin_action("propose", "Inès")
        unit.facts.add(a_fact(unit))
    return action.id


def state_of(store: Store, action_id: str) -> ActionState:
    with store.read() as reads:
        return reads.journal.action(action_id).state


def test_an_action_left_open_by_a_closed_store_is_interrupted_at_the_next_opening(target: str) -> None:
    first = open_store(target)
    action_id = open_action(first)
    with_it = open_store(target)
    assert state_of(with_it, action_id) is ActionState.OPEN, "its store is still open here"
    first.close()
    again = open_store(target)
    assert state_of(again, action_id) is ActionState.INTERRUPTED
    with again.read() as reads:
        found = reads.journal.last_revertible("Inès")
        assert found is not None
        assert found.id == action_id
    revert(again, action_id)
    with again.read() as reads:
        assert reads.facts(include_hidden=True) == ()
    with_it.close()
    again.close()


def touch(store: Store, owner: str, touched: str) -> None:
    with store._writer.begin() as connection:
        connection.execute(update(schema.actions).values(owner=owner, touched=touched))


def test_only_actions_of_dead_processes_are_interrupted(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    action_id = open_action(store)
    here, now = socket.gethostname(), datetime.now(UTC)
    silent = (now - timedelta(hours=1)).isoformat()
    parent = os.getppid()
    for owner, touched, runs in (
        (f"{here}/{parent}/x", now.isoformat(), True),
        (f"{here}/{2**22 + 1}/x", now.isoformat(), False),
        (f"{here}/{2**70}/x", now.isoformat(), False),
        (f"{here}/{parent}/x", silent, False),
        ("elsewhere/1/x", now.isoformat(), True),
        ("elsewhere/1/x", silent, False),
        ("elsewhere/1/x", "not a time", False),
        ("nonsense", now.isoformat(), True),
    ):
        touch(store, owner, touched)
        assert interrupted.mark_interrupted(store) == (0 if runs else 1), owner
        assert state_of(store, action_id) is (ActionState.OPEN if runs else ActionState.INTERRUPTED)
        with store._writer.begin() as connection:
            connection.execute(update(schema.actions).values(state="open"))

    def not_ours(_pid: int, _signal: int) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "kill", not_ours)
    touch(store, f"{here}/{parent}/x", now.isoformat())
    assert interrupted.mark_interrupted(store) == 0
    # Where asking would kill, silence alone counts.
    monkeypatch.setattr(interrupted.os, "name", "nt")
    touch(store, f"{here}/{2**22 + 1}/x", now.isoformat())
    assert interrupted.mark_interrupted(store) == 0


def test_threads_write_side_by_side(store: Store) -> None:
    failures: list[MaeditorError] = []

    def work() -> None:
        try:
            for _ in range(10):
                record_fact(store)
        except MaeditorError as error:
            failures.append(error)

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with store.read() as reads:
        assert [fact.number for fact in reads.facts()] == list(range(1, 31))
        assert reads.commits() == 30


def test_a_writer_that_finds_another_is_told_so_in_its_time(target: str) -> None:
    one, two = open_store(target), open_store(target, timeout=0.1)
    with one.write() as unit:
        unit.begin_action("slow", "Inès")
        with pytest.raises(ProjectError, match="project_locked"), two.write():
            pass
        with pytest.raises(ProjectError, match="project_locked"), two.write(timeout=0.02):
            pass
        unit.finish_action()
    record_fact(two)
    one.close()
    two.close()


def test_a_closed_store_says_so(target: str) -> None:
    store = open_store(target)
    store.close()
    store.close()
    with pytest.raises(RuntimeError, match="closed"):
        store.meta("name")


def test_the_store_imports_neither_alembic_nor_the_orm() -> None:
    """They cost a third of a second at every start."""
    import subprocess

    heavy = ("alembic", "sqlalchemy.orm", "psycopg")
    code = f"import sys, maeditor.store.engine; print([m for m in {heavy} if m in sys.modules])"
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.strip() == "[]"
