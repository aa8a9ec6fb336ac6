"""The sidebar: articles told in words, what remains in a ring, and a rail where the window is narrow."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QListView
from pytestqt.qtbot import QtBot

from maeditor.services.library import ArticleCard, Totals
from maeditor.ui.sidebar.delegate import ArticleDelegate, wrapped
from maeditor.ui.sidebar.model import ArticlesModel, fitted_source
from maeditor.ui.sidebar.pane import RAIL, SidebarPane
from maeditor.ui.sidebar.view_button import ViewButton
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words
from maeditor.wording import Wording


def card(number: int = 1, **details: object) -> ArticleCard:
    given = {
        "title": f"Un parc au bord de la mer {number}",
        "publisher": "Le Port",
        "author": "",
        "published": "2026-03-12",
        "language": "fr",
        "remaining": 4,
        "total": 9,
    }
    return ArticleCard(f"a{number}", number, **{**given, **details})  # type: ignore[arg-type]


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme, words: Words) -> SidebarPane:
    made = SidebarPane(theme, words)
    qtbot.addWidget(made)
    made.resize(256, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_totals(Totals(name="Hub IA Afrique", articles=3, facts=32, proposed=14))
    made.show_articles([card(1), card(2), card(3)], "a1")
    return made


def test_an_article_is_read_aloud_with_source_date_and_what_remains() -> None:
    model = ArticlesModel()
    model.show([card(), card(2, publisher="", published="", remaining=0)], Wording("fr"))
    first, second = (model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2))
    for part in ("Un parc au bord de la mer 1", "Le Port", "12 mars 2026", "4 à revoir"):
        assert part in first
    for part in ("Source à compléter", "sans date", "tout est relu"):
        assert part in second
    assert model.data(model.index(7)) is None


def test_choosing_an_article_tells_once_and_being_told_tells_nobody(qtbot: QtBot, pane: SidebarPane) -> None:
    with qtbot.assertNotEmitted(pane.article_chosen):
        pane.choose_article("a3")
    assert pane.articles.currentIndex().row() == 2
    pane.articles.setFocus()
    with qtbot.waitSignal(pane.article_chosen) as caught:
        QTest.keyClick(pane.articles, Qt.Key.Key_Up)
    assert caught.args == ["a2"]


def test_views_are_chosen_by_mouse_and_by_space(qtbot: QtBot, pane: SidebarPane, words: Words) -> None:
    charts = next(each for each in pane.findChildren(QAbstractButton) if each.text() == words.say("shell.view_charts"))
    with qtbot.waitSignal(pane.view_chosen) as caught:
        QTest.mouseClick(charts, Qt.MouseButton.LeftButton)
    assert caught.args == ["charts"]
    charts.setFocus()
    with qtbot.waitSignal(pane.view_chosen):
        QTest.keyClick(charts, Qt.Key.Key_Space)
    pane.choose_view("read")
    assert not charts.isChecked()


def test_the_rail_keeps_the_views_centred_and_named(qtbot: QtBot, pane: SidebarPane, words: Words) -> None:
    pane.set_rail(True)
    QApplication.processEvents()
    assert pane.width() == RAIL
    assert not pane.articles.isVisible()
    buttons = [each for each in pane.findChildren(QAbstractButton) if each.isVisible()]
    assert len(buttons) >= 3
    for button in buttons:
        middle = button.mapTo(pane, button.rect().center()).x()
        assert abs(middle - RAIL // 2) <= 1, button.accessibleName()
        assert button.accessibleName()
        assert button.toolTip()
    pane.set_rail(False)
    assert pane.articles.isVisible()
    assert pane.maximumWidth() > 256


def test_a_long_project_name_ends_in_an_ellipsis_and_asks_for_no_room(pane: SidebarPane) -> None:
    pane.show_totals(Totals("Un nom de projet qui ne finit jamais " * 5, 3, 32, 14))
    assert pane.minimumSizeHint().width() <= 256


def test_zoom_reaches_rows_tile_and_rail(qtbot: QtBot, pane: SidebarPane, theme: Theme) -> None:
    usual = pane.articles.sizeHintForRow(0)
    theme.set_scale(1.5)
    QApplication.processEvents()
    assert pane._tile.width() == 42
    pane.set_rail(True)
    assert pane.minimumWidth() == round(RAIL * 1.5)
    theme.set_scale(1.0)
    pane.set_rail(False)
    QApplication.processEvents()
    assert pane.articles.sizeHintForRow(0) == usual
    assert pane._tile.width() == 28


def test_a_low_window_gives_titles_one_line(pane: SidebarPane) -> None:
    pane.resize(256, 800)
    QApplication.processEvents()
    tall = pane.articles.sizeHintForRow(0)
    pane.resize(256, 600)
    QApplication.processEvents()
    assert pane.articles.sizeHintForRow(0) < tall


def test_what_remains_and_what_is_done_differ_in_shape(pane: SidebarPane) -> None:
    grey, pictures = QImage.Format.Format_Grayscale8, []
    for shown in (card(), card(remaining=0), card(remaining=1), card(remaining=0, total=0)):
        pane.show_articles([shown], "")
        pictures.append(
            pane.articles.viewport().grab(pane.articles.visualRect(pane.model.index(0))).toImage().convertToFormat(grey)
        )
    for at, one in enumerate(pictures):
        assert all(one != other for other in pictures[at + 1 :])


def test_without_articles_the_list_says_so(pane: SidebarPane, words: Words) -> None:
    pane.show_articles([], "")
    assert pane._empty.isVisible()
    assert pane._empty.text() == words.say("shell.no_articles")
    assert not pane.articles.isVisible()


def test_titles_break_between_words_and_end_in_an_ellipsis(theme: Theme) -> None:
    font = theme.ui_font(13, 500)
    lines = wrapped("Un très long titre 🌊 qui demande au moins quatre lignes de cette largeur", font, 150, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert wrapped("Court", font, 150, 2) == ["Court"]
    assert wrapped("", font, 150, 2) in ([], [""])


def said(told: str) -> str:
    return told.replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize(
    ("language", "whole", "short"),
    [("fr", "12 novembre 2026", "12 nov. 2026"), ("en", "12 November 2026", "12 Nov 2026")],
)
def test_in_a_narrow_row_the_source_gives_way_and_never_the_date(
    theme: Theme, language: str, whole: str, short: str
) -> None:
    """An article whose date ends in dots is one of unknown age."""
    metrics, words = QFontMetrics(theme.ui_font(11)), Wording(language)
    shown = card(publisher="Le Courrier maritime", published="2026-11-12")
    assert said(fitted_source(shown, words, metrics, 400, short=False)) == f"Le Courrier maritime · {whole}"
    for width in (190, 150, 130):
        told = fitted_source(shown, words, metrics, width, short=True)
        assert metrics.horizontalAdvance(told) <= width
        assert said(told).endswith(f" · {short}")
        assert said(told).startswith("Le")
    assert said(fitted_source(shown, words, metrics, 130, short=True)).endswith(f"… · {short}")


def test_the_dates_of_the_list_all_have_one_form(qtbot: QtBot, theme: Theme, words: Words) -> None:
    """« 12 novembre 2026 » above « 12 nov. 2026 » looks like two kinds of dates."""
    view, model = QListView(), ArticlesModel()
    qtbot.addWidget(view)
    view.setModel(model)
    delegate = ArticleDelegate(theme, words, view)
    one, other = card(publisher="Le Cap", published="2026-11-12"), card(publisher="Le Courrier", published="2026-09-30")
    model.show([one], words.wording)
    assert not delegate._dates_are_short(200)
    model.show([one, other], words.wording)
    assert delegate._dates_are_short(180)
    assert not delegate._dates_are_short(400)


def test_in_the_rail_the_count_stands_clear_of_the_icon(qtbot: QtBot, theme: Theme, pane: SidebarPane) -> None:
    """A number over the icon leaves neither to be read."""
    pane.set_rail(True)
    button = next(each for each in pane.findChildren(ViewButton) if each.accessibleName() == "Réviser")
    QApplication.processEvents()
    ink, pictures = theme.colour("text2").rgb(), []
    for count in (0, 145):
        button.show_count(count)
        pictures.append(button.grab().toImage())
    rows = [
        [y for y in range(image.height()) if any(image.pixel(x, y) == ink for x in range(image.width()))]
        for image in pictures
    ]
    alone, counted = rows
    gaps = [above for above, below in pairwise(counted) if below - above > 1]
    assert gaps, "a clear row lies between the icon and its count"
    assert gaps[0] - counted[0] >= alone[-1] - alone[0] - 1, "the icon is whole"
