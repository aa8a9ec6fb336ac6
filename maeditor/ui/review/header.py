"""The strip above the card: where one is, whether the article or the project is reviewed, and the way out."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from maeditor.ui.review.caps import cap_width, draw_cap
from maeditor.ui.strokes import inside
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

HEIGHT, SEGMENT, SEGMENT_BUTTON = 44, 28, 24


class Header(QWidget):
    """Title, place, scope, way out."""

    scope_asked = Signal(bool)
    """True: the whole project."""
    leave_asked = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._title, self.place = QLabel(self), QLabel(self)
        self._segment = QFrame(self)
        self._segment.setObjectName("reviewScope")
        self.article, self.project = QPushButton(self._segment), QPushButton(self._segment)
        group = QButtonGroup(self)
        segment = self._segment_row = QHBoxLayout(self._segment)
        segment.setSpacing(0)
        for button in (self.article, self.project):
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            group.addButton(button)
            segment.addWidget(button)
        self.article.setChecked(True)
        self.leave = _Leave(theme, self)
        row = self._row = QHBoxLayout(self)
        row.addWidget(self._title)
        row.addWidget(self.place)
        row.addStretch(1)
        row.addWidget(self._segment, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignVCenter)
        group.buttonClicked.connect(lambda _button: self.scope_asked.emit(self.project.isChecked()))
        self.leave.clicked.connect(self.leave_asked)
        self.restyle()

    def show_place(self, text: str) -> None:
        """Say which fact of how many is on the table."""
        self.place.setText(text)

    def show_visit(self, text: str) -> None:
        """Say that a fact is only looked at; what is reviewed is no question then."""
        self._segment.setVisible(not text)
        if text:
            self.place.setText(text)

    def show_scope(self, *, whole: bool) -> None:
        """Mark what is reviewed."""
        (self.project if whole else self.article).setChecked(True)

    def restyle(self) -> None:
        """Take words, colours and sizes anew."""
        theme, say, px = self._theme, self._words.say, self._theme.px
        tokens = theme.tokens
        self.setFixedHeight(px(HEIGHT))
        self._row.setContentsMargins(px(20), 0, px(14), 0)
        self._row.setSpacing(px(8))
        self._segment_row.setContentsMargins(px(2), px(2), px(2), px(2))
        self._title.setText(say("review.title"))
        self._title.setFont(theme.ui_font(14, 600))
        self.place.setFont(theme.ui_font(13, tabular=True))
        self.place.setStyleSheet(f"color: {tokens.text2};")
        self.article.setText(say("review.scope_article"))
        self.project.setText(say("review.scope_project"))
        for button in (self.article, self.project):
            button.setAccessibleName(say("review.scope_name", scope=button.text()))
            button.setFont(theme.ui_font(12, 600))
            button.setFixedHeight(px(SEGMENT_BUTTON))
            button.setStyleSheet(
                f"QPushButton {{ border: 1px solid transparent; border-radius: {px(6)}px; color: {tokens.text2};"
                f" padding: 0 {px(9)}px; background: transparent; }}"
                f"QPushButton:checked {{ background: {tokens.raised}; color: {tokens.text};"
                f" border-color: {tokens.line2}; }}"
                f"QPushButton:focus {{ border: 2px solid {tokens.focus}; padding: 0 {px(8)}px; }}"
            )
        self._segment.setFixedHeight(px(SEGMENT))
        self._segment.setStyleSheet(f"#reviewScope {{ background: {tokens.hover}; border-radius: {px(8)}px; }}")
        self.leave.show_word(say("review.leave"), say("keys.escape"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground over a hairline."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("panel"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("line"))


class _Leave(QAbstractButton):
    """A word and its key, without a frame."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._theme, self._key = theme, ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_word(self, word: str, key: str) -> None:
        """Show a word and its key."""
        self._key = key
        self.setText(word)
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Word, key, room around them."""
        px = self._theme.px
        word = QFontMetrics(self._theme.ui_font(12.5)).horizontalAdvance(self.text())
        return QSize(word + cap_width(self._theme, self._key) + px(22), px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover" if self.underMouse() else "panel"))
            painter.drawRoundedRect(inside(box, 2), px(7), px(7))
        right = draw_cap(painter, theme, self._key, self.width() - px(7), self.height() / 2)
        painter.setFont(theme.ui_font(12.5))
        painter.setPen(theme.colour("text"))
        place = QRect(0, 0, round(right) - px(7), self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.text())
