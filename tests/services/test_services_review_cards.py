"""What a review shows: without it a card would leave out what a person must know before deciding."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from restructured import POWER, propose, record, state_of
from services_project import Project

from maeditor.domain.anchors import Span
from maeditor.domain.changes import Row
from maeditor.domain.errors import QuoteMismatchError, ValueTextError
from maeditor.domain.facts import State
from maeditor.domain.values import Quantity
from maeditor.services import annotating, library, review_cards, reviewing, undoing
from maeditor.services.importing import import_paths
from maeditor.services.rebounding import move_passage
from maeditor.store.unit_of_work import UnitOfWork

FORTY = replace(POWER, quantity=Quantity.of(Decimal(40), "MW"))


def test_an_article_is_reviewed_in_the_order_of_its_text_decided_facts_among_the_others(project: Project) -> None:
    last, second, first = (propose(project, quote) for quote in ("60 MW", "40 MW", "120 mégawatts"))
    reviewing.accept_fact(project.runner, second)
    plan = review_cards.review_plan(project.runner, project.article_id)
    assert plan.states == {first: State.PROPOSED, second: State.ACCEPTED, last: State.PROPOSED}
    assert list(plan.states) == [first, second, last]
    assert list(review_cards.review_plan(project.runner, None).states) == [first, last]


def test_a_card_says_where_the_passage_stands_and_what_is_around_it(project: Project) -> None:
    card = review_cards.review_card(project.runner, propose(project, "40 MW"))
    assert [place.paragraph for place in card.places] == [3]
    assert card.places[0].before.endswith("La première tranche, de ")
    assert card.places[0].after.startswith(", n’excède pas")
    assert card.familiar is None
    assert card.readings == ()


def test_a_card_names_the_fact_that_says_the_same(project: Project) -> None:
    known = record(project, "40 MW", FORTY)
    again = propose(project, "60 MW")
    fact = library.fact_view(project.runner, again).fact
    said = replace(review_cards.statement_of(fact), quantity=Quantity.of(Decimal("0.04"), "GW"), subject="")
    annotating.correct_fact(project.runner, again, fact.version, said)
    card = review_cards.review_card(project.runner, again)
    assert card.familiar is not None
    assert card.familiar.view.fact.id == known
    assert card.familiar.paragraphs == (3,)


def test_the_other_readings_of_glued_cells_come_with_the_doubt_and_go_with_it(project: Project) -> None:
    fact_id = propose(project, "40 MW")

    def doubt(unit: UnitOfWork) -> Row:
        fact = unit.facts.get(fact_id)
        unit.facts.replace(replace(fact, needs_look="glued_cell", qualifiers={"alternatives": ["4 MW", "0 MW"]}))
        return {}

    project.runner.run("correct-fact", doubt)
    card = review_cards.review_card(project.runner, fact_id)
    own = card.fact.quantity
    assert own is not None
    assert [each.quantity.amount for each in card.readings if each.quantity] == [own.amount, 4, 0]
    said = review_cards.read_as(card, 1)
    annotating.correct_fact(project.runner, fact_id, card.fact.version, said, "lues séparément")
    after = review_cards.review_card(project.runner, fact_id)
    assert after.readings == ()
    assert (after.fact.reason, after.fact.needs_look) == ("lues séparément", "")


def test_a_value_that_no_passage_says_would_need_a_reason(project: Project) -> None:
    card = review_cards.review_card(project.runner, propose(project, "40 MW"))
    said = review_cards.statement_of(card.fact)
    assert not review_cards.would_differ(card, replace(said, quantity=Quantity.of(Decimal(40), "MW")))
    assert review_cards.would_differ(card, replace(said, quantity=Quantity.of(Decimal(41), "MW")))


def test_the_next_article_is_the_one_after_this_that_holds_proposals(
    project: Project, make_project: Callable[..., Project]
) -> None:
    other = project.path.parent / "b.txt"
    other.write_text("Le groupe Rifdata ouvrira un site de 8 MW.", "utf-8")
    import_paths(project.runner, [other])
    propose(project, "40 MW")
    assert review_cards.next_to_review(project.runner, project.article_id) is None
    found = review_cards.next_to_review(project.runner, "")
    assert found is not None
    assert found.id == project.article_id


def test_subjects_are_offered_by_how_often_they_are_spoken_of(project: Project) -> None:
    for quote in ("60 MW", "40 MW"):
        record(project, quote)
    assert review_cards.known_subjects(project.runner)[:1] == ("Rifdata",)


def test_the_bounds_of_a_passage_move_as_one_action_that_can_be_taken_back(project: Project) -> None:
    fact_id = propose(project, "40 MW")
    link = library.fact_view(project.runner, fact_id).evidence[0]
    span = Span(link.passage.start - 3, link.passage.end)
    move_passage(project.runner, link.id, span)
    moved = library.fact_view(project.runner, fact_id).evidence
    assert [each.passage.exact for each in moved] == ["de 40 MW"]
    assert state_of(project.runner, fact_id) is State.PROPOSED
    undoing.undo(project.runner)
    assert [each.passage.exact for each in library.fact_view(project.runner, fact_id).evidence] == ["40 MW"]


def test_a_passage_that_another_fact_rests_on_stays_for_it(project: Project) -> None:
    one, other = propose(project, "40 MW"), record(project, "40 MW")
    link = library.fact_view(project.runner, one).evidence[0]
    move_passage(project.runner, link.id, project.span("de 40 MW"))
    assert library.fact_view(project.runner, other).evidence[0].passage.exact == "40 MW"
    assert library.fact_view(project.runner, one).evidence[0].passage.exact == "de 40 MW"


def test_bounds_outside_of_the_text_or_on_a_passage_held_already_are_refused(project: Project) -> None:
    fact_id = propose(project, "40 MW")
    link = library.fact_view(project.runner, fact_id).evidence[0]
    with pytest.raises(QuoteMismatchError):
        move_passage(project.runner, link.id, Span(0, len(project.text) + 1))
    annotating.attach_passage(project.runner, fact_id, project.article_id, project.span("60 MW"))
    with pytest.raises(ValueTextError):
        move_passage(project.runner, link.id, project.span("60 MW"))


def test_bounds_that_leave_the_value_out_raise_the_doubt(project: Project) -> None:
    fact_id = record(project, "40 MW", FORTY)
    link = library.fact_view(project.runner, fact_id).evidence[0]
    move_passage(project.runner, link.id, project.span("La première tranche"))
    assert library.fact_view(project.runner, fact_id).fact.needs_look == "differs_from_passage"
