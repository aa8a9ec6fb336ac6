"""What is heard: lists that tell their lines, decisions that are announced, a chart that can be read as a table."""

from __future__ import annotations

import pytest
from accessibility_setting import press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from shell_setting import settle

from maeditor.ui import notices as notices_module
from maeditor.ui.fact_text import isolated
from maeditor.ui.review import deciding, presenter
from maeditor.ui.window import Window

Key = Qt.Key


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is announced."""
    said: list[str] = []

    def hear(_widget: QWidget, text: str) -> None:
        said.append(text)

    monkeypatch.setattr(notices_module, "announce", hear)
    return said


def test_every_decision_and_its_undoing_is_announced(window: Window, heard: list[str]) -> None:
    workspace = window.workspace
    assert workspace is not None
    workspace.facts.list.setFocus()
    settle()
    press("k")  # a fact that nobody decided yet
    press("a")
    press("r")
    press("z", Qt.KeyboardModifier.ControlModifier)
    press("z", Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert len(heard) >= 4
    assert all(heard)
    for said, part in zip(heard, ("accept", "rejet", "annul", "rétabl"), strict=False):
        assert part in said.casefold(), heard


def test_a_review_says_what_was_decided_and_then_the_next_card(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    """Eyes see the next card come: ears must be told what became of the last one, and what stands there now."""
    said: list[str] = []

    def hear(_widget: QWidget, text: str) -> None:
        said.append(text)

    for module in (deciding, presenter):
        monkeypatch.setattr(module, "announce", hear)
    window.commands.call("view-review")
    settle()
    for key, state in (("a", "accepté"), ("r", "rejeté"), (Key.Key_Space, "plus tard")):
        said.clear()
        press(key)
        assert state in said[0].casefold(), said
        assert len(said[-1].split(",")) >= 3, "the card that came: property, value, subject"
    said.clear()
    press("z")
    assert said, "what was taken back is told as well"


def test_the_lines_of_lists_tell_what_is_drawn_in_them(window: Window) -> None:
    workspace = window.workspace
    assert workspace is not None
    lists: list[QAbstractItemView] = [workspace.facts.list, workspace.sidebar.articles]
    for view in lists:
        index = view.model().index(0, 0)
        said = str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
        assert len(said.split(",")) >= 2, said
    fact = str(workspace.facts.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))
    assert "confiance" in fact
    assert any(state in fact for state in ("accepté", "corrigé", "proposé", "rejeté"))


def test_t_shows_the_chart_as_a_table_and_back(window: Window) -> None:
    window.commands.call("view-charts")
    settle()
    workspace = window.workspace
    assert workspace is not None
    press("t")
    table = workspace.charts.table
    assert table.isVisible()
    assert QApplication.focusWidget() is table
    assert table.model().rowCount() > 3
    press("t")
    assert not table.isVisible()


def test_an_arabic_article_runs_from_right_to_left_and_the_next_one_does_not(window: Window) -> None:
    workspace = window.workspace
    assert workspace is not None
    sides: dict[str, bool] = {}
    for _article in range(12):
        surface, gutter = workspace.reader.page.surface, workspace.reader.gutter
        sides[workspace.reader.view.language] = gutter.x() < surface.x() + surface.viewport().x()
        press(Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert sides["ar"]
    assert not sides["fr"]
    assert not sides["en"]


def test_words_of_others_cannot_turn_the_sentence_around_them() -> None:
    hostile = "\u202eabc"
    shown = isolated(hostile)
    assert shown.startswith("\u2068")
    assert shown.endswith("\u2069")
    assert hostile in shown


def test_nothing_moves_by_itself() -> None:
    """No animation is used, so none has to be turned off for people whom movement makes ill."""
    from pathlib import Path

    import maeditor.ui

    code = [path.read_text("utf-8") for path in Path(maeditor.ui.__file__).parent.rglob("*.py")]
    assert not [each[:80] for each in code if "QPropertyAnimation" in each or "QVariantAnimation" in each]
