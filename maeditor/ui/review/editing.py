"""From what is typed on the card to a statement. Pure; raises ValueTextError for what cannot be understood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from maeditor.domain.errors import ValueTextError
from maeditor.domain.facts import COMING, Fact, Lifecycle
from maeditor.domain.properties import Kind, Property
from maeditor.domain.sense import refuse_nonsense
from maeditor.domain.values import Comparator, Quantity
from maeditor.services import suggesting, typed_value
from maeditor.services.annotating import FactStatement
from maeditor.services.fitting import fits, refuse_unfit
from maeditor.services.review_cards import statement_of
from maeditor.ui import fact_text
from maeditor.wording import Wording

FIELDS = ("subject", "property", "comparator", "unit", "status", "date", "place")
"""The rows of the card, in order; ``value`` stands above them."""


def date_of(fact: Fact) -> str:
    """The date that counts for a fact, as EDTF."""
    return fact.target if fact.lifecycle in COMING else fact.as_of or fact.target


def value_typed(fact: Fact, words: Wording) -> str:
    """A value as one would type it, without its unit: ``≤ 500``, ``40 à 386``."""
    quantity = fact.quantity
    if quantity is None:
        return fact.text_value
    number = fact_text.amount_text(quantity, words)
    bounded = quantity.comparator not in {Comparator.EQUAL, Comparator.RANGE}
    return f"{quantity.comparator.value}\u00a0{number}" if bounded else number


def restated(fact: Fact, typed: Mapping[str, str], known: Sequence[Property], language: str) -> FactStatement:
    """What a fact says once it says what was typed; ``typed`` holds the fields that were changed and those alone."""
    said = statement_of(fact)
    definition = _property(typed.get("property", fact.property), known)
    if definition is not None:
        said = replace(said, property=definition.key)
    if "value" in typed:
        said = _valued(said, typed["value"], typed.get("unit", fact.unit), definition, known, language)
    elif "unit" in typed and said.quantity is not None:
        said = replace(said, quantity=replace(said.quantity, unit=typed["unit"]))
    if "comparator" in typed and said.quantity is not None:
        said = replace(said, quantity=bounded(said.quantity, Comparator(typed["comparator"])))
    said = replace(
        said,
        subject=typed.get("subject", said.subject).strip(),
        place=typed.get("place", said.place).strip(),
        lifecycle=Lifecycle(typed.get("status", said.lifecycle.value)),
    )
    if said.quantity is not None and definition is not None:
        touched = bool(typed.keys() & {"property", "unit", "value"})
        refuse_unfit(said.quantity, definition, language, touched=touched)
    return _dated(said, fact, typed.get("date"), language)


def bounded(quantity: Quantity, comparator: Comparator) -> Quantity:
    """A quantity with another comparator; of a range the end that the comparator speaks of."""
    if comparator is quantity.comparator:
        return quantity
    low, high = quantity.lower, quantity.upper
    amount = quantity.amount
    if amount is None:
        amount = low if comparator in {Comparator.MORE, Comparator.AT_LEAST} else high
    amount = amount if amount is not None else Decimal(0)
    if comparator is Comparator.RANGE:
        return Quantity.between(amount, amount, quantity.unit)
    return Quantity.of(amount, quantity.unit, comparator)


def read_date(text: str, language: str) -> str:
    """A date as EDTF, from EDTF or from words (``fin 2027``, ``12 mars 2026``); nothing stays nothing."""
    text = text.strip()
    if not text:
        return ""
    found = typed_value.read_date(text, language)
    if not found:
        raise ValueTextError("date_unreadable", text=text)
    return found


def _valued(
    said: FactStatement,
    text: str,
    wanted: str,
    definition: Property | None,
    known: Sequence[Property],
    language: str,
) -> FactStatement:
    text = text.strip()
    if not text:
        raise ValueTextError("value_missing")
    if definition is not None and definition.kind is Kind.DATE:
        return replace(said, quantity=None, text_value=read_date(text, language))
    if definition is not None and definition.kind is Kind.TEXT:
        return replace(said, quantity=None, text_value=text)
    found = typed_value.read_typed(text, language)
    if found is None:
        raise ValueTextError("value_unreadable", text=text)
    read, ordinal = found.quantity, found.ordinal
    if ordinal and definition is not None:
        # A place in an order is no slip for another measure: over a power it is meant for another fact.
        refuse_unfit(read, definition, language, text, ordinal=True)
    if read.unit == "1" and wanted and not ordinal and definition is not None:
        measured = replace(read, unit=wanted)
        read = measured if fits(measured, definition) else read
    if definition is None:
        definition = suggesting.property_for(read, None, known, ordinal=ordinal)
    # A slip must not make another fact of this one: the property is changed on purpose, in its own field.
    refuse_unfit(read, definition, language, text, ordinal=ordinal)
    refuse_nonsense(read, definition, text)
    return replace(said, property=definition.key, quantity=read, text_value="")


def _dated(said: FactStatement, fact: Fact, typed: str | None, language: str) -> FactStatement:
    date = date_of(fact) if typed is None else read_date(typed, language)
    if typed is None and said.lifecycle is fact.lifecycle:
        return said
    if said.lifecycle in COMING:
        kept = fact.as_of if fact.lifecycle in COMING else ""
        return replace(said, target=date, as_of=kept)
    kept = fact.target if fact.lifecycle not in COMING and fact.as_of else ""
    return replace(said, as_of=date, target=kept)


def _property(key: str, known: Sequence[Property]) -> Property | None:
    return next((each for each in known if each.key == key), None)
