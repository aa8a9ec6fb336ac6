"""Split, merge, link, copy: an editor would lose passages, or could not take the step back whole, if these failed."""

from __future__ import annotations

import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from restructured import POWER, Whole, fact_of, passages_of, propose, record, state_of, whole
from services_project import Project

from maeditor.domain.changes import Done
from maeditor.domain.errors import MaeditorError, ReviewError, StaleRecordError, ValueTextError
from maeditor.domain.facts import Role, State
from maeditor.domain.review import DUPLICATE
from maeditor.domain.values import Comparator, Quantity
from maeditor.services import annotating, library, restructuring, reviewing, undoing
from maeditor.services.checking import check_project
from maeditor.services.projects import open_project
from maeditor.services.runner import ActionRunner
from maeditor.services.telling import tell_action
from maeditor.wording import Wording

QUOTES = ("120 mégawatts", "40 MW", "60 MW", "340 personnes", "en 2028")
READINGS = [
    Quantity.of(Decimal(2), "GW"),
    Quantity.of(Decimal("0.5"), "GW"),
    Quantity.of(Decimal(60), "MW", Comparator.AT_MOST),
    Quantity.between(Decimal(40), Decimal(60), "MW"),
]


def test_a_glued_value_becomes_two_facts_with_the_same_passages(project: Project) -> None:
    fact_id = propose(project, "120 mégawatts", POWER, "40 MW")
    done = restructuring.split_fact(project.runner, fact_id, None, READINGS[:2])
    other_id = next(each for each in done.record_ids("facts") if each != fact_id)
    one, other = fact_of(project.runner, fact_id), fact_of(project.runner, other_id)
    assert [each.norm_amount for each in (one, other)] == [Decimal(2000), Decimal(500)]
    assert {one.state, other.state} == {State.CORRECTED}
    assert (one.subject, one.property, one.reviewer) == (other.subject, other.property, other.reviewer)
    assert passages_of(project.runner, fact_id) == passages_of(project.runner, other_id) == ["120 mégawatts", "40 MW"]
    assert other.qualifiers["split_from"] == one.label
    assert not one.needs_look
    assert not other.needs_look
    assert check_project(project.runner) == ()


def test_the_two_readings_are_no_longer_offered_once_split(project: Project) -> None:
    fact_id = propose(project, "120 mégawatts")
    with project.runner.store.write() as unit:
        unit.begin_action("propose-facts", "Amina")
        unit.facts.replace(
            replace(unit.facts.get(fact_id), needs_look="glued_cell", qualifiers={"alternatives": ["0.5 GW"]})
        )
        unit.finish_action()
    restructuring.split_fact(project.runner, fact_id, None, READINGS[:2])
    assert "alternatives" not in fact_of(project.runner, fact_id).qualifiers
    assert fact_of(project.runner, fact_id).needs_look == ""


def test_a_reading_in_a_foreign_unit_splits_nothing(project: Project) -> None:
    fact_id = propose(project, "120 mégawatts")
    before = whole(project.runner)
    with pytest.raises(ValueTextError):
        restructuring.split_fact(project.runner, fact_id, None, [READINGS[0], Quantity.of(Decimal(3), "m2")])
    with pytest.raises(ReviewError):
        restructuring.split_fact(project.runner, fact_id, None, READINGS[:1])
    assert whole(project.runner) == before


def test_a_fact_that_moved_on_is_neither_split_nor_merged(project: Project) -> None:
    fact_id, other_id = propose(project, "120 mégawatts"), propose(project, "40 MW")
    seen = fact_of(project.runner, fact_id).version
    reviewing.accept_fact(project.runner, fact_id)
    before = whole(project.runner)
    for late in (
        lambda: restructuring.split_fact(project.runner, fact_id, seen, READINGS[:2]),
        lambda: restructuring.link_fact(project.runner, fact_id, seen, other_id),
        lambda: restructuring.merge_facts(project.runner, fact_id, [(other_id, None)], seen),
        lambda: restructuring.merge_facts(project.runner, other_id, [(fact_id, seen)]),
    ):
        with pytest.raises(StaleRecordError):
            late()
    assert whole(project.runner) == before


def test_a_merge_keeps_every_passage_once_and_says_of_what_the_others_are_duplicates(project: Project) -> None:
    keep = record(project, "120 mégawatts", POWER, "40 MW")
    other = propose(project, "40 MW", POWER, "60 MW")
    restructuring.merge_facts(project.runner, keep, [(other, None)])
    assert passages_of(project.runner, keep) == ["120 mégawatts", "40 MW", "60 MW"]
    merged = fact_of(project.runner, other)
    assert (merged.state, merged.duplicate_of, merged.reason) == (State.REJECTED, keep, DUPLICATE)
    assert passages_of(project.runner, other) == []


def test_a_passage_that_contradicts_one_and_supports_the_other_keeps_both_roles(project: Project) -> None:
    keep, other = record(project, "120 mégawatts"), propose(project, "40 MW")
    annotating.attach_passage(project.runner, keep, project.article_id, project.span("40 MW"), Role.CONTRADICTS)
    restructuring.merge_facts(project.runner, keep, [(other, None)])
    roles = {(each.passage.exact, each.role) for each in library.fact_view(project.runner, keep).evidence}
    assert roles == {
        ("120 mégawatts", Role.SUPPORTS),
        ("40 MW", Role.CONTRADICTS),
        ("40 MW", Role.SUPPORTS),
    }


