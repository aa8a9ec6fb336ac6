"""Facts in words, for lists, charts, tooltips and screen readers: values as the person's language writes them."""

from __future__ import annotations

from decimal import Decimal, localcontext

from maeditor.domain.facts import Fact, Lifecycle, State
from maeditor.domain.properties import Kind
from maeditor.domain.units import MONEY, symbol, unit
from maeditor.domain.values import Comparator, Quantity, plain, room_for
from maeditor.services.library import FactView
from maeditor.ui.date_text import date_text
from maeditor.wording import Wording

ISOLATE, RELEASE = "\u2068", "\u2069"
NARROW = "\u202f"
UNSURE, LIKELY = 0.5, 0.8
"""Confidence below which one bar stands, and from which three do."""
_SCALES = ((Decimal(10**9), "facts.scale_billion"), (Decimal(10**6), "facts.scale_million"))
_DECIMALS = 1000
"""Money is shortened to three decimals at most."""


def isolated(text: str) -> str:
    """Keep a foreign text's direction from disturbing the line around it (U+2068/2069)."""
    return f"{ISOLATE}{text}{RELEASE}"


def value_text(view: FactView, words: Wording) -> str:
    """The value as people read it: ``2 GW``, ``≤ 500 MW``, ``40 à 386 MW``, ``5ᵉ``, or the text of a text fact."""
    fact = view.fact
    quantity = fact.quantity
    if quantity is None:
        if view.property.kind is Kind.DATE and fact.text_value:
            return date_text(fact.text_value, words)
        return fact.text_value or fact.raw or words.say("facts.no_value")
    if view.property.kind is Kind.RANK and quantity.amount is not None and quantity.comparator is Comparator.EQUAL:
        return ordinal(quantity.amount, words)
    return quantity_text(quantity, words)


def quantity_text(quantity: Quantity, words: Wording) -> str:
    """A quantity with its comparator and unit; large money as ``12 Md DH`` or ``MAD 12 bn``."""
    amount = quantity.amount if quantity.amount is not None else quantity.upper
    written = symbol(quantity.unit, words.language, amount)
    number = amount_text(quantity, words)
    if not written:
        told = number
    elif words.language == "en" and _is_money(quantity):
        told = f"{written}\u00a0{number}" if written.isalpha() else f"{written}{number}"
    else:
        told = f"{number}\u00a0{written}"
    bounded = quantity.comparator not in {Comparator.EQUAL, Comparator.RANGE}
    return f"{quantity.comparator.value}\u00a0{told}" if bounded else told


def amount_text(quantity: Quantity, words: Wording) -> str:
    """The number or the two ends without comparator and unit: ``2``, ``40 à 386``, ``12 Md``; no digit is lost."""
    scale, scale_key = _scale(quantity)
    with localcontext(room_for(scale, *_numbers(quantity))):
        numbers = [words.number(plain(number / scale)) for number in _numbers(quantity)]
    if scale_key:
        # At both ends of a range: "1,5 à 3 M" could be read as one and a half.
        numbers = [f"{number}\u00a0{words.say(scale_key)}" for number in numbers]
    return words.say("facts.range", low=numbers[0], high=numbers[1]) if len(numbers) > 1 else numbers[0]


def _numbers(quantity: Quantity) -> list[Decimal]:
    return [each for each in (quantity.amount, quantity.lower, quantity.upper) if each is not None]


def _is_money(quantity: Quantity) -> bool:
    """Money itself; a price (``MAD/kWh``) is written as any rate is."""
    return unit(quantity.unit).dimension == MONEY and "/" not in quantity.unit


def _scale(quantity: Quantity) -> tuple[Decimal, str]:
    """By how much money is divided to be read at a glance: only where a few digits still say it exactly."""
    if _is_money(quantity):
        for scale, key in _SCALES:
            with localcontext(room_for(scale, *_numbers(quantity))):
                if all(abs(each) >= scale and each * _DECIMALS % scale == 0 for each in _numbers(quantity)):
                    return scale, key
    return Decimal(1), ""


def spoken_quantity(quantity: Quantity, words: Wording) -> str:
    """A quantity in words, for chart labels and screen readers: ``au plus 500 MW``."""
    if quantity.comparator in {Comparator.EQUAL, Comparator.RANGE}:
        return quantity_text(quantity, words)
    plain = quantity_text(Quantity.of(quantity.amount or Decimal(0), quantity.unit), words)
    return words.say(f"facts.said_{quantity.comparator.name.lower()}", value=plain)


def normalised_text(fact: Fact, words: Wording) -> str:
    """The value in its base unit where that differs from the unit as written, or nothing; its sign stands before it.

    Years in seconds tell nobody anything.
    """
    quantity = fact.normalised
    if quantity is None or fact.norm_unit == (fact.unit or fact.norm_unit):
        return ""
    if unit(fact.norm_unit).dimension == "duration":
        return ""
    if quantity.amount is None:
        return quantity_text(quantity, words)
    return quantity_text(Quantity.of(quantity.amount, quantity.unit), words)


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
