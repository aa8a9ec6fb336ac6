"""Typing finds what is meant: by words, by quantities, in any spelling, the newest first."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from services_project import Project

from maeditor.domain.values import Quantity
from maeditor.services import searching, undoing
from maeditor.services.annotating import FactDraft, FactStatement, record_fact
from maeditor.services.importing import import_text
from maeditor.services.reviewing import reject_fact
from maeditor.store.search_index import Kind


@pytest.fixture
def filled(project: Project) -> Project:
    statement = FactStatement("capacity_power", "Campus de Nador", Quantity.of(Decimal(120), "MW"))
    record_fact(project.runner, FactDraft(project.article_id, project.span("120 mégawatts"), statement))
    return project


@pytest.mark.parametrize("typed", ["0,12 GW", "120 MW", "120 mégawatts", "0.12 gigawatts", "120 000 kW", "١٢٠ ميغاواط"])
def test_a_quantity_is_found_in_any_unit(filled: Project, typed: str) -> None:
    found = searching.search(filled.runner, typed, "fr")
    assert [view.fact.subject for view in found.facts] == ["Campus de Nador"]
    assert [each.passage.exact for each in found.passages] == ["120 mégawatts"]
    assert [each.article.id for each in found.articles] == [filled.article_id]
    assert searching.search(filled.runner, "121 MW", "fr").count == 0


@pytest.mark.parametrize("typed", ["capac", "Électrique nador", "capacity", "capacity NADOR"])
def test_a_fact_is_found_by_its_property_in_both_languages(filled: Project, typed: str) -> None:
    found = searching.search(filled.runner, typed, "fr", kinds=(Kind.FACTS,))
    assert len(found.facts) == 1
    assert found.passages == found.articles == ()


def test_an_article_comes_with_its_words_in_sight(filled: Project) -> None:
    found = searching.search(filled.runner, "emploiera", "fr")
    excerpt = found.articles[0].excerpt
    spans = searching.hits(excerpt, found.words)
    assert [excerpt[start:end] for start, end in spans] == ["emploiera"]


def test_a_passage_tells_its_paragraph_and_its_fact(filled: Project) -> None:
    passage = searching.search(filled.runner, "megaw", "fr").passages[0]
    assert passage.paragraph == 2
    assert passage.fact_id == searching.search(filled.runner, "nador", "fr").facts[0].fact.id


def test_nothing_typed_gives_the_newest_facts_and_articles(filled: Project) -> None:
    newer = import_text(filled.runner, "Un autre article\n\nIl parle d’eau.\n").article_ids[0]
    found = searching.search(filled.runner, "  ", "fr")
    assert [each.article.id for each in found.articles] == [newer, filled.article_id]
    assert len(found.facts) == 1
    assert found.passages == ()
    assert searching.search(filled.runner, "?!", "fr").count == 0, "signs alone are no word"


def test_what_was_undone_is_not_found(filled: Project) -> None:
    undoing.undo(filled.runner)
    undoing.undo(filled.runner)
    assert searching.search(filled.runner, "nador", "fr").count == 0
    undoing.redo(filled.runner)
    undoing.redo(filled.runner)
    assert searching.search(filled.runner, "nador", "fr").count == 2


def test_hits_cover_what_was_typed_and_no_more() -> None:
    assert searching.hits("Énergie, énergique", ("energ",)) == ((0, 5), (9, 14))
    assert searching.hits("le cœur", ("coe",)) == ((3, 7),), "a letter that is two is marked with its word"
    assert searching.hits("rien", ()) == ()


def test_an_older_project_is_caught_up_piece_by_piece(filled: Project) -> None:
    assert not searching.is_behind(filled.runner)
    with filled.runner.store.write() as unit:
        unit.forget_index()
    assert searching.is_behind(filled.runner)
    assert searching.search(filled.runner, "nador", "fr").count == 0
    while searching.catch_up(filled.runner):
        pass
    assert searching.search(filled.runner, "nador", "fr").count == 2


def test_a_long_text_is_found_without_an_excerpt(make_project: Callable[[str], Project]) -> None:
    long = make_project("Un titre\n\n" + "mot " * 20_000 + "tarfaya")
    found = searching.search(long.runner, "tarfaya", "fr")
    assert [each.excerpt for each in found.articles] == [""]


def test_a_rejected_fact_comes_after_those_that_stand(filled: Project) -> None:
    statement = FactStatement("capacity_power", "Campus de Nador", Quantity.of(Decimal(130), "MW"))
    record_fact(filled.runner, FactDraft(filled.article_id, filled.span("120 mégawatts"), statement))
    newer, older = (view.fact.id for view in searching.search(filled.runner, "nador", "fr").facts)
    reject_fact(filled.runner, newer)
    assert [view.fact.id for view in searching.search(filled.runner, "nador", "fr").facts] == [older, newer]
