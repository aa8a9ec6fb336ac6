"""Documents, tables and references are dropped and chosen like texts, and what they bring is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from shell_setting import settle

from maeditor.formats.article_files import SUFFIXES
from maeditor.services import library
from maeditor.ui.window import Window

DOCUMENT = Path(__file__).parents[1] / "formats" / "read" / "kisumu.docx"
PATIENCE_MS = 30_000


def test_a_document_and_a_table_are_dropped_like_a_text(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    table = tmp_path / "revue.csv"
    table.write_text("titre;texte\nUn quai de plus;Le quai emploie 900 personnes.\n", "utf-8")
    window.import_dropped([DOCUMENT, table])
    qtbot.waitUntil(lambda: not window.jobs.running, timeout=PATIENCE_MS)
    settle()
    assert window.workspace is not None
    titles = {each.title for each in library.articles(window.workspace.desk.runner)}
    assert titles >= {"Kisumu campus doubles its power", "Un quai de plus"}


def test_all_that_is_read_can_be_chosen(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []

    def ask(*arguments: object) -> tuple[list[str], str]:
        shown.append(str(arguments[3]))
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", ask)
    window.commands.call("import-files")
    assert all(f"*{suffix}" in shown[0] for suffix in SUFFIXES)
