"""The menu under the text-size button: larger, smaller, how long lines are."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from maeditor.ui.reader.columns import MEASURES
from maeditor.ui.wording import Words

ZOOMS = (80, 90, 100, 110, 125, 150, 175, 200)
"""Text sizes in per cent, from one to the next by a key."""


class Sized(Protocol):
    """What has a text size and a measure: the reader's pane."""

    @property
    def zoom(self) -> int:
        """The text size in per cent."""
        ...

    @property
    def measure(self) -> str:
        """A key of MEASURES."""
        ...

    def set_zoom(self, percent: int) -> None:
        """Set the text size."""
        ...

    def set_measure(self, measure: str) -> None:
        """Set the line length."""
        ...


def larger(zoom: int) -> int:
    """The next larger text size."""
    return next((each for each in ZOOMS if each > zoom), zoom)


def smaller(zoom: int) -> int:
    """The next smaller text size."""
    return next((each for each in reversed(ZOOMS) if each < zoom), zoom)


def offer_sizes(menu: QMenu, sized: Sized, words: Words, button: QWidget) -> None:
    """Open the menu under a button, with what is on ticked.

    The menu is kept and filled anew: one deleted after use took its actions with it twice (PySide6 6.11).
    """
    menu.clear()
    menu.addAction(words.say("reader.larger")).triggered.connect(lambda: sized.set_zoom(larger(sized.zoom)))
    menu.addAction(words.say("reader.smaller")).triggered.connect(lambda: sized.set_zoom(smaller(sized.zoom)))
    normal = menu.addAction(f"{words.say('reader.normal_size')} ({words.say('reader.zoom', percent=sized.zoom)})")
    normal.triggered.connect(lambda: sized.set_zoom(100))
    menu.addSeparator()
    for measure in MEASURES:
        action = menu.addAction(words.say(f"reader.measure_{measure}"))
        action.setCheckable(True)
        action.setChecked(measure == sized.measure)
        action.triggered.connect(lambda _=False, wanted=measure: sized.set_measure(wanted))
    menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))
