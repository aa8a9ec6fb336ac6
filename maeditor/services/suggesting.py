"""What a selected passage, or a typed value, probably states: the fact form opens filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from maeditor.domain.anchors import Span
from maeditor.domain.errors import ValueTextError
from maeditor.domain.properties import Family, Kind, Property
from maeditor.domain.units import is_unit, unit
from maeditor.domain.values import Quantity
from maeditor.extraction.grammar import GrammarExtractor
from maeditor.extraction.interface import Proposal
from maeditor.extraction.mentions import mentions
from maeditor.extraction.reading import quantity, read_value
from maeditor.services.annotating import FactStatement
from maeditor.services.proposing import proposed_quantity
from maeditor.services.runner import ActionRunner, catalogue_of

_WORDED = frozenset({Kind.TEXT, Kind.DATE})


@dataclass(frozen=True, slots=True)
class Suggested:
    """A statement with the words it was read from."""

    statement: FactStatement
    quote: str


def suggest(runner: ActionRunner, article_id: str, span: Span) -> Suggested:
    """Read a selection: what the extractor finds in it, else its first value, else its words as a text."""
    with runner.read() as queries:
        article = queries.article(article_id)
        text = queries.text(article.text_id)
        known = tuple(catalogue_of(queries).values())
    quote = text[span.start : span.end]
    # The paragraph gives the context that a reading needs, and costs the same however long the article is.
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    paragraph = text[start : end if end != -1 else len(text)]
    inside = [
        each
        for each in GrammarExtractor().extract(paragraph, article.language or None).proposals
        if span.start <= start + each.start and start + each.end <= span.end
    ]
    if inside:
        return Suggested(replace(_stated(max(inside, key=_strength)), raw=quote), quote)
    values = [value for value in map(quantity, mentions(quote, article.language or None)) if value is not None]
    if values:
        return Suggested(FactStatement(property_for(values[0], None, known).key, "", values[0], raw=quote), quote)
    said = " ".join(quote.split())
    return Suggested(FactStatement(_first(Family.ATTRIBUTE, known).key, "", text_value=said, raw=quote), quote)


def restate(
    base: FactStatement, typed: str, family: Family | None, known: Sequence[Property], language: str
) -> FactStatement:
    """The statement with a typed value. Raises ValueTextError where it does not fit the family chosen.

    Without a family the value finds its own: somebody who types ``7,5 MW`` means a capacity.
    """
    typed = typed.strip()
    if not typed:
        raise ValueTextError("value_unreadable", text=typed)
    value = read_value(typed, language)
    if value is None and base.raw and typed.casefold() not in " ".join(base.raw.split()).casefold():
        raise ValueTextError("text_not_in_passage", text=typed)
    current = next((each for each in known if each.key == base.property), None)
    if value is None:
        fitting = current if current and family in {None, current.family} and current.kind in _WORDED else None
        fitting = fitting or next((each for each in known if each.family is family and each.kind is Kind.TEXT), None)
        if fitting is None:
            raise ValueTextError("value_unreadable", text=typed)
        return replace(base, property=fitting.key, quantity=None, text_value=typed)
    if current is not None and family in {None, current.family} and _fits(value, current):
        return replace(base, quantity=value, text_value="")
    return replace(base, property=property_for(value, family, known).key, quantity=value, text_value="")


def property_for(value: Quantity, family: Family | None, known: Sequence[Property]) -> Property:
    """The first property (of a family) that takes such a unit. Raises ValueTextError where none does."""
    wanted = [each for each in known if family is None or each.family is family]
    found = next((each for each in wanted if _fits(value, each)), None)
    if found is None:
        raise ValueTextError("unit_not_of_family", unit=value.unit)
    return found


def _fits(value: Quantity, definition: Property) -> bool:
    if definition.kind in _WORDED or not is_unit(value.unit):
        return False
    return unit(value.unit).dimension == definition.dimension


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
