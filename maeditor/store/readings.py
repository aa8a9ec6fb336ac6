"""What an extractor has read: articles with its proposals, and texts that gave none; so that neither is read again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, not_, select

from maeditor.store import schema
from maeditor.store.records import chunks

_articles = schema.articles.c
_facts = schema.facts.c
_readings = schema.readings.c


@dataclass(frozen=True, slots=True)
class Reading:
    """A text that gave nothing (more) to propose, read as in this language by an extractor, in an action's course."""

    text_id: str
    language: str
    extractor: str
    action_id: str


@dataclass(frozen=True, slots=True)
class Readable:
    """An article that can be read; ``length`` is in characters."""

    article_id: str
    text_id: str
    language: str
    length: int


class Readings:
    """Reads of it inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def articles(self, article_ids: Iterable[str] | None = None) -> tuple[Readable, ...]:
        """These articles in the order given, or all by number; without those deleted or gone."""
        wanted = (
            select(_articles.id, _articles.text_id, _articles.language, schema.texts.c.length)
            .join(schema.texts, schema.texts.c.id == _articles.text_id)
            .where(not_(_articles.hidden))
        )
        if article_ids is None:
            return tuple(Readable(*row) for row in self._connection.execute(wanted.order_by(_articles.number)).all())
        asked = tuple(dict.fromkeys(article_ids))
        found: dict[str, Readable] = {}
        for some in chunks(asked):
            rows = self._connection.execute(wanted.where(_articles.id.in_(some))).all()
            found.update((row[0], Readable(*row)) for row in rows)
        return tuple(found[each] for each in asked if each in found)

    def proposed(self, extractor: str, article_ids: Sequence[str]) -> frozenset[str]:
        """Those of these articles that have facts which this extractor proposed, deleted ones too."""
        found: set[str] = set()
        by_it = _facts.origin.endswith(f":{extractor}", autoescape=True)
        for some in chunks(article_ids):
            wanted = select(_facts.article_id).where(_facts.article_id.in_(some), by_it).distinct()
            found.update(str(one) for one in self._connection.execute(wanted).scalars())
        return frozenset(found)

    def empty(self, extractor: str) -> tuple[Reading, ...]:
        """All readings of this extractor that gave nothing, whatever became of their actions."""
        wanted = select(schema.readings).where(_readings.extractor == extractor).order_by(_readings.text_id)
        return tuple(Reading(*row) for row in self._connection.execute(wanted).all())


def keep_readings(connection: Connection, readings: Sequence[Reading]) -> None:
    """Put readings in place of what was remembered of their texts."""
    last = {each.text_id: each for each in readings}
    for some in chunks(tuple(last)):
        connection.execute(delete(schema.readings).where(_readings.text_id.in_(some)))
        rows = [
            {"text_id": one.text_id, "language": one.language, "extractor": one.extractor, "action_id": one.action_id}
            for one in (last[text_id] for text_id in some)
        ]
        connection.execute(insert(schema.readings), rows)
