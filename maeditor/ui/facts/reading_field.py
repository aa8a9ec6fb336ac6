"""The popover's field: what is typed, and in grey behind it how it reads."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QWidget

from maeditor.ui.theme import Theme

GAP, LEAST = 10, 40
"""Between the value and its reading; room below which the reading is not begun."""


class ReadingField(QLineEdit):
    """A line of its own: value in bold, its reading beside it, elided where it ends."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reading = ""

    @property
    def reading(self) -> str:
        """What stands behind the value."""
        return self._reading

    def show_reading(self, reading: str) -> None:
        """Show how the value reads; a screen reader hears it as the field's description."""
        self._reading = reading
        self.setAccessibleDescription(reading)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, then the reading where the value ends."""
        super().paintEvent(event)
        if not self._reading or not self.text():
            return
        theme = self._theme
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inner = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        used = QFontMetrics(self.font()).horizontalAdvance(self.text()) + theme.px(GAP)
        room = QRect(inner.left() + used, inner.top(), inner.width() - used, inner.height())
        if room.width() < theme.px(LEAST):
            return
        font = theme.ui_font(13)
        # Said outright, for a painter fills what a font leaves open from its widget's, which is bold here.
        font.setVariableAxis(QFont.Tag("wght"), QFont.Weight.Normal)
        told = QFontMetrics(font).elidedText(self._reading, Qt.TextElideMode.ElideRight, room.width())
        painter = QPainter(self)
        painter.setFont(font)
        painter.setPen(theme.colour("text2"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, told)
