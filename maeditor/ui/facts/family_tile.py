"""The family's icon on its own ground."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from maeditor.domain.properties import Family
from maeditor.ui.theme import Theme

TILE = 24


class FamilyTile(QWidget):
    """A square beside a property's name."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._family, self._icon = theme, Family.ATTRIBUTE, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_family(self, family: Family, icon: str = "") -> None:
        """Show another family, with its own icon or one given."""
        self._family, self._icon = family, icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._theme.px(TILE), self._theme.px(TILE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        theme = self._theme
        colours = theme.family(self._family)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour_of(colours.wash))
        painter.drawRoundedRect(QRectF(self.rect()), theme.px(6), theme.px(6))
        side = theme.px(15)
        at = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        icon = self._icon or self._family.value
        painter.drawPixmap(at, theme.pixmap(icon, colours.ink, side, self.devicePixelRatioF()))
