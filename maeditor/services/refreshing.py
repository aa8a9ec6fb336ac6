"""Reading again what an action changed, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable

from maeditor.services.library import FactView, views_of
from maeditor.services.runner import ActionRunner


def facts_now(runner: ActionRunner, fact_ids: Iterable[str]) -> tuple[FactView, ...]:
    """These facts as they are now, in the order asked for; those gone or hidden are left out."""
    with runner.read() as queries:
        return views_of(queries, (fact for fact in queries.facts_by_id(fact_ids) if not fact.hidden))
