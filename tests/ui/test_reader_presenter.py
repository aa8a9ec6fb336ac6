"""The reader would show what the project no longer says, or lose the line being read with every change."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from reader_setting import make_theme, make_words, point_on

from maeditor.domain.anchors import Span
from maeditor.domain.changes import Done
from maeditor.domain.facts import State
from maeditor.services import annotating, importing, projects, refreshing, reviewing, undoing
from maeditor.services.annotating import FactDraft, FactStatement
from maeditor.services.library import FactView, OpenArticle
from maeditor.services.runner import ActionRunner
from maeditor.ui.bulletin import Bulletin
from maeditor.ui.desk import Desk
from maeditor.ui.jobs import Jobs
from maeditor.ui.notices import Notices
from maeditor.ui.reader.pane import ReaderPane
from maeditor.ui.reader.presenter import ReaderPresenter
from maeditor.ui.selection import Selection

FIRST = (
    "Le port aura son parc\n\nLe parc du port fournira 40 mégawatts dès 2028, dit la ville. "
    "Une deuxième tranche de 60 mégawatts suivra.\n\n" + "Rien de chiffré ne se dit dans cette suite de phrases. " * 60
)
SECOND = "Une autre nouvelle\n\nLa gare neuve compte douze quais et une halle.\n"


@dataclass
class Room:
    """A project with two articles, a reader on it, and the desk between."""

    desk: Desk
    pane: ReaderPane
    presenter: ReaderPresenter
    first: str
    second: str

    def act(self, done: Done) -> Done:
        """Publish what a service did, as the window does."""
        self.desk.bulletin.publish(done)
        return done

    def record(self, quote: str) -> Done:
        """Make a fact of a quote of the first article."""
        start = FIRST.index(quote)
        statement = FactStatement("note", "Parc", text_value=quote)
        draft = FactDraft(self.first, Span(start, start + len(quote)), statement)
        return self.act(annotating.record_fact(self.desk.runner, draft))


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Room:
    """The room, with the first article open."""
    runner = projects.create_project(tmp_path / "p.maed", "Essai", editor="ada")
    ids = [importing.import_text(runner, text).article_ids[0] for text in (FIRST, SECOND)]
    theme, words = make_theme(), make_words()
    window = QWidget()
    qtbot.addWidget(window)
    selection = Selection(window)
    act: Callable[[Callable[[], Done]], Done | None] = lambda call: call()  # noqa: E731
    desk = Desk(runner, Bulletin(), selection, theme, words, Jobs(window), Notices(theme, words, window), act)
    pane = ReaderPane(theme, words)
    qtbot.addWidget(pane)
    pane.resize(780, 500)
    with qtbot.waitActive(pane):
        pane.show()
        pane.activateWindow()
    presenter = ReaderPresenter(desk, pane, window)
    selection.show_article(ids[0])
    yield Room(desk, pane, presenter, *ids)
    runner.store.close()


def _states(room: Room) -> dict[str, State]:
    return {room.pane.view.text[each.start : each.end]: each.state for each in room.pane.view.highlights}


def test_an_action_shows_at_once_and_undo_takes_it_back(room: Room) -> None:
    """A fact recorded, accepted, undone: the page follows each, and what was read stays in place."""
    room.pane.page.surface.verticalScrollBar().setValue(60)
    room.record("40 mégawatts")
    assert _states(room) == {"40 mégawatts": State.ACCEPTED}
    fact = room.pane.view.highlights[0].fact_id
    room.act(reviewing.reject_fact(room.desk.runner, fact))
    assert _states(room) == {"40 mégawatts": State.REJECTED}
    room.act(undoing.undo(room.desk.runner))
    room.act(undoing.undo(room.desk.runner))
    assert _states(room) == {}
    assert room.pane.page.surface.verticalScrollBar().value() == 60


def test_what_touches_nothing_shown_costs_nothing(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    """An action elsewhere reads nothing again; one here reads its fact, and not the article that it stands in."""
    room.record("40 mégawatts")
    opened: list[str] = []
    read: list[set[str]] = []

    def opening(_runner: ActionRunner, article_id: str) -> OpenArticle:
        opened.append(article_id)
        raise AssertionError

    def reading(runner: ActionRunner, fact_ids: Iterable[str]) -> tuple[FactView, ...]:
        read.append(set(fact_ids))
        return refreshing.facts_now(runner, read[-1])

    monkeypatch.setattr("maeditor.ui.reader.presenter.library.open_article", opening)
    monkeypatch.setattr("maeditor.ui.reader.presenter.facts_now", reading)
    start = SECOND.index("douze")
    statement = FactStatement("site_count", "Gare", text_value="douze quais")
    draft = FactDraft(room.second, Span(start, start + 5), statement)
    room.act(annotating.record_fact(room.desk.runner, draft))
    assert read == []
    done = room.record("60 mégawatts")
    assert len(read) == 1
    assert read[0].issuperset(done.record_ids("facts"))
    assert opened == []
    assert set(_states(room)) == {"40 mégawatts", "60 mégawatts"}


def test_choosing_goes_both_ways(room: Room) -> None:
    """A click on the page selects the fact for all panes; a fact selected elsewhere is washed and scrolled to."""
    room.record("40 mégawatts")
    room.record("60 mégawatts")
    one, other = (each.fact_id for each in room.pane.view.highlights)
    place = point_on(room.pane, FIRST.index("40 mégawatts") + 4)
    QTest.mouseClick(room.pane.page.surface.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert room.desk.selection.fact_id == one
    assert room.pane.page.surface.sheet.painting.selected == one
    room.pane.page.surface.verticalScrollBar().setValue(10_000)
    room.desk.selection.show_fact(other)
    assert room.pane.page.surface.sheet.painting.selected == other
    point_on(room.pane, FIRST.index("60 mégawatts"))  # in view again, else it says so
    room.presenter.previous_fact()
    assert room.desk.selection.fact_id == one
    room.presenter.previous_fact()
    assert room.desk.selection.fact_id == one
    room.presenter.next_fact()
    assert room.desk.selection.fact_id == other


def test_a_passage_chosen_is_marked_until_it_is_recorded(room: Room) -> None:
    """The fact form learns which passage is meant; once it is a fact, its underline takes the choice's place."""
    start = FIRST.index(" 40 mégawatts")
    room.pane.select_span(start, start + 14)
    assert room.desk.selection.span == (start + 1, start + 13)
    assert room.desk.selection.place.y() > 0
    room.presenter.grow_selection()
    span = room.desk.selection.span
    assert span is not None
    assert FIRST[slice(*span)].endswith("dit la ville.")
    room.presenter.shrink_selection()
    room.record("40 mégawatts")
    assert room.desk.selection.span is None
    assert room.pane.selected_span() is None


