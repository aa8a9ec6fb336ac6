"""A hand in the window for its pictures: commands, keys, the mouse, and the patience until all is drawn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from maeditor.services import library
from maeditor.services.library import FactView
from maeditor.services.runner import ActionRunner
from maeditor.ui.window import Window
from maeditor.ui.workspace import Workspace

Key, Held = Qt.Key, Qt.KeyboardModifier
SETTLED_ROUNDS = 50
"""Rounds of the event loop after which layout and first paints are over."""
PATIENCE_MS = 5000


def settle() -> None:
    """Let everything that waits be laid out and drawn."""
    for _round in range(SETTLED_ROUNDS):
        QApplication.processEvents()


def wait(seen: Callable[[], object]) -> bool:
    """Look until something is so, but not for ever; tells whether it came."""
    left = QDeadlineTimer(PATIENCE_MS)
    while not seen() and not left.hasExpired():
        settle()
    return bool(seen())


def rest(window: Window) -> None:
    """Wait until all of the project is there and no work under way, or so much of it that the window tells it."""
    wait(lambda: window.workspace is None or window.workspace.waking.done)
    wait(lambda: not window.jobs.running or window.main.status.busy)
    settle()


class Visitor:
    """Somebody who brings a window to where it is to be drawn, by what a person has: commands, keys, the mouse."""

    def __init__(self, window: Window, folder: Path) -> None:
        """``folder`` is one of this picture's own, for files that it makes."""
        self.window, self.folder = window, folder

    @property
    def workspace(self) -> Workspace:
        """The open project's. Raises LookupError where none is open."""
        if self.window.workspace is None:
            message = "no project is open"
            raise LookupError(message)
        return self.window.workspace

    @property
    def runner(self) -> ActionRunner:
        """What reads the open project."""
        return self.workspace.desk.runner

    def call(self, *names: str) -> None:
        """Do commands, one after the other."""
        for name in names:
            self.window.commands.call(name)
            settle()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier, times: int = 1) -> None:
        """Press a key where the keyboard is."""
        text = chr(key).lower() if Key.Key_A <= key <= Key.Key_Z else ""
        for _press in range(times):
            self._key(key, held, text)
        settle()

    def type(self, text: str) -> None:
        """Type a text over what the field holds."""
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit):
            field.selectAll()
        for letter in text:
            self._key(Key.Key_unknown, Held.NoModifier, letter)
        settle()

    def rest_on(self, widget: QWidget, at: QPoint) -> None:
        """Let the mouse rest there."""
        for place in (at - QPoint(2, 0), at):
            where = QPointF(widget.mapToGlobal(place))
            none = Qt.MouseButton.NoButton
            moved = QMouseEvent(QEvent.Type.MouseMove, QPointF(place), where, none, none, Held.NoModifier)
            QApplication.sendEvent(widget, moved)
        settle()

    def wait(self, seen: Callable[[], object]) -> bool:
        """Look until something is so, but not for ever; tells whether it came."""
        return wait(seen)

    def rest(self) -> None:
        """Wait until no work is under way, or so much of it that the window tells it."""
        rest(self.window)

    def show_article(self, language: str = "fr", place: int = 0) -> str:
        """Open the article at a place among those of a language; tells which."""
        cards = [each for each in library.articles(self.runner) if each.language == language]
        self.workspace.desk.selection.show_article(cards[place].id)
        settle()
        self.rest()
        return cards[place].id

    def show_fact(self, wanted: Callable[[FactView], object]) -> FactView | None:
        """Open the article of the first fact that is so, and choose it."""
        found = next(
            (each for each in library.project_facts(self.runner) if each.fact.article_id and wanted(each)), None
        )
        if found is not None:
            self.workspace.desk.selection.show_article(found.fact.article_id)
            self.rest()
            self.workspace.desk.selection.show_fact(found.fact.id)
            settle()
        return found

    def mark(self, words: str) -> None:
        """Mark a passage of the open article, by its words."""
        selection, reader = self.workspace.desk.selection, self.workspace.reader
        start = library.open_article(self.runner, selection.article_id).text.find(words)
        if start >= 0:
            reader.scroll_to(start, start + len(words))
            reader.select_span(start, start + len(words))
            settle()

    def picture(self) -> QPixmap:
        """The window with what stands before it: a dialog, a list of choices."""
        self.rest()
        main = self.window.main
        drawn = main.grab()
        painter = QPainter(drawn)
        for each in self._before():
            at = each.mapToGlobal(QPoint(0, 0)) - main.mapToGlobal(QPoint(0, 0))
            if each.isModal():
                # Without a window manager a dialog stands anywhere.
                at = main.rect().center() - each.rect().center()
            painter.drawPixmap(at, each.grab())
            painter.setPen(QPen(self.window.theme.colour("line2"), 1))
            painter.drawRect(each.rect().translated(at).adjusted(-1, -1, 0, 0))
        painter.end()
        return drawn

    def leave(self) -> None:
        """Close what stands before the window."""
        for each in self._before():
            each.close()

    def _before(self) -> list[QWidget]:
        """The window's dialogs and lists, the last one last."""
        owned = (each for each in QApplication.topLevelWidgets() if each.parentWidget() is not None)
        return sorted((each for each in owned if each.isVisible()), key=lambda each: not each.isModal())

    def _key(self, key: Qt.Key, held: Qt.KeyboardModifier, text: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            target = QApplication.focusWidget() or self.window.main
            QApplication.sendEvent(target, QKeyEvent(kind, key, held, text))
