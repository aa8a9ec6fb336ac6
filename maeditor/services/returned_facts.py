"""The facts that corrections from a workbook are about, as a person has to see them to decide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from maeditor.domain.errors import MissingRecordError
from maeditor.domain.facts import Fact, Role
from maeditor.domain.merge import Correction
from maeditor.domain.properties import Property
from maeditor.services.library import FactView, fact_view
from maeditor.services.runner import ActionRunner, catalogue_of


@dataclass(frozen=True, slots=True)
class ReturnedFacts:
    """Facts by their id, as they are here, and the properties by their key."""

    facts: Mapping[str, Fact]
    properties: Mapping[str, Property]


@dataclass(frozen=True, slots=True)
class Standpoint:
    """What this side knows of one fact: its passage, when it was last changed (UTC, ISO 8601) and by whom."""

    quote: str
    changed_at: str
    editor: str


def facts_of(runner: ActionRunner, corrections: Iterable[Correction]) -> ReturnedFacts:
    """Read the facts that are corrected; of those that are gone there is nothing."""
    wanted = dict.fromkeys(each.fact_id for each in corrections if each.fact_id)
    with runner.read() as queries:
        facts = queries.facts_by_id(wanted)
        return ReturnedFacts({fact.id: fact for fact in facts}, catalogue_of(queries))


def standpoint(runner: ActionRunner, fact_id: str) -> Standpoint | None:
    """What is known here of a fact; None where it is gone."""
    view = _view(runner, fact_id)
    if view is None:
        return None
    with runner.read() as queries:
        done = queries.journal.history("facts", fact_id)
    quotes = [each.passage.exact for each in view.evidence if each.role is Role.SUPPORTS]
    last = done[-1][0] if done else None
    return Standpoint(quotes[0] if quotes else "", last.at if last else "", last.editor if last else "")


def place_of(runner: ActionRunner, fact_id: str) -> tuple[str, int, int] | None:
    """Where a fact's first passage stands: article and span; None where it has none, or is gone."""
    view = _view(runner, fact_id)
    if view is None or not view.evidence:
        return None
    passage = view.evidence[0].passage
    return passage.article_id, passage.start, passage.end


def _view(runner: ActionRunner, fact_id: str) -> FactView | None:
    try:
        return fact_view(runner, fact_id)
    except MissingRecordError:
        return None
