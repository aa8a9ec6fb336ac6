"""The card's foot: three decisions, or while something is changed three ways to end that; and hints of keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from maeditor.ui.keycap import KeycapButton
from maeditor.ui.review.caps import HEIGHT as CAP
from maeditor.ui.review.caps import cap_width
from maeditor.ui.strokes import inside
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

BUTTON, HINTS, SIDE = 38, 20, 20
ENTER = "↵"
"""As the key itself is marked: written out it leaves no room for what the buttons say."""
DECISIONS = (("accept", "accept"), ("reject", "reject"), ("later", "deferred"))
ENDINGS = (("commit", ""), ("commit_accept", ""), ("cancel", ""))


class Footer(QWidget):
    """What it is asked by a click; the keys are the pane's and the commands'."""

    asked = Signal(str)
    """``accept``, ``reject``, ``later``; ``commit``, ``commit_accept``, ``cancel``."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.visiting = False
        """Another fact than the one on the table is looked at."""
        self.buttons: dict[str, KeycapButton] = {}
        self._stack = QStackedLayout()
        self._rows: list[QHBoxLayout] = []
        for row_of in (DECISIONS, ENDINGS):
            holder = QWidget(self)
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            self._rows.append(row)
            for name, icon in row_of:
                filled, tight = name in {"accept", "commit_accept"}, row_of is ENDINGS
                button = KeycapButton(theme, icon, "", holder, filled=filled, tight=tight)
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
                button.clicked.connect(lambda _checked=False, wanted=name: self.asked.emit(wanted))
                row.addWidget(button)
                self.buttons[name] = button
            self._stack.addWidget(holder)
        self.hints = Hints(theme, self)
        column = self._column = QVBoxLayout(self)
        column.addLayout(self._stack)
        column.addWidget(self.hints)
        self.restyle()

    @property
    def changing(self) -> bool:
        """Tell whether it shows the ways to end a change."""
        return self._stack.currentIndex() == 1

    def show_changing(self, changing: bool) -> None:
        """Show the decisions, or the ways to end a change."""
        self._stack.setCurrentIndex(1 if changing else 0)
        self._hint()

    def restyle(self) -> None:
        """Take words, colours and sizes anew."""
        px, say, cap = self._theme.px, self._words.say, self._words.cap
        self._column.setContentsMargins(px(SIDE), px(11), px(SIDE), px(7))
        self._column.setSpacing(px(7))
        caps = {
            "accept": cap("review-accept"),
            "reject": cap("review-reject"),
            "later": cap("review-later"),
            "commit": ENTER,
            "commit_accept": f"{say('keys.control')} {ENTER}",
            "cancel": say("keys.escape"),
        }
        for row in self._rows:
            row.setSpacing(px(8))
        for name, button in self.buttons.items():
            button.setText(say(f"review.{name}"))
            button.setAccessibleName(button.text())
            button.set_key(caps[name])
            button.setFixedHeight(px(BUTTON))
        self._hint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground below a hairline."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("panel"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("line"))

    def _hint(self) -> None:
        say, cap = self._words.say, self._words.cap
        if self.changing:
            self.hints.show_hints([("", say("review.grammar"))])
            return
        if self.visiting:
            hints = [(say("keys.escape"), say("review.hint_return")), (cap("compare"), say("review.hint_next"))]
        else:
            hints = [
                (cap("review-undo"), say("review.hint_undo")),
                (cap("review-previous"), say("review.hint_previous")),
                (cap("compare"), say("review.hint_compare")),
                (self._help_key(), say("review.hint_keys")),
            ]
        self.hints.show_hints([each for each in hints if each[0]])

    def _help_key(self) -> str:
        """The shortest of the keys that show the keys."""
        return min(self._words.caps("keys"), key=len, default="")


class Hints(QWidget):
    """Keys with what they do, as many as there is room for."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hints: Sequence[tuple[str, str]] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show keys, each with its word; a word without a key stands alone."""
        self._hints = hints
        told = ", ".join(f"{key} {word}".strip() for key, word in hints)
        self.setAccessibleName(told)
        self.setToolTip(hints[0][1] if len(hints) == 1 else "")
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(0, self._theme.px(HINTS))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them from the left."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = theme.ui_font(11.5)
        metrics = QFontMetrics(font)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        x = 0
        for number, (key, word) in enumerate(self._hints):
            wide = cap_width(theme, key)
            room = self.width() - x - wide - (px(5) if key else 0)
            if number and metrics.horizontalAdvance(word) > room:
                return
            if key:
                box = QRectF(x, (self.height() - px(CAP)) / 2, wide, px(CAP))
                painter.setPen(QPen(theme.colour("line2"), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(inside(box), px(4), px(4))
                painter.setFont(theme.ui_font(11, 500))
                painter.setPen(theme.colour("text2"))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
                x += wide + px(5)
            painter.setFont(font)
            painter.setPen(theme.colour("text2"))
            shown = metrics.elidedText(word, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(x, 0, room, self.height()), align, shown)
            x += metrics.horizontalAdvance(word) + px(13)
