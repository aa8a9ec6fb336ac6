"""Proposals into the project: what an extractor reads becomes facts in state proposed, each with its passages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maeditor.domain.anchors import Span
from maeditor.domain.articles import Passage
from maeditor.domain.changes import Done, Row
from maeditor.domain.facts import Evidence, Fact, State
from maeditor.domain.properties import Property
from maeditor.domain.record import new_id
from maeditor.extraction.grammar import GrammarExtractor
from maeditor.extraction.interface import Extractor, Proposal
from maeditor.services.annotating import detach, passage_at
from maeditor.services.proposed_facts import FOUND_AT, fact_of, spans_of
from maeditor.services.runner import ActionRunner, LongAction, catalogue_of

if TYPE_CHECKING:
    from maeditor.store.queries import Queries
    from maeditor.store.unit_of_work import UnitOfWork

UNTOUCHING = frozenset({"propose-facts", "undo", "redo"})


@dataclass(frozen=True, slots=True)
class ProposeReport:
    """How many facts were proposed, article by article; ``done`` is None where nothing changed."""

    proposed: Mapping[str, int]
    done: Done | None

    @property
    def total(self) -> int:
        """All new proposals."""
        return sum(self.proposed.values())


def propose_articles(
    runner: ActionRunner,
    article_ids: Iterable[str] | None = None,
    *,
    again: bool = False,
    extractor: Extractor | None = None,
    progress: Callable[[float], None] = lambda _share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> ProposeReport:
    """Propose facts for articles (all by default) as one action.

    An article that has proposals of this extractor is passed over, unless ``again``: then its facts that are still
    proposed and untouched are replaced; what a person decided stays, and what says the same is not proposed twice.
    """
    extractor = extractor or GrammarExtractor()
    with runner.read() as queries:
        chosen = list(article_ids) if article_ids is not None else [each.id for each in queries.articles()]
        known = catalogue_of(queries)
    action = LongAction(runner, "propose-facts")
    proposed: dict[str, int] = {}
    handled = 0
    for article_id in chosen:
        if cancelled():
            break
        handled += 1
        progress(handled / (len(chosen) + 1))
        work = _prepare(runner, article_id, extractor, known, again=again)
        if work is None:
            continue
        stored: list[int] = []
        action.batch(lambda unit, work=work, stored=stored: stored.append(work.store_in(unit)))  # type: ignore[misc]
        proposed[article_id] = stored[0]
    progress(1.0)
    details: Row = {"count": sum(proposed.values()), "articles": len(proposed)}
    if handled < len(chosen):
        details["interrupted"] = True
    return ProposeReport(proposed, action.close(details))


@dataclass(frozen=True, slots=True)
class _ArticleWork:
    """What proposing changes in one article, worked out before the store is touched."""

    article_id: str
    text_id: str
    text: str
    seen: frozenset[str]
    stale: tuple[Fact, ...]
    new: tuple[Proposal, ...]
    known: Mapping[str, Property]
    extractor: str

    def store_in(self, unit: UnitOfWork) -> int:
        """Write it and tell how many are new: none where somebody else proposed for the article meanwhile."""
        article = unit.articles.find(self.article_id)
        if article is None or article.hidden:
            return 0
        there = {fact.id: fact for fact in unit.queries.facts_of(self.article_id)}
        if any(_is_ours(fact) and fact.id not in self.seen for fact in there.values()):
            return 0
        for fact in self.stale:
            if there.get(fact.id) != fact:
                continue  # decided or changed meanwhile: it stays
            for link in unit.queries.evidence_of([fact.id]):
                detach(unit, link)
            unit.facts.remove(fact)
        marked = {(each.start, each.end): each for each in unit.queries.passages_of(self.article_id)}
        facts, passages, links = [], [], []
        for proposal in self.new:
            fact = fact_of(proposal, unit.next_number("fact"), self.article_id, self.extractor, self.known)
            facts.append(fact)
            for start, end in spans_of(proposal):
                passage = marked.get((start, end))
                if passage is None:
                    passage = passage_at(self.article_id, self.text_id, self.text, Span(start, end))
                    marked[start, end] = passage
                    passages.append(passage)
                links.append(Evidence(new_id(), 1, fact.id, passage.id))
        unit.passages.add_all(passages)
        unit.facts.add_all(facts)
        unit.evidence.add_all(links)
        return len(facts)


def _prepare(
    runner: ActionRunner, article_id: str, extractor: Extractor, known: Mapping[str, Property], *, again: bool
) -> _ArticleWork | None:
    with runner.read() as queries:
        article = queries.article(article_id)
        text = queries.text(article.text_id)
        if article.hidden:
            return None
        facts = queries.facts_of(article_id)
        deleted = [fact for fact in queries.facts_of(article_id, include_hidden=True) if fact.hidden]
        passages: dict[str, Passage] = {each.id: each for each in queries.passages_of(article_id)}
        links = queries.evidence_of([fact.id for fact in facts])
        touched = {fact.id for fact in facts if _is_ours(fact) and _is_touched(queries, fact)}
    ours = [fact for fact in facts if _is_ours(fact)]
    if ours and not again:
        return None
    stale = tuple(fact for fact in ours if fact.id not in touched)
    kept = {fact.id: fact for fact in facts if fact not in stale}
    # What a person deleted is decided, too.
    taken = {tuple(span) for fact in (*kept.values(), *deleted) for span in _found_at(fact)}
    stated = {
        (passages[link.passage_id].start, passages[link.passage_id].end, kept[link.fact_id].property)
        for link in links
        if link.fact_id in kept and link.passage_id in passages
    }
    extraction = extractor.extract(text, article.language or None)
    new = tuple(
        each
        for each in extraction.proposals
        if (each.start, each.end) not in taken and (each.start, each.end, each.property) not in stated
    )
    if not new and not stale:
        return None
    seen = frozenset(fact.id for fact in facts)
    return _ArticleWork(article_id, article.text_id, text, seen, stale, new, known, extractor.name)


def _is_ours(fact: Fact) -> bool:
    return fact.origin.startswith("rule:")


def _is_touched(queries: Queries, fact: Fact) -> bool:
    """Tell whether a person has done anything with a proposal; its proposing taken back and done again is nothing."""
    if fact.state is not State.PROPOSED:
        return True
    return any(action.kind not in UNTOUCHING for action, _change in queries.journal.history("facts", fact.id))


def _found_at(fact: Fact) -> list[list[int]]:
    """Where its proposal stood: what a person decided about it is not proposed again, whatever it says by now."""
    spans = fact.qualifiers.get(FOUND_AT)
    return [span for span in spans if isinstance(span, list)] if isinstance(spans, list) else []
