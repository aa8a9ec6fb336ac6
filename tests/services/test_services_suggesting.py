"""A passage becomes a fact in one keystroke: an editor would type everything again, or store nonsense, otherwise."""

from __future__ import annotations

from decimal import Decimal

import pytest
from services_project import Project

from maeditor.domain.errors import ValueTextError
from maeditor.domain.properties import Family
from maeditor.domain.values import Comparator, Quantity
from maeditor.services import library, suggesting
from maeditor.services.annotating import FactStatement
from maeditor.services.suggesting import Wish


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