def test_the_way_back_leads_to_the_line_that_was_left(room: Room) -> None:
    """Another article and back: the page stands as it stood."""
    room.pane.page.surface.verticalScrollBar().setValue(300)
    left = room.pane.reading_place()
    room.desk.selection.show_article(room.second)
    assert room.pane.view.title == "Une autre nouvelle"
    assert room.pane.header.back.isEnabled()
    QTest.mouseClick(room.pane.header.back, Qt.MouseButton.LeftButton)
    assert room.desk.selection.article_id == room.first
    assert room.pane.reading_place()[0] == left[0]
    QTest.mouseClick(room.pane.header.forward, Qt.MouseButton.LeftButton)
    assert room.desk.selection.article_id == room.second


def test_an_article_taken_back_leaves_an_empty_page(room: Room) -> None:
    """Undoing an import while the article is open is no crash and shows no ghost."""
    room.desk.selection.show_article(room.second)
    room.act(undoing.undo(room.desk.runner))
    assert room.pane.view.article_id == ""
    room.act(undoing.redo(room.desk.runner))
    assert room.pane.view.article_id == room.second


def test_a_passage_from_elsewhere_is_gone_to(room: Room) -> None:
    """From the chart to the words: the article opens where they stand."""
    place = FIRST.rindex("Rien de chiffré")
    room.desk.selection.show_article(room.second)
    room.desk.selection.show_passage(room.first, place, place + 4)
    point_on(room.pane, place)


def test_labels_follow_the_language(room: Room) -> None:
    """Tips and screen reader speak the language chosen, at once."""
    room.record("40 mégawatts")
    french = room.pane.view.highlights[0].label
    room.desk.words.set_language("en")
    assert room.pane.view.highlights[0].label != french
    assert "words" in room.pane.page.surface.accessibleDescription()
    room.desk.words.set_language("fr")
    assert room.pane.view.highlights[0].label == french
