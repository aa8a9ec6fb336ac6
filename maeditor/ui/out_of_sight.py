"""What nobody sees takes other colours, sizes and words when it is shown, and not at each switch."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget

from maeditor.ui.restyling import follow

SHOWN = (QEvent.Type.Show, QEvent.Type.ShowToParent)


class OutOfSight(QObject):
    """Calls for a pane what it does at a switch: at once while it is shown, else once when it is shown again.

    For panes that nobody measures before they are shown, such as pages of a stack.
    """

    def __init__(self, pane: QWidget, take: Callable[[], object], *switches: SignalInstance) -> None:
        super().__init__(pane)
        self._pane, self._take = pane, take
        self._owed = self._unstyled = self._resized = False
        for switch in switches:
            switch.connect(self.follow)

    @property
    def hidden(self) -> bool:
        """Tell whether the pane is not part of what its window shows, or would show."""
        return not self._pane.isVisibleTo(self._pane.window())

    def follow(self) -> None:
        """Something was switched: words, colours or sizes."""
        if self.hidden:
            self._owe()
        else:
            self._take()

    def rest(self, *, resized: bool) -> None:
        """The application has another sheet, which the pane is not to take yet."""
        self._unstyled = True
        self._resized |= resized
        self._owe()

    def catch_up(self) -> None:
        """Take now what the pane was left out of."""
        if not self._owed:
            return
        self._pane.removeEventFilter(self)
        self._owed = False
        if self._unstyled:
            for widget in (self._pane, *self._pane.findChildren(QWidget)):
                follow(widget, resized=self._resized)
            self._unstyled = self._resized = False
        self._take()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Catch up when the pane is shown."""
        if event.type() in SHOWN:
            self.catch_up()
        return super().eventFilter(watched, event)

    def _owe(self) -> None:
        if not self._owed:
            self._owed = True
            self._pane.installEventFilter(self)


def resting(application: QApplication, *, resized: bool) -> set[QWidget]:
    """The widgets that are left out of a switch of the sheet: each is told, and sees to it by itself."""
    left: set[QWidget] = set()
    for top in application.topLevelWidgets():
        for each in top.findChildren(OutOfSight):
            if each.hidden:
                each.rest(resized=resized)
                pane = each.parent()
                if isinstance(pane, QWidget):
                    left.add(pane)
                    left.update(pane.findChildren(QWidget))
    return left
