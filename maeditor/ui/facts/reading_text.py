"""What a passage was read as, in words: the line behind the value, the key to the underlines."""

from __future__ import annotations

from collections.abc import Sequence

from maeditor.domain.anchors import Span
from maeditor.domain.facts import Fact, State
from maeditor.domain.properties import Property
from maeditor.domain.values import Comparator
from maeditor.extraction.text.sentences import sentences
from maeditor.services.annotating import FactStatement
from maeditor.services.library import FactView
from maeditor.services.sourcing import MOST_READ, Context, Origin, Slot, Source
from maeditor.ui import fact_text
from maeditor.ui.date_text import date_text
from maeditor.ui.facts.legend import LegendItem
from maeditor.ui.facts.quote_view import Underlined
from maeditor.ui.facts.suggestion import Suggestion
from maeditor.wording import Wording

_KEYED = (Slot.UNIT, Slot.HEDGE)
"""Parts of the value: underlined in colours of their own, and named with the words that say them."""


def view_of(statement: FactStatement, definition: Property) -> FactView:
    """The fact that a statement would make, to be put into words."""
    blank = statement.stated_in(Fact("", 1, 0, "", "", "", "", State.PROPOSED))
    return FactView(blank, definition, (), conflicted=False)


def suggestion_of(
    statement: FactStatement,
    sources: Sequence[Source],
    context: Context,
    properties: Sequence[Property],
    words: Wording,
    typed: str = "",
) -> Suggestion:
    """Word a statement for the popover; ``typed`` is what stands in the field, if the person typed it."""
    definition = next(each for each in properties if each.key == statement.property)
    view = view_of(statement, definition)
    value = fact_text.value_text(view, words) if statement.quantity else statement.text_value
    of_family = tuple((each.key, each.label(words.language)) for each in properties if each.family is definition.family)
    return Suggestion(
        value,
        " · ".join(_reading(view, value, typed, words)),
        definition.family,
        counted_text(context.quote, words),
        definition.key,
        of_family,
        context.quote[:MOST_READ],
        tuple(_marks(sources, context.selection)),
        tuple(_legend(view, value, sources, words)),
        context.language.startswith("ar"),
    )


def counted_text(quote: str, words: Wording) -> str:
    """How much is marked: whole sentences, and characters."""
    whole = len(quote) <= MOST_READ and quote.rstrip()[-1:] in {".", "!", "?", "…", "؟"}
    count = len(sentences(quote)) if whole else 0
    characters = words.say("facts.characters", count=len(quote))
    return f"{words.say('facts.sentences', count=count)}, {characters}" if count else characters


def _reading(view: FactView, value: str, typed: str, words: Wording) -> list[str]:
    quantity = view.fact.quantity
    told = []
    if typed and _bare(typed) != _bare(value):
        told.append(value)
    if quantity is not None and quantity.comparator not in {Comparator.EQUAL, Comparator.RANGE}:
        told.append(words.say(f"facts.hedge_{quantity.comparator.name.lower()}"))
    told.append(fact_text.about_text(view, words))
    date = view.fact.target or view.fact.as_of
    return [*told, date_text(date, words)] if date else told


def _bare(text: str) -> str:
    return "".join(text.split()).casefold()


def _marks(sources: Sequence[Source], selection: Span) -> list[Underlined]:
    """The words inside of the quote; those outside are told by the legend."""
    return [
        Underlined(each.slot, each.span.start - selection.start, each.span.end - selection.start)
        for each in sources
        if each.span is not None and each.origin is Origin.PASSAGE
    ]


def _legend(view: FactView, value: str, sources: Sequence[Source], words: Wording) -> list[LegendItem]:
    if all(each.words for each in sources if each.slot in _KEYED) and view.fact.quantity is not None:
        # Unit and bound have an item each.
        value = fact_text.amount_text(view.fact.quantity, words)
    return [
        LegendItem(each.slot, words.say(f"facts.slot_{each.slot.value}"), said, _note(each, said, words))
        for each in sources
        if each.words or each.slot not in _KEYED
        for said in (_said(view, value, each, words),)
    ]


def _said(view: FactView, value: str, source: Source, words: Wording) -> str:
    fact = view.fact
    match source.slot:
        case Slot.VALUE:
            return value
        case Slot.UNIT | Slot.HEDGE:
            return source.words
        case Slot.SUBJECT:
            return fact_text.isolated(fact.subject)
        case Slot.PLACE:
            return fact_text.isolated(fact.place)
        case Slot.STATUS:
            return words.say(f"facts.lifecycle_{fact.lifecycle.value}").lower()
        case _:
            return date_text(fact.target or fact.as_of, words)


def _note(source: Source, said: str, words: Wording) -> str:
    """Where a field comes from, unless it is from the marked words."""
    match source.origin:
        case Origin.PASSAGE:
            return ""
        case Origin.CONTEXT if said.strip(fact_text.ISOLATE + fact_text.RELEASE) == source.words:
            return words.say("facts.from_context_so")
        case Origin.CONTEXT:
            return words.say("facts.from_context", words=fact_text.isolated(source.words))
        case Origin.TYPED:
            return words.say("facts.from_typing")
        case _:
            return words.say("facts.from_nowhere")
