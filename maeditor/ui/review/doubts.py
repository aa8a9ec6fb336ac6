"""What makes the fact on the table suspicious, with a way out: other readings with a key each, two facts of one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from maeditor.services.readings import MOST_READINGS
from maeditor.ui.review.caps import draw_cap
from maeditor.ui.strokes import inside
from maeditor.ui.theme import Theme

ROW, ICON, RADIUS = 30, 16, 7


class Reading(QAbstractButton):
    """One way to read the value; chosen it is drawn in the accent, and it is what A then accepts."""

    left = Signal(int)
    """An arrow: one up (-1) or down (1)."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._theme = theme
        self._value = self._note = self.key = ""
        self._active, self._beside = False, 0
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_reading(self, value: str, note: str) -> None:
        """Show a value and what it is."""
        self._value, self._note = value, note
        self.setText(value)
        self.setAccessibleName(f"{value}, {note}" if note else value)
        self.update()

    @property
    def width_of_value(self) -> int:
        """How wide its value is."""
        return QFontMetrics(self._theme.ui_font(13, 600)).horizontalAdvance(self._value)

    def stand_beside(self, width: int) -> None:
        """Have the note begin behind so wide a value, as all notes do."""
        self._beside = width
        self.update()

    def show_key(self, key: str, *, active: bool) -> None:
        """Show the key that takes it now, if one does; ``active``: it is what A accepts."""
        self.key, self._active = key, active
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self._theme.px(200), self._theme.px(ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the neighbours; Space and Return mean the card's, not this button's."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.left.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = self._active or self.isChecked() or self.hasFocus()
        stroke = 2 if marked else 1
        painter.setBrush(theme.colour("hover" if self.underMouse() and not marked else "raised"))
        painter.setPen(QPen(theme.colour("focus" if marked else "line2"), stroke))
        painter.drawRoundedRect(inside(QRectF(self.rect()), stroke), px(RADIUS), px(RADIUS))
        middle, align = self.height() / 2, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        right = draw_cap(painter, theme, self.key, self.width() - px(8), middle)
        strong = theme.ui_font(13, 600)
        painter.setFont(strong)
        painter.setPen(theme.colour("text"))
        x = px(12)
        painter.drawText(QRect(x, 0, round(right) - x, self.height()), align, self._value)
        x += max(self._beside + px(16), px(64))
        painter.setFont(theme.ui_font(12.5))
        painter.setPen(theme.colour("text2"))
        box = QRect(x, 0, round(right) - px(8) - x, self.height())
        note = painter.fontMetrics().elidedText(self._note, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, align, note)


class Line(QAbstractButton):
    """Icon, sentence, keycap: something that can be done with one key."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget, *, framed: bool) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._theme, self._icon, self._framed = theme, icon, framed
        self._key = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_line(self, text: str, key: str) -> None:
        """Show a sentence and its key."""
        self._key = key
        self.setText(text)
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self._theme.px(200), self._theme.px(34 if self._framed else ROW - 4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = 2 if self.hasFocus() else 1
        if self._framed:
            painter.setBrush(theme.colour("hover" if self.underMouse() else "raised"))
            painter.setPen(QPen(theme.colour("focus" if self.hasFocus() else "line2"), stroke))
            painter.drawRoundedRect(inside(QRectF(self.rect()), stroke), px(RADIUS + 2), px(RADIUS + 2))
        elif self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), stroke))
            painter.drawRoundedRect(inside(QRectF(self.rect()), stroke), px(RADIUS), px(RADIUS))
        side, x = px(ICON), px(12)
        icon = QRect(x, (self.height() - side) // 2, side, side)
        painter.drawPixmap(icon, theme.pixmap(self._icon, "text2", side, self.devicePixelRatioF()))
        x += side + px(8)
        right = draw_cap(painter, theme, self._key, self.width() - px(8), self.height() / 2)
        painter.setFont(theme.ui_font(12.5, 500))
        painter.setPen(theme.colour("text" if self.isEnabled() else "text2"))
        box = QRect(x, 0, round(right) - px(8) - x, self.height())
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class Doubts(QFrame):
    """The box on the warning ground: why to look, the readings, the split."""

    chosen = Signal(int)
    split_asked = Signal()
    reason_asked = Signal()
    compare_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._icon = QLabel(self)
        self.readings: list[Reading] = [Reading(theme, self) for _each in range(MOST_READINGS)]
        self.split = Line(theme, "split", self, framed=False)
        self.split.clicked.connect(self.split_asked)
        self.reason = Line(theme, "edit", self, framed=False)
        self.reason.clicked.connect(self.reason_asked)
        self.compare = Line(theme, "merge", self, framed=False)
        self.compare.clicked.connect(self.compare_asked)
        self._shown = 0
        self._keys: Sequence[str] = ()
        column = self._column = QVBoxLayout(self)
        column.addWidget(self._title)
        for number, reading in enumerate(self.readings):
            column.addWidget(reading)
            reading.clicked.connect(lambda _checked=False, at=number: self._choose(at))
            reading.left.connect(lambda step, at=number: self.choose(at + step))
        column.addWidget(self.split)
        column.addWidget(self.reason)
        column.addWidget(self.compare)
        self.restyle()

    @property
    def title(self) -> str:
        """Why to look."""
        return self._title.text()

    @property
    def count(self) -> int:
        """How many readings there are."""
        return self._shown

    @property
    def taken(self) -> int:
        """Which reading is chosen; -1 for none."""
        return next((at for at, each in enumerate(self.readings[: self._shown]) if each.isChecked()), -1)

    def show_doubts(
        self,
        title: str,
        readings: Sequence[tuple[str, str]],
        keys: Sequence[str],
        split: tuple[str, str],
        *,
        halved: bool,
    ) -> None:
        """Show why to look, and the readings as value and note, the fact's own first; without a sentence the box goes.

        ``keys`` decide for a reading each; ``split`` is empty where nothing is glued; ``halved``: it is two already.
        """
        self._title.setText(title)
        self._shown, self._keys = len(readings), keys
        for at, button in enumerate(self.readings):
            there = at < len(readings)
            button.setVisible(there)
            button.setChecked(False)
            if there:
                button.show_reading(*readings[at])
        self._align()
        self._show_keys()
        self.split.setVisible(bool(split[0]))
        self.split.setEnabled(not halved)
        self.split.show_line(split[0], "" if halved else split[1])
        self.setVisible(bool(title))

    def show_reason(self, text: str, key: str) -> None:
        """Offer to say why the fact differs from its passage; empty: nothing is owed."""
        self.reason.setVisible(bool(text))
        self.reason.show_line(text, key)

    def show_compare(self, text: str, key: str) -> None:
        """Offer to look at what contradicts the fact; empty: nothing does, or it is being looked at."""
        self.compare.setVisible(bool(text))
        self.compare.show_line(text, key)

    def choose(self, at: int) -> bool:
        """Take a reading by its number; False where there is none such."""
        if not 0 <= at < self._shown:
            return False
        self.readings[at].setFocus(Qt.FocusReason.TabFocusReason)
        self._choose(at)
        return True

    def step(self, step: int) -> bool:
        """Take the reading above or below the one in force."""
        return self.choose(max(self.taken, 0) + step)

    def choose_other(self) -> bool:
        """Take the first reading that differs from the fact's own."""
        return self.choose(1)

    def drop(self) -> None:
        """Take none."""
        for each in self.readings:
            each.setChecked(False)
        self._show_keys()
        self.chosen.emit(-1)

    def restyle(self) -> None:
        """Take colours and sizes anew."""
        theme, px = self._theme, self._theme.px
        tokens = theme.tokens
        self._column.setContentsMargins(px(10), px(10), px(10), px(8))
        self._column.setSpacing(px(5))
        self._title.setFont(theme.ui_font(12.5, 600))
        self._title.setStyleSheet(f"color: {tokens.text}; background: transparent;")
        self._title.setContentsMargins(px(28), px(0), px(4), px(4))
        self._title.setMinimumHeight(px(22))
        self._align()
        side = px(17)
        self._icon.setPixmap(theme.pixmap("warning", "warn", side, self.devicePixelRatioF()))
        self._icon.setGeometry(px(12), px(11), side, side)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("warn_bg"))
        painter.drawRoundedRect(QRectF(self.rect()), self._theme.px(9), self._theme.px(9))

    def _align(self) -> None:
        shown = self.readings[: self._shown]
        widest = max((each.width_of_value for each in shown), default=0)
        for each in shown:
            each.stand_beside(widest)

    def _choose(self, at: int) -> None:
        for number, each in enumerate(self.readings):
            each.setChecked(number == at)
        self._show_keys()
        self.chosen.emit(at)

    def _show_keys(self) -> None:
        active = max(self.taken, 0)
        for number, each in enumerate(self.readings):
            each.show_key(self._keys[number] if number < len(self._keys) else "", active=number == active)
