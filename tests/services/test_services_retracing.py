"""The history of a project: an editor could not see who did what, and what became of it, if these failed."""

from __future__ import annotations

from time import process_time

import pytest
from restructured import many, propose, record
from services_project import Project

from maeditor.services import checkpoints, restructuring, retracing, reviewing, undoing
from maeditor.services.importing import import_paths
from maeditor.services.projects import open_project
from maeditor.services.retracing import Scope, Sort
from maeditor.wording import Wording

FR = Wording("fr")


def kinds(project: Project, scope: Scope | None = None) -> list[str]:
    return [step.action.kind for step in retracing.history_page(project.runner, FR, scope)]


def test_all_is_told_newest_first_page_by_page(project: Project) -> None:
    for _each in range(6):
        record(project)
    first = retracing.history_page(project.runner, FR, limit=4)
    second = retracing.history_page(project.runner, FR, before=first[-1].action.seq, limit=4)
    seqs = [step.action.seq for step in (*first, *second)]
    assert seqs == sorted(seqs, reverse=True)
    assert len(seqs) == 7
    assert "F-0006" in first[0].told
    down = retracing.history_page(project.runner, FR, before=first[-1].action.seq, down_to=seqs[-1], limit=100)
    assert down == second


def test_what_was_taken_back_says_by_what_and_a_redo_lets_it_stand(project: Project) -> None:
    record(project)
    undone = undoing.undo(project.runner).action
    newest, made = retracing.history_page(project.runner, FR)[:2]
    assert (made.stands, made.taken_back_by, newest.stands) == (False, undone, True)
    assert newest.told.startswith("Annulé")
    undoing.redo(project.runner)
    (step,) = retracing.retell(project.runner, FR, [made.action.id])
    assert step.stands


def test_what_a_return_left_behind_says_so(project: Project) -> None:
    mark = checkpoints.set_checkpoint(project.runner, "avant").action
    record(project)
    back = checkpoints.return_to_checkpoint(project.runner, mark.id).action
    newest, made, flag = retracing.history_page(project.runner, FR)[:3]
    assert made.taken_back_by == back
    assert "avant" in newest.told
    assert flag.is_checkpoint
    undoing.undo(project.runner)
    assert retracing.retell(project.runner, FR, [made.action.id])[0].stands


def test_it_can_be_narrowed_to_a_person_a_fact_an_article(project: Project) -> None:
    one, two = record(project), record(project, "40 MW")
    other = open_project(project.path, editor="Brahim")
    reviewing.reject_fact(other, two)
    other.store.close()
    file = project.path.parent / "b.txt"
    file.write_text("Une autre source annonce 8 MW à Oujda.", "utf-8")
    import_paths(project.runner, [file])
    assert retracing.editors(project.runner) == ("Amina", "Brahim")
    assert kinds(project, Scope(editors=("Brahim",))) == ["reject-fact"]
    assert kinds(project, Scope(fact_id=two)) == ["reject-fact", "record-fact"]
    assert kinds(project, Scope(fact_id=one)) == ["record-fact"]
    assert kinds(project, Scope(article_id=project.article_id)) == [
        "reject-fact",
        "record-fact",
        "record-fact",
        "import-articles",
    ]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_a_step_changed_is_told_record_by_record(project: Project, language: str) -> None:
    words = Wording(language)
    keep, other = record(project), propose(project, "40 MW")
    done = restructuring.merge_facts(project.runner, keep, [(other, None)])
    shown = retracing.trace(project.runner, done.action.id, words)
    assert shown.more == 0
    evidence = next(each for each in shown.records if each.table == "evidence")
    assert evidence.about.startswith("F-0001")
    assert "40 MW" in evidence.about
    merged = next(each for each in shown.records if each.table == "facts" and each.about == "F-0002")
    assert merged.sort is Sort.CHANGED
    state = next(each for each in merged.fields if each.field == "state")
    assert (state.before, state.after) == (
        words.say("facts.state_proposed"),
        words.say("facts.state_rejected"),
    )
    everything = [
        text
        for step in retracing.history_page(project.runner, words)
        for each in retracing.trace(project.runner, step.action.id, words).records
        for field in each.fields
        for text in (each.about, field.label, field.after or field.before)
    ]
    assert all(everything)


def test_of_a_large_step_the_first_records_are_told_and_the_others_counted(project: Project) -> None:
    ids = many(project, 200)
    done = reviewing.accept_facts(project.runner, [(each, None) for each in ids])
    shown = retracing.trace(project.runner, done.action.id, FR)
    assert len(shown.records) == retracing.MOST_RECORDS
    assert shown.more == 200 - retracing.MOST_RECORDS


@pytest.mark.slow
def test_a_history_of_a_hundred_thousand_steps_opens_at_once(project: Project) -> None:
    fact_id = record(project)
    with project.runner.store.write() as unit:
        rows = [
            {"id": f"a{at}", "seq": 1000 + at, "kind": "accept-fact", "editor": "Amina", "at": "2026-01-01T10:00:00Z"}
            | {"state": "done", "reverts": "", "backward": 0, "details": '{"facts":["F-0001"]}', "owner": ""}
            | {"touched": ""}
            for at in range(100_000)
        ]
        from sqlalchemy import insert

        from maeditor.store import schema

        unit._connection.execute(insert(schema.actions), rows)
        unit._counters._values["action"] = 200_000
    began = process_time()
    page = retracing.history_page(project.runner, FR)
    retracing.editors(project.runner)
    assert len(page) == retracing.PAGE
    assert process_time() - began < 0.5
    began = process_time()
    assert [step.action.kind for step in retracing.history_page(project.runner, FR, Scope(fact_id=fact_id))] == [
        "record-fact"
    ]
    assert process_time() - began < 0.5
