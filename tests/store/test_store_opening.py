"""A file that cannot be a project is refused with its reason, before anything of it is trusted or written."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from store_samples import a_fact, import_article, record_fact

from maeditor.domain.errors import ProjectError
from maeditor.store import connections, files, opening
from maeditor.store.engine import create_store, open_store
from maeditor.wording import LANGUAGES, Wording


def refused(path: Path, **how: object) -> str:
    with pytest.raises(ProjectError) as told:
        open_store(path, **how)  # type: ignore[arg-type]
    for language in LANGUAGES:
        assert path.name in Wording(language).say(f"error.{told.value.key}", **told.value.details)
    return told.value.key


def execute(path: Path, *statements: str) -> None:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


@contextlib.contextmanager
def nobody() -> Iterator[None]:
    """As somebody without root's right to write everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def shared_file(empty_project: Path) -> Iterator[Path]:
    """A project in a folder that everybody can reach."""
    folder = Path(tempfile.mkdtemp(prefix="maeditor-"))
    folder.chmod(0o777)
    path = Path(shutil.copy(empty_project, folder / "essai.maed"))
    path.chmod(0o666)
    yield path
    folder.chmod(0o777)
    shutil.rmtree(folder)


def test_a_new_project_is_made_where_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "nouveau" / "Centres de données 100%?#.maed"
    store = open_store(path, create=True)
    assert store.meta("name") == "Centres de données 100%?#"
    assert store.path == path
    assert store.target == str(path)
    record_fact(store)
    store.close()
    again = open_store(path, create=True)
    with again.read() as queries:
        assert len(queries.facts()) == 1
    again.close()
    assert [one.name for one in path.parent.iterdir()] == [path.name], "nothing left beside it"
    header = path.read_bytes()[:100]
    assert header[68:72] == b"MAED"
    assert int.from_bytes(header[60:64], "big") == 1


def test_a_project_never_takes_the_place_of_a_file(project_file: Path, tmp_path: Path) -> None:
    before = project_file.read_bytes()
    with pytest.raises(ProjectError, match="project_exists"):
        create_store(project_file, "Autre")
    assert project_file.read_bytes() == before
    with pytest.raises(ProjectError, match="project_not_created"):
        create_store(project_file / "inside.maed", "Autre")
    made = create_store(tmp_path / "b.maed", "Autre")
    assert made.meta("name") == "Autre"
    made.close()


def test_a_name_taken_meanwhile_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.maed"
    fill = files._fill

    def slow(unfinished: Path, name: str) -> None:
        fill(unfinished, name)
        path.write_text("somebody else's")

    monkeypatch.setattr(files, "_fill", slow)
    with pytest.raises(ProjectError, match="project_exists"):
        create_store(path, "a")
    assert path.read_text() == "somebody else's"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_disk_without_hard_links_does_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_source: Path, _target: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    create_store(tmp_path / "a.maed", "a").close()
    assert [one.name for one in tmp_path.iterdir()] == ["a.maed"]


def test_what_is_not_there_or_not_ours(tmp_path: Path, project_file: Path) -> None:
    assert refused(tmp_path / "nowhere.maed") == "project_not_found"
    assert refused(project_file / "inside.maed") == "project_not_found"
    assert refused(tmp_path) == "project_not_ours"
    for name, content in (("empty", b""), ("text", b"an article, not a project" * 9), ("short", b"SQLite format 3\0")):
        other = tmp_path / f"{name}.maed"
        other.write_bytes(content)
        assert refused(other, create=True) == "project_not_ours"
        assert other.read_bytes() == content
    foreign = tmp_path / "foreign.maed"
    execute(foreign, "CREATE TABLE notes (x)")
    assert refused(foreign) == "project_not_ours"
    execute(project_file, "PRAGMA user_version=0")
    assert refused(project_file) == "project_not_ours"


def test_a_newer_project_is_left_to_the_newer_version(project_file: Path) -> None:
    execute(project_file, "PRAGMA user_version=7")
    before = project_file.read_bytes()
    assert refused(project_file) == "project_newer"
    assert project_file.read_bytes() == before


@pytest.mark.parametrize(
    "hostile",
    [
        "CREATE TRIGGER t AFTER INSERT ON facts BEGIN DELETE FROM articles; END",
        "CREATE VIEW v AS SELECT * FROM facts",
        "CREATE VIRTUAL TABLE f USING fts5(x)",
    ],
)
def test_foreign_triggers_views_and_virtual_tables_are_refused(project_file: Path, hostile: str) -> None:
    execute(project_file, hostile)
    before = project_file.read_bytes()
    assert refused(project_file) == "project_foreign_objects"
    assert project_file.read_bytes() == before


