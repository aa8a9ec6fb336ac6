"""Lists of facts as long as the project: the order by short numbers, and pages of facts by them.

The numbers of all facts in order are eight bytes each; the facts themselves are read where a list shows them. No
OFFSET: it reads what it skips.
"""

from __future__ import annotations

from array import array
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, exists, func, literal, not_, or_, select

from maeditor.domain.articles import Article
from maeditor.domain.facts import Fact, State
from maeditor.domain.listing import LIKELY, UNSURE, FactFilter, Group, Origin, Sort, Sureness
from maeditor.store import codec, schema
from maeditor.store.listed import NEARLY, Listed, Spoken, Wanted

if TYPE_CHECKING:
    from maeditor.store.sheet_reads import SheetReads

_articles = schema.articles.c
_facts = schema.facts.c
_evidence = schema.evidence.c
_passages = schema.passages.c

CHUNK = 400
"""Numbers or ids asked for in one statement."""
FETCHED = 10_000
"""Rows taken from the database at a time."""
HEAD = 16
"""Characters of a subject that its order looks at."""
_ACCENTS = (("é", "e"), ("è", "e"), ("ê", "e"), ("ë", "e"), ("à", "a"), ("â", "a"), ("î", "i"), ("ï", "i"), ("ô", "o"),
            ("û", "u"), ("ù", "u"), ("ç", "c"), ("É", "e"), ("È", "e"), ("Ê", "e"), ("À", "a"), ("Â", "a"), ("Î", "i"),
            ("Ô", "o"), ("Ç", "c"))  # fmt: skip
_SPOKEN = (_facts.subject, _facts.place, _facts.raw, _facts.text_value, _facts.note)
"""Where a text filter looks."""
_RESTS = exists().where(_evidence.fact_id == _facts.id).correlate(schema.facts)
"""Whether a fact rests on a passage."""


