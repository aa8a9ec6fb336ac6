"""The strip in which one types what to find in the article."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from maeditor.ui.announcing import announce
from maeditor.ui.reader.header import IconButton
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

HEIGHT, FIELD, COUNT = 44, 280, 112


class FindBar(QWidget):
    """Enter and Shift+Enter go to the next and the one before, Escape closes; it knows no article."""

    typed = Signal(str)
    next_wanted = Signal()
    previous_wanted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._failed = False
        self._icon, self.field, self.count = QLabel(self), QLineEdit(self), QLabel(self)
        self.previous, self.next = IconButton(theme, "up", self), IconButton(theme, "down", self)
        self.close_button = IconButton(theme, "close", self)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self._row = QHBoxLayout(self)
        for widget in (self._icon, self.field, self.count, self.previous, self.next):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(self.close_button)
        for each in (self.field, self.previous, self.next, self.close_button):
            each.installEventFilter(self)
        self.field.textEdited.connect(self.typed)
        self.previous.clicked.connect(self.previous_wanted)
        self.next.clicked.connect(self.next_wanted)
        self.close_button.clicked.connect(self.closed)
        theme.changed.connect(self.restyle)
        words.changed.connect(self.restyle)
        self.restyle()
        self.hide()

    def ask(self, query: str) -> None:
        """Show it with something to find, ready to be typed over."""
        self.field.setText(query)
        self.show()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def tell(self, text: str, *, failed: bool = False, many: bool = False) -> None:
        """Say what was found, aloud too; ``failed`` in the colour of danger, ``many`` where there is one to go to."""
        self.count.setText(text)
        if failed != self._failed:
            self._failed = failed
            self._colour()
        self.previous.setEnabled(many)
        self.next.setEnabled(many)
        if self.isVisible():
            announce(self.field, text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field's own keys; what is typed on a button goes to the field, and calls no command of the window."""
        if watched is not self.field and isinstance(event, QKeyEvent) and _writes(event):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self.field.setFocus(Qt.FocusReason.OtherFocusReason)
                self.field.end(False)
                self.field.insert(event.text())
                self.typed.emit(self.field.text())
                return True
        if watched is self.field and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                (self.previous_wanted if back else self.next_wanted).emit()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                (self.next_wanted if event.key() == Qt.Key.Key_Down else self.previous_wanted).emit()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, wherever in the strip the keyboard is."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line under it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("panel"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("line"))
        painter.end()

    def restyle(self) -> None:
        """Take theme, sizes and language anew."""
        theme, say = self._theme, self._words.say
        self.setFixedHeight(theme.px(HEIGHT))
        self._row.setContentsMargins(theme.px(14), 0, theme.px(10), 0)
        self._row.setSpacing(theme.px(8))
        self._icon.setPixmap(theme.pixmap("search", "text3", theme.px(16), self.devicePixelRatioF()))
        self.field.setFixedWidth(theme.px(FIELD))
        self.field.setFont(theme.ui_font(13))
        self.field.setPlaceholderText(say("find.placeholder"))
        self.field.setAccessibleName(say("find.name"))
        self.count.setMinimumWidth(theme.px(COUNT))
        self.count.setFont(theme.ui_font(12, 500, tabular=True))
        for button, name in ((self.previous, "previous"), (self.next, "next"), (self.close_button, "close")):
            command = f"find-{name}"
            cap = self._words.cap(command) if command in self._words.keys.commands else ""
            button.say(say(f"find.{name}"), cap)
            button.updateGeometry()
        self._colour()

    def _colour(self) -> None:
        tokens = self._theme.tokens
        self.count.setStyleSheet(f"color: {tokens.danger if self._failed else tokens.text2};")
        self.field.setStyleSheet(f"QLineEdit {{ border-color: {tokens.danger}; }}" if self._failed else "")


def _writes(event: QKeyEvent) -> bool:
    """Tell whether a key writes a character that a button has no use for."""
    plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
    return plain and event.text().strip() != "" and event.text().isprintable()
