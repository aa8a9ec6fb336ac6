"""What the window and the command line read: frozen views, fetched whole in one short transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maeditor.domain.articles import Article, Noise, Passage, TextVersion
from maeditor.domain.conflicts import conflicting
from maeditor.domain.errors import MissingRecordError
from maeditor.domain.facts import Fact, Role, State
from maeditor.domain.properties import Family, Kind, Property
from maeditor.services.runner import ActionRunner, catalogue_of
from maeditor.services.shared_reads import once

if TYPE_CHECKING:
    from maeditor.store.queries import Queries


@dataclass(frozen=True, slots=True)
class ArticleCard:
    """An article in a list: ``remaining`` of ``total`` facts wait for a decision.

    ``unattached`` figures are neither a fact nor among the ``dismissed``; None where nobody has counted them yet.
    """

    id: str
    number: int
    title: str
    publisher: str
    author: str
    published: str
    language: str
    remaining: int
    total: int
    unattached: int | None = None
    dismissed: int = 0

    @property
    def done(self) -> bool:
        """Tell whether no fact waits and, as far as is known, no figure is left; without facts, once it is counted."""
        begun = self.total + self.dismissed > 0 or self.unattached is not None
        return begun and self.remaining == 0 and not self.unattached


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One passage of a fact, with where it stands."""

    id: str
    role: Role
    passage: Passage
    article_title: str


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact with all that is shown of it."""

    fact: Fact
    property: Property
    evidence: tuple[EvidenceView, ...]
    conflicted: bool


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """An article as the reader shows it."""

    article: Article
    version: TextVersion
    text: str
    noise: tuple[Noise, ...]
    facts: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """The numbers beside the project's name and its views."""

    name: str
    articles: int
    facts: int
    proposed: int
    sheets: int = 0


def articles(runner: ActionRunner) -> tuple[ArticleCard, ...]:
    """List the project's articles in the order of their import."""
    with runner.read() as queries:
        found = queries.articles()
        counts = queries.facts_by_article()
    return tuple(_card(article, counts.get(article.id, {})) for article in found)


def _card(article: Article, facts: Mapping[State, int]) -> ArticleCard:
    waiting = facts.get(State.PROPOSED, 0) + facts.get(State.DEFERRED, 0)
    return ArticleCard(
        article.id,
        article.number,
        article.title,
        article.publisher,
        article.author,
        article.published,
        article.language,
        waiting,
        sum(facts.values()),
    )


def totals(runner: ActionRunner) -> Totals:
    """Count what the sidebar shows."""
    with runner.read() as queries:
        counts = queries.counts()
        return Totals(
            queries.meta("name") or "",
            counts.articles,
            sum(counts.facts.values()),
            counts.facts.get(State.PROPOSED, 0) + counts.facts.get(State.DEFERRED, 0),
            len(queries.sheets()),
        )


def open_article(runner: ActionRunner, article_id: str) -> OpenArticle:
    """Read an article with its text and facts. Raises MissingRecordError where there is none, or it was deleted."""
    with runner.read() as queries:
        article = queries.article(article_id)
        if article.hidden:
            raise MissingRecordError("article_missing", id=article_id)
        version = queries.text_version(article.text_id)
        text = queries.text(article.text_id)
        facts = _shown(runner, queries, article_id)
        return OpenArticle(article, version, text, version.noise, facts)


def has_article(runner: ActionRunner, article_id: str) -> bool:
    """Tell whether an article is there and was not deleted."""
    with runner.read() as queries:
        found = queries.listing.articles([article_id]).get(article_id)
    return found is not None and not found.hidden


def article_facts(runner: ActionRunner, article_id: str) -> tuple[FactView, ...]:
    """The facts that have a passage in an article, in text order."""
    with runner.read() as queries:
        return _shown(runner, queries, article_id)


def project_facts(runner: ActionRunner) -> tuple[FactView, ...]:
    """All facts of the project that are not hidden, by their number."""
    with runner.read() as queries:
        return views_of(queries, queries.facts())


