"""In the dark a box to tick would not be seen, or its word could not be pressed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from maeditor.ui.theme import Theme
from maeditor.ui.tick_box import SIDE, TickBox

NEXT_TO = 24


@pytest.fixture
def box(qtbot: QtBot, theme: Theme) -> TickBox:
    made = TickBox(theme, None)  # type: ignore[arg-type]  # alone, it is a window
    made.setText("&Passer au suivant")
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    with qtbot.waitExposed(made):
        made.show()
    return made


def has(box: TickBox, colour: QColor) -> bool:
    """Whether the box shows a colour, or one that is next to it: its edges are smoothed."""
    picture = box.grab().toImage()
    return any(
        max(abs(a - b) for a, b in zip(picture.pixelColor(x, y).getRgb(), colour.getRgb(), strict=True)) <= NEXT_TO
        for x in range(SIDE + 8)
        for y in range(picture.height())
    )


@pytest.mark.parametrize("dark", [False, True])
def test_ticked_it_is_filled_and_empty_it_has_an_edge(box: TickBox, theme: Theme, dark: bool) -> None:
    theme.set_dark(dark)
    box.clearFocus()  # the ring has the accent's colour
    assert not has(box, theme.colour("accent"))
    assert has(box, theme.colour("control"))
    box.setChecked(True)
    assert has(box, theme.colour("accent"))


def test_its_word_can_be_pressed_and_space_turns_it(box: TickBox) -> None:
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 12, box.height() // 2))
    assert box.isChecked()
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert not box.isChecked()


def test_the_ring_says_where_the_keyboard_is(box: TickBox, theme: Theme) -> None:
    box.clearFocus()
    before = box.grab().toImage().pixelColor(box.width() // 2, 1)
    box.activateWindow()
    box.setFocus()
    QApplication.processEvents()
    assert box.grab().toImage().pixelColor(box.width() // 2, 1) != before
    assert box.grab().toImage().pixelColor(box.width() // 2, 1) == theme.colour("focus")


def test_it_grows_with_the_type(box: TickBox, theme: Theme) -> None:
    before = box.sizeHint()
    theme.set_scale(2.0)
    box.setFont(theme.ui_font(13, 600))
    assert box.sizeHint().width() > before.width()
    assert box.sizeHint().height() == 2 * before.height()
