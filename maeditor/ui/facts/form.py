"""The fields of a fact: what a person says, read back as a statement."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from maeditor.domain.errors import ValueTextError
from maeditor.domain.facts import COMING, Fact, Lifecycle
from maeditor.domain.properties import Kind, Property
from maeditor.domain.units import symbol
from maeditor.domain.values import Comparator, Quantity
from maeditor.ui import fact_text
from maeditor.ui.choice import Choice
from maeditor.ui.facts.field_notes import FieldNotes
from maeditor.ui.facts.form_value import read_amount
from maeditor.ui.facts.text_line import TextLine
from maeditor.ui.style_sheet import QUIET_CHOICE
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

if TYPE_CHECKING:
    from maeditor.services.annotating import FactStatement


class FactForm(QWidget):
    """Property, subject, value, place, status and date of one fact. It writes nothing: it emits."""

    committed = Signal()
    accepted = Signal()
    """Ctrl+Enter: commit, accept, next."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._properties: Sequence[Property] = ()
        self._fact: Fact | None = None
        self._filled: dict[str, str] = {}
        self._typed_in = words.language
        self.property_list = Choice(theme, self)
        self.property_list.setObjectName(QUIET_CHOICE)
        self.property_list.setMaxVisibleItems(16)
        self.subject = TextLine(self)
        self.comparator = Choice(theme, self)
        self.amount = QLineEdit(self)
        self.unit = Choice(theme, self)
        self.place = TextLine(self)
        self.lifecycle = Choice(theme, self)
        self.date = QLineEdit(self)
        self._labels = {name: QLabel(self) for name in ("subject", "value", "status")}
        self.notes = FieldNotes(theme, words, ("subject", "value", "status"), self)
        self._rows: tuple[QHBoxLayout, ...] = (QHBoxLayout(), QHBoxLayout(), QHBoxLayout())
        self._grid = QGridLayout(self)
        self._lay_out()
        self._wire()
        self.retranslate()
        words.changed.connect(self.retranslate)
        theme.changed.connect(self._restyle)

    def set_properties(self, properties: Sequence[Property]) -> None:
        """Offer these properties."""
        self._properties = properties
        chosen = self.property_list.currentData()
        self.property_list.clear()
        for each in properties:
            self.property_list.addItem(each.label(self._words.language), each.key)
        if chosen is not None:
            self._choose_property(str(chosen))
        self._widen_list()

    @property
    def typed(self) -> dict[str, str]:
        """What the person changed and has not saved, by field."""
        return {name: said for name, said in self._said().items() if said != self._filled.get(name, said)}

    def show_fact(self, fact: Fact) -> None:
        """Fill the fields from a fact; what was typed over the same one and is not saved yet stays."""
        typed = self.typed if self._fact is not None and self._fact.id == fact.id else {}
        if not typed:
            self.notes.clear()
        self._fact = fact
        if "property" not in typed:
            self._choose_property(fact.property)
        self._offer_units(fact.unit, fact.amount if fact.amount is not None else fact.upper)
        fresh = {
            "property": fact.property,
            "subject": fact.subject,
            "comparator": (fact.comparator or Comparator.EQUAL).value,
            "value": self._amount_text(fact),
            "unit": fact.unit or "1",
            "place": fact.place,
            "status": fact.lifecycle.value,
            "date": fact.target if fact.lifecycle in COMING else fact.as_of or fact.target,
        }
        for field, name in self.named():
            if name in typed:
                continue
            if isinstance(field, QLineEdit):
                field.setText(fresh[name])
                field.setCursorPosition(0)
            else:
                self._choose(field, fresh[name])
        if "value" not in typed:
            self._typed_in = self._words.language
        # A field holds less than the fact where a list lacks an entry: only what is typed over that is a change.
        self._filled = {name: fresh[name] if name in typed else said for name, said in self._said().items()}

    def take_back(self) -> None:
        """Show the fact again as it is saved."""
        self.notes.clear()
        self.settle()
        if self._fact is not None:
            self.show_fact(self._fact)

    def settle(self) -> None:
        """What the fields say is saved: the next time the fact is shown, it fills them."""
        self._filled = self._said()

    def statement(self) -> FactStatement:
        """Read the fields. Raises ValueTextError for a value or date that cannot be understood, which it marks."""
        from maeditor.services.annotating import FactStatement

        self.notes.clear()
        definition = self.chosen_property()
        lifecycle = Lifecycle(self.lifecycle.currentData())
        with self.notes.about("status", self.date):
            date = self._date(self.date.text())
        fact = self._fact
        coming = lifecycle in COMING
        kept = fact if fact is not None and fact.lifecycle is lifecycle else None
        # The date that this form does not show stays as it is.
        other = "" if kept is None else kept.as_of if coming else kept.target if kept.as_of else ""
        said = FactStatement(
            definition.key,
            self.subject.text().strip(),
            place=self.place.text().strip(),
            lifecycle=lifecycle,
            target=date if coming else other,
            as_of=other if coming else date,
            note=fact.note if fact else "",
        )
        text = self.amount.text().strip()
        with self.notes.about("value", self.amount):
            if definition.kind is Kind.DATE:
                return replace(said, text_value=self._date(text) or text)
            if definition.kind is Kind.TEXT:
                return replace(said, text_value=text)
            return replace(said, quantity=self._quantity(text))

    def check(self) -> None:
        """Say under its field what could not be saved as it stands."""
        with suppress(ValueTextError):
            self.statement()

    def _date(self, text: str) -> str:
        from maeditor.services.typed_value import read_date

        date = read_date(text, self._typed_in)
        if text.strip() and not date:
            raise ValueTextError("date_unreadable", text=text.strip())
        return date

    def chosen_property(self) -> Property:
        """The property in the list."""
        key = self.property_list.currentData()
        return next((each for each in self._properties if each.key == key), self._properties[0])

    def retranslate(self) -> None:
        """Word everything again."""
        say = self._words.say
        for name, label in self._labels.items():
            label.setText(say(f"facts.field_{name}"))
        for field, name in self.named():
            told = say(f"facts.field_{name}").replace("&", "")
            field.setAccessibleName(told)
            field.setToolTip(told)
        self.subject.setPlaceholderText(say("facts.field_subject_hint"))
        self.date.setPlaceholderText(say("facts.field_date_hint"))
        self.place.setPlaceholderText(say("facts.field_place_hint"))
        self._fill(self.comparator, [(each.value, self._comparator_text(each)) for each in Comparator])
        self._fill(self.lifecycle, [(each.value, say(f"facts.lifecycle_{each.value}")) for each in Lifecycle])
        self.set_properties(self._properties)
        if self._fact is not None:
            self.show_fact(self._fact)
        self.notes.tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter commits, Ctrl+Enter commits and accepts, Esc takes the fields back."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                (self.accepted if with_control else self.committed).emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.take_back()
        return super().eventFilter(watched, event)

    def _quantity(self, text: str) -> Quantity:
        typed = self.typed.keys()
        return read_amount(
            text,
            self.chosen_property(),
            str(self.unit.currentData() or "1"),
            Comparator(self.comparator.currentData()),
            # A comma means what it meant in the language it was typed in.
            self._typed_in,
            sign_chosen="comparator" in typed,
            touched=not typed.isdisjoint({"property", "comparator", "value", "unit"}),
        )

    def _amount_text(self, fact: Fact) -> str:
        quantity = fact.quantity
        return fact.text_value if quantity is None else fact_text.amount_text(quantity, self._words.wording)

    def _offer_units(self, written: str = "", amount: Decimal | None = None) -> None:
        if not self._properties:
            return
        definition = self.chosen_property()
        units = list(definition.units)
        if written and written not in units:
            units.insert(0, written)
        shown = [(code, symbol(code, self._words.language, amount) or "–") for code in units]
        self._fill(self.unit, shown)
        measured = definition.kind not in {Kind.TEXT, Kind.DATE}
        self.comparator.setVisible(measured)
        self.unit.setVisible(measured and units not in ([], ["1"]))

    def _lay_out(self) -> None:
        """Three rows; the property stands above them, where the inspector puts it."""
        contents = (
            ("subject", (self.subject, self.place), (2, 1)),
            ("value", (self.comparator, self.amount, self.unit), (0, 1, 0)),
            ("status", (self.lifecycle, self.date), (1, 1)),
        )
        self._grid.setContentsMargins(0, 0, 0, 0)
        for number, (name, fields, shares) in enumerate(contents):
            row = self._rows[number]
            for field, share in zip(fields, shares, strict=True):
                row.addWidget(field, share)
            self._grid.addWidget(self._labels[name], 2 * number, 0)
            self._grid.addLayout(row, 2 * number, 1)
            self._grid.addWidget(self.notes.labels[name], 2 * number + 1, 0, 1, 2)
        self._grid.setColumnStretch(1, 1)
        for (before, _name), (after, _after) in pairwise(self.named()):
            QWidget.setTabOrder(before, after)
        for name, buddy in (("subject", self.subject), ("value", self.amount), ("status", self.lifecycle)):
            self._labels[name].setBuddy(buddy)
        # A long list of properties must not widen the pane.
        self.property_list.setMinimumContentsLength(8)
        self.property_list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._restyle()

    def _restyle(self) -> None:
        theme, px, tokens = self._theme, self._theme.px, self._theme.tokens
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(6))
        self._grid.setColumnMinimumWidth(0, px(72))
        for row in self._rows:
            row.setSpacing(px(8))
        for field, _name in self.named():
            field.setFont(theme.ui_font(13))
        self.amount.setFont(theme.ui_font(13, 600))
        self.property_list.setFont(theme.ui_font(13, 600))
        for label in self._labels.values():
            label.setFont(theme.ui_font(13))
            label.setStyleSheet(f"color: {tokens.text2};")
        self.comparator.setFixedWidth(px(64))
        self.unit.setFixedWidth(px(88))
        for field in (self.subject, self.place, self.amount, self.date):
            field.setMinimumWidth(px(48))
        self._widen_list()
        self.notes.tell()

    def _widen_list(self) -> None:
        """The open list shows whole names, however narrow the pane."""
        metrics = QFontMetrics(self._theme.ui_font(13))
        names = [self.property_list.itemText(row) for row in range(self.property_list.count())]
        widest = max((metrics.horizontalAdvance(name) for name in names), default=0)
        self.property_list.view().setMinimumWidth(widest + self._theme.px(40))

    def _wire(self) -> None:
        for field, _name in self.named():
            field.installEventFilter(self)
        self.amount.textEdited.connect(lambda _text: self._note_language())
        for field in (self.amount, self.date):
            field.textEdited.connect(lambda _text: self.notes.clear())
            field.editingFinished.connect(self._check_typed)
        self.property_list.activated.connect(lambda _row: self._offer_units())
        for combo in (self.property_list, self.comparator, self.unit, self.lifecycle):
            combo.activated.connect(lambda _row: self.committed.emit())

    def _check_typed(self) -> None:
        if self.typed:
            self.check()

    def _note_language(self) -> None:
        self._typed_in = self._words.language

    def _said(self) -> dict[str, str]:
        """What each field says now."""
        return {
            name: field.text() if isinstance(field, QLineEdit) else str(field.currentData())
            for field, name in self.named()
        }

    def named(self) -> tuple[tuple[QLineEdit | QComboBox, str], ...]:
        """The fields as they stand, row by row: so Tab goes."""
        return (
            (self.property_list, "property"),
            (self.subject, "subject"),
            (self.place, "place"),
            (self.comparator, "comparator"),
            (self.amount, "value"),
            (self.unit, "unit"),
            (self.lifecycle, "status"),
            (self.date, "date"),
        )

    def _comparator_text(self, comparator: Comparator) -> str:
        return "↔" if comparator is Comparator.RANGE else comparator.value

    def _fill(self, combo: QComboBox, items: Sequence[tuple[str, str]]) -> None:
        chosen = combo.currentData()
        combo.clear()
        for key, text in items:
            combo.addItem(text, key)
        self._choose(combo, chosen)

    def _choose_property(self, key: str) -> None:
        """Choose a property, also one that the list does not offer."""
        if self.property_list.findData(key) < 0:
            self.property_list.addItem(key, key)
        self._choose(self.property_list, key)

    def _choose(self, combo: QComboBox, key: object) -> None:
        combo.setCurrentIndex(max(combo.findData(key), 0))
