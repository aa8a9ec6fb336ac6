"""The way to search, looking like the field it opens: icon, word, keycap; in the rail the icon alone."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from maeditor.ui.sidebar.row_button import RowButton
from maeditor.ui.strokes import inside
from maeditor.ui.theme import Theme


class SearchButton(RowButton):
    """30 px high; a click opens the palette."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._key = ""

    @property
    def key(self) -> str:
        """The key that it shows."""
        return self._key

    def show_key(self, key: str) -> None:
        """Show the key that does the same."""
        self._key = key
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field's ground and edge, the icon, the word in grey, the keycap."""
        theme = self._theme
        px = theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = 2 if self.hasFocus() else 1
        edge = "focus" if self.hasFocus() else "line2"
        if not self._rail or self.hasFocus() or self.underMouse():
            painter.setBrush(theme.colour("hover" if self.underMouse() else "raised"))
            bare = self._rail and not self.hasFocus()
            painter.setPen(Qt.PenStyle.NoPen if bare else QPen(theme.colour(edge), stroke))
            painter.drawRoundedRect(inside(QRectF(self.rect()), stroke), px(7), px(7))
        side = px(17)
        left = (self.width() - side) // 2 if self._rail else px(10)
        icon = QRect(left, (self.height() - side) // 2, side, side)
        painter.drawPixmap(icon, theme.pixmap("search", "text2", side, self.devicePixelRatioF()))
        if self._rail:
            return
        painter.setFont(theme.ui_font(13))
        painter.setPen(theme.colour("text3"))
        painter.drawText(self.rect().adjusted(px(36), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._key:
            font = theme.ui_font(11, 500)
            wide = QFontMetrics(font).horizontalAdvance(self._key) + px(10)
            cap = QRectF(self.width() - wide - px(7), (self.height() - px(18)) / 2, wide, px(18))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("line2"), 1))
            painter.drawRoundedRect(inside(cap), px(4), px(4))
            painter.setFont(font)
            painter.setPen(theme.colour("text2"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)
