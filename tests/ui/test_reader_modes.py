"""Reading alone, and seeing what hedges a figure: a key brings it, a key takes it away, nothing else is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from reader_setting import columns_of, line_of, picture
from shell_setting import settle

from maeditor.ui.reader import hedges
from maeditor.ui.reader.pane import ReaderPane
from maeditor.ui.settings import Settings
from maeditor.ui.window import Window

Key, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
Control = Qt.KeyboardModifier.ControlModifier


def press(window: Window, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    handle = window.main.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, key, modifiers)
    settle()


def reader_of(window: Window) -> ReaderPane:
    assert window.workspace is not None
    return window.workspace.reader


def test_f_leaves_the_article_alone_and_escape_brings_the_rest_back(window: Window) -> None:
    """Sidebar and facts go; the text is centred in the window; Escape or F brings both back as wide as they were."""
    workspace, main = window.workspace, window.main
    assert workspace is not None
    reader = reader_of(window)
    reader.page.surface.setFocus()
    widths = (workspace.sidebar.width(), workspace.facts.width())
    for leave in (Key.Key_Escape, Key.Key_F):
        press(window, Key.Key_F)
        assert not workspace.sidebar.isVisible()
        assert not workspace.facts.isVisible()
        assert window.commands.actions["focus-mode"].isChecked()
        assert reader.width() == main.centralWidget().width()
        text = reader.page.surface.viewport()
        left = text.mapTo(main, text.rect().topLeft()).x()
        assert abs(left + text.width() / 2 - main.width() / 2) < 60
        press(window, leave)
        assert (workspace.sidebar.width(), workspace.facts.width()) == widths
        assert not window.commands.actions["focus-mode"].isChecked()


def test_escape_drops_what_is_chosen_first(window: Window) -> None:
    """One Escape, one thing: the choice goes, the article stays alone until the next."""
    reader_of(window).page.surface.setFocus()
    press(window, Key.Key_F)
    press(window, Key.Key_M)
    assert reader_of(window).selected_span() is not None
    press(window, Key.Key_Escape)
    assert reader_of(window).selected_span() is None
    assert window.main.concentrated
    press(window, Key.Key_Escape)
    assert not window.main.concentrated


def test_wanting_a_pane_or_another_view_ends_it(window: Window) -> None:
    """Ctrl+B, or the charts: nobody is left without the panes of a view."""
    reader_of(window).page.surface.setFocus()
    press(window, Key.Key_F)
    press(window, Key.Key_B, Control)
    assert not window.main.concentrated
    press(window, Key.Key_F)
    window.commands.actions["view-charts"].trigger()
    settle()
    assert not window.main.concentrated
    assert window.workspace is not None
    assert window.workspace.sidebar.isVisible()


@pytest.mark.parametrize("behind", [False, True])
def test_hedges_are_tinted_on_demand(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, behind: bool
) -> None:
    """Words that bound a figure are filled, the others framed; the strip below says so, over no text."""
    if behind:
        monkeypatch.setattr(hedges, "AT_ONCE", 10)
    reader = reader_of(window)
    text = reader.view.text
    place = text.index("n’excède pas")
    reader.scroll_to(place, place + 5)
    settle()

    def tinted() -> bool:
        _block, line, origin = line_of(reader, place)
        top, image = round(origin.y() + line.y()), picture(reader)
        wash = window.theme.colour("warn_bg")
        return any(len(columns_of(image, top + y, wash, 0)) > 20 for y in range(4, 12))

    assert not tinted()
    window.commands.actions["toggle-hedges"].trigger()
    qtbot.waitUntil(tinted, timeout=10_000)
    assert window.commands.actions["toggle-hedges"].isChecked()
    legend = reader.omissions.legend
    assert legend.isVisible()
    assert "bornent une valeur" in legend.toolTip()
    assert "bornent" not in window.main.notices.text
    window.commands.actions["toggle-hedges"].trigger()
    settle()
    assert not tinted()
    assert not legend.isVisible()


def test_a_marker_covers_its_words_and_no_space_beside_them(window: Window) -> None:
    """From the first letter to the last, filled under “n’excède pas”, a bare frame about “prévoit”."""
    reader = reader_of(window)
    window.commands.actions["toggle-hedges"].trigger()
    settle()
    sheet, filled = reader.page.surface.sheet, []
    for said in ("n’excède pas", "prévoit"):
        place = reader.view.text.index(said)
        reader.scroll_to(place, place + 5)
        settle()
        block, _line, _origin = line_of(reader, place)
        assert sheet.shown is not None
        assert sheet.typography is not None
        places = [(left, right) for left, right, _y in sheet.painting.places_of(block, place, place + len(said))]
        boxes = sheet.tints.boxes(block, sheet.shown, sheet.typography)
        assert [(box.left(), box.right()) for box, _whole in boxes if (box.left(), box.right()) in places] == places
        filled += [whole for box, whole in boxes if (box.left(), box.right()) in places]
    assert filled == [True, False]


def test_each_article_is_found_where_it_was_left_the_next_day(
    window: Window, qtbot: QtBot, settings: Settings, tmp_path: Path
) -> None:
    """Two articles, each left somewhere; the window is closed and opened: both stand where they were."""
    assert window.workspace is not None
    sidebar, reader = window.workspace.sidebar, reader_of(window)
    places: dict[str, int] = {}
    for _ in range(2):
        bar = reader.page.surface.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        settle()
        places[reader.view.article_id] = reader.reading_place()[0]
        press(window, Key.Key_PageDown, Control)
    assert all(place > 0 for place in places.values())
    assert sidebar is not None
    window.close_project()
    again = Window(settings, "fr", dark=False)
    try:
        again.main.resize(1440, 900)
        with qtbot.waitActive(again.main):
            again.main.show()
            again.main.activateWindow()
        again.open(str(tmp_path / "exemple.maed"))
        assert again.workspace is not None
        for article_id, place in places.items():
            again.workspace.desk.selection.show_article(article_id)
            settle()
            assert abs(again.workspace.reader.reading_place()[0] - place) < 160
    finally:
        again.main.close()
        again.deleteLater()
        again.main.deleteLater()
        settle()
