"""The way of the keyboard: in order, always seen, and nothing takes the keys that buttons and lists live by."""

from __future__ import annotations

import pytest
from accessibility_setting import each_view, name_of, press, shown, told
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shell_setting import settle

from maeditor.services import library
from maeditor.ui.charts.plot import CapacityPlot
from maeditor.ui.key_map import refused
from maeditor.ui.tokens import DARK, LIGHT
from maeditor.ui.window import Window

pytestmark = pytest.mark.slow

Key = Qt.Key
MOST_TABS = 120
LEAST_LINE = 8
"""Pixels of each of the ring's sides, across and down: a chip of the margin is 20 high and has round corners."""


def region(window: Window, widget: QWidget) -> str:
    """Which part of the window a widget belongs to."""
    workspace = window.workspace
    assert workspace is not None
    inspector = workspace.facts.inspector
    parts: list[tuple[str, QWidget]] = [
        ("articles", workspace.sidebar.articles),
        ("views", workspace.sidebar),
        ("reader", workspace.reader),
        *(("actions", button) for button in inspector.buttons.values()),
        ("inspector", inspector),
        ("facts", workspace.facts.list),
        ("heads", workspace.facts),
        ("status", window.main.status),
    ]
    return next((name for name, part in parts if part is widget or part.isAncestorOf(widget)), "other")


def walk(window: Window, back: bool = False) -> list[QWidget]:
    """Press Tab until the way comes round."""
    way: list[QWidget] = []
    for _press in range(MOST_TABS):
        focus = QApplication.focusWidget()
        assert focus is not None
        if way and focus is way[0]:
            return way
        way.append(focus)
        press(Key.Key_Backtab if back else Key.Key_Tab)
    raise AssertionError(f"Tab never comes round: {[told(each) for each in way[-4:]]}")


def test_tab_goes_from_views_to_articles_reader_facts_inspector_actions_and_status(window: Window) -> None:
    workspace = window.workspace
    assert workspace is not None
    first = next(each for each in shown(window.main) if region(window, each) == "views")
    first.setFocus()
    settle()
    met = [region(window, each) for each in walk(window)]
    order = [name for name in dict.fromkeys(met) if name not in {"heads", "other"}]
    assert order == ["views", "articles", "reader", "facts", "inspector", "actions", "status"]


def test_the_passages_of_a_fact_come_between_its_fields_and_its_buttons(window: Window) -> None:
    workspace = window.workspace
    assert workspace is not None
    inspector, selection = workspace.facts.inspector, workspace.desk.selection
    views = library.article_facts(workspace.desk.runner, selection.article_id)
    several = [each for each in views if len(each.evidence) > 1]
    assert several
    for view in several[:2]:
        selection.show_fact(view.fact.id)
        settle()
        workspace.facts.list.setFocus()
        way = walk(window)
        quotes = [way.index(each) for each in inspector.evidence.quotes]
        buttons = [way.index(each) for each in inspector.buttons.values() if each.isVisible()]
        assert quotes == sorted(quotes)
        assert way.index(inspector.form.date) < quotes[0]
        assert quotes[-1] < min(buttons)


@pytest.mark.parametrize("back", [False, True])
def test_tab_reaches_all_that_is_shown_in_every_view_and_comes_round(window: Window, back: bool) -> None:
    for view in each_view(window):
        window.workspace.sidebar.articles.setFocus()  # type: ignore[union-attr]
        first = next(each for each in shown(window.main) if each.focusPolicy() & Qt.FocusPolicy.TabFocus)
        first.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        met = {id(each) for each in walk(window, back)}
        missed = [told(each) for each in shown(window.main) if id(each) not in met and each.focusWidget() is not each]
        assert missed == [], view


