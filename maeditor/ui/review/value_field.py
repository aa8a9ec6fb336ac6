"""The value being changed: a large field, its unit beside it, what it was struck out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from maeditor.ui.theme import Theme

HEIGHT, AMOUNT, WIDE, UNIT = 48, 150, 240, 96
WIDEST = 16_777_215
SHORT = 18
"""Characters up to which the value before the change has its place beside the field."""


class ValueField(QWidget):
    """Emits what the keys ask for; reads nothing."""

    committed = Signal()
    accepted = Signal()
    left = Signal()
    turned = Signal(int)
    edited = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.amount = QLineEdit(self)
        self.amount.setAcceptDrops(False)
        self.unit = QComboBox(self)
        self._label, self._before = QLabel(self), QLabel(self)
        for label in (self._label, self._before):
            label.setTextFormat(Qt.TextFormat.PlainText)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.amount)
        row.addWidget(self.unit)
        beside = self._beside = QVBoxLayout()
        beside.addStretch(1)
        beside.addWidget(self._label)
        beside.addWidget(self._before)
        beside.addStretch(1)
        row.addLayout(beside, 1)
        for field in (self.amount, self.unit):
            field.installEventFilter(self)
        self._start = ("", "")
        self._short = True
        for label in (self._label, self._before):
            room = label.sizePolicy()
            room.setRetainSizeWhenHidden(True)
            label.setSizePolicy(room)
        self.amount.textEdited.connect(self.edited)
        self.amount.textChanged.connect(self._compare)
        self.unit.currentIndexChanged.connect(self._compare)
        self.restyle()

    def begin(
        self, text: str, units: Sequence[tuple[str, str]], unit: str, before: str, names: tuple[str, str]
    ) -> None:
        """Start from what the fact says; without units the field takes the line. ``names`` are for people who hear."""
        self.amount.setText(text)
        self.amount.selectAll()
        self.unit.clear()
        for code, written in units:
            self.unit.addItem(written, code)
        self.unit.setCurrentIndex(max(self.unit.findData(unit), 0))
        self.unit.setVisible(bool(units))
        self._before.setText(before)
        self.amount.setAccessibleName(names[0])
        self.unit.setAccessibleName(names[1])
        # A number is short; a text wants the line, and what it was stands in the passage below.
        short = self._short = len(before) <= SHORT
        self._start = (self.amount.text(), self.code)
        self._compare()
        self.amount.setMaximumWidth(self._theme.px(AMOUNT if units else WIDE) if short else WIDEST)
        self._row.setStretch(0, 0 if short else 1)
        self._row.setStretch(2, 1 if short else 0)

    def show_words(self, before: str) -> None:
        """Word what stands beside it."""
        self._label.setText(before)

    def _compare(self) -> None:
        """What it was stands struck beside it once it is another."""
        changed = (self.amount.text(), self.code) != self._start
        for label in (self._label, self._before):
            label.setVisible(self._short and changed)

    @property
    def code(self) -> str:
        """The unit chosen; empty where there is none to choose."""
        return str(self.unit.currentData() or "")

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Enter keeps, Ctrl+Enter keeps and accepts, Escape leaves, Tab goes on."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
                (self.accepted if control else self.committed).emit()
                return True
            if key == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            if key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
                forward = key == Qt.Key.Key_Tab
                if watched is self.amount and forward and self.unit.isVisible():
                    self.unit.setFocus(Qt.FocusReason.TabFocusReason)
                elif watched is self.unit and not forward:
                    self.amount.setFocus(Qt.FocusReason.BacktabFocusReason)
                else:
                    self.turned.emit(1 if forward else -1)
                return True
        return False

    def restyle(self) -> None:
        """Take colours and sizes anew."""
        theme, px = self._theme, self._theme.px
        tokens = theme.tokens
        self._row.setSpacing(px(8))
        self.setFixedHeight(px(HEIGHT + 4))
        self.amount.setFixedHeight(px(HEIGHT))
        self.amount.setMinimumWidth(px(AMOUNT))
        self.amount.setFont(theme.ui_font(26, 600))
        self.amount.setStyleSheet(f"QLineEdit {{ padding: 0 {px(12)}px; border-radius: {px(8)}px; }}")
        self.unit.setFixedHeight(px(HEIGHT))
        self.unit.setMinimumWidth(px(UNIT - 12))
        self.unit.setFont(theme.ui_font(18))
        self.unit.setStyleSheet(f"QComboBox {{ padding: 0 {px(10)}px; border-radius: {px(8)}px; }}")
        self._label.setFont(theme.ui_font(11))
        self._label.setStyleSheet(f"color: {tokens.text2};")
        struck = theme.ui_font(13)
        struck.setStrikeOut(True)
        self._before.setFont(struck)
        self._before.setStyleSheet(f"color: {tokens.danger};")
        self._beside.setContentsMargins(px(6), 0, 0, 0)
        self._beside.setSpacing(px(2))
