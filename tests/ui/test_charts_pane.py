"""The charts view under real keys and the mouse."""

from __future__ import annotations

import subprocess
import sys

import pytest
from accessibility_setting import name_of
from charts_scenes import LANGUAGES, fact, figure, open_pane, point_of, some_facts
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from maeditor.domain.facts import Lifecycle, State
from maeditor.services.figures import Grouping
from maeditor.ui.charts.drawing import HALF_LINE, halo_of, is_whole
from maeditor.ui.charts.pane import ChartsPane
from maeditor.ui.charts.plot import CapacityPlot
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words


def plot_of(pane: ChartsPane) -> CapacityPlot:
    assert pane.plot is not None
    return pane.plot


def press(pane: ChartsPane, key: Qt.Key) -> None:
    focus = QApplication.focusWidget() or pane
    QTest.keyClick(focus, key)


def test_the_pane_costs_no_plotting_library_until_it_draws() -> None:
    """The window would open half a second later."""
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from maeditor.ui.charts.pane import ChartsPane; from maeditor.ui.charts.presenter import ChartsPresenter;"
        "from maeditor.ui.theme import Theme; from maeditor.ui.wording import Words;"
        "pane = ChartsPane(Theme(), Words('fr')); pane.show();"
        "sys.exit(any(name in sys.modules for name in ('pyqtgraph', 'numpy')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=120).returncode == 0


def test_marks_are_painted_where_their_value_says(qtbot: QtBot) -> None:
    """Read off the screen: the disc of 12 MW stands between the lines of 10 and 100 MW, a twelfth of a decade on."""
    pane = open_pane(
        qtbot, [fact("Nador", "12", number=1), fact("Safi", "10", number=2), fact("Taza", "100", number=3)]
    )
    plot = plot_of(pane)
    image = plot.grab().toImage()
    accent = pane._theme.colour("accent")
    centres = {}
    for name in ("f1", "f2", "f3"):
        y = point_of(pane, name).y()
        inked = [x for x in range(image.width()) if image.pixelColor(x, y) == accent]
        centres[name] = (inked[0] + inked[-1]) / 2
    decade = centres["f3"] - centres["f2"]
    assert centres["f1"] - centres["f2"] == pytest.approx(decade * 0.07918, abs=1)


def test_a_click_chooses_and_shows_the_passage(qtbot: QtBot) -> None:
    pane = open_pane(qtbot)
    with qtbot.waitSignal(pane.fact_chosen) as said:
        qtbot.mouseClick(plot_of(pane).viewport(), Qt.MouseButton.LeftButton, pos=point_of(pane, "f7"))
    assert said.args == ["f7"]
    assert pane.chosen == "f7"
    assert "40 à 386" in pane.passage.rows()[1][1].replace("–", "à")
    assert pane.passage.quote.text.startswith("Le premier bâtiment")
    assert pane.passage.quote.marked_boxes()


def test_a_double_click_opens_the_reader(qtbot: QtBot) -> None:
    pane = open_pane(qtbot)
    viewport, at = plot_of(pane).viewport(), point_of(pane, "f3")
    with qtbot.waitSignal(pane.passage_wanted) as said:
        qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)
        qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    assert (said.args[0], said.args[3]) == ("a1", "f3")
    assert said.args[1] < said.args[2]


