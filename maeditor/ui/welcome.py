"""The first page: four ways to begin, and the projects opened last."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

CARDS = (
    ("open-sample", "sample", "welcome.sample", "welcome.key_enter"),
    ("import-files", "import", "welcome.import", "welcome.key_import"),
    ("paste-article", "paste", "welcome.paste", "welcome.key_paste"),
    ("open-project", "open_project", "welcome.open", "welcome.key_open"),
)
WIDTH = 720
SHOWN_RECENT = 5


class WelcomePage(QWidget):
    """Focus stands on the sample: Enter opens it."""

    asked = Signal(str)
    """A command's name."""
    project_asked = Signal(str)

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._logo, self._title, self._lead = _Logo(theme, self), QLabel(self), QLabel(self)
        self._heading, self._none = QLabel(self), QLabel(self)
        self.cards = {name: WelcomeCard(theme, icon, self) for name, icon, _text, _key in CARDS}
        self._recent: Sequence[str] = ()
        self._links: list[QPushButton] = []
        self._lay_out()
        for name, card in self.cards.items():
            card.clicked.connect(lambda _checked=False, wanted=name: self.asked.emit(wanted))
        words.changed.connect(self.retranslate)
        theme.changed.connect(self.retranslate)
        self.retranslate()

    def show_recent(self, projects: Sequence[str]) -> None:
        """List the projects opened last, those that are still there."""
        self._recent = projects[:SHOWN_RECENT]
        for link in self._links:
            self._column.removeWidget(link)
            link.deleteLater()
        self._links = []
        for project in self._recent:
            link = QPushButton(Path(project).name, self)
            link.setToolTip(project)
            link.setAccessibleName(self._words.say("welcome.open_recent", name=Path(project).name))
            link.setCursor(Qt.CursorShape.PointingHandCursor)
            link.clicked.connect(lambda _checked=False, wanted=project: self.project_asked.emit(wanted))
            self._column.insertWidget(self._column.indexOf(self._none), link, 0, Qt.AlignmentFlag.AlignLeft)
            self._links.append(link)
        self._none.setVisible(not self._recent)
        self.retranslate()

    def retranslate(self) -> None:
        """Word and colour everything again."""
        theme, say, tokens = self._theme, self._words.say, self._theme.tokens
        self._title.setText(say("welcome.title"))
        self._title.setFont(theme.reading_font(30, 600))
        self._lead.setText(say("welcome.lead"))
        self._lead.setFont(theme.ui_font(15))
        self._lead.setStyleSheet(f"color: {tokens.text2};")
        for name, _icon, text, key in CARDS:
            self.cards[name].show_text(say(f"{text}_title"), say(f"{text}_text"), say(key))
        self._heading.setText(say("welcome.recent"))
        self._heading.setFont(theme.ui_font(11, 600))
        self._heading.setStyleSheet(f"color: {tokens.text3}; letter-spacing: 1px;")
        self._none.setText(say("welcome.no_recent"))
        self._none.setFont(theme.ui_font(13))
        self._none.setStyleSheet(f"color: {tokens.text2};")
        for link in self._links:
            link.setStyleSheet(
                f"QPushButton {{ color: {tokens.accent}; background: transparent; border: 2px solid transparent;"
                f" padding: {theme.px(2)}px; text-align: left; }}"
                f"QPushButton:hover {{ text-decoration: underline; }}"
                f"QPushButton:focus {{ border-color: {tokens.focus}; border-radius: {theme.px(5)}px; }}"
            )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper's ground."""
        QPainter(self).fillRect(self.rect(), self._theme.colour("paper"))

    def _lay_out(self) -> None:
        px = self._theme.px
        column = self._column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._logo, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(px(22))
        column.addWidget(self._title)
        column.addSpacing(px(10))
        column.addWidget(self._lead)
        column.addSpacing(px(34))
        grid = QGridLayout()
        grid.setSpacing(px(14))
        for place, card in enumerate(self.cards.values()):
            grid.addWidget(card, place // 2, place % 2)
        column.addLayout(grid)
        column.addSpacing(px(34))
        column.addWidget(self._heading)
        column.addSpacing(px(8))
        column.addWidget(self._none)
        holder = QWidget(self)
        holder.setFixedWidth(px(WIDTH))
        holder.setLayout(column)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(holder)
        middle.addStretch(1)
        around = QVBoxLayout(self)
        around.addStretch(3)
        around.addLayout(middle)
        around.addStretch(5)


class WelcomeCard(QAbstractButton):
    """A way to begin: icon, title, what it takes, its key."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._icon = theme, icon
        self._about, self._key = "", ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumSize(self.sizeHint())

    def show_text(self, title: str, about: str, key: str) -> None:
        """Word the card."""
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(about)
        self._about, self._key = about, key
        self.update()

    def sizeHint(self) -> QSize:
        """Half the page, 78 px high."""
        return QSize(self._theme.px(340), self._theme.px(78))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space choose; arrows go round, as everywhere."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() in {Qt.Key.Key_Right, Qt.Key.Key_Down}:
            self.focusNextChild()
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Up}:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Draw again when the mouse comes and goes."""
        if event.type() in {QEvent.Type.Enter, QEvent.Type.Leave}:
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card."""
        theme = self._theme
        px = theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setBrush(theme.colour("hover" if self.underMouse() and not focused else "raised"))
        painter.setPen(QPen(theme.colour("focus" if focused else "line2"), 2 if focused else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(12), px(12))
        side = px(22)
        icon = QRect(px(20), (self.height() - side) // 2, side, side)
        ink = "accent" if focused else "text2"
        painter.drawPixmap(icon, theme.pixmap(self._icon, ink, side, self.devicePixelRatioF()))
        left = icon.right() + px(18)
        cap_font = theme.ui_font(11, 500)
        width = QFontMetrics(cap_font).horizontalAdvance(self._key) + px(12)
        painter.setFont(theme.ui_font(15, 600))
        painter.setPen(theme.colour("text"))
        painter.drawText(QRect(left, px(16), self.width() - left - width - px(20), px(24)), 0, self.text())
        painter.setFont(theme.ui_font(12))
        painter.setPen(theme.colour("text2"))
        painter.drawText(QRect(left, px(42), self.width() - left - px(12), px(22)), 0, self._about)
        cap = QRectF(self.width() - width - px(14), px(18), width, px(20))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("line2"), 1))
        painter.drawRoundedRect(cap, px(4), px(4))
        painter.setFont(cap_font)
        painter.setPen(theme.colour("text2"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)


class _Logo(QWidget):
    """The application's letter."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(theme.px(48), theme.px(48))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(QRectF(self.rect()), theme.px(10), theme.px(10))
        painter.setPen(theme.colour("on_accent"))
        painter.setFont(theme.ui_font(26, 700))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "M")