def fact_view(runner: ActionRunner, fact_id: str) -> FactView:
    """One fact with its evidence. Raises MissingRecordError where there is none, or it was deleted."""
    with runner.read() as queries:
        fact = queries.fact(fact_id)
        if fact.hidden:
            raise MissingRecordError("record_missing", table="facts", record=fact.label)
        return views_of(queries, (fact,))[0]


def surroundings(runner: ActionRunner, passages: Sequence[Passage], reach: int) -> list[tuple[str, str]]:
    """The text before and after each passage in its version, at most ``reach`` code points each."""
    with runner.read() as queries:
        texts = {text_id: queries.text(text_id) for text_id in dict.fromkeys(each.text_id for each in passages)}
    return [
        (texts[each.text_id][max(0, each.start - reach) : each.start], texts[each.text_id][each.end : each.end + reach])
        for each in passages
    ]


def properties(runner: ActionRunner) -> tuple[Property, ...]:
    """The catalogue with the project's own properties, in its order."""
    with runner.read() as queries:
        return tuple(each for each in catalogue_of(queries).values() if not each.hidden)


def find_article(runner: ActionRunner, text: str) -> ArticleCard | None:
    """The article with this exact title or file name, or None."""
    return next((card for card in articles(runner) if card.title == text), None)


def views_of(queries: Queries, facts: Iterable[Fact]) -> tuple[FactView, ...]:
    """Dress facts with their property, evidence and conflict mark, in the order given."""
    facts = tuple(facts)
    known = catalogue_of(queries)
    links = queries.evidence_of([fact.id for fact in facts])
    passages = {each.id: each for each in queries.passages([link.passage_id for link in links])}
    articles = queries.listing.articles(each.article_id for each in passages.values())
    evidence: Mapping[str, list[EvidenceView]] = defaultdict(list)
    for link in links:
        passage = passages[link.passage_id]
        evidence[link.fact_id].append(EvidenceView(link.id, link.role, passage, articles[passage.article_id].title))
    rivals = queries.facts_about((fact.subject, fact.property) for fact in facts if fact.subject)
    in_conflict = {fact_id for conflict in conflicting(rivals) for fact_id in conflict.fact_ids}

    def in_order(link: EvidenceView) -> tuple[int, int]:
        return articles[link.passage.article_id].number, link.passage.start

    return tuple(
        FactView(
            fact,
            known.get(fact.property) or unknown_property(fact.property),
            tuple(
                sorted(
                    evidence[fact.id], key=lambda each: (articles[each.passage.article_id].number, each.passage.start)
                )
            ),
            fact.id in in_conflict,
        )
        for fact in facts
    )


def unknown_property(key: str) -> Property:
    """What stands in for a property whose definition the project lost: its key, as a text."""
    return Property(f"property:{key}", 1, key, key, key, Kind.TEXT, Family.ATTRIBUTE)


def _shown(runner: ActionRunner, queries: Queries, article_id: str) -> tuple[FactView, ...]:
    return once(runner, queries, article_id, lambda: _facts_shown_in(queries, article_id))


def _facts_shown_in(queries: Queries, article_id: str) -> tuple[FactView, ...]:
    """The facts that were found in an article and those of others that have a passage in it, in text order."""
    facts = {fact.id: fact for fact in queries.facts_of(article_id)}
    passages = {each.id: each for each in queries.passages_of(article_id)}
    links = queries.evidence_on(passages)
    others = [link.fact_id for link in links if link.fact_id not in facts]
    facts.update({fact.id: fact for fact in queries.facts_by_id(others) if not fact.hidden})
    starts: dict[str, int] = {}
    for link in links:
        start = passages[link.passage_id].start
        starts[link.fact_id] = min(start, starts.get(link.fact_id, start))
    ordered = sorted(facts.values(), key=lambda fact: (starts.get(fact.id, _AT_THE_END), fact.number))
    return views_of(queries, ordered)


_AT_THE_END = 2**62
