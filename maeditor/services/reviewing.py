"""Decisions about facts: accept, reject, later, open again; each one action."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from maeditor.domain import review
from maeditor.domain.changes import Done, Row
from maeditor.domain.errors import MissingRecordError, ReviewError, StaleRecordError
from maeditor.domain.facts import Fact, State
from maeditor.services.batching import UNWATCHED, Batches, Watch, is_large
from maeditor.services.runner import ActionRunner

if TYPE_CHECKING:
    from maeditor.store.unit_of_work import UnitOfWork

Seen: TypeAlias = tuple[str, int | None]
"""A fact and the version of it that the editor saw; None where any version will do."""

NAMED = 50
"""Facts that an action names; of more it keeps the count."""


def accept_fact(runner: ActionRunner, fact_id: str, version: int | None = None, reason: str = "") -> Done:
    """Accept a fact as it stands. ``version`` is the one the editor saw; StaleRecordError if it moved on.

    A reason settles that its value differs from its passage.
    """
    at = runner.clock()
    return _decide(
        runner,
        "accept-fact",
        [(fact_id, version)],
        State.ACCEPTED,
        lambda fact: review.accepted(fact, runner.editor, at, reason),
    )


def accept_facts(runner: ActionRunner, facts: Iterable[Seen], watch: Watch = UNWATCHED) -> Done:
    """Accept several facts as one action; those that cannot be (corrected ones) stay as they are.

    Raises ReviewError where none can, StaleRecordError where one moved on, StoppedError where ``watch`` stopped it;
    then nothing is done.
    """
    at = runner.clock()
    return _decide(
        runner, "accept-fact", facts, State.ACCEPTED, lambda fact: review.accepted(fact, runner.editor, at), watch
    )


def reject_fact(runner: ActionRunner, fact_id: str, version: int | None = None, reason: str = "") -> Done:
    """Reject a fact, with a reason if there is one; it stays in the project."""
    return reject_facts(runner, [(fact_id, version)], reason)


def reject_facts(runner: ActionRunner, facts: Iterable[Seen], reason: str = "", watch: Watch = UNWATCHED) -> Done:
    """Reject several facts as one action, all for the same reason. Raises as ``accept_facts`` does."""
    at = runner.clock()
    return _decide(
        runner,
        "reject-fact",
        facts,
        State.REJECTED,
        lambda fact: review.rejected(fact, reason, runner.editor, at),
        watch,
    )


def defer_fact(runner: ActionRunner, fact_id: str, version: int | None = None) -> Done:
    """Put a fact off."""
    return defer_facts(runner, [(fact_id, version)])


def defer_facts(runner: ActionRunner, facts: Iterable[Seen], watch: Watch = UNWATCHED) -> Done:
    """Put several facts off as one action. Raises as ``accept_facts`` does."""
    at = runner.clock()
    return _decide(
        runner, "defer-fact", facts, State.DEFERRED, lambda fact: review.deferred(fact, runner.editor, at), watch
    )


def reopen_fact(runner: ActionRunner, fact_id: str, version: int | None = None) -> Done:
    """Put a decided fact back among the proposed."""
    return reopen_facts(runner, [(fact_id, version)])


def reopen_facts(runner: ActionRunner, facts: Iterable[Seen], watch: Watch = UNWATCHED) -> Done:
    """Put several decided facts back among the proposed as one action. Raises as ``accept_facts`` does."""
    return _decide(runner, "reopen-fact", facts, State.PROPOSED, review.reopened, watch)


def owing_reason(runner: ActionRunner, fact_ids: Iterable[str]) -> tuple[str, ...]:
    """Those of some facts that stand although their passage says otherwise, and nobody has said why yet."""
    wanted = tuple(dict.fromkeys(fact_ids))
    with runner.read() as queries:
        found = queries.facts_by_id(wanted)
    owing = {each.id for each in found if each.needs_look == review.NEEDS_REASON and each.state in review.STANDING}
    return tuple(each for each in wanted if each in owing)


def seen_fact(unit: UnitOfWork, fact_id: str, version: int | None) -> Fact:
    """The fact as the editor saw it. Raises StaleRecordError if it moved on since ``version`` (None: any will do)."""
    return seen_facts(unit, [(fact_id, version)])[0]


def seen_facts(unit: UnitOfWork, facts: Iterable[Seen]) -> list[Fact]:
    """The facts as the editor saw them, each once. Raises MissingRecordError, StaleRecordError."""
    wanted = dict(facts)
    stored = unit.facts.find_all(wanted)
    for fact_id, version in wanted.items():
        fact = stored.get(fact_id)
        if fact is None or fact.hidden:
            raise MissingRecordError("record_missing", table="facts", record=fact_id)
        if version is not None and fact.version != version:
            raise StaleRecordError("record_changed", table="facts", record=fact.label)
    return [stored[fact_id] for fact_id in wanted]


def told_facts(facts: Iterable[Fact]) -> Row:
    """The details of an action on facts: their numbers for people, or the first of them and how many there are."""
    labels = [fact.label for fact in facts]
    return {"facts": labels} if len(labels) <= NAMED else {"facts": labels[:NAMED], "count": len(labels)}


def _decide(
    runner: ActionRunner,
    kind: str,
    facts: Iterable[Seen],
    state: State,
    decide: Callable[[Fact], Fact],
    watch: Watch = UNWATCHED,
) -> Done:
    able: list[Fact] = []
    wanted = tuple(dict(facts).items())

    def work(unit: UnitOfWork, some: Sequence[Seen]) -> None:
        mine = [fact for fact in seen_facts(unit, some) if review.may_become(fact, state)]
        unit.facts.replace_all(decide(fact) for fact in mine)
        able.extend(mine)

    def whole(unit: UnitOfWork) -> Row:
        work(unit, wanted)
        if not able:
            raise _refused(seen_facts(unit, wanted[:3]))
        return told_facts(able)

    if not is_large(len(wanted)):
        return runner.run(kind, whole)
    with runner.read() as queries:
        there = queries.facts_by_id(fact_id for fact_id, _version in wanted)
    if any(review.may_become(fact, state) for fact in there):
        batches = Batches(runner, kind, watch)
        batches.each(wanted, work)
        return batches.close(told_facts(able))
    raise _refused(there)


def _refused(facts: Sequence[Fact]) -> ReviewError:
    return ReviewError("review_refused", label=", ".join(fact.label for fact in facts[:3]))
