"""Switching while running: a colour or size that stays behind is unreadable; a slow switch is felt at each step."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QMenuBar,
    QPushButton,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shell_setting import settle

from maeditor.ui.out_of_sight import OutOfSight
from maeditor.ui.restyling import STYLED, named
from maeditor.ui.style_sheet import style_sheet
from maeditor.ui.theme import Theme
from maeditor.ui.tokens import LIGHT
from maeditor.ui.window import Window

ELSEWHERE = {"QAbstractItemView", "QPushButton", "QSplitter", "QToolTip", "QDialog"}
"""What the sheet names inside something else, what Qt draws as part of something else, and what is made when shown."""
LOOKS = [(True, 1.0), (True, 1.3), (False, 1.3), (True, 2.0), (False, 1.0)]


def one_of_each(qtbot: QtBot) -> QDialog:
    """A dialog with everything that the sheet is for, and what only takes font and palette."""
    dialog = QDialog()
    qtbot.addWidget(dialog)
    layout = QVBoxLayout(dialog)
    bar = QMenuBar()
    bar.addMenu("File").addAction("Open")
    layout.setMenuBar(bar)
    choice, rows, off, text = QComboBox(), QListWidget(), QLineEdit("off"), QTextEdit("text")
    choice.addItems(["MW", "GW"])
    rows.addItems([f"row {number}" for number in range(40)])
    off.setEnabled(False)
    tool = QToolButton()
    tool.setText("tool")
    own = QLabel("own")
    own.setStyleSheet("background: transparent;")
    for widget in (QLabel("plain"), own, QLineEdit("field"), off, choice, tool, QCheckBox("check"), rows, text):
        layout.addWidget(widget)
    layout.addWidget(QPushButton("button"))
    dialog.setFixedSize(400, 700)
    dialog.show()
    settle()
    return dialog


def drawn(widget: QWidget) -> QImage:
    """The widget as it is painted now."""
    settle()
    return widget.grab().toImage()


def looks(dialog: QDialog) -> list[QImage]:
    """The dialog in front, its menu and its list open."""
    dialog.activateWindow()
    dialog.setFocus()
    pictures = [drawn(dialog)]
    menu, choice = dialog.findChildren(QMenu)[0], dialog.findChildren(QComboBox)[0]
    menu.popup(QPoint(0, 0))
    pictures.append(drawn(menu))
    menu.close()
    choice.showPopup()
    pictures.append(drawn(choice.view()))
    choice.hidePopup()
    return pictures


def test_what_was_there_before_a_switch_looks_as_if_made_after(qtbot: QtBot, theme: Theme) -> None:
    before = one_of_each(qtbot)
    looks(before)
    for dark, scale in LOOKS:
        theme.set_dark(dark)
        theme.set_scale(scale)
        after = one_of_each(qtbot)
        assert looks(after) == looks(before), (dark, scale)
        after.close()
    before.close()


def views(window: Window) -> QImage:
    """The window but for its status bar, which goes on saying what is being done."""
    picture = drawn(window.main)
    return picture.copy(0, 0, picture.width(), picture.height() - 40)


def test_each_view_comes_back_as_it_was(window: Window) -> None:
    window.choices.choose_theme("light")
    settle()
    for view in ("review", "charts", "read"):
        window.commands.call(f"view-{view}")
        settle()
        before = views(window)
        for name in ("dark", "light"):
            window.choices.choose_theme(name)
            settle()
        assert views(window) == before, view


def colours(widget: QWidget) -> set[str]:
    """The colours of text and grounds that a widget's palette gives."""
    palette = widget.palette()
    roles = (palette.ColorRole.WindowText, palette.ColorRole.Text, palette.ColorRole.Base, palette.ColorRole.Window)
    return {palette.color(role).name().upper() for role in roles}


def test_no_widget_keeps_a_colour_of_the_light_theme_in_the_dark(window: Window) -> None:
    window.choices.choose_theme("light")
    window.choices.choose_theme("dark")
    for hidden in window.main.findChildren(OutOfSight):
        # What it does when it is shown.
        hidden.catch_up()
    settle()
    bright = [
        (type(each).__name__, each.objectName())
        for each in window.main.findChildren(QWidget)
        if colours(each) & {LIGHT.text, LIGHT.paper, LIGHT.raised}
    ]
    assert bright == []


class Counted(QObject):
    """How often widgets are told that their style changed."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.told = 0
        application.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.told += event.type() is QEvent.Type.StyleChange
        return False


@pytest.mark.parametrize("how", ["theme", "size"])
def test_a_switch_goes_through_the_window_once(qapp: QApplication, window: Window, how: str) -> None:
    window.choices.choose_theme("light")
    settle()
    count = len(qapp.allWidgets())
    counted = Counted(qapp)
    if how == "theme":
        window.choices.choose_theme("dark")
    else:
        window.choices.set_zoom(1.15)
    qapp.removeEventFilter(counted)
    # Once from the application's sheet, and where a widget has a sheet of its own, once more.
    assert counted.told < 2 * count


def test_every_class_that_the_sheet_names_is_told(qtbot: QtBot) -> None:
    sheet = style_sheet(LIGHT, round, dark=False)
    selectors = " ".join(re.findall(r"(?:^|\})([^{}]+)\{", sheet))
    classes = set(re.findall(r"\bQ[A-Z]\w+", selectors))
    assert classes - ELSEWHERE == {each.__name__ for each in STYLED}
    dialog = one_of_each(qtbot)
    assert named(dialog.findChildren(QPushButton)[-1])
    assert named(dialog.findChildren(QComboBox)[0].view())
    assert not named(dialog.findChildren(QListWidget)[0])
    dialog.close()
