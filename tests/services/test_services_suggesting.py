"""A passage becomes a fact in one keystroke: an editor would type everything again, or store nonsense, otherwise."""

from __future__ import annotations

from decimal import Decimal

import pytest
from services_project import Project

from maeditor.domain.errors import ValueTextError
from maeditor.domain.facts import Lifecycle
from maeditor.domain.properties import Family, Kind
from maeditor.domain.values import Comparator, Quantity
from maeditor.services import library, suggesting
from maeditor.services.annotating import FactStatement
from maeditor.services.suggesting import Wish
from maeditor.wording import Wording

NO_WISH = Wish()


def test_a_selection_opens_with_its_value_property_and_place(project: Project) -> None:
    said = suggesting.suggest(
        project.runner, project.article_id, project.span("un campus de 120 mégawatts à Nador")
    ).statement
    assert said.quantity == Quantity.of(Decimal(120), "MW")
    assert (said.property, said.place) == ("capacity_power", "Nador")


def test_a_hedge_in_the_selection_becomes_the_comparator(project: Project) -> None:
    said = suggesting.suggest(project.runner, project.article_id, project.span("n’excède pas 60 MW")).statement
    assert said.quantity is not None
    assert said.quantity.comparator is Comparator.AT_MOST


def test_a_typed_value_in_another_unit_finds_its_property(project: Project) -> None:
    known = library.properties(project.runner)
    base = FactStatement("jobs", "", Quantity.of(Decimal(340)))
    said = suggesting.restate(base, "≤ 500 MW", Wish(Family.CAPACITY), known, "fr")[0]
    assert (said.property, said.quantity) == ("capacity_power", Quantity.of(Decimal(500), "MW", Comparator.AT_MOST))


@pytest.mark.parametrize("typed", ["", "   ", "n’importe quoi"])
def test_what_is_neither_a_value_nor_words_of_the_passage_is_refused(project: Project, typed: str) -> None:
    known = library.properties(project.runner)
    base = suggesting.suggest(project.runner, project.article_id, project.span("Le groupe Rifdata")).statement
    with pytest.raises(ValueTextError):
        suggesting.restate(base, typed, Wish(Family.ATTRIBUTE), known, "fr")[0]


def test_words_of_the_passage_can_be_a_text(project: Project) -> None:
    known = library.properties(project.runner)
    base = suggesting.suggest(project.runner, project.article_id, project.span("Le groupe Rifdata")).statement
    said = suggesting.restate(base, "Rifdata", Wish(Family.ATTRIBUTE), known, "fr")[0]
    assert (said.text_value, said.quantity) == ("Rifdata", None)


def test_a_value_no_property_of_the_family_takes_is_refused(project: Project) -> None:
    known = library.properties(project.runner)
    with pytest.raises(ValueTextError):
        suggesting.restate(FactStatement("rank", ""), "12 MW", Wish(Family.RANK), known, "fr")[0]


def restated(project: Project, base: FactStatement, typed: str, wish: Wish = NO_WISH) -> FactStatement:
    return suggesting.restate(base, typed, wish, library.properties(project.runner), "fr")[0]


def test_a_whole_line_restates_the_fact(project: Project) -> None:
    base = suggesting.suggest(project.runner, project.article_id, project.span("un campus de 120 mégawatts à Nador"))
    said = restated(project, base.statement, "2 GW Dakhla prévu 2028")
    assert said.quantity == Quantity.of(Decimal(2), "GW")
    assert (said.place, said.lifecycle, said.target, said.as_of) == ("Dakhla", Lifecycle.PLANNED, "2028", "")


def test_a_bare_number_keeps_the_unit_that_is_shown(project: Project) -> None:
    base = FactStatement("capacity_power", "", Quantity.of(Decimal(120), "MW"))
    assert restated(project, base, "< 500").quantity == Quantity.of(Decimal(500), "MW", Comparator.LESS)
    assert restated(project, base, "4", Wish(Family.COUNT)).quantity == Quantity.of(Decimal(4))


@pytest.mark.parametrize(
    ("typed", "wish", "key"),
    [
        ("1er", Wish(Family.CAPACITY), "rank_not_here"),
        ("1er", Wish(Family.CAPACITY, "capacity_power"), "rank_not_here"),
        ("-5 MW", Wish(), "value_negative"),
        ("2,5", Wish(Family.RANK), "rank_is_whole"),
        ("12", Wish(Family.CAPACITY, "energy"), "unit_missing"),
        ("12 GWh", Wish(Family.CAPACITY, "capacity_power"), "unit_not_of_family"),
        ("2 GW pourquoi", Wish(), "typed_unread"),
    ],
)
def test_nonsense_is_refused_with_a_reason_of_its_own(project: Project, typed: str, wish: Wish, key: str) -> None:
    base = FactStatement("capacity_power", "", Quantity.of(Decimal(120), "MW"))
    with pytest.raises(ValueTextError) as caught:
        restated(project, base, typed, wish)
    assert caught.value.key == key
    for language in ("fr", "en"):
        sentence = Wording(language).say(f"error.{key}", **caught.value.details)
        assert "{" not in sentence
        assert key not in sentence


def test_a_rank_typed_over_a_power_finds_the_rank(project: Project) -> None:
    base = FactStatement("capacity_power", "", Quantity.of(Decimal(120), "MW"))
    assert restated(project, base, "1er").property == "rank"


@pytest.mark.parametrize(("typed", "key"), [("+12 %", "growth_percent"), ("-12 %", "growth_percent")])
def test_a_change_may_go_down(project: Project, typed: str, key: str) -> None:
    known = {each.key for each in library.properties(project.runner)}
    percent = next(each for each in library.properties(project.runner) if each.dimension == "percent")
    wanted = key if key in known else percent.key
    base = FactStatement(wanted, "", Quantity.of(Decimal(3), "%"))
    said = restated(project, base, typed)
    assert said.quantity is not None
    assert abs(said.quantity.amount or 0) == 12


def test_a_date_over_a_date_is_a_date(project: Project) -> None:
    key = next(each.key for each in library.properties(project.runner) if each.kind is Kind.DATE)
    base = FactStatement(key, "", text_value="2027")
    said = restated(project, base, "mars 2029")
    assert (said.property, said.text_value, said.quantity) == (key, "2029-03", None)
