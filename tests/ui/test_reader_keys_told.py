"""The keys told at the window's foot while one reads, and Delete in the text: a key not told is a key not found."""

from __future__ import annotations

from pathlib import Path

import pytest
from omissions_setting import Control, Key, hold, left, open_article, press
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from reader_setting import point_on
from shell_setting import settle

from maeditor.services import library
from maeditor.ui import context_keys
from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace

pytestmark = pytest.mark.usefixtures("figures_counted")


def opened(window: Window) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def told(window: Window) -> list[str]:
    """What stands at the window's foot, as it was last told."""
    return [text_key for _cap, text_key in window.main.status.keys]


def said(rows: context_keys.Rows) -> list[str]:
    return [text_key for _name, text_key in rows]


def test_while_figures_are_left_their_keys_are_told(window: Window) -> None:
    opened(window).reader.setFocus()
    settle()
    assert told(window) == said(context_keys.LEFT)
    assert "status.key_omission" in told(window)
    press(window, Key.Key_F8)
    assert told(window) == said(context_keys.FIGURE)
    assert {"status.key_dismiss", "status.key_omission"} <= set(told(window))
    press(window, Key.Key_Escape)
    assert told(window) == said(context_keys.LEFT)


def test_words_without_a_figure_are_linked_or_made_a_fact(window: Window) -> None:
    reader = opened(window).reader
    start = reader.view.text.index("Serveurs")
    reader.select_span(start, start + 8)
    assert told(window) == said(context_keys.MARKED)


def test_after_the_last_figure_its_keys_go(window: Window) -> None:
    open_article(window, "L’eau, l’électricité")
    press(window, Key.Key_F8)
    for _figure in left(window):
        press(window, "d", "r")
    assert told(window) == said(context_keys.READER)
    hold(window, Key.Key_Z, Control)
    assert told(window) == said(context_keys.LEFT)


def test_an_empty_project_says_how_to_fill_it_in_one_sentence_with_one_key(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page has the keyboard's way in: Enter on its button, or the key that stands on it."""
    window.create(tmp_path / "neuf.maed")
    settle()
    blank = opened(window).reader.page.blank
    assert blank.isVisible()
    assert blank.button.accessibleName() == blank.button.text()
    assert told(window) == said(context_keys.EMPTY)
    opened(window).reader.setFocus()
    settle()
    assert blank.button.hasFocus()
    asked: list[bool] = []
    opened(window).sidebar.import_asked.connect(lambda: asked.append(True))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args, **_kind: ([], ""))
    press(window, Key.Key_Space)
    assert asked == [True]


def test_an_article_without_facts_is_told_no_key_for_facts(window: Window, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("Carnet\n\nLa salle est calme.\n\nOn y entend le souffle des machines.")
    window.commands.call("paste-article")
    reader = opened(window).reader
    qtbot.waitUntil(lambda: reader.view.title == "Carnet", timeout=10_000)
    reader.setFocus()
    settle()
    assert told(window) == said(context_keys.BARE)


def passages(window: Window) -> list[tuple[int, int]]:
    desk = opened(window).desk
    view = library.fact_view(desk.runner, desk.selection.fact_id)
    return sorted((each.passage.start, each.passage.end) for each in view.evidence)


@pytest.mark.parametrize("which", [0, 1])
def test_delete_in_the_text_detaches_the_passage_under_the_caret(window: Window, which: int) -> None:
    """A fact said twice: the one read is let go, not the other; undo brings it back."""
    workspace = opened(window)
    workspace.choose_telling_fact()
    settle()
    before = passages(window)
    assert len(before) == 2
    start, end = before[which]
    reader = workspace.reader
    reader.scroll_to(start, end)
    settle()
    fact = workspace.desk.selection.fact_id
    for _click in range(2):
        # Where two facts lie, a second click goes on to the other.
        QTest.mouseClick(reader.page.surface.viewport(), Qt.MouseButton.LeftButton, pos=point_on(reader, start + 4))
        settle()
        if workspace.desk.selection.fact_id == fact:
            break
    press(window, Key.Key_Delete)
    assert passages(window) == [before[1 - which]]
    hold(window, Key.Key_Z, Control)
    assert passages(window) == before


def test_delete_in_the_text_without_a_caret_does_as_in_the_list(window: Window) -> None:
    workspace = opened(window)
    workspace.choose_telling_fact()
    workspace.reader.setFocus()
    settle()
    before = passages(window)
    press(window, Key.Key_Delete)
    assert passages(window) == before[:1]
