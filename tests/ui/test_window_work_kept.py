"""What is under way in the window survives what happens beside it: a marked passage, the popover and what is typed."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from shell_setting import settle

from maeditor.services import library, reviewing
from maeditor.services.describing import ArticleDetails, describe_article
from maeditor.ui.facts.popover import FactPopover
from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace


@pytest.fixture
def workspace(window: Window) -> Workspace:
    assert window.workspace is not None
    return window.workspace


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
    popover = workspace.facts_presenter._popover
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
