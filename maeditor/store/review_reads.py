"""What reviewing asks the store: which facts wait, in text order; which say the same; what was decided last."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, not_, or_, select

from maeditor.domain.changes import Action
from maeditor.domain.facts import Fact, State
from maeditor.store import codec, schema
from maeditor.store.journal import read_action

_AT_THE_END = 2**62

_facts = schema.facts.c
_articles = schema.articles.c
_passages = schema.passages.c
_evidence = schema.evidence.c
_actions = schema.actions.c
_changes = schema.changes.c


class ReviewReads:
    """Reads for reviewing inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def waiting(self, article_id: str | None = None) -> tuple[str, ...]:
        """The ids of the facts that wait for a decision, of one article or all, as a person reads them.

        By article number and place in the text; those put off come last.
        """
        return tuple(self.waiting_states(article_id))

    def waiting_states(self, article_id: str | None = None) -> dict[str, State]:
        """The same, each with its state: proposed, or put off."""
        start = (
            select(func.min(_passages.start))
            .join(schema.evidence, _evidence.passage_id == _passages.id)
            .where(_evidence.fact_id == _facts.id, _passages.article_id == _facts.article_id)
            .scalar_subquery()
        )
        waiting = _facts.state.in_([State.PROPOSED.value, State.DEFERRED.value])
        wanted = (
            select(_facts.id, _facts.state)
            .outerjoin(schema.articles, _articles.id == _facts.article_id)
            .where(waiting, _visible())
            .order_by(
                _facts.state == State.DEFERRED.value,
                func.coalesce(_articles.number, _AT_THE_END),
                func.coalesce(start, _AT_THE_END),
                _facts.number,
            )
        )
        if article_id is not None:
            wanted = wanted.where(_facts.article_id == article_id)
        return {row.id: State(row.state) for row in self._connection.execute(wanted)}

    def in_text_order(self, article_id: str) -> dict[str, State]:
        """The visible facts of an article as they stand in its text, each with its state; those without a passage last.

        The facts themselves are not read: an article may have thousands.
        """
        start = func.min(_passages.start)
        wanted = (
            select(_facts.id, _facts.state)
            .outerjoin(schema.articles, _articles.id == _facts.article_id)
            .outerjoin(schema.evidence, _evidence.fact_id == _facts.id)
            .outerjoin(
                schema.passages,
                and_(_passages.id == _evidence.passage_id, _passages.article_id == _facts.article_id),
            )
            .where(_facts.article_id == article_id, _visible())
            .group_by(_facts.id, _facts.state, _facts.number)
            .order_by(func.coalesce(start, _AT_THE_END), _facts.number)
        )
        return {row.id: State(row.state) for row in self._connection.execute(wanted)}

    def disputable(self, article_id: str) -> tuple[tuple[str, str], ...]:
        """What facts of an article state, as subject and property, that others state as well."""
        other = schema.facts.alias()
        again = (
            select(other.c.id)
            .where(
                other.c.subject == _facts.subject,
                other.c.property == _facts.property,
                other.c.id != _facts.id,
                not_(other.c.hidden),
            )
            .exists()
        )
        wanted = (
            select(_facts.subject, _facts.property)
            .where(_facts.article_id == article_id, _facts.subject != "", not_(_facts.hidden), again)
            .distinct()
        )
        return tuple((row.subject, row.property) for row in self._connection.execute(wanted))

    def alike(self, fact: Fact) -> tuple[Fact, ...]:
        """Other visible facts of the same property whose value is kept as the same number, or is the same text.

        Whether units, signs and ends agree is for the caller to see.
        """
        wanted = _visible_facts().where(_facts.property == fact.property, _facts.id != fact.id)
        if fact.comparator is None:
            wanted = wanted.where(_facts.comparator.is_(None), _facts.text_value == fact.text_value)
        else:
            value = codec.FACTS.to_cells(codec.FACTS.to_row(fact))["norm_value"]
            wanted = wanted.where(_facts.norm_value == value, _facts.norm_unit == fact.norm_unit)
        return self._facts(wanted.order_by(_facts.number))

    def largest(self, fact: Fact) -> Fact | None:
        """The largest other value of the same property and unit that was not rejected, or None."""
        wanted = (
            _visible_facts()
            .where(
                _facts.property == fact.property,
                _facts.norm_unit == fact.norm_unit,
                _facts.norm_value.is_not(None),
                _facts.state != State.REJECTED.value,
                _facts.id != fact.id,
            )
            .order_by(_facts.norm_value.desc(), _facts.number)
            .limit(1)
        )
        return next(iter(self._facts(wanted)), None)

    def decisions(self, kinds: tuple[str, ...], article_id: str | None, limit: int) -> tuple[tuple[str, Action], ...]:
        """The last actions of these kinds that changed a fact, newest first, each with the fact's id."""
        wanted = (
            select(schema.actions, _changes.record_id)
            .join(schema.changes, _changes.action_id == _actions.id)
            .where(_actions.kind.in_(kinds), _changes.table_name == schema.facts.name)
            .order_by(_actions.seq.desc(), _changes.seq)
            .limit(limit)
        )
        if article_id is not None:
            of_article = select(_facts.id).where(_facts.article_id == article_id)
            wanted = wanted.where(_changes.record_id.in_(of_article))
        rows = self._connection.execute(wanted).mappings()
        return tuple((cells["record_id"], read_action(cells)) for cells in rows)

    def subjects(self, most: int) -> tuple[str, ...]:
        """What visible facts are about, the most frequent first."""
        wanted = (
            select(_facts.subject)
            .outerjoin(schema.articles, _articles.id == _facts.article_id)
            .where(_visible(), _facts.subject != "", _facts.state != State.REJECTED.value)
            .group_by(_facts.subject)
            .order_by(func.count().desc(), _facts.subject)
            .limit(most)
        )
        return tuple(self._connection.execute(wanted).scalars())

    def _facts(self, wanted: Select[Any]) -> tuple[Fact, ...]:
        return tuple(codec.FACTS.to_record(cells) for cells in self._connection.execute(wanted).mappings())


def _visible_facts() -> Select[Any]:
    return codec.FACTS.select.outerjoin(schema.articles, _articles.id == _facts.article_id).where(_visible())


def _visible() -> ColumnElement[bool]:
    return not_(_facts.hidden) & or_(_articles.hidden.is_(None), not_(_articles.hidden))
