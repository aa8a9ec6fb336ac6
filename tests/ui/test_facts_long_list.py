"""A long list is there at once, put in order behind the window, and reads only what is looked at."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from shell_setting import settle

from maeditor.domain.facts import State
from maeditor.domain.listing import FactFilter, Listing, Sort
from maeditor.services import library, listing, reviewing
from maeditor.ui.facts.pane import FactsPane
from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace


@pytest.fixture
def pane(workspace: Workspace) -> FactsPane:
    return workspace.facts


def test_a_long_project_begins_at_once_and_is_put_in_order_behind_the_window(
    qtbot: QtBot, window: Window, workspace: Workspace, pane: FactsPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "LONG", 10)
    monkeypatch.setattr(listing, "BEGINNING", 7)
    whole = len(library.project_facts(workspace.desk.runner))
    workspace.desk.selection.show_article(library.articles(workspace.desk.runner)[1].id)
    pane.show_scope(whole=True)
    workspace.facts_presenter.refresh()
    assert pane.model.count == 7
    assert pane.header._count.text() == "7+"
    qtbot.waitUntil(lambda: pane.model.count == whole)
    assert pane.header._count.text() == str(whole)
    workspace.facts_presenter.refresh()
    assert pane.model.count == whole, "what is there does not shrink while it is put in order again"
    fact = pane.model.views[0].fact
    workspace.desk.selection.show_fact(fact.id)
    workspace.desk.act(lambda: reviewing.reject_fact(workspace.desk.runner, fact.id))
    settle()
    assert pane.inspector.view is not None
    assert pane.inspector.view.fact.state is State.REJECTED
    shown = pane.model.view_at(pane.model.row_of_number(fact.number))
    assert shown is not None
    assert shown.fact.state is State.REJECTED
    lists = workspace.facts_presenter.listing
    lists.ask(Listing(FactFilter(states=frozenset({State.REJECTED}))))
    qtbot.waitUntil(lambda: 0 < pane.model.count < whole)
    lists.ask(Listing(FactFilter(text="f-0001")))
    qtbot.waitUntil(lambda: pane.model.count == 1)
    lists.ask(Listing())
    assert window.close_project(), "work under way behind the list does not keep a project open"


def test_only_what_is_looked_at_is_read(pane: FactsPane, workspace: Workspace) -> None:
    runner = workspace.desk.runner
    read: list[int] = []

    def fetch(numbers):  # type: ignore[no-untyped-def]
        read.extend(numbers)
        return listing.views(runner, numbers)

    order = listing.whole(runner, Listing(sort=Sort.NUMBER), "fr")
    pane.show_order(order, fetch, "")
    settle()
    assert 0 < len(read) < len(order.numbers)
    before = len(read)
    pane.list.scrollToBottom()
    settle()
    assert before < len(read) <= len(order.numbers)
    assert len(read) == len(set(read)), "nothing is read twice"


def test_the_project_s_list_stays_when_another_article_is_opened(
    qtbot: QtBot, window: Window, workspace: Workspace, pane: FactsPane
) -> None:
    pane.show_scope(whole=True)
    workspace.facts_presenter.refresh()
    lists, articles = workspace.facts_presenter.listing, library.articles(workspace.desk.runner)
    with qtbot.assertNotEmitted(pane.model.modelReset):
        for card in articles[:3]:
            workspace.desk.selection.show_article(card.id)
            assert lists.progress == (card.total - card.remaining, card.total)
    assert pane.inspector.view is None
    pane.show_scope(whole=False)
    workspace.desk.selection.show_article(articles[0].id)
    assert pane.model.count == lists.progress[1]
