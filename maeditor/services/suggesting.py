"""What a selected passage, or a typed line, probably states: the fact form opens filled in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from maeditor.domain.anchors import Span
from maeditor.domain.errors import ValueTextError
from maeditor.domain.facts import COMING
from maeditor.domain.properties import Family, Kind, Property
from maeditor.domain.sense import refuse_nonsense
from maeditor.domain.values import Quantity
from maeditor.extraction.grammar import GrammarExtractor
from maeditor.extraction.interface import Proposal
from maeditor.extraction.mentions import mentions
from maeditor.extraction.reading import quantity
from maeditor.services.annotating import FactStatement
from maeditor.services.fitting import fits
from maeditor.services.proposed_facts import proposed_quantity
from maeditor.services.runner import ActionRunner, catalogue_of
from maeditor.services.sourcing import MOST_READ, Context, Slot, Source
from maeditor.services.typed_line import TypedLine, read_line
from maeditor.services.typed_value import TypedValue, read_date

_WORDED = frozenset({Kind.TEXT, Kind.DATE})


@dataclass(frozen=True, slots=True)
class Suggested:
    """A statement with the words that each of its fields was read from."""

    statement: FactStatement
    quote: str
    context: Context
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person insists on beside the typed value: a family, or one property of it; nothing by default."""

    family: Family | None = None
    property: str = ""


def suggest(runner: ActionRunner, article_id: str, span: Span) -> Suggested:
    """Read a selection: what the extractor finds in it, else its first value, else its words as a text.

    A value that no property takes is no value here: it may become one of a property that the person adds.
    """
    with runner.read() as queries:
        article = queries.article(article_id)
        text = queries.text(article.text_id)
        known = tuple(catalogue_of(queries).values())
    # The paragraph gives the context that a reading needs, and costs the same however long the article is.
    context = Context(text, span, article.language)
    statement = _read(context, known)
    return Suggested(statement, context.quote, context, context.sources(statement))


def _read(context: Context, known: Sequence[Property]) -> FactStatement:
    span, language, quote = context.selection, context.language or None, context.quote
    inside = [
        each
        for each in GrammarExtractor().extract(context.paragraph, language).proposals
        if span.start <= context.at + each.start and context.at + each.end <= span.end
    ]
    if inside:
        best = max(inside, key=_strength)
        if not isinstance(best.value, Decimal):
            context.worded = str(best.value), Span(best.start, best.end)
        return replace(_stated(best), raw=quote)
    for value in map(quantity, mentions(quote[:MOST_READ], language)):
        taking = _taking(value, None, known) if value is not None else None
        if taking is not None:
            return FactStatement(taking.key, "", value, raw=quote)
    said = " ".join(quote.split())
    return FactStatement(_first(Family.ATTRIBUTE, known).key, "", text_value=said, raw=quote)


def restate(
    base: FactStatement,
    typed: str,
    wish: Wish,
    known: Sequence[Property],
    language: str,
    context: Context | None = None,
    subjects: Iterable[str] = (),
) -> tuple[FactStatement, frozenset[Slot]]:
    """The statement with a typed line, and which of its fields the line filled.

    Raises ValueTextError where it does not fit what is wished. Without a wish the value finds its own property:
    somebody who types ``7,5 MW`` means a capacity.
    """
    typed = typed.strip()
    if not typed:
        raise ValueTextError("value_unreadable", text=typed)
    wished = next((each for each in known if each.key == (wish.property or base.property)), None)
    if wished is not None and wished.kind is Kind.DATE and wish.family in {None, wished.family}:
        date = read_date(typed, language)
        if date or wish.property:
            return _dated(base, wished, typed, date), frozenset({Slot.VALUE})
    line = read_line(typed, language, context, subjects)
    if line is None or line.value is None:
        return _worded(base, typed, wish, known), frozenset({Slot.VALUE})
    value = _with_unit(line.value, base, wish, known)
    definition = _property_of(base, value, wish, known, typed)
    refuse_nonsense(value.quantity, definition, typed)
    said = replace(base, property=definition.key, quantity=value.quantity, text_value="")
    return _placed(said, line), frozenset(line.slots)


