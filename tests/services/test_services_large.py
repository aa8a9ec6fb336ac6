"""Actions on many records: an editor would be left with half of one, or locked out while it runs, if these failed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from services_project import Project

from maeditor.domain.articles import Passage
from maeditor.domain.changes import ActionState, Done
from maeditor.domain.errors import (
    BlockedRevertError,
    MaeditorError,
    MissingRecordError,
    NothingToRevertError,
    ProjectError,
    ReviewError,
    StaleRecordError,
    StoppedError,
)
from maeditor.domain.facts import Evidence, Fact, State
from maeditor.domain.record import new_id
from maeditor.services import (
    batching,
    checkpoints,
    deleting,
    library,
    refreshing,
    retracing,
    reviewing,
    undoing,
)
from maeditor.services.batching import UNWATCHED, Watch
from maeditor.services.checking import check_project
from maeditor.services.importing import import_text
from maeditor.services.projects import open_project
from maeditor.store.unit_of_work import UnitOfWork
from maeditor.wording import Wording

MANY = 30
OTHER = "Un autre journal le dit aussi : la centrale de Tarfaya compte 301 mégawatts depuis 2014."


class Watcher:
    """Stops an action when it has told its progress some times."""

    def __init__(self, stops_after: int | None = None, then: Callable[[], object] = lambda: None) -> None:
        self.told: list[float] = []
        self._stops_after, self._then = stops_after, then

    def progress(self, share: float) -> None:
        """Note it."""
        self.told.append(share)
        if len(self.told) == 1:
            self._then()

    def cancelled(self) -> bool:
        """Tell whether it was often enough."""
        return self._stops_after is not None and len(self.told) >= self._stops_after


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four records a transaction, so that thirty take several."""
    for name in ("AT_ONCE", "FIRST", "FEWEST", "MOST"):
        monkeypatch.setattr(batching, name, 4)


@pytest.fixture
def facts(project: Project) -> list[str]:
    """Thirty facts of the article, each on a passage of its own; the first is in another article, too."""
    other_id = import_text(project.runner, OTHER).article_ids[0]
    with project.runner.read() as queries:
        texts = {each.id: (each.text_id, queries.text(each.text_id)) for each in queries.articles()}
    made: list[Fact] = []

    def passage(article_id: str, at: int) -> Passage:
        text_id, text = texts[article_id]
        before, after = text[:at], text[at + 3 : at + 30]
        return Passage(new_id(), 1, article_id, text_id, at, at + 3, text[at : at + 3], before, after)

    def work(unit: UnitOfWork) -> dict[str, object]:
        places = [passage(project.article_id, at) for at in range(MANY)]
        made.extend(
            Fact(
                id=new_id(),
                version=1,
                number=unit.next_number("fact"),
                article_id=project.article_id,
                property="capacity_power",
                subject="Rifdata",
                raw="",
                state=State.PROPOSED,
            )
            for _each in places
        )
        links = [Evidence(new_id(), 1, fact.id, place.id) for fact, place in zip(made, places, strict=True)]
        elsewhere = passage(other_id, 0)
        unit.passages.add_all([*places, elsewhere])
        unit.facts.add_all(made)
        unit.evidence.add_all([*links, Evidence(new_id(), 1, made[0].id, elsewhere.id)])
        return {"count": len(made)}

    project.runner.run("propose-facts", work)
    return [fact.id for fact in made]


def whole(project: Project) -> dict[str, object]:
    """All that the project says, however often it was written."""
    with project.runner.read() as queries:
        articles = queries.articles()
        facts = queries.facts()
        links = queries.evidence_of([fact.id for fact in facts])
        places = [place for each in articles for place in queries.passages_of(each.id)]
    return {each.id: replace(each, version=0) for each in (*articles, *facts, *links, *places)}


def told(project: Project) -> tuple[retracing.Step, ...]:
    return retracing.history_page(project.runner, Wording("fr"))


def decide(project: Project, facts: list[str], watch: Watch = UNWATCHED) -> Done:
    return reviewing.reject_facts(project.runner, [(each, None) for each in facts], "double", watch)


ACTIONS: dict[str, Callable[[Project, list[str], Watch], Done]] = {
    "article": lambda project, _facts, watch: deleting.delete_article(project.runner, project.article_id, None, watch),
    "facts": lambda project, facts, watch: deleting.delete_facts(
        project.runner, [(each, None) for each in facts], watch
    ),
    "decisions": decide,
}


