"""Whatever happens to the file of an open project, what was saved stays and a person is told."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from project_files import execute, nobody, refused
from store_samples import a_fact, record_fact

from maeditor.domain.errors import ProjectError
from maeditor.store.engine import open_store


def test_a_locked_project_says_so_when_it_is_opened(project_file: Path) -> None:
    with contextlib.closing(sqlite3.connect(project_file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert refused(project_file, timeout=0.05) == "project_locked"
        other.execute("ROLLBACK")
    open_store(project_file).close()


LOCKER = """
import sqlite3, sys
other = sqlite3.connect(sys.argv[1], isolation_level=None)
other.execute("BEGIN IMMEDIATE")
print("locked", flush=True)
sys.stdin.readline()
"""


def test_another_process_that_writes_locks_and_then_lets_go(project_file: Path) -> None:
    store = open_store(project_file, timeout=0.05)
    command = [sys.executable, "-c", LOCKER, str(project_file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == "locked\n"
        with pytest.raises(ProjectError, match="project_locked"):
            record_fact(store)
        assert store.meta("name") == "Essai", "reading goes on"
        other.stdin.write("\n")
        other.stdin.close()
        assert other.wait(10) == 0
    record_fact(store)
    store.close()


def test_a_read_only_file_is_shown_and_never_written(shared_file: Path) -> None:
    shared_file.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
    with nobody():
        store = open_store(shared_file)
        assert store.read_only
        assert store.meta("name") == "Essai"
        with pytest.raises(ProjectError, match="project_read_only"):
            record_fact(store)
        store.close()


def test_a_file_in_a_read_only_folder_is_shown_and_never_written(shared_file: Path) -> None:
    shared_file.parent.chmod(0o555)
    with nobody():
        store = open_store(shared_file)
        with pytest.raises(ProjectError, match="project_read_only"):
            record_fact(store)
        store.close()


def test_a_folder_that_turns_read_only_loses_nothing(shared_file: Path) -> None:
    with nobody():
        store = open_store(shared_file)
    shared_file.parent.chmod(0o555)
    with nobody():
        with pytest.raises(ProjectError) as told:
            record_fact(store)
        assert told.value.key in ("project_read_only", "project_unreachable")
        with store.read() as queries:
            assert queries.facts() == ()
        store.close()


def test_a_file_that_may_not_be_read_is_unreachable(shared_file: Path) -> None:
    shared_file.chmod(0)
    with nobody():
        assert refused(shared_file) == "project_unreachable"


def hot_journal(path: Path) -> None:
    """Leave what a process leaves that dies half-way through writing its pages."""
    script = (
        "import sqlite3, sys, os\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA cache_size=5')\n"
        "c.execute('BEGIN IMMEDIATE')\n"
        "c.execute(\"UPDATE meta SET value = 'half done'\")\n"
        "c.executemany('INSERT INTO blobs VALUES (?, 1, zeroblob(9000))', [(str(i),) for i in range(200)])\n"
        "os._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    assert path.with_name(path.name + "-journal").stat().st_size > 0


def test_what_a_dead_writer_left_half_done_is_rolled_back(project_file: Path) -> None:
    hot_journal(project_file)
    store = open_store(project_file)
    assert store.meta("name") == "Essai"
    store.close()


def test_half_done_and_read_only_is_said_and_nothing_touched(shared_file: Path) -> None:
    hot_journal(shared_file)
    shared_file.chmod(0o444)
    shared_file.parent.chmod(0o555)
    with nobody():
        assert refused(shared_file) == "project_hot_journal_read_only"


def test_a_file_moved_deleted_or_replaced_while_open(project_file: Path, empty_project: Path) -> None:
    store = open_store(project_file)
    record_fact(store)
    elsewhere = project_file.with_name("elsewhere.maed")
    project_file.rename(elsewhere)
    with pytest.raises(ProjectError, match="project_moved"):
        record_fact(store)
    with pytest.raises(ProjectError, match="project_moved"):
        store.meta("name")
    shutil.copy(empty_project, project_file)
    with pytest.raises(ProjectError, match="project_replaced"):
        record_fact(store)
    project_file.unlink()
    elsewhere.rename(project_file)
    record_fact(store)
    store.close()


def test_a_file_moved_in_the_middle_of_an_action(project_file: Path) -> None:
    store = open_store(project_file)
    elsewhere = project_file.with_name("elsewhere.maed")
    with pytest.raises(ProjectError, match="project_moved"), store.write() as unit:
        project_file.rename(elsewhere)
        unit.begin_action("record-fact", "Inès")
        unit.facts.add(a_fact(unit))
    store.close()
    moved = open_store(elsewhere)
    with moved.read() as queries:
        assert queries.facts() == ()
    moved.close()


def test_a_file_put_back_in_time_while_open(project_file: Path) -> None:
    store = open_store(project_file)
    record_fact(store)
    earlier = project_file.read_bytes()
    record_fact(store)
    with project_file.open("r+b") as same_file:
        same_file.write(earlier)
    with pytest.raises(ProjectError, match="project_put_back"):
        record_fact(store)
    store.close()


def test_a_full_disk_keeps_what_was_saved(project_file: Path) -> None:
    store = open_store(project_file)
    fact, _ = record_fact(store)
    with pytest.raises(ProjectError, match="project_disk_full"), store.write() as unit:
        unit._connection.exec_driver_sql("PRAGMA max_page_count=1")
        unit.begin_action("import", "Inès")
        unit.facts.add_all([a_fact(unit, note="x" * 4000) for _ in range(50)])
    with store.read() as queries:
        assert queries.facts() == (fact,)
    store.close()


def test_a_second_opening_here_does_not_touch_the_first_ones_locks(project_file: Path) -> None:
    """Closing any handle of a file drops all POSIX locks that the process has on it."""
    store = open_store(project_file)
    with store.write() as unit:
        unit.begin_action("record-fact", "Inès")
        unit.facts.add(a_fact(unit))
        second = open_store(project_file, timeout=0.05)
        second.close()
        script = (
            "import sqlite3, sys\n"
            "sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None).execute('BEGIN IMMEDIATE')"
        )
        other = subprocess.run([sys.executable, "-c", script, str(project_file)], capture_output=True, text=True)
        assert "locked" in other.stderr
        unit.finish_action()
    store.close()


def test_a_reader_that_takes_long_keeps_a_writer_waiting_not_losing(project_file: Path) -> None:
    store = open_store(project_file, timeout=0.05)
    fact, _ = record_fact(store)
    with store.read() as queries:
        assert queries.facts() == (fact,)
        with pytest.raises(ProjectError, match="project_locked"):
            record_fact(store)
        assert queries.facts() == (fact,)
    again, _ = record_fact(store)
    with store.read() as queries:
        assert queries.facts() == (fact, again)
    store.close()


def test_a_file_that_another_program_put_in_wal_mode_is_taken_out_of_it(project_file: Path) -> None:
    """In that mode a power cut loses commits that were acknowledged."""
    other = sqlite3.connect(project_file, isolation_level=None)
    other.execute("PRAGMA journal_mode=WAL")
    other.execute("UPDATE meta SET value = 'Autre' WHERE key = 'name'")
    assert project_file.with_name(project_file.name + "-wal").stat().st_size > 0
    assert refused(project_file, timeout=0.05) == "project_locked"
    other.close()
    store = open_store(project_file)
    assert store.meta("name") == "Autre"
    record_fact(store)
    store.close()
    assert project_file.read_bytes()[18:20] == b"\x01\x01"


def test_a_wal_file_that_cannot_be_written_is_left_as_it_is(shared_file: Path) -> None:
    execute(shared_file, "PRAGMA journal_mode=WAL")
    shared_file.chmod(0o444)
    with nobody():
        store = open_store(shared_file)
        assert store.read_only
        assert store.meta("name") == "Essai"
        store.close()
    assert shared_file.read_bytes()[18:20] == b"\x02\x02"
