"""Reading again what an action changed, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable

from maeditor.services.library import FactView, views_of
from maeditor.services.runner import ActionRunner
from maeditor.services.shared_reads import already

MANY = 300
"""Facts beyond which it is looked first whether another pane has read them."""


def facts_now(runner: ActionRunner, fact_ids: Iterable[str]) -> tuple[FactView, ...]:
    """These facts as they are now, in the order asked for; those gone or hidden are left out."""
    wanted = tuple(fact_ids)
    with runner.read() as queries:
        known = already(runner, queries) if len(wanted) > MANY else {}
        left = queries.facts_by_id(each for each in wanted if each not in known)
        read = {view.fact.id: view for view in views_of(queries, (fact for fact in left if not fact.hidden))}
    found = {**known, **read}
    return tuple(found[each] for each in dict.fromkeys(wanted) if each in found)
