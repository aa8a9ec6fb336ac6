"""The first page: four ways to begin, and the projects opened last."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from maeditor.ui.context_keys import cap_of
from maeditor.ui.strokes import inside
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

CARDS = (
    ("open-sample", "sample", "sample", "keys.enter"),
    ("import-files", "import", "import", "import-files"),
    ("paste-article", "paste", "paste", "paste-article"),
    ("open-project", "open_project", "open", "open-project"),
)
WIDTH = 720
GAPS = {"logo": 20, "title": 8, "lead": 36, "cards": 34, "heading": 8}
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
        self._links: list[RecentButton] = []
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
            link.hide()
            link.deleteLater()
        self._links = []
        for project in self._recent:
            link = RecentButton(self._theme, project, self)
            link.clicked.connect(lambda _checked=False, wanted=project: self.project_asked.emit(wanted))
            self._column.insertWidget(self._column.indexOf(self._none), link)
            self._links.append(link)
        self._none.setVisible(not self._recent)
        self.retranslate()

    def retranslate(self) -> None:
        """Word and colour everything again."""
        theme, say, tokens = self._theme, self._words.say, self._theme.tokens
        self._holder.setFixedWidth(theme.px(WIDTH))
        self._logo.setFixedSize(theme.px(48), theme.px(48))
        self._title.setText(say("welcome.title"))
        self._title.setFont(theme.reading_font(33, 600))
        self._lead.setText(say("welcome.lead"))
        self._lead.setFont(theme.ui_font(16))
        self._lead.setStyleSheet(f"color: {tokens.text2};")
        for name, _icon, text, key in CARDS:
            self.cards[name].show_text(
                say(f"welcome.{text}_title"), say(f"welcome.{text}_text"), cap_of(key, self._words)
            )
        self._heading.setText(say("welcome.recent"))
        self._heading.setFont(theme.ui_font(11, 600))
        self._heading.setStyleSheet(f"color: {tokens.text3}; letter-spacing: 1px;")
        self._none.setText(say("welcome.no_recent"))
        self._none.setFont(theme.ui_font(13))
        self._none.setStyleSheet(f"color: {tokens.text2};")
        for link, project in zip(self._links, self._recent, strict=True):
            link.setAccessibleName(say("welcome.open_recent", name=Path(project).name))
        self._space()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper's ground."""
        QPainter(self).fillRect(self.rect(), self._theme.colour("paper"))

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._gaps = {name: QSpacerItem(0, 0) for name in GAPS}
        grid = self._grid = QGridLayout()
        for place, card in enumerate(self.cards.values()):
            grid.addWidget(card, place // 2, place % 2)
        column.addWidget(self._logo, 0, Qt.AlignmentFlag.AlignLeft)
        column.addItem(self._gaps["logo"])
        column.addWidget(self._title)
        column.addItem(self._gaps["title"])
        column.addWidget(self._lead)
        column.addItem(self._gaps["lead"])
        column.addLayout(grid)
        column.addItem(self._gaps["cards"])
        column.addWidget(self._heading)
        column.addItem(self._gaps["heading"])
        column.addWidget(self._none)
        self._holder = QWidget(self)
        self._holder.setLayout(column)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._holder)
        middle.addStretch(1)
        around = QVBoxLayout(self)
        around.addStretch(3)
        around.addLayout(middle)
        around.addStretch(5)

    def _space(self) -> None:
        """Sizes follow those of the text, as far as the window is wide enough."""
        px = self._theme.px
        self._holder.setFixedWidth(min(px(WIDTH), self.window().minimumWidth() or px(WIDTH)))
        for name, gap in self._gaps.items():
            gap.changeSize(0, px(GAPS[name]), QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(14))
        self._logo.setFixedSize(px(48), px(48))
        for card in self.cards.values():
            card.setFixedHeight(card.sizeHint().height())
        self._column.invalidate()


class WelcomeCard(QAbstractButton):
    """A way to begin: icon, title, what it takes, its key."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._theme, self._icon = theme, icon
        self._about, self._key = "", ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_text(self, title: str, about: str, key: str) -> None:
        """Word the card."""
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(about)
        self._about, self._key = about, key
        self.setMinimumSize(self.sizeHint())
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

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card."""
        theme = self._theme
        px = theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setBrush(theme.colour("hover" if self.underMouse() and not focused else "raised"))
        painter.setPen(QPen(theme.colour("focus" if focused else "line2"), 2 if focused else 1))
        painter.drawRoundedRect(inside(QRectF(self.rect()), 2 if focused else 1), px(12), px(12))
        side = px(24)
        icon = QRect(px(19), (self.height() - side) // 2, side, side)
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
        cap = QRectF(self.width() - width - px(14), px(17), width, px(18))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("line2"), 1))
        painter.drawRoundedRect(inside(cap), px(4), px(4))
        painter.setFont(cap_font)
        painter.setPen(theme.colour("text2"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)


class RecentButton(QAbstractButton):
    """A project opened lately: its name, and where it lies."""

    def __init__(self, theme: Theme, project: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._theme = theme
        path = Path(project)
        self._name, self._where = path.name, shown_folder(path.parent)
        self.setText(self._name)
        self.setToolTip(project)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A line of a list."""
        return QSize(self._theme.px(300), self._theme.px(32))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it; its text stands under the heading's, its ground a little outside."""
        theme = self._theme
        px = theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse() or self.hasFocus():
            painter.setBrush(theme.colour("hover"))
            painter.setPen(QPen(theme.colour("focus"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, px(7), px(7))
        side = px(16)
        icon = QRect(px(8), (self.height() - side) // 2, side, side)
        painter.drawPixmap(icon, theme.pixmap("open_project", "text2", side, self.devicePixelRatioF()))
        font, small = theme.ui_font(13, 500), theme.ui_font(12)
        left = icon.right() + px(10)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        elide = Qt.TextElideMode.ElideMiddle
        name = QFontMetrics(font).elidedText(self._name, elide, (self.width() - left) * 3 // 5)
        painter.setFont(font)
        painter.setPen(theme.colour("accent"))
        painter.drawText(QRect(left, 0, self.width() - left, self.height()), middle, name)
        left += QFontMetrics(font).horizontalAdvance(name) + px(12)
        where = QFontMetrics(small).elidedText(self._where, elide, self.width() - left - px(8))
        painter.setFont(small)
        painter.setPen(theme.colour("text3"))
        painter.drawText(QRect(left, 0, self.width() - left, self.height()), middle, where)


def shown_folder(folder: Path) -> str:
    """A folder as people write it: what lies in one's own begins with ``~``."""
    home = Path("~").expanduser()
    return str(Path("~") / folder.relative_to(home)) if folder.is_relative_to(home) else str(folder)


class _Logo(QWidget):
    """The application's letter."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

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
