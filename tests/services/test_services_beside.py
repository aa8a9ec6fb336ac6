"""A conflict opened between here and Excel must keep both values; one lost, or doubled, would decide it unasked."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from returned_book import book, corrections, fact_of, recorded
from services_project import Project

from maeditor.domain.conflicts import conflicting
from maeditor.domain.facts import Fact, State
from maeditor.domain.merge import MergeState
from maeditor.domain.values import Quantity
from maeditor.formats.returned import Returned
from maeditor.services import library
from maeditor.services.annotating import FactStatement, correct_fact
from maeditor.services.deleting import delete_fact
from maeditor.services.merging import Corrections, apply_corrections, openable_keys
from maeditor.services.reviewing import reject_fact
from maeditor.services.undoing import undo


@pytest.fixture
def fact(project: Project) -> Fact:
    return recorded(project, "120 mégawatts", quantity=Quantity.of(Decimal(120), "MW"), place="Nador", as_of="2026")


def came_back(project: Project, fact: Fact, here: dict[str, object], there: dict[str, Returned]) -> Corrections:
    """Exported, then corrected on both sides."""
    said: dict[str, object] = {"quantity": fact.quantity, "place": fact.place, "as_of": fact.as_of, **here}
    correct_fact(project.runner, fact.id, fact.version, FactStatement(fact.property, fact.subject, **said))  # type: ignore[arg-type]
    return corrections(project, book(project, [fact], {fact.id: there}))


def every(project: Project) -> list[Fact]:
    return [view.fact for view in library.project_facts(project.runner)]


def test_both_values_stand_and_are_a_conflict_until_one_undo(project: Project, fact: Fact) -> None:
    found = came_back(project, fact, {"quantity": Quantity.of(Decimal(130), "MW")}, {"amount": 140})
    ours = fact_of(project, fact.id)
    report = apply_corrections(project.runner, found, (), beside=openable_keys(found))
    assert report.done is not None
    assert report.done.action.kind == "apply-corrections"
    assert (report.applied, report.beside, report.left) == (0, 1, ())
    mine, second = every(project)
    assert mine == ours
    assert (second.amount, second.unit, second.raw, second.norm_amount) == (
        140,
        "MW",
        "140\u00a0MW",
        140 * ours.norm_amount / 130,
    )  # type: ignore[operator]
    assert (second.state, second.origin, second.reviewer) == (State.PROPOSED, "file:retour.xlsx", "")
    same = ("subject", "property", "qualifiers", "article_id", "place", "as_of")
    assert [getattr(second, name) for name in same] == [getattr(ours, name) for name in same]
    assert library.fact_view(project.runner, second.id).evidence == ()
    assert [each.fact_ids for each in conflicting(every(project))] == [(ours.id, second.id)]
    undo(project.runner)
    assert every(project) == [ours]


def test_the_same_file_once_more_adds_nothing(project: Project, fact: Fact) -> None:
    there: dict[str, Returned] = {"amount": 140}
    found = came_back(project, fact, {"quantity": Quantity.of(Decimal(130), "MW")}, there)
    apply_corrections(project.runner, found, (), beside=openable_keys(found))
    before = every(project)
    again = corrections(project, book(project, [fact], {fact.id: there}))
    report = apply_corrections(project.runner, again, (), beside=openable_keys(again))
    assert (report.done, report.beside) == (None, 0)
    assert [each.reason for each in report.left] == ["Cette valeur est déjà proposée à côté du fait."]
    assert every(project) == before


def test_several_fields_of_a_fact_are_one_second_fact(project: Project, fact: Fact) -> None:
    here = {"quantity": Quantity.of(Decimal(130), "MW"), "as_of": "2027"}
    found = came_back(project, fact, here, {"amount": 2, "unit": "GW", "as_of": "2028"})
    assert {each.field for each in found.items} == {"amount", "unit", "as_of"}
    report = apply_corrections(project.runner, found, (), beside=openable_keys(found))
    assert report.beside == 3
    mine, second = every(project)
    assert (mine.amount, mine.unit, mine.as_of) == (130, "MW", "2027")
    assert (second.amount, second.unit, second.as_of) == (2, "GW", "2028")


def test_half_a_value_is_opened_as_the_whole_that_excel_says(project: Project, fact: Fact) -> None:
    found = came_back(
        project,
        fact,
        {"quantity": Quantity.of(Decimal(130), "MW")},
        {"amount": 2, "unit": "GW", "value": "2 gigawatts"},
    )
    report = apply_corrections(project.runner, found, (), beside=[(fact.id, "amount", 0)])
    assert report.beside == 1
    second = every(project)[-1]
    assert (second.amount, second.unit, second.raw) == (2, "GW", "2 gigawatts")


def test_words_that_alone_were_changed_say_the_second_value(project: Project, fact: Fact) -> None:
    found = came_back(project, fact, {"quantity": Quantity.of(Decimal(130), "MW")}, {"value": "150 mégawatts"})
    apply_corrections(project.runner, found, (), beside=openable_keys(found))
    assert [(each.amount, each.raw) for each in every(project)][-1] == (150, "150 mégawatts")


def test_it_goes_with_what_else_is_taken_of_its_fact_in_one_action(project: Project, fact: Fact) -> None:
    changes: dict[str, Returned] = {"amount": 140, "subject": "Rifdata Nord"}
    found = came_back(project, fact, {"quantity": Quantity.of(Decimal(130), "MW")}, changes)
    ours = fact_of(project, fact.id)
    taken = [each.key for each in found.items if each.state is MergeState.CHANGED_THERE]
    report = apply_corrections(project.runner, found, taken, beside=openable_keys(found))
    assert (report.applied, report.beside) == (1, 1)
    assert [(each.subject, each.amount) for each in every(project)] == [("Rifdata Nord", 130), ("Rifdata Nord", 140)]
    undo(project.runner)
    (back,) = every(project)
    assert replace(back, version=0) == replace(ours, version=0)


def test_only_what_both_sides_say_of_a_fact_that_is_here_is_opened(project: Project, fact: Fact) -> None:
    found = corrections(project, book(project, [fact], {fact.id: {"place": "Oujda"}}))
    assert openable_keys(found) == frozenset()
    report = apply_corrections(project.runner, found, (), beside=[found.items[0].key])
    assert (report.done, report.beside, len(report.left)) == (None, 0, 1)
    delete_fact(project.runner, fact.id)
    gone = corrections(project, book(project, [fact], {fact.id: {"place": "Oujda"}}))
    assert gone.items[0].state is MergeState.BOTH
    assert openable_keys(gone) == frozenset()


def test_another_opinion_of_a_fact_is_no_second_fact(project: Project, fact: Fact) -> None:
    reject_fact(project.runner, fact.id, reason="faux")
    found = corrections(project, book(project, [fact], {fact.id: {"reason": "douteux"}}))
    assert found.items[-1].state is MergeState.BOTH
    assert openable_keys(found) == frozenset()


def test_a_fact_changed_meanwhile_gets_nothing_beside_it(project: Project, fact: Fact) -> None:
    found = came_back(project, fact, {"quantity": Quantity.of(Decimal(130), "MW")}, {"amount": 140})
    reject_fact(project.runner, fact.id)
    report = apply_corrections(project.runner, found, (), beside=openable_keys(found))
    assert (report.done, report.beside) == (None, 0)
    assert "pendant que vous" in report.left[0].reason
    assert len(every(project)) == 1
