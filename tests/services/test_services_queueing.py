"""The queue of review: an editor would be asked in a jumble, or miss that a fact is known already, if these failed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from time import process_time

import pytest
from restructured import fact_of, many, propose, record, state_of
from services_project import Project

from maeditor.domain.facts import State
from maeditor.domain.record import new_id
from maeditor.domain.values import Comparator, Quantity
from maeditor.services import annotating, queueing, restructuring, reviewing, undoing
from maeditor.services.annotating import FactDraft, FactStatement
from maeditor.services.importing import import_paths


def stating(amount: str, unit: str, subject: str = "Rifdata", sign: Comparator = Comparator.EQUAL) -> FactStatement:
    return FactStatement("capacity_power", subject, Quantity.of(Decimal(amount), unit, sign))


def test_facts_wait_in_the_order_of_the_text_and_those_put_off_at_the_end(project: Project) -> None:
    last, second, first = (propose(project, quote) for quote in ("60 MW", "40 MW", "120 mégawatts"))
    assert queueing.review_queue(project.runner, project.article_id) == (first, second, last)
    reviewing.defer_fact(project.runner, first)
    reviewing.accept_fact(project.runner, second)
    assert queueing.review_queue(project.runner, project.article_id) == (last, first)
    assert queueing.review_queue(project.runner, None) == (last, first)


def test_of_several_articles_the_first_comes_first_and_one_article_is_asked_alone(project: Project) -> None:
    later = project.path.parent / "b.txt"
    later.write_text("Le groupe Rifdata ouvrira un site de 8 MW.", "utf-8")
    other_id = import_paths(project.runner, [later]).article_ids[0]
    text = later.read_text("utf-8")
    place = project.span("120 mégawatts")
    start = text.index("8 MW")
    draft = FactDraft(other_id, replace(place, start=start, end=start + 4), stating("8", "MW"))
    there = annotating.record_fact(project.runner, draft).record_ids("facts")[0]
    reviewing.reopen_fact(project.runner, there)
    here = propose(project, "60 MW")
    assert queueing.review_queue(project.runner, None) == (here, there)
    assert queueing.review_queue(project.runner, other_id) == (there,)
    annotating.attach_passage(project.runner, there, project.article_id, place)
    assert queueing.review_queue(project.runner, None) == (here, there)


def test_an_import_taken_back_leaves_nothing_waiting(project: Project) -> None:
    propose(project, "60 MW")
    for _step in range(3):
        undoing.undo(project.runner)
    assert queueing.review_queue(project.runner, None) == ()


def test_the_last_decisions_are_told_with_whether_they_stand(project: Project) -> None:
    one, two = propose(project, "120 mégawatts"), propose(project, "40 MW")
    reviewing.accept_fact(project.runner, one)
    reviewing.reject_fact(project.runner, two)
    undoing.undo(project.runner)
    told = [(each.fact_id, each.action.kind, each.stands) for each in queueing.decided(project.runner, None, 2)]
    assert told == [(two, "reject-fact", False), (one, "accept-fact", True)]
    undoing.redo(project.runner)
    assert [each.stands for each in queueing.decided(project.runner, project.article_id, 2)] == [True, True]
    assert queueing.decided(project.runner, new_id(), 5) == ()


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (stating("0.12", "GW"), True),
        (stating("120", "MW", ""), True),
        (stating("120", "MW", "RIFDATA"), True),
        (stating("120", "MW", "Autre groupe"), False),
        (stating("121", "MW"), False),
        (stating("120", "MW", sign=Comparator.AT_MOST), False),
        (FactStatement("count_sites", "Rifdata", Quantity.of(Decimal(120))), False),
    ],
)
def test_what_says_the_same_is_found_whatever_its_unit(project: Project, other: FactStatement, same: bool) -> None:
    asked, there = propose(project, "120 mégawatts"), record(project, "40 MW", other)
    found = [view.fact.id for view in queueing.similar_facts(project.runner, asked)]
    assert found == ([there] if same else [])
    reviewing.reject_fact(project.runner, there)
    assert queueing.similar_facts(project.runner, asked) == ()


def test_the_likeliest_comes_first_decided_and_of_the_same_subject(project: Project) -> None:
    asked = propose(project, "120 mégawatts")
    nameless = record(project, "40 MW", stating("120", "MW", ""))
    waiting = propose(project, "60 MW", stating("0.12", "GW"))
    decided = record(project, "340 personnes", stating("120", "MW"))
    found = [view.fact.id for view in queueing.similar_facts(project.runner, asked)]
    assert found == [decided, waiting, nameless]


def test_ranges_and_texts_are_compared_too(project: Project) -> None:
    between = FactStatement("capacity_power", "Rifdata", Quantity.between(Decimal(40), Decimal(60), "MW"))
    middle = record(project, "60 MW", stating("50", "MW"))
    asked = propose(project, "40 MW", between)
    same = record(
        project, "120 mégawatts", replace(between, quantity=Quantity.between(Decimal("0.04"), Decimal("0.06"), "GW"))
    )
    assert [view.fact.id for view in queueing.similar_facts(project.runner, asked)] == [same]
    assert middle != same


def test_ten_times_the_largest_value_of_the_project_is_suspicious(project: Project) -> None:
    record(project, "40 MW", stating("2", "GW"))
    asked = propose(project, "120 mégawatts", stating("20500", "MW"))
    odd = queueing.scale_suspicion(project.runner, fact_of(project.runner, asked))
    assert odd is not None
    assert (odd.times, odd.largest.amount) == (Decimal(10), Decimal(2))
    usual = propose(project, "60 MW", stating("19", "GW"))
    assert queueing.scale_suspicion(project.runner, fact_of(project.runner, usual)) is None


def test_the_first_value_of_its_kind_is_not_suspicious(project: Project) -> None:
    asked = propose(project, "120 mégawatts")
    assert queueing.scale_suspicion(project.runner, fact_of(project.runner, asked)) is None


@pytest.mark.parametrize(
    ("decide", "state"),
    [
        (reviewing.accept_facts, State.ACCEPTED),
        (reviewing.reject_facts, State.REJECTED),
        (reviewing.defer_facts, State.DEFERRED),
    ],
)
def test_a_decision_about_many_is_one_action_that_comes_back_whole(
    project: Project, decide: Callable[..., object], state: State
) -> None:
    ids = many(project, 200)
    decide(project.runner, [(each, None) for each in ids])
    assert {state_of(project.runner, each) for each in ids[::50]} == {state}
    undoing.undo(project.runner)
    assert {state_of(project.runner, each) for each in ids[::50]} == {State.PROPOSED}


def test_what_cannot_be_accepted_is_passed_over_among_others(project: Project) -> None:
    corrected, waiting = propose(project, "120 mégawatts"), propose(project, "40 MW")
    restructuring.split_fact(
        project.runner, corrected, None, [Quantity.of(Decimal(2), "GW"), Quantity.of(Decimal(5), "GW")]
    )
    reviewing.accept_facts(project.runner, [(corrected, None), (waiting, None)])
    assert (state_of(project.runner, corrected), state_of(project.runner, waiting)) == (
        State.CORRECTED,
        State.ACCEPTED,
    )
    reviewing.reopen_facts(project.runner, [(corrected, None), (waiting, None)])
    assert state_of(project.runner, corrected) is state_of(project.runner, waiting) is State.PROPOSED


@pytest.mark.slow
def test_ten_thousand_facts_are_decided_before_a_person_wonders(project: Project) -> None:
    ids = many(project, 10_000)
    before = process_time()
    reviewing.accept_facts(project.runner, [(each, None) for each in ids])
    assert process_time() - before < 3  # processor time: others may be at work on the machine
    before = process_time()
    queueing.review_queue(project.runner, None)
    assert process_time() - before < 1


def test_a_measure_told_again_of_the_same_place_is_offered_a_count_is_not(project: Project) -> None:
    here = replace(stating("120", "MW"), subject="feuille de route", place="Maroc")
    asked = propose(
        project, "120 mégawatts", replace(here, subject="câbles", quantity=Quantity.of(Decimal("0.12"), "GW"))
    )
    known = record(project, "40 MW", here)
    assert [view.fact.id for view in queueing.similar_facts(project.runner, asked)] == [known]
    counted = replace(here, property="count_other", quantity=Quantity.of(Decimal(2)))
    sites = propose(project, "60 MW", replace(counted, subject="sites"))
    record(project, "40 MW", replace(counted, subject="voies"))
    assert queueing.similar_facts(project.runner, sites) == ()
