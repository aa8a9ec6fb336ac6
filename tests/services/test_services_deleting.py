"""Deleting: a fact or an article would stay in a sheet or a search, or could not be brought back whole."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from restructured import POWER, fact_of, passages_of, propose, record, state_of, whole
from services_project import Project

from maeditor.domain.anchors import Span
from maeditor.domain.errors import MissingRecordError, StaleRecordError
from maeditor.domain.facts import Role, State
from maeditor.domain.values import Quantity
from maeditor.services import annotating, deleting, library, omissions, restructuring, reviewing, searching, undoing
from maeditor.services.checking import check_project
from maeditor.services.importing import import_paths
from maeditor.services.proposing import propose_articles
from maeditor.services.retracing import history_page
from maeditor.services.telling import tell_action
from maeditor.wording import Wording

FRENCH = Wording("fr")
ECHO = "Un écho de Nador\n\nRifdata confirme 120 MW, et annonce 900 emplois.\n"


def second_article(project: Project, folder: Path) -> str:
    """Another article that says the same."""
    file = folder / "echo.txt"
    file.write_text(ECHO, "utf-8")
    return import_paths(project.runner, [file]).article_ids[0]


def attach(project: Project, fact_id: str, article_id: str, quote: str, role: Role = Role.SUPPORTS) -> None:
    """A passage of another article for a fact."""
    text = library.open_article(project.runner, article_id).text
    start = text.index(quote)
    span = Span(start, start + len(quote))
    annotating.attach_passage(project.runner, fact_id, article_id, span, role)


def found(project: Project, words: str) -> tuple[int, int, int]:
    """How many facts, passages and articles a search finds."""
    result = searching.search(project.runner, words, "fr")
    return len(result.facts), len(result.passages), len(result.articles)


def test_a_deleted_fact_is_nowhere_and_one_undo_brings_it_back_whole(project: Project) -> None:
    fact_id = record(project, "120 mégawatts", POWER, "40 MW")
    other = record(project, "340 personnes", replace(POWER, quantity=Quantity.of(Decimal(7), "MW")))
    before, seen = whole(project.runner), found(project, "120 MW")
    done = deleting.delete_fact(project.runner, fact_id, fact_of(project.runner, fact_id).version)
    assert [view.fact.id for view in library.project_facts(project.runner)] == [other]
    assert [view.fact.id for view in library.article_facts(project.runner, project.article_id)] == [other]
    assert passages_of(project.runner, fact_id) == []
    assert found(project, "120 mégawatts")[:2] == (0, 0)
    assert {each.text for each in omissions.unattached(project.runner, project.article_id)} >= {"120 mégawatts"}
    with pytest.raises(MissingRecordError):
        library.fact_view(project.runner, fact_id)
    assert tell_action(done.action, FRENCH) == "fait F-0001 supprimé"
    assert check_project(project.runner) == ()
    undoing.undo(project.runner)
    assert whole(project.runner) == before
    assert found(project, "120 MW") == seen
    undoing.redo(project.runner)
    assert [view.fact.id for view in library.project_facts(project.runner)] == [other]
    assert check_project(project.runner) == ()


def test_a_passage_that_another_fact_rests_on_stays(project: Project) -> None:
    fact_id, other = record(project, "40 MW"), record(project, "40 MW")
    deleting.delete_fact(project.runner, fact_id)
    assert passages_of(project.runner, other) == ["40 MW"]


def test_several_facts_go_as_one_action_that_counts_them(project: Project) -> None:
    facts = [record(project, quote) for quote in ("120 mégawatts", "40 MW", "60 MW")]
    before = whole(project.runner)
    done = deleting.delete_facts(project.runner, [(each, None) for each in facts])
    assert tell_action(done.action, FRENCH) == "3 faits supprimés"
    assert library.project_facts(project.runner) == ()
    undoing.undo(project.runner)
    assert whole(project.runner) == before


def test_what_moved_on_or_is_gone_is_not_deleted(project: Project) -> None:
    fact_id = propose(project, "120 mégawatts")
    seen = fact_of(project.runner, fact_id).version
    reviewing.accept_fact(project.runner, fact_id)
    with pytest.raises(StaleRecordError):
        deleting.delete_fact(project.runner, fact_id, seen)
    deleting.delete_fact(project.runner, fact_id)
    for late in (
        lambda: deleting.delete_fact(project.runner, fact_id),
        lambda: reviewing.reject_fact(project.runner, fact_id),
        lambda: restructuring.duplicate_fact(project.runner, fact_id),
        lambda: attach(project, fact_id, project.article_id, "60 MW"),
    ):
        with pytest.raises(MissingRecordError):
            late()


def test_what_was_merged_into_it_is_said_and_stays_rejected(project: Project) -> None:
    keep, other = record(project, "120 mégawatts"), propose(project, "40 MW")
    restructuring.merge_facts(project.runner, keep, [(other, None)])
    done = deleting.delete_fact(project.runner, keep)
    assert "F-0002" in tell_action(done.action, FRENCH)
    assert "F-0002" in tell_action(done.action, Wording("en"))
    assert state_of(project.runner, other) is State.REJECTED
    undoing.undo(project.runner)
    assert passages_of(project.runner, keep) == ["120 mégawatts", "40 MW"]
    undoing.undo(project.runner)
    assert tell_action(deleting.delete_fact(project.runner, keep).action, FRENCH) == "fait F-0001 supprimé"


def test_what_was_deleted_is_not_proposed_again(project: Project) -> None:
    propose_articles(project.runner)
    view = next(each for each in library.project_facts(project.runner) if each.fact.raw == "120 mégawatts")
    deleting.delete_fact(project.runner, view.fact.id)
    propose_articles(project.runner, again=True)
    assert "120 mégawatts" not in {each.fact.raw for each in library.project_facts(project.runner)}


def test_an_action_on_it_cannot_be_taken_back_while_it_is_deleted(project: Project) -> None:
    fact_id = propose(project, "120 mégawatts")
    accepted = reviewing.accept_fact(project.runner, fact_id)
    deleted = deleting.delete_fact(project.runner, fact_id)
    assert [each.id for each in undoing.obstacles(project.runner, accepted.action.id)] == [deleted.action.id]


def test_a_deleted_article_goes_with_its_facts_and_comes_back_whole(project: Project, tmp_path: Path) -> None:
    fact_id = record(project, "120 mégawatts", POWER, "40 MW")
    other = second_article(project, tmp_path)
    before, seen = whole(project.runner), found(project, "Rifdata")
    weight = deleting.weigh_article(project.runner, project.article_id)
    assert (weight.facts, weight.passages, weight.kept, weight.bared) == (1, 2, 0, 0)
    done = deleting.delete_article(project.runner, project.article_id, weight.article.version)
    assert [card.id for card in library.articles(project.runner)] == [other]
    assert library.project_facts(project.runner) == ()
    assert found(project, "Rifdata") == (0, 0, 1)
    for gone in (
        lambda: library.open_article(project.runner, project.article_id),
        lambda: library.fact_view(project.runner, fact_id),
        lambda: record(project, "60 MW"),
        lambda: deleting.weigh_article(project.runner, project.article_id),
        lambda: deleting.delete_article(project.runner, project.article_id),
    ):
        with pytest.raises(MissingRecordError):
            gone()
    assert propose_articles(project.runner, [project.article_id]).total == 0
    assert weight.article.title in tell_action(done.action, FRENCH)
    assert weight.article.title in history_page(project.runner, FRENCH)[0].told
    assert check_project(project.runner) == ()
    undoing.undo(project.runner)
    assert whole(project.runner) == before
    assert found(project, "Rifdata") == seen


def test_a_fact_that_another_article_supports_too_stays_as_that_ones(project: Project, tmp_path: Path) -> None:
    fact_id = record(project, "120 mégawatts")
    contested = record(project, "40 MW")
    other = second_article(project, tmp_path)
    attach(project, fact_id, other, "120 MW")
    attach(project, contested, other, "900 emplois", Role.CONTRADICTS)
    before = whole(project.runner)
    weight = deleting.weigh_article(project.runner, project.article_id)
    assert (weight.facts, weight.kept) == (1, 1)
    deleting.delete_article(project.runner, project.article_id)
    assert fact_of(project.runner, fact_id).article_id == other
    assert passages_of(project.runner, fact_id) == ["120 MW"]
    assert found(project, "900 emplois")[1] == 0
    assert check_project(project.runner) == ()
    undoing.undo(project.runner)
    assert whole(project.runner) == before


def test_a_fact_of_another_article_loses_the_passage_it_has_here_and_that_is_counted(
    project: Project, tmp_path: Path
) -> None:
    fact_id = record(project, "120 mégawatts")
    other = second_article(project, tmp_path)
    attach(project, fact_id, other, "120 MW")
    weight = deleting.weigh_article(project.runner, other)
    assert (weight.facts, weight.kept, weight.bared) == (0, 0, 1)
    deleting.delete_article(project.runner, other)
    assert passages_of(project.runner, fact_id) == ["120 mégawatts"]


def test_an_article_that_was_changed_meanwhile_is_not_deleted(project: Project) -> None:
    with pytest.raises(StaleRecordError):
        deleting.delete_article(project.runner, project.article_id, 99)


def test_a_deleted_article_can_be_imported_again(project: Project, tmp_path: Path) -> None:
    other = second_article(project, tmp_path)
    deleting.delete_article(project.runner, other)
    again = import_paths(project.runner, [tmp_path / "echo.txt"])
    assert len(again.article_ids) == 1
    assert again.article_ids[0] != other
