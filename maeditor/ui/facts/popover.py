"""A passage becoming a fact: one field that reads what is meant, families, facts to link to instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from maeditor.domain.properties import Family
from maeditor.services.library import FactView
from maeditor.ui import fact_text
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

WIDTH = 452
MARGIN = 10
"""Room for the shadow around the card."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the popover opens with: how the selection reads, in the words shown behind the value."""

    value: str
    about: str
    family: Family
    counted: str


class FactPopover(QFrame):
    """Enter records, Tab turns to the next family, ↓ goes to the facts to link to, Esc closes."""

    confirmed = Signal(str, str)
    """The value as typed, and the family that the person chose, or nothing."""
    linked = Signal(str)
    typed = Signal(str, str)
    closed = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._title, self._counted, self._about = QLabel(self), QLabel(self), QLabel(self)
        self._error = QLabel(self)
        self._error.setWordWrap(True)
        self.field = QLineEdit(self)
        self.field.installEventFilter(self)
        self._families = QButtonGroup(self)
        self._families.setExclusive(True)
        self._family_chosen = False
        self._or_link = QLabel(self)
        self.existing = QListWidget(self)
        self.existing.installEventFilter(self)
        self._lay_out()
        self.field.textEdited.connect(lambda text: self.typed.emit(text, self.family))
        self._families.buttonClicked.connect(lambda _button: self._choose_family())
        self.existing.itemActivated.connect(self._link_item)
        self.hide()

    @property
    def family(self) -> str:
        """The family that the person chose; nothing while the value may find its own."""
        button = self._families.checkedButton()
        return str(button.property("family")) if button is not None and self._family_chosen else ""

    def open_at(self, below: QPoint, suggestion: Suggestion, existing: Sequence[FactView]) -> None:
        """Show it under a point of the parent, kept inside of it."""
        self._restyle()
        self._family_chosen = False
        self.suggest(suggestion)
        self.field.setText(suggestion.value)
        self._list(existing)
        self.adjustSize()
        self.setFixedWidth(self._theme.px(WIDTH))
        self.adjustSize()
        parent = self.parentWidget()
        x = min(max(below.x(), 0), max(0, parent.width() - self.width() - 4))
        y = below.y() if below.y() + self.height() < parent.height() else max(0, parent.height() - self.height() - 4)
        self.move(x, y)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.field.selectAll()

    def suggest(self, suggestion: Suggestion) -> None:
        """Show another reading without touching what is typed."""
        self._counted.setText(suggestion.counted)
        self._about.setText(suggestion.about)
        self._error.hide()
        for button in self._families.buttons():
            if button.property("family") == suggestion.family.value:
                button.setChecked(True)

    def refuse(self, sentence: str) -> None:
        """Say what cannot be understood; what was typed stays."""
        self._error.setText(sentence)
        self._error.show()
        self.adjustSize()
        self.field.setFocus()

    def close_up(self) -> None:
        """Go away."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The popover's own keys; everything else goes to the field."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(watched, event)
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card and its soft shadow."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        shadow = theme.colour("text")
        painter.setPen(Qt.PenStyle.NoPen)
        for spread in range(MARGIN, 0, -2):
            shadow.setAlpha(9)
            painter.setBrush(shadow)
            painter.drawRoundedRect(card.adjusted(-spread, -spread + 2, spread, spread), 14 + spread, 14 + spread)
        painter.setBrush(theme.colour("raised"))
        painter.setPen(QPen(theme.colour("line2"), 1))
        painter.drawRoundedRect(card, theme.px(12), theme.px(12))

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_up()
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if watched is self.existing and self.existing.currentItem() is not None:
                self._link_item(self.existing.currentItem())
            else:
                self.confirmed.emit(self.field.text(), self.family)
            return True
        if watched is self.field and key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self._turn(1 if key == Qt.Key.Key_Tab else -1)
            return True
        if watched is self.field and key == Qt.Key.Key_Down and self.existing.count():
            self.existing.setFocus(Qt.FocusReason.TabFocusReason)
            self.existing.setCurrentRow(0)
            return True
        if watched is self.existing and key == Qt.Key.Key_Up and self.existing.currentRow() <= 0:
            self.existing.setCurrentRow(-1)
            self.field.setFocus(Qt.FocusReason.BacktabFocusReason)
            return True
        return False

    def _turn(self, step: int) -> None:
        buttons = self._families.buttons()
        at = next((row for row, button in enumerate(buttons) if button.isChecked()), 0)
        buttons[(at + step) % len(buttons)].setChecked(True)
        self._choose_family()

    def _choose_family(self) -> None:
        self._family_chosen = True
        self.typed.emit(self.field.text(), self.family)

    def _link_item(self, item: QListWidgetItem) -> None:
        self.linked.emit(str(item.data(Qt.ItemDataRole.UserRole)))

    def _list(self, existing: Sequence[FactView]) -> None:
        words = self._words.wording
        self.existing.clear()
        for view in existing:
            told = f"{fact_text.value_text(view, words)}   {fact_text.about_text(view, words)}"
            item = QListWidgetItem(self._theme.icon(view.property.family.value, "text2"), told)
            item.setData(Qt.ItemDataRole.UserRole, view.fact.id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, fact_text.spoken_fact(view, words))
            self.existing.addItem(item)
        self.existing.setVisible(bool(existing))
        self._or_link.setVisible(bool(existing))
        self.existing.setFixedHeight(self._theme.px(32) * min(len(existing), 3) + 4)

    def _lay_out(self) -> None:
        px = self._theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN + px(14), MARGIN + px(14), MARGIN + px(14), MARGIN + px(14))
        column.setSpacing(px(9))
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._counted)
        column.addLayout(head)
        column.addWidget(self.field)
        column.addWidget(self._about)
        column.addWidget(self._error)
        row = QHBoxLayout()
        row.setSpacing(px(5))
        for family in Family:
            button = QPushButton(self)
            button.setCheckable(True)
            button.setProperty("family", family.value)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._families.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._or_link)
        column.addWidget(self.existing)

    def _restyle(self) -> None:
        theme, say = self._theme, self._words.say
        tokens, px = theme.tokens, theme.px
        self._title.setText(say("facts.new_fact"))
        self._title.setFont(theme.ui_font(13, 600))
        self.field.setAccessibleName(say("facts.field_value").replace("&", ""))
        self.field.setPlaceholderText(say("facts.new_fact_hint"))
        self.field.setFont(theme.ui_font(14, 600))
        self.field.setMinimumHeight(px(38))
        for label in (self._counted, self._about, self._or_link):
            label.setFont(theme.ui_font(12))
            label.setStyleSheet(f"color: {tokens.text2};")
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._about.setWordWrap(True)
        self._error.setStyleSheet(f"color: {tokens.danger};")
        self._error.hide()
        self._or_link.setText(say("facts.or_link"))
        self.existing.setAccessibleName(say("facts.or_link"))
        self.existing.setFrameShape(QFrame.Shape.NoFrame)
        for button in self._families.buttons():
            family = Family(button.property("family"))
            colours = theme.family(family)
            button.setText(say(f"facts.family_{family.value}"))
            button.setIcon(theme.icon(family.value, colours.ink))
            button.setStyleSheet(
                f"QPushButton {{ color: {tokens.text}; background: {tokens.raised}; border: 1px solid {tokens.line2};"
                f" border-radius: {px(12)}px; padding: {px(3)}px {px(6)}px; font-size: {px(11)}px; }}"
                f"QPushButton:checked {{ background: {colours.wash}; color: {colours.ink}; border-color: {colours.line}; }}"
                f"QPushButton:focus {{ border: 2px solid {tokens.accent}; }}"
            )
