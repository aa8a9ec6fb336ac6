"""What decisions teach: confidence would say what nobody decided, or a card tell wrong counts, if these failed."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from services_project import Project

from maeditor.domain.facts import Fact, State
from maeditor.domain.listing import FactFilter, Group, Listing, Sort, Sureness, sureness
from maeditor.extraction.learning.traits import PRIOR, rule_of
from maeditor.services import annotating, learning, library, listing, reviewing, undoing
from maeditor.services.importing import import_paths
from maeditor.services.learning import Judged, Learning, Record, as_kept, learn
from maeditor.services.projects import open_project
from maeditor.services.proposing import propose_articles
from maeditor.services.review_cards import statement_of

NAMES = (
    "Nador",
    "Berkane",
    "Taza",
    "Oujda",
    "Safi",
    "Settat",
    "Larache",
    "Ifrane",
    "Azrou",
    "Midelt",
    "Figuig",
    "Taounate",
)
SITES = "\n\n".join(f"Le site de {name} dispose d’une capacité de {at} MW." for at, name in enumerate(NAMES, 11))
ARTICLE = f"Des sites\n\n{SITES}\n\nLe chantier a coûté 40 millions de dirhams.\n"
OTHER = "Un treizième site\n\nLe site de Bouarfa dispose d’une capacité de 77 MW.\n"


@pytest.fixture
def twelve(make_project: Callable[[str], Project]) -> Project:
    """An article of a dozen capacities, proposed by one rule, and an investment by another."""
    made = make_project(ARTICLE)
    propose_articles(made.runner)
    return made


def capacities(project: Project) -> list[Fact]:
    views = library.project_facts(project.runner)
    return [view.fact for view in views if view.fact.unit == "MW"]


def judged(project: Project, at: int = -1) -> Judged:
    return learn(project.runner).judged(capacities(project)[at])


def test_nothing_is_known_before_anything_is_decided(twelve: Project) -> None:
    fact = capacities(twelve)[0]
    assert judged(twelve) == as_kept(fact) == Judged(fact.confidence)
    assert not judged(twelve).record.tells
    assert not learn(twelve.runner).teaches


def test_decisions_about_a_rule_move_its_other_proposals_and_no_others(twelve: Project) -> None:
    found = capacities(twelve)
    assert len({rule_of(each.origin) for each in found}) == 1
    cost = next(view.fact for view in library.project_facts(twelve.runner) if view.fact.unit == "MAD")
    for fact in found[:6]:
        reviewing.accept_fact(twelve.runner, fact.id)
    surer = judged(twelve)
    assert surer.record == Record(accepted=6)
    assert surer.record.tells
    assert surer.confidence > found[-1].confidence
    for fact in found[6:9]:
        reviewing.reject_fact(twelve.runner, fact.id)
    assert judged(twelve).record == Record(6, 0, 3)
    assert judged(twelve).confidence < surer.confidence
    assert learn(twelve.runner).judged(cost) == Judged(cost.confidence)


def test_a_correction_is_counted_apart_from_a_rejection(twelve: Project) -> None:
    found = capacities(twelve)
    for fact in found[:5]:
        reviewing.accept_fact(twelve.runner, fact.id)
    statement = statement_of(found[5])
    annotating.correct_fact(twelve.runner, found[5].id, None, replace(statement, subject="Un autre parc"))
    corrected = judged(twelve)
    assert corrected.record == Record(5, 1, 0)
    undoing.undo(twelve.runner)
    reviewing.reject_fact(twelve.runner, found[5].id)
    assert judged(twelve).record == Record(5, 0, 1)
    undoing.undo(twelve.runner)
    reviewing.accept_fact(twelve.runner, found[5].id)
    assert judged(twelve).confidence > corrected.confidence, "what had to be corrected was not right as it stood"


def test_what_is_corrected_back_or_first_corrected_and_then_rejected_counts_as_it_stands(twelve: Project) -> None:
    fact = capacities(twelve)[0]
    statement = statement_of(fact)
    other = replace(statement, quantity=replace(fact.quantity, amount=Decimal(99)))  # type: ignore[type-var]
    annotating.correct_fact(twelve.runner, fact.id, None, other)
    assert judged(twelve).record == Record(0, 1, 0)
    reviewing.reopen_fact(twelve.runner, fact.id)
    assert judged(twelve).record == Record()
    reviewing.accept_fact(twelve.runner, fact.id)
    assert judged(twelve).record == Record(0, 1, 0), "it stands, but not as it was proposed"
    annotating.correct_fact(twelve.runner, fact.id, None, statement)
    assert judged(twelve).record == Record(1, 0, 0)
    reviewing.reject_fact(twelve.runner, fact.id)
    assert judged(twelve).record == Record(0, 0, 1)


def test_a_decision_taken_back_is_as_one_never_made_and_done_again_counts_again(twelve: Project) -> None:
    found = capacities(twelve)
    for fact in found[:5]:
        reviewing.accept_fact(twelve.runner, fact.id)
    before = judged(twelve)
    reviewing.reject_fact(twelve.runner, found[5].id)
    after = judged(twelve)
    assert after != before
    undoing.undo(twelve.runner)
    assert judged(twelve) == before
    undoing.redo(twelve.runner)
    assert judged(twelve) == after


def test_what_is_put_off_or_said_twice_teaches_nothing(twelve: Project) -> None:
    from maeditor.services import restructuring

    found = capacities(twelve)
    reviewing.defer_fact(twelve.runner, found[0].id)
    restructuring.merge_facts(twelve.runner, found[1].id, [(found[2].id, None)])
    record = judged(twelve).record
    assert record.rejected == 0
    assert learn(twelve.runner).judged(found[0]).record == record


def test_the_second_half_of_a_split_is_no_decision_of_its_own(twelve: Project) -> None:
    from maeditor.services import restructuring

    fact = capacities(twelve)[0]
    assert fact.quantity is not None
    two = [replace(fact.quantity, amount=Decimal(1)), replace(fact.quantity, amount=Decimal(2))]
    restructuring.split_fact(twelve.runner, fact.id, None, two)
    assert judged(twelve, 1).record == Record(0, 1, 0)


def test_the_same_decisions_teach_the_same_whoever_reads_them_and_when(twelve: Project) -> None:
    found = capacities(twelve)
    for at, fact in enumerate(found[:9]):
        decide = reviewing.reject_fact if at % 4 == 3 else reviewing.accept_fact
        decide(twelve.runner, fact.id)
        learn(twelve.runner)
    step_by_step = judged(twelve)
    at_once = Learning()
    at_once.catch_up(twelve.runner)
    assert at_once.judged(found[-1]) == step_by_step
    other = open_project(twelve.path, editor="Zineb")
    try:
        assert learn(other).judged(found[-1]) == step_by_step
        reviewing.reject_fact(other, found[10].id)
        learn(other)
    finally:
        other.store.close()
    assert judged(twelve).record == Record(7, 0, 3), "what another window decided is learned from, too"


def test_after_thousands_of_changes_all_is_read_anew(twelve: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learning, "MOST_TOUCHED", 3)
    learn(twelve.runner)
    reviewing.accept_facts(twelve.runner, [(fact.id, None) for fact in capacities(twelve)[:8]])
    assert judged(twelve).record == Record(accepted=8)


def test_new_proposals_are_stored_with_what_was_learned_and_keep_what_their_rule_said(
    twelve: Project, tmp_path: Path
) -> None:
    found = capacities(twelve)
    for fact in found[:10]:
        reviewing.reject_fact(twelve.runner, fact.id)
    file = tmp_path / "other.txt"
    file.write_text(OTHER, "utf-8")
    import_paths(twelve.runner, [file])
    expected = judged(twelve).confidence
    propose_articles(twelve.runner)
    new = next(fact for fact in capacities(twelve) if fact.raw == "77 MW")
    assert new.confidence == expected < new.qualifiers[PRIOR]  # type: ignore[operator]
    assert learn(twelve.runner).judged(new).confidence == expected, "what was learned is not learned from once more"
    reviewing.reject_fact(twelve.runner, new.id)
    assert judged(twelve, 11).record == Record(0, 0, 11)


def test_lists_by_confidence_go_by_what_was_learned(twelve: Project) -> None:
    runner = twelve.runner
    found = capacities(twelve)
    cost = next(view.fact for view in library.project_facts(runner) if view.fact.unit == "MAD")
    by_confidence = Listing(sort=Sort.CONFIDENCE, rejected=False)
    waiting = [fact.number for fact in found[8:]]
    before = list(listing.whole(runner, by_confidence, "fr").numbers)
    assert before.index(cost.number) < before.index(waiting[0]), "money is the less sure of the two, until"
    for fact in found[:8]:
        reviewing.reject_fact(runner, fact.id)
    after = list(listing.whole(runner, by_confidence, "fr").numbers)
    assert after == [*waiting, cost.number]
    backward = listing.whole(runner, replace(by_confidence, descending=True), "fr")
    assert list(backward.numbers) == after[::-1]
    views = library.article_facts(runner, twelve.article_id)
    assert list(listing.of_article(runner, by_confidence, "fr", twelve.article_id, views).numbers) == after
    grouped = listing.whole(runner, replace(by_confidence, group=Group.PROPERTY, descending=True), "fr")
    assert sorted(grouped.numbers) == sorted(after)
    how = sureness(learn(runner).judged(found[-1]).confidence)
    assert how is Sureness.LOW
    low = Listing(FactFilter(sureness=frozenset({how})), rejected=False)
    assert list(listing.whole(runner, low, "fr").numbers) == waiting
    assert list(listing.of_article(runner, low, "fr", twelve.article_id, views).numbers) == waiting
    assert listing.beginning(runner, low, "fr") is None
    rejected = replace(low, filter=replace(low.filter, states=frozenset({State.REJECTED})))
    assert list(listing.whole(runner, rejected, "fr").numbers) == [], "a decided fact keeps its own confidence"


@pytest.mark.slow
def test_after_a_decision_among_ten_thousand_little_is_read(twelve: Project) -> None:
    runner = twelve.runner
    model = capacities(twelve)[0]
    with runner.store.write() as unit:
        unit.begin_action("propose-facts", "Amina")
        many = [
            replace(model, id=f"{number:032d}", number=unit.next_number("fact"), qualifiers={})
            for number in range(10_000)
        ]
        unit.facts.add_all(many)
        unit.finish_action()
    with runner.store.write() as unit:
        unit.begin_action("accept-fact", "Amina")
        unit.facts.replace_all(replace(fact, state=State.ACCEPTED, reviewed_at="2026-05-08") for fact in many)
        unit.finish_action()
    learn(runner)
    taken = []
    for fact in capacities(twelve)[1:11]:
        reviewing.accept_fact(runner, fact.id)
        begun = time.process_time()
        learn(runner)
        taken.append(time.process_time() - begun)
    assert judged(twelve, 11).record == Record(accepted=10_010)
    assert sorted(taken)[len(taken) // 2] < 0.05
