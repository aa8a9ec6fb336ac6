"""A file that cannot be a project is refused with its reason, before anything of it is trusted or written."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from project_files import execute, refused
from store_samples import a_fact, import_article, record_fact

from maeditor.domain.errors import ProjectError
from maeditor.store import connections, files, opening, signature, sqlite_files
from maeditor.store.engine import create_store, open_store


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
    assert int.from_bytes(header[60:64], "big") == int(signature.REVISION)


def test_a_relative_path_goes_on_meaning_the_same_file(
    project_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    store = open_store(project_file.name)
    assert store.target == project_file.name
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    record_fact(store)
    store._writer.dispose()
    record_fact(store)
    assert store.path == project_file
    store.close()


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


def test_a_search_index_that_is_made_otherwise_is_refused(project_file: Path) -> None:
    execute(project_file, "DROP TABLE search_facts", "CREATE VIRTUAL TABLE search_facts USING fts5(words)")
    assert refused(project_file) == "project_foreign_objects"


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
    monkeypatch.setattr(sqlite_files.sys, "platform", "darwin")
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
