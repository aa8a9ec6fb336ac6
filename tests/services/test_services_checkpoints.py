"""Checkpoints and taking back out of turn: an editor would lose work, or trust in the way back, if these failed."""

from __future__ import annotations

import pytest
from restructured import many, propose, record, state_of, whole
from services_project import Project

from maeditor.domain.changes import Action
from maeditor.domain.errors import BlockedRevertError, NothingToRevertError, ValueTextError
from maeditor.domain.facts import State
from maeditor.services import annotating, checkpoints, library, restructuring, reviewing, undoing
from maeditor.services.checking import check_project
from maeditor.services.importing import import_paths
from maeditor.services.projects import open_project
from maeditor.services.runner import ActionRunner
from maeditor.services.telling import tell_action, tell_error
from maeditor.wording import Wording

QUOTES = ("120 mégawatts", "40 MW", "60 MW")


def last(runner: ActionRunner) -> Action:
    with runner.read() as queries:
        return queries.journal.actions(limit=1)[0]


def test_returning_puts_everything_back_and_is_itself_taken_back(project: Project) -> None:
    fact_id = record(project)
    mark = checkpoints.set_checkpoint(project.runner, "  avant   relecture ").action
    before = whole(project.runner)
    reviewing.reject_fact(project.runner, fact_id)
    other = record(project, "40 MW")
    restructuring.link_fact(project.runner, other, None, record(project, "60 MW"))
    after = whole(project.runner)
    done = checkpoints.return_to_checkpoint(project.runner, mark.id)
    assert whole(project.runner) == before
    assert done.action.details["checkpoint"] == "avant relecture"
    assert done.action.details["count"] == 4
    undoing.undo(project.runner)
    assert whole(project.runner) == after
    undoing.redo(project.runner)
    assert whole(project.runner) == before
    assert check_project(project.runner) == ()


def test_a_return_over_an_import_hides_it_and_brings_it_back_with_its_text(project: Project) -> None:
    mark = checkpoints.set_checkpoint(project.runner, "vide").action
    file = project.path.parent / "b.txt"
    file.write_text("Une autre source annonce 8 MW à Oujda.", "utf-8")
    imported = import_paths(project.runner, [file]).article_ids[0]
    checkpoints.return_to_checkpoint(project.runner, mark.id)
    assert [card.id for card in library.articles(project.runner)] == [project.article_id]
    undoing.undo(project.runner)
    assert "8 MW" in library.open_article(project.runner, imported).text


def test_it_first_says_how_many_actions_of_whom_would_go(project: Project) -> None:
    fact_id, other_id = record(project), record(project, "40 MW")
    reviewing.defer_fact(project.runner, other_id)
    mark = checkpoints.set_checkpoint(project.runner, "x").action
    undoing.undo(project.runner)  # something from before: it goes, too
    reviewing.reject_fact(project.runner, fact_id)
    undoing.undo(project.runner)  # done and undone since: nothing of it is left
    other = open_project(project.path, editor="Brahim")
    reviewing.reject_fact(other, fact_id)
    reviewing.reopen_fact(other, fact_id)
    other.store.close()
    going = checkpoints.reach(project.runner, mark.id)
    assert going.by_editor == (("Brahim", 2), ("Amina", 1))
    assert going.count == 3


def test_what_one_names_is_listed_and_a_name_is_needed(project: Project) -> None:
    checkpoints.set_checkpoint(project.runner, "un")
    checkpoints.set_checkpoint(project.runner, "deux")
    assert [each.name for each in checkpoints.checkpoints(project.runner)] == ["deux", "un"]
    with pytest.raises(ValueTextError):
        checkpoints.set_checkpoint(project.runner, "   ")
    assert "deux" in tell_action(last(project.runner), Wording("fr"))


def test_a_checkpoint_is_nothing_that_ctrl_z_takes_back_and_ends_no_redo(project: Project) -> None:
    fact_id = record(project)
    reviewing.reject_fact(project.runner, fact_id)
    undoing.undo(project.runner)
    mark = checkpoints.set_checkpoint(project.runner, "x").action
    with pytest.raises(NothingToRevertError):
        checkpoints.return_to_checkpoint(project.runner, mark.id)
    undoing.redo(project.runner)
    assert state_of(project.runner, fact_id) is State.REJECTED
    undoing.undo(project.runner)
    assert state_of(project.runner, fact_id) is State.ACCEPTED


def test_while_a_job_writes_nobody_goes_back_under_it(project: Project) -> None:
    mark = checkpoints.set_checkpoint(project.runner, "x").action
    record(project)
    with project.runner.store.write() as unit:
        unit.begin_action("propose-facts", "Brahim")
    before = whole(project.runner)
    for refused in (
        lambda: checkpoints.return_to_checkpoint(project.runner, mark.id),
        lambda: undoing.take_back(project.runner, last(project.runner).id),
    ):
        with pytest.raises(BlockedRevertError) as error:
            refused()
        assert "Brahim" in tell_error(error.value, Wording("fr"))
    assert whole(project.runner) == before


