"""Corrections applied over somebody's work, by halves, or twice would be worse than none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

import pytest
from returned_book import book, corrections, fact_of, only, recorded, states
from services_project import Project

from maeditor.domain.changes import Row
from maeditor.domain.errors import StoppedError
from maeditor.domain.facts import Fact, State
from maeditor.domain.merge import MergeState
from maeditor.domain.record import new_id
from maeditor.domain.review import NEEDS_REASON
from maeditor.domain.values import Quantity
from maeditor.formats.returned import Returned
from maeditor.services import library
from maeditor.services.annotating import FactStatement, correct_fact
from maeditor.services.deleting import delete_fact
from maeditor.services.merging import all_keys, apply_corrections, clean_keys
from maeditor.services.reviewing import reject_fact
from maeditor.services.telling import tell_action
from maeditor.services.undoing import undo
from maeditor.store.unit_of_work import UnitOfWork
from maeditor.wording import Wording


@pytest.fixture
def fact(project: Project) -> Fact:
    return recorded(project, "120 mégawatts", quantity=Quantity.of(Decimal(120), "MW"), place="Nador", as_of="2026")


def restated(project: Project, fact: Fact, amount: str, **said: object) -> Fact:
    statement = FactStatement("capacity_power", fact.subject, Quantity.of(Decimal(amount), "MW"), **said)  # type: ignore[arg-type]
    correct_fact(project.runner, fact.id, fact.version, statement)
    return fact_of(project, fact.id)


@dataclass
class Stopping:
    """Somebody who stops a long action after so many looks."""

    looks: int

    def progress(self, share: float) -> None:
        assert 0 < share <= 1

    def cancelled(self) -> bool:
        self.looks -= 1
        return self.looks < 0


@pytest.fixture
def many(project: Project) -> list[Fact]:
    facts = [
        Fact(new_id(), 1, at, "", f"Site {at}", "jobs", f"{at}", State.PROPOSED, text_value="", origin="file:x")
        for at in range(1, 401)
    ]

    def work(unit: UnitOfWork) -> Row:
        for _each in facts:
            unit.next_number("fact")
        unit.facts.add_all(facts)
        return {}

    project.runner.run("record-fact", work)
    return facts


def test_hundreds_of_corrections_are_one_action_that_can_be_stopped(project: Project, many: list[Fact]) -> None:
    changes: dict[str, dict[str, Returned]] = {each.id: {"place": "Nador"} for each in many}
    found = corrections(project, book(project, many, changes))
    with pytest.raises(StoppedError):
        apply_corrections(project.runner, found, clean_keys(found), watch=Stopping(1))
    assert {each.fact.place for each in library.project_facts(project.runner)} == {""}
    found = corrections(project, book(project, many, changes))
    report = apply_corrections(project.runner, found, clean_keys(found), watch=Stopping(1000))
    assert (report.applied, report.left) == (400, ())
    assert {each.fact.place for each in library.project_facts(project.runner)} == {"Nador"}
    undo(project.runner)
    assert {each.fact.place for each in library.project_facts(project.runner)} == {""}


def test_an_action_says_in_both_languages_what_it_took_in(project: Project, fact: Fact) -> None:
    found = corrections(project, book(project, [fact], {fact.id: {"place": "Oujda"}}))
    report = apply_corrections(project.runner, found, clean_keys(found))
    assert report.done is not None
    assert tell_action(report.done.action, Wording("fr")) == "corrections du classeur reprises dans le fait F-0001"
    assert tell_action(report.done.action, Wording("en")) == "corrections of the workbook taken into fact F-0001"


def test_one_undo_takes_back_all_that_was_applied(project: Project, fact: Fact) -> None:
    other = recorded(project, "340 personnes", property="jobs", quantity=Quantity.of(Decimal(340)))
    returned = book(
        project,
        [fact, other],
        {fact.id: {"amount": 130, "place": "Oujda"}},
        added=[{"subject": "Autre", "property": "Emplois", "value": "12"}],
        without=[other.id],
    )
    before = library.project_facts(project.runner)
    found = corrections(project, returned)
    report = apply_corrections(project.runner, found, all_keys(found))
    assert report.done is not None
    assert report.done.action.kind == "apply-corrections"
    assert report.applied == 4
    now = library.project_facts(project.runner)
    assert [each.fact.raw for each in now] == ["120 mégawatts", "12"]
    undo(project.runner)
    after = library.project_facts(project.runner)
    assert [replace(each.fact, version=0) for each in after] == [replace(each.fact, version=0) for each in before]
    assert [[each.passage.exact for each in view.evidence] for view in after] == [["120 mégawatts"], ["340 personnes"]]


def test_what_was_rejected_here_stays_rejected(project: Project, fact: Fact) -> None:
    reject_fact(project.runner, fact.id)
    found = corrections(project, book(project, [fact], {fact.id: {"place": "Oujda"}}))
    assert states(found) == {
        ("F-0001", "place"): MergeState.CHANGED_THERE,
        ("F-0001", "state"): MergeState.CHANGED_HERE,
    }
    apply_corrections(project.runner, found, clean_keys(found))
    now = fact_of(project, fact.id)
    assert (now.place, now.state) == ("Oujda", State.REJECTED)


def test_a_fact_deleted_here_and_changed_there_is_brought_back_whole(project: Project, fact: Fact) -> None:
    delete_fact(project.runner, fact.id)
    assert corrections(project, book(project, [fact])).items == ()
    found = corrections(project, book(project, [fact], {fact.id: {"place": "Oujda"}}))
    assert only(found).state is MergeState.BOTH
    report = apply_corrections(project.runner, found, all_keys(found))
    assert report.left == ()
    view = library.fact_view(project.runner, fact.id)
    assert view.fact.place == "Oujda"
    assert [each.passage.exact for each in view.evidence] == ["120 mégawatts"]


def test_a_row_that_is_gone_deletes_its_fact_only_when_asked(project: Project, fact: Fact) -> None:
    found = corrections(project, book(project, [fact], without=[fact.id]))
    assert only(found).state is MergeState.DELETED
    assert clean_keys(found) == frozenset()
    apply_corrections(project.runner, found, all_keys(found))
    assert library.project_facts(project.runner) == ()
    assert corrections(project, book(project, [fact], without=[fact.id])).items == ()


def test_a_fact_changed_meanwhile_is_left_over(project: Project, fact: Fact) -> None:
    found = corrections(project, book(project, [fact], {fact.id: {"place": "Oujda"}}))
    restated(project, fact, "125", place="Nador")
    report = apply_corrections(project.runner, found, clean_keys(found))
    assert (report.done, report.applied) == (None, 0)
    assert "pendant que vous" in report.left[0].reason
    assert fact_of(project, fact.id).place == "Nador"


def test_half_of_what_belongs_together_is_left_with_its_reason(project: Project, fact: Fact) -> None:
    changes: dict[str, Returned] = {"comparator": "range", "amount": None, "lower": 40, "upper": 60}
    found = corrections(project, book(project, [fact], {fact.id: changes}))
    report = apply_corrections(project.runner, found, [found.items[0].key])
    assert (report.done, report.applied) == (None, 0)
    assert [each.field for each in report.left] == [found.items[0].field]
    assert report.left[0].reason


def test_a_rejected_fact_is_taken_up_again_without_its_reason(project: Project, fact: Fact) -> None:
    reject_fact(project.runner, fact.id, reason="faux")
    rejected = fact_of(project, fact.id)
    for state, left in (("accepted", ""), ("deferred", ""), ("corrected", ""), ("proposed", ""), ("rejected", "faux")):
        found = corrections(project, book(project, [rejected], {fact.id: {"state": state}}))
        report = apply_corrections(project.runner, found, clean_keys(found))
        now = fact_of(project, fact.id)
        assert (now.state.value, now.reason) == (state, left)
        if report.done is not None:
            undo(project.runner)
            rejected = fact_of(project, fact.id)


def test_a_value_that_no_passage_says_is_marked_until_a_reason_is_given(project: Project, fact: Fact) -> None:
    found = corrections(project, book(project, [fact], {fact.id: {"amount": 130}}))
    assert "Diffère de son passage" in only(found).reason
    apply_corrections(project.runner, found, clean_keys(found))
    now = fact_of(project, fact.id)
    assert (now.needs_look, now.raw) == (NEEDS_REASON, "120 mégawatts")
    settled = corrections(project, book(project, [now], {fact.id: {"reason": "confirmé par téléphone"}}))
    apply_corrections(project.runner, settled, clean_keys(settled))
    assert (fact_of(project, fact.id).needs_look, fact_of(project, fact.id).reason) == ("", "confirmé par téléphone")


def test_a_reason_in_the_same_row_settles_it_at_once(project: Project, fact: Fact) -> None:
    found = corrections(project, book(project, [fact], {fact.id: {"amount": 130, "reason": "vu sur place"}}))
    assert all(each.reason == "" for each in found.items)
    apply_corrections(project.runner, found, clean_keys(found))
    assert fact_of(project, fact.id).needs_look == ""
