"""A project that cannot be written says so before anybody works in it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from shell_setting import settle

from maeditor.services import projects
from maeditor.services.projects import open_to_show
from maeditor.services.runner import ActionRunner
from maeditor.ui.window import Window


@pytest.fixture
def closed(sample: Path) -> Iterator[str]:
    """A project that may be read and not written, in a folder that everybody can reach."""
    folder = Path(tempfile.mkdtemp(prefix="maeditor-"))
    path = Path(shutil.copy(sample, folder / "lecture.maed"))
    path.chmod(0o444)
    folder.chmod(0o555)
    yield str(path)
    folder.chmod(0o755)
    shutil.rmtree(folder)


def open_as_nobody(target: str, **details: Any) -> ActionRunner:
    """Open a project without root's right to write everything, where the tests run as root."""
    if os.geteuid() != 0:
        return open_to_show(target, **details)
    os.seteuid(65534)
    try:
        return open_to_show(target, **details)
    finally:
        os.seteuid(0)


@pytest.mark.parametrize(("language", "told"), [("fr", "Lecture seule"), ("en", "Read-only")])
def test_a_read_only_project_is_not_called_saved(
    window: Window, closed: str, monkeypatch: pytest.MonkeyPatch, language: str, told: str
) -> None:
    window.choices.choose_language(language)
    status = window.main.status
    settle()
    assert status.state == window.words.say("status.saved")
    writable = status.grab().toImage()
    monkeypatch.setattr(projects, "open_to_show", open_as_nobody)
    assert window.open(closed)
    settle()
    assert status.state == told
    assert status.grab().toImage() != writable
    window.close_project()
    assert status.state == window.words.say("status.ready")
