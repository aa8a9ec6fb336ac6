"""What is seen of figures without a fact: dots, marks, the strip; an editor would overlook one if these failed."""

from __future__ import annotations

import pytest
from omissions_setting import Key, open_article, press, reasons, strip
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reader_setting import ARABIC, FRENCH, article, columns_of, line_of, open_pane, passage, picture, point_on
from shell_setting import settle

from maeditor.ui.reader.pane import ReaderPane
from maeditor.ui.window import Window

pytestmark = pytest.mark.usefixtures("figures_counted")


def dots_at(pane: ReaderPane, position: int) -> list[int]:
    """Which columns have a dot in the row of dots under a place of the text."""
    typography = pane.page.surface.sheet.typography
    assert typography is not None
    _block, line, origin = line_of(pane, position)
    y = round(origin.y() + line.y() + line.ascent() + typography.first_lane - 3.2)
    image = picture(pane)
    colour = pane._theme.colour("text3")
    left, right = point_on(pane, position).x() - 2, point_on(pane, position + 5).x() + 2
    return sorted({x for row in (y - 1, y, y + 1) for x in columns_of(image, row, colour, 60) if left <= x <= right})


def test_a_figure_left_is_dotted_from_end_to_end(qtbot: QtBot) -> None:
    pane = open_pane(qtbot, article(FRENCH))
    start = FRENCH.index("40\u00a0MW")
    assert dots_at(pane, start) == []
    pane.page.show_dots([(start, start + 5)], visible=True)
    left_edge, right_edge = point_on(pane, start).x(), point_on(pane, start + 5).x()
    found = dots_at(pane, start)
    assert left_edge - 1 <= found[0] <= left_edge + 5
    assert right_edge - 5 <= found[-1] <= right_edge + 1
    assert len(found) < (right_edge - left_edge) * 0.85, "a line, not dots"
    pane.page.show_dots([(start, start + 5)], visible=False)
    assert dots_at(pane, start) == []


def test_arabic_digits_are_dotted_where_they_stand(qtbot: QtBot) -> None:
    pane = open_pane(qtbot, article(ARABIC, language="ar"))
    start = ARABIC.index("2028")
    pane.page.show_dots([(start, start + 4)], visible=True)
    points: list[QPoint] = []
    surface = pane.page.surface
    for block, origin in surface.visible_blocks():
        shown, typography = surface.sheet.shown, surface.sheet.typography
        assert shown is not None
        assert typography is not None
        points += [(point + origin).toPoint() for point in surface.sheet.dots.points(block, shown, typography)]
    assert len(points) >= 5
    places = {pane.page.text_position(QPoint(point.x(), point.y() - 10).toPointF()) for point in points}
    assert places <= set(range(start, start + 5))


def test_dots_keep_clear_of_an_underline(qtbot: QtBot) -> None:
    pane = open_pane(qtbot, article(FRENCH, passage(FRENCH, "totale de 40\u00a0MW")))
    start = FRENCH.index("40\u00a0MW")
    pane.page.show_dots([(start, start + 5)], visible=True)
    sheet = pane.page.surface.sheet
    block, line, _origin = line_of(pane, start)
    assert sheet.shown is not None
    assert sheet.typography is not None
    (piece,) = [each for each in sheet.painting.pieces(block) if each.baseline == line.y() + line.ascent()][:1]
    lowest = max(point.y() for point in sheet.dots.points(block, sheet.shown, sheet.typography)) + 1.1
    assert lowest < piece.baseline + sheet.painting.lane_offset(0) - 1


def test_another_article_has_no_dots_of_the_one_before(qtbot: QtBot) -> None:
    pane = open_pane(qtbot, article(FRENCH))
    start = FRENCH.index("40\u00a0MW")
    pane.page.show_dots([(start, start + 5)], visible=True)
    pane.show_article(article(FRENCH))
    assert dots_at(pane, start) == []


def test_the_dots_can_be_left_out(window: Window) -> None:
    dots = window.workspace.reader.page.surface.sheet.dots  # type: ignore[union-attr]
    assert dots.visible
    assert window.commands.actions["toggle-omissions"].isChecked()
    window.commands.actions["toggle-omissions"].trigger()
    assert not window.commands.actions["toggle-omissions"].isChecked()
    assert not window.workspace.reader.page.surface.sheet.dots.visible  # type: ignore[union-attr]
    open_article(window, "Vingt-trois")
    assert not window.workspace.reader.page.surface.sheet.dots.visible  # type: ignore[union-attr]


def test_the_strip_speaks_the_language_and_grows_with_the_text(window: Window) -> None:
    bar = window.workspace.reader.omissions  # type: ignore[union-attr]
    height = bar.height()
    window.words.set_language("en")
    assert strip(window).endswith("figures without a fact")
    assert bar.next.text() == "Next"
    window.theme.set_scale(1.5)
    settle()
    assert bar.height() > height
    window.theme.set_dark(True)
    settle()


def test_in_a_narrow_pane_the_words_come_before_the_buttons(window: Window) -> None:
    press(window, Key.Key_F8)
    bar = window.workspace.reader.omissions  # type: ignore[union-attr]
    assert bar.fact.isVisible()
    bar.setFixedWidth(460)
    settle()
    assert not bar.fact.isVisible()
    assert bar.dismiss.isVisible()
    assert bar.text.width() >= bar.text.fontMetrics().horizontalAdvance(bar.text.text())


def test_every_part_of_strip_and_cards_has_a_name(window: Window) -> None:
    press(window, Key.Key_F8, "d")
    popup = reasons(window)
    bar = window.workspace.reader.omissions  # type: ignore[union-attr]
    for widget in (popup.list, popup.note, bar.aside, bar.fact, bar.dismiss, bar.next):
        assert widget.accessibleName(), widget
    told = popup.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("R, Répète un fait")
    assert QApplication.focusWidget() is popup.list