def test_nothing_is_merged_into_a_rejected_fact_or_into_itself(project: Project) -> None:
    keep, other = propose(project, "120 mégawatts"), propose(project, "40 MW")
    with pytest.raises(ReviewError):
        restructuring.merge_facts(project.runner, keep, [(keep, None)])
    reviewing.reject_fact(project.runner, keep)
    with pytest.raises(ReviewError) as refused:
        restructuring.link_fact(project.runner, other, None, keep)
    assert Wording("fr").say(f"error.{refused.value.key}", **refused.value.details)
    assert state_of(project.runner, other) is State.PROPOSED


def test_a_copy_has_a_number_of_its_own_and_leaves_the_other_alone(project: Project) -> None:
    fact_id = propose(project, "120 mégawatts", POWER, "60 MW")
    before = fact_of(project.runner, fact_id)
    _done, copy_id = restructuring.duplicate_fact(project.runner, fact_id)
    copy, after = fact_of(project.runner, copy_id), fact_of(project.runner, fact_id)
    assert (after, copy.quantity) == (before, before.quantity)
    assert (copy.state, copy.origin, copy.reviewer) == (State.ACCEPTED, "person", "Amina")
    assert copy.number > before.number
    assert passages_of(project.runner, copy_id) == passages_of(project.runner, fact_id)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_is_told_in_words_that_name_the_facts(project: Project, language: str) -> None:
    one, two, three = (propose(project, quote) for quote in QUOTES[:3])
    words = Wording(language)
    split = restructuring.split_fact(project.runner, one, None, READINGS[:2])
    linked = restructuring.link_fact(project.runner, two, None, one)
    merged = restructuring.merge_facts(project.runner, one, [(three, None)])
    copied, _copy_id = restructuring.duplicate_fact(project.runner, one)
    told = [tell_action(done.action, words) for done in (split, linked, merged, copied)]
    assert [("F-0001" in each, "{" in each) for each in told] == [(True, False)] * 4
    assert "F-0004" in told[0]
    assert "F-0002" in told[1]
    assert "F-0003" in told[2]
    assert "F-0005" in told[3]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with five facts whose passages overlap, some decided."""
    from services_project import ARTICLE

    from maeditor.services.importing import import_paths
    from maeditor.services.projects import create_project

    folder = tmp_path_factory.mktemp("restructuring")
    (folder / "a.txt").write_text(ARTICLE, "utf-8")
    runner = create_project(folder / "p.maed", "Essai", editor="Amina")
    article_id = import_paths(runner, [folder / "a.txt"]).article_ids[0]
    project = Project(folder / "p.maed", runner, article_id, library.open_article(runner, article_id).text)
    for at, quote in enumerate(QUOTES):
        propose(project, quote, POWER, *QUOTES[at % 2 : at])
    reviewing.accept_fact(runner, fact_ids(runner)[0])
    runner.store.close()
    return folder / "p.maed"


def fact_ids(runner: ActionRunner) -> list[str]:
    with runner.read() as queries:
        return [fact.id for fact in queries.facts()]


facts = st.integers(0, len(QUOTES) - 1)
steps = st.one_of(
    st.tuples(st.just("split"), facts, st.lists(st.sampled_from(READINGS), min_size=2, max_size=4)),
    st.tuples(st.just("merge"), facts, st.lists(facts, min_size=1, max_size=4)),
    st.tuples(st.just("link"), facts, facts),
    st.tuples(st.just("duplicate"), facts, st.none()),
)


def step_of(runner: ActionRunner, ids: list[str], step: tuple[str, int, object]) -> Done:
    what, at, more = step
    if what == "split":
        return restructuring.split_fact(runner, ids[at], None, more)  # type: ignore[arg-type]
    if what == "merge":
        return restructuring.merge_facts(runner, ids[at], [(ids[each], None) for each in more])  # type: ignore[attr-defined]
    if what == "link":
        return restructuring.link_fact(runner, ids[at], None, ids[more])  # type: ignore[call-overload]
    return restructuring.duplicate_fact(runner, ids[at])[0]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wanted=st.lists(steps, min_size=1, max_size=5))
def test_every_step_taken_back_restores_the_exact_state_and_done_again_the_other(
    prepared: Path, tmp_path: Path, wanted: list[tuple[str, int, object]]
) -> None:
    copy = tmp_path / "copy.maed"
    shutil.copy(prepared, copy)
    runner = open_project(copy, editor="Amina")
    states: list[Whole] = [whole(runner)]
    ids = fact_ids(runner)
    links = evidence_pairs(runner)
    for step in wanted:
        before = whole(runner)
        try:
            done = step_of(runner, ids, step)
        except MaeditorError:
            assert whole(runner) == before
            continue
        if done.changes:  # linking once more what is linked changes nothing, and is nothing to take back
            states.append(whole(runner))
        now = evidence_pairs(runner)
        assert len(now) == len(set(now))
        assert {passage for _fact, passage, _role in links} == {passage for _fact, passage, _role in now}
    for state in reversed(states[:-1]):
        undoing.undo(runner)
        assert whole(runner) == state
    for state in states[1:]:
        undoing.redo(runner)
        assert whole(runner) == state
    assert check_project(runner) == ()
    runner.store.close()


def evidence_pairs(runner: ActionRunner) -> list[tuple[str, str, Role]]:
    with runner.read() as queries:
        links = queries.evidence_of(fact_ids(runner))
    return [(link.fact_id, link.passage_id, link.role) for link in links]
