"""One way to decide of a correction: what it does, where that comes from, its key."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from maeditor.ui.strokes import inside
from maeditor.ui.theme import Theme

HEIGHT, PAD, WIDEST = 48, 12, 420


class ChoiceButton(QAbstractButton):
    """Two lines and a keycap; an accent edge where it is the decision taken."""

    def __init__(self, theme: Theme, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._key, self._note = theme, key, ""
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @property
    def note(self) -> str:
        """The second line."""
        return self._note

    def tell(self, text: str, note: str) -> None:
        """What it does, and where that comes from."""
        self.setText(text)
        self._note = note
        self.setAccessibleName(text)
        self.setAccessibleDescription(note)
        self.setToolTip(f"{text}\n{note}" if note else text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for both lines and the key, but not without end."""
        px = self._theme.px
        above = QFontMetrics(self._theme.ui_font(13, 600)).horizontalAdvance(self.text()) + px(32)
        below = QFontMetrics(self._theme.ui_font(11)).horizontalAdvance(self._note)
        return QSize(min(max(above, below) + px(2 * PAD + 2), px(WIDEST)), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Narrower it cuts its lines."""
        return QSize(self._theme.px(96), self._theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = self.isChecked() or self.hasFocus()
        painter.setBrush(theme.colour("hover" if self.underMouse() and not self.isChecked() else "raised"))
        painter.setPen(QPen(theme.colour("focus" if marked else "control"), 2 if marked else 1))
        painter.drawRoundedRect(inside(QRectF(self.rect()), 2 if marked else 1), px(8), px(8))
        if self.isChecked() and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 1))
            painter.drawRoundedRect(inside(QRectF(self.rect()).adjusted(4, 4, -4, -4)), px(5), px(5))
        cap = QRectF(self.width() - px(PAD + 18), px(8), px(18), px(18))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("line2"), 1))
        painter.drawRoundedRect(inside(cap), px(4), px(4))
        painter.setFont(theme.ui_font(11, 500))
        painter.setPen(theme.colour("text2"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)
        self._line(painter, self.text(), theme.ui_font(13, 600), "text", QRect(px(PAD), px(7), px(32), px(18)))
        self._line(painter, self._note, theme.ui_font(11), "text2", QRect(px(PAD), px(26), px(PAD), px(15)))

    def _line(self, painter: QPainter, said: str, font: QFont, ink: str, box: QRect) -> None:
        """A line in a box whose width says what is kept free at its right."""
        room = QRect(box.left(), box.top(), self.width() - box.left() - box.width(), box.height())
        painter.setFont(font)
        painter.setPen(self._theme.colour(ink))
        shown = QFontMetrics(font).elidedText(said, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
