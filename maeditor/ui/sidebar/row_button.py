"""What the sidebar's entries have in common: as high as a row, in the rail their icon alone, alight under the mouse."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from maeditor.ui.theme import Theme

HEIGHT, RAIL_HEIGHT = 30, 36


class RowButton(QAbstractButton):
    """30 px high and as wide as the sidebar; in the rail a square of 36."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rail = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_rail(self, rail: bool) -> None:
        """Show the icon alone."""
        self._rail = rail
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A row of the sidebar; in the rail a square."""
        return QSize(self._theme.px(36), self._theme.px(RAIL_HEIGHT if self._rail else HEIGHT))