def test_a_click_beside_all_marks_chooses_none(qtbot: QtBot) -> None:
    pane = open_pane(qtbot)
    at = point_of(pane, "f7") - QPoint(0, 40)
    qtbot.mouseClick(plot_of(pane).viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert pane.chosen == ""


def test_arrows_go_through_all_marks_and_enter_opens(qtbot: QtBot) -> None:
    pane = open_pane(qtbot)
    seen = []
    pane.fact_chosen.connect(seen.append)
    for _ in range(12):
        press(pane, Qt.Key.Key_Down)
    assert sorted(seen) == sorted(f"f{n}" for n in range(1, 11))
    press(pane, Qt.Key.Key_Left)
    press(pane, Qt.Key.Key_Right)
    assert seen[-1] == seen[9]
    press(pane, Qt.Key.Key_Home)
    assert pane.chosen == seen[0]
    press(pane, Qt.Key.Key_End)
    with qtbot.waitSignal(pane.passage_wanted) as said:
        press(pane, Qt.Key.Key_Return)
    assert said.args[3] == seen[9]
    press(pane, Qt.Key.Key_Escape)
    assert pane.chosen == ""
    assert pane.passage.excerpt is None


def test_the_button_in_the_passage_opens_the_reader_too(qtbot: QtBot) -> None:
    pane = open_pane(qtbot)
    pane.choose("f1")
    with qtbot.waitSignal(pane.passage_wanted) as said:
        qtbot.mouseClick(pane.passage.open_button, Qt.MouseButton.LeftButton)
    assert said.args[3] == "f1"


def test_boxes_hide_and_show(qtbot: QtBot) -> None:
    pane = open_pane(qtbot)
    planned = next(box for box in pane.facets.boxes if box.facet.value == Lifecycle.PLANNED)
    assert planned.facet.count == 3
    QTest.mouseClick(planned, Qt.MouseButton.LeftButton, pos=planned.rect().center())
    assert "7" in pane.header.note.text()
    assert plot_of(pane).placed("f1") is None
    assert plot_of(pane).placed("f3") is not None
    proposed = next(box for box in pane.facets.boxes if box.facet.value == State.PROPOSED)
    proposed.setFocus()
    QTest.keyClick(proposed, Qt.Key.Key_Space)
    assert pane.table_model.rowCount() == 5
    qtbot.mouseClick(pane.facets.clear_button, Qt.MouseButton.LeftButton)
    assert pane.table_model.rowCount() == 10
    assert all(box.isChecked() for box in pane.facets.boxes)
    assert not pane.facets.clear_button.isEnabled()


def test_where_all_is_filtered_away_escape_shows_it_again(qtbot: QtBot) -> None:
    pane = open_pane(qtbot)
    for box in [each for each in pane.facets.boxes if each.facet.kind == "state"]:
        box.click()
    assert pane.nothing.isVisible()
    assert pane.nothing.sentence.text() == pane._words.say("charts.filtered_out")
    pane.take_focus()
    press(pane, Qt.Key.Key_Escape)
    assert not pane.nothing.isVisible()
    assert plot_of(pane).isVisible()


def test_an_empty_project_says_so_and_leads_to_the_articles(qtbot: QtBot) -> None:
    pane = open_pane(qtbot, [])
    assert pane.nothing.isVisible()
    assert pane.nothing.sentence.text() == pane._words.say("charts.empty")
    with qtbot.waitSignal(pane.articles_wanted):
        qtbot.mouseClick(pane.nothing.button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(pane.articles_wanted):
        press(pane, Qt.Key.Key_Return)
    assert not pane.header.save_button.isEnabled()


def test_the_grouping_is_chosen_by_the_segment(qtbot: QtBot) -> None:
    pane = open_pane(qtbot)
    with qtbot.waitSignal(pane.grouping_wanted) as said:
        qtbot.mouseClick(pane.header.buttons[Grouping.SUBJECT], Qt.MouseButton.LeftButton)
    assert said.args == [Grouping.SUBJECT]
    pane.show_figure(figure(grouping=Grouping.SUBJECT), LANGUAGES)
    assert [row.name for row in plot_of(pane).arranged.rows] == ["campus de calcul"]
    assert pane.header.title.text() == pane._words.say("charts.subject_title")


def test_another_theme_recolours_everything_drawn(qtbot: QtBot) -> None:
    """pyqtgraph ignores palettes: a white chart in a dark window."""
    pane = open_pane(qtbot)
    theme = pane._theme
    before = plot_of(pane).grab().toImage()
    assert before.pixelColor(3, 3) == theme.colour("paper")
    theme.set_dark(True)
    after = plot_of(pane).grab().toImage()
    assert after.pixelColor(3, 3) == theme.colour("paper")
    assert after.pixelColor(3, 3) != before.pixelColor(3, 3)
    at = point_of(pane, "f9")
    assert after.pixelColor(at) == theme.colour("accent") != before.pixelColor(at)


def test_larger_type_makes_room_for_itself(qtbot: QtBot) -> None:
    """Whoever enlarges the interface must not lose words at the panels' edges."""
    pane = open_pane(qtbot)
    pane.choose("f7")
    before, marks = pane.passage.width(), plot_of(pane).placed("f7")
    pane._theme.set_scale(1.25)
    qtbot.waitUntil(lambda: pane.passage.width() > before * 1.2)
    after = plot_of(pane).placed("f7")
    assert marks is not None
    assert after is not None
    assert after.size == 1.25
    assert pane.passage.open_button.geometry().right() <= pane.passage.width() - pane._theme.px(12)


def test_another_language_rewords_labels_and_keeps_the_choice(qtbot: QtBot) -> None:
    pane = open_pane(qtbot)
    pane.choose("f3")
    pane._words.set_language("en")
    placed = plot_of(pane).placed("f3")
    assert placed is not None
    assert placed.mark.label == "at most 500\u00a0MW"
    assert pane.chosen == "f3"
    assert pane.header.title.text() == "Electrical capacity by place"


def test_the_chosen_mark_stands_on_a_wash(qtbot: QtBot) -> None:
    pane = open_pane(qtbot)
    pane.choose("f9")
    at = point_of(pane, "f9") + QPoint(0, -9)
    pane.setFocus()
    assert plot_of(pane).grab().toImage().pixelColor(at).name().upper() == "#FBE8CC"


def test_the_wash_reaches_under_the_label(qtbot: QtBot) -> None:
    """A ground that ends before its label seems to belong to something else."""
    pane = open_pane(qtbot)
    placed = plot_of(pane).placed("f9")
    assert placed is not None
    ground = halo_of(placed)
    assert ground.left() <= placed.label_left <= placed.label_right <= ground.right()


def test_no_line_is_cut_by_an_edge_and_none_can_be_clicked_unseen(qtbot: QtBot) -> None:
    """Half a line of type cannot be read, and a row that is scrolled in part keeps its name."""
    pane = open_pane(qtbot, size=(1100, 330))
    plot = plot_of(pane)
    bottom = plot.scroll + plot.plot_height
    cut = [each for each in plot.arranged.marks if abs(each.y - bottom) < HALF_LINE * each.size]
    for each in plot.arranged.marks:
        if not cut:
            plot.scroll_to(plot.scroll + each.y - bottom)
            bottom = plot.scroll + plot.plot_height
            cut = [one for one in plot.arranged.marks if abs(one.y - bottom) < HALF_LINE * one.size]
    assert cut
    assert not any(is_whole(each, plot.scroll, bottom) for each in cut)
    assert all(plot.hit(plot.spot(each)) is None for each in cut)
    plot.choose(cut[0].mark.fact_id)
    assert is_whole(cut[0], plot.scroll, plot.scroll + plot.plot_height), "what is chosen comes into sight whole"


def test_the_ring_shows_where_the_keyboard_is_only_when_it_came_by_tab(qtbot: QtBot) -> None:
    """A ring round what the mouse chose looks like a second selection; without it Tab would lead nowhere visible."""
    pane = open_pane(qtbot)
    plot = plot_of(pane)
    focus = pane._theme.colour("focus")

    def ringed() -> bool:
        image, at = plot.grab().toImage(), point_of(pane, "f9")
        return any(image.pixelColor(at.x(), at.y() - up).name() == focus.name() for up in range(10, 15))

    qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=point_of(pane, "f9"))
    assert not ringed()
    pane.passage.open_button.setFocus()
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    assert ringed()
    qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=point_of(pane, "f9"))
    assert not ringed()