@pytest.mark.parametrize("name", ACTIONS)
def test_a_large_action_is_undone_and_redone_exactly_in_many_steps(
    project: Project, facts: list[str], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = whole(project)
    with monkeypatch.context() as at_once:
        at_once.setattr(batching, "AT_ONCE", 10_000)
        expected_of = ACTIONS[name](project, facts, UNWATCHED).action.details
        expected = whole(project)
        undoing.undo(project.runner)
        assert whole(project) == before
    watcher = Watcher()
    done = ACTIONS[name](project, facts, watcher)
    assert watcher.told == sorted(watcher.told)
    assert len(watcher.told) >= MANY // 4
    assert watcher.told[-1] == 1
    assert whole(project) == expected != before
    assert done.action.details == expected_of
    undone = undoing.undo(project.runner)
    assert whole(project) == before
    with project.runner.read() as queries:
        assert queries.journal.changes(undone.action.id) == undone.changes
    undoing.redo(project.runner)
    assert whole(project) == expected
    undoing.undo(project.runner)
    assert whole(project) == before
    assert check_project(project.runner) == ()


@pytest.mark.parametrize("name", ACTIONS)
def test_stopped_it_did_nothing_and_is_offered_to_nobody(project: Project, facts: list[str], name: str) -> None:
    before, last = whole(project), undoing.undoable(project.runner)
    with pytest.raises(StoppedError):
        ACTIONS[name](project, facts, Watcher(stops_after=3))
    assert whole(project) == before
    assert undoing.undoable(project.runner) == last
    assert undoing.redoable(project.runner) is None
    stopped = told(project)[0]
    assert stopped.given_up
    assert stopped.action.state is ActionState.GIVEN_UP
    with pytest.raises(NothingToRevertError):
        undoing.take_back(project.runner, stopped.action.id)
    with pytest.raises(StoppedError):
        ACTIONS[name](project, facts, Watcher(stops_after=0))
    assert told(project)[0] == stopped, "stopped before it began it leaves no trace"
    assert check_project(project.runner) == ()


def test_a_stopped_undo_leaves_what_it_was_about_to_be_undone_again(project: Project, facts: list[str]) -> None:
    before = whole(project)
    done = decide(project, facts)
    after = whole(project)
    with pytest.raises(StoppedError):
        undoing.undo(project.runner, Watcher(stops_after=2))
    assert whole(project) == after
    assert undoing.undoable(project.runner) == done.action
    assert undoing.redoable(project.runner) is None
    undoing.undo(project.runner)
    assert whole(project) == before
    with pytest.raises(StoppedError):
        undoing.redo(project.runner, Watcher(stops_after=2))
    assert whole(project) == before
    assert undoing.redoable(project.runner) is not None, "what was stopped is nothing new"
    undoing.redo(project.runner)
    assert whole(project) == after


def test_a_record_that_moves_on_meanwhile_ends_it_whole(project: Project, facts: list[str]) -> None:
    # What was changed last is taken back first: of the first fact it is still to be done when it moves on.
    decide(project, facts)
    with project.runner.read() as queries:
        late = queries.fact(facts[0])
    mine = replace(whole(project)[late.id], version=0, note="vu")  # type: ignore[type-var]
    after = {**whole(project), late.id: mine}

    def edit() -> None:
        def work(unit: UnitOfWork) -> dict[str, object]:
            unit.facts.replace(replace(unit.facts.get(late.id), note="vu"))
            return {"facts": [late.label]}

        project.runner.run("correct-fact", work)

    back = undoing.undoable(project.runner)
    assert back is not None
    with pytest.raises(BlockedRevertError) as refused:
        undoing.revert(project.runner, back.id, watch=Watcher(then=edit))
    assert [each.kind for each in refused.value.blocking] == ["correct-fact"]
    assert whole(project) == after
    with pytest.raises(StaleRecordError):
        reviewing.reopen_facts(project.runner, [*((each, None) for each in facts[1:]), (late.id, 1)])
    assert whole(project) == after


def test_what_somebody_went_on_from_is_left_to_be_seen_as_interrupted(project: Project, facts: list[str]) -> None:
    """Putting back would undo their work unasked: the history says what was cut off, and by what it is held."""
    watcher: Watcher

    def edit() -> None:
        def work(unit: UnitOfWork) -> dict[str, object]:
            unit.facts.replace(replace(unit.facts.get(facts[0]), note="vu"))
            return {}

        project.runner.run("correct-fact", work)

    watcher = Watcher(stops_after=2, then=edit)
    with pytest.raises(StoppedError):
        decide(project, facts, watcher)
    cut = told(project)[1]
    assert cut.interrupted
    assert not cut.given_up
    undoing.undo(project.runner)
    undoing.undo(project.runner)
    with project.runner.read() as queries:
        assert {fact.state for fact in queries.facts()} == {State.PROPOSED}


def test_a_disk_that_goes_away_in_the_middle_leaves_it_open_for_the_next_start(
    project: Project, facts: list[str]
) -> None:
    before, elsewhere = whole(project), project.path.with_suffix(".away")
    with pytest.raises(ProjectError, match="project_moved"):
        decide(project, facts, Watcher(then=lambda: project.path.rename(elsewhere)))
    elsewhere.rename(project.path)
    project.reopen()
    assert told(project)[0].interrupted
    undoing.undo(project.runner)
    assert whole(project) == before


def test_returning_to_a_checkpoint_takes_many_steps_and_is_one_action(project: Project, facts: list[str]) -> None:
    mark = checkpoints.set_checkpoint(project.runner, "avant").action
    assert checkpoints.weight(project.runner, mark.id) == 0
    before = whole(project)
    decide(project, facts)
    ACTIONS["article"](project, facts, UNWATCHED)
    after, reach = whole(project), checkpoints.reach(project.runner, mark.id).count
    assert checkpoints.weight(project.runner, mark.id) > 2 * MANY
    with pytest.raises(StoppedError):
        checkpoints.return_to_checkpoint(project.runner, mark.id, Watcher(stops_after=2))
    assert whole(project) == after
    assert checkpoints.reach(project.runner, mark.id).count == reach, "what was stopped is not counted"
    checkpoints.return_to_checkpoint(project.runner, mark.id)
    assert whole(project) == before
    undoing.undo(project.runner)
    assert whole(project) == after


def test_an_action_that_another_takes_back_meanwhile_is_not_taken_back_twice(
    project: Project, facts: list[str]
) -> None:
    done = decide(project, facts)
    undoing.undo(project.runner)
    with pytest.raises(NothingToRevertError, match="already_reverted"):
        undoing.revert(project.runner, done.action.id)


def test_decisions_that_none_of_many_can_take_are_refused_as_of_few(project: Project, facts: list[str]) -> None:
    reviewing.accept_facts(project.runner, [(each, None) for each in facts])
    before = told(project)
    with project.runner.read() as queries:
        corrected = [replace(fact, state=State.CORRECTED) for fact in queries.facts_by_id(facts)]

    def work(unit: UnitOfWork) -> dict[str, object]:
        unit.facts.replace_all(corrected)
        return {}

    project.runner.run("correct-fact", work)
    with pytest.raises(ReviewError):
        reviewing.accept_facts(project.runner, [(each, None) for each in facts])
    assert len(told(project)) == len(before) + 1
    with pytest.raises(MaeditorError):
        deleting.delete_facts(project.runner, [*((each, None) for each in facts), ("gone", None)])
    with pytest.raises(MissingRecordError):
        deleting.delete_article(project.runner, "gone")


def test_a_short_action_comes_before_the_next_step_of_a_long_one(project: Project, facts: list[str]) -> None:
    """With the patience of a window it is saved while thousands of facts are decided."""
    project.runner.patience = 0.2
    other = open_project(project.path, editor="Brahim")
    decide(project, facts, Watcher(then=lambda: checkpoints.set_checkpoint(other, "au milieu")))
    assert checkpoints.checkpoints(project.runner)[0].name == "au milieu"
    other.store.close()


def test_what_one_pane_read_of_an_article_is_read_again_after_every_action(
    project: Project, facts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Panes that ask for the same share it; none shows what was before."""
    monkeypatch.setattr(refreshing, "MANY", 4)
    runner = project.runner
    first = library.article_facts(runner, project.article_id)
    assert library.open_article(runner, project.article_id).facts is first
    assert refreshing.facts_now(runner, facts) == tuple(view for view in first if view.fact.id in facts)
    decide(project, facts)
    assert {view.fact.state for view in refreshing.facts_now(runner, facts)} == {State.REJECTED}
    assert {view.fact.state for view in library.article_facts(runner, project.article_id)} == {State.REJECTED}
    other = open_project(project.path, editor="Brahim")
    deleting.delete_facts(other, [(facts[1], None)])
    other.store.close()
    assert len(library.article_facts(runner, project.article_id)) == MANY - 1
    assert [view.fact.id for view in refreshing.facts_now(runner, facts)] == [facts[0], *facts[2:]]
