"""A passage becoming a fact: one field that reads what is meant, families, facts to link to instead."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from maeditor.domain.properties import Family
from maeditor.ui.facts.existing_list import Existing, ExistingList, ExistingRole
from maeditor.ui.facts.family_row import FamilyRow
from maeditor.ui.facts.legend import Legend
from maeditor.ui.facts.popover_keys import digit_key
from maeditor.ui.facts.popover_place import GAP, popover_place
from maeditor.ui.facts.property_choice import PropertyChoice
from maeditor.ui.facts.quote_view import QuoteView
from maeditor.ui.facts.reading_field import ReadingField
from maeditor.ui.facts.suggestion import Suggestion
from maeditor.ui.soft_shadow import MARGIN, draw_card
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

WIDTH, NARROW = 484, 370
"""As wide as it likes to be; as narrow as it may be beside a passage that leaves no room above or below."""
OUTSIDE = 4
"""By how much the card is wider than the column it stands at."""
QUOTELESS, MOST_COMPACT = 2, 4
"""Steps of doing without: the third fact to link to; the quote, which is underlined on the page too; the second fact;
the key to the underlines."""
Key = Qt.Key


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
        self.families = FamilyRow(theme, self)
        self.properties = PropertyChoice(theme, words, self)
        self.quote, self.legend = QuoteView(theme, self), Legend(theme, self)
        self._insisted = False
        self._property = ""
        self._compact, self._wide = 0, theme.px(WIDTH)
        self._right_to_left = False
        self._linking = False
        self._or_link = QLabel(self)
        self.existing = ExistingList(theme, words, self)
        self._column = QVBoxLayout(self)
        self._lay_out()
        for watched in (self.field, self.existing, self.properties):
            watched.installEventFilter(self)
        self.field.textEdited.connect(lambda text: self.typed.emit(text, self.insisted_family))
        self.families.turned.connect(self._family_chosen)
        self.properties.chosen.connect(self._property_chosen)
        self.existing.itemActivated.connect(self._link_item)
        self.existing.itemClicked.connect(self._link_item)
        theme.changed.connect(self._restyle)
        words.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    @property
    def family(self) -> Family:
        """The family chosen."""
        return self.families.family

    @property
    def insisted_family(self) -> str:
        """The family that the person turned to; nothing while what is typed may find its own."""
        return self.family.value if self._insisted else ""

    @property
    def insisted_property(self) -> str:
        """The property that the person turned to, or nothing."""
        return self._property

    @property
    def title(self) -> str:
        """What it was opened for."""
        return self._title.text()

    @property
    def counted(self) -> str:
        """How much is marked, as the head says it."""
        return self._counted.text()

    @property
    def error(self) -> str:
        """Why what was typed cannot be recorded, or nothing."""
        return "" if self._error.isHidden() else self._error.text()

    def fill(self, suggestion: Suggestion, existing: Sequence[Existing]) -> None:
        """Take another passage's reading; what was typed for the one before is gone."""
        self._error.hide()
        self._insisted, self._property = False, ""
        self._compact = 0
        self.suggest(suggestion)
        self.field.setText(suggestion.value)
        self.offer(existing)

    def open_at(
        self, words: QRect, room: QRect, suggestion: Suggestion, existing: Sequence[Existing], *, linking: bool = False
    ) -> None:
        """Show it beside the chosen words, inside of ``room``; both in the parent's coordinates."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self._linking = linking and bool(existing)
        self._entitle()
        self.fill(suggestion, existing)
        self.place(words, room)
        self.show()
        self.raise_()
        if linking and self.existing.count():
            self._go_to_existing()
        else:
            self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        # All of it, backwards: of a long value one sees how it begins.
        self.field.end(False)
        self.field.home(True)

    def place(self, words: QRect, room: QRect) -> None:
        """Stand beside the chosen words; with less in it where there is too little room for all."""
        gap, outside = self._theme.px(GAP), self._theme.px(OUTSIDE)
        beside = words.adjusted(-outside, 0, outside, 0)
        free = max(room.bottom() + 1 - words.bottom() - gap, words.top() - room.top() - gap)
        right = self.window().width() - beside.right() - 2 * gap
        self._wide = self._theme.px(WIDTH)
        if not self._shrink_to(free, QUOTELESS) and right >= self._theme.px(NARROW):
            self._wide = min(self._wide, right)
            self._shrink_to(room.height(), MOST_COMPACT)
        else:
            self._shrink_to(free, MOST_COMPACT)
        if self._right_to_left:
            # Lines begin at the right there.
            beside.setLeft(max(beside.left(), beside.right() + 1 - self._wide))
        # The card is placed; the shadow around it may lie on anything.
        card = self.size() - QSize(2 * MARGIN, 2 * MARGIN)
        at = popover_place(beside, card, room, gap, self.window().width())
        self.move(at.x() - MARGIN, at.y() - MARGIN)

    def _shrink_to(self, free: int, most: int) -> bool:
        """Leave out as little as makes the card fit a height; False where that is not enough."""
        self.families.restyle(self._words, self._wide - 2 * self._theme.px(14))
        for self._compact in range(most + 1):
            self._fit()
            if self.height() - 2 * MARGIN <= free:
                return True
        return False

    def whole_height(self) -> int:
        """How high the card is with everything in it."""
        self._compact, self._wide = 0, self._theme.px(WIDTH)
        self._fit()
        return self.height() - 2 * MARGIN

    def suggest(self, suggestion: Suggestion) -> None:
        """Show another reading without touching what is typed."""
        self._counted.setText(suggestion.counted)
        self.field.show_reading(suggestion.about)
        self._error.hide()
        self._right_to_left = suggestion.right_to_left
        self.families.choose(suggestion.family)
        self.properties.show_choices(suggestion.properties, suggestion.property)
        self.properties.setVisible(bool(suggestion.properties))
        self.quote.show_quote(suggestion.quote, suggestion.marks, right_to_left=suggestion.right_to_left)
        self.legend.show_items(suggestion.legend)
        self._show_family()
        self._fit()

    def offer(self, existing: Sequence[Existing]) -> None:
        """Offer facts to link to; the one chosen stays chosen."""
        self.existing.show_facts(existing)
        self.existing.setVisible(bool(existing))
        self._or_link.setVisible(bool(existing))
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
            if had_focus and self._before is not None and isValid(self._before):
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
        draw_card(self, self._theme)

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Key.Key_Escape:
            self.close_up()
        elif key in {Key.Key_Return, Key.Key_Enter}:
            if watched is self.existing and self.existing.currentItem() is not None:
                self._link_item(self.existing.currentItem())
            else:
                self.confirmed.emit(self.field.text(), self.insisted_family)
        elif key in {Key.Key_Tab, Key.Key_Backtab}:
            self.field.setFocus(Qt.FocusReason.TabFocusReason)
            self.families.turn(1 if key == Key.Key_Tab else -1)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and digit_key(event):
            self.families.turn_to(digit_key(event) - 1)
        elif key in {Key.Key_PageDown, Key.Key_PageUp}:
            self.properties.turn(1 if key == Key.Key_PageDown else -1)
        elif watched is self.field and key == Key.Key_Down and self.existing.count():
            self._go_to_existing()
        elif watched is self.existing and key == Key.Key_Up and self.existing.currentRow() <= 0:
            self.existing.setCurrentRow(-1)
            self.field.setFocus(Qt.FocusReason.BacktabFocusReason)
        else:
            return False
        return True

    def _go_to_existing(self) -> None:
        self.existing.setFocus(Qt.FocusReason.TabFocusReason)
        self.existing.setCurrentRow(0)

    def _family_chosen(self) -> None:
        self._insisted, self._property = True, ""
        self._show_family()
        self.typed.emit(self.field.text(), self.insisted_family)

    def _property_chosen(self, key: str) -> None:
        self._insisted, self._property = True, key
        self.typed.emit(self.field.text(), self.insisted_family)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _entitle(self) -> None:
        self._title.setText(self._words.say("facts.link_title" if self._linking else "facts.new_fact"))

    def _show_family(self) -> None:
        theme = self._theme
        family = self.family
        side = theme.px(18)
        self._icon.setPixmap(theme.pixmap(family.value, theme.family(family).ink, side, self.devicePixelRatioF()))

    def _link_item(self, item: QListWidgetItem) -> None:
        self.linked.emit(str(item.data(ExistingRole.FACT_ID)))

    def _fit(self) -> None:
        """Take the height that the contents need; the quote goes first where there is too little room."""
        self.setFixedWidth(self._wide + 2 * MARGIN)
        margins = self._column.contentsMargins()
        inner = self.width() - margins.left() - margins.right()
        self.quote.setVisible(bool(self.quote.text) and self._compact < QUOTELESS)
        self.legend.setVisible(bool(self.legend.items) and self._compact < MOST_COMPACT)
        self.quote.lay_out(inner)
        self.legend.lay_out(inner)
        self.existing.show_rows((3, 2, 2, 1, 1)[self._compact])
        self._column.invalidate()
        self._column.activate()
        column, width = self._column, self.width()
        # Only a sentence that wraps makes the height depend on the width.
        high = column.totalHeightForWidth(width) if column.hasHeightForWidth() else column.totalSizeHint().height()
        self.resize(width, high)

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self._icon)
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._counted)
        self._column.addLayout(self._head)
        for part in (
            self.field,
            self._error,
            self.families,
            self.properties,
            self.quote,
            self.legend,
            self._or_link,
            self.existing,
        ):
            self._column.addWidget(part)

    def _restyle(self) -> None:
        theme, say = self._theme, self._words.say
        tokens, px = theme.tokens, theme.px
        side = MARGIN + px(14)
        self._column.setContentsMargins(side, MARGIN + px(14), side, MARGIN + px(12))
        self._column.setSpacing(px(9))
        self._head.setSpacing(px(8))
        self._entitle()
        self._title.setFont(theme.ui_font(13, 600))
        self.field.setAccessibleName(say("facts.field_value").replace("&", ""))
        self.field.setPlaceholderText(say("facts.new_fact_hint"))
        self.field.setFont(theme.ui_font(15, 600))
        self.field.setStyleSheet(f"QLineEdit {{ min-height: {px(40) - 4}px; }}")
        self.legend.setAccessibleName(say("facts.read_from"))
        self.quote.setAccessibleName(say("facts.marked_passage"))
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
        self.properties.restyle()
        self._wide = px(WIDTH)
        self.families.restyle(self._words, self._wide - 2 * px(14))
        self._show_family()
        self._fit()
