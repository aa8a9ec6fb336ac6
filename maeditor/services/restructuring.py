"""One fact made two, several made one, a proposal linked to what is known already, a copy: each one action."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from maeditor.domain import review
from maeditor.domain.changes import Done, Row
from maeditor.domain.errors import ReviewError
from maeditor.domain.facts import Evidence, Fact, Qualifiers, Standing, State, normalised
from maeditor.domain.properties import Property
from maeditor.domain.record import new_id
from maeditor.domain.values import Quantity
from maeditor.services.proposed_facts import FOUND_AT
from maeditor.services.readings import ALTERNATIVES
from maeditor.services.reviewing import Seen, seen_fact, seen_facts
from maeditor.services.runner import ActionRunner, catalogue_of

if TYPE_CHECKING:
    from maeditor.store.unit_of_work import UnitOfWork

SPLIT_FROM = "split_from"
"""The qualifier that names the fact, as people call it, from which one was split."""


def split_fact(
    runner: ActionRunner,
    fact_id: str,
    version: int | None,
    readings: Sequence[Quantity],
    subjects: Sequence[str] = (),
) -> Done:
    """Make a fact of each reading: the first stays in the fact, the others become new ones with the same evidence.

    ``subjects`` says of what each is, if not of what the fact was. All count as corrected by the editor. Raises
    ReviewError for fewer than two readings, ValueTextError for a unit that its property does not take,
    StaleRecordError where the fact moved on.
    """
    if len(readings) < 2:
        raise ReviewError("split_needs_two")

    def work(unit: UnitOfWork) -> Row:
        fact = seen_fact(unit, fact_id, version)
        known = catalogue_of(unit.queries).get(fact.property)
        at = runner.clock()
        settled = replace(
            fact,
            state=State.CORRECTED,
            needs_look="",
            reviewer=runner.editor,
            reviewed_at=at,
            qualifiers=_without(fact.qualifiers, ALTERNATIVES),
        )
        named = (*subjects, *[fact.subject] * len(readings))
        unit.facts.replace(_saying(replace(settled, subject=named[0]), readings[0], known))
        made = [
            replace(
                _saying(settled, reading, known),
                subject=subject,
                id=new_id(),
                version=1,
                number=unit.next_number("fact"),
                qualifiers={**settled.qualifiers, SPLIT_FROM: fact.label},
            )
            for reading, subject in zip(readings[1:], named[1:], strict=False)
        ]
        unit.facts.add_all(made)
        _copy_evidence(unit, fact, made)
        return {"facts": [fact.label], "made": [each.label for each in made]}

    return runner.run("split-fact", work)


def merge_facts(runner: ActionRunner, keep_id: str, others: Sequence[Seen], keep_version: int | None = None) -> Done:
    """Make one fact of several: their passages go to the one that is kept, the others stay as its rejected duplicates.

    Raises ReviewError where nothing is left to merge or the one kept is rejected, StaleRecordError where one moved on.
    """
    return _merge(runner, "merge-facts", (keep_id, keep_version), others)


def link_fact(runner: ActionRunner, fact_id: str, version: int | None, to_id: str) -> Done:
    """Say that a fact is the same as another: its passages go there. Raises as ``merge_facts`` does."""
    return _merge(runner, "link-fact", (to_id, None), [(fact_id, version)])


def duplicate_fact(runner: ActionRunner, fact_id: str) -> tuple[Done, str]:
    """Copy a fact with its evidence, under a number of its own; a person made it, so it is accepted. Tells its id."""
    copy_id = new_id()

    def work(unit: UnitOfWork) -> Row:
        fact = seen_fact(unit, fact_id, None)
        blank = replace(
            fact,
            id=copy_id,
            version=1,
            number=unit.next_number("fact"),
            state=State.PROPOSED,
            standing=Standing.NORMAL,
            duplicate_of="",
            confidence=1.0,
            origin="person",
            qualifiers=_without(fact.qualifiers, ALTERNATIVES, FOUND_AT),
        )
        copy = unit.facts.add(review.accepted(blank, runner.editor, runner.clock()))
        _copy_evidence(unit, fact, [copy])
        return {"facts": [fact.label], "made": [copy.label]}

    return runner.run("duplicate-fact", work), copy_id


def _merge(runner: ActionRunner, kind: str, keep: Seen, others: Iterable[Seen]) -> Done:
    wanted = [other for other in others if other[0] != keep[0]]
    if not wanted:
        raise ReviewError("merge_needs_two")

    def work(unit: UnitOfWork) -> Row:
        kept = seen_fact(unit, *keep)
        if kept.state is State.REJECTED:
            raise ReviewError("merge_into_rejected", label=kept.label)
        merged = seen_facts(unit, wanted)
        _move_evidence(unit, kept, merged)
        at = runner.clock()
        unit.facts.replace_all(_duplicate(fact, kept, runner.editor, at) for fact in merged)
        return {"facts": [fact.label for fact in merged], "to": kept.label}

    return runner.run(kind, work)


def _duplicate(fact: Fact, kept: Fact, editor: str, at: str) -> Fact:
    # One that was rejected before stays so, and says from now on why.
    turned = review.rejected(fact, review.DUPLICATE, editor, at) if fact.state is not State.REJECTED else fact
    return replace(turned, reason=review.DUPLICATE, duplicate_of=kept.id)


def _move_evidence(unit: UnitOfWork, kept: Fact, merged: Sequence[Fact]) -> None:
    """Give the kept fact the others' passages; one that it has in the same role already is not given twice."""
    there = {(link.passage_id, link.role) for link in unit.queries.evidence_of([kept.id])}
    for link in unit.queries.evidence_of([fact.id for fact in merged]):
        if (link.passage_id, link.role) in there:
            unit.evidence.remove(link)
        else:
            there.add((link.passage_id, link.role))
            unit.evidence.replace(replace(link, fact_id=kept.id))


def _copy_evidence(unit: UnitOfWork, fact: Fact, made: Iterable[Fact]) -> None:
    links = unit.queries.evidence_of([fact.id])
    unit.evidence.add_all(
        Evidence(new_id(), 1, each.id, link.passage_id, link.role, link.field) for each in made for link in links
    )


def _saying(fact: Fact, value: Quantity, known: Property | None) -> Fact:
    """The fact with another value, normalised anew."""
    stated = replace(
        fact,
        comparator=value.comparator,
        amount=value.amount,
        lower=value.lower,
        upper=value.upper,
        unit=value.unit,
        text_value="",
    )
    if known is None:
        return replace(stated, norm_amount=None, norm_lower=None, norm_upper=None, norm_unit="")
    return normalised(stated, known)


def _without(qualifiers: Qualifiers, *names: str) -> Qualifiers:
    return {name: value for name, value in qualifiers.items() if name not in names}
