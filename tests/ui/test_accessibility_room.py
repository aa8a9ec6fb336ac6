"""The smallest window and larger type: what is cut off or lies over something else cannot be used."""

from __future__ import annotations

from itertools import combinations

import pytest
from accessibility_setting import each_view, shown, told
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QSplitterHandle, QWidget
from shell_setting import settle

from maeditor.ui.roomy import Roomy
from maeditor.ui.sheets.preview_table import PreviewView
from maeditor.ui.window import Window

SMALLEST = (1100, 680)
WHOLE = 1.3
"""Up to this size of text a view needs no scrolling sideways."""


def room_of(window: Window) -> Roomy:
    """What scrolls whole views."""
    return window.main.findChildren(Roomy)[0]


def scrolled(widget: QWidget) -> bool:
    """Whether it stands in something of its view that scrolls, or is what scrolls."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea) and not isinstance(parent, Roomy):
            return True
        parent = parent.parentWidget()
    return False


def place_in(whole: QWidget, widget: QWidget) -> QRect:
    """Where a widget stands in another."""
    return QRect(widget.mapTo(whole, QPoint(0, 0)), widget.size())


def whole_of(window: Window, widget: QWidget) -> QWidget:
    """What a widget must lie within: its view, which may be larger than the window and scroll, or else the window."""
    room = room_of(window)
    return room.stack if room.stack.isAncestorOf(widget) else window.main


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("zoom", [1.0, 1.3, 2.0])
def test_every_view_is_whole_in_the_smallest_window(window: Window, language: str, zoom: float) -> None:
    window.choices.choose_language(language)
    window.choices.set_zoom(zoom)
    window.main.resize(*SMALLEST)
    settle()
    faults = []
    for view in each_view(window):
        assert (window.main.width(), window.main.height()) == SMALLEST, view
        for each in shown(window.main):
            whole = whole_of(window, each)
            place = place_in(whole, each)
            if min(place.width(), place.height()) < 8:
                faults.append(f"{view}: {told(each)} is {place.width()}×{place.height()}")
            elif not scrolled(each) and not whole.rect().contains(place):
                faults.append(f"{view}: {told(each)} reaches out, {place}")
        for area in window.main.findChildren(QAbstractScrollArea):
            bar = area.horizontalScrollBar()
            # A workbook has more columns than any window has room for.
            allowed = isinstance(area, PreviewView) or (isinstance(area, Roomy) and zoom > WHOLE)
            if area.isVisible() and bar.isVisible() and bar.maximum() > 0 and not allowed:
                faults.append(f"{view}: {told(area)} scrolls sideways")
    assert faults == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_at_twice_the_size_nothing_lies_over_anything_else(window: Window, language: str) -> None:
    window.choices.choose_language(language)
    window.choices.set_zoom(2.0)
    window.main.resize(*SMALLEST)
    settle()
    faults = []
    for view in each_view(window):
        for parent in window.main.findChildren(QWidget):
            if not parent.isVisible() or isinstance(parent, QAbstractScrollArea):
                continue
            beside = [
                each
                for each in parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
                if each.isVisible()
                and not each.isWindow()
                and not isinstance(each, QSplitterHandle)
                and not each.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
                and parent.layout() is not None
                and parent.layout().indexOf(each) >= 0
            ]
            for one, other in combinations(beside, 2):
                if one.geometry().intersects(other.geometry()):
                    faults.append(f"{view}: {told(one)} {one.geometry()} over {told(other)} {other.geometry()}")
    assert faults == []


def test_at_twice_the_size_the_keyboard_brings_every_control_into_sight(window: Window) -> None:
    window.choices.set_zoom(2.0)
    window.main.resize(*SMALLEST)
    settle()
    hidden = []
    for view in each_view(window):
        for each in shown(window.main):
            if isinstance(each, QAbstractButton):
                each.setFocus(Qt.FocusReason.TabFocusReason)
                settle()
                if each.visibleRegion().isEmpty() and each.isVisible():
                    hidden.append(f"{view}: {told(each)}")
    assert not hidden, "\n".join(hidden)
