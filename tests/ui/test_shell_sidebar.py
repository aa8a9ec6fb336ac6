"""The sidebar: how an editor finds the next article and sees what is left to do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtGui import QFontMetrics
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from maeditor.services.library import ArticleCard, Totals
from maeditor.ui.sidebar.delegate import title_direction, wrapped
from maeditor.ui.sidebar.model import ArticlesModel
from maeditor.ui.sidebar.pane import RAIL, SidebarPane
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words
from maeditor.wording import Wording

LONG = "Un titre d’article bien trop long pour deux lignes d’un volet étroit, avec des mots et encore des mots"
CARDS = (
    ArticleCard("a", 1, LONG, "Le Relais", "", "2026-01-22", "fr", 4, 9),
    ArticleCard("b", 2, "Tout est relu", "", "", "", "fr", 0, 5),
    ArticleCard("c", 3, "محطة على البحر", "الصحيفة", "", "2026-02", "ar", 1, 1),
)


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme, words: Words) -> SidebarPane:
    shown = SidebarPane(theme, words)
    qtbot.addWidget(shown)
    shown.resize(256, 800)
    shown.show()
    shown.show_totals(Totals("Projet", 3, 15, 5))
    shown.show_articles(CARDS, "a")
    return shown


def test_the_model_keeps_qt_s_rules(qtmodeltester: ModelTester) -> None:
    model: QAbstractItemModel = ArticlesModel()
    assert isinstance(model, ArticlesModel)
    model.show(CARDS, Wording("fr"))
    qtmodeltester.check(model)


def test_a_screen_reader_hears_title_source_and_what_is_left(pane: SidebarPane) -> None:
    spoken = [pane.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert spoken[0].startswith(LONG)
    assert "Le Relais" in spoken[0]
    assert "4 à revoir" in spoken[0]
    assert "Source à compléter" in spoken[1]
    assert "tout est relu" in spoken[1]


def test_an_article_with_figures_left_is_not_done_though_its_facts_are(pane: SidebarPane) -> None:
    done = pane.grab().toImage()
    told = replace(CARDS[1], unattached=3)
    assert CARDS[1].done
    assert not told.done
    assert replace(told, unattached=0).done
    pane.show_articles((CARDS[0], told, CARDS[2]), "a")
    assert "3 chiffres sans fait" in pane.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert pane.grab().toImage() != done


def test_an_article_of_which_every_figure_is_dismissed_is_done() -> None:
    nothing = replace(CARDS[1], total=0, unattached=2)
    assert not nothing.done
    assert replace(nothing, unattached=0, dismissed=2).done


def test_an_article_without_facts_and_figures_is_done_once_that_is_known() -> None:
    nothing = replace(CARDS[1], total=0, remaining=0, unattached=None)
    assert not nothing.done, "nobody has counted its figures"
    assert replace(nothing, unattached=0).done


def test_arrows_and_clicks_choose_an_article(qtbot: QtBot, pane: SidebarPane) -> None:
    chosen: list[str] = []
    pane.article_chosen.connect(chosen.append)
    qtbot.keyClick(pane.articles, Qt.Key.Key_Down)
    third = pane.articles.visualRect(pane.model.index(2)).center()
    qtbot.mouseClick(pane.articles.viewport(), Qt.MouseButton.LeftButton, pos=third)
    assert chosen == ["b", "c"]


def test_what_the_program_chooses_is_not_told_back(pane: SidebarPane) -> None:
    chosen: list[str] = []
    pane.article_chosen.connect(chosen.append)
    pane.choose_article("c")
    assert pane.articles.currentIndex().row() == 2
    assert chosen == []


def test_new_counts_keep_the_place_in_the_list(pane: SidebarPane) -> None:
    pane.choose_article("b")
    pane.show_articles((CARDS[0], CARDS[1], CARDS[2]), "b")
    assert pane.articles.currentIndex().row() == 1


def test_folded_it_is_a_rail_of_named_icons(qtbot: QtBot, pane: SidebarPane, theme: Theme) -> None:
    pane.set_rail(True)
    assert pane.maximumWidth() == theme.px(RAIL)
    assert not pane.articles.isVisible()
    pane.set_rail(False)
    assert pane.articles.isVisible()
    with qtbot.waitSignal(pane.view_chosen) as told:
        qtbot.mouseClick(pane.findChild(type(next(iter(pane._views.values())))), Qt.MouseButton.LeftButton)
    assert told.args == ["read"]


def test_every_row_is_drawn_with_its_ring_and_tag(pane: SidebarPane, theme: Theme) -> None:
    picture = pane.articles.grab().toImage()
    done = pane.articles.visualRect(pane.model.index(1))
    ring = QPoint(done.right() - theme.px(8 + 10 + 9), done.top() + theme.px(1 + 11 + 2))
    assert picture.pixelColor(ring).name() == theme.colour("accent").name()


def test_titles_break_by_words_and_end_with_dots(theme: Theme) -> None:
    font = theme.ui_font(13, 500)
    lines = wrapped(LONG, font, 180, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(QFontMetrics(font).horizontalAdvance(line) <= 181 for line in lines)
    assert wrapped("🔋🔋 " * 30, font, 100, 2)[0].startswith("🔋")
    assert wrapped("", font, 100, 2) == [] or wrapped("", font, 100, 2) == [""]


def test_an_arabic_title_runs_from_the_right() -> None:
    assert title_direction("2026: محطة") is Qt.LayoutDirection.RightToLeft
    assert title_direction("Maroc : محطة") is Qt.LayoutDirection.LeftToRight
    assert title_direction("123") is Qt.LayoutDirection.LeftToRight