def test_a_project_without_its_tables_is_damaged(project_file: Path) -> None:
    execute(project_file, "PRAGMA foreign_keys=OFF", "DROP TABLE actions")
    assert refused(project_file) == "project_damaged"


def test_a_project_without_its_counter_is_damaged(project_file: Path) -> None:
    execute(project_file, "DELETE FROM counters")
    store = open_store(project_file)
    with pytest.raises(ProjectError, match="project_damaged"), store.write():
        pass
    with pytest.raises(ProjectError, match="project_damaged"), store.read() as queries:
        queries.commits()
    store.close()


def test_broken_pages_are_found_at_opening(project_file: Path) -> None:
    store = open_store(project_file)
    with store.write() as unit:
        unit.begin_action("propose", "Inès")
        unit.facts.add_all([a_fact(unit) for _ in range(300)])
        unit.finish_action()
    store.close()
    whole = project_file.read_bytes()
    project_file.write_bytes(whole[: len(whole) // 2])
    assert refused(project_file) == "project_damaged"
    project_file.write_bytes(whole[:4096] + os.urandom(len(whole) - 4096))
    assert refused(project_file) == "project_damaged"


def test_a_schema_that_is_no_text_is_damaged(project_file: Path) -> None:
    execute(
        project_file,
        "PRAGMA writable_schema=ON",
        "UPDATE sqlite_master SET name = CAST(x'ff6100' AS TEXT) WHERE name = 'facts'",
    )
    assert refused(project_file) == "project_damaged"


def test_all_faults_of_opening_end_in_one_kind(project_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(error: Exception) -> str:
        def check(*_arguments: object) -> int:
            raise error

        with monkeypatch.context() as patch:
            patch.setattr(opening, "check_objects", check)
            return refused(project_file)

    assert fail(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid")) == "project_damaged"
    assert fail(sqlite3.DatabaseError("nothing more is known")) == "project_damaged"
    with monkeypatch.context() as patch:
        patch.setattr(opening, "_check_header", lambda _path: Path("/nowhere/at/all").stat())
        assert refused(project_file) == "project_unreachable"

    class Silent:
        def fetchone(self) -> None:
            return None

    class Mute:
        def execute(self, _statement: str) -> Silent:
            return Silent()

        def close(self) -> None: ...

    with monkeypatch.context() as patch:
        patch.setattr(opening, "connect_file", lambda *_arguments: Mute())
        patch.setattr(opening, "prepare", lambda *_arguments, **_settings: None)
        patch.setattr(opening, "check_objects", lambda *_arguments: None)
        assert refused(project_file) == "project_damaged"


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


def test_every_connection_is_set_as_measured(project_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(project_file)

    def said(engine: object, name: str) -> object:
        with engine.connect() as connection:  # type: ignore[attr-defined]
            return connection.exec_driver_sql(f"PRAGMA {name}").scalar()

    for engine in (store._writer, store._reader):
        for name, value in (
            ("trusted_schema", 0),
            ("cell_size_check", 1),
            ("mmap_size", 0),
            ("foreign_keys", 1),
            ("recursive_triggers", 1),
            ("busy_timeout", 5000),
            ("journal_mode", "delete"),
        ):
            assert said(engine, name) == value, name
    assert said(store._writer, "synchronous") == 3
    assert (said(store._writer, "query_only"), said(store._reader, "query_only")) == (0, 1)
    store.close()
    monkeypatch.setattr(connections.sys, "platform", "darwin")
    on_mac = open_store(project_file)
    assert said(on_mac._writer, "fullfsync") == 1
    on_mac.close()


def test_a_connection_that_fails_to_begin_is_closed(project_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(project_file)

    def refuse(*_arguments: object, **_settings: object) -> None:
        raise sqlite3.OperationalError("unable to open database file")

    store._reader.dispose()
    with monkeypatch.context() as patch:
        patch.setattr(connections, "prepare", refuse)
        with pytest.raises(ProjectError, match="project_damaged"):
            store.meta("name")
    assert store.meta("name") == "Essai"
    store.close()


def test_without_effective_ids_the_system_is_asked_plainly(project_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "supports_effective_ids", set())
    store = open_store(project_file)
    assert not store.read_only
    import_article(store)
    store.close()
