"""Without these a decision would be lost, or a fact change what it states without showing that it was corrected."""

from dataclasses import replace
from decimal import Decimal

import pytest
from fact_making import made, power
from hypothesis import given
from hypothesis import strategies as st

from maeditor.domain.errors import ReviewError
from maeditor.domain.facts import Fact, State
from maeditor.domain.review import (
    NEEDS_REASON,
    TRANSITIONS,
    accepted,
    corrected,
    deferred,
    may_become,
    rejected,
    reopened,
    says_otherwise,
)

AT = "2026-05-08T09:00:00Z"
EDITOR = "N. Idrissi"

DECISIONS = {
    State.ACCEPTED: lambda fact: accepted(fact, EDITOR, AT),
    State.CORRECTED: lambda fact: corrected(fact, replace(fact, amount=(fact.amount or 0) + 1), EDITOR, AT),
    State.REJECTED: lambda fact: rejected(fact, "autre chose", EDITOR, AT),
    State.DEFERRED: lambda fact: deferred(fact, EDITOR, AT),
    State.PROPOSED: reopened,
}


@pytest.mark.parametrize("before", State)
@pytest.mark.parametrize("after", State)
def test_each_decision_leads_where_the_table_says_or_is_refused(before: State, after: State) -> None:
    fact = made(value=power(500), state=before)
    if may_become(fact, after):
        assert DECISIONS[after](fact).state is after
    else:
        with pytest.raises(ReviewError) as told:
            DECISIONS[after](fact)
        assert (told.value.key, told.value.details) == ("review_refused", {"label": "F-0042"})


@given(st.lists(st.sampled_from(list(State)), max_size=12))
def test_no_way_through_review_touches_who_a_fact_is(ways: list[State]) -> None:
    fact = made(value=power(500))
    now = fact
    for state in ways:
        if may_become(now, state):
            now = DECISIONS[state](now)
    assert (now.id, now.version, now.number, now.raw) == (fact.id, fact.version, fact.number, fact.raw)
    assert (now.reviewer == "") == (now.reviewed_at == "") == (now.state is State.PROPOSED)


@pytest.mark.parametrize("state", State)
def test_every_decision_can_be_taken_back(state: State) -> None:
    assert state is State.PROPOSED or State.PROPOSED in TRANSITIONS[state]
    assert state not in TRANSITIONS[state] or state in (State.ACCEPTED, State.CORRECTED)


def test_what_was_corrected_is_not_accepted_over() -> None:
    """Else nobody would see any more that the proposal was wrong."""
    assert not may_become(made(state=State.CORRECTED), State.ACCEPTED)


def test_a_decision_names_its_editor_and_hour() -> None:
    fact = rejected(made(), "décompte", EDITOR, AT)
    assert (fact.reviewer, fact.reviewed_at, fact.reason) == (EDITOR, AT, "décompte")
    again = reopened(fact)
    assert (again.reviewer, again.reviewed_at, again.reason) == ("", "", "")


@pytest.mark.parametrize(
    "changes",
    [
        {"amount": Decimal(450)},
        {"unit": "GW"},
        {"subject": "Casablanca"},
        {"property": "energy"},
        {"as_of": "2026"},
        {"qualifiers": {"basis": "it"}},
    ],
)
def test_a_proposal_that_states_something_else_is_corrected(changes: dict[str, object]) -> None:
    fact = made(value=power(500))
    stated = replace(fact, **changes)
    assert says_otherwise(fact, stated)
    assert corrected(fact, stated, EDITOR, AT) == replace(
        stated, state=State.CORRECTED, reviewer=EDITOR, reviewed_at=AT
    )


def test_a_note_does_not_correct_a_proposal() -> None:
    fact = made(value=power(500))
    noted = replace(fact, note="vu au registre", claim="Le site atteint 500 MW.")
    assert not says_otherwise(fact, noted)
    assert corrected(fact, noted, EDITOR, AT).state is State.ACCEPTED
    assert corrected(replace(fact, state=State.CORRECTED), noted, EDITOR, AT).state is State.CORRECTED


def test_a_person_who_restates_a_fact_of_their_own_corrects_no_proposal() -> None:
    fact = made(value=power(500), origin="person", state=State.ACCEPTED)
    assert corrected(fact, replace(fact, amount=Decimal(1)), EDITOR, AT).state is State.ACCEPTED


@pytest.mark.parametrize(
    ("doubt", "reason", "left"),
    [
        ("glued_cell", "", ""),
        (NEEDS_REASON, "", NEEDS_REASON),
        (NEEDS_REASON, "total des deux phases", ""),
        ("", "", ""),
    ],
)
def test_only_a_reason_settles_a_value_that_differs_from_its_passage(doubt: str, reason: str, left: str) -> None:
    fact: Fact = accepted(made(needs_look=doubt), EDITOR, AT, reason)
    assert (fact.needs_look, fact.reason) == (left, reason)
