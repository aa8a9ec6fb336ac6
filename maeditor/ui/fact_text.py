"""Facts in words, for lists, charts, tooltips and screen readers: values as the person's language writes them."""

from __future__ import annotations

from maeditor.domain.facts import Fact, Lifecycle, State
from maeditor.domain.listing import LIKELY, UNSURE
from maeditor.domain.properties import Kind
from maeditor.domain.units import unit
from maeditor.domain.values import Quantity
from maeditor.services.learning import Record
from maeditor.services.library import FactView
from maeditor.services.phrasing import amount_text, ordinal, quantity_text, spoken_quantity, worded_quantity
from maeditor.ui.date_text import date_text
from maeditor.ui.held_figures import held
from maeditor.wording import Wording

__all__ = [
    "about_text",
    "amount_text",
    "confidence_bars",
    "confidence_text",
    "isolated",
    "look_key",
    "normalised_text",
    "ordinal",
    "other_readings",
    "quantity_text",
    "record_text",
    "spoken_fact",
    "spoken_quantity",
    "state_text",
    "value_text",
]

ISOLATE, RELEASE = "\u2068", "\u2069"
NARROW = "\u202f"


def isolated(text: str) -> str:
    """Keep a foreign text's direction from disturbing the line around it (U+2068/2069)."""
    return f"{ISOLATE}{held(text)}{RELEASE}"


def value_text(view: FactView, words: Wording) -> str:
    """The value as people read it: ``2 GW``, ``≤ 500 MW``, ``40 à 386 MW``, ``5ᵉ``, or the text of a text fact."""
    fact = view.fact
    quantity = fact.quantity
    if quantity is None:
        if view.property.kind is Kind.DATE and fact.text_value:
            return date_text(fact.text_value, words)
        return fact.text_value or fact.raw or words.say("facts.no_value")
    return worded_quantity(quantity, view.property, words)


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


def record_text(record: Record, words: Wording) -> str:
    """What people decided about the proposals of a rule: ``accepted 41 of 44``; nothing where that says little."""
    if not record.tells:
        return ""
    if not record.corrected:
        return words.say("learned.accepted_of", count=record.accepted, total=record.total)
    parts = {"accepted": record.accepted, "corrected": record.corrected, "rejected": record.rejected}
    return ", ".join(words.say(f"learned.{name}", count=count) for name, count in parts.items() if count)


def state_text(state: State, words: Wording) -> str:
    """A state in a word."""
    return words.say(f"facts.state_{state.value}")


def spoken_fact(view: FactView, words: Wording, sure: float | None = None) -> str:
    """A fact as a screen reader says it: property, value, how far, state; ``sure``, or else its own confidence."""
    fact = view.fact
    quantity = fact.quantity
    is_rank = view.property.kind is Kind.RANK
    parts = [
        view.property.label(words.language),
        value_text(view, words) if quantity is None or is_rank else spoken_quantity(quantity, words),
        fact.subject,
        "" if fact.lifecycle is Lifecycle.UNKNOWN else words.say(f"facts.lifecycle_{fact.lifecycle.value}").lower(),
        state_text(fact.state, words).lower(),
        confidence_text(fact.confidence if sure is None else sure, words).lower(),
        words.say("facts.in_conflict") if view.conflicted else "",
        words.say(look_key(fact)) if fact.needs_look else "",
        "" if view.evidence else words.say("facts.without_passage"),
    ]
    return ", ".join(part for part in parts if part)


def other_readings(fact: Fact, words: Wording) -> list[str]:
    """The other readings of a fact in doubt, as people write them; none where nothing is in doubt."""
    if not fact.needs_look:
        return []
    from maeditor.services.readings import others

    return [
        quantity_text(each.quantity, words) if each.quantity else date_text(each.date, words) for each in others(fact)
    ]


def look_key(fact: Fact) -> str:
    """The key of the sentence that says why a person should look."""
    return f"look.{fact.needs_look}"
