"""Proposals: an editor's decisions would be proposed over again, or stale proposals stay for ever, if these failed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from services_project import Project

from maeditor.domain.facts import State
from maeditor.extraction.interface import Extraction
from maeditor.services import annotating, library, reviewing, undoing
from maeditor.services.annotating import FactStatement
from maeditor.services.importing import import_paths
from maeditor.services.proposing import propose_articles


class Silent:
    """An extractor that finds nothing."""

    name = "silent@1.0"

    def extract(self, text: str, language: str | None = None) -> Extraction:
        return Extraction((), (), language or "fr")


def power(project: Project) -> library.FactView:
    views = library.project_facts(project.runner)
    return next(view for view in views if view.fact.raw == "120 mégawatts")


def test_every_proposal_stands_on_its_exact_words(project: Project) -> None:
    propose_articles(project.runner)
    views = library.project_facts(project.runner)
    assert {"120 mégawatts", "340 personnes", "40 MW"} <= {view.fact.raw for view in views}
    for view in views:
        for link in view.evidence:
            assert project.text[link.passage.start : link.passage.end] == link.passage.exact


def test_proposing_again_replaces_what_nobody_touched_also_after_undo_and_redo(project: Project) -> None:
    propose_articles(project.runner)
    undoing.undo(project.runner)
    undoing.redo(project.runner)
    propose_articles(project.runner, again=True, extractor=Silent())
    assert library.project_facts(project.runner) == ()


def test_what_a_person_decided_is_not_proposed_again_whatever_it_says_by_now(project: Project) -> None:
    propose_articles(project.runner)
    fact = power(project).fact
    statement = FactStatement("energy", "Rifdata", replace(fact.quantity, unit="MWh"))  # type: ignore[type-var]
    annotating.correct_fact(project.runner, fact.id, fact.version, statement)
    other = next(view for view in library.project_facts(project.runner) if view.fact.raw == "340 personnes")
    annotating.remove_evidence(project.runner, other.evidence[0].id)
    reviewing.reject_fact(project.runner, other.fact.id)
    propose_articles(project.runner, again=True)
    raws = [view.fact.raw for view in library.project_facts(project.runner)]
    assert raws.count("120 mégawatts") == 1
    assert raws.count("340 personnes") == 1
    assert power(project).fact.state is State.CORRECTED


def test_all_proposals_of_an_article_are_one_step_to_undo(project: Project) -> None:
    propose_articles(project.runner)
    undoing.undo(project.runner)
    assert library.project_facts(project.runner) == ()
    assert [card.id for card in library.articles(project.runner)] == [project.article_id]


def test_a_cancelled_run_is_marked_and_can_be_taken_back(project: Project) -> None:
    report = propose_articles(project.runner, cancelled=lambda: True)
    assert report.done is None
    assert library.project_facts(project.runner) == ()


def test_two_articles_that_rank_a_country_differently_are_found_to_disagree(
    make_project: Callable[[str], Project], tmp_path: Path
) -> None:
    project = make_project("Le rang\n\nLe Maroc est le cinquième pays africain par le nombre de centres actifs.\n")
    other = tmp_path / "autre.txt"
    other.write_text("Le palmarès\n\nAvec 23 centres, le Maroc se place au premier rang des pays africains.\n", "utf-8")
    import_paths(project.runner, [other])
    propose_articles(project.runner)
    ranks = [view for view in library.project_facts(project.runner) if view.fact.property == "rank"]
    assert sorted(int(view.fact.amount or 0) for view in ranks) == [1, 5]
    assert all(view.conflicted for view in ranks)