def test_another_editor_is_told_whose_return_took_their_work(project: Project) -> None:
    fact_id = record(project)
    other = open_project(project.path, editor="Brahim")
    reviewing.defer_fact(other, fact_id)
    mark = checkpoints.set_checkpoint(project.runner, "x").action
    reviewing.accept_fact(other, fact_id)
    rejected = reviewing.reject_fact(other, fact_id).action
    back = checkpoints.return_to_checkpoint(project.runner, mark.id).action
    with pytest.raises(BlockedRevertError) as refused:
        undoing.bring_back(other, rejected.id)
    assert refused.value.blocking == (back,)
    with pytest.raises(NothingToRevertError):
        undoing.take_back(other, rejected.id)
    # Ctrl+Z goes on with what Brahim did before the checkpoint.
    undoing.undo(other)
    assert state_of(project.runner, fact_id) is State.ACCEPTED
    other.store.close()


def blocked_by(runner: ActionRunner, action: Action) -> tuple[str, ...]:
    with pytest.raises(BlockedRevertError) as refused:
        undoing.take_back(runner, action.id)
    assert undoing.blocking(runner, action.id) == refused.value.blocking
    for language in ("fr", "en"):
        assert refused.value.blocking[0].editor in tell_error(refused.value, Wording(language))
    return tuple(each.kind for each in refused.value.blocking)


def test_what_keeps_an_action_from_being_taken_back_is_named(project: Project) -> None:
    fact_id = record(project)
    made = last(project.runner)
    other = open_project(project.path, editor="Brahim")
    reviewing.defer_fact(other, fact_id)
    reviewing.accept_fact(project.runner, fact_id)
    undoing.undo(project.runner)
    assert blocked_by(project.runner, made) == ("defer-fact",)
    undoing.undo(other)
    other.store.close()
    undoing.take_back(project.runner, made.id)
    assert library.project_facts(project.runner) == ()


def test_a_passage_attached_since_keeps_its_fact(project: Project) -> None:
    fact_id = record(project)
    made = last(project.runner)
    annotating.attach_passage(project.runner, fact_id, project.article_id, project.span("40 MW"))
    assert blocked_by(project.runner, made) == ("attach-passage",)


def test_an_import_stands_as_long_as_facts_do(project: Project) -> None:
    imported = last(project.runner)
    record(project)
    propose(project, "40 MW")
    assert set(blocked_by(project.runner, imported)) == {"record-fact", "reopen-fact"}


def test_a_passage_does_not_come_back_to_a_fact_that_is_gone(project: Project) -> None:
    fact_id = record(project)
    view = library.fact_view(project.runner, fact_id)
    annotating.remove_evidence(project.runner, view.evidence[0].id)
    removed = last(project.runner)
    with project.runner.store.write() as unit:
        unit.begin_action("delete-fact", "Brahim")
        unit.facts.remove(unit.facts.get(fact_id))
        unit.finish_action({"facts": ["F-0001"]})
    assert blocked_by(project.runner, removed) == ("delete-fact",)


def test_any_earlier_action_is_taken_back_and_brought_back_where_nothing_stands_on_it(project: Project) -> None:
    one, two = propose(project, "120 mégawatts"), propose(project, "40 MW")
    accepted = reviewing.accept_fact(project.runner, one).action
    reviewing.reject_fact(project.runner, two)
    for _round in range(3):
        undoing.take_back(project.runner, accepted.id)
        assert state_of(project.runner, one) is State.PROPOSED
        undoing.bring_back(project.runner, accepted.id)
        assert state_of(project.runner, one) is State.ACCEPTED
    assert state_of(project.runner, two) is State.REJECTED


def test_ctrl_y_brings_back_what_was_taken_back_out_of_turn(project: Project) -> None:
    one, two = propose(project, "120 mégawatts"), propose(project, "40 MW")
    accepted = reviewing.accept_fact(project.runner, one).action
    reviewing.reject_fact(project.runner, two)
    undone = undoing.take_back(project.runner, accepted.id)
    assert tell_action(undone.action, Wording("fr")).startswith("Annulé")
    undoing.redo(project.runner)
    assert state_of(project.runner, one) is State.ACCEPTED
    # Taking back the undoing itself is doing again; Ctrl+Z takes that back.
    undoing.take_back(project.runner, accepted.id)
    with project.runner.read() as queries:
        last_undo = queries.journal.actions(kinds=("revert",), limit=1)[0]
    again = undoing.take_back(project.runner, last_undo.id)
    assert tell_action(again.action, Wording("fr")).startswith("Rétabli")
    assert state_of(project.runner, one) is State.ACCEPTED
    undoing.undo(project.runner)
    assert state_of(project.runner, one) is State.PROPOSED


@pytest.mark.slow
def test_a_return_over_ten_thousand_facts_is_one_short_action(project: Project) -> None:
    from time import process_time

    mark = checkpoints.set_checkpoint(project.runner, "x").action
    ids = many(project, 10_000)
    reviewing.accept_facts(project.runner, [(each, None) for each in ids])
    began = process_time()
    checkpoints.return_to_checkpoint(project.runner, mark.id)
    assert process_time() - began < 5
    assert library.project_facts(project.runner) == ()
