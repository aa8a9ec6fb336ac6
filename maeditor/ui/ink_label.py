"""A label of plain text whose ink is set by palette: a style sheet would make Qt forget its typeface."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QWidget


class InkLabel(QLabel):
    """Plain text only, for much of it comes from articles."""

    def __init__(self, parent: QWidget, *, wraps: bool = False) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)

    def dress(self, font: QFont, ink: QColor) -> None:
        """Take a typeface and a colour."""
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, ink)
        self.setPalette(palette)
        self.setFont(font)


class LineLabel(InkLabel):
    """One line, cut with an ellipsis where it lacks room; its tooltip says all."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        room = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
