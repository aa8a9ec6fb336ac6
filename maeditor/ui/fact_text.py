"""Facts in words, for lists, charts, tooltips and screen readers: values as the person's language writes them."""

from __future__ import annotations

from decimal import Decimal

from maeditor.domain.facts import Fact, Lifecycle, State
from maeditor.domain.properties import Kind
from maeditor.domain.units import symbol
from maeditor.domain.values import Comparator, Quantity
from maeditor.services.library import FactView
from maeditor.wording import Wording

ISOLATE, RELEASE = "\u2068", "\u2069"
NARROW = "\u202f"
UNSURE, LIKELY = 0.5, 0.8
"""Confidence below which one bar stands, and from which three do."""


def isolated(text: str) -> str:
    """Keep a foreign text's direction from disturbing the line around it (U+2068/2069)."""
    return f"{ISOLATE}{text}{RELEASE}"


def value_text(view: FactView, words: Wording) -> str:
    """The value as people read it: ``2 GW``, ``≤ 500 MW``, ``40 à 386 MW``, ``5ᵉ``, or the text of a text fact."""
    fact = view.fact
    quantity = fact.quantity
    if quantity is None:
        return fact.text_value or fact.raw or words.say("facts.no_value")
    if view.property.kind is Kind.RANK and quantity.amount is not None and quantity.comparator is Comparator.EQUAL:
        return ordinal(quantity.amount, words)
    return quantity_text(quantity, words)


def quantity_text(quantity: Quantity, words: Wording) -> str:
    """A quantity with its comparator and unit."""
    unit = symbol(quantity.unit, words.language)
    suffix = f"\u00a0{unit}" if unit else ""
    if quantity.comparator is Comparator.RANGE and quantity.lower is not None and quantity.upper is not None:
        low, high = words.number(quantity.lower), words.number(quantity.upper)
        return words.say("facts.range", low=low, high=high) + suffix
    number = words.number(quantity.amount if quantity.amount is not None else Decimal(0))
    sign = "" if quantity.comparator is Comparator.EQUAL else f"{quantity.comparator.value}\u00a0"
    return f"{sign}{number}{suffix}"


def spoken_quantity(quantity: Quantity, words: Wording) -> str:
    """A quantity in words, for chart labels and screen readers: ``au plus 500 MW``."""
    if quantity.comparator in {Comparator.EQUAL, Comparator.RANGE}:
        return quantity_text(quantity, words)
    plain = quantity_text(Quantity.of(quantity.amount or Decimal(0), quantity.unit), words)
    return words.say(f"facts.said_{quantity.comparator.name.lower()}", value=plain)


def normalised_text(fact: Fact, words: Wording) -> str:
    """The value in its base unit where that differs from the unit as written, or nothing."""
    quantity = fact.normalised
    if quantity is None or fact.norm_unit == (fact.unit or fact.norm_unit):
        return ""
    return quantity_text(quantity, words)


def ordinal(number: Decimal, words: Wording) -> str:
    """A rank: ``1er``, ``5ᵉ``; ``1st``, ``5th``."""
    whole = int(number)
    if words.language == "fr":
        return f"{whole}er" if whole == 1 else f"{whole}\u1d49"
    teen = 10 <= whole % 100 <= 20
    return f"{whole}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(whole % 10, 'th')}"


def about_text(view: FactView, words: Wording) -> str:
    """What the value is of: property, subject, place, how far it is."""
    fact = view.fact
    parts = [view.property.label(words.language)]
    parts += [isolated(each) for each in dict.fromkeys((fact.subject, fact.place)) if each]
    if fact.lifecycle is not Lifecycle.UNKNOWN:
        parts.append(words.say(f"facts.lifecycle_{fact.lifecycle.value}").lower())
    return " · ".join(parts)


def confidence_bars(confidence: float) -> int:
    """One to three bars."""
    return 1 if confidence < UNSURE else 2 if confidence < LIKELY else 3


def confidence_text(confidence: float, words: Wording) -> str:
    """The word beside the bars."""
    return words.say(f"facts.confidence_{confidence_bars(confidence)}")


def state_text(state: State, words: Wording) -> str:
    """A state in a word."""
    return words.say(f"facts.state_{state.value}")


def spoken_fact(view: FactView, words: Wording) -> str:
    """A fact as a screen reader says it: property, value, how far, state, confidence."""
    fact = view.fact
    quantity = fact.quantity
    is_rank = view.property.kind is Kind.RANK
    parts = [
        view.property.label(words.language),
        value_text(view, words) if quantity is None or is_rank else spoken_quantity(quantity, words),
        fact.subject,
        "" if fact.lifecycle is Lifecycle.UNKNOWN else words.say(f"facts.lifecycle_{fact.lifecycle.value}").lower(),
        state_text(fact.state, words).lower(),
        confidence_text(fact.confidence, words).lower(),
        words.say("facts.in_conflict") if view.conflicted else "",
        words.say(look_key(fact)) if fact.needs_look else "",
        "" if view.evidence else words.say("facts.without_passage"),
    ]
    return ", ".join(part for part in parts if part)


def look_key(fact: Fact) -> str:
    """The key of the sentence that says why a person should look."""
    return f"look.{fact.needs_look}"
