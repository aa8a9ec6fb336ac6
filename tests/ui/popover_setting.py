"""Hands at the window that make a fact of a passage, and what they look at."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit
from shell_setting import settle

from maeditor.services import library
from maeditor.services.library import FactView
from maeditor.ui.facts.popover import MARGIN, FactPopover
from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace

Key = Qt.Key
SENTENCE = "Les cinq premiers marchés africains"


class Hands:
    """Keys go to the window and find their way by themselves; each is counted."""

    def __init__(self, window: Window, workspace: Workspace) -> None:
        self.window, self.workspace, self.pressed = window, workspace, 0

    def press(self, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        handle = self.window.main.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, key, modifiers)
        self.pressed += 1
        settle()

    def put_caret(self, quote: str) -> None:
        surface = self.workspace.reader.page.surface
        assert isinstance(surface, QTextEdit)
        cursor: QTextCursor = surface.document().find(quote)
        assert cursor.hasSelection(), quote
        self.workspace.reader.scroll_to(plain(self.workspace).index(quote), plain(self.workspace).index(quote) + 1)
        settle()
        cursor.setPosition(cursor.selectionStart() + 1)
        QTest.mouseClick(surface.viewport(), Qt.MouseButton.LeftButton, pos=surface.cursorRect(cursor).center())
        settle()


def plain(workspace: Workspace) -> str:
    return workspace.reader.view.text.replace("\u00a0", " ").replace("\u202f", " ")


def facts(workspace: Workspace) -> dict[str, FactView]:
    return {view.fact.id: view for view in library.project_facts(workspace.desk.runner)}


def popover_of(workspace: Workspace) -> FactPopover:
    popover = workspace.facts_presenter.making.popover
    assert popover is not None
    return popover


def open_on(window: Window, workspace: Workspace, start: int, end: int, command: str = "new-fact") -> FactPopover:
    workspace.reader.setFocus()
    workspace.reader.select_span(start, end)
    settle()
    window.commands.call(command)
    settle()
    popover = popover_of(workspace)
    assert popover.isVisible()
    return popover


def open_at(window: Window, workspace: Workspace, quote: str, command: str = "new-fact") -> FactPopover:
    start = plain(workspace).index(quote)
    return open_on(window, workspace, start, start + len(quote), command)


def sentence(workspace: Workspace) -> str:
    start = plain(workspace).index(SENTENCE)
    return plain(workspace)[start : plain(workspace).index(".", start) + 1]


def card(popover: FactPopover) -> QRect:
    inside = popover.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    return QRect(popover.mapToGlobal(inside.topLeft()), inside.size())
