"""The ring where no view is: dialogs, search, the card of a new fact, the drawer, the first page, a notice."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from accessibility_setting import name_of, press, shown, told
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QDialog, QListWidget, QWidget
from shell_setting import settle
from test_accessibility_focus import ringed

from maeditor.ui.palette.pane import Palette
from maeditor.ui.tokens import DARK, LIGHT
from maeditor.ui.window import Window

pytestmark = pytest.mark.slow

Key = Qt.Key
Open = Callable[[Window], QWidget]


def dialog_of(command: str) -> Open:
    def do(window: Window) -> QWidget:
        window.commands.call(command)
        settle()
        return next(each for each in window.main.findChildren(QDialog) if each.isVisible())

    return do


def settings_page(at: int) -> Open:
    def do(window: Window) -> QWidget:
        dialog = dialog_of("settings")(window)
        for _page in range(at):
            press(Key.Key_Down)
        return dialog

    return do


def holder_of(*keys: str) -> Open:
    """Press keys in the article; what then has the keyboard stands in a card or a drawer."""

    def do(window: Window) -> QWidget:
        assert window.workspace is not None
        window.workspace.reader.setFocus()
        settle()
        for key in keys:
            press(key)
        return holder()

    return do


def called(command: str) -> Open:
    def do(window: Window) -> QWidget:
        window.commands.call(command)
        settle()
        return holder()

    return do


def holder() -> QWidget:
    """What the field that has the keyboard stands in."""
    focus = QApplication.focusWidget()
    assert focus is not None
    card = focus.parentWidget()
    assert card is not None
    return card


def first_page(window: Window) -> QWidget:
    window.close_project()
    settle()
    return window.main.welcome


def notice(window: Window) -> QWidget:
    window.commands.call("reject-fact")
    settle()
    return window.main.notices


PLACES: dict[str, Open] = {
    **{f"settings {at}": settings_page(at) for at in range(3)},
    **{each: dialog_of(each) for each in ("keys", "article-details", "add-property", "checkpoint")},
    "new fact": holder_of("m", "n"),
    "search": called("search"),
    "history": called("history"),
    "find": called("find"),
    "filter": called("project-facts"),
    "first page": first_page,
    "notice": notice,
}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("place", PLACES)
def test_the_ring_is_seen_and_everything_named(window: Window, place: str, dark: bool) -> None:
    window.choices.choose_theme("dark" if dark else "light")
    settle()
    root = PLACES[place](window)
    settle()
    inside = [each for each in reachable(root) if each.isEnabled()]
    assert inside, "there is something that has the keyboard"
    inks = [window.theme.colour(name) for name in ("focus", "on_accent")]
    inks += [QColor(theme.accent) for theme in (LIGHT, DARK)]
    nameless = [told(each) for each in inside if not name_of(each).strip()]
    assert nameless == []
    if place == "search":
        # Its field always has the keyboard: the ring is around the line that Enter opens.
        found = window.main.findChild(Palette).list
        bare = QImage(found.window().grab(box_of(found)).toImage())
        bare.fill(window.theme.colour("raised"))
        assert ringed(bare, around(found), *inks)
        return
    without = []
    for widget in inside:
        others = [each for each in inside if each is not widget] or [root.window()]
        others[0].setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        if not widget.isVisible():
            continue
        before = around(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(widget, QListWidget) and not widget.selectedItems():
            # The key that leads into a list chooses its first line.
            widget.setCurrentRow(0)
        settle()
        if widget.hasFocus() and not ringed(before, around(widget), *inks):
            without.append(told(widget))
    assert without == []


def reachable(root: QWidget) -> list[QWidget]:
    """What Tab reaches in it; a card keeps its keyboard, so that its own fields count too."""
    window = root.window()
    return [each for each in shown(window) if root is window or root.isAncestorOf(each)]


def around(widget: QWidget) -> QImage:
    """A widget and what lies just outside of it, as they are drawn."""
    return widget.window().grab(box_of(widget)).toImage()


def box_of(widget: QWidget) -> QRect:
    """Where that is in its window."""
    window = widget.window()
    box = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-4, -4, 4, 4)
    return box.intersected(window.rect())
