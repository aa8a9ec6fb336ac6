"""A family as a pill: icon and word; the chosen one on its own ground."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from maeditor.domain.properties import Family
from maeditor.ui.strokes import inside
from maeditor.ui.theme import Theme

HEIGHT, PAD, ICON, GAP = 27, 7, 14, 3


class FamilyChip(QAbstractButton):
    """As wide as its word needs. A click leaves the keyboard where it is: Tab in the field turns the families."""

    def __init__(self, theme: Theme, family: Family, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._theme, self.family = theme, family
        self._size = 12.0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_size(self, size: float) -> None:
        """Set the word at another size."""
        self._size = size

    def sizeHint(self) -> QSize:
        """Icon, word and what stands around them."""
        px = self._theme.px
        word = QFontMetrics(self._theme.ui_font(self._size, 500)).horizontalAdvance(self.text())
        return QSize(word + px(ICON) + px(GAP) + 2 * px(PAD), px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon and word."""
        theme = self._theme
        px, colours = theme.px, theme.family(self.family)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        painter.setBrush(
            theme.colour_of(colours.wash) if chosen else theme.colour("hover" if self.underMouse() else "raised")
        )
        edge = theme.colour_of(colours.line) if chosen else theme.colour("line2")
        painter.setPen(QPen(edge, 1.5 if chosen else 1))
        box = inside(QRectF(self.rect()), 1.5 if chosen else 1)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        side = px(ICON)
        icon = QRect(px(PAD), (self.height() - side) // 2, side, side)
        painter.drawPixmap(icon, theme.pixmap(self.family.value, colours.ink, side, self.devicePixelRatioF()))
        painter.setFont(theme.ui_font(self._size, 500))
        painter.setPen(theme.colour_of(colours.ink) if chosen else theme.colour("text"))
        left = px(PAD) + side + px(GAP)
        painter.drawText(QRect(left, 0, self.width() - left, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
