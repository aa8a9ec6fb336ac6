"""The charts view on a real project: it reads late, follows what is saved, and leads to the reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from charts_scenes import point_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from maeditor.domain.anchors import Span
from maeditor.domain.changes import Done
from maeditor.domain.facts import Lifecycle
from maeditor.domain.values import Comparator, Quantity
from maeditor.services import figures, library, reviewing
from maeditor.services.annotating import FactDraft, FactStatement, record_fact, remove_evidence
from maeditor.services.importing import import_paths
from maeditor.services.projects import create_project
from maeditor.services.runner import ActionRunner
from maeditor.ui.bulletin import Bulletin
from maeditor.ui.charts.pane import ChartsPane
from maeditor.ui.charts.presenter import ChartsPresenter
from maeditor.ui.desk import Desk
from maeditor.ui.jobs import Jobs
from maeditor.ui.notices import Notices
from maeditor.ui.selection import Selection
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

ARTICLE = "Un campus à Nador 🏗️\n\nLe groupe Rifdata prévoit 120 MW à Nador en 2028.\n\nÀ Safi, au plus 60 MW.\n"


@dataclass
class Setting:
    """A window's worth of parts around one project."""

    runner: ActionRunner
    article: str
    text: str
    desk: Desk
    pane: ChartsPane
    presenter: ChartsPresenter

    def record(self, quote: str, place: str, amount: str, comparator: Comparator = Comparator.EQUAL) -> Done:
        start = self.text.index(quote)
        quantity = Quantity.of(Decimal(amount), "MW", comparator)
        statement = FactStatement(
            "capacity_power", "campus", quantity, raw=quote, place=place, lifecycle=Lifecycle.PLANNED
        )
        draft = FactDraft(self.article, Span(start, start + len(quote)), statement)
        done = self.desk.act(lambda: record_fact(self.runner, draft))
        assert done is not None
        return done


@pytest.fixture
def setting(qtbot: QtBot, tmp_path: Path) -> Setting:
    file = tmp_path / "article.txt"
    file.write_text(ARTICLE, "utf-8")
    runner = create_project(tmp_path / "p.maed", "Essai", editor="Amina")
    article = import_paths(runner, [file]).article_ids[0]
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1300, 800)
    theme, words, bulletin = Theme(), Words("fr"), Bulletin()

    def act(work: Callable[[], Done]) -> Done:
        done = work()
        bulletin.publish(done)
        return done

    desk = Desk(runner, bulletin, Selection(), theme, words, Jobs(window), Notices(theme, words, window), act)
    pane = ChartsPane(theme, words, window)
    pane.resize(1300, 800)
    presenter = ChartsPresenter(desk, pane)
    with qtbot.waitExposed(window):
        window.show()
    yield Setting(runner, article, library.open_article(runner, article).text, desk, pane, presenter)
    runner.store.close()


