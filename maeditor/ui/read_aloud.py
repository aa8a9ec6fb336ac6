"""Facts as a screen reader says them: units by their names, for "GW" is two letters to the ear."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from maeditor.domain.facts import Lifecycle
from maeditor.domain.properties import Kind
from maeditor.domain.values import Comparator, Quantity
from maeditor.services.library import FactView
from maeditor.ui import fact_text
from maeditor.wording import Wording

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "W": "watt",
        "kW": "kilowatt",
        "MW": "megawatt",
        "GW": "gigawatt",
        "TW": "terawatt",
        "Wp": "watt_peak",
        "kWp": "kilowatt_peak",
        "MWp": "megawatt_peak",
        "GWp": "gigawatt_peak",
        "MVA": "megavolt_ampere",
        "kWh": "kilowatt_hour",
        "MWh": "megawatt_hour",
        "GWh": "gigawatt_hour",
        "TWh": "terawatt_hour",
        "km": "kilometre",
        "m": "metre",
        "ms": "millisecond",
        "s": "second",
        "t": "tonne",
        "kV": "kilovolt",
    }
)
"""Units that have a name to be spoken, and where it stands among the sentences."""


def quantity_aloud(quantity: Quantity, words: Wording) -> str:
    """A quantity with its unit in words: ``au plus 500 mégawatts``; a unit without a name keeps its symbol."""
    name = NAMES.get(quantity.unit)
    if name is None:
        return fact_text.spoken_quantity(quantity, words)
    amount = quantity.amount if quantity.amount is not None else quantity.upper or Decimal(0)
    # CLDR: in French anything below two is one, in English only 1 itself.
    single = abs(amount) < 2 if words.language == "fr" else abs(amount) == 1
    told = words.say(f"spoken.{name}", count=1 if single else 2, amount=fact_text.amount_text(quantity, words))
    if quantity.comparator in {Comparator.EQUAL, Comparator.RANGE}:
        return told
    return words.say(f"facts.said_{quantity.comparator.name.lower()}", value=told)


def fact_aloud(view: FactView, words: Wording, sure: float) -> str:
    """A row of the list: property, value, subject, how far, state, how ``sure``, and what is wrong with it."""
    fact = view.fact
    quantity = fact.quantity
    plain = quantity is None or view.property.kind is Kind.RANK
    parts = [
        view.property.label(words.language),
        fact_text.value_text(view, words) if plain or quantity is None else quantity_aloud(quantity, words),
        fact.subject,
        "" if fact.lifecycle is Lifecycle.UNKNOWN else words.say(f"facts.lifecycle_{fact.lifecycle.value}").lower(),
        fact_text.state_text(fact.state, words).lower(),
        fact_text.confidence_text(sure, words).lower(),
        words.say("facts.in_conflict") if view.conflicted else "",
        words.say(fact_text.look_key(fact)) if fact.needs_look else "",
        "" if view.evidence else words.say("facts.without_passage"),
    ]
    return ", ".join(part for part in parts if part)
