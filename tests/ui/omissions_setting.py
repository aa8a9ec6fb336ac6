"""What the tests of omissions share: keys in the shown window, and what stands there and in the store."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from shell_setting import settle

from maeditor.services import library, omissions
from maeditor.ui.reader.omission_popups import ReasonPopup
from maeditor.ui.reader.omissions import OmissionsPresenter
from maeditor.ui.window import Window

Key, Shift, Control = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def press(window: Window, *keys: Qt.Key | str) -> None:
    """Press keys in the shown window, as a person does."""
    handle = window.main.windowHandle()
    assert handle is not None
    for key in keys:
        QTest.keyClick(handle, key)
        settle()


def hold(window: Window, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    handle = window.main.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, key, held)
    settle()


def strip(window: Window) -> str:
    """What the strip says, without the marks that isolate quotes."""
    said = window.workspace.reader.omissions.text.text()  # type: ignore[union-attr]
    return said.replace("\u2068", "").replace("\u2069", "")


def presenter(window: Window) -> OmissionsPresenter:
    assert window.workspace is not None
    return window.workspace.omissions


def left(window: Window) -> list[str]:
    """The figures left, by the store's own account."""
    desk = window.workspace.desk  # type: ignore[union-attr]
    return [each.text for each in omissions.unattached(desk.runner, desk.selection.article_id)]


def marked(window: Window) -> str:
    desk, reader = window.workspace.desk, window.workspace.reader  # type: ignore[union-attr]
    span = desk.selection.span
    return reader.view.text[slice(*span)] if span else ""


def reasons(window: Window) -> ReasonPopup:
    found: ReasonPopup = window.main.findChild(ReasonPopup)
    return found


def open_article(window: Window, part: str) -> None:
    desk = window.workspace.desk  # type: ignore[union-attr]
    card = next(card for card in library.articles(desk.runner) if part in card.title)
    desk.selection.show_article(card.id)
    window.workspace.reader.setFocus()  # type: ignore[union-attr]
    settle()
