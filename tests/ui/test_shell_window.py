"""The whole window: what can be reached has a name, nothing is cut at the smallest size or in larger type."""

from __future__ import annotations

import pytest
from accessibility_setting import name_of, reachable
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QSplitterHandle, QWidget
from shell_setting import settle

from maeditor.ui.keycap import KeycapButton
from maeditor.ui.window import Window

pytestmark = pytest.mark.usefixtures("no_stray_windows")


def test_names_follow_the_language(window: Window) -> None:
    french = {id(each): name_of(each) for each in reachable(window.main) if each.isVisible()}
    window.words.set_language("en")
    settle()
    for each in reachable(window.main):
        if each.isVisible():
            assert name_of(each), each
    changed = [name for key, name in french.items() if name not in {name_of(each) for each in reachable(window.main)}]
    assert len(changed) > 10


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("size", [(1440, 900), (1366, 768), (1100, 680)])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_every_control_stands_whole_inside_the_window(
    window: Window, language: str, size: tuple[int, int], scale: float
) -> None:
    if scale > 1 and size == (1100, 680):
        scale = 1.15  # what is left of the smallest window is the list's and the reader's to scroll
    window.words.set_language(language)
    window.main.resize(*size)
    window.theme.set_scale(scale)
    settle()
    assert (window.main.width(), window.main.height()) == size
    inside = window.main.rect()
    for each in reachable(window.main):
        scrolled = any(isinstance(parent, QScrollArea) for parent in parents(each))
        if not each.isVisible() or scrolled:
            continue
        place = QRect(each.mapTo(window.main, QPoint(0, 0)), each.size())
        assert inside.contains(place), (type(each).__name__, name_of(each), place)
    for button in window.main.findChildren(KeycapButton):
        if button.isVisible():
            assert button.width() >= button.minimumSizeHint().width(), button.text()


def parents(widget: QWidget) -> list[QWidget]:
    found, parent = [], widget.parentWidget()
    while parent is not None:
        found.append(parent)
        parent = parent.parentWidget()
    return found


def test_headers_share_one_hairline_and_the_bars_have_their_heights(window: Window) -> None:
    main, workspace = window.main, window.workspace
    assert main.menuBar().height() == 28
    assert main.status.height() == 27
    image = main.grab().toImage()
    line = window.theme.colour("line")
    y = main.menuBar().height() + 43
    reader = workspace.reader.mapTo(main, QPoint(workspace.reader.width() // 2, 0)).x()
    facts = workspace.facts.mapTo(main, QPoint(workspace.facts.width() // 3, 0)).x()
    assert image.pixelColor(reader, y) == line
    assert image.pixelColor(facts, y) == line


def test_panes_are_parted_by_one_pixel_that_is_easy_to_grab(window: Window) -> None:
    handles = [each for each in window.main.findChildren(QSplitterHandle) if each.isVisible()]
    assert len(handles) >= 3
    for handle in handles:
        visible = handle.contentsRect()
        assert min(visible.width(), visible.height()) == 1
        assert min(handle.width(), handle.height()) >= 5


def test_a_narrow_window_folds_the_sidebar_and_a_wide_one_gives_it_back(window: Window) -> None:
    sidebar = window.workspace.sidebar
    wide = sidebar.width()
    window.main.resize(1150, 700)
    settle()
    assert sidebar.width() == 52
    window.main.resize(1440, 900)
    settle()
    assert sidebar.width() == wide
    window.theme.set_scale(1.5)
    settle()
    assert sidebar.width() == 78


def test_light_and_dark_reach_every_pane(window: Window) -> None:
    for dark in (True, False):
        window.theme.set_dark(dark)
        settle()
        image = window.main.grab().toImage()
        workspace = window.workspace
        for pane, ground in ((workspace.sidebar, "window"), (workspace.facts, "panel")):
            corner = pane.mapTo(window.main, QPoint(3, pane.height() - 3))
            assert image.pixelColor(corner) == window.theme.colour(ground)


def test_the_popover_keeps_clear_of_the_chosen_words(window: Window) -> None:
    reader = window.workspace.reader
    text = reader.view.text
    for place in (text.index("gigawatts"), text.index("500")):
        reader.setFocus()
        reader.select_span(place - 20, place + 9)
        settle()
        window.commands.call("new-fact")
        settle()
        popover = window.workspace.facts_presenter.making.popover
        assert popover is not None
        assert popover.isVisible()
        card = popover.rect().adjusted(12, 12, -12, -12)
        on_screen = QRect(popover.mapToGlobal(card.topLeft()), card.size())
        assert not on_screen.intersects(reader.span_box(place - 20, place + 9))
        assert window.main.rect().contains(popover.geometry().adjusted(12, 12, -12, -12))
        QTest.keyClick(popover.field, Qt.Key.Key_Escape)
        assert not popover.isVisible()
        assert reader.isAncestorOf(QApplication.focusWidget()) or reader.hasFocus()


def test_the_popover_goes_with_its_project(window: Window) -> None:
    reader = window.workspace.reader
    place = reader.view.text.index("gigawatts")
    reader.select_span(place - 20, place + 9)
    settle()
    window.commands.call("new-fact")
    settle()
    popover = window.workspace.facts_presenter.making.popover
    assert popover is not None
    assert popover.isVisible()
    window.close_project()
    settle()
    assert not popover.isVisible()


def test_keys_in_the_status_bar_follow_the_keyboard(window: Window) -> None:
    workspace = window.workspace
    workspace.facts.list.setFocus()
    settle()
    listed = workspace.keys()
    workspace.facts.inspector.form.amount.setFocus()
    settle()
    assert workspace.keys() != listed
    place = workspace.reader.view.text.index("gigawatts")
    workspace.reader.select_span(place - 20, place + 9)
    window.commands.call("new-fact")
    settle()
    told = [key for key, _does in tuple(window.workspace.keys())]
    assert told[1:3] == ["Tab", "↓"]


def test_panes_grow_with_the_text_and_are_as_wide_again_afterwards(window: Window) -> None:
    workspace = window.workspace
    usual = (workspace.sidebar.width(), workspace.facts.width())
    window.main.resize(2200, 1000)
    settle()
    window.theme.set_scale(1.5)
    settle()
    assert workspace.facts.width() > usual[1] * 1.3
    window.main.keep_sizes()
    window.theme.set_scale(1.0)
    settle()
    assert abs(workspace.facts.width() - usual[1]) <= 3
    assert abs(workspace.sidebar.width() - usual[0]) <= 3
    assert abs(window.settings.number("facts_width", 0) - usual[1]) <= 3


def test_the_menus_are_set_in_the_face_of_the_rest(window: Window) -> None:
    bar, base = window.main.menuBar(), window.theme.ui_font()
    assert (bar.font().family(), bar.font().pixelSize()) == (base.family(), base.pixelSize())
    window.choices.set_zoom(1.3)
    settle()
    assert bar.font().pixelSize() == window.theme.ui_font().pixelSize()
