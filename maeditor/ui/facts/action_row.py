"""Something to do with what is chosen, as a line: icon, word, and beside it what that takes or its key."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from maeditor.ui.strokes import inside
from maeditor.ui.theme import Theme

HEIGHT, ICON, PAD = 30, 16, 8


class ActionRow(QAbstractButton):
    """As wide as its place; what stands at the right gives way to the word."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._theme, self._icon, self._note = theme, icon, ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_action(self, text: str, note: str) -> None:
        """Say what it does, and quietly what that takes."""
        self.setText(text)
        self._note = note
        self.setAccessibleName(text)
        self.setAccessibleDescription(note)
        self.updateGeometry()
        self.update()

    @property
    def note(self) -> str:
        """What stands at the right."""
        return self._note

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self._theme.px(200), self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(0, self._theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon, word and note; a 2 px ring where the keyboard is."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = self.isEnabled() and (self.underMouse() or self.isDown())
        painter.setBrush(theme.colour("hover") if over else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("focus"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(inside(QRectF(self.rect()), 2 if self.hasFocus() else 0), px(7), px(7))
        ink = "text" if self.isEnabled() else "disabled"
        side = px(ICON)
        at = QRect(px(PAD), (self.height() - side) // 2, side, side)
        painter.drawPixmap(at, theme.pixmap(self._icon, ink, side, self.devicePixelRatioF()))
        font, small = theme.ui_font(13, 500), theme.ui_font(12)
        left, right = at.right() + px(PAD), self.width() - px(PAD)
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        metrics = QFontMetrics(font)
        said = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, max(right - left, 0))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(left, 0, right - left, self.height()), middle, said)
        left += metrics.horizontalAdvance(said) + 2 * px(PAD)
        note = QFontMetrics(small).elidedText(self._note, Qt.TextElideMode.ElideRight, max(right - left, 0))
        painter.setFont(small)
        painter.setPen(theme.colour("text2"))
        painter.drawText(
            QRect(left, 0, max(right - left, 0), self.height()), middle | Qt.AlignmentFlag.AlignRight, note
        )
