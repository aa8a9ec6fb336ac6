"""Which articles an extractor has to read: not those that its version has read, with or without finding anything."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from maeditor.services.standing import fates

if TYPE_CHECKING:
    from maeditor.store.queries import Queries
    from maeditor.store.readings import Readable


def to_read(
    queries: Queries, article_ids: Iterable[str] | None, extractor: str, *, again: bool
) -> tuple[Readable, ...]:
    """These articles (all by default), without those that need not be read; with them where ``again``."""
    there = queries.readings.articles(article_ids)
    if again:
        return there
    proposed = queries.readings.proposed(extractor, [each.article_id for each in there])
    empty = _found_empty(queries, extractor)
    return tuple(
        each for each in there if each.article_id not in proposed and (each.text_id, each.language) not in empty
    )


def _found_empty(queries: Queries, extractor: str) -> frozenset[tuple[str, str]]:
    """The texts that gave nothing, with the language they were read in; a run that was taken back read nothing."""
    readings = queries.readings.empty(extractor)
    actions = (queries.journal.find(each) for each in {reading.action_id for reading in readings})
    gone = {each for each, fate in fates(queries, (one for one in actions if one)).items() if not fate.stands}
    return frozenset((each.text_id, each.language) for each in readings if each.action_id not in gone)
