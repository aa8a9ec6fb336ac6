"""What was hidden during a switch is shown in the new colours, sizes and words, as if it had been there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shell_setting import settle

from maeditor.ui.choices import Choices
from maeditor.ui.out_of_sight import OutOfSight
from maeditor.ui.theme import Theme
from maeditor.ui.window import Window

pytestmark = pytest.mark.slow

SWITCHES: dict[str, Callable[[Choices], None]] = {
    "theme": lambda choices: choices.choose_theme("dark"),
    "larger": lambda choices: choices.set_zoom(1.3),
    "smaller": lambda choices: choices.set_zoom(0.85),
    "language": lambda choices: choices.choose_language("en"),
}


def usual(choices: Choices) -> None:
    """Everything as it is before a switch."""
    choices.choose_theme("light")
    choices.set_zoom(1.0)
    choices.choose_language("fr")


def picture(window: Window) -> QImage:
    """The window without the status bar, which goes on saying what is being done."""
    settle()
    grabbed = window.main.grab().toImage()
    return grabbed.copy(0, 0, grabbed.width(), grabbed.height() - 60)


def put_away(window: Window, view: str) -> None:
    """Hide a view: the drawer by its own command."""
    window.commands.call(view if view == "history" else "view-read")


@pytest.mark.parametrize("view", ["view-review", "view-charts", "history"])
@pytest.mark.parametrize("switch", SWITCHES)
def test_a_view_switched_while_hidden_looks_like_one_that_was_seen(window: Window, view: str, switch: str) -> None:
    usual(window.choices)
    window.commands.call(view)
    SWITCHES[switch](window.choices)
    put_away(window, view)
    settle()
    beneath = picture(window)
    window.commands.call(view)
    seen = picture(window)
    assert seen != beneath
    usual(window.choices)
    settle()
    put_away(window, view)
    SWITCHES[switch](window.choices)
    settle()
    window.commands.call(view)
    assert picture(window) == seen
    usual(window.choices)


def pages(qtbot: QtBot, theme: Theme) -> tuple[QWidget, QWidget, list[int]]:
    """A window with a pane in it that counts how often it takes what is switched."""
    window = QWidget()
    qtbot.addWidget(window)
    pane = QWidget(window)
    QVBoxLayout(window).addWidget(pane)
    column = QVBoxLayout(pane)
    column.addWidget(QLabel("label"))
    column.addWidget(QLineEdit("field"))
    taken: list[int] = []
    OutOfSight(pane, lambda: taken.append(theme.px(100)), theme.changed)
    return window, pane, taken


def test_a_shown_pane_takes_each_switch_at_once(qtbot: QtBot, theme: Theme) -> None:
    window, _pane, taken = pages(qtbot, theme)
    theme.set_scale(1.3)
    window.show()
    theme.set_scale(1.0)
    assert taken == [130, 100]


def test_a_hidden_pane_takes_several_switches_once_it_is_shown(qtbot: QtBot, theme: Theme) -> None:
    window, pane, taken = pages(qtbot, theme)
    window.show()
    pane.hide()
    for scale in (1.15, 1.3, 1.5):
        theme.set_scale(scale)
    assert taken == []
    pane.show()
    pane.hide()
    pane.show()
    assert taken == [150]
    field = pane.findChildren(QLineEdit)[0]
    assert field.font() == theme.ui_font()
    assert field.sizeHint().height() >= theme.px(30)
    theme.set_scale(1.0)
    assert taken == [150, 100]


def test_a_hidden_pane_is_as_high_as_one_made_after_the_switch(qtbot: QtBot, theme: Theme) -> None:
    window, pane, _taken = pages(qtbot, theme)
    window.show()
    pane.hide()
    theme.set_dark(True)
    theme.set_scale(2.0)
    pane.show()
    other, made_after, _none = pages(qtbot, theme)
    other.show()
    settle()
    assert pane.sizeHint() == made_after.sizeHint()
    assert pane.grab().toImage().pixelColor(0, 0) == made_after.grab().toImage().pixelColor(0, 0)
    theme.set_dark(False)
    theme.set_scale(1.0)
