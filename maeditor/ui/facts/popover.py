"""A passage becoming a fact: one field that reads what is meant, families, facts to link to instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from maeditor.domain.properties import Family
from maeditor.services.library import FactView
from maeditor.ui.facts.existing_list import ExistingList, ExistingRole
from maeditor.ui.facts.family_chip import FamilyChip
from maeditor.ui.facts.popover_place import GAP, popover_place
from maeditor.ui.facts.reading_field import ReadingField
from maeditor.ui.strokes import inside
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

WIDTH = 484
MARGIN = 12
"""Room for the shadow around the card."""
OUTSIDE = 4
"""By how much the card is wider than the column it stands at."""


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
    """The value as typed, and the family that the person insists on, or nothing."""
    linked = Signal(str)
    typed = Signal(str, str)
    closed = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._before: QWidget | None = None
        self._icon, self._title, self._counted = QLabel(self), QLabel(self), QLabel(self)
        self._error = QLabel(self)
        self._error.setWordWrap(True)
        self._error.setTextFormat(Qt.TextFormat.PlainText)
        self.field = ReadingField(theme, self)
        self.field.installEventFilter(self)
        self._families = QButtonGroup(self)
        self._families.setExclusive(True)
        self._insisted = False
        self._or_link = QLabel(self)
        self.existing = ExistingList(theme, words, self)
        self.existing.installEventFilter(self)
        self._lay_out()
        self.field.textEdited.connect(lambda text: self.typed.emit(text, self.insisted_family))
        self._families.buttonClicked.connect(lambda _button: self._family_chosen())
        self.existing.itemActivated.connect(self._link_item)
        self.existing.itemClicked.connect(self._link_item)
        theme.changed.connect(self._restyle)
        words.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    @property
    def family(self) -> Family:
        """The family chosen."""
        button = self._families.checkedButton()
        return button.family if isinstance(button, FamilyChip) else Family.ATTRIBUTE

    @property
    def insisted_family(self) -> str:
        """The family that the person turned to; nothing while what is typed may find its own."""
        return self.family.value if self._insisted else ""

    @property
    def counted(self) -> str:
        """How much is marked, as the head says it."""
        return self._counted.text()

    @property
    def error(self) -> str:
        """Why what was typed cannot be recorded, or nothing."""
        return "" if self._error.isHidden() else self._error.text()

    def open_at(self, words: QRect, room: QRect, suggestion: Suggestion, existing: Sequence[FactView]) -> None:
        """Show it beside the chosen words, inside of ``room``; both in the parent's coordinates."""
        self._before = QApplication.focusWidget()
        self._error.hide()
        self._insisted = False
        self.suggest(suggestion)
        self.field.setText(suggestion.value)
        self.existing.show_facts(existing)
        self.existing.setVisible(bool(existing))
        self._or_link.setVisible(bool(existing))
        self._fit()
        # The card is placed; the shadow around it may lie on anything.
        card = self.size() - QSize(2 * MARGIN, 2 * MARGIN)
        beside = words.adjusted(-self._theme.px(OUTSIDE), 0, 0, 0)
        at = popover_place(beside, card, room, self._theme.px(GAP))
        self.move(at.x() - MARGIN, at.y() - MARGIN)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.field.selectAll()

    def suggest(self, suggestion: Suggestion) -> None:
        """Show another reading without touching what is typed."""
        self._counted.setText(suggestion.counted)
        self.field.show_reading(suggestion.about)
        self._error.hide()
        for button in self._families.buttons():
            if isinstance(button, FamilyChip) and button.family is suggestion.family:
                button.setChecked(True)
        self._show_family()
        self._fit()

    def refuse(self, sentence: str) -> None:
        """Say what cannot be understood; what was typed stays."""
        self._error.setText(sentence)
        self._error.show()
        self.field.show_reading("")
        self._fit()
        self.field.setFocus()

    def close_up(self) -> None:
        """Go away; the keyboard returns to where it was."""
        if self.isVisible():
            focus = QApplication.focusWidget()
            had_focus = focus is not None and self.isAncestorOf(focus)
            self.hide()
            if had_focus and self._before is not None:
                self._before.setFocus(Qt.FocusReason.PopupFocusReason)
            self._before = None
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
        radius = theme.px(12)
        shadow = theme.colour_of("#000000")
        shadow.setAlpha(16 if theme.dark else 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shadow)
        for spread in range(MARGIN - 2, 0, -1):
            painter.drawRoundedRect(
                card.adjusted(-spread, 2 - spread, spread, 2 + spread), radius + spread, radius + spread
            )
        painter.setBrush(theme.colour("raised"))
        painter.setPen(QPen(theme.colour("line2"), 1))
        painter.drawRoundedRect(inside(card), radius, radius)

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_up()
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if watched is self.existing and self.existing.currentItem() is not None:
                self._link_item(self.existing.currentItem())
            else:
                self.confirmed.emit(self.field.text(), self.insisted_family)
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
        self._family_chosen()

    def _family_chosen(self) -> None:
        self._insisted = True
        self._show_family()
        self.typed.emit(self.field.text(), self.insisted_family)

    def _show_family(self) -> None:
        theme = self._theme
        family = self.family
        side = theme.px(18)
        self._icon.setPixmap(theme.pixmap(family.value, theme.family(family).ink, side, self.devicePixelRatioF()))

    def _link_item(self, item: QListWidgetItem) -> None:
        self.linked.emit(str(item.data(ExistingRole.FACT_ID)))

    def _fit(self) -> None:
        self.setFixedWidth(self._theme.px(WIDTH) + 2 * MARGIN)
        self._column.activate()
        self.resize(self.width(), self.sizeHint().height())

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._head = QHBoxLayout()
        self._head.addWidget(self._icon)
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._counted)
        self._chips = QHBoxLayout()
        for family in Family:
            chip = FamilyChip(self._theme, family, self)
            self._families.addButton(chip)
            self._chips.addWidget(chip)
        self._chips.addStretch(1)
        self._column.addLayout(self._head)
        self._column.addWidget(self.field)
        self._column.addWidget(self._error)
        self._column.addLayout(self._chips)
        self._column.addWidget(self._or_link)
        self._column.addWidget(self.existing)

    def _restyle(self) -> None:
        theme, say = self._theme, self._words.say
        tokens, px = theme.tokens, theme.px
        side = MARGIN + px(14)
        self._column.setContentsMargins(side, MARGIN + px(14), side, MARGIN + px(12))
        self._column.setSpacing(px(10))
        self._head.setSpacing(px(8))
        self._chips.setSpacing(px(4))
        self._title.setText(say("facts.new_fact"))
        self._title.setFont(theme.ui_font(13, 600))
        self.field.setAccessibleName(say("facts.field_value").replace("&", ""))
        self.field.setPlaceholderText(say("facts.new_fact_hint"))
        self.field.setFont(theme.ui_font(15, 600))
        self.field.setStyleSheet(f"QLineEdit {{ min-height: {px(40) - 4}px; }}")
        self._counted.setFont(theme.ui_font(12))
        self._or_link.setFont(theme.ui_font(12, 500))
        self._error.setFont(theme.ui_font(12))
        for label in (self._counted, self._or_link):
            label.setStyleSheet(f"color: {tokens.text2};")
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._error.setStyleSheet(f"color: {tokens.danger};")
        self._or_link.setText(say("facts.or_link"))
        self.existing.setAccessibleName(say("facts.or_link"))
        self.existing.restyle()
        for button in self._families.buttons():
            if isinstance(button, FamilyChip):
                button.setText(say(f"facts.family_{button.family.value}"))
                button.updateGeometry()
        self._show_family()
        self._fit()