def test_nothing_is_read_before_the_view_is_in_front(setting: Setting, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every saved action would otherwise cost a reading of all facts."""
    reads = []
    real = figures.capacity_figure
    monkeypatch.setattr(figures, "capacity_figure", lambda *args: reads.append(1) or real(*args))
    setting.record("120 MW", "Nador", "120")
    assert reads == []
    setting.desk.selection.show_view("charts")
    assert len(reads) == 1
    setting.desk.selection.show_view("read")
    setting.desk.selection.show_view("charts")
    assert len(reads) == 1
    assert setting.pane.table_model.rowCount() == 1


def test_what_is_saved_is_drawn_at_once(setting: Setting) -> None:
    setting.desk.selection.show_view("charts")
    assert setting.pane.nothing.isVisible()
    done = setting.record("120 MW", "Nador", "120")
    setting.record("60 MW", "Safi", "60", Comparator.AT_MOST)
    assert setting.pane.plot is not None
    assert [row.name for row in setting.pane.plot.arranged.rows] == ["Nador", "Safi"]
    fact_id = done.record_ids("facts")[0]
    setting.desk.act(lambda: reviewing.reject_fact(setting.runner, fact_id))
    assert [row.name for row in setting.pane.plot.arranged.rows] == ["Safi"]


def test_a_click_shows_the_passage_and_enter_opens_it_in_the_reader(setting: Setting, qtbot: QtBot) -> None:
    """The way from a drawn figure back to the words that say it."""
    fact_id = setting.record("120 MW", "Nador", "120").record_ids("facts")[0]
    setting.desk.selection.show_view("charts")
    pane, selection = setting.pane, setting.desk.selection
    assert pane.plot is not None
    qtbot.mouseClick(pane.plot.viewport(), Qt.MouseButton.LeftButton, pos=point_of(pane, fact_id))
    assert pane.passage.quote.text == "Le groupe Rifdata prévoit 120 MW à Nador en 2028."
    excerpt = pane.passage.excerpt
    assert excerpt is not None
    assert [excerpt.text[a:b] for a, b in excerpt.marked] == ["120 MW"]
    with qtbot.waitSignal(selection.passage_wanted) as said:
        QTest.keyClick(pane.plot, Qt.Key.Key_Return)
    article, start, end = said.args
    assert article == setting.article
    assert setting.text[start:end] == "120 MW"
    assert selection.view == "read"
    assert (selection.article_id, selection.fact_id) == (setting.article, fact_id)


def test_the_fact_chosen_elsewhere_is_chosen_here(setting: Setting) -> None:
    fact_id = setting.record("120 MW", "Nador", "120").record_ids("facts")[0]
    setting.desk.selection.show_fact(fact_id)
    setting.desk.selection.show_view("charts")
    assert setting.pane.chosen == fact_id
    assert setting.pane.passage.excerpt is not None


def test_the_view_opens_on_a_figure_with_its_passage(setting: Setting) -> None:
    """Whoever opens the view sees at once that every mark has words behind it."""
    setting.record("60 MW", "Safi", "60")
    largest = setting.record("120 MW", "Nador", "120").record_ids("facts")[0]
    setting.desk.selection.show_view("charts")
    assert setting.pane.chosen == largest
    assert setting.pane.passage.open_button.isVisible()


def test_a_saved_change_keeps_the_zoom(setting: Setting) -> None:
    for place, amount in (("Nador", "120"), ("Safi", "6000"), ("Taza", "1")):
        setting.record("120 MW", place, amount)
    setting.desk.selection.show_view("charts")
    plot = setting.pane.plot
    assert plot is not None
    plot._box.setXRange(1, 2, padding=0)
    setting.record("60 MW", "Safi", "60")
    assert plot.arranged.scale.low == pytest.approx(1)
    assert len(plot.arranged.marks) == 4


def test_a_fact_that_lost_its_passage_says_so(setting: Setting, qtbot: QtBot) -> None:
    done = setting.record("120 MW", "Nador", "120")
    setting.desk.selection.show_view("charts")
    evidence = done.record_ids("evidence")[0]
    setting.desk.act(lambda: remove_evidence(setting.runner, evidence))
    panel = setting.pane.passage
    assert panel.excerpt is not None
    assert not panel.excerpt.found
    assert not panel.open_button.isVisible()
    assert panel._hint.text() == setting.desk.words.say("charts.passage_missing")
    with qtbot.assertNotEmitted(setting.pane.passage_wanted):
        QTest.keyClick(setting.pane, Qt.Key.Key_Return)


def test_by_subject(setting: Setting, qtbot: QtBot) -> None:
    setting.record("120 MW", "Nador", "120")
    setting.record("60 MW", "Safi", "60")
    setting.desk.selection.show_view("charts")
    buttons = list(setting.pane.header.buttons.values())
    qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert setting.pane.plot is not None
    assert [row.name for row in setting.pane.plot.arranged.rows] == ["campus"]


def test_the_empty_view_leads_to_the_articles(setting: Setting, qtbot: QtBot) -> None:
    setting.desk.selection.show_view("charts")
    qtbot.mouseClick(setting.pane.nothing.button, Qt.MouseButton.LeftButton)
    assert setting.desk.selection.view == "read"


def test_saving_asks_where_and_says_what_it_did(
    setting: Setting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    setting.record("120 MW", "Nador", "120")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "graphe"), ""))
    setting.presenter.export_svg()
    setting.presenter.export_png()
    assert (tmp_path / "graphe.svg").read_bytes().startswith(b"<?xml")
    assert (tmp_path / "graphe.png").read_bytes().startswith(b"\x89PNG")
    assert "graphe.png" in setting.desk.notices.text


def test_a_place_that_cannot_be_written_gives_one_clear_line(
    setting: Setting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    setting.record("120 MW", "Nador", "120")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "nowhere" / "g.png"), ""))
    setting.pane.header.save_asked.emit("png")
    assert "g.png" in setting.desk.notices.text


def test_an_empty_chart_is_not_saved(setting: Setting, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty picture in a report would look like a result."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: pytest.fail("asked where to save nothing"))
    setting.presenter.export_png()
    assert setting.desk.notices.text == setting.desk.words.say("charts.empty")


def test_a_dialog_that_is_closed_saves_nothing(setting: Setting, monkeypatch: pytest.MonkeyPatch) -> None:
    setting.record("120 MW", "Nador", "120")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    setting.presenter.export_png()
    assert not setting.desk.notices.isVisible()
