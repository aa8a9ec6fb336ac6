"""Facts and articles taken out of the project; the journal keeps them, and one undo brings them back whole.

Rejecting keeps a fact as what was judged wrong. Deleting is for what should never have been there: it is in no list,
sheet, chart or search, and is not proposed again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from maeditor.domain.articles import Article
from maeditor.domain.changes import Done, Row
from maeditor.domain.errors import MissingRecordError, StaleRecordError
from maeditor.domain.facts import Evidence, Fact, Role
from maeditor.services.proposing import FOUND_AT
from maeditor.services.reviewing import Seen, seen_facts, told_facts
from maeditor.services.runner import ActionRunner

if TYPE_CHECKING:
    from maeditor.store.queries import Queries
    from maeditor.store.unit_of_work import UnitOfWork

DELETE_FACT, DELETE_MERGED, DELETE_ARTICLE = "delete-fact", "delete-merged-fact", "delete-article"
MERGING = frozenset({"merge-facts", "link-fact"})
LOOKED_AT = 20
"""Facts deleted at once whose duplicates are looked for; of more only the number is told."""


@dataclass(frozen=True, slots=True)
class ArticleWeight:
    """What deleting an article takes: its facts and passages; ``kept`` facts stay, for another article says them too.

    ``bared`` facts of other articles lose a passage that they have here.
    """

    article: Article
    facts: int
    passages: int
    kept: int
    bared: int


def delete_fact(runner: ActionRunner, fact_id: str, version: int | None = None) -> Done:
    """Take a fact out of the project. Raises MissingRecordError, StaleRecordError where it moved on."""
    return delete_facts(runner, [(fact_id, version)])


def delete_facts(runner: ActionRunner, facts: Iterable[Seen]) -> Done:
    """Take several facts out as one action; passages that nothing else rests on go with them. Raises likewise.

    What was merged into one of them stays rejected as its duplicate, which the action tells.
    """
    wanted = dict(facts)
    with runner.read() as queries:
        duplicates = _duplicates(queries, wanted) if len(wanted) <= LOOKED_AT else []
    kind = DELETE_MERGED if duplicates else DELETE_FACT

    def work(unit: UnitOfWork) -> Row:
        seen = seen_facts(unit, wanted.items())
        _detach(unit, unit.queries.evidence_of(wanted))
        unit.facts.replace_all(replace(fact, hidden=True) for fact in seen)
        told = told_facts(seen)
        return {**told, "to": ", ".join(fact.label for fact in duplicates)} if duplicates else told

    return runner.run(kind, work)


def weigh_article(runner: ActionRunner, article_id: str) -> ArticleWeight:
    """Say what would go with an article. Raises MissingRecordError."""
    with runner.read() as queries:
        plan = _planned(queries, article_id)
        passages = len(queries.passages_of(article_id))
    bared = {link.fact_id for link in plan.foreign} - {fact.id for fact, _article_id in plan.staying}
    return ArticleWeight(plan.article, len(plan.going), passages, len(plan.staying), len(bared))


def delete_article(runner: ActionRunner, article_id: str, version: int | None = None) -> Done:
    """Take an article with its facts out of the project, as one action.

    A fact that another article supports too stays, as that article's. Raises MissingRecordError, StaleRecordError.
    """

    def work(unit: UnitOfWork) -> Row:
        plan = _planned(unit.queries, article_id)
        if version is not None and plan.article.version != version:
            raise StaleRecordError("record_changed", table="articles", record=plan.article.title)
        _detach(unit, [*plan.foreign, *plan.outside], inside=article_id)
        unit.facts.replace_all(
            replace(
                fact,
                article_id=other_id,
                # Where it was found is a place of the text that goes.
                qualifiers={name: value for name, value in fact.qualifiers.items() if name != FOUND_AT},
            )
            for fact, other_id in plan.staying
        )
        unit.facts.replace_all(replace(fact, hidden=True) for fact in plan.going)
        unit.articles.replace(replace(plan.article, hidden=True))
        return {"titles": [plan.article.title], "gone": len(plan.going)}

    return runner.run(DELETE_ARTICLE, work)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What becomes of an article's facts, and of the evidence that crosses its border."""

    article: Article
    going: Sequence[Fact]
    staying: Sequence[tuple[Fact, str]]
    foreign: Sequence[Evidence]
    """On passages here, of facts that stay in the project."""
    outside: Sequence[Evidence]
    """On passages elsewhere, of facts that go."""


def _planned(queries: Queries, article_id: str) -> _Plan:
    article = queries.article(article_id)
    if article.hidden:
        raise MissingRecordError("article_missing", id=article_id)
    facts = queries.facts_of(article_id)
    links = queries.evidence_of([fact.id for fact in facts])
    passages = {each.id: each for each in queries.passages(link.passage_id for link in links)}
    others: dict[str, str] = {}
    for link in links:
        place = passages[link.passage_id].article_id
        if place != article_id and link.role is Role.SUPPORTS:
            others.setdefault(link.fact_id, place)
    going = [fact for fact in facts if fact.id not in others]
    gone = {fact.id for fact in going}
    here = queries.evidence_on([each.id for each in queries.passages_of(article_id)])
    return _Plan(
        article,
        going,
        [(fact, others[fact.id]) for fact in facts if fact.id in others],
        [link for link in here if link.fact_id not in gone],
        [link for link in links if link.fact_id in gone and passages[link.passage_id].article_id != article_id],
    )


def _detach(unit: UnitOfWork, links: Sequence[Evidence], inside: str = "") -> None:
    """Remove evidence, and the passages that nothing rests on then; those ``inside`` an article go with it."""
    unit.evidence.remove_all(links)
    ids = dict.fromkeys(link.passage_id for link in links)
    held = {link.passage_id for link in unit.queries.evidence_on(ids)}
    bare = unit.queries.passages(each for each in ids if each not in held)
    unit.passages.remove_all(each for each in bare if each.article_id != inside)


def _duplicates(queries: Queries, fact_ids: Iterable[str]) -> list[Fact]:
    """The facts merged into some of these, found by the journal: no index leads to them."""
    wanted = set(fact_ids)
    labels = {
        str(label)
        for fact_id in wanted
        for action, _change in queries.journal.history("facts", fact_id)
        if action.kind in MERGING
        for label in action.details.get("facts", [])
    }
    numbers = sorted(int(label.removeprefix("F-")) for label in labels)
    found = queries.listing.facts(numbers)
    return [fact for fact in found if fact.duplicate_of in wanted and not fact.hidden and fact.id not in wanted]
