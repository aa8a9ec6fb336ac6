"""One line at the bottom of the window: what was done, what went wrong. Never steals the focus."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from shiboken6 import isValid

from maeditor.domain.errors import MaeditorError
from maeditor.ui.announcing import announce
from maeditor.ui.theme import Theme
from maeditor.ui.tokens import DARK, LIGHT
from maeditor.ui.wording import Words

SHOWN_MS = 6000
NARROWEST = 240
"""What is narrower has no room for a sentence with its buttons: then it stands over the whole window."""
ABOVE_EDGE = 74
MOST_KEPT = 200


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence, and maybe one thing to do about it."""

    text: str
    error: bool = False
    label: str = ""
    action: Callable[[], None] | None = None
    about: str = ""
    """For an error: what has to come right for it to be void."""
    hint: bool = False
    """Nothing was done: it says what would help."""
    at: datetime = field(default_factory=lambda: datetime.now().astimezone(), compare=False)
    """When it was said, where the person is."""


class Notices(QWidget):
    """One notice at a time, 6 s; an error comes back after it until it is dismissed, void, or followed by another."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._over: QWidget | None = None
        self._standing: Notice | None = None
        self._shown: Notice | None = None
        self.past: list[Notice] = []
        """What was said since the window opened, oldest first; the history lists it."""
        self._icon, self._text = QLabel(self), QLabel(self)
        self._action, self._close = QPushButton(self), QPushButton(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(False)
        for button in (self._action, self._close):
            # Reached by Tab alone: neither a notice nor a click on it takes the keyboard away.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setFlat(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._action.clicked.connect(self._act)
        self._close.clicked.connect(self.dismiss)
        row = self._row = QHBoxLayout(self)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        parent.installEventFilter(self)
        theme.changed.connect(self._rescale)
        words.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    @property
    def text(self) -> str:
        """What is shown now, or nothing."""
        return self._shown.text if self._shown is not None else ""

    def stand_over(self, widget: QWidget | None) -> None:
        """Stand over one pane from now on, so that no button beside it is covered; over the whole window without."""
        if self._over is not None and self._over is not widget and isValid(self._over):
            self._over.removeEventFilter(self)
        self._over = widget
        if widget is not None:
            widget.installEventFilter(self)
        self._place()

    def info(self, text: str, label: str = "", action: Callable[[], None] | None = None) -> None:
        """Say that something was done, or is so."""
        self._add(Notice(text, label=label, action=action))

    def hint(self, text: str, label: str = "", action: Callable[[], None] | None = None) -> None:
        """Say why nothing was done, and what would help; no sign of success, and no alarm."""
        self._add(Notice(text, label=label, action=action, hint=True))

    def error(self, text: str, about: str = "") -> None:
        """Say that something went wrong; it stays until dismissed, or until ``about`` is resolved."""
        self._standing = Notice(text, error=True, about=about)
        self._add(self._standing)

    def error_from(self, error: MaeditorError, about: str = "") -> None:
        """Word an error and show it."""
        from maeditor.services.telling import tell_error  # the store with it, which the first page does without

        self.error(tell_error(error, self._words.wording), about)

    def resolve(self, about: str) -> None:
        """Take away the error about something that has come right."""
        standing = self._standing
        if standing is not None and standing.about == about:
            self._standing = None
            if self._shown is standing:
                self.dismiss()

    def dismiss(self) -> None:
        """Take the notice away; an error that stands comes back after an information."""
        self._timer.stop()
        if self._shown is self._standing:
            self._standing = None
        self._shown = None
        self.hide()
        if self._standing is not None:
            self._show(self._standing)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom centre of the window, or of the pane."""
        if event.type() is QEvent.Type.Resize and watched in {self.parent(), self._over}:
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """What is being read does not go away."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """It may go now."""
        if self._shown is not None and not self._shown.error:
            self._timer.start(SHOWN_MS)
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card: inverted, so that it stands out in both themes."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        error = self._shown is not None and self._shown.error
        painter.setBrush(theme.colour("danger" if error else "text"))
        painter.setPen(QPen(theme.colour("line2"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(9), theme.px(9))

    def _add(self, notice: Notice) -> None:
        self.past.append(notice)
        del self.past[:-MOST_KEPT]
        announce(self, notice.text)
        self._show(notice)

    def _show(self, notice: Notice) -> None:
        self._shown = notice
        self._text.setText(notice.text)
        self._action.setText(notice.label)
        self._action.setVisible(bool(notice.label))
        self._restyle()
        self._timer.stop()
        if not notice.error:
            self._timer.start(SHOWN_MS)
        # First to its place: shown elsewhere it could find itself under the mouse, and would stay.
        self._place()
        self.show()
        self.raise_()

    def _act(self) -> None:
        action = self._shown.action if self._shown is not None else None
        self.dismiss()
        if action is not None:
            action()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None or self._shown is None:
            return
        left, width = 0, parent.width()
        if self._over is not None and self._over.isVisible() and self._over.width() >= self._theme.px(NARROWEST):
            left, width = self._over.mapTo(parent, self._over.rect().topLeft()).x(), self._over.width()
        room = width - self._theme.px(48)
        self._text.setWordWrap(False)
        self._text.setMinimumWidth(0)
        self.adjustSize()
        if self.width() > room:
            self._text.setWordWrap(True)
            self._text.setMinimumWidth(max(200, room - (self.width() - self._text.width())))
            self.resize(room, self.heightForWidth(room) if self.hasHeightForWidth() else self.sizeHint().height())
        x = left + (width - self.width()) // 2
        self.move(max(0, x), parent.height() - self.height() - self._theme.px(ABOVE_EDGE))

    def _rescale(self) -> None:
        self._restyle()
        self._place()

    def _restyle(self) -> None:
        """The card is inverted, so its action has the accent of the other theme."""
        theme = self._theme
        px = theme.px
        error = self._shown is not None and self._shown.error
        inverted = LIGHT if theme.dark else DARK
        ink = theme.tokens.on_danger if error else theme.tokens.paper
        accent = ink if error else inverted.accent
        hover = theme.tokens.danger if error else inverted.hover
        side = px(17)
        hint = self._shown is not None and self._shown.hint
        name, colour = ("warning", ink) if error else ("hint", ink) if hint else ("accepted", accent)
        self._icon.setPixmap(theme.pixmap(name, colour, side, self.devicePixelRatioF()))
        self._row.setContentsMargins(px(14), px(7), px(7), px(7))
        self._row.setSpacing(px(8))
        self._text.setFont(theme.ui_font(13))
        self._text.setStyleSheet(f"color: {ink}; background: transparent;")
        self._action.setFont(theme.ui_font(13, 600))
        for button, text in ((self._action, accent), (self._close, ink)):
            button.setStyleSheet(
                f"QPushButton {{ color: {text}; background: transparent; border: 2px solid transparent;"
                f" border-radius: {px(6)}px; padding: {px(3)}px {px(8)}px; }}"
                f"QPushButton:hover {{ background: {hover}; }}"
                f"QPushButton:focus {{ border-color: {accent}; }}"
            )
        self._close.setIcon(theme.icon("close", ink))
        self._close.setIconSize(QSize(px(14), px(14)))
        self._close.setFixedWidth(px(30))
        self._close.setAccessibleName(self._words.say("notice.dismiss"))
        self._close.setToolTip(self._words.say("notice.dismiss"))
        self.update()
