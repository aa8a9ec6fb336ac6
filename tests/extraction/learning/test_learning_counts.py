"""Counts of decisions: confidence would be noise, or depend on who read which article first, if these failed."""

from __future__ import annotations

import pytest
from decisions_made import RULES, a_decision, decisions
from hypothesis import given
from hypothesis import strategies as st

from maeditor.extraction.learning.counts import Counts, Tally, expected
from maeditor.extraction.learning.decisions import FIELDS, Decision

PRIORS = st.floats(0.0, 1.0)


def tally_of(made: list[Decision]) -> Tally:
    tally = Tally()
    for each in made:
        tally.count(each)
    return tally


@given(PRIORS)
def test_before_any_decision_a_rule_is_as_sure_as_it_says(prior: float) -> None:
    assert expected(prior, Tally()) == pytest.approx(min(0.99, max(0.01, prior)))


@given(PRIORS, st.lists(decisions))
def test_nothing_is_ever_certain(prior: float, made: list[Decision]) -> None:
    assert 0 < expected(prior, tally_of(made)) < 1


@given(PRIORS, st.lists(decisions))
def test_one_more_accepted_makes_the_next_more_likely_one_more_rejected_less(
    prior: float, made: list[Decision]
) -> None:
    before = expected(prior, tally_of(made))
    assert expected(prior, tally_of([*made, a_decision()])) > before
    assert expected(prior, tally_of([*made, a_decision(stated=False)])) < before


@given(PRIORS, st.lists(decisions), st.sampled_from(FIELDS))
def test_what_had_to_be_corrected_was_not_right_as_it_stood(prior: float, made: list[Decision], field: str) -> None:
    accepted = expected(prior, tally_of([*made, a_decision()]))
    assert expected(prior, tally_of([*made, a_decision(wrong=(field,))])) < accepted


@given(st.data(), st.lists(decisions))
def test_the_order_of_articles_changes_no_count(data: st.DataObject, made: list[Decision]) -> None:
    shuffled = data.draw(st.permutations(made))
    for rule in RULES:
        assert Counts(made).tally(rule) == Counts(shuffled).tally(rule)
        assert Counts(made).expected(rule, 0.7) == Counts(shuffled).expected(rule, 0.7)


@given(st.lists(decisions), st.lists(decisions))
def test_what_is_taken_out_again_was_never_there(made: list[Decision], undone: list[Decision]) -> None:
    counts = Counts([*made, *undone])
    for each in undone:
        counts.count(each, -1)
    for rule in RULES:
        assert counts.expected(rule, 0.7) == Counts(made).expected(rule, 0.7)


@given(st.lists(decisions), st.lists(decisions))
def test_a_part_taken_from_the_whole_leaves_the_rest(part: list[Decision], rest: list[Decision]) -> None:
    left, wanted = tally_of([*part, *rest]).without(tally_of(part)), tally_of(rest)
    assert (left.accepted, left.corrected, left.rejected) == (wanted.accepted, wanted.corrected, wanted.rejected)
    assert expected(0.6, left) == expected(0.6, wanted)


def test_a_correction_is_told_apart_by_its_field_and_counts_for_the_place() -> None:
    tally = tally_of([a_decision(), a_decision(wrong=("unit",)), a_decision(stated=False)])
    assert (tally.accepted, tally.corrected, tally.rejected, tally.total) == (1, 1, 1, 3)
    assert tally.wrong == {"unit": 1}
    assert not a_decision(stated=False).as_proposed
    assert not a_decision(wrong=("unit",)).as_proposed
