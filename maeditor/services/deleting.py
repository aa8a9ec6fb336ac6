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
from maeditor.services.batching import UNWATCHED, Batches, Watch, is_large
from maeditor.services.proposed_facts import FOUND_AT
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


def delete_facts(runner: ActionRunner, facts: Iterable[Seen], watch: Watch = UNWATCHED) -> Done:
    """Take several facts out as one action; passages that nothing else rests on go with them.

    What was merged into one of them stays rejected as its duplicate, which the action tells. Raises likewise, and
    StoppedError where ``watch`` stopped it: then nothing was done.
    """
    wanted = dict(facts)
    with runner.read() as queries:
        duplicates = _duplicates(queries, wanted) if len(wanted) <= LOOKED_AT else []
    kind = DELETE_MERGED if duplicates else DELETE_FACT

    gone: list[Fact] = []

    def work(unit: UnitOfWork, some: Sequence[Seen]) -> None:
        seen = seen_facts(unit, some)
        hide_facts(unit, seen)
        gone.extend(seen)

    def whole(unit: UnitOfWork) -> Row:
        work(unit, tuple(wanted.items()))
        told = told_facts(gone)
        return {**told, "to": ", ".join(fact.label for fact in duplicates)} if duplicates else told

    if not is_large(len(wanted)):
        return runner.run(kind, whole)
    batches = Batches(runner, kind, watch)
    batches.each(tuple(wanted.items()), work)
    return batches.close(told_facts(gone))


def hide_facts(unit: UnitOfWork, facts: Sequence[Fact]) -> None:
    """Take facts out, as they were just read, with the passages that nothing else rests on."""
    _detach(unit, unit.queries.evidence_of(fact.id for fact in facts))
    unit.facts.replace_all(replace(fact, hidden=True) for fact in facts)


def weigh_article(runner: ActionRunner, article_id: str) -> ArticleWeight:
    """Say what would go with an article. Raises MissingRecordError."""
    with runner.read() as queries:
        article = _there(queries, article_id, None)
        plan = _planned(queries, article_id)
        passages = len(queries.passages_of(article_id))
    bared = {link.fact_id for link in plan.foreign} - {fact.id for fact, _article_id in plan.staying}
    return ArticleWeight(article, len(plan.going), passages, len(plan.staying), len(bared))


def delete_article(runner: ActionRunner, article_id: str, version: int | None = None, watch: Watch = UNWATCHED) -> Done:
    """Take an article with its facts out of the project, as one action.

    A fact that another article supports too stays, as that article's. Raises MissingRecordError, StaleRecordError, and
    StoppedError where ``watch`` stopped it: then nothing was done.
    """
    with runner.read() as queries:
        article = _there(queries, article_id, version)
        facts = queries.facts_of(article_id)
    told: Row = {"titles": [article.title], "gone": 0}

    def some(unit: UnitOfWork, part: Sequence[Fact]) -> None:
        # As they are by now: what others made of them meanwhile goes with them.
        known = unit.facts.find_all(fact.id for fact in part)
        here = [fact for fact in known.values() if fact.article_id == article_id and not fact.hidden]
        told["gone"] += _take_out(unit, _planned_for(unit.queries, article_id, here))

    def rest(unit: UnitOfWork) -> None:
        found = _there(unit.queries, article_id, version)
        told["gone"] += _take_out(unit, _planned(unit.queries, article_id))
        unit.articles.replace(replace(found, hidden=True))

    if not is_large(len(facts)):

        def whole(unit: UnitOfWork) -> Row:
            rest(unit)
            return told

        return runner.run(DELETE_ARTICLE, whole)
    batches = Batches(runner, DELETE_ARTICLE, watch, details=told)
    batches.each(facts, some)
    return batches.close(told, rest)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What becomes of an article's facts, and of the evidence that crosses its border."""

    article_id: str
    going: Sequence[Fact]
    staying: Sequence[tuple[Fact, str]]
    foreign: Sequence[Evidence]
    """On passages here, of facts that stay in the project."""
    outside: Sequence[Evidence]
    """On passages elsewhere, of facts that go."""


def _there(queries: Queries, article_id: str, version: int | None) -> Article:
    article = queries.article(article_id)
    if article.hidden:
        raise MissingRecordError("article_missing", id=article_id)
    if version is not None and article.version != version:
        raise StaleRecordError("record_changed", table="articles", record=article.title)
    return article


def _planned(queries: Queries, article_id: str) -> _Plan:
    """The plan of all that is there."""
    plan = _planned_for(queries, article_id, queries.facts_of(article_id))
    there = {link.id for link in plan.foreign}
    others = [link for link in queries.evidence_from_outside(article_id) if link.id not in there]
    return replace(plan, foreign=[*plan.foreign, *others])


def _planned_for(queries: Queries, article_id: str, facts: Sequence[Fact]) -> _Plan:
    """The plan of some of the article's facts, and of their own evidence."""
    links = queries.evidence_of([fact.id for fact in facts])
    places = {each.id: each.article_id for each in queries.passages(link.passage_id for link in links)}
    others: dict[str, str] = {}
    for link in links:
        if places[link.passage_id] != article_id and link.role is Role.SUPPORTS:
            others.setdefault(link.fact_id, places[link.passage_id])
    return _Plan(
        article_id,
        [fact for fact in facts if fact.id not in others],
        [(fact, others[fact.id]) for fact in facts if fact.id in others],
        [link for link in links if link.fact_id in others and places[link.passage_id] == article_id],
        [link for link in links if link.fact_id not in others and places[link.passage_id] != article_id],
    )


def _take_out(unit: UnitOfWork, plan: _Plan) -> int:
    """Do as planned; tells how many facts went."""
    _detach(unit, [*plan.foreign, *plan.outside], inside=plan.article_id)
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
    return len(plan.going)


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
