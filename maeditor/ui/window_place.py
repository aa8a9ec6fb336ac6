"""Where the window stands and how large it is, kept between runs; a screen may be gone the next day."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from maeditor.ui.settings import Settings

IN_SIGHT = QSize(160, 40)
"""So much of the window's head must be on a screen, or nobody could take hold of it."""
LARGEST = 100_000


def keep_place(window: QWidget, settings: Settings) -> None:
    """Remember place and size as they are when the window does not fill the screen, and whether it does."""
    full = window.isMaximized() or window.isFullScreen()
    box = window.normalGeometry() if full else window.geometry()
    if not box.isEmpty():
        settings.keep("window_size", [box.width(), box.height()])
        settings.keep("window_place", [box.x(), box.y()])
    settings.keep("window_maximised", window.isMaximized())


def restore_place(window: QWidget, settings: Settings, usual: tuple[int, int]) -> None:
    """Put the window where it was, as far as there is a screen there; never larger than the screen."""
    size = settings.numbers("window_size")
    wanted = QSize(*(size if len(size) == 2 and min(size) > 0 and max(size) < LARGEST else usual))
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    place = settings.numbers("window_place")
    if len(place) == 2:
        head = QRect(QPoint(*_held(place)), QSize(wanted.width(), IN_SIGHT.height()))
        for screen in screens:
            seen = screen.intersected(head)
            if seen.width() >= IN_SIGHT.width() and seen.height() >= IN_SIGHT.height():
                window.move(head.topLeft())
                screens = [screen]
                break
    least = window.minimumSize()
    rooms = [screen.size() for screen in screens if screen.size().expandedTo(least) == screen.size()]
    if size and rooms:
        wanted = wanted.boundedTo(max(rooms, key=QSize.width))
    window.resize(wanted.expandedTo(least))
    if settings.switch("window_maximised", False):
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def _held(place: list[int]) -> tuple[int, int]:
    """A point that Qt's whole numbers can hold, whatever the file says."""
    x, y = (min(max(each, -LARGEST), LARGEST) for each in place)
    return x, y
