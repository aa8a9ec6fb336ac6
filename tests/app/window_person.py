"""Somebody at the window: keys, mouse and drops go to the shown window, as from the system; what stands there is read.

No command, presenter, service or signal is called. A key goes to the window and finds its way by itself: to a shortcut,
or to whatever has the focus.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6 import __version_info__ as qt
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QTextCursor, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from maeditor.ui.charts.pane import ChartsPane
from maeditor.ui.facts.form import FactForm
from maeditor.ui.facts.inspector import Inspector
from maeditor.ui.facts.pane import FactsPane
from maeditor.ui.facts.popover import FactPopover
from maeditor.ui.notices import Notices
from maeditor.ui.reader.pane import ReaderPane
from maeditor.ui.sidebar.pane import SidebarPane

Key, Left, NoModifier = Qt.Key, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
Control, Shift, Alt = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
PATIENCE_MS = 20_000


class Person:
    """Eyes and hands on one shown window."""

    def __init__(self, qtbot: QtBot, main: QWidget) -> None:
        self._qtbot, self.main = qtbot, main

    # Hands

    def press(self, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = NoModifier) -> None:
        """Press a key in the window in front."""
        QTest.keyClick(self._front(), key, modifiers)

    def type(self, text: str) -> None:
        """Type a text, character by character."""
        for character in text:
            QTest.keyClick(self._front(), character)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click on a widget where it stands in its window."""
        place = widget.mapTo(widget.window(), at if at is not None else widget.rect().center())
        QTest.mouseClick(_handle(widget), Left, NoModifier, place)

    def drag(self, widget: QWidget, start: QPoint, end: QPoint) -> None:
        """Press, move, let go."""
        window, top = _handle(widget), widget.window()
        middle = QPoint((start.x() + end.x()) // 2, end.y())
        QTest.mousePress(window, Left, NoModifier, widget.mapTo(top, start))
        for place in (middle, end):
            QTest.mouseMove(window, widget.mapTo(top, place))
        QTest.mouseRelease(window, Left, NoModifier, widget.mapTo(top, end))

    def drop(self, *files: Path) -> None:
        """Drop files on the middle of the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        place = self.main.rect().center()
        copy = Qt.DropAction.CopyAction
        # Up to Qt 6.11 a drag enters at a QPoint, from 6.12 on at a QPointF.
        entering = QDragEnterEvent(QPointF(place) if qt >= (6, 12) else place, copy, data, Left, NoModifier)
        QApplication.sendEvent(self._handle(), entering)
        assert entering.isAccepted(), "the window refuses the drop"
        QApplication.sendEvent(self._handle(), QDropEvent(QPointF(place), copy, data, Left, NoModifier))

    def answer(self, path: Path) -> None:
        """Make ready for the file dialog that the next key opens: type a path into it and press Enter."""

        def fill(dialog: QFileDialog) -> None:
            field = dialog.findChild(QLineEdit, "fileNameEdit")
            self.click(field)
            self.press("a", Control)
            self.type(str(path))
            self.press(Key.Key_Return)

        self._when_asked(fill)

    def dismiss(self) -> list[str]:
        """Make ready for a file dialog that Escape closes; the list takes its title."""
        titles: list[str] = []

        def leave(dialog: QFileDialog) -> None:
            titles.append(dialog.windowTitle())
            self.press(Key.Key_Escape)

        self._when_asked(leave)
        return titles

    def choose(self, entry: str) -> None:
        """Click the way to a line of the menus, from the menu bar on; the line is known by its object name."""
        way = _way(self.main.findChild(QMenuBar), entry)
        assert way, f"no menu holds {entry}"
        for menu, line in way:
            self.wait(menu.isVisible)
            self.click(menu, menu.actionGeometry(line).center())
        self.wait(lambda: QApplication.activePopupWidget() is None)

    def select(self, quote: str) -> None:
        """Select a passage of the article with the mouse."""
        page, cursor = self.page, self._found(quote)
        first, last = QTextCursor(page.document()), QTextCursor(page.document())
        first.setPosition(cursor.selectionStart())
        last.setPosition(cursor.selectionEnd())
        start, end = page.cursorRect(first).center(), page.cursorRect(last).center()
        self.drag(page.viewport(), start, end)

    def put_caret(self, quote: str) -> None:
        """Click into the article's text, at the beginning of some words."""
        cursor = self._found(quote)
        cursor.setPosition(cursor.selectionStart())
        self.click(self.page.viewport(), self.page.cursorRect(cursor).center())

    def choose_article(self, title: str) -> None:
        """Click an article in the sidebar."""
        articles = self.main.findChild(SidebarPane).articles
        index = next(
            articles.model().index(row, 0)
            for row in range(articles.model().rowCount())
            if title in str(articles.model().index(row, 0).data())
        )
        self.click(articles.viewport(), articles.visualRect(index).center())

    def choose_fact(self, said: str) -> None:
        """Click a fact in the list, by something its line says."""
        facts = self.main.findChild(FactsPane).list
        row = next(row for row, line in enumerate(self.fact_lines()) if said in line)
        self.click(facts.viewport(), facts.visualRect(facts.model().index(row, 0)).center())

    # Eyes

    @property
    def page(self) -> QTextEdit:
        """The article's text in front."""
        surface = self.main.findChild(ReaderPane).page.surface
        assert isinstance(surface, QTextEdit)
        return surface

    @property
    def form(self) -> FactForm:
        """The inspector's fields."""
        return self.main.findChild(FactForm)

    @property
    def popover(self) -> FactPopover | None:
        """The popover of a new fact, if it is open."""
        popover = self.main.findChild(FactPopover)
        return popover if popover is not None and popover.isVisible() else None

    @property
    def charts(self) -> ChartsPane:
        """The charts view, once it is made."""
        self.wait(lambda: self.main.findChild(ChartsPane))
        return self.main.findChild(ChartsPane)

    def notice(self) -> str:
        """The notice at the bottom of the window, or nothing."""
        notices = self.main.findChild(Notices)
        return "\n".join(label.text() for label in notices.findChildren(QLabel) if label.isVisible())

    def article_lines(self) -> list[str]:
        """What the sidebar's lines say."""
        pane = self.main.findChild(SidebarPane)
        model = pane.articles.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())] if pane.articles.isVisible() else []

    def fact_lines(self) -> list[str]:
        """What the fact list's lines say."""
        model = self.main.findChild(FactsPane).list.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def chosen_fact(self) -> str:
        """The number of the fact in the inspector, as F-0001; nothing without one."""
        for label in self.main.findChild(Inspector).findChildren(QLabel):
            if label.isVisible() and label.text().startswith("F-"):
                return label.text().split(" ")[0]
        return ""

    def sees(self, quote: str) -> bool:
        """Tell whether a passage of the article stands within the reader's page."""
        place = self.page.cursorRect(self._found(quote)).center()
        return self.page.isVisible() and self.page.viewport().rect().contains(place)

    def buttons(self) -> list[str]:
        """What the visible buttons say."""
        return [each.text() for each in self.main.findChildren(QAbstractButton) if each.isVisible()]

    def labels(self, inside: QWidget) -> list[str]:
        """Every text shown in a widget."""
        return [label.text() for label in inside.findChildren(QLabel) if label.isVisible()]

    def focus(self) -> QWidget:
        """What has the keyboard."""
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    def wait(self, seen: Callable[[], object]) -> None:
        """Look until something is so."""
        self._qtbot.waitUntil(lambda: bool(seen()), timeout=PATIENCE_MS)

    def wait_for_notice(self, part: str) -> None:
        """Look until a notice says something."""
        try:
            self.wait(lambda: part in self.notice())
        except AssertionError as error:
            raise AssertionError(f"no notice says {part!r}; shown: {self.notice()!r}") from error

    def _found(self, quote: str) -> QTextCursor:
        cursor = self.page.document().find(quote)
        assert cursor.hasSelection(), f"the reader does not show {quote!r}"
        return cursor

    def _front(self) -> QWindow:
        modal = QApplication.activeModalWidget()
        return _handle(modal) if modal is not None else self._handle()

    def _handle(self) -> QWindow:
        return _handle(self.main)

    def _when_asked(self, do: Callable[[QFileDialog], None]) -> None:
        """The dialog keeps the key that opened it from returning: a timer without delay looks for it meanwhile."""
        timer = QTimer(self.main)

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QFileDialog) and dialog.isVisible():
                timer.stop()
                timer.deleteLater()
                do(dialog)
                # Where there is no window manager, nobody gives the keyboard back when a dialog goes.
                self.main.activateWindow()

        timer.timeout.connect(look)
        timer.start(0)


def _way(shelf: QMenuBar | QMenu, entry: str) -> list[tuple[QMenuBar | QMenu, QAction]]:
    """The menus and lines that lead to an entry."""
    for line in shelf.actions():
        if line.objectName() == entry:
            return [(shelf, line)]
        menu = line.menu()
        if isinstance(menu, QMenu) and (deeper := _way(menu, entry)):
            return [(shelf, line), *deeper]
    return []


def _handle(widget: QWidget) -> QWindow:
    handle = widget.window().windowHandle()
    assert handle is not None, "it is not shown"
    return handle
