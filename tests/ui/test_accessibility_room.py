"""The smallest window and larger type: what is cut off or must be scrolled for sideways cannot be used."""

from __future__ import annotations

import pytest
from accessibility_setting import each_view, shown, told
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from shell_setting import settle

from maeditor.ui.window import Window

SMALLEST = (1100, 680)


def scrolled(widget: QWidget) -> bool:
    """Whether it stands in something that scrolls, or is what scrolls."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("zoom", [1.0, 1.3])
def test_every_view_is_whole_in_the_smallest_window(window: Window, language: str, zoom: float) -> None:
    window.choices.choose_language(language)
    window.choices.set_zoom(zoom)
    window.main.resize(*SMALLEST)
    settle()
    faults = []
    for view in each_view(window):
        assert (window.main.width(), window.main.height()) == SMALLEST, view
        inside = window.main.rect()
        for each in shown(window.main):
            place = QRect(each.mapTo(window.main, QPoint(0, 0)), each.size())
            if min(place.width(), place.height()) < 8:
                faults.append(f"{view}: {told(each)} is {place.width()}×{place.height()}")
            elif not scrolled(each) and not inside.contains(place):
                faults.append(f"{view}: {told(each)} reaches out of the window, {place}")
        for area in window.main.findChildren(QAbstractScrollArea):
            bar = area.horizontalScrollBar()
            if area.isVisible() and bar.isVisible() and bar.maximum() > 0:
                faults.append(f"{view}: {told(area)} scrolls sideways")
    assert faults == []
