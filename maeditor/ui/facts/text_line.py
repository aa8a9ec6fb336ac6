"""A text field that, while nobody types in it, ends with … where its room does and says in italics what is missing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QStylePainter, QWidget

BESIDE = 2
"""What a line edit leaves free at both ends of its text."""


class TextLine(QLineEdit):
    """One of the inspector's texts; cut, its tip tells the whole of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.textChanged.connect(lambda _text: self._slant())

    def setPlaceholderText(self, text: str) -> None:
        """Set what is missing."""
        super().setPlaceholderText(text)
        self._slant()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it as the style does, but at rest with a text that is not cut through a letter."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        room = room.marginsRemoved(self.textMargins()).adjusted(BESIDE, 0, -BESIDE, 0)
        whole = self.text()
        told = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip(whole if told != whole else self.accessibleName())
        if self.hasFocus() or told == whole:
            super().paintEvent(event)
            return
        painter = QStylePainter(self)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        side = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, told)

    def _slant(self) -> None:
        font = self.font()
        slanted = not self.text() and bool(self.placeholderText())
        if font.italic() != slanted:
            font.setItalic(slanted)
            self.setFont(font)
