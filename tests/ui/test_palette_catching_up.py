"""A project of an older version becomes searchable by itself while it is being read."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from maeditor.services import searching
from maeditor.services.projects import open_project
from maeditor.ui.window import Window


def test_an_older_project_becomes_searchable_once_it_is_open(window: Window, qtbot: QtBot) -> None:
    assert window.workspace is not None
    target = window.workspace.target
    window.close_project()
    runner = open_project(Path(target), editor="Inès")
    with runner.store.write() as unit:
        unit.forget_index()
    assert searching.search(runner, "dakhla", "fr").count == 0
    runner.store.close()
    assert window.open(target)
    assert window.workspace is not None
    now = window.workspace.desk.runner
    qtbot.waitUntil(lambda: window.workspace is not None and window.workspace.waking.done, timeout=20_000)
    qtbot.waitUntil(lambda: not window.jobs.running, timeout=20_000)
    assert not searching.is_behind(now)
    assert searching.search(now, "dakhla", "fr").count > 0
