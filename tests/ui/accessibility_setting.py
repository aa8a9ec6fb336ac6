"""What the tests for people who do without mouse or eyes share: the views, what Tab reaches, what is said of it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shell_setting import settle

from maeditor.services import sheets
from maeditor.ui.picture_visitor import wait
from maeditor.ui.window import Window

VIEWS = ("read", "review", "charts", "sheets")
NO_KEY = Qt.KeyboardModifier.NoModifier


def each_view(window: Window) -> Iterator[str]:
    """Turn to each view by its command, as a key does."""
    assert {f"view-{view}" for view in VIEWS} <= set(window.commands.actions)
    for view in VIEWS:
        if view == "sheets":
            furnish(window)
        window.commands.call(f"view-{view}")
        settle()
        rest(window)
        yield view


def furnish(window: Window) -> None:
    """Sheets to look at, if there are none."""
    assert window.workspace is not None
    desk = window.workspace.desk
    if len(sheets.sheets(desk.runner)) < 2:
        for title in ("Puissances", "Tout"):
            done, _sheet = sheets.add_sheet(desk.runner, title)
            desk.bulletin.publish(done)


def rest(window: Window) -> None:
    """Wait until a workbook that is looked at is there."""
    assert window.workspace is not None
    later = window.workspace.later
    assert wait(lambda: not later.has("sheets_presenter") or later.sheets_presenter.resting)
    settle()


def name_of(widget: QWidget) -> str:
    """What a screen reader calls it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def reachable(root: QWidget) -> list[QWidget]:
    """What Tab can reach in a window; the lists of combo boxes are windows of their own."""
    return [
        each
        for each in root.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.window() is root and each.focusProxy() is None
    ]


def shown(root: QWidget) -> list[QWidget]:
    """What Tab reaches now."""
    return [each for each in reachable(root) if each.isVisible() and each.isEnabled()]


def press(key: Qt.Key | str, held: Qt.KeyboardModifier = NO_KEY) -> None:
    """Press a key in whatever window is in front."""
    front = QApplication.activeModalWidget() or QApplication.activeWindow()
    assert front is not None
    handle = front.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, key, held)
    settle()


def told(widget: QWidget) -> str:
    """A widget as a failure names it."""
    parent = widget.parentWidget()
    return f"{type(widget).__name__} {name_of(widget)!r} in {type(parent).__name__}"
