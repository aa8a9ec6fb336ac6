"""The ring around a pane when the keyboard has come to it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from maeditor.ui.theme import Theme

_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class FocusRing(QWidget):
    """Lies over a widget and lets everything through; shown for the keyboard, not for a click into the text."""

    def __init__(self, theme: Theme, around: QWidget, targets: tuple[QWidget, ...]) -> None:
        super().__init__(around)
        self._theme, self._around, self._targets = theme, around, targets
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        around.installEventFilter(self)
        for target in targets:
            if target is not around:
                target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come with the keyboard, go with it, follow the size."""
        if event.type() is QEvent.Type.Resize and watched is self._around:
            self.setGeometry(self._around.rect())
        elif isinstance(event, QFocusEvent) and watched in self._targets:
            self.setVisible(event.gotFocus() and event.reason() in _BY_KEYBOARD)
            self.raise_()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring inside the edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("focus"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 6, 6)
        painter.end()
