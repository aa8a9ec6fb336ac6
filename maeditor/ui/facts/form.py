"""The fields of a fact: what a person says, read back as a statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from maeditor.domain import dates
from maeditor.domain.errors import ValueTextError
from maeditor.domain.facts import Fact, Lifecycle
from maeditor.domain.properties import Kind, Property
from maeditor.domain.units import symbol
from maeditor.domain.values import Comparator, Quantity
from maeditor.extraction.reading import read_value
from maeditor.services.annotating import FactStatement
from maeditor.ui.theme import Theme
from maeditor.ui.wording import Words

COMING = frozenset({Lifecycle.ANNOUNCED, Lifecycle.PLANNED, Lifecycle.UNDER_CONSTRUCTION})
"""For these the date is the target; for the others it is when the value holds."""


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
        self.property = QComboBox(self)
        self.property.setMaxVisibleItems(16)
        self.subject = QLineEdit(self)
        self.comparator = QComboBox(self)
        self.amount = QLineEdit(self)
        self.unit = QComboBox(self)
        self.place = QLineEdit(self)
        self.lifecycle = QComboBox(self)
        self.date = QLineEdit(self)
        self._labels = {name: QLabel(self) for name in ("property", "subject", "value", "place", "status")}
        self._lay_out()
        self._wire()
        self.retranslate()
        words.changed.connect(self.retranslate)
        theme.changed.connect(self._restyle)

    def set_properties(self, properties: Sequence[Property]) -> None:
        """Offer these properties."""
        self._properties = properties
        chosen = self.property.currentData()
        self.property.clear()
        for each in properties:
            self.property.addItem(each.label(self._words.language), each.key)
        self._choose(self.property, chosen)

    def show_fact(self, fact: Fact) -> None:
        """Fill the fields from a fact."""
        self._fact = fact
        if self.property.findData(fact.property) < 0:
            self.property.addItem(fact.property, fact.property)
        self._choose(self.property, fact.property)
        self._offer_units(fact.unit)
        self.subject.setText(fact.subject)
        self.place.setText(fact.place)
        self._choose(self.comparator, (fact.comparator or Comparator.EQUAL).value)
        self._choose(self.unit, fact.unit or "1")
        self.amount.setText(self._amount_text(fact))
        self._choose(self.lifecycle, fact.lifecycle.value)
        self.date.setText(fact.target if fact.lifecycle in COMING else fact.as_of or fact.target)
        for field in (self.subject, self.place, self.amount, self.date):
            field.setCursorPosition(0)

    def statement(self) -> FactStatement:
        """Read the fields. Raises ValueTextError for a value or date that cannot be understood."""
        definition = self.chosen_property()
        lifecycle = Lifecycle(self.lifecycle.currentData())
        date = self.date.text().strip()
        if date and not dates.is_edtf(date):
            raise ValueTextError("date_unreadable", text=date)
        fact = self._fact
        said = FactStatement(
            definition.key,
            self.subject.text().strip(),
            place=self.place.text().strip(),
            lifecycle=lifecycle,
            target=date if lifecycle in COMING else "",
            as_of="" if lifecycle in COMING else date,
            note=fact.note if fact else "",
        )
        if fact is not None and fact.lifecycle is lifecycle:
            other = {"as_of": fact.as_of} if lifecycle in COMING else {"target": fact.target if fact.as_of else ""}
            said = replace(said, **other)
        text = self.amount.text().strip()
        if definition.kind in {Kind.TEXT, Kind.DATE}:
            if definition.kind is Kind.DATE and not dates.is_edtf(text):
                raise ValueTextError("date_unreadable", text=text)
            return replace(said, text_value=text)
        return replace(said, quantity=self._quantity(text))

    def chosen_property(self) -> Property:
        """The property in the list."""
        key = self.property.currentData()
        return next((each for each in self._properties if each.key == key), self._properties[0])

    def retranslate(self) -> None:
        """Word everything again."""
        say = self._words.say
        for name, label in self._labels.items():
            label.setText(say(f"facts.field_{name}"))
        for field, name in self._named():
            field.setAccessibleName(say(f"facts.field_{name}").replace("&", ""))
        self.date.setPlaceholderText(say("facts.field_date_hint"))
        self._fill(self.comparator, [(each.value, self._comparator_text(each)) for each in Comparator])
        self._fill(self.lifecycle, [(each.value, say(f"facts.lifecycle_{each.value}")) for each in Lifecycle])
        self.set_properties(self._properties)
        if self._fact is not None:
            self.show_fact(self._fact)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter commits, Ctrl+Enter commits and accepts, Esc takes the fields back."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                (self.accepted if with_control else self.committed).emit()
                return True
            if event.key() == Qt.Key.Key_Escape and self._fact is not None:
                self.show_fact(self._fact)
        return super().eventFilter(watched, event)

    def _quantity(self, text: str) -> Quantity:
        unit = str(self.unit.currentData() or "1")
        sign = Comparator(self.comparator.currentData())
        read = read_value(text, self._words.language)
        if read is None:
            raise ValueTextError("value_unreadable", text=text)
        if read.unit != "1":
            unit = read.unit
        if read.comparator is Comparator.RANGE and read.lower is not None and read.upper is not None:
            return Quantity.between(read.lower, read.upper, unit)
        if read.comparator is not Comparator.EQUAL or sign is Comparator.RANGE:
            sign = read.comparator
        return Quantity(sign, read.amount, None, None, unit)

    def _amount_text(self, fact: Fact) -> str:
        number = self._words.number
        quantity = fact.quantity
        if quantity is None:
            return fact.text_value
        if quantity.lower is not None and quantity.upper is not None:
            return self._words.say("facts.range", low=number(quantity.lower), high=number(quantity.upper))
        return number(quantity.amount) if quantity.amount is not None else ""

    def _offer_units(self, written: str = "") -> None:
        if not self._properties:
            return
        definition = self.chosen_property()
        units = list(definition.units)
        if written and written not in units:
            units.insert(0, written)
        shown = [(code, symbol(code, self._words.language) or "–") for code in units]
        self._fill(self.unit, shown)
        measured = definition.kind not in {Kind.TEXT, Kind.DATE}
        self.comparator.setVisible(measured)
        self.unit.setVisible(measured and len(units) > 0)

    def _lay_out(self) -> None:
        px = self._theme.px
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(6))
        value, status = QHBoxLayout(), QHBoxLayout()
        for row, contents in (
            (value, (self.comparator, self.amount, self.unit)),
            (status, (self.lifecycle, self.date)),
        ):
            row.setSpacing(px(8))
            for field in contents:
                row.addWidget(field)
        value.setStretch(1, 1)
        status.setStretch(0, 1)
        status.setStretch(1, 1)
        for row_number, (name, contents_or_field) in enumerate(
            (
                ("property", self.property),
                ("subject", self.subject),
                ("value", value),
                ("place", self.place),
                ("status", status),
            )
        ):
            label = self._labels[name]
            label.setMinimumWidth(px(72))
            grid.addWidget(label, row_number, 0)
            if isinstance(contents_or_field, QHBoxLayout):
                grid.addLayout(contents_or_field, row_number, 1)
            else:
                grid.addWidget(contents_or_field, row_number, 1)
        grid.setColumnStretch(1, 1)
        for name, buddy in (("property", self.property), ("subject", self.subject), ("value", self.amount)):
            self._labels[name].setBuddy(buddy)
        self._labels["place"].setBuddy(self.place)
        self._labels["status"].setBuddy(self.lifecycle)
        self._restyle()

    def _restyle(self) -> None:
        px = self._theme.px
        for field, _name in self._named():
            field.setMinimumHeight(px(30))
        self.comparator.setFixedWidth(px(64))
        self.unit.setFixedWidth(px(92))
        # A long list of properties must not widen the pane.
        self.property.setMinimumContentsLength(8)
        self.property.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def _wire(self) -> None:
        for field, _name in self._named():
            field.installEventFilter(self)
        self.property.activated.connect(lambda _row: self._offer_units())
        for combo in (self.property, self.comparator, self.unit, self.lifecycle):
            combo.activated.connect(lambda _row: self.committed.emit())

    def _named(self) -> tuple[tuple[QWidget, str], ...]:
        return (
            (self.property, "property"),
            (self.subject, "subject"),
            (self.comparator, "comparator"),
            (self.amount, "value"),
            (self.unit, "unit"),
            (self.place, "place"),
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

    def _choose(self, combo: QComboBox, key: object) -> None:
        combo.setCurrentIndex(max(combo.findData(key), 0))
