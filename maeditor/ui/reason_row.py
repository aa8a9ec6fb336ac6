"""A value that its passage does not say needs a reason: asked in one line, kept with Enter."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from maeditor.ui.theme import Theme


class ReasonRow(QFrame):
    """The question and the field for its answer."""

    given = Signal(str)
    """Enter; the reason may be empty, the doubt then stays."""
    given_and_on = Signal(str)
    """Ctrl+Enter: the same, and on to the next fact."""
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.question = QLabel(self)
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        self.question.setWordWrap(True)
        self.field = _ReasonField(self)
        self.field.setAcceptDrops(False)
        self.question.setBuddy(self.field)
        column = self._column = QVBoxLayout(self)
        column.addWidget(self.question)
        column.addWidget(self.field)
        self.field.given.connect(lambda: self.given.emit(self.said))
        self.field.given_and_on.connect(lambda: self.given_and_on.emit(self.said))
        self.field.left.connect(self.left)
        self.restyle()
        self.hide()

    @property
    def said(self) -> str:
        """What is typed."""
        return self.field.text().strip()

    def ask(self, question: str, hint: str) -> None:
        """Ask, with an empty field that has the keyboard."""
        self.question.setText(question)
        self.field.setText("")
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(question)
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        """Take colours and sizes anew."""
        theme, px = self._theme, self._theme.px
        self._column.setContentsMargins(px(12), px(9), px(12), px(11))
        self._column.setSpacing(px(7))
        self.question.setFont(theme.ui_font(12.5, 600))
        self.question.setStyleSheet(f"color: {theme.tokens.text}; background: transparent;")
        self.field.setFont(theme.ui_font(13))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("warn_bg"))
        painter.drawRoundedRect(QRectF(self.rect()), self._theme.px(9), self._theme.px(9))


class _ReasonField(QLineEdit):
    """Its Enter and Escape are the card's."""

    given = Signal()
    given_and_on = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter gives the reason, with Ctrl it goes on too, Escape leaves."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            on = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            (self.given_and_on if on else self.given).emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
