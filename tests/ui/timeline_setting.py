"""What the tests of the history stand on: keys pressed in the window in front, and what stands in the drawer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shell_setting import settle

from maeditor.domain.facts import State
from maeditor.services import library
from maeditor.ui.timeline.pane import TimelinePane
from maeditor.ui.window import Window

Key = Qt.Key
NoModifier = Qt.KeyboardModifier.NoModifier
Control, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def press(window: Window, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = NoModifier) -> None:
    """Press a key in the window in front, as from the system."""
    front: QWidget = QApplication.activeModalWidget() or window.main
    handle = front.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, key, modifiers)
    settle()
    if QApplication.activeWindow() is None:
        # Where there is no window manager, nobody gives the keyboard back when a dialog goes.
        window.main.activateWindow()
        settle()


def write(window: Window, text: str) -> None:
    """Type a text."""
    for character in text:
        press(window, character)


def open_history(window: Window) -> TimelinePane:
    """Ctrl+Shift+H."""
    press(window, Key.Key_H, Control | Shift)
    pane = window.main.findChild(TimelinePane)
    assert pane is not None
    assert pane.isVisible()
    return pane


def lines(pane: TimelinePane) -> list[str]:
    """What the rows say, days among them."""
    return [str(pane.model.index(row, 0).data()) for row in range(pane.model.rowCount())]


def changes(pane: TimelinePane) -> list[str]:
    """What the opened step says that it changed."""
    return [str(pane.changes.index(row, 0).data()) for row in range(pane.changes.rowCount())]


def go_to(window: Window, pane: TimelinePane, part: str) -> None:
    """Walk down the list to a row that says something."""
    for _row in range(pane.model.rowCount()):
        if part in str(pane.list.currentIndex().data()):
            return
        press(window, Key.Key_Down)
    raise AssertionError(f"no row says {part!r}: {lines(pane)}")


def states(window: Window) -> dict[str, State]:
    """All facts with how they stand."""
    assert window.workspace is not None
    return {view.fact.id: view.fact.state for view in library.project_facts(window.workspace.desk.runner)}


def waiting_fact(window: Window) -> str:
    """Select a fact of the open article that waits."""
    assert window.workspace is not None
    desk = window.workspace.desk
    views = library.article_facts(desk.runner, desk.selection.article_id)
    fact = next(view.fact for view in views if view.fact.state is State.PROPOSED and not view.fact.needs_look)
    desk.selection.show_fact(fact.id)
    settle()
    return fact.id