class FactListing:
    """Reads for lists inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def highest(self) -> int:
        """The highest number of a fact: about how many there are, known at once."""
        found: int | None = self._connection.execute(select(func.max(_facts.number))).scalar()
        return found or 0

    def articles_in_order(self, limit: int | None = None, *, descending: bool = False) -> tuple[str, ...]:
        """All articles that are not hidden, by number, or the first of them."""
        number = _articles.number.desc() if descending else _articles.number
        wanted = select(_articles.id).where(not_(_articles.hidden)).order_by(number).limit(limit)
        return tuple(self._connection.execute(wanted).scalars())

    def read(self, wanted: Wanted, limit: int | None = None, among: Container[int] | None = None) -> Listed:
        """A list, or its beginning; ``among`` leaves out what only the domain can tell."""
        grouped = wanted.listing.group is not Group.NONE
        result = self._connection.execute(_ordered(wanted).limit(limit))
        numbers: array[int] = array("q")
        sections: list[tuple[int, str]] = []
        while rows := result.fetchmany(FETCHED):
            kept = rows if among is None else [row for row in rows if row[0] in among]
            if grouped:
                for at, (_number, section) in enumerate(kept, len(numbers)):
                    if not sections or sections[-1][1] != section:
                        sections.append((at, section))
            numbers.extend([row[0] for row in kept])
        return Listed(numbers, sections)

    def spoken(self, wanted: Wanted) -> Iterator[Spoken]:
        """What the facts of a list say, where its text filter looks."""
        columns = select(_facts.number, _facts.property, _facts.norm_value, _facts.norm_unit, *_SPOKEN)
        for row in self._connection.execute(columns.where(*conditions(wanted))).all():
            yield Spoken(row[0], row[1], row[2], row[3], tuple(row[4:]))

    def facts(self, numbers: Sequence[int]) -> tuple[Fact, ...]:
        """The facts of these numbers, in the order asked for; those that are gone are left out."""
        found: dict[int, Fact] = {}
        for at in range(0, len(numbers), CHUNK):
            chosen = codec.FACTS.select.where(_facts.number.in_(numbers[at : at + CHUNK]))
            for cells in self._connection.execute(chosen).mappings():
                found[cells["number"]] = codec.FACTS.to_record(cells)
        return tuple(found[number] for number in numbers if number in found)

    def versions(self, numbers: Sequence[int]) -> list[tuple[str, int]]:
        """Id and version of the facts of these numbers, in the order asked for."""
        found: dict[int, tuple[str, int]] = {}
        for at in range(0, len(numbers), CHUNK):
            chosen = select(_facts.number, _facts.id, _facts.version).where(_facts.number.in_(numbers[at : at + CHUNK]))
            found.update((number, (fact_id, version)) for number, fact_id, version in self._connection.execute(chosen))
        return [found[number] for number in numbers if number in found]

    def articles(self, article_ids: Iterable[str]) -> dict[str, Article]:
        """These articles by id."""
        asked = list(dict.fromkeys(article_ids))
        found: dict[str, Article] = {}
        for at in range(0, len(asked), CHUNK):
            chosen = codec.ARTICLES.select.where(_articles.id.in_(asked[at : at + CHUNK]))
            for cells in self._connection.execute(chosen).mappings():
                found[cells["id"]] = codec.ARTICLES.to_record(cells)
        return found

    def of_sheet(self, wanted: Wanted) -> SheetReads:
        """Reads of what stands beside the facts of a long list."""
        from maeditor.store.sheet_reads import SheetReads

        return SheetReads(self._connection, wanted)

    def shared_claims(self) -> list[tuple[str, str]]:
        """Subjects and properties that several facts state a measured value of: where conflicts can be."""
        groups = (
            select(_facts.subject, _facts.property)
            .where(_facts.norm_value.is_not(None), _facts.subject != "", _facts.state != State.REJECTED.value)
            .group_by(_facts.subject, _facts.property)
            .having(func.count() > 1)
        )
        return [(subject, stated) for subject, stated in self._connection.execute(groups)]


def _ordered(wanted: Wanted) -> Select[Any]:
    listing = wanted.listing
    chosen = select(_facts.number, _section(listing.group)).where(*conditions(wanted))
    keys: list[ColumnElement[Any]] = []
    if listing.group is Group.ARTICLE or wanted.articles:
        chosen = chosen.outerjoin(schema.articles, _articles.id == _facts.article_id)
    if listing.group is not Group.NONE:
        keys += _group_keys(listing.group, wanted)
    sort = _sort_keys(listing.sort, wanted)
    keys += [key.desc() for key in sort] if listing.descending else sort
    return chosen.order_by(*keys, _facts.number.desc() if listing.descending else _facts.number)


def _section(group: Group) -> ColumnElement[Any]:
    columns: dict[Group, ColumnElement[Any]] = {
        Group.PROPERTY: _facts.property,
        Group.SUBJECT: _facts.subject,
        Group.STATE: _facts.state,
        Group.ARTICLE: func.coalesce(_facts.article_id, ""),
    }
    return columns.get(group, literal(""))


def _group_keys(group: Group, wanted: Wanted) -> list[ColumnElement[Any]]:
    if group is Group.ARTICLE:
        return [func.coalesce(_articles.number, 2**31 - 1)]
    return _sort_keys(Sort(group.value), wanted)


def _sort_keys(sort: Sort, wanted: Wanted) -> list[ColumnElement[Any]]:
    if sort is Sort.VALUE:
        # Of unlike units nothing is larger: megawatts with megawatts, what has no value last.
        return [case((_facts.norm_value.is_(None), 1), else_=0), _facts.norm_unit, _facts.norm_value]
    if sort is Sort.PROPERTY:
        order = {key: rank for rank, key in enumerate(wanted.properties)}
        ranks = case(order, value=_facts.property, else_=len(order)) if order else literal(0)
        return [ranks, _facts.property]
    if sort is Sort.SUBJECT:
        return [case((_facts.subject == "", 1), else_=0), _plain(_facts.subject), _facts.subject]
    if sort is Sort.STATE:
        order = {state.value: rank for rank, state in enumerate(State)}
        return [case(order, value=_facts.state, else_=len(order))]
    if sort is Sort.CONFIDENCE:
        return [_facts.confidence]
    if sort is Sort.DATE:
        date = func.coalesce(func.nullif(_facts.target, ""), func.nullif(_facts.as_of, ""), "")
        return [case((date == "", 1), else_=0), date]
    if sort is Sort.TEXT and wanted.articles:
        first = select(func.min(_passages.start)).join(schema.evidence, _evidence.passage_id == _passages.id)
        start = first.where(_evidence.fact_id == _facts.id).correlate(schema.facts).scalar_subquery()
        return [func.coalesce(_articles.number, 2**31 - 1), func.coalesce(start, 2**31 - 1)]
    return []


def _plain(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """A text's beginning in small letters without accents: É stands with E, not after Z."""
    told: ColumnElement[Any] = func.substr(column, 1, HEAD)
    for accented, bare in _ACCENTS:
        told = func.replace(told, accented, bare)
    return func.lower(told)


def conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    """What a fact must be to be in a list, as far as the store knows."""
    asked = wanted.listing.filter
    hidden = select(_articles.id).where(_articles.hidden)
    found = [not_(_facts.hidden), or_(_facts.article_id.is_(None), _facts.article_id.not_in(hidden))]
    if wanted.article:
        found.append(_in_article(wanted.article))
    if wanted.articles:
        some = [each for each in wanted.articles if each is not None]
        found.append(_facts.article_id.in_(some) if some else _facts.article_id.is_(None))
    if wanted.after is not None:
        later = not wanted.listing.descending
        found.append(_facts.number > wanted.after if later else _facts.number < wanted.after)
    if asked.states:
        found.append(_facts.state.in_(sorted(asked.states)))
    elif not wanted.listing.rejected:
        found.append(_facts.state != State.REJECTED.value)
    if asked.families:
        found.append(_facts.property.in_(wanted.families))
    if asked.properties:
        found.append(_facts.property.in_(sorted(asked.properties)))
    if asked.lifecycles:
        found.append(_facts.lifecycle.in_(sorted(asked.lifecycles)))
    if asked.sureness:
        found.append(or_(*(_sure(each) for each in sorted(asked.sureness))))
    if wanted.supported:
        found.append(_RESTS)
    if asked.origins:
        found.append(or_(*(_brought(each) for each in sorted(asked.origins))))
    return found + _judged(asked) + _said(wanted)


def _judged(asked: FactFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if asked.doubt:
        found.append(_facts.needs_look != "")
    if asked.without_passage:
        found.append(~_RESTS)
    if asked.conflict:
        # Which of them are in conflict the domain tells; none other can be.
        found.append(and_(_facts.norm_value.is_not(None), _facts.subject != ""))
    return found


def _said(wanted: Wanted) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    for pattern, named, number in zip(wanted.patterns, wanted.named, wanted.numbers, strict=True):
        either: list[ColumnElement[bool]] = [column.ilike(pattern) for column in _SPOKEN]
        if named:
            either.append(_facts.property.in_(named))
        if number is not None:
            either.append(_facts.number == number)
        found.append(or_(*either))
    if wanted.values and found:
        return [or_(and_(*found), *(_states(unit, value) for unit, value in wanted.values))]
    return found


def _states(unit: str, value: float) -> ColumnElement[bool]:
    near = abs(value) * NEARLY
    return and_(_facts.norm_unit == unit, _facts.norm_value >= value - near, _facts.norm_value <= value + near)


def _in_article(article_id: str) -> ColumnElement[bool]:
    shown = (
        select(_evidence.fact_id)
        .join(schema.passages, _passages.id == _evidence.passage_id)
        .where(_passages.article_id == article_id)
    )
    return or_(_facts.article_id == article_id, _facts.id.in_(shown))


def _sure(how: Sureness) -> ColumnElement[bool]:
    if how is Sureness.HIGH:
        return _facts.confidence >= LIKELY
    if how is Sureness.LOW:
        return _facts.confidence < UNSURE
    return and_(_facts.confidence >= UNSURE, _facts.confidence < LIKELY)


def _brought(origin: Origin) -> ColumnElement[bool]:
    if origin is Origin.PERSON:
        return _facts.origin == "person"
    return _facts.origin.like(f"{origin.value}:%")
