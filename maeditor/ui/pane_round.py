"""Where the keyboard goes: round the panes with F6, and into the view that comes to the front."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget


class PaneRound(QObject):
    """The panes of the view in front, first what the view is about; those not shown are passed over."""

    def __init__(self, panes: Callable[[], Sequence[QWidget]], aside: QWidget, parent: QObject) -> None:
        """``aside`` is where Qt may put the keyboard when what had it goes: the foot of the window."""
        super().__init__(parent)
        self._panes, self._aside = panes, aside

    def turn(self, step: int) -> None:
        """Go to the next pane, or the one before."""
        panes = [pane for pane in self._panes() if pane.isVisible()]
        if panes:
            panes[(self._here(panes) + step) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def land(self, _view: str = "") -> None:
        """Take the keyboard out of what is no longer shown."""
        focus = QApplication.focusWidget()
        panes = [pane for pane in self._panes() if pane.isVisible()]
        if panes and (focus is None or not focus.isVisible() or self._aside.isAncestorOf(focus)):
            panes[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _here(self, panes: Sequence[QWidget]) -> int:
        focus = QApplication.focusWidget()
        holds = (
            at for at, pane in enumerate(panes) if focus is not None and (pane is focus or pane.isAncestorOf(focus))
        )
        return next(holds, -1)
