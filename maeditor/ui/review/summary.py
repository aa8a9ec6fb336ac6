"""All is decided: what remains, and one key to go on."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from maeditor.ui.keycap import KeycapButton
from maeditor.ui.review.caps import Keycap
from maeditor.ui.theme import Theme

DISC, ICON, BUTTON = 56, 28, 38


class Summary(QWidget):
    """A sentence, what was put off and what no fact says yet, and where to go from here."""

    go_on = Signal()
    later_asked = Signal()
    leave_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._disc = _Disc(theme, self)
        self.title, self.remains, self.pace, self.then = QLabel(self), QLabel(self), QLabel(self), QLabel(self)
        self.loose, self.loose_key = QLabel(self), Keycap(theme, self)
        self.owed, self.owed_key = QLabel(self), Keycap(theme, self)
        for label in (self.title, self.remains, self.loose, self.owed, self.pace, self.then):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(label not in {self.loose, self.owed})
        self.forward = KeycapButton(theme, "forward", "", self, filled=True)
        self.again = KeycapButton(theme, "deferred", "", self)
        for button in (self.forward, self.again):
            # A long title is shortened: the pane is as wide as it is.
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.forward.clicked.connect(self.go_on)
        self.again.clicked.connect(self.later_asked)
        column = self._column = QVBoxLayout(self)
        column.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._disc)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.title)
        column.addWidget(self.remains)
        for said, key in ((self.loose, self.loose_key), (self.owed, self.owed_key)):
            line = QHBoxLayout()
            line.addStretch(1)
            line.addWidget(said)
            line.addWidget(key)
            line.addStretch(1)
            column.addLayout(line)
        column.addWidget(self.pace)
        column.addWidget(self.then)
        column.addSpacing(12)
        column.addWidget(self.forward)
        column.addWidget(self.again)
        column.addStretch(3)
        self.restyle()

    def show_summary(
        self,
        title: str,
        remains: str,
        loose: tuple[str, str],
        pace: str,
        then: str,
        forward: tuple[str, str],
        again: tuple[str, str],
    ) -> None:
        """Say what is done and what remains; what has a key is a word and it, and without a word it is not there.

        Without a way forward nothing was there to be done: no check stands over it.
        """
        said = {self.title: title, self.remains: remains, self.pace: pace, self.then: then}
        for label, text in said.items():
            label.setText(text)
            label.setVisible(bool(text))
        self._disc.setVisible(bool(forward[0]))
        self.show_loose(*loose)
        for button, (word, key) in ((self.forward, forward), (self.again, again)):
            button.setText(word)
            button.setAccessibleName(word)
            button.set_key(key)
            button.setVisible(bool(word))

    def show_loose(self, text: str, key: str) -> None:
        """Say which figures no fact holds, with the key that leads to them; nothing: there are none."""
        self.loose.setText(text)
        self.loose.setVisible(bool(text))
        self.loose_key.show_key(key)

    def show_owed(self, text: str, key: str) -> None:
        """Say how many corrections have no reason, with the key that asks for one; nothing: each has."""
        self.owed.setText(text)
        self.owed.setVisible(bool(text))
        self.owed_key.show_key(key)

    def restyle(self) -> None:
        """Take colours and sizes anew."""
        theme, px = self._theme, self._theme.px
        self._column.setContentsMargins(px(40), 0, px(40), 0)
        self._column.setSpacing(px(8))
        self.title.setFont(theme.ui_font(18, 600))
        self.title.setStyleSheet(f"color: {theme.tokens.text};")
        for label in (self.remains, self.loose, self.owed):
            label.setFont(theme.ui_font(13))
            label.setStyleSheet(f"color: {theme.tokens.text2};")
        for key in (self.loose_key, self.owed_key):
            key.updateGeometry()
        self.pace.setFont(theme.ui_font(12))
        self.pace.setStyleSheet(f"color: {theme.tokens.text3};")
        self.then.setFont(theme.ui_font(13))
        self.then.setStyleSheet(f"color: {theme.tokens.text2};")
        self.then.setContentsMargins(0, px(14), 0, 0)
        for button in (self.forward, self.again):
            button.setFixedHeight(px(BUTTON))
        self.update()


class _Disc(QWidget):
    """A check on a green ground."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A round place."""
        return QSize(self._theme.px(DISC), self._theme.px(DISC))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("ok_bg"))
        painter.drawEllipse(QRectF(self.rect()))
        side = theme.px(ICON)
        at = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        painter.drawPixmap(at, theme.pixmap("check", "ok", side, self.devicePixelRatioF()))
