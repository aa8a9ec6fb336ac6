"""How much a long sheet holds and what stands first in its tabs, without reading all of its facts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Float, and_, case, cast, exists, func, not_, or_, select

from maeditor.domain.facts import Standing, State
from maeditor.domain.values import Comparator
from maeditor.store import schema
from maeditor.store.listed import Wanted
from maeditor.store.listing import conditions
from maeditor.store.records import chunks

_articles = schema.articles.c
_facts = schema.facts.c
_evidence = schema.evidence.c
_passages = schema.passages.c

_RANGE = _facts.comparator == Comparator.RANGE.value
_LOW = cast(case((_RANGE, _facts.norm_lower), else_=_facts.norm_amount), Float)
_REVIEWED = (State.ACCEPTED.value, State.CORRECTED.value)


class SheetReads:
    """Reads of one sheet's facts inside one transaction; ``wanted`` chooses them, its order is not asked."""

    def __init__(self, connection: Connection, wanted: Wanted) -> None:
        self._connection = connection
        self._where = conditions(wanted)

    def facts(self) -> int:
        """How many facts there are."""
        return self._count(select(func.count()).select_from(schema.facts).where(*self._where))

    def any_set_aside(self) -> bool:
        """Tell whether one of them was set aside."""
        wanted = select(_facts.id).where(*self._where, _facts.standing == Standing.SET_ASIDE.value).limit(1)
        return self._connection.execute(wanted).first() is not None

    def evidence(self) -> int:
        """How many passages they have, each counted with each of its facts."""
        joined = schema.evidence.join(schema.facts, _evidence.fact_id == _facts.id)
        return self._count(select(func.count()).select_from(joined).where(*self._where))

    def articles(self) -> frozenset[str]:
        """The articles that they were found in, or that they have a passage in."""
        own = select(_facts.article_id).where(*self._where, _facts.article_id.is_not(None)).distinct()
        found = set(self._connection.execute(own).scalars())
        every = self._connection.execute(select(_articles.id).where(not_(_articles.hidden))).scalars()
        rest = [each for each in every if each not in found]
        on_passages = schema.passages.join(schema.evidence, _evidence.passage_id == _passages.id)
        on_facts = on_passages.join(schema.facts, _evidence.fact_id == _facts.id)
        for some in chunks(rest):
            named = (
                select(_passages.article_id).select_from(on_facts).where(_passages.article_id.in_(some), *self._where)
            )
            found.update(self._connection.execute(named.distinct()).scalars())
        return frozenset(str(each) for each in found)

    def of_articles(self, article_ids: Sequence[str]) -> dict[str, tuple[int, int]]:
        """By article, how many of the facts rest on it, and how many of these were accepted or corrected."""
        on_passages = schema.passages.join(schema.evidence, _evidence.passage_id == _passages.id)
        on_facts = on_passages.join(schema.facts, _evidence.fact_id == _facts.id)
        bare = ~exists().where(_evidence.fact_id == _facts.id).correlate(schema.facts)
        found: dict[str, dict[str, str]] = {each: {} for each in article_ids}
        for some in chunks(article_ids):
            resting = select(_passages.article_id, _facts.id, _facts.state).select_from(on_facts)
            without = select(_facts.article_id, _facts.id, _facts.state).where(_facts.article_id.in_(some), bare)
            for rows in (resting.where(_passages.article_id.in_(some)), without):
                for article_id, fact_id, state in self._connection.execute(rows.where(*self._where)).all():
                    found[str(article_id)][fact_id] = state
        return {
            each: (len(states), sum(state in _REVIEWED for state in states.values())) for each, states in found.items()
        }

    def powers(self, stated: str, unit: str, states: Collection[State], limit: int) -> tuple[int, list[int]]:
        """The facts that a chart of a measured property draws: how many, and the largest by number.

        One of every lifecycle is among these.
        """
        drawn = [
            *self._where,
            _facts.property == stated,
            _facts.state.in_([state.value for state in states]),
            _facts.standing != Standing.SET_ASIDE.value,
            _facts.norm_unit == unit,
            _facts.comparator.is_not(None),
            _LOW > 0,
            or_(not_(_RANGE), _facts.norm_upper.is_not(None)),
        ]
        largest = select(_facts.number).where(*drawn).order_by(_LOW.desc(), _facts.number).limit(limit)
        each = select(func.min(_facts.number)).where(*drawn).group_by(_facts.lifecycle)
        count = self._count(select(func.count()).select_from(schema.facts).where(*drawn))
        numbers = [*self._connection.execute(largest).scalars(), *self._connection.execute(each).scalars()]
        return count, list(dict.fromkeys(numbers))

    def dates(self, dated: Collection[str]) -> dict[str, int]:
        """Every date that they name, with how often; ``dated`` are the properties whose value is a date."""
        found: dict[str, int] = {}
        for column, also in self._dates(dated):
            counted = select(column, func.count()).where(*self._where, column != "", *also).group_by(column)
            for date, count in self._connection.execute(counted).all():
                found[date] = found.get(date, 0) + count
        return found

    def on_dates(self, dates: Iterable[str], dated: Collection[str], limit: int) -> list[int]:
        """The first facts by number that name each of these dates."""
        found: dict[int, None] = {}
        for date in dates:
            for column, also in self._dates(dated):
                named = select(_facts.number).where(*self._where, column == date, *also).order_by(_facts.number)
                found.update(dict.fromkeys(self._connection.execute(named.limit(limit)).scalars()))
        return list(found)

    def names(self) -> list[tuple[str, str, str, str, str, int]]:
        """Subject, place, object, state and article of the facts, each combination once, with how many say it."""
        said: list[ColumnElement[Any]] = [_facts.subject, _facts.place, _facts.object_entity, _facts.state]
        said.append(func.coalesce(_facts.article_id, ""))
        counted = select(*said, func.count()).where(*self._where).group_by(*said)
        return [(row[0], row[1], row[2], row[3], row[4], row[5]) for row in self._connection.execute(counted).all()]

    def _dates(self, dated: Collection[str]) -> list[tuple[ColumnElement[str], list[ColumnElement[bool]]]]:
        of_date = and_(_facts.property.in_(sorted(dated)))
        return [(_facts.as_of, []), (_facts.target, []), (_facts.text_value, [of_date])]

    def _count(self, wanted: Any) -> int:  # noqa: ANN401 - any selection of one number
        count: int = self._connection.execute(wanted).scalar_one()
        return count
