"""Undo: an editor would lose work, or the trust that anything can be taken back tomorrow, if these failed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from services_project import Project

from maeditor.domain.errors import BlockedRevertError, NothingToRevertError
from maeditor.domain.facts import State
from maeditor.domain.values import Quantity
from maeditor.services import annotating, library, reviewing, undoing
from maeditor.services.annotating import FactDraft, FactStatement
from maeditor.services.checking import check_project
from maeditor.services.projects import open_project
from maeditor.services.telling import tell_action
from maeditor.wording import Wording

POWER = FactStatement("capacity_power", "Rifdata", Quantity.of(Decimal(120), "MW"))


def record(project: Project) -> str:
    draft = FactDraft(project.article_id, project.span("120 mégawatts"), POWER)
    return annotating.record_fact(project.runner, draft).record_ids("facts")[0]


def test_undo_and_redo_survive_closing_the_program(project: Project) -> None:
    fact_id = record(project)
    before = library.fact_view(project.runner, fact_id)
    project.reopen()
    undoing.undo(project.runner)
    assert library.project_facts(project.runner) == ()
    project.reopen()
    undoing.redo(project.runner)
    after = library.fact_view(project.runner, fact_id)
    assert (after.fact.number, after.fact.amount, after.evidence[0].passage.exact) == (
        before.fact.number,
        before.fact.amount,
        before.evidence[0].passage.exact,
    )
    assert check_project(project.runner) == ()


def test_steps_are_taken_back_one_by_one_down_to_the_import(project: Project) -> None:
    fact_id = record(project)
    reviewing.reject_fact(project.runner, fact_id, reason="déjà compté")
    undoing.undo(project.runner)
    assert library.fact_view(project.runner, fact_id).fact.state is State.ACCEPTED
    undoing.undo(project.runner)
    assert library.project_facts(project.runner) == ()
    undoing.undo(project.runner)
    assert library.articles(project.runner) == ()
    with pytest.raises(NothingToRevertError):
        undoing.undo(project.runner)
    for _step in range(3):
        undoing.redo(project.runner)
    assert library.fact_view(project.runner, fact_id).fact.reason == "déjà compté"
    assert library.open_article(project.runner, project.article_id).text == project.text


def test_something_new_ends_what_redo_offered(project: Project) -> None:
    record(project)
    undoing.undo(project.runner)
    record(project)
    assert undoing.redoable(project.runner) is None
    with pytest.raises(NothingToRevertError):
        undoing.redo(project.runner)


def test_another_editors_action_is_not_taken_back_by_ctrl_z(project: Project) -> None:
    record(project)
    other = open_project(project.path, editor="Brahim")
    assert undoing.undoable(other) is None
    other.store.close()


def test_what_was_done_under_another_name_is_still_the_editors_to_undo(project: Project) -> None:
    fact_id = record(project)
    project.runner.rename_editor("Amina B.")
    reviewing.reject_fact(project.runner, fact_id)
    undoing.undo(project.runner)
    undoing.undo(project.runner)
    assert library.project_facts(project.runner) == ()
    undoing.redo(project.runner)
    record(project)
    assert undoing.redoable(project.runner) is None
    project.runner.store.close()
    project.runner = open_project(project.path, editor="Amina B.", former_names=["Amina"])
    assert undoing.undoable(project.runner) is not None


def test_what_something_later_stands_on_is_refused_with_a_sentence(project: Project) -> None:
    fact_id = record(project)
    with project.runner.read() as queries:
        made = queries.journal.actions(limit=1)[0]
    reviewing.reject_fact(project.runner, fact_id)
    with pytest.raises(BlockedRevertError) as refused:
        undoing.revert(project.runner, made.id)
    assert Wording("fr").say(f"error.{refused.value.key}", **refused.value.details)
    assert library.fact_view(project.runner, fact_id).fact.state is State.REJECTED


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_step_is_told_in_words(project: Project, language: str) -> None:
    words = Wording(language)
    record(project)
    undone = undoing.undo(project.runner)
    redone = undoing.redo(project.runner)
    told = [tell_action(undone.action, words), tell_action(redone.action, words)]
    assert all("F-0001" in each for each in told)
    assert told[0] != told[1]
