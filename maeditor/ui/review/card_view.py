"""The card: all that a person needs in order to decide about one fact, and where they change it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from maeditor.domain.review import NEEDS_REASON
from maeditor.services.learning import Judge, as_kept
from maeditor.services.review_cards import ReviewCard
from maeditor.ui import fact_text
from maeditor.ui.reason_row import ReasonRow
from maeditor.ui.review import saying
from maeditor.ui.review.doubts import Doubts, Line
from maeditor.ui.review.editing import FIELDS
from maeditor.ui.review.field_row import FieldRow
from maeditor.ui.review.identity import Identity
from maeditor.ui.review.quote_view import QuoteView, around
from maeditor.ui.review.value_field import ValueField
from maeditor.ui.review.value_view import ValueView, parts_of
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

SIDE = 20


class CardView(QWidget):
    """Identity, value, quote, doubts, what says the same, fields."""

    field_asked = Signal(str)
    """A row was pressed: ``subject``, ``property``…; ``value``."""
    reading_chosen = Signal(int)
    asked = Signal(str)
    """``split``, ``link``."""
    painted = Signal()
    """A fact that was put on the table has been painted."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.card: ReviewCard | None = None
        self._low, self._taken, self._fresh = False, 0, False
        self._against = ""
        self.judge: Judge = as_kept
        """Tells how sure a fact is."""
        self.identity = Identity(theme, words, self)
        self._values = QWidget(self)
        self._value_stack = QStackedLayout(self._values)
        self.value, self.value_field = ValueView(theme, self._values), ValueField(theme, self._values)
        self._value_stack.addWidget(self.value)
        self._value_stack.addWidget(self.value_field)
        self.error = QLabel(self)
        self.error.setTextFormat(Qt.TextFormat.PlainText)
        self.error.setWordWrap(True)
        self.error.hide()
        self.quote = QuoteView(theme, self)
        self.doubts = Doubts(theme, self)
        self.reason = ReasonRow(theme, self)
        self.familiar = Line(theme, "link", self, framed=True)
        self.rows = {name: FieldRow(theme, self) for name in FIELDS}
        column = self._column = QVBoxLayout(self)
        for widget in (
            self.identity, self._values, self.error, self.quote, self.reason, self.doubts, self.familiar,
        ):  # fmt: skip
            column.addWidget(widget)
        self._fields = QVBoxLayout()
        self._fields.setSpacing(0)
        for name, row in self.rows.items():
            self._fields.addWidget(row)
            row.clicked.connect(lambda _checked=False, field=name: self.field_asked.emit(field))
        column.addLayout(self._fields)
        column.addStretch(1)
        self.doubts.chosen.connect(self.reading_chosen)
        self.doubts.split_asked.connect(lambda: self.asked.emit("split"))
        self.doubts.reason_asked.connect(lambda: self.asked.emit("reason"))
        self.doubts.compare_asked.connect(lambda: self.asked.emit("compare"))
        self.familiar.clicked.connect(lambda: self.asked.emit("link"))
        self.restyle()

    def show_card(self, card: ReviewCard, *, keep_typed: bool = False, against: str = "") -> None:
        """Show another fact, or the same one as it is now; what is typed over that may stay.

        ``against`` says what another fact says, to which this one is compared.
        """
        self.card, self._fresh, self._against = card, True, against
        words, say, cap = self._words.wording, self._words.say, self._words.cap
        if not keep_typed:
            self.close_fields()
            self.refuse("")
            self.reason.hide()
        self.identity.show_fact(card.view, self.judge(card.fact))
        self._show_value()
        place = card.places[0] if card.places else None
        marks = (say("review.quote_open"), say("review.quote_close")) if place is not None else ("", "")
        parts = around(place) if place is not None else ("", "", "")
        where = saying.where_text(card, words)
        self.quote.show_quote(parts, marks, where, card.language, card.view.property.family)
        self.quote.show_key(cap("review-bounds") if place is not None else "")
        split = (saying.split_text(card, words), cap("review-split"))
        told, doubt = saying.readings(card, words), saying.doubt_text(card, words)
        # Where single keys are turned off, Tab and the arrows still go from reading to reading.
        digits = [cap(f"review-reading-{number}") for number in range(1, len(told) + 1)]
        keys = digits if any(digits) else ["", say("keys.tab"), *["↓"] * len(told)]
        self.doubts.show_doubts(doubt, told, keys, split, halved=card.halved)
        owed = card.fact.needs_look == NEEDS_REASON
        self.doubts.show_reason(say("review.give_reason_plain") if owed else "", cap("review-reason"))
        torn = card.view.conflicted and not against
        self.doubts.show_compare(say("review.look_at_it") if torn else "", cap("compare"))
        familiar = saying.familiar_text(card, words)
        self.familiar.show_line(familiar, cap("review-link"))
        self.familiar.setVisible(bool(familiar))
        self.show_rows()

    def judge_again(self) -> None:
        """Something was decided: tell how sure this fact is by now."""
        if self.card is not None:
            self.identity.show_fact(self.card.view, self.judge(self.card.fact))

    def show_rows(self) -> None:
        """Fill the rows; what makes no sense for a text or a date is not there."""
        card, say, cap = self.card, self._words.say, self._words.cap
        if card is None:
            return
        measured = saying.is_measured(card)
        for name, row in self.rows.items():
            said = saying.field_text(name, card, self._words.wording)
            key = cap(f"review-{name}") if name != "place" else ""
            row.show_field(say(f"review.field_{name}"), said, say("review.to_complete"), key)
            row.setVisible(measured or name not in {"comparator", "unit"})
        choices = {card.fact.unit, *card.view.property.units}
        self.rows["unit"].setVisible(measured and choices != {"1"})

    def preview(self, at: int) -> None:
        """Show the value as one of the readings says it, with what it was proposed as; -1 for the fact's own."""
        card = self.card
        if card is None:
            return
        if not 0 < at < len(card.readings):
            self._show_value()
            return
        told = saying.reading_text(card.readings[at], card, self._words.wording)
        number, _, unit = told.rpartition("\u00a0")
        before = fact_text.value_text(card.view, self._words.wording)
        self.value.show_value(number or told, unit if number else "", "", before)

    def refuse(self, sentence: str) -> None:
        """Say in one sentence what is wrong with what is typed; nothing takes it away."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    # Changing

    @property
    def open_names(self) -> tuple[str, ...]:
        """The fields that are open, from the top."""
        value = ("value",) if self._value_stack.currentIndex() == 1 else ()
        return (*value, *(name for name, row in self.rows.items() if row.field is not None))

    def show_value_field(self, open_: bool) -> None:
        """Put the field in the place of the value, or the value back."""
        self._value_stack.setCurrentIndex(1 if open_ else 0)

    def close_fields(self) -> None:
        """Close whatever is open."""
        self.show_value_field(False)
        for row in self.rows.values():
            row.close_field()

    def make_room(self, *, low: bool, taken: int) -> None:
        """Stand closer where the window is low; ``taken`` is what a scroll bar needs at the right."""
        self._low, self._taken = low, taken
        px = self._theme.px
        self._column.setContentsMargins(px(SIDE), px(4), max(px(SIDE) - taken, 0), px(6 if low else 12))
        self._column.setSpacing(px(6 if low else 9))
        for row in self.rows.values():
            if row.low != low:
                row.low = low
                row.updateGeometry()

    def restyle(self) -> None:
        """Take colours and sizes anew."""
        theme, px = self._theme, self._theme.px
        self.make_room(low=self._low, taken=self._taken)
        self._fields.setContentsMargins(0, px(2), 0, 0)
        self.error.setFont(theme.ui_font(12, 500))
        self.error.setStyleSheet(f"color: {theme.tokens.danger};")
        for part in (self.value_field, self.doubts, self.reason, self.quote):
            part.restyle()
        self._values.setFixedHeight(px(54))
        for widget in (self.identity, self.value, self.quote, self.familiar, *self.rows.values()):
            widget.updateGeometry()
            widget.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground."""
        QPainter(self).fillRect(self.rect(), self._theme.colour("panel"))
        if self._fresh:
            self._fresh = False
            self.painted.emit()

    def _show_value(self) -> None:
        card, words = self.card, self._words.wording
        if card is None:
            return
        number, unit = parts_of(card.view, words)
        normalised = fact_text.normalised_text(card.fact, words)
        same = f"= {normalised}" if normalised else ""
        self.value.show_value(number, unit, self._against or same)
        self.value.show_key(self._words.cap("review-value"))
