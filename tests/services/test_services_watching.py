"""What others save: a window would show what is no longer so, or tell of its own actions as somebody else's."""

from __future__ import annotations

import pytest
from restructured import propose, record
from services_project import Project

from maeditor.domain.changes import ActionState
from maeditor.services import checkpoints, reviewing, watching
from maeditor.services.projects import open_project


def test_what_another_saved_is_told_in_order_and_once(project: Project) -> None:
    fact_id = propose(project, "120 mégawatts")
    mark = watching.reached(project.runner)
    assert watching.news(project.runner, mark) == (mark, ())
    other = open_project(project.path, editor="Paul")
    accepted = reviewing.accept_fact(other, fact_id)
    named = checkpoints.set_checkpoint(other, "relu")
    other.store.close()
    reached, found = watching.news(project.runner, mark)
    assert [done.action.id for done in found] == [accepted.action.id, named.action.id]
    assert found[0].changes == accepted.changes
    assert found[1].changes == ()
    assert watching.news(project.runner, reached) == (reached, ())


def test_very_much_is_told_in_parts(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    mark = watching.reached(project.runner)
    made = [record(project, quote) for quote in ("120 mégawatts", "40 MW", "60 MW")]
    monkeypatch.setattr(watching, "AT_A_TIME", 4)
    told: list[str] = []
    for _round in range(10):
        mark, found = watching.news(project.runner, mark)
        told += [each for done in found for each in done.record_ids("facts")]
    assert list(dict.fromkeys(told)) == made
    assert mark == watching.reached(project.runner)


def test_of_a_job_under_way_elsewhere_it_is_what_it_saved_since(project: Project) -> None:
    fact_id = propose(project, "120 mégawatts")
    mark = watching.reached(project.runner)
    with project.runner.store.write() as unit:
        action = unit.begin_action("propose-facts", "Paul")
        unit.facts.touch_all([fact_id])
    mark, found = watching.news(project.runner, mark)
    assert [(done.action.state, len(done.changes)) for done in found] == [(ActionState.OPEN, 1)]
    with project.runner.store.write() as unit:
        unit.resume_action(action.id)
        unit.facts.touch_all([fact_id])
        unit.finish_action()
    _mark, found = watching.news(project.runner, mark)
    assert [(done.action.id, len(done.changes)) for done in found] == [(action.id, 1)]
