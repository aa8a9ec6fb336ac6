"""The readings that a doubt leaves open reach the card and survive the store; one lost is one retyped."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from services_project import Project

from maeditor.domain.facts import Fact, State
from maeditor.domain.values import Comparator, Quantity
from maeditor.services import annotating, library, review_cards, undoing
from maeditor.services.importing import import_paths
from maeditor.services.proposing import propose_articles
from maeditor.services.readings import Reading, others, readings, values
from maeditor.services.runner import catalogue_of

TEXTS = {
    "barrage.txt": "Le barrage du Konkouré\n\nLe barrage fournira plus de 3.400 MW au réseau.",
    "tour.txt": "La tour du port\n\nLa tour de 180 M domine le port.",
    "plant.txt": "The plant of Tema\n\nThe plant will come into service for the town. It is due to open on 05/07/2028.",
}
FACT = Fact(
    "f", 1, 18, "a", "Maroc", "capacity_power", "20.5", State.PROPOSED,
    comparator=Comparator.EQUAL, amount=Decimal(20), unit="GW", needs_look="glued_cell",
)  # fmt: skip


def doubted(project: Project, name: str) -> Fact:
    """The fact in doubt that one of the texts gives."""
    path = project.path.parent / name
    path.write_text(TEXTS[name], "utf-8")
    article_id = import_paths(project.runner, [path]).article_ids[0]
    propose_articles(project.runner, [article_id])
    return next(each.fact for each in library.article_facts(project.runner, article_id) if each.fact.needs_look)


def test_kept_readings_come_back_with_the_sign_of_the_value_and_go_with_the_doubt() -> None:
    fact = replace(FACT, qualifiers={"alternatives": ["2 GW", "7", "2 parsecs du port", "rien du tout", "NaN"]})
    assert [each.quantity for each in others(fact)] == [Quantity.of(Decimal(2), "GW"), Quantity.of(Decimal(7), "1")]
    hedged = replace(fact, comparator=Comparator.MORE)
    assert {each.quantity.comparator for each in others(hedged) if each.quantity} == {Comparator.MORE}
    assert others(replace(fact, needs_look="")) == ()
    assert others(replace(fact, qualifiers={})) == ()


def test_a_reading_no_property_takes_is_not_offered_and_one_reading_is_no_choice(project: Project) -> None:
    with project.runner.read() as queries:
        known = catalogue_of(queries)
    fact = replace(FACT, qualifiers={"alternatives": ["3 d", "20 GW"]})
    days = readings(fact, {"capacity_power": known["capacity_power"]})
    assert days == ()
    assert len(readings(replace(fact, qualifiers={"alternatives": [f"{n} GW" for n in range(9)]}), known)) == 4


@pytest.mark.parametrize(("amount", "times"), [("2", None), ("2000", 100), ("0.02", Decimal("0.001")), ("20", None)])
def test_a_reading_tells_by_which_power_of_ten_it_differs(amount: str, times: Decimal | None) -> None:
    own = Reading(Quantity.of(Decimal(20), "GW"))
    other = Reading(Quantity.of(Decimal(amount), "GW" if amount != "2" else "MW"))
    assert other.times(own) == times
    assert Reading(None, "2028-05-07").times(own) is None


def test_a_point_of_thousands_is_read_the_other_way_in_one_action_and_comes_back(project: Project) -> None:
    fact = doubted(project, "barrage.txt")
    card = review_cards.review_card(project.runner, fact.id)
    more = Comparator.MORE
    assert values(card.readings) == (
        Quantity.of(Decimal(3400), "MW", more),
        Quantity.of(Decimal("3.4"), "MW", more),
    )
    assert (card.halves, card.halved, card.cells.heads) == ((), False, ())
    annotating.correct_fact(project.runner, fact.id, fact.version, review_cards.read_as(card, 1), "lu autrement")
    after = library.fact_view(project.runner, fact.id)
    said = (after.fact.amount, after.fact.comparator, after.fact.state, after.fact.needs_look)
    assert said == (Decimal("3.4"), more, State.CORRECTED, "")
    assert ["3.400 MW" in each.passage.exact for each in after.evidence] == [True]
    assert review_cards.review_card(project.runner, fact.id).readings == ()
    undoing.undo(project.runner)
    assert review_cards.review_card(project.runner, fact.id).readings == card.readings


def test_proposing_again_leaves_what_was_chosen_and_keeps_the_readings_of_what_was_not(project: Project) -> None:
    fact = doubted(project, "barrage.txt")
    propose_articles(project.runner, [fact.article_id], again=True)
    again = next(each.fact for each in library.article_facts(project.runner, fact.article_id) if each.fact.needs_look)
    card = review_cards.review_card(project.runner, again.id)
    assert len(card.readings) == 2
    annotating.correct_fact(project.runner, again.id, again.version, review_cards.read_as(card, 1), "lu autrement")
    propose_articles(project.runner, [fact.article_id], again=True)
    left = [each.fact for each in library.article_facts(project.runner, fact.article_id)]
    assert [(each.amount, each.needs_look) for each in left if each.property == "capacity_power"] == [
        (Decimal("3.4"), "")
    ]


def test_a_reading_of_another_measure_finds_the_property_that_takes_it(project: Project) -> None:
    fact = doubted(project, "tour.txt")
    card = review_cards.review_card(project.runner, fact.id)
    assert (fact.property, card.readings[1].quantity) == ("length", Quantity.of(Decimal(180_000_000), "EUR"))
    assert review_cards.read_as(card, 1).property == "investment"
    assert review_cards.read_as(card, 0).property == "length"


def test_a_date_is_read_with_day_and_month_in_each_other_s_place(project: Project) -> None:
    fact = doubted(project, "plant.txt")
    card = review_cards.review_card(project.runner, fact.id)
    assert [each.date for each in card.readings] == ["2028-05-07", "2028-07-05"]
    annotating.correct_fact(project.runner, fact.id, fact.version, review_cards.read_as(card, 1))
    after = library.fact_view(project.runner, fact.id).fact
    assert (after.text_value, after.state, after.needs_look) == ("2028-07-05", State.CORRECTED, "")
