"""The lane beside the scroll bar: a person would not see where in a long article its facts and open figures stand."""

from __future__ import annotations

import pytest
from omissions_setting import Shift, hold, left, marked, open_article
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot
from reader_setting import FRENCH, article, make_theme, make_words, open_pane, passage
from shell_setting import settle

from maeditor.domain.properties import Family
from maeditor.ui.reader.heights import Heights
from maeditor.ui.reader.overview import MOST, Mark, Overview
from maeditor.ui.window import Window

Key = Qt.Key
pytestmark = pytest.mark.usefixtures("figures_counted")


def overview_of(window: Window) -> Overview:
    found: Overview = window.main.findChild(Overview)
    return found


def point_of(overview: Overview, mark: Mark) -> QPoint:
    x = overview.width() - 6 if mark.fact else 4
    return QPoint(x, overview.top_of(mark) + 1)


def test_every_figure_left_and_every_passage_has_its_mark_in_the_order_of_the_text(window: Window) -> None:
    overview = overview_of(window)
    assert overview.isVisible()
    figures = [each for each in overview.marks if not each.fact]
    passages = [each for each in overview.marks if each.fact]
    assert len(figures) == len(left(window))
    assert len(passages) == len(window.workspace.reader.page.surface.sheet.painting.index.in_order())  # type: ignore[union-attr]
    for marks in (figures, passages):
        assert [each.share for each in marks] == sorted(each.share for each in marks)
    assert {each.colour for each in passages} <= {window.theme.family(each).line for each in Family}


def test_the_lane_stands_beside_the_scroll_bar_and_a_mark_where_its_line_is(window: Window) -> None:
    overview, reader = overview_of(window), window.workspace.reader  # type: ignore[union-attr]
    bar = reader.page.surface.verticalScrollBar()
    assert overview.geometry().right() < reader.page.surface.width() - bar.width()
    hold(window, Key.Key_F8, Shift)
    last = [each for each in overview.marks if not each.fact][-1]
    # Scrolled to the last figure, its mark is beside what the scroll bar shows as seen.
    whole = bar.maximum() + bar.pageStep()
    assert bar.value() / whole - 0.03 <= last.share <= (bar.value() + bar.pageStep()) / whole + 0.03


def test_a_click_leads_to_the_fact_or_the_figure(window: Window) -> None:
    overview, workspace = overview_of(window), window.workspace
    assert workspace is not None
    facts = [each for each in overview.marks if each.fact]
    QTest.mouseClick(overview, Qt.MouseButton.LeftButton, pos=point_of(overview, facts[-1]))
    settle()
    assert workspace.desk.selection.fact_id == facts[-1].fact
    box = workspace.reader.span_box(facts[-1].start, facts[-1].end)
    viewport = workspace.reader.page.surface.viewport()
    assert viewport.rect().contains(viewport.mapFromGlobal(box.center()))
    figures = [each for each in overview.marks if not each.fact]
    QTest.mouseClick(overview, Qt.MouseButton.LeftButton, pos=point_of(overview, figures[0]))
    settle()
    assert marked(window) == left(window)[0]


def test_a_click_beside_all_marks_scrolls_there(window: Window) -> None:
    overview, reader = overview_of(window), window.workspace.reader  # type: ignore[union-attr]
    bar = reader.page.surface.verticalScrollBar()
    fact = window.workspace.desk.selection.fact_id  # type: ignore[union-attr]
    bottom = QPoint(4, overview.height() - 2)
    assert overview.near(bottom) == []
    QTest.mouseClick(overview, Qt.MouseButton.LeftButton, pos=bottom)
    assert bar.value() == bar.maximum()
    assert window.workspace.desk.selection.fact_id == fact  # type: ignore[union-attr]


def test_a_mark_says_what_it_stands_for(window: Window) -> None:
    overview = overview_of(window)
    figure = next(each for each in overview.marks if not each.fact)
    place = point_of(overview, figure)
    QApplication.sendEvent(overview, QHelpEvent(QHelpEvent.Type.ToolTip, place, overview.mapToGlobal(place)))
    assert left(window)[0] in QToolTip.text()
    assert "sans fait" in QToolTip.text()
    QTest.mouseMove(overview, place)
    settle()
    assert overview.cursor().shape() is Qt.CursorShape.PointingHandCursor


def test_with_the_dots_off_figures_leave_the_lane_too(window: Window) -> None:
    window.commands.actions["toggle-omissions"].trigger()
    assert [each for each in overview_of(window).marks if not each.fact] == []


def test_another_article_and_another_language_are_marked_anew(window: Window) -> None:
    overview = overview_of(window)
    before = list(overview.marks)
    open_article(window, "Vingt-trois")
    assert overview.marks != before
    window.words.set_language("en")
    settle()
    assert "without a fact" in overview.said(next(each for each in overview.marks if not each.fact))


def test_a_short_article_and_one_of_countless_passages_have_no_bars(qtbot: QtBot) -> None:
    """What fits the window needs no overview; ten thousand bars would be one bar."""
    short = "Un titre\n\nUne salle de 40 MW."
    pane = open_pane(qtbot, article(short, passage(short, "40 MW")))
    overview = Overview(make_theme(), make_words(), pane.page)
    overview.show_figures([(0, 2)])
    assert not overview.isVisible()
    many = [passage(FRENCH, FRENCH[at : at + 9], fact=f"f{at}") for at in range(60, 60 + MOST + 1)]
    pane.show_article(article(FRENCH, *many))
    settle()
    overview.show_figures([(70, 74)])
    assert overview.isVisible()
    assert [each.fact for each in overview.marks] == [""]


def test_of_countless_figures_those_apart_are_marked_and_none_is_far_from_a_mark(qtbot: QtBot) -> None:
    """Ten thousand dots took longer to place than a decision takes; a gap would say that nothing is left there."""
    pane = open_pane(qtbot, article(FRENCH))
    heights = Heights.of(pane.page.surface)
    assert heights is not None
    overview = Overview(make_theme(), make_words(), pane.page)
    figures = [(at, at + 1) for at in range(len(FRENCH) - 5 * MOST, len(FRENCH) - 1)]
    overview.show_figures(figures)
    settle()
    marks = overview.marks
    assert {(each.start, each.end) for each in marks} <= set(figures)
    assert 1 < len(marks) <= overview.height() // 3
    shares = [each.share for each in marks]
    assert all(
        min(abs(heights.share(start) - share) for share in shares) <= 4 / overview.height() for start, _ in figures
    )


def test_heights_lead_there_and_back(qtbot: QtBot) -> None:
    """Where words were found is marked where they stand."""
    pane = open_pane(qtbot, article(FRENCH))
    heights = Heights.of(pane.page.surface)
    assert heights is not None
    for place in (FRENCH.index("aura"), FRENCH.index("Une longue"), FRENCH.index("la fin")):
        assert abs(heights.place(heights.share(place)) - place) <= 40
    assert heights.place(0.0) == 0
    assert heights.place(1.0) == len(FRENCH)