def property_for(
    value: Quantity, family: Family | None, known: Sequence[Property], *, ordinal: bool = False
) -> Property:
    """The first property (of a family) that takes such a value. Raises ValueTextError where none does."""
    found = _taking(value, family, known, ordinal=ordinal)
    if found is None and ordinal:
        raise ValueTextError("rank_not_here", text=f"{value.amount}")
    if found is None and value.unit == "1":
        raise ValueTextError("unit_missing")
    if found is None:
        raise ValueTextError("unit_not_of_family", unit=value.unit)
    return found


def _taking(
    value: Quantity, family: Family | None, known: Sequence[Property], *, ordinal: bool = False
) -> Property | None:
    wanted = (each for each in known if family is None or each.family is family)
    return next((each for each in wanted if fits(value, each, ordinal=ordinal)), None)


def _with_unit(value: TypedValue, base: FactStatement, wish: Wish, known: Sequence[Property]) -> TypedValue:
    """A bare number typed over a measure is in its unit, unless another family is wished."""
    if value.ordinal or value.quantity.unit != "1" or base.quantity is None:
        return value
    current = next((each for each in known if each.key == base.property), None)
    if current is None or wish.family not in {None, current.family} or wish.property not in {"", current.key}:
        return value
    return replace(value, quantity=replace(value.quantity, unit=base.quantity.unit))


def _property_of(base: FactStatement, typed: TypedValue, wish: Wish, known: Sequence[Property], text: str) -> Property:
    value, ordinal = typed.quantity, typed.ordinal
    if ordinal and (wish.property or wish.family is not None):
        ranks = [each for each in known if each.kind is Kind.RANK and wish.family in {None, each.family}]
        if wish.property not in {"", *(each.key for each in ranks)} or not ranks:
            raise ValueTextError("rank_not_here", text=text)
    if wish.property:
        wanted = next((each for each in known if each.key == wish.property), None)
        if wanted is not None and fits(value, wanted, ordinal=ordinal):
            return wanted
        return property_for(value, wish.family, [wanted] if wanted else known, ordinal=ordinal)
    current = next((each for each in known if each.key == base.property), None)
    if current is not None and wish.family in {None, current.family} and fits(value, current, ordinal=ordinal):
        return current
    return property_for(value, wish.family, known, ordinal=ordinal)


def _worded(base: FactStatement, typed: str, wish: Wish, known: Sequence[Property]) -> FactStatement:
    if base.raw and typed.casefold() not in " ".join(base.raw.split()).casefold():
        raise ValueTextError("text_not_in_passage", text=typed)
    current = next((each for each in known if each.key == (wish.property or base.property)), None)
    fitting = current if current and wish.family in {None, current.family} and current.kind in _WORDED else None
    if not wish.property:
        of_family = (each for each in known if each.family is wish.family and each.kind is Kind.TEXT)
        fitting = fitting or next(of_family, None)
    if fitting is None:
        raise ValueTextError("value_unreadable", text=typed)
    return replace(base, property=fitting.key, quantity=None, text_value=typed)


def _dated(base: FactStatement, definition: Property, typed: str, date: str) -> FactStatement:
    if not date:
        raise ValueTextError("date_unreadable", text=typed)
    return replace(base, property=definition.key, quantity=None, text_value=date)


def _placed(said: FactStatement, line: TypedLine) -> FactStatement:
    """With what the line says besides its value."""
    said = replace(
        said,
        subject=line.subject or said.subject,
        place=line.place or said.place,
        lifecycle=line.lifecycle or said.lifecycle,
    )
    if not line.date:
        return said
    coming = said.lifecycle in COMING
    return replace(said, target=line.date if coming else "", as_of="" if coming else line.date)


def _first(family: Family, known: Sequence[Property]) -> Property:
    of_family = [each for each in known if each.family is family]
    return next((each for each in of_family if each.kind is Kind.TEXT), of_family[0])


def _strength(proposal: Proposal) -> float:
    return proposal.confidence


def _stated(proposal: Proposal) -> FactStatement:
    value = proposed_quantity(proposal)
    return FactStatement(
        proposal.property,
        proposal.subject,
        value,
        "" if value else str(proposal.value),
        place=proposal.place,
        lifecycle=proposal.lifecycle,
        as_of=proposal.as_of,
        target=proposal.target,
    )