def test_f6_goes_round_the_panes_of_every_view(window: Window) -> None:
    for view in each_view(window):
        met = []
        for _press in range(6):
            press(Key.Key_F6)
            focus = QApplication.focusWidget()
            assert focus is not None
            met.append(id(focus))
        assert len(set(met)) >= 2, view
        press(Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_ring_of_two_pixels_is_around_whatever_has_the_keyboard(window: Window, dark: bool) -> None:
    window.choices.choose_theme("dark" if dark else "light")
    settle()
    without = []
    window.main.notices.dismiss()
    for view in each_view(window):
        for widget in shown(window.main):
            elsewhere = next(each for each in shown(window.main) if each is not widget)
            elsewhere.setFocus(Qt.FocusReason.TabFocusReason)
            settle()
            before = around(window, widget)
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            settle()
            if not widget.hasFocus():
                continue
            # On the accent itself the ring is drawn in the colour of what is written there.
            # A notice is inverted: its accent is the other theme's.
            inks = [window.theme.colour(name) for name in ("focus", "on_accent")]
            inks += [QColor(theme.accent) for theme in (LIGHT, DARK)]
            if isinstance(widget, CapacityPlot):
                assert around(window, widget) != before, "the ring is around the mark"
            elif not ringed(before, around(window, widget), *inks):
                without.append(f"{view}: {told(widget)}")
    assert without == []


def around(window: Window, widget: QWidget) -> QImage:
    """A widget and what lies just outside of it, as they are drawn."""
    box = QRect(widget.mapTo(window.main, QPoint(0, 0)), widget.size()).adjusted(-4, -4, 4, 4)
    return window.main.grab(box.intersected(window.main.rect())).toImage()


def ringed(before: QImage, after: QImage, *colours: QColor) -> bool:
    """Tell whether lines of at least two pixels in the colour of the focus have come, across and down."""
    for colour in colours:
        now, then = thick_lines(after, colour), thick_lines(before, colour)
        if all(len(come - gone) >= LEAST_LINE for come, gone in zip(now, then, strict=True)):
            return True
    return False


def thick_lines(image: QImage, colour: QColor) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """The pixels of lines that are two pixels thick, across and down; of an area that is filled only the edge."""
    width, height = image.width(), image.height()
    inked = {(x, y) for x in range(width) for y in range(height) if near(image.pixelColor(x, y), colour)}
    across = {(x, y) for x, y in inked if (x, y + 1) in inked and (x, y - 1) not in inked and (x, y + 2) not in inked}
    down = {(x, y) for x, y in inked if (x + 1, y) in inked and (x - 1, y) not in inked and (x + 2, y) not in inked}
    return across, down


def near(one: QColor, other: QColor) -> bool:
    """Tell whether two colours are the same but for smoothing."""
    return max(abs(one.red() - other.red()), abs(one.green() - other.green()), abs(one.blue() - other.blue())) < 24


class Spy(QObject):
    """Keeps keys from doing anything, and notes who got them."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[int] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QKeyEvent) and event.type() in {QEvent.Type.KeyPress, QEvent.Type.KeyRelease}:
            if event.type() is QEvent.Type.KeyPress:
                self.seen.append(event.key())
            return True
        return False


def test_space_and_return_come_to_every_button_list_and_field(window: Window) -> None:
    for view in each_view(window):
        for widget in shown(window.main):
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            settle()
            if not widget.hasFocus():
                continue
            spy = Spy()
            widget.installEventFilter(spy)
            handle = window.main.windowHandle()
            assert handle is not None
            for key in (Key.Key_Space, Key.Key_Return, Key.Key_Enter):
                QTest.keyClick(handle, key)
            widget.removeEventFilter(spy)
            assert spy.seen == [Key.Key_Space, Key.Key_Return, Key.Key_Enter], (view, told(widget))


def test_no_shortcut_stands_on_a_key_of_the_controls(window: Window) -> None:
    bound = [keys.toString() for action in window.commands.actions.values() for keys in action.shortcuts()]
    bound += [each.key().toString() for each in window.main.findChildren(QShortcut)]
    assert [keys for keys in bound if refused(keys)] == []


def test_the_keyboard_is_never_lost_when_what_had_it_goes(window: Window) -> None:
    for view in each_view(window):
        focus = QApplication.focusWidget()
        assert focus is not None, view
        assert focus.isVisible(), (view, name_of(focus))


def test_a_page_that_scrolls_can_be_scrolled_by_keys(window: Window) -> None:
    workspace = window.workspace
    assert workspace is not None
    surface = workspace.reader.page.surface
    assert isinstance(surface, QAbstractScrollArea)
    surface.setFocus()
    surface.verticalScrollBar().setValue(0)
    press(Key.Key_Space)
    assert surface.verticalScrollBar().value() > 0
