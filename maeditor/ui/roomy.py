"""Room for the views: where the text is large and the window small, a view keeps its size and scrolls."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSplitter, QStackedWidget, QWidget

LEAST = 600
"""Pixels that the views are given at the least; below, what stands beside them gives way no further."""


MARGIN = 24
"""Pixels left around what has the keyboard."""


class ViewStack(QStackedWidget):
    """The views, of which one is seen: it alone says how much room is needed."""

    def minimumSizeHint(self) -> QSize:
        """What the view in front needs; panes side by side scroll up and down by themselves."""
        view = self.currentWidget()
        if view is None:
            return QSize(0, 0)
        least = view.minimumSizeHint()
        return QSize(least.width(), 0 if isinstance(view, QSplitter) else least.height())


class Roomy(QScrollArea):
    """Scrolls only what would be cut off otherwise, and follows the keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.stack = ViewStack(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(self.stack)
        self.stack.currentChanged.connect(self._fit)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def minimumSizeHint(self) -> QSize:
        """As wide as the view needs, up to what can be asked of any window."""
        return QSize(min(self.stack.minimumSizeHint().width(), LEAST), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What has the keyboard stays in sight."""
        super().resizeEvent(event)
        self._follow(None, QApplication.focusWidget())

    def _fit(self) -> None:
        self.stack.updateGeometry()
        self._follow(None, QApplication.focusWidget())

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        # What is clicked stays under the mouse.
        if new is None or QApplication.mouseButtons() or not self.stack.isAncestorOf(new):
            return
        area = new.parentWidget()
        while area is not None and area is not self.parentWidget():
            if isinstance(area, QScrollArea):
                area.ensureWidgetVisible(new, MARGIN, MARGIN)
            area = area.parentWidget()
