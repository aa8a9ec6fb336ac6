"""A field of the fact on the table: its name, what it says, the key that changes it; changed in its place."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from maeditor.ui.review.caps import cap_width, draw_cap
from maeditor.ui.review.suggest_field import SuggestField
from maeditor.ui.strokes import inside
from maeditor.ui.theme import Theme

HEIGHT, LOW, LABEL = 30, 26, 98
"""``LOW`` where the window is low: all fields stay in sight."""
OPEN, LOW_OPEN, CAP = 36, 33, 18
"""Of a row whose field is open: fields do not touch; the least room for a key: they end at one line."""


class FieldRow(QAbstractButton):
    """One line over a hairline; pressing it opens its field."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._theme = theme
        self._name = self._said = self._hint = self._key = ""
        self.field: SuggestField | None = None
        self.low = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def said(self) -> str:
        """What the field says; empty: nothing yet."""
        return self._said

    def show_field(self, name: str, said: str, hint: str, key: str) -> None:
        """Show a field; ``hint`` stands where it says nothing."""
        self._name, self._said, self._hint, self._key = name, said, hint, key
        self.setText(said)
        self.setAccessibleName(f"{name}, {said or hint}")
        self.update()

    def open(self, field: SuggestField) -> None:
        """Put a field in the place of what is said."""
        self.close_field()
        self.field = field
        field.setParent(self)
        self.updateGeometry()
        self._place()
        field.show()
        self.update()

    def close_field(self) -> None:
        """Take the field away."""
        if self.field is not None:
            self.field.close_list()
            self.field.hide()
            self.field.deleteLater()
            self.field = None
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """One line; a little more while it is changed."""
        usual, opened = (LOW, LOW_OPEN) if self.low else (HEIGHT, OPEN)
        high = opened if self.field is not None else usual
        return QSize(self._theme.px(200), self._theme.px(high))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The field is as wide as the line."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and self.field is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), px(6), px(6))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(theme.ui_font(12.5))
        painter.setPen(theme.colour("text2"))
        painter.drawText(QRect(0, 0, px(LABEL), self.height()), align, self._name)
        right = draw_cap(painter, theme, self._key, self.width() - px(1), (self.height() - 1) / 2)
        if self.field is None:
            font = theme.ui_font(13, 500)
            if not self._said:
                font = theme.ui_font(13)
                font.setItalic(True)
            painter.setFont(font)
            painter.setPen(theme.colour("text" if self._said else "text3"))
            box = QRect(px(LABEL), 0, round(right) - px(8 + LABEL), self.height())
            said = painter.fontMetrics().elidedText(self._said or self._hint, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, align, said)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inside(QRectF(self.rect()), 2), px(6), px(6))

    def _place(self) -> None:
        if self.field is not None:
            px = self._theme.px
            right = self.width() - max(cap_width(self._theme, self._key), px(CAP)) - px(8)
            gap = px(1 if self.low else 3)
            self.field.setGeometry(px(LABEL - 9), gap, right - px(LABEL - 9), self.height() - 1 - 2 * gap)
