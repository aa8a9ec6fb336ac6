"""Every key of the table pressed in the shown window: one that does nothing teaches not to trust the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from accessibility_setting import press
from PySide6.QtCore import QBuffer, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from shell_setting import settle

from maeditor.services import library, sheets
from maeditor.ui.command_table import COMMANDS, Command, Scope
from maeditor.ui.key_map import strokes
from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace

Key = Qt.Key
LEAVING = ("close-project", "quit")
"""After these there is no window to look at: they have a test of their own."""
PLACES = {
    "read": (Scope.ANYWHERE, Scope.PROJECT, Scope.READ, Scope.READING),
    "review": (Scope.PROJECT, Scope.READING, Scope.REVIEW),
    "charts": (Scope.PROJECT, Scope.CHARTS),
    "sheets": (Scope.PROJECT, Scope.SHEETS),
}
"""Which commands' keys each view answers; those that work anywhere are pressed in one view."""
UNUSED = Key.Key_F12
Ready = Callable[[Window], None]


def calls(*names: str) -> Ready:
    """Call commands first, so that there is something for the key to do."""

    def do(window: Window) -> None:
        for name in names:
            window.commands.call(name)
            settle()

    return do


def elsewhere(view: str) -> Ready:
    def do(window: Window) -> None:
        opened(window).desk.selection.show_view(view)
        settle()

    return do


def decide(window: Window) -> None:
    """Something to take back."""
    calls("review-reject" if opened(window).desk.selection.view == "review" else "reject-fact")(window)
    view = opened(window).desk.selection.view
    if view in {"charts", "sheets"}:
        elsewhere("read")(window)
        calls("reject-fact")(window)
        elsewhere(view)(window)


def scroll_to_end(window: Window) -> None:
    bar = opened(window).reader.page.surface.verticalScrollBar()
    bar.setValue(bar.maximum())


def scroll_to_top(window: Window) -> None:
    opened(window).reader.page.surface.verticalScrollBar().setValue(0)


def write_in_field(window: Window) -> None:
    """A text, chosen, in the field that looks for words."""
    calls("find")(window)
    QTest.keyClicks(QApplication.focusWidget(), "maroc")
    press("a", Qt.KeyboardModifier.ControlModifier)


READY: dict[str, Ready] = {
    "undo": decide,
    "redo": lambda window: (decide(window), window.commands.call("undo"), settle())[-1],
    "back": calls("next-article"),
    "forward": calls("next-article", "back"),
    "cut": write_in_field,
    "copy": calls("grow-selection"),
    "copy-with-source": calls("grow-selection"),
    "find-next": write_in_field,
    "find-previous": write_in_field,
    "view-read": elsewhere("charts"),
    "view-review": elsewhere("charts"),
    "review": elsewhere("charts"),
    "view-charts": elsewhere("read"),
    "view-sheets": elsewhere("read"),
    "sheet-up": calls("new-sheet", "new-sheet"),
    "sheet-down": calls("new-sheet", "new-sheet", "sheet-up"),
    "duplicate-sheet": calls("new-sheet"),
    "rename-sheet": calls("new-sheet"),
    "delete-sheet": calls("new-sheet"),
    "usual-size": calls("larger"),
    "previous-article": calls("next-article"),
    "shrink-selection": calls("grow-selection", "grow-selection"),
    "dismiss-figure": calls("next-omission"),
    "previous-fact": calls("next-fact", "next-fact"),
    "review-previous": calls("review-next"),
    "review-undo": calls("review-accept"),
    "page-down": scroll_to_top,
    "page-up": scroll_to_end,
    **dict.fromkeys(("end-left", "end-right", "start-sooner", "start-later"), calls("grow-selection")),
}
"""What has to be so before a key can do anything."""
IN_REVIEW: dict[str, Ready] = dict.fromkeys(
    ("end-left", "end-right", "start-sooner", "start-later"), calls("review-bounds", "end-right", "start-sooner")
)


def opened(window: Window) -> Workspace:
    assert window.workspace is not None
    return window.workspace


class Watcher:
    """Notes each dialog that comes and closes it; sees whether anything changed."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self._window, self._qtbot = window, qtbot
        self.dialogs = 0
        self._timer = QTimer(window.main)
        self._timer.timeout.connect(self._close)
        self._timer.start(0)

    def _close(self) -> None:
        front = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if front is not None and front.isVisible():
            self.dialogs += 1
            front.reject() if isinstance(front, QDialog) else front.close()
            self._window.main.activateWindow()

    def rest(self) -> None:
        """Wait until what runs behind has ended."""
        self._qtbot.waitUntil(lambda: not self._window.jobs.running, timeout=20_000)
        settle()

    def look(self) -> tuple[object, ...]:
        """Screen, keyboard, store, clipboard, dialogs."""
        main, desk = self._window.main, opened(self._window).desk
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        main.grab().toImage().save(buffer, "BMP")
        return (
            hash(buffer.data().data()),
            id(QApplication.focusWidget()),
            [(fact.fact.id, fact.fact.version) for fact in library.project_facts(desk.runner)],
            sheets.sheets(desk.runner),
            QApplication.clipboard().text(),
            self.dialogs,
            main.isFullScreen(),
            desk.selection.article_id,
        )


def start_afresh(window: Window, view: str) -> None:
    """The view with a fact chosen and the keyboard in what it is about."""
    workspace = opened(window)
    for _layer in range(4):
        press(Key.Key_Escape)
    window.main.notices.dismiss()
    workspace.desk.selection.show_view("read")
    settle()
    window.show_first_fact()
    workspace.desk.selection.show_view(view)
    QApplication.clipboard().setText("")
    places = {"read": workspace.reader, "review": workspace.review, "charts": workspace.charts}
    if view == "sheets":
        workspace.later.sheets.take_focus()
    else:
        places[view].setFocus()
    settle()


def keyed(view: str) -> Iterator[Command]:
    for command in COMMANDS:
        if command.scope in PLACES[view] and command.keys and command.id not in LEAVING:
            yield command


@pytest.mark.slow
@pytest.mark.parametrize("view", PLACES)
def test_every_key_of_a_view_does_something(window: Window, qtbot: QtBot, view: str) -> None:
    QApplication.setCursorFlashTime(0)
    watcher, dead, pressed = Watcher(window, qtbot), [], 0
    for command in keyed(view):
        for keys in command.keys:
            start_afresh(window, view)
            ready = (IN_REVIEW if view == "review" else {}).get(command.id) or READY.get(command.id)
            if ready is not None:
                ready(window)
            window.main.notices.dismiss()
            watcher.rest()
            before = watcher.look()
            for key, held in strokes(keys):
                press(key, held)
            pressed += 1
            if watcher.look() == before:
                dead.append(f"{command.id}: {keys}")
            if command.checkable or command.id == "full-screen":
                window.commands.call(command.id)
                settle()
    start_afresh(window, view)
    watcher.rest()
    before = watcher.look()
    press(UNUSED)
    assert watcher.look() == before, "it sees changes where there are none"
    assert not dead, f"{dead} of {pressed} keys"


@pytest.mark.parametrize(("key", "command"), [(Key.Key_W, "close-project"), (Key.Key_Q, "quit")])
def test_the_keys_that_leave_leave(window: Window, key: Qt.Key, command: str) -> None:
    press(key, Qt.KeyboardModifier.ControlModifier)
    assert window.workspace is None
    assert window.main.isVisible() == (command == "close-project")
