"""A passage that repeats a known fact is linked to it: without these an editor would make the same fact twice."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from services_project import Project

from maeditor.domain.values import Quantity
from maeditor.services import annotating, library, reviewing
from maeditor.services.annotating import FactDraft, FactStatement
from maeditor.services.importing import import_paths
from maeditor.services.linking import linkable

STATED = FactStatement("capacity_power", "Rifdata", Quantity.of(Decimal(120), "MW"))


def record(project: Project, quote: str, said: FactStatement = STATED) -> str:
    draft = FactDraft(project.article_id, project.span(quote), said)
    return annotating.record_fact(project.runner, draft).record_ids("facts")[0]


def offered(project: Project, article: str, quote: str, said: FactStatement = STATED) -> set[str]:
    text = library.open_article(project.runner, article).text
    start = text.index(quote)
    span = replace(project.span("Nador"), start=start, end=start + len(quote))
    return {view.fact.id for view in linkable(project.runner, article, span, said)}


def test_the_articles_facts_are_offered_but_not_what_rests_on_the_passage(project: Project) -> None:
    first, second = record(project, "120 mégawatts"), record(project, "340 personnes")
    assert offered(project, project.article_id, "40 MW") == {first, second}
    assert offered(project, project.article_id, "120 mégawatts") == {second}


def test_a_rejected_fact_is_not_offered(project: Project) -> None:
    first = record(project, "120 mégawatts")
    reviewing.reject_fact(project.runner, first, library.fact_view(project.runner, first).fact.version)
    assert offered(project, project.article_id, "40 MW") == set()


def test_of_other_articles_the_same_property_of_the_same_subject_is_offered(project: Project, tmp_path: Path) -> None:
    same = record(project, "120 mégawatts")
    record(project, "340 personnes", replace(STATED, subject="Une autre"))
    file = tmp_path / "echo.txt"
    file.write_text("Un écho\n\nRifdata confirme 120 MW.\n", "utf-8")
    other = import_paths(project.runner, [file]).article_ids[0]
    assert offered(project, other, "120 MW") == {same}
    assert offered(project, other, "120 MW", replace(STATED, subject="")) == set()
