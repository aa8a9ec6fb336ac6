"""What answers the mouse: an entry that does not light up under it does not look as if it could be pressed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from shell_setting import settle

from maeditor.ui.window import Window

ENTRIES = {
    "read": ("SearchButton", "ViewButton", "KeycapButton", "QuoteButton"),
    "review": ("FieldRow", "KeycapButton", "_Leave"),
}


def entry(window: Window, name: str) -> QWidget:
    """The last widget of a class that is seen: the first view is the one that is open."""
    found = [each for each in window.main.findChildren(QWidget) if type(each).__name__ == name]
    return [each for each in found if not each.visibleRegion().isEmpty()][-1]


def on_screen(window: Window, widget: QWidget) -> QImage:
    """What is painted where the widget stands."""
    settle()
    screen = window.main.screen().grabWindow(window.main.winId()).toImage()
    corner = widget.mapTo(window.main, QPoint(0, 0))
    return screen.copy(corner.x(), corner.y(), widget.width(), widget.height())


@pytest.mark.parametrize(("view", "name"), [(view, name) for view in ENTRIES for name in ENTRIES[view]])
def test_it_lights_up_under_the_mouse_and_goes_out(window: Window, view: str, name: str) -> None:
    window.commands.call(f"view-{view}")
    settle()
    widget = entry(window, name)
    away = QPoint(2, window.main.height() // 2)
    QTest.mouseMove(window.main, away)
    dull = on_screen(window, widget)
    QTest.mouseMove(window.main, widget.mapTo(window.main, widget.rect().center()))
    assert on_screen(window, widget) != dull
    QTest.mouseMove(window.main, away)
    assert on_screen(window, widget) == dull