def test_the_mouse_over_a_mark_tells_what_it_is(qtbot: QtBot) -> None:
    pane = open_pane(qtbot)
    plot = plot_of(pane)
    qtbot.mouseMove(plot.viewport(), QPoint(2, 2))
    qtbot.mouseMove(plot.viewport(), point_of(pane, "f9"))
    assert plot.hovered == "f9"
    assert "environ 8" in QToolTip.text()


def test_the_menu_of_a_mark_leads_to_its_passage(qtbot: QtBot) -> None:
    pane = open_pane(qtbot)
    plot = plot_of(pane)
    at = point_of(pane, "f3")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, plot.mapToGlobal(at))
    QApplication.sendEvent(plot.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    with qtbot.waitSignal(pane.passage_wanted) as said:
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert said.args[3] == "f3"


def test_labels_that_nobody_has_room_for_are_cut_not_spilled(qtbot: QtBot) -> None:
    views = [fact("Nador", "50", look="glued_cell", conflicted=True, number=1), fact("Safi", "40", number=2)]
    pane = open_pane(qtbot, views, size=(820, 500))
    pane.resize(700, 500)
    for placed in plot_of(pane).arranged.marks:
        assert placed.label_right <= plot_of(pane).width()
    plot_of(pane).grab()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_that_takes_the_keyboard_is_unnamed(qtbot: QtBot, language: str) -> None:
    """A screen reader would say “button”."""
    pane = open_pane(qtbot, language=language)
    pane.choose("f7")
    for widget in pane.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisibleTo(pane):
            continue
        assert name_of(widget), widget
    assert "40" in plot_of(pane).accessibleDescription()


def test_a_figure_kept_by_choice_survives_a_refresh(qtbot: QtBot) -> None:
    pane = open_pane(qtbot)
    pane.choose("f7")
    pane.show_figure(figure([view for view in some_facts() if view.fact.id != "f1"]), LANGUAGES)
    assert pane.chosen == "f7"
    pane.show_figure(figure([view for view in some_facts() if view.fact.id != "f7"]), LANGUAGES)
    assert pane.chosen == ""


def test_a_pane_without_a_figure_takes_keys_calmly(qtbot: QtBot) -> None:
    pane = ChartsPane(Theme(), Words("fr"))
    qtbot.addWidget(pane)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_T, Qt.Key.Key_T, Qt.Key.Key_Escape):
        QTest.keyClick(pane, key)
    assert pane.chosen == ""
