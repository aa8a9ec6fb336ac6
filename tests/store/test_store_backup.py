"""A copy is whole or it is not there; what was there before stays."""

from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path

import pytest
from store_samples import a_fact, record_fact

from maeditor.domain.errors import ProjectError
from maeditor.store import backup
from maeditor.store.backup import back_up, copy_whole
from maeditor.store.engine import open_store
from maeditor.store.integrity import check


def test_a_copy_is_the_project(project_file: Path, tmp_path: Path) -> None:
    store = open_store(project_file)
    fact, _ = record_fact(store)
    back_up(store, tmp_path / "copy.maed")
    record_fact(store)
    store.close()
    copy = open_store(tmp_path / "copy.maed")
    with copy.read() as queries:
        assert queries.facts() == (fact,)
    assert list(check(copy)) == []
    copy.close()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["copy.maed", "essai.maed"]


def test_copies_made_while_somebody_writes_are_whole(project_file: Path, tmp_path: Path) -> None:
    store = open_store(project_file)
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            with store.write() as unit:
                unit.begin_action("propose", "Inès")
                unit.facts.add_all([a_fact(unit) for _ in range(20)])
                unit.finish_action()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(10):
            back_up(store, tmp_path / f"copy{number}.maed")
    finally:
        stop.set()
        writer.join()
    store.close()
    for number in range(10):
        copy = open_store(tmp_path / f"copy{number}.maed")
        assert list(check(copy)) == []
        copy.close()


def test_a_copy_that_cannot_be_written_says_so(project_file: Path, tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="backup_failed"):
        copy_whole(project_file, tmp_path / "nowhere" / "copy.maed")


def test_a_damaged_copy_is_not_kept(project_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "copy.maed"
    target.write_text("the copy of yesterday")

    class Odd(sqlite3.Connection):
        def execute(self, statement: str) -> sqlite3.Cursor:
            return super().execute("SELECT 'row 3 missing from index'" if "integrity" in statement else statement)

    def connect(path: Path, mode: str, timeout: float) -> sqlite3.Connection:
        return sqlite3.connect(f"file:{path}?mode={mode}", uri=True, timeout=timeout, factory=Odd)

    with monkeypatch.context() as patch:
        patch.setattr(backup, "connect_file", connect)
        with pytest.raises(ProjectError, match="project_damaged"):
            copy_whole(project_file, target)
    project_file.write_bytes(project_file.read_bytes()[:5000])
    with pytest.raises(ProjectError, match="project_damaged"):
        copy_whole(project_file, target)
    assert target.read_text() == "the copy of yesterday"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["copy.maed", "essai.maed"]


def test_where_folders_cannot_be_synced_the_file_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "O_DIRECTORY")
    backup.sync_folder(tmp_path / "not even there")
