"""What is under way in the window survives what happens beside it: a marked passage, the popover and what is typed."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from shell_setting import settle

from maeditor.services import library, reviewing
from maeditor.services.describing import ArticleDetails, describe_article
from maeditor.ui.facts.popover import FactPopover
from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace


def mark(workspace: Workspace, quote: str) -> tuple[int, int]:
    """Mark the first place where a quote stands."""
    text = workspace.reader.view.text
    start = text.replace("\u00a0", " ").replace("\u202f", " ").index(quote)
    workspace.reader.setFocus()
    workspace.reader.select_span(start, start + len(quote))
    settle()
    return start, start + len(quote)


def open_popover(window: Window, workspace: Workspace) -> FactPopover:
    window.commands.call("new-fact")
    settle()
    popover = workspace.facts_presenter.making.popover
    assert popover is not None
    assert popover.isVisible()
    return popover


def other_language(window: Window, _workspace: Workspace) -> None:
    window.choices.choose_language("en")


def undo_of_something_else(window: Window, workspace: Workspace) -> None:
    view = workspace.facts.model.views[-1]
    runner = workspace.desk.runner
    workspace.desk.act(lambda: reviewing.defer_fact(runner, view.fact.id, view.fact.version))
    settle()
    window.undo()


def other_title(_window: Window, workspace: Workspace) -> None:
    runner, article = workspace.desk.runner, workspace.desk.selection.article_id
    known = library.open_article(runner, article).article
    details = ArticleDetails("Un autre titre", known.publisher, known.author, known.published, known.url, "fr")
    workspace.desk.act(lambda: describe_article(runner, article, known.version, details))


def other_theme(window: Window, _workspace: Workspace) -> None:
    window.choices.choose_theme("dark")


@pytest.mark.parametrize("quote", ["500 mégawatts", "Serveurs"])
@pytest.mark.parametrize("happens", [other_language, undo_of_something_else, other_title, other_theme])
def test_the_popover_stays_with_its_passage_and_what_is_typed(
    window: Window, workspace: Workspace, quote: str, happens: Callable[[Window, Workspace], None]
) -> None:
    span = mark(workspace, quote)
    popover = open_popover(window, workspace)
    popover.field.selectAll()
    QTest.keyClicks(popover.field, "1,5 GW")
    happens(window, workspace)
    settle()
    assert popover.isVisible()
    assert popover.field.text() == "1,5 GW"
    assert workspace.desk.selection.span == span
    assert workspace.reader.selected_span() == span
    QTest.keyClick(popover.field, Qt.Key.Key_Return)
    settle()
    new = library.fact_view(workspace.desk.runner, workspace.desk.selection.fact_id)
    assert (new.fact.amount, new.fact.unit) == (Decimal("1.5"), "GW")
    assert workspace.reader.selected_span() is None


def type_over(window: Window, workspace: Workspace) -> None:
    view = next(each for each in workspace.facts.model.views if each.fact.quantity)
    workspace.desk.selection.show_fact(view.fact.id)
    settle()
    window.commands.call("edit-fact")
    QTest.keyClicks(workspace.facts.inspector.form.amount, "77")


def bring_up_popover(window: Window, workspace: Workspace) -> None:
    mark(workspace, "Serveurs")
    open_popover(window, workspace)


def only_mark(_window: Window, workspace: Workspace) -> None:
    mark(workspace, "Serveurs")


def imported(qtbot: QtBot, workspace: Workspace, folder: Path, *, also: tuple[Path, ...] = ()) -> str:
    """Import an article as a drop would, until its facts are proposed; returns its id."""
    file = folder / "phare.txt"
    file.write_text("Le phare\n\nLe phare mesure 63 mètres et compte 301 marches.\n", encoding="utf-8")
    known = {card.id for card in library.articles(workspace.desk.runner)}
    workspace.flow.import_paths([file, *also])
    qtbot.waitUntil(lambda: len(library.articles(workspace.desk.runner)) > len(known), timeout=10_000)
    qtbot.waitUntil(lambda: not workspace.desk.jobs.running, timeout=10_000)
    settle()
    return next(card.id for card in library.articles(workspace.desk.runner) if card.id not in known)


@pytest.mark.parametrize("begin", [type_over, bring_up_popover, only_mark])
def test_an_import_that_ends_takes_nothing_away_and_shows_the_way(
    qtbot: QtBot, window: Window, workspace: Workspace, tmp_path: Path, begin: Callable[[Window, Workspace], None]
) -> None:
    begin(window, workspace)
    here, selection, form = (
        workspace.desk.selection.article_id,
        workspace.desk.selection,
        workspace.facts.inspector.form,
    )
    before = (selection.span, form.typed, workspace.facts_presenter.occupied)
    new = imported(qtbot, workspace, tmp_path)
    assert selection.article_id == here
    assert (selection.span, form.typed, workspace.facts_presenter.occupied) == before
    way = next(each for each in window.main.notices.findChildren(QPushButton) if each.text() == "Ouvrir")
    assert way.isVisible()
    QTest.mouseClick(way, Qt.MouseButton.LeftButton)
    settle()
    assert selection.article_id == new


def test_an_import_is_turned_to_where_nothing_is_under_way(
    qtbot: QtBot, window: Window, workspace: Workspace, tmp_path: Path
) -> None:
    new = imported(qtbot, workspace, tmp_path)
    assert workspace.desk.selection.article_id == new
    assert not any(
        each.isVisible() and each.text() == "Ouvrir" for each in window.main.notices.findChildren(QPushButton)
    )


def test_a_file_that_cannot_be_read_is_told_beside_the_way(
    qtbot: QtBot, window: Window, workspace: Workspace, tmp_path: Path
) -> None:
    mark(workspace, "Serveurs")
    empty = tmp_path / "vide.txt"
    empty.touch()
    imported(qtbot, workspace, tmp_path, also=(empty,))
    assert any(each.text() == "Ouvrir" and each.isVisible() for each in window.main.notices.findChildren(QPushButton))
    window.main.notices.dismiss()
    assert "vide.txt" in window.main.notices.text
