"""Decisions about facts: accept, reject, later, open again; each one action."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from maeditor.domain import review
from maeditor.domain.changes import Done, Row
from maeditor.domain.errors import StaleRecordError
from maeditor.domain.facts import Fact
from maeditor.services.runner import ActionRunner
from maeditor.store.unit_of_work import UnitOfWork


def accept_fact(runner: ActionRunner, fact_id: str, version: int | None = None) -> Done:
    """Accept a fact as it stands. ``version`` is the one the editor saw; StaleRecordError if it moved on."""
    return accept_facts(runner, [(fact_id, version)])


def accept_facts(runner: ActionRunner, facts: Iterable[tuple[str, int | None]]) -> Done:
    """Accept several facts as one action."""
    at = runner.clock()
    return _decide(runner, "accept-fact", facts, lambda fact: review.accepted(fact, runner.editor, at))


def reject_fact(runner: ActionRunner, fact_id: str, version: int | None = None, reason: str = "") -> Done:
    """Reject a fact, with a reason if there is one; it stays in the project."""
    at = runner.clock()
    return _decide(
        runner, "reject-fact", [(fact_id, version)], lambda fact: review.rejected(fact, reason, runner.editor, at)
    )


def defer_fact(runner: ActionRunner, fact_id: str, version: int | None = None) -> Done:
    """Put a fact off."""
    at = runner.clock()
    return _decide(runner, "defer-fact", [(fact_id, version)], lambda fact: review.deferred(fact, runner.editor, at))


def reopen_fact(runner: ActionRunner, fact_id: str, version: int | None = None) -> Done:
    """Put a decided fact back among the proposed."""
    return _decide(runner, "reopen-fact", [(fact_id, version)], review.reopened)


def seen_fact(unit: UnitOfWork, fact_id: str, version: int | None) -> Fact:
    """The fact as the editor saw it. Raises StaleRecordError if it moved on since ``version`` (None: any will do)."""
    fact = unit.facts.get(fact_id)
    if version is not None and fact.version != version:
        raise StaleRecordError("record_changed", table="facts", record=fact.label)
    return fact


def _decide(
    runner: ActionRunner,
    kind: str,
    facts: Iterable[tuple[str, int | None]],
    decide: Callable[[Fact], Fact],
) -> Done:
    def work(unit: UnitOfWork) -> Row:
        labels = []
        for fact_id, version in facts:
            fact = seen_fact(unit, fact_id, version)
            unit.facts.replace(decide(fact))
            labels.append(fact.label)
        return {"facts": labels}

    return runner.run(kind, work)
