"""The whole state of a project, and a project with some proposals, for tests that change and take back."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TypeAlias

from services_project import Project

from maeditor.domain.facts import Fact, State
from maeditor.domain.record import new_id
from maeditor.domain.values import Quantity
from maeditor.services import annotating, reviewing
from maeditor.services.annotating import FactDraft, FactStatement
from maeditor.services.runner import ActionRunner

Whole: TypeAlias = tuple[tuple[object, ...], ...]

POWER = FactStatement("capacity_power", "Rifdata", Quantity.of(Decimal(120), "MW"))


def whole(runner: ActionRunner) -> Whole:
    """Everything there is, in an order of its own and without versions, which only ever grow."""
    with runner.read() as queries:
        articles = queries.articles(include_hidden=True)
        facts = queries.facts(include_hidden=True)
        kinds = (
            articles,
            facts,
            queries.evidence_of([fact.id for fact in facts]),
            [one for article in articles for one in queries.passages_of(article.id)],
            [one for article in articles for one in queries.text_versions(article.id)],
            [one for article in articles for one in queries.dismissals_of(article.id)],
            queries.properties(include_hidden=True),
        )
        return tuple(tuple(sorted((replace(one, version=0) for one in kind), key=repr)) for kind in kinds)


def record(project: Project, quote: str = "120 mégawatts", statement: FactStatement = POWER, *more: str) -> str:
    """Record a fact from a quote of the article, with further quotes as evidence; tell its id."""
    spans = tuple(project.span(each) for each in more)
    draft = FactDraft(project.article_id, project.span(quote), statement, spans)
    return annotating.record_fact(project.runner, draft).record_ids("facts")[0]


def propose(project: Project, quote: str, statement: FactStatement = POWER, *more: str) -> str:
    """A fact that waits for a decision."""
    fact_id = record(project, quote, statement, *more)
    reviewing.reopen_fact(project.runner, fact_id)
    return fact_id


def fact_of(runner: ActionRunner, fact_id: str) -> Fact:
    """The fact as it is."""
    with runner.read() as queries:
        return queries.fact(fact_id)


def state_of(runner: ActionRunner, fact_id: str) -> State:
    """Where it stands."""
    return fact_of(runner, fact_id).state


def passages_of(runner: ActionRunner, fact_id: str) -> list[str]:
    """The quotes of a fact, in order."""
    with runner.read() as queries:
        links = queries.evidence_of([fact_id])
        return sorted(each.exact for each in queries.passages(link.passage_id for link in links))


def many(project: Project, count: int) -> list[str]:
    """So many proposals that say the same, made as one action."""
    model = fact_of(project.runner, propose(project, "120 mégawatts"))
    with project.runner.store.write() as unit:
        unit.begin_action("propose-facts", "Amina")
        made = [replace(model, id=new_id(), version=1, number=unit.next_number("fact")) for _each in range(count)]
        unit.facts.add_all(made)
        unit.finish_action()
    return [each.id for each in made]
